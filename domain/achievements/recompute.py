"""The nightly recompute: a student's rows made anew from the attempts. It must find nothing that is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import msgspec

from domain.achievements.derive import Derived, History, derive, is_verified, judged
from domain.achievements.facts import StageTags, StudentFacts
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    PointsEntry,
    RoleEngagement,
    SkillRole,
)
from domain.records.progress import AttemptVerdict, StudentAttempt


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the recompute found: rows that should be there and are not, and points of another height than the rule's."""

    missing: Derived
    other_points: tuple[PointsEntry, ...]

    @property
    def nothing(self) -> bool:
        """Whether all is as it should be."""
        return not (self.missing.points or self.missing.engagements or self.missing.awards or self.other_points)


def rebuilt(
    attempts: Iterable[tuple[StudentAttempt, AttemptVerdict | None]],
    *,
    tags_of: Callable[[StudentAttempt], StageTags],
    roles: Collection[SkillRole],
    badges: Collection[Badge],
    by_hand: Iterable[RoleEngagement] = (),
    revocations: tuple[AwardRevocation, ...] = (),
    rest_days: frozenset[str] = frozenset(),
    now: int,
) -> Derived:
    """Everything that one student's attempts bring, in the order in which they were played, each once.

    `by_hand` are the engagements that teachers recorded, and those they revoked. A pending attempt counts as not
    verified, as at the centre.
    """
    facts = StudentFacts()
    engagements = {engagement.id: engagement for engagement in by_hand}
    lines: dict[str, PointsEntry] = {}
    awards: dict[str, BadgeAward] = {}
    once = {attempt.id: (attempt, verdict) for attempt, verdict in attempts}
    for attempt, verdict in sorted(once.values(), key=lambda pair: (pair[0].created_at, pair[0].id)):
        counted, tags = judged(attempt, verdict), tags_of(attempt)
        facts.add(counted, tags, rest_days)
        history = History(
            facts=facts,
            engagements=tuple(engagements.values()),
            held=frozenset(awards),
            revocations=revocations,
            rest_days=rest_days,
        )
        verified = is_verified(verdict) is True
        new = derive(counted, tags=tags, history=history, roles=roles, badges=badges, verified=verified, now=now)
        engagements |= {engagement.id: engagement for engagement in new.engagements}
        awards |= {award.id: award for award in new.awards}
        lines = {line.id: line for line in new.points} | lines
    return Derived(points=tuple(lines.values()), engagements=tuple(engagements.values()), awards=tuple(awards.values()))


def compared(
    rows: Derived,
    *,
    points: Iterable[PointsEntry],
    engagements: Iterable[RoleEngagement],
    awards: Iterable[BadgeAward],
) -> Found:
    """The rebuilt rows beside those that are stored. Stored rows that were not rebuilt are fine: other rooms' figures
    (assignments, kind words) bring badges too, and changed rules never take anything away.
    """
    log = {line.id: line for line in points}
    engaged, held = {e.id for e in engagements}, {a.id for a in awards}
    return Found(
        missing=Derived(
            points=tuple(line for line in rows.points if line.id not in log),
            engagements=tuple(e for e in rows.engagements if e.id not in engaged),
            awards=tuple(a for a in rows.awards if a.id not in held),
        ),
        other_points=tuple(line for line in rows.points if line.id in log and log[line.id].points != line.points),
    )
