"""What an administrator does with badges: make those that roles lack, release, retire, look whether all is right."""

from __future__ import annotations

import msgspec

from central.auditing import note
from central.problems import Refused
from central.progress.student import rest_days_of, tags_of
from central.sync.unit import Unit
from domain.achievements import grow
from domain.achievements.engagements import BY_HAND
from domain.achievements.recompute import compared, rebuilt
from domain.achievements.streaks import NotADayError
from domain.community.texts import TextRefusedError, written
from domain.games.catalogue import Catalogue
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    BadgeKind,
    PointsEntry,
    RoleEngagement,
    SkillRole,
)
from domain.records.badge_office import BadgeEdit, ReleasePreview, WouldGet
from domain.records.identity import AccessRole, Member
from domain.records.progress import AttemptVerdict, StudentAttempt

# What an administrator may write: a badge's sentence on a card, and why an award was taken back.
MOST_DESCRIPTION, MOST_REASON = 200, 200
# Places in the order of badges.
LAST_PLACE = 9_999


class Recount(msgspec.Struct, frozen=True, kw_only=True):
    """What the recompute of an organisation found. All but `students` must be 0."""

    students: int = 0
    points: int = 0
    engagements: int = 0
    awards: int = 0
    other_points: int = 0

    @property
    def nothing(self) -> bool:
        """Whether all is as it should be."""
        return not (self.points or self.engagements or self.awards or self.other_points)


def role_changed(unit: Unit, role: SkillRole) -> None:
    """An approved role brings its badge with it, once; it waits for its icon (badge plan, step 1)."""
    badge = grow.badge_for(role, unit.rows.where(Badge))
    if badge is not None:
        unit.put(badge)


def backfill(unit: Unit) -> tuple[Badge, ...]:
    """The badges of roles that were approved earlier; nothing the second time."""
    made = grow.backfill(unit.rows.where(SkillRole), unit.rows.where(Badge))
    for badge in made:
        unit.put(badge)
    return made


def badge_of(unit: Unit, code: str) -> Badge:
    """The badge with this code or id. Raises Refused."""
    found = next((badge for badge in unit.rows.where(Badge) if code in (badge.badge_code, badge.id)), None)
    if found is None:
        raise Refused("no_badge", f"There is no badge {code!r}.", 404)
    return found


def release(unit: Unit, code: str, actor: str) -> Badge:
    """Open a badge: everybody who has earned it gets it, with the true dates. Twice is once.

    Raises Refused for an unknown badge, one without an icon, and a retired one.
    """
    before = badge_of(unit, code)
    try:
        after = grow.release(before)
    except grow.BadgeStatusError as error:
        raise Refused("badge_status", str(error), 409) from error
    if unit.put(after):
        note(unit, actor, "badge_released", after.id)
    return after


def retire(unit: Unit, code: str, actor: str) -> Badge:
    """Close a badge: nobody earns it any more, nobody loses it. Raises Refused for an unknown badge."""
    after = grow.retire(badge_of(unit, code))
    if unit.put(after):
        note(unit, actor, "badge_retired", after.id)
    return after


def edit(unit: Unit, badge_id: str, asked: BadgeEdit) -> Badge:
    """Say what a badge is for and where it stands; audited. Raises Refused for no badge, and for what does not fit."""
    before = badge_of(unit, badge_id)
    after = before
    if asked.description is not None:
        after = msgspec.structs.replace(after, description=_fitting(asked.description, MOST_DESCRIPTION))
    if asked.sort_order is not None:
        if not 0 <= asked.sort_order <= LAST_PLACE:
            raise Refused("unfit", f"The place in the order is a number from 0 to {LAST_PLACE}.", 422)
        after = msgspec.structs.replace(after, sort_order=asked.sort_order)
    if unit.put(after):
        note(unit, asked.account, "badge_edited", after.id)
    return after


def _fitting(text: str, most: int) -> str:
    try:
        return written(text, most)
    except TextRefusedError as error:
        raise Refused("unfit", error.why.english(), 422) from error


