"""The sums behind a heat map, one student at a time, so that nobody waits for a whole class to be counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from concurrent.futures import Future

import msgspec

from app.store.keeper import Desk, Keeper, Urgency
from app.store.people import STAFF
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.learning.heat import CONCEPT, NOTE, WEEKS, Sums, add, is_note, weeks_until
from domain.music.say import say

_PLAYED = (
    "SELECT played_on, session_data FROM student_attempt WHERE student_id = ? AND created_at >= ? ORDER BY created_at"
)
_IN_CLASS = (
    "SELECT e.student_id FROM class_enrollment AS e JOIN member AS m ON m.id = e.student_id "
    "WHERE e.class_id = ? AND e.present AND m.status = 'active'"
)
# Days are the students' own, times are UTC: a day more is read than can be shown.
_DAY = 24 * 3600 * 1_000_000


class _Answers(msgspec.Struct):
    """The part of an attempt's summary that is summed."""

    concepts: dict[str, tuple[int, int]] = {}
    notes: dict[str, tuple[int, int]] = {}


_ANSWERS = msgspec.json.Decoder(_Answers)


def today(*, keeper: Keeper) -> Future[str]:
    """The calendar day where this machine stands, as ISO text."""
    return keeper.submit(lambda desk: desk.day(desk.now()), Urgency.LATER)


def students_in(*, keeper: Keeper, account: Account, class_id: str) -> Future[tuple[str, ...]]:
    """Who is in a class. Raises StoreProblem for who is no teacher."""

    def work(desk: Desk) -> tuple[str, ...]:
        if account.role not in STAFF:
            raise StoreProblem(say("Only teachers can do this."))
        with desk.mirror(account.user_id).reading() as connection:
            return tuple(connection.exec_driver_sql(_IN_CLASS, (class_id,)).scalars())

    return keeper.submit(work, Urgency.LATER)


def played_by(*, keeper: Keeper, account: Account, student_id: str) -> Future[list[tuple[str, str]]]:
    """(the day, the summary as it is kept) of what one student has played in the weeks of a map, for `sums_of`.

    Raises StoreProblem for another child's.
    """

    def work(desk: Desk) -> list[tuple[str, str]]:
        if account.user_id != student_id and account.role not in STAFF:
            raise StoreProblem(say("This play is not on this computer any more."))
        with desk.mirror(account.user_id).reading() as connection:
            found = connection.exec_driver_sql(_PLAYED, (student_id, _since(desk)))
            return [(day, summary) for day, summary in found]

    return keeper.submit(work, Urgency.LATER)


def sums_of(played: Iterable[tuple[str, str]]) -> Sums:
    """The sums of what was played: counted where nobody waits for the store."""
    sums: Sums = {}
    for day, summary in played:
        answers = _ANSWERS.decode(summary)
        add(sums, day, CONCEPT, answers.concepts)
        add(sums, day, NOTE, {name: each for name, each in answers.notes.items() if is_note(name)})
    return sums


def _since(desk: Desk) -> int:
    first = datetime.date.fromisoformat(weeks_until(desk.day(desk.now()), WEEKS)[0])
    begins = datetime.datetime(first.year, first.month, first.day, tzinfo=datetime.UTC)
    return int(begins.timestamp()) * 1_000_000 - _DAY
