"""The figures of a student that other rooms know: assignments, mastery, kindness, badges.

They are handed in by the same lines on both ends, so that a badge which is due at the keyboard is due at the centre.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import msgspec

from domain.achievements import engagements, single
from domain.achievements.facts import StudentFacts
from domain.achievements.learning_moments import Finished
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, RoleEngagement
from domain.records.progress import StudentAssignment

# What a frozen assignment says about its sequence (`domain.learning.sequence.assignment_for`).
_OF: Final = "assignments"
_NAME: Final = "sequence_name"


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment with when it was completed (microseconds UTC, None: not yet)."""

    assignment: StudentAssignment
    completed_at: int | None = None


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the other rooms hand in. `awards` are all of the student's, `badges` the catalogue's."""

    given: tuple[Given, ...] = ()
    mastered: int = 0
    people_celebrated: int = 0
    kind_words: int = 0
    engagements: tuple[RoleEngagement, ...] = ()
    awards: tuple[BadgeAward, ...] = ()
    revocations: tuple[AwardRevocation, ...] = ()
    badges: tuple[Badge, ...] = ()
    points: int = 0


def hand_in(facts: StudentFacts, known: Known) -> StudentFacts:
    """The same figures with their second half set."""
    held = held_badges(known.awards, known.revocations)
    facts.assignments_done = sum(one.completed_at is not None for one in known.given)
    facts.assignments_on_time = sum(_on_time(one) for one in known.given)
    facts.sequences_done = len(sequences_done(known.given))
    facts.concepts_mastered = known.mastered
    facts.people_celebrated = known.people_celebrated
    facts.kind_words = known.kind_words
    facts.engagements_by_hand = sum(e.source == engagements.BY_HAND and e.is_recognized for e in known.engagements)
    facts.points = known.points
    facts.badges_held = len(held)
    facts.collections_done = len(single.collections_done(known.badges, held))
    return facts


def held_badges(awards: Iterable[BadgeAward], revocations: Iterable[AwardRevocation] = ()) -> frozenset[str]:
    """The ids of the badges of which some level stands."""
    gone = {revocation.id for revocation in revocations}
    return frozenset(award.badge_id for award in awards if award.id not in gone)


def _on_time(one: Given) -> bool:
    due, done = one.assignment.due_at, one.completed_at
    return due is not None and done is not None and done <= due


def finished(given: Iterable[Given]) -> tuple[Finished, ...]:
    """The assignments that have a date, as a row of assignments on time counts them."""
    return tuple(
        Finished(assignment_id=one.assignment.id, due_at=one.assignment.due_at, completed_at=one.completed_at)
        for one in given
        if one.assignment.due_at is not None
    )


def sequences_done(given: Iterable[Given]) -> Mapping[str, tuple[str, int]]:
    """The sequences of which every assignment is complete: the name and the time of the last, by sequence id.

    How many there are stands frozen in each assignment; an older one without that number finishes nothing.
    """
    done: dict[str, dict[str, Given]] = {}
    for one in given:
        if one.completed_at is not None:
            known = done.setdefault(one.assignment.sequence_id, {}).get(one.assignment.assignment_def_id)
            if known is None or (one.completed_at, one.assignment.id) < (known.completed_at or 0, known.assignment.id):
                done[one.assignment.sequence_id][one.assignment.assignment_def_id] = one
    return {sequence: _told(parts.values()) for sequence, parts in sorted(done.items()) if _whole(parts.values())}


def _whole(parts: Collection[Given]) -> bool:
    counts = [int(one.assignment.policy_snapshot.get(_OF) or 0) for one in parts]
    return max(counts, default=0) > 0 and len(parts) >= max(counts)


def _told(parts: Collection[Given]) -> tuple[str, int]:
    last = max(parts, key=lambda one: (one.completed_at or 0, one.assignment.id))
    return str(last.assignment.policy_snapshot.get(_NAME) or last.assignment.sequence_id), last.completed_at or 0