def preview(unit: Unit, badge_id: str) -> ReleasePreview:
    """Who would get a badge that is released now: those with most first, then who is on the way. Writes nothing.

    Single badges are looked at with a student's next attempt. Raises Refused.
    """
    badge = badge_of(unit, badge_id)
    if badge.badge_kind is not BadgeKind.GROW:
        return ReleasePreview(badge.id, (), later=True)
    engagements = unit.rows.where(RoleEngagement, skill_role_id=badge.skill_role_id or "")
    users = sorted({engagement.user_id for engagement in engagements})
    members = {member.id: member for member in unit.rows.where(Member, id=users)} if users else {}
    counts = {user: len(grow.recognised(badge, user, engagements)) for user in users}
    found = [_would_get(user, members[user].display_name, counts[user]) for user in users if user in members]
    return ReleasePreview(badge.id, tuple(sorted(found, key=lambda p: (-len(p.levels), -p.have, p.display_name))))


def _would_get(user_id: str, name: str, count: int) -> WouldGet:
    have, need = grow.to_next(count)
    return WouldGet(user_id, name, tuple(range(1, grow.level_for(count) + 1)), have, need)


def revoke(unit: Unit, award_id: str, reason: str, actor: str) -> None:
    """Take a single badge back; audited. A level of a grow badge falls with the contribution that it stood on instead.

    Twice is once. Raises Refused: no award, no reason, a grow badge.
    """
    award = unit.rows.get(BadgeAward, award_id)
    if award is None:
        raise Refused("no_award", "There is no such badge.", 404)
    if badge_of(unit, award.badge_id).badge_kind is BadgeKind.GROW:
        text = "A level falls with the contribution that brought it. Please take that one back, with its reason."
        raise Refused("by_engagement", text, 409)
    why = _fitting(reason, MOST_REASON)
    if not why:
        raise Refused("no_reason", "Please say why. The student will be told.", 422)
    taken = AwardRevocation(
        org_id=unit.org_id, id=award.id, user_id=award.user_id, reason=why, revoked_at=unit.now, revoked_by=actor
    )
    if unit.add_missing([taken]):
        note(unit, actor, "award_revoked", award.id)


def recompute(unit: Unit, catalogue: Catalogue) -> Recount:
    """Make every student's rows anew from the attempts and hold them beside what is stored. Writes nothing."""
    total = Recount()
    badges, roles = unit.rows.where(Badge), unit.rows.where(SkillRole)
    for student in unit.rows.where(Member, role=AccessRole.STUDENT.value):
        total = _added(total, _of_student(unit, catalogue, student.id, badges, roles))
    return total


def _added(one: Recount, other: Recount) -> Recount:
    return Recount(**{name: getattr(one, name) + getattr(other, name) for name in Recount.__struct_fields__})


def _of_student(
    unit: Unit, catalogue: Catalogue, student_id: str, badges: list[Badge], roles: list[SkillRole]
) -> Recount:
    rows = unit.rows
    verdicts = {v.id: v for v in rows.where(AttemptVerdict, student_id=student_id)}
    attempts = [a for a in rows.where(StudentAttempt, student_id=student_id) if a.id in verdicts]
    stored = rows.where(RoleEngagement, user_id=student_id)
    try:
        made = rebuilt(
            [(attempt, verdicts[attempt.id]) for attempt in attempts],
            tags_of=lambda attempt: tags_of(catalogue, attempt.stage_id),
            roles=roles,
            badges=badges,
            by_hand=[e for e in stored if e.source == BY_HAND or not e.is_recognized],
            revocations=tuple(rows.where(AwardRevocation, user_id=student_id)),
            rest_days=rest_days_of(rows, unit.known, student_id),
            now=unit.now,
        )
    except NotADayError:
        return Recount(students=1)
    found = compared(
        made,
        points=rows.where(PointsEntry, student_id=student_id),
        engagements=stored,
        awards=rows.where(BadgeAward, user_id=student_id),
    )
    return Recount(
        students=1,
        points=len(found.missing.points),
        engagements=len(found.missing.engagements),
        awards=len(found.missing.awards),
        other_points=len(found.other_points),
    )
