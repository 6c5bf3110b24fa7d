"""What posts itself: confirmed and significant achievements of students who asked for it (decisions 4 and 18)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from central.community.agreeing import about_badge, about_moment, game_name, settle_shares_of
from central.progress.deriving import story_of
from central.sync.unit import Unit
from domain.achievements.moments import moments_of
from domain.community.sharing import automatic_scope, share_id
from domain.records import Record
from domain.records.achievements import Badge, BadgeAward, PointsEntry
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ModerationState,
    Scope,
    SharingPreferences,
)
from domain.records.identity import AccessRole, Member, MemberStatus
from domain.records.progress import AttemptVerdict, StepDone, StudentAttempt


def after_progress(unit: Unit, touched: Iterable[Record]) -> None:
    """New facts of students have come: agree to what waited for them, and post what posts itself."""
    records = list(touched)
    students = {r.student_id for r in records if isinstance(r, AttemptVerdict | StepDone | PointsEntry)}
    # A release gives badges for what was done long ago: one digest tells of it and no posts do (decision 17).
    awards = [r for r in records if isinstance(r, BadgeAward) and r.badge_id not in unit.released]
    for student_id in sorted(students):
        settle_shares_of(unit, student_id)
    for student_id in sorted(students | {award.user_id for award in awards}):
        preferences = unit.rows.get(SharingPreferences, student_id)
        if preferences is not None and preferences.automatic and preferences.default_scope is not Scope.PRIVATE:
            _post_of(unit, preferences, [a for a in awards if a.user_id == student_id], _since(unit, records))


def _since(unit: Unit, records: Iterable[Record]) -> int:
    """When the oldest of the new attempts was played: what came before was there to be shared by hand."""
    verdicts = [record.id for record in records if isinstance(record, AttemptVerdict)]
    attempts = unit.rows.many(StudentAttempt, verdicts).values()
    times = [found.record.created_at for found in attempts if isinstance(found.record, StudentAttempt)]
    return min(times, default=unit.now)


def _post_of(unit: Unit, preferences: SharingPreferences, awards: list[BadgeAward], since: int) -> None:
    author = unit.rows.get(Member, preferences.id)
    if author is None or author.role is not AccessRole.STUDENT or author.status is not MemberStatus.ACTIVE:
        return
    found = [_of_badge(unit, author, award) for award in awards]
    if set(preferences.automatic) - {AchievementType.BADGE}:
        story = story_of(unit, author.id)
        new = [moment for moment in moments_of(story, game_name) if moment.at >= since]
        found += [about_moment(_blank(unit, author, m.achievement_type, m.achievement_id), m, unit.now) for m in new]
    for share in found:
        if share is not None:
            _post(unit, preferences, share)


def _of_badge(unit: Unit, author: Member, award: BadgeAward) -> AchievementShare | None:
    badge = unit.rows.get(Badge, award.badge_id)
    blank = _blank(unit, author, AchievementType.BADGE, award.id)
    return None if badge is None else about_badge(blank, award, badge)


def _blank(unit: Unit, author: Member, kind: AchievementType, achievement_id: str) -> AchievementShare:
    return AchievementShare(
        org_id=unit.org_id,
        id=share_id(author.id, achievement_id),
        student_id=author.id,
        author_name=author.display_name,
        author_avatar=author.avatar,
        achievement_type=kind,
        achievement_id=achievement_id,
        title="",
        shared_at=unit.now,
        automatic=True,
        message_state=ModerationState.OK,
    )


def _post(unit: Unit, preferences: SharingPreferences, share: AchievementShare) -> None:
    circle = unit.known.circle(share.student_id)
    scope = automatic_scope(
        share.achievement_type,
        rarity=share.rarity,
        level=share.level,
        preferences=preferences,
        policies=[side.policy for side in circle.classes],
        confirmed=True,
        organisation=circle.organisation,
    )
    if scope is not None and not unit.rows.known(AchievementShare, [share.id]):
        unit.put(msgspec.structs.replace(share, scope=scope))
