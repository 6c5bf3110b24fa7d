"""Sums kept beside the facts, in the facts' own transaction, so that a reading never counts a million attempts.

Adding facts adds to the sums; losing a fact counts its student anew from what is left. Either way the sums equal a
recomputation, which `recounted` is.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.asking import done, done_for_each, fetched, named
from local_schema.columns import Row

_STAGE = (
    "INSERT INTO stage_summary (student_id, stage_id, attempts, passed, best, ms) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (student_id, stage_id) DO UPDATE SET attempts = attempts + excluded.attempts, "
    "passed = passed + excluded.passed, best = max(best, excluded.best), ms = ms + excluded.ms"
)
_STEP = (
    "INSERT INTO step_summary (student_id, step_id, attempts, passed, best, ms, first_at, last_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (student_id, step_id) DO UPDATE SET attempts = attempts + excluded.attempts, "
    "passed = passed + excluded.passed, best = max(best, excluded.best), ms = ms + excluded.ms, "
    "first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)"
)
_CONCEPT = (
    "INSERT INTO concept_sum (student_id, concept, right_answers, answers) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (student_id, concept) DO UPDATE SET right_answers = right_answers + excluded.right_answers, "
    "answers = answers + excluded.answers"
)
_WEEK = (
    "INSERT INTO student_week (student_id, monday, days, points) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (student_id, monday) DO UPDATE SET days = days | excluded.days, points = points + excluded.points"
)
_STUDENT = (
    "INSERT INTO student_summary (student_id, attempts, passed, ms, points, last_played_at, stale, streak_days, "
    "badges, assignments_done, assignments_total) VALUES (?, ?, ?, ?, ?, ?, 1, 0, 0, 0, 0) "
    "ON CONFLICT (student_id) DO UPDATE SET attempts = attempts + excluded.attempts, "
    "passed = passed + excluded.passed, ms = ms + excluded.ms, points = points + excluded.points, "
    "last_played_at = nullif(max(ifnull(last_played_at, 0), ifnull(excluded.last_played_at, 0)), 0), stale = 1"
)
_EARNED = (
    "INSERT INTO earned_badge (user_id, badge_id, level, award_id, crossed_at) "
    "SELECT user_id, badge_id, level, id, crossed_at FROM badge_award AS a WHERE user_id = ? "
    "AND NOT EXISTS (SELECT 1 FROM award_revocation AS r WHERE r.id = a.id) ORDER BY level, id "
    "ON CONFLICT (user_id, badge_id) DO UPDATE SET level = excluded.level, award_id = excluded.award_id, "
    "crossed_at = excluded.crossed_at"
)
# The result that stands instead of an attempt's own (`domain.records.outcomes.counted`), in SQL. An accepted attempt
# counts as it came.
_OTHERWISE = "(accepted = 0 OR accepted IS NULL AND verdict = 'mismatch')"
_STANDS = "iif(accepted = 0, 0, score), iif(accepted = 0, 0, passed)"
# The same for an attempt `a` joined to its verdict `v`.
COUNTED = "CASE v.accepted WHEN 1 THEN a.score WHEN 0 THEN 0 ELSE ifnull(v.score, a.score) END"
_SUMS_OF_A_STUDENT = ("stage_summary", "step_summary", "concept_sum", "student_week", "student_summary")
# Whose figures change with a row: the field that names the student.
_STALES = {"student_assignment": "student_id", "step_done": "student_id"}
_AWARDING = ("badge_award", "award_revocation")
RESTING = "rest_day"


class _Concepts(msgspec.Struct):
    """The part of an attempt's summary that is summed."""

    concepts: dict[str, tuple[int, int]] = {}


_CONCEPTS = msgspec.json.Decoder(_Concepts)


