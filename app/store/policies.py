"""What teachers decide beside single items: a class's rules, one student's reach, a mute with its end."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.community_readings import ClassRules, StudentRules
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.community.moderation import Action, muted_until
from domain.community.rules import PAUSED
from domain.music.say import say
from domain.records.community import AchievementType, ClassPolicy, ModerationAction, Scope, SharingOverride
from domain.records.ids import derived_id
from local_schema.columns import record_of

COMMENT_MODES = ("off", "phrases", "moderated")


def class_rules(*, keeper: Keeper, account: Account, class_id: str) -> Future[ClassRules]:
    """The rules of a class."""

    def work(desk: Desk) -> ClassRules:
        with desk.mirror(account.user_id).reading() as connection:
            return _rules(connection, account, class_id)

    return keeper.submit(work)


def set_class_rules(
    *,
    keeper: Keeper,
    account: Account,
    class_id: str,
    sharing_enabled: bool | None = None,
    allowed_types: Collection[AchievementType] | None = None,
    default_scope: Scope | None = None,
    comment_mode: str | None = None,
) -> Future[ClassRules]:
    """Change the rules of a class; what is None stays. `comment_mode` is off, phrases or moderated.

    Raises StoreProblem for who is no teacher and for another mode.
    """

    def work(desk: Desk) -> ClassRules:
        must_be_staff(account)
        if comment_mode not in (None, *COMMENT_MODES):
            raise StoreProblem(say("Please pick one of the rules for comments."))
        types = None if allowed_types is None else tuple(kind for kind in AchievementType if kind in allowed_types)
        wanted: dict[str, Any] = {
            "sharing_enabled": sharing_enabled,
            "allowed_types": types,
            "default_scope": default_scope,
            "comment_mode": comment_mode,
        }
        changes = {name: value for name, value in wanted.items() if value is not None}
        with desk.mirror(account.user_id).writing() as writing:
            if writing.one("class_policy", class_id) is None:
                writing.put_said(ClassPolicy(org_id=account.org_id, id=class_id, **changes), changes)
            elif changes:
                writing.edit(ClassPolicy, class_id, changes)
            return _rules(writing.connection, account, class_id)

    return keeper.submit(work)


def _rules(connection: Connection, account: Account, class_id: str) -> ClassRules:
    found = rows(connection, "SELECT * FROM class_policy WHERE id = ?", class_id)
    policy = record_of(ClassPolicy, found[0]) if found else ClassPolicy(org_id=account.org_id, id=class_id)
    return ClassRules(
        class_id=class_id,
        sharing_enabled=policy.sharing_enabled,
        allowed_types=policy.allowed_types,
        default_scope=policy.default_scope,
        comment_mode=policy.comment_mode,
    )


def student_rules(*, keeper: Keeper, account: Account, student_id: str) -> Future[StudentRules]:
    """What holds for one student beside the class's rules."""

    def work(desk: Desk) -> StudentRules:
        with desk.mirror(account.user_id).reading() as connection:
            return _student(desk, connection, account, student_id)

    return keeper.submit(work)


def override_student(*, keeper: Keeper, account: Account, student_id: str, scope: Scope | None) -> Future[StudentRules]:
    """Keep one student's shares at most at `scope`, whatever the student picks; None lifts it.

    It only ever narrows, and never below the family (decision 2). Raises StoreProblem for who is no teacher.
    """

    def work(desk: Desk) -> StudentRules:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            row_id = derived_id("override", account.user_id, student_id)
            if writing.one("sharing_override", row_id) is None:
                writing.put(
                    SharingOverride(
                        org_id=account.org_id,
                        id=row_id,
                        student_id=student_id,
                        teacher_id=account.user_id,
                        scope=scope,
                    )
                )
            else:
                writing.edit(SharingOverride, row_id, {"scope": scope})
            return _student(desk, writing.connection, account, student_id)

    return keeper.submit(work)


def mute_student(
    *, keeper: Keeper, account: Account, student_id: str, until: int | None, reason: str = ""
) -> Future[StudentRules]:
    """Ask a student for a break from words and reactions until a time (microseconds UTC); None ends it now.

    Raises StoreProblem for who is no teacher, and for a time that has passed.
    """

    def work(desk: Desk) -> StudentRules:
        must_be_staff(account)
        now = desk.now()
        if until is not None and until <= now:
            raise StoreProblem(say("Please pick an end that is still to come."))
        with desk.mirror(account.user_id).writing() as writing:
            writing.put(
                ModerationAction(
                    org_id=account.org_id,
                    id=desk.new_id(),
                    target_type="user",
                    target_id=student_id,
                    actor_id=account.user_id,
                    action=Action.UNMUTE if until is None else Action.MUTE,
                    reason=reason,
                    at=now,
                    until=until,
                )
            )
            return _student(desk, writing.connection, account, student_id)

    return keeper.submit(work)


def paused_until(connection: Connection, user_id: str, now: int) -> int | None:
    """The end of the break from words and reactions that an adult has asked this person for, or None."""
    found = rows(connection, "SELECT * FROM moderation_action WHERE target_id = ?", user_id)
    return muted_until([record_of(ModerationAction, row) for row in found], user_id, now)


def must_not_be_paused(connection: Connection, account: Account, now: int) -> None:
    """Raises StoreProblem during such a break: it is said before anything is kept, and not by the centre afterwards."""
    if paused_until(connection, account.user_id, now) is not None:
        raise StoreProblem(PAUSED)


def _student(desk: Desk, connection: Connection, account: Account, student_id: str) -> StudentRules:
    sql = "SELECT scope FROM sharing_override WHERE id = ?"
    scope = connection.exec_driver_sql(sql, (derived_id("override", account.user_id, student_id),)).scalar()
    return StudentRules(
        who=who_is(connection, student_id),
        override=Scope(scope) if scope else None,
        muted_until=paused_until(connection, student_id, desk.now()),
    )
