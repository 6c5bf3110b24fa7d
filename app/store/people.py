"""A person beside something of theirs, and whether this account may speak for them."""

from __future__ import annotations

from sqlalchemy import Connection

from app.store.community_readings import Who
from app.store.mirror import rows
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.community.permissions import Act, reaches
from domain.music.say import say
from domain.records.identity import AccessRole

STAFF = frozenset({AccessRole.TEACHER, AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})


def who_is(connection: Connection, user_id: str) -> Who:
    """Handle and picture; of somebody who is not in this mirror, empty ones."""
    found = rows(connection, "SELECT display_name, avatar FROM member WHERE id = ?", user_id)
    return Who(user_id=user_id, **found[0]) if found else Who(user_id=user_id, display_name="", avatar="note")


def must_be_staff(account: Account) -> None:
    """Raises StoreProblem for everybody but teaching staff."""
    if account.role not in STAFF:
        raise StoreProblem(say("Only teachers can do this."))


def must_govern(account: Account, act: Act) -> None:
    """Raises StoreProblem for everybody but those administrators who may do this in the whole organisation."""
    if not reaches(account.role, act):
        raise StoreProblem(say("Only an administrator of the organisation can do this."))


def must_be_guardian_of(connection: Connection, account: Account, student_id: str) -> None:
    """Raises StoreProblem where the school has not said that this is the account's child."""
    sql = "SELECT 1 FROM guardian_link WHERE guardian_id = ? AND student_id = ? AND present AND verified_at IS NOT NULL"
    if connection.exec_driver_sql(sql, (account.user_id, student_id)).first() is None:
        raise StoreProblem(say("The school has not linked this child to you."))
