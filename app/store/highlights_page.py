"""The page of highlights: the carousel, who did more than usual lately, and the rules that anybody may read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future

from sqlalchemy import Connection

from app.store.community_readings import Growing, HighlightsPage
from app.store.highlights import lit_in
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import STAFF, who_is
from app.store.readings import Account
from app.store.tally import week_of
from domain.community.highlights import Growth, growth, rules, top_performers
from domain.records import buckets
from domain.records.identity import AccessRole

# How many are named. A month is the last four weeks, so that it is as long as those it is measured by.
_MOST, _MONTH = 5, 4
# Against how many weeks and months before.
_WEEKS_BEFORE, _MONTHS_BEFORE = 8, 3
_CLASSES = (
    "SELECT c.id, c.class_name FROM school_class AS c WHERE c.status = 'active' AND (c.teacher_id = ? OR c.id IN "
    "(SELECT class_id FROM class_enrollment WHERE student_id = ? AND present)) ORDER BY c.class_name, c.id"
)
_ALL_CLASSES = "SELECT id, class_name FROM school_class WHERE status = 'active' ORDER BY class_name, id"
_STUDENTS = "SELECT student_id FROM class_enrollment WHERE class_id = ? AND present ORDER BY student_id"
# Whoever stands on boards has points in the bucket of the class; a teacher's mirror holds those of the others, too.
_ON_BOARDS = (
    "SELECT 1 FROM points_entry AS p JOIN bucket_row AS b ON b.entity = 'points_entry' AND b.row_id = p.id "
    "JOIN bucket_cursor AS c ON c.bucket_key = b.bucket_key WHERE p.student_id = ? AND c.bucket = ? LIMIT 1"
)
_POINTS = "SELECT monday, points FROM student_week WHERE student_id = ? AND monday BETWEEN ? AND ?"


def highlights_page(*, keeper: Keeper, account: Account, class_id: str | None = None) -> Future[HighlightsPage]:
    """What is in the light in a class; without an id in the first one of the account."""

    def work(desk: Desk) -> HighlightsPage:
        with desk.mirror(account.user_id).reading() as connection:
            return _page(desk, connection, account, class_id)

    return keeper.submit(work)


def _page(desk: Desk, connection: Connection, account: Account, class_id: str | None) -> HighlightsPage:
    choices = _classes(connection, account)
    chosen = class_id or next((each for each, _ in choices), "")
    week, month = _growths(connection, chosen, week_of(desk.day(desk.now()))[0])
    return HighlightsPage(
        class_id=chosen,
        class_name=dict(choices).get(chosen, ""),
        classes=choices,
        cards=lit_in(desk, connection, account, chosen),
        growing=_growing(connection, week),
        month=_growing(connection, month),
        rules=rules(),
    )


def _classes(connection: Connection, account: Account) -> tuple[tuple[str, str], ...]:
    everything = account.role in STAFF and account.role is not AccessRole.TEACHER
    sql = _ALL_CLASSES if everything else _CLASSES
    found = connection.exec_driver_sql(sql, () if everything else (account.user_id, account.user_id))
    return tuple((str(class_id), str(name)) for class_id, name in found)


def _growths(connection: Connection, class_id: str, monday: int) -> tuple[tuple[Growth, ...], tuple[Growth, ...]]:
    """This week and this month of each student who stands on boards."""
    bucket = buckets.of_class(class_id)
    students = [row["student_id"] for row in rows(connection, _STUDENTS, class_id)]
    on_boards = [s for s in students if connection.exec_driver_sql(_ON_BOARDS, (s, bucket)).first() is not None]
    weeks = {student: _weeks(connection, student, monday) for student in on_boards}
    week, month = (
        tuple(
            growth(student, _within(found, monday, length * (1 + before)), monday=monday, length=length)
            for student, found in weeks.items()
        )
        for length, before in ((1, _WEEKS_BEFORE), (_MONTH, _MONTHS_BEFORE))
    )
    return week, month


def _weeks(connection: Connection, student_id: str, monday: int) -> dict[int, int]:
    first = monday - 7 * (_MONTH * (1 + _MONTHS_BEFORE) - 1)
    found = connection.exec_driver_sql(_POINTS, (student_id, first, monday))
    return {int(each): int(points) for each, points in found}


def _within(weeks: Mapping[int, int], monday: int, many: int) -> dict[int, int]:
    return {each: points for each, points in weeks.items() if each > monday - 7 * many}


def _growing(connection: Connection, growths: Iterable[Growth]) -> tuple[Growing, ...]:
    """Who did more than their own usual: a beginner can be first as easily as anybody."""
    return tuple(
        Growing(who=who_is(connection, g.student_id), points=g.points, more=g.points - g.usual)
        for g in top_performers(growths, _MOST)
        if g.points > g.usual
    )
