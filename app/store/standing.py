"""The figures of a student that are no sums: streak, badges, assignments. Counted anew after a change."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from app.store.assignments import Assigned
from app.store.mirror import rows
from app.store.tally import days_played
from domain.achievements import streaks

_TOP = "SELECT award_id FROM earned_badge WHERE user_id = ? ORDER BY level DESC, crossed_at DESC, award_id LIMIT 1"
_REST = (
    "SELECT DISTINCT day FROM rest_day WHERE present AND (student_id = ? OR class_id IN "
    "(SELECT class_id FROM class_enrollment WHERE student_id = ? AND present))"
)


def rest_days(connection: Connection, student_id: str) -> frozenset[str]:
    """The holidays of a student's classes and their own rest passes, as ISO days."""
    return frozenset(connection.exec_driver_sql(_REST, (student_id, student_id)).scalars())


def class_rest_days(connection: Connection, class_id: str) -> frozenset[str]:
    """The holidays of one class, as ISO days."""
    sql = "SELECT day FROM rest_day WHERE present AND class_id = ?"
    return frozenset(connection.exec_driver_sql(sql, (class_id,)).scalars())


def refresh(connection: Connection, student_id: str) -> None:
    """Count one student's figures anew and say that they are fresh."""
    played = days_played(connection, student_id)
    run, last = _last_run(played, rest_days(connection, student_id))
    badges = connection.exec_driver_sql(
        "SELECT count(*) FROM earned_badge WHERE user_id = ?", (student_id,)
    ).scalar_one()
    done, total = Assigned(connection, student_id).counts()
    connection.exec_driver_sql(
        "UPDATE student_summary SET stale = 0, streak_days = ?, streak_last_day = ?, badges = ?, top_award_id = ?, "
        "assignments_done = ?, assignments_total = ? WHERE student_id = ?",
        (run, last, badges, connection.exec_driver_sql(_TOP, (student_id,)).scalar(), done, total, student_id),
    )


def _last_run(played: Collection[str], rest: Collection[str]) -> tuple[int, str | None]:
    if not played:
        return 0, None
    last = max(played)
    return streaks.run_at(streaks.days(played), streaks.days(rest), streaks.ordinal(last)).length, last


def streak_today(days: int, last: str | None, rest: Collection[str], today: str) -> int:
    """The streak that goes on today: `days` where nothing but rest lies between its last day and yesterday, else 0."""
    if last is None or days == 0:
        return 0
    if not rest:
        return days if streaks.ordinal(today) - streaks.ordinal(last) <= 1 else 0
    between = range(streaks.ordinal(last) + 1, streaks.ordinal(today))
    resting = streaks.days(rest)
    return days if all(number in resting for number in between) else 0


def stale_students(connection: Connection, most: int) -> list[str]:
    """Some students whose figures have to be counted anew."""
    found = rows(connection, "SELECT student_id FROM student_summary WHERE stale LIMIT ?", most)
    return [row["student_id"] for row in found]
