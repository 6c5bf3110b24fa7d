"""A teacher recognises what a student did in a skill role, or takes that back with a reason (badge plan)."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.community_readings import RecordedEngagement, RoleChoice
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.achievements.engagements import recorded_by_hand
from domain.community.texts import written
from domain.music.say import say
from domain.records.achievements import RoleEngagement, SkillRole
from local_schema.columns import record_of

_MOST_NOTE = 200


def role_choices(*, keeper: Keeper, account: Account, student_id: str) -> Future[tuple[RoleChoice, ...]]:
    """The skill roles by name, with how often this student was recognised in each, and what for."""

    def work(desk: Desk) -> tuple[RoleChoice, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            return _choices(connection, student_id)

    return keeper.submit(work)


def recognise(
    *, keeper: Keeper, account: Account, student_id: str, skill_role_id: str, note: str = ""
) -> Future[tuple[RoleChoice, ...]]:
    """Record what a student did in a role today. The same note on the same day is one contribution.

    The levels that it brings come back from the centre. Raises StoreProblem for who is no teacher and an unknown role.
    """

    def work(desk: Desk) -> tuple[RoleChoice, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            role = writing.one("skill_role", skill_role_id)
            if role is None or role["status"] != "approved":
                raise StoreProblem(say("This role is not in use."))
            found = recorded_by_hand(
                org_id=account.org_id,
                user_id=student_id,
                skill_role_id=skill_role_id,
                teacher_id=account.user_id,
                day=desk.day(desk.now()),
                note=written(note, _MOST_NOTE),
                at=desk.now(),
            )
            if writing.one("role_engagement", found.id) is None:
                writing.put(found)
            return _choices(writing.connection, student_id)

    return keeper.submit(work)


def take_back(*, keeper: Keeper, account: Account, engagement_id: str, reason: str) -> Future[tuple[RoleChoice, ...]]:
    """No longer recognise a contribution; a level may fall with it. Raises StoreProblem without a reason."""

    def work(desk: Desk) -> tuple[RoleChoice, ...]:
        must_be_staff(account)
        why = written(reason, _MOST_NOTE)
        if not why:
            raise StoreProblem(say("Please say why. The student will be told."))
        with desk.mirror(account.user_id).writing() as writing:
            row = writing.one("role_engagement", engagement_id)
            if row is None:
                raise StoreProblem(say("This is not here any more."))
            if row["is_recognized"]:
                writing.edit(RoleEngagement, engagement_id, {"is_recognized": False, "revoked_reason": why})
            return _choices(writing.connection, row["user_id"])

    return keeper.submit(work)


def _choices(connection: Connection, student_id: str) -> tuple[RoleChoice, ...]:
    sql = "SELECT * FROM skill_role WHERE status = 'approved' ORDER BY role_name, id"
    roles = [record_of(SkillRole, row) for row in rows(connection, sql)]
    found = rows(connection, "SELECT * FROM role_engagement WHERE user_id = ? ORDER BY occurred_at, id", student_id)
    engagements = [record_of(RoleEngagement, row) for row in found]
    return tuple(_choice(role, [e for e in engagements if e.skill_role_id == role.id]) for role in roles)


def _choice(role: SkillRole, engagements: Sequence[RoleEngagement]) -> RoleChoice:
    return RoleChoice(
        skill_role_id=role.id,
        role_name=role.role_name,
        count=sum(engagement.is_recognized for engagement in engagements),
        recorded=tuple(
            RecordedEngagement(
                engagement_id=engagement.id,
                source=engagement.source,
                occurred_on=engagement.occurred_on,
                recognised=engagement.is_recognized,
                revoked_reason=engagement.revoked_reason or "",
            )
            for engagement in engagements
        ),
    )
