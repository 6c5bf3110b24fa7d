"""The one entry for both ends: what an attempt brings in points, role engagements and awards.

The client calls it in the transaction that stores the attempt, with `verified=None`: it assumes that the centre will
agree, and shows what comes of it as *confirming*. The centre calls it once it has judged the attempt, with its verdict:
points and single badges at once, engagements and grow levels only for `verified=True`. All ids are derived from what
happened, so both make the same rows; a row that is there already is left as it is (a fact is written once).

`history` is the student with this attempt included. So a repeated call brings nothing new, and in whatever order the
attempts arrive the rows are the same in the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from domain.achievements import engagements as role_engagements
from domain.achievements import grow, points, single, streaks
from domain.achievements.facts import StageTags, StudentFacts
from domain.music.say import Say, say
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    BadgeKind,
    PointsEntry,
    RoleEngagement,
    SkillRole,
)
from domain.records.outcomes import agreed, counted
from domain.records.progress import AttemptVerdict, StudentAttempt


class History(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one student, the attempt in question included.

    `engagements` are those of the roles that the stage is tagged with, or all; `held` the ids of all awards;
    `rest_days` the holidays of the student's classes and their own rest passes, as ISO days.
    """

    facts: StudentFacts
    engagements: tuple[RoleEngagement, ...] = ()
    held: frozenset[str] = frozenset()
    revocations: tuple[AwardRevocation, ...] = ()
    rest_days: frozenset[str] = frozenset()


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """The rows that an attempt brings. Points may repeat rows that are there: insert what is missing by id.

    `engagements` are new, or replace the row of the same id because an earlier attempt has come.
    """

    points: tuple[PointsEntry, ...] = ()
    engagements: tuple[RoleEngagement, ...] = ()
    awards: tuple[BadgeAward, ...] = ()


def judged(attempt: StudentAttempt, verdict: AttemptVerdict | None) -> StudentAttempt:
    """The attempt as it counts: with the result that stands where the two ends did not agree (decision 21).

    A clock that is turned on, or back, makes no streak (`streaks.day_lived`).
    """
    score, passed = counted(attempt.score, attempt.passed, verdict)
    day = attempt.played_on if verdict is None else _lived(attempt, verdict)
    if (score, passed, day) == (attempt.score, attempt.passed, attempt.played_on):
        return attempt
    return msgspec.structs.replace(attempt, score=score, passed=passed, played_on=day)


def _lived(attempt: StudentAttempt, verdict: AttemptVerdict) -> str:
    """The day that counts. What is no day at all stays as it is, and brings nothing."""
    try:
        return streaks.day_lived(attempt.played_on, attempt.told_on, verdict.judged_at)
    except streaks.NotADayError:
        return attempt.played_on


def is_verified(verdict: AttemptVerdict | None) -> bool | None:
    """What `derive` asks: None while the centre has not judged, else whether it, or a teacher who listened, agreed."""
    return agreed(verdict)


def waits_because(verdict: AttemptVerdict | None) -> Say | None:
    """Why what was earned with an attempt is still *confirming*, in words for its student; None once it is confirmed.

    It stays in sight until a teacher has decided, who may record the engagement by hand (BADGE-10; decision 21).
    """
    match agreed(verdict):
        case True:
            return None
        case None:
            return say("Waiting for contact with the school")
        case _ if verdict is not None and verdict.accepted is False:
            return say("Your teacher has listened to this one")
        case _:
            return say("Your teacher will listen to this one")


def derive(
    attempt: StudentAttempt,
    *,
    tags: StageTags,
    history: History,
    roles: Iterable[SkillRole],
    badges: Collection[Badge],
    verified: bool | None,
    now: int,
) -> Derived:
    """The rows that an attempt brings; see the module. `now` (microseconds UTC) is when awards are given.

    Raises streaks.NotADayError where `played_on` is no calendar day.
    """
    found = _engagements(attempt, tags, history, roles) if verified is not False else ()
    awards = (
        *_grow_awards(attempt.student_id, found, history, badges, now),
        *single.awards_due(
            badges,
            org_id=attempt.org_id,
            user_id=attempt.student_id,
            facts=history.facts,
            held=history.held,
            revocations=history.revocations,
            crossed_at=attempt.created_at,
            now=now,
            evidence=(attempt.id,),
        ),
    )
    lines = (
        *_attempt_lines(attempt),
        *_streak_lines(attempt, history),
        *award_lines(awards, badges, attempt.played_on),
    )
    return Derived(points=lines, engagements=found, awards=awards)


def _engagements(
    attempt: StudentAttempt, tags: StageTags, history: History, roles: Iterable[SkillRole]
) -> tuple[RoleEngagement, ...]:
    """The engagements of an attempt that are new, or earlier than the one known for that stage and day."""
    known = {engagement.id: engagement for engagement in history.engagements}
    changed = []
    for found in role_engagements.engagements_of(attempt, tags.skill_roles, roles):
        joined = role_engagements.joined(known.get(found.id, found), found)
        if joined != known.get(found.id):
            changed.append(joined)
    return tuple(changed)


def _grow_awards(
    user_id: str, found: tuple[RoleEngagement, ...], history: History, badges: Iterable[Badge], now: int
) -> tuple[BadgeAward, ...]:
    """The levels that the new engagements have brought."""
    if not found:
        return ()
    counted = {engagement.id: engagement for engagement in (*history.engagements, *found)}.values()
    touched = {engagement.skill_role_id for engagement in found}
    return tuple(
        award
        for badge in sorted(badges, key=lambda b: b.id)
        if badge.badge_kind is BadgeKind.GROW and badge.skill_role_id in touched
        for award in grow.awards_due(
            badge, user_id, counted, held=history.held, revocations=history.revocations, now=now
        )
    )


def _attempt_lines(attempt: StudentAttempt) -> tuple[PointsEntry, ...]:
    line = points.for_attempt(attempt)
    return () if line is None else (line,)


def award_lines(awards: Iterable[BadgeAward], badges: Iterable[Badge], on: str) -> tuple[PointsEntry, ...]:
    """The points of some awards; `on` is the student's calendar day. Also for what a release gives."""
    by_id: Mapping[str, Badge] = {badge.id: badge for badge in badges}
    lines = (points.for_award(award, by_id[award.badge_id], on) for award in awards if award.badge_id in by_id)
    return tuple(line for line in lines if line is not None)


def _streak_lines(attempt: StudentAttempt, history: History) -> tuple[PointsEntry, ...]:
    """The milestones of the streak of days and of lesson weeks that this attempt's day belongs to.

    A milestone of days is dated on the day that reached it, also when a late attempt has closed the gap.
    """
    facts, rest = history.facts, history.rest_days
    of_days = streaks.run_at(facts.days, streaks.days(rest), streaks.ordinal(attempt.played_on))
    of_weeks = streaks.run_at(facts.weeks, streaks.rest_weeks(rest), streaks.week(attempt.played_on))
    reached = [
        (points.DAYS, number, streaks.day_of(day))
        for number in streaks.day_milestones(of_days.length)
        if (day := streaks.reached_at(facts.days, of_days, number)) is not None
    ]
    reached += [(points.WEEKS, number, attempt.played_on) for number in streaks.week_milestones(of_weeks.length)]
    return tuple(
        points.for_streak(
            org_id=attempt.org_id,
            student_id=attempt.student_id,
            kind=kind,
            milestone=number,
            at=attempt.created_at,
            on=on,
        )
        for kind, number, on in reached
    )
