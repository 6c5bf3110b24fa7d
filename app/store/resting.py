"""Days that streaks step over: holidays of a class, and passes of one student. Teachers mark them."""

from __future__ import annotations

from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.keeper import Desk, Keeper
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.achievements.streaks import NotADayError, ordinal
from domain.music.say import say
from domain.records.achievements import RestDay
from domain.records.ids import derived_id

_DAYS = "SELECT day FROM rest_day WHERE present AND (class_id = ? OR student_id = ?) ORDER BY day"


def rest_days_of(*, keeper: Keeper, account: Account, whose: str) -> Future[tuple[str, ...]]:
    """The rest days of a class, or the passes of one student, as ISO days."""

    def work(desk: Desk) -> tuple[str, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return _days(connection, whose)

    return keeper.submit(work)


def mark_rest(
    *, keeper: Keeper, account: Account, class_id: str | None, student_id: str | None, day: str, present: bool = True
) -> Future[tuple[str, ...]]:
    """Mark a day as a holiday of a class, or as a pass of one student, or take that back. The days as they are then.

    Raises StoreProblem for who is no teacher, for what is no day, and where it isn't said whose day it is.
    """

    def work(desk: Desk) -> tuple[str, ...]:
        must_be_staff(account)
        whose = class_id or student_id
        if whose is None or (class_id and student_id):
            raise StoreProblem(say("Please pick a class or a student."))
        made = RestDay(
            org_id=account.org_id,
            id=derived_id("rest_day", whose, _checked(day)),
            class_id=class_id,
            student_id=student_id,
            day=day,
            present=present,
        )
        with desk.mirror(account.user_id).writing() as writing:
            writing.put(made)
            return _days(writing.connection, whose)

    return keeper.submit(work)


def _checked(day: str) -> str:
    try:
        ordinal(day)
    except NotADayError as error:
        raise StoreProblem(say("Please pick a day of the calendar.")) from error
    return day


def _days(connection: Connection, whose: str) -> tuple[str, ...]:
    return tuple(connection.exec_driver_sql(_DAYS, (whose, whose)).scalars())
