"""A teacher watches what a student played: staff of the class alone, and every look is in the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy
from backports import zstd
from small_school import Clock, School, opened

from central.auditing import broken_at
from central.database import sqlite_url
from central.problems import Refused
from central.progress.replay import READ_PERFORMANCE, performance_for
from central.rows import Rows
from central.serving import Serving
from central.sync.known import KnownRows
from central.sync.standing import Standing, standing_of
from central.tables import AUDIT
from domain.records.progress import Performance


def played(school: School, student: str) -> Performance:
    """An attempt of a student with its notes, pushed."""
    attempt = school.attempt(student)
    events = tuple((60 + number % 12, 80, number * 250_000) for number in range(200))
    notes = Performance(org_id=school.org_id, id=attempt.id, student_id=student, input_kind="midi", events=events)
    assert school.push(student, attempt, notes) == ["ok", "ok"]
    return notes


def standing(school: School, account: str) -> Standing:
    """An account as the rules see it."""
    with school.centre.database.reading(school.org_id) as connection:
        rows = Rows(connection, school.org_id)
        found = standing_of(rows, KnownRows(rows), account)
    assert found is not None
    return found


def lines(school: School) -> list[tuple[str, str, str]]:
    """The audit log: who, what, about which."""
    query = sqlalchemy.select(AUDIT.c.actor, AUDIT.c.action, AUDIT.c.target).where(AUDIT.c.org_id == school.org_id)
    with school.centre.database.reading(school.org_id) as connection:
        return [(row[0], row[1], row[2]) for row in connection.execute(query.order_by(AUDIT.c.number))]


def look(school: School, account: str, attempt_id: str) -> Performance:
    """One look by an account."""
    who = standing(school, account)
    return school.centre.school.within(school.org_id, lambda unit: performance_for(unit, who, attempt_id))


def test_staff_of_the_class_look_and_each_look_is_a_line_of_the_chain(school: School) -> None:
    notes = played(school, school.ada)
    for account in (school.teacher, school.admin, school.teacher):
        assert look(school, account, notes.id) == notes
    looks = [school.teacher, school.admin, school.teacher]
    assert lines(school) == [(account, READ_PERFORMANCE, notes.id) for account in looks]
    assert school.centre.school.within(school.org_id, broken_at) is None


def test_nobody_else_looks_and_no_line_says_they_did(school: School) -> None:
    notes = played(school, school.ada)
    for account in (school.other_teacher, school.guardian, school.bo, school.ada):
        with pytest.raises(Refused) as refused:
            look(school, account, notes.id)
        assert (refused.value.status, refused.value.code) == (404, "nothing_there")
    with pytest.raises(Refused):
        look(school, school.teacher, "no-such-attempt")
    assert lines(school) == []


def test_who_has_left_the_class_is_no_longer_looked_at(school: School) -> None:
    notes = played(school, school.ada)
    school.centre.school.leave(school.org_id, school.ada, school.class_id)
    with pytest.raises(Refused):
        look(school, school.teacher, notes.id)


def test_a_look_that_cannot_be_written_down_does_not_happen(school: School) -> None:
    notes = played(school, school.ada)
    who = standing(school, school.teacher)

    def cut_off(unit: object) -> Performance:
        performance_for(unit, who, notes.id)  # type: ignore[arg-type]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        school.centre.school.within(school.org_id, cut_off)
    assert lines(school) == []


def test_a_changed_line_is_found(tmp_path: Path, clock: Clock) -> None:
    """On the embedded database, whose file an administrator could edit; PostgreSQL's role may not (another test)."""
    with opened(sqlite_url(tmp_path / "centre.db"), clock) as centre:
        school = School(centre, clock)
        notes = played(school, school.ada)
        for _ in range(3):
            look(school, school.teacher, notes.id)
        centre.database.write(
            school.org_id, lambda c: c.execute(AUDIT.update().where(AUDIT.c.number == 2).values(actor=school.admin))
        )
        assert centre.school.within(school.org_id, broken_at) == 2


@contextmanager
def served(school: School) -> Iterator[httpx.Client]:
    """The school's centre over HTTP."""
    with Serving(school.centre) as serving, httpx.Client(base_url=serving.url, timeout=20) as client:
        yield client


def test_it_comes_over_http_packed_like_a_sync(school: School) -> None:
    notes = played(school, school.ada)
    path, token = f"/v1/attempts/{notes.id}/performance", {"Authorization": f"Bearer {school.enrolled.token}"}
    with served(school) as client:
        found = client.get(path, params={"account": school.teacher}, headers=token)
        assert (found.status_code, found.headers["content-type"]) == (200, "application/zstd")
        assert msgspec.json.decode(zstd.decompress(found.content), type=Performance) == notes
        assert client.get(path, params={"account": school.other_teacher}, headers=token).status_code == 404
        assert client.get(path, params={"account": school.ada}, headers=token).status_code == 403
        assert client.get(path, headers=token).status_code == 403
        assert client.get(path).status_code == 401
    assert lines(school) == [(school.teacher, READ_PERFORMANCE, notes.id)]
