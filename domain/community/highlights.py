"""Highlights: what is put in the light each week and month, by rules that anybody may read (`rules`).

Everybody comes round before anybody comes twice; among those whose turn it is, who has improved most comes first.
Likes do not count (decision 9). Only what the class may see anyway is ever highlighted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import Final

import msgspec

from domain.music.say import Say, say
from domain.records.community import AchievementType, Highlight
from domain.records.ids import derived_id

# How many students an edition puts in the light.
IN_A_WEEK, IN_A_MONTH = 3, 6
# Rarities and milestones that get a special recognition whatever the turn.
SPECIAL_RARITIES: Final = frozenset({"epic", "legendary"})


class HighlightKind(StrEnum):
    """Why a share is in the light."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    TEACHER = "teacher"
    SPECIAL = "special"


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A share that the class may see, with what the rules ask about its student.

    `improvement` is the percent by which this week's (or month's) right answers are above the student's own before.
    """

    share_id: str
    student_id: str
    shared_at: int
    achievement_type: AchievementType
    rarity: str = "common"
    improvement: int = 0


def rules() -> tuple[Say, ...]:
    """The rules as they are published to students and families."""
    return (
        say("Everybody in the class has a turn before anybody has another one."),
        say("Among those whose turn it is, whoever improved most on their own results comes first."),
        say("Only what was shared with the class can be shown."),
        say("Likes and places on a board do not count."),
        say("Teachers can add what they noticed themselves."),
    )


def choose(candidates: Iterable[Candidate], turns: Mapping[str, int], most: int) -> tuple[Candidate, ...]:
    """The shares of an edition, each of another student, in order; the order of the candidates does not matter.

    `turns` is how often each student was in the light in this school year.
    """
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.student_id)
        if known is None or _merit(candidate) < _merit(known):
            best[candidate.student_id] = candidate

    def place(candidate: Candidate) -> tuple[int, tuple[int, int, str]]:
        return turns.get(candidate.student_id, 0), _merit(candidate)

    return tuple(sorted(best.values(), key=place)[:most])


def _merit(candidate: Candidate) -> tuple[int, int, str]:
    return -max(0, candidate.improvement), -candidate.shared_at, candidate.share_id


def special(candidates: Iterable[Candidate], shown: Collection[str]) -> tuple[Candidate, ...]:
    """What deserves a word of its own: the rarest badges and whole collections, unless shown already, newest first."""
    found = {
        candidate.share_id: candidate
        for candidate in candidates
        if candidate.share_id not in shown
        and (
            candidate.rarity in SPECIAL_RARITIES
            or candidate.achievement_type in {AchievementType.COLLECTION_COMPLETE, AchievementType.SEQUENCE_MILESTONE}
        )
    }
    return tuple(sorted(found.values(), key=lambda c: (-c.shared_at, c.share_id)))


def highlight(
    candidate: Candidate, *, org_id: str, class_id: str, kind: HighlightKind, edition: str, from_at: int, until_at: int
) -> Highlight:
    """The row of a chosen share. `edition` names the week or month, so generating twice makes one row."""
    return Highlight(
        org_id=org_id,
        id=derived_id("highlight", class_id, kind.value, edition, candidate.share_id),
        class_id=class_id,
        share_id=candidate.share_id,
        kind=kind.value,
        from_at=from_at,
        until_at=until_at,
    )


def by_teacher(*, org_id: str, class_id: str, share_id: str, note: str, from_at: int, until_at: int) -> Highlight:
    """A teacher's pick. The same share in the same class is one row."""
    return Highlight(
        org_id=org_id,
        id=derived_id("highlight", class_id, HighlightKind.TEACHER.value, share_id),
        class_id=class_id,
        share_id=share_id,
        kind=HighlightKind.TEACHER.value,
        note=note,
        from_at=from_at,
        until_at=until_at,
    )


def carousel(highlights: Iterable[Highlight], now: int) -> tuple[Highlight, ...]:
    """What the carousel shows at `now`: a teacher's picks first, then the newest; each share once."""
    order = {HighlightKind.TEACHER.value: 0, HighlightKind.SPECIAL.value: 1}
    current = [h for h in highlights if h.present and h.from_at <= now < h.until_at]
    current.sort(key=lambda h: (order.get(h.kind, 2), -h.from_at, h.id))
    first: dict[str, Highlight] = {}
    for one in current:
        first.setdefault(one.share_id, one)
    return tuple(first.values())


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """A student's points of a period beside their own usual ones (the mean of the periods before, 0 for none)."""

    student_id: str
    points: int
    usual: int


def growth(student_id: str, weeks: Mapping[int, int], *, monday: int, length: int) -> Growth:
    """Somebody's last `length` weeks, the one that begins on `monday` among them, beside their own usual ones.

    `weeks` are the points of weeks by their Mondays (ordinals). What is usual is the mean of the spans of the same
    length before, as far as there is anything in them: who began late is not measured by the time before.
    """
    spans: dict[int, int] = {}
    for each, points in weeks.items():
        back = (monday - each) // 7 // length
        spans[back] = spans.get(back, 0) + points
    before = [points for back, points in spans.items() if back > 0]
    usual = sum(before) // len(before) if before else 0
    return Growth(student_id=student_id, points=spans.get(0, 0), usual=usual)


def top_performers(growths: Iterable[Growth], most: int) -> tuple[Growth, ...]:
    """Who did most beyond their own usual: so that a beginner can be first as easily as the best of the class.

    Who played nothing is not listed.
    """
    played = [growth for growth in growths if growth.points > 0]
    return tuple(sorted(played, key=lambda g: (-(g.points - g.usual), -g.points, g.student_id))[:most])


def improvement(right_before: int, of_before: int, right_now: int, of_now: int) -> int:
    """The percent points by which the share of right answers rose; 0 where there is nothing to compare."""
    if of_before <= 0 or of_now <= 0:
        return 0
    return 100 * right_now // of_now - 100 * right_before // of_before