class Tally:
    """What one transaction changes in the sums. `write` must be called before it commits."""

    def __init__(self) -> None:
        # By (student, …). Stages and steps: [attempts, passed, best, ms], for steps also [first_at, last_at]; concepts:
        # [right, of]; weeks: [days as bits, points].
        self._stages: dict[tuple[str, ...], list[int]] = {}
        self._steps: dict[tuple[str, ...], list[int]] = {}
        self._concepts: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
        self._weeks: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
        self._students: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
        self._earners: set[str] = set()
        self._recount: set[str] = set()
        self._all_stale = False

    def added(self, entity: str, rows: Iterable[Row]) -> None:
        """Rows that were not there before."""
        if entity == "student_attempt":
            for row in rows:
                self._attempt(row)
        elif entity == "points_entry":
            for row in rows:
                self._weeks[row["student_id"], week_of(row["earned_on"])[0]][1] += row["points"]
                self._students[row["student_id"]][3] += row["points"]
        else:
            self.changed(entity, rows)

    def changed(self, entity: str, rows: Iterable[Row]) -> None:
        """Rows that were there before, or that nothing is summed from."""
        if entity in _AWARDING:
            self._earners.update(row["user_id"] for row in rows)
        elif entity == "attempt_verdict":
            doubted = (row for row in rows if row["verdict"] == "mismatch" or row.get("accepted") is not None)
            self._recount.update(row["student_id"] for row in doubted)
        elif entity in _STALES:
            for row in rows:
                _ = self._students[row[_STALES[entity]]]
        elif entity == RESTING:
            self._all_stale = True

    def removed(self, entity: str, rows: Iterable[Row]) -> None:
        """Rows that this mirror has lost."""
        if entity in ("student_attempt", "points_entry"):
            self._recount.update(row["student_id"] for row in rows)
        else:
            self.changed(entity, rows)

    def _attempt(self, row: Row) -> None:
        student, passed, score, ms = row["student_id"], int(row["passed"]), row["score"], row["duration_ms"]
        _gather(self._stages, (student, row["stage_id"]), passed, score, ms)
        if row["step_id"] is not None:
            key, at = (student, row["step_id"]), row["created_at"]
            _gather(self._steps, key, passed, score, ms)
            first, last = self._steps[key][4:] or (at, at)
            self._steps[key][4:] = [min(first, at), max(last, at)]
        for concept, (right, of) in _CONCEPTS.decode(row["session_data"]).concepts.items():
            self._concepts[student, concept][0] += right
            self._concepts[student, concept][1] += of
        monday, weekday = week_of(row["played_on"])
        self._weeks[student, monday][0] |= 1 << weekday
        sums = self._students[student]
        sums[0], sums[1], sums[2] = sums[0] + 1, sums[1] + passed, sums[2] + ms
        sums[4] = max(sums[4], row["created_at"])

    def write(self, connection: Connection) -> None:
        """Bring the sums up to date."""
        self._drop_recounted()
        for sql, sums in ((_STAGE, self._stages), (_STEP, self._steps), (_CONCEPT, self._concepts)):
            # In the order of the keys, so that neighbours are found in the page that was just read.
            _upsert(connection, sql, [(*key, *values) for key, values in sorted(sums.items())])
        _upsert(connection, _WEEK, [(*key, *values) for key, values in sorted(self._weeks.items())])
        students = [(s, a, p, ms, points, at or None) for s, (a, p, ms, points, at) in self._students.items()]
        _upsert(connection, _STUDENT, students)
        if self._all_stale:
            done(connection, "UPDATE student_summary SET stale = 1")
        for student in self._recount:
            recounted(connection, student)
        earners = [(user,) for user in self._earners]
        _upsert(connection, "DELETE FROM earned_badge WHERE user_id = ?", earners)
        _upsert(connection, _EARNED, earners)
        _upsert(connection, _STUDENT, [(user, 0, 0, 0, 0, None) for user in self._earners])

    def _drop_recounted(self) -> None:
        # A recount sees the rows that this transaction has added, so they must not be added to it again.
        for sums in (self._stages, self._steps, self._concepts):
            for key in [key for key in sums if key[0] in self._recount]:
                del sums[key]
        for week in [week for week in self._weeks if week[0] in self._recount]:
            del self._weeks[week]
        for student in self._recount:
            self._students.pop(student, None)


@lru_cache(maxsize=4096)
def week_of(day: str) -> tuple[int, int]:
    """The ordinal of a calendar day's Monday, and its weekday from 0; (0, 0) for what is no day."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return 0, 0
    return date.toordinal() - date.weekday(), date.weekday()


def days_played(connection: Connection, student_id: str) -> list[str]:
    """The calendar days on which a student has played, as ISO text, in order."""
    found = fetched(
        connection,
        "SELECT monday, days FROM student_week WHERE student_id = ? AND days AND monday ORDER BY monday",
        (student_id,),
    )
    return [
        datetime.date.fromordinal(monday + weekday).isoformat()
        for monday, days in found
        for weekday in range(7)
        if days >> weekday & 1
    ]


def _gather(all_sums: dict[tuple[str, ...], list[int]], key: tuple[str, ...], passed: int, score: int, ms: int) -> None:
    if (sums := all_sums.get(key)) is None:
        all_sums[key] = [1, passed, score, ms]
        return
    sums[:4] = [sums[0] + 1, sums[1] + passed, max(sums[2], score), sums[3] + ms]


def _upsert(connection: Connection, sql: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        done_for_each(connection, sql, rows)


def judged(connection: Connection, attempts: list[Row]) -> list[Row]:
    """The attempts with the result that stands, where that is another than the one that came (decision 21)."""
    others: dict[str, tuple[int, bool]] = {}
    for start in range(0, len(attempts), 500):
        ids = tuple(row["id"] for row in attempts[start : start + 500])
        marks = ",".join("?" * len(ids))
        sql = f"SELECT id, {_STANDS} FROM attempt_verdict WHERE {_OTHERWISE} AND id IN ({marks})"
        others.update({i: (score, passed) for i, score, passed in fetched(connection, sql, ids)})
    if not others:
        return attempts
    found = [(row, others.get(row["id"])) for row in attempts]
    return [row if other is None else {**row, "score": other[0], "passed": other[1]} for row, other in found]


def recounted(connection: Connection, student: str) -> None:
    """Throw one student's sums away and count them anew from the facts that are there."""
    for table in _SUMS_OF_A_STUDENT:
        done(connection, f"DELETE FROM {table} WHERE student_id = ?", (student,))
    tally = Tally()
    for entity in ("student_attempt", "points_entry", "badge_award"):
        owner = "user_id" if entity == "badge_award" else "student_id"
        facts = named(connection, f"SELECT * FROM {entity} WHERE {owner} = ?", (student,))
        tally.added(entity, judged(connection, facts) if entity == "student_attempt" else facts)
    tally.write(connection)


def recounted_all(connection: Connection) -> None:
    """Count everybody anew: after a migration, and in tests."""
    done(connection, "DELETE FROM earned_badge")
    students = fetched(
        connection,
        "SELECT student_id FROM student_summary UNION SELECT student_id FROM student_attempt "
        "UNION SELECT student_id FROM points_entry UNION SELECT user_id FROM badge_award",
    )
    for (student,) in students:
        recounted(connection, student)
