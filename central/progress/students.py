"""The students whom the judge knows from its last bites, the latest first: as many as fit."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping

from central.progress.student import Student
from central.rows import Rows
from central.sync.known import KnownRows
from domain.games.catalogue import Catalogue
from domain.records.buckets import user

# Attempts behind all students who are kept: about 100 MB at the most, and two hundred students of a whole school year.
MOST_ATTEMPTS = 200_000


class Students:
    """Keeps students between bites. Whoever has taken one is alone with it until it is put back."""

    def __init__(self, catalogue: Catalogue, most: int = MOST_ATTEMPTS) -> None:
        self._catalogue = catalogue
        self._most = most
        self._kept: dict[tuple[str, str], Student] = {}
        self._weight = 0
        self._lock = threading.Lock()

    def read_ahead(self, rows: Rows, student_ids: Iterable[str]) -> None:
        """Read those who are not kept, before the transaction that others wait for."""
        known = KnownRows(rows)
        for student_id in student_ids:
            if (rows.org_id, student_id) not in self._kept:
                self._keep(rows.org_id, Student(rows, known, self._catalogue, student_id))

    def take(
        self, rows: Rows, known: KnownRows, student_id: str, new: frozenset[str] = frozenset(), *, anew: bool = False
    ) -> Student:
        """A student as they are now, without the attempts that are new. `anew`: some of those were counted before."""
        with self._lock:
            found = self._let_go((rows.org_id, student_id))
        if found is not None and not anew and found.refresh(rows, known):
            return found
        return Student(rows, known, self._catalogue, student_id, new)

    def put_back(self, org_id: str, students: Iterable[Student], wrote: Mapping[str, range]) -> None:
        """Keep them, once what they brought is committed: `wrote` are the places that it has in each bucket."""
        for student in students:
            student.wrote(wrote.get(user(student.student_id), range(0)))
            self._keep(org_id, student)

    def _keep(self, org_id: str, student: Student) -> None:
        with self._lock:
            self._let_go((org_id, student.student_id))
            self._kept[org_id, student.student_id] = student
            self._weight += _weight(student)
            while self._weight > self._most and len(self._kept) > 1:
                self._let_go(next(iter(self._kept)))

    def _let_go(self, key: tuple[str, str]) -> Student | None:
        found = self._kept.pop(key, None)
        if found is not None:
            self._weight -= _weight(found)
        return found


def _weight(student: Student) -> int:
    """What keeping a student costs, in attempts: also one who has played nothing yet."""
    return student.attempts + 50
