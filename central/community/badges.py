"""What an administrator does with badges: make those that roles lack, release, retire, look whether all is right."""

from __future__ import annotations

import msgspec

from central.auditing import note
from central.problems import Refused
from central.progress.deriving import rest_days_of, tags_of
from central.sync.unit import Unit
from domain.achievements import grow
from domain.achievements.engagements import BY_HAND
from domain.achievements.recompute import compared, rebuilt
from domain.achievements.streaks import NotADayError
from domain.games.catalogue import Catalogue
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    PointsEntry,
    RoleEngagement,
    SkillRole,
)
from domain.records.identity import AccessRole, Member
from domain.records.progress import AttemptVerdict, StudentAttempt


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
            rest_days=rest_days_of(unit, student_id),
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
