"""Single badges: a closed vocabulary of measures, each a number that must reach `at_least` (decision 19).

`criteria` is `{"measure": "passed", "category": "Rhythm", "at_least": 10}`. There are no expressions: a measure is a
function here and a row in `MEASURES`, checked when the catalogue is read and asked by the same code on both ends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

import msgspec

from domain.achievements.facts import ALL, StudentFacts, Tally
from domain.achievements.grow import award_id_of
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, BadgeKind, BadgeStatus

Criteria = Mapping[str, str | int]


class CriteriaError(ValueError):
    """Criteria that the vocabulary does not have; the sentence says which word."""


class Measure(msgspec.Struct, frozen=True):
    """One word of the vocabulary: the number it stands for, and what else may stand in its criteria."""

    value: Callable[[StudentFacts, Criteria], int]
    allowed: frozenset[str] = frozenset()


# The kinds of attempts that a count can be about; at most one of them in one badge.
KINDS: Final[tuple[str, ...]] = ("category", "mode", "stage_type", "play_type", "skill_role")
_WORDS: Final[dict[str, frozenset[str]]] = {
    "mode": frozenset({"visual", "aural", "mixed"}),
    "stage_type": frozenset({"learn", "play", "quiz", "challenge", "review"}),
    "play_type": frozenset({"assigned", "free_play", "review", "challenge"}),
}
_NONE: Final = Tally()


def _tally(facts: StudentFacts, criteria: Criteria) -> Tally:
    for kind in KINDS:
        if kind in criteria:
            return facts.tallies.get(f"{kind}:{criteria[kind]}", _NONE)
    return facts.tallies.get(ALL, _NONE)


def _concept(facts: StudentFacts, criteria: Criteria) -> int:
    """Right answers to the concept named, or to the one known best."""
    if "concept" in criteria:
        return facts.concepts.get(str(criteria["concept"]), 0)
    return max(facts.concepts.values(), default=0)


def _stages_at(facts: StudentFacts, criteria: Criteria) -> int:
    """How many stages have a best score of at least `percent`."""
    return sum(facts.bests[int(criteria.get("percent", 100)) :])


_OF_KIND: Final = frozenset(KINDS)

MEASURES: Final[dict[str, Measure]] = {
    "played": Measure(lambda f, c: _tally(f, c).played, _OF_KIND),
    "passed": Measure(lambda f, c: _tally(f, c).passed, _OF_KIND),
    "perfect": Measure(lambda f, c: _tally(f, c).perfect, _OF_KIND),
    "stages_passed": Measure(lambda f, c: len(_tally(f, c).stages), _OF_KIND),
    "games_passed": Measure(lambda f, c: len(_tally(f, c).games), _OF_KIND),
    "stages_scored": Measure(_stages_at, frozenset({"percent"})),
    "categories_passed": Measure(lambda f, _: len(f.categories)),
    "concept_right": Measure(_concept, frozenset({"concept"})),
    "answers_right": Measure(lambda f, _: sum(f.concepts.values())),
    "concepts_mastered": Measure(lambda f, _: f.concepts_mastered),
    "minutes": Measure(lambda f, _: f.duration_ms // 60_000),
    "minutes_at_once": Measure(lambda f, _: f.longest_ms // 60_000),
    "days": Measure(lambda f, _: len(f.days)),
    "weeks": Measure(lambda f, _: len(f.weeks)),
    "day_streak": Measure(lambda f, _: f.longest_days),
    "week_streak": Measure(lambda f, _: f.longest_weeks),
    "level": Measure(lambda f, _: f.highest_level),
    "climb": Measure(lambda f, _: f.climb),
    "tries_overcome": Measure(lambda f, _: f.tries_overcome),
    "assignments": Measure(lambda f, _: f.assignments_done),
    "assignments_on_time": Measure(lambda f, _: f.assignments_on_time),
    "sequences": Measure(lambda f, _: f.sequences_done),
    "people_celebrated": Measure(lambda f, _: f.people_celebrated),
    "kind_words": Measure(lambda f, _: f.kind_words),
    "seen_by_teacher": Measure(lambda f, _: f.engagements_by_hand),
    "points": Measure(lambda f, _: f.points),
    "badges": Measure(lambda f, _: f.badges_held),
    "collections": Measure(lambda f, _: f.collections_done),
}


def check(criteria: Criteria) -> None:
    """Raises CriteriaError, with a sentence, for criteria that the vocabulary does not have."""
    name = criteria.get("measure")
    if name not in MEASURES:
        raise CriteriaError(f"there is no measure {name!r}")
    unknown = sorted(set(criteria) - {"measure", "at_least"} - MEASURES[str(name)].allowed)
    if unknown:
        raise CriteriaError(f"the measure {name!r} does not take {unknown[0]!r}")
    if len(_OF_KIND & set(criteria)) > 1:
        raise CriteriaError("a count is about one kind of attempts: " + ", ".join(sorted(_OF_KIND & set(criteria))))
    _check_numbers(criteria)
    for word, allowed in _WORDS.items():
        if word in criteria and criteria[word] not in allowed:
            raise CriteriaError(f"{criteria[word]!r} is no {word}")


def _check_numbers(criteria: Criteria) -> None:
    if "at_least" not in criteria:
        raise CriteriaError("at_least is missing")
    for name in {"at_least", "percent"} & set(criteria):
        value = criteria[name]
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise CriteriaError(f"{name} must be a whole number from 1 on, not {value!r}")
    for name in {"category", "concept", "skill_role"} & set(criteria):
        if not isinstance(criteria[name], str) or not criteria[name]:
            raise CriteriaError(f"{name} must be a word")


def progress(criteria: Criteria, facts: StudentFacts) -> tuple[int, int]:
    """(have, need): how far a student is on the way. Raises CriteriaError for unknown words."""
    measure = MEASURES.get(str(criteria.get("measure")))
    if measure is None:
        raise CriteriaError(f"there is no measure {criteria.get('measure')!r}")
    need = int(criteria.get("at_least", 1))
    return min(measure.value(facts, criteria), need), need


def awards_due(
    badges: Iterable[Badge],
    *,
    org_id: str,
    user_id: str,
    facts: StudentFacts,
    held: Collection[str],
    revocations: Collection[AwardRevocation] = (),
    crossed_at: int,
    now: int,
    evidence: tuple[str, ...] = (),
) -> tuple[BadgeAward, ...]:
    """The released single badges that a student has reached and does not hold, by badge code.

    One that an administrator has taken back is not given again: what it was given for is still there.
    A badge whose criteria this program does not know (a newer catalogue) is left alone, and earned after an update.
    """
    due = []
    revoked = {revocation.id for revocation in revocations}
    for badge in sorted(badges, key=lambda b: (b.badge_code, b.id)):
        if badge.badge_kind is not BadgeKind.SINGLE or badge.status is not BadgeStatus.RELEASED:
            continue
        award_id = award_id_of(user_id, badge.id, 1)
        if award_id in held or award_id in revoked or not _reached(badge, facts):
            continue
        due.append(
            BadgeAward(
                org_id=org_id,
                id=award_id,
                user_id=user_id,
                badge_id=badge.id,
                level=1,
                crossed_at=crossed_at,
                awarded_at=now,
                evidence=evidence,
            )
        )
    return tuple(due)


def _reached(badge: Badge, facts: StudentFacts) -> bool:
    if badge.criteria.get("measure") not in MEASURES:
        return False
    have, need = progress(badge.criteria, facts)
    return have >= need


def collections_done(badges: Iterable[Badge], held_badge_ids: Collection[str]) -> tuple[str, ...]:
    """The names of the collections of which every released badge is held, in alphabetical order."""
    by_name: dict[str, list[bool]] = {}
    for badge in badges:
        if badge.collection and badge.status is BadgeStatus.RELEASED:
            by_name.setdefault(badge.collection, []).append(badge.id in held_badge_ids)
    return tuple(sorted(name for name, held in by_name.items() if all(held)))
