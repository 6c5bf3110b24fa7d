"""The teacher's class view with no network: 500 students and up to a million attempts, beside one indexed SQL.

    ./mlc bench classview [--attempts 10000,100000,1000000] [--json]

The attempts are taken in as pages of a bucket, as sync brings them, so the cost of that is told as well.
"""

from __future__ import annotations

import datetime
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from app.store.classroom import class_overview, refresh_figures
from app.store.intake import take_in_pages
from app.store.keeper import Desk, Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from benchmarks.measuring import show, spread
from domain.games.catalogue import Catalogue
from domain.records import Record, entity_of
from domain.records.buckets import HASH_MODULUS, row_hash
from domain.records.identity import AccessRole, ClassEnrollment, Member, SchoolClass
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt
from domain.records.wire import PAGE_ROWS, BucketPage, Change

STUDENTS, DAYS, CONCEPTS = 500, 200, 30
TEACHER = Account(user_id="t", org_id="o", role=AccessRole.TEACHER, display_name="T", avatar="note")
# One indexed SQL of the same figures: the students' lines, and the class's concepts.
FLOOR = (
    "SELECT m.id, m.display_name, s.attempts, s.passed, s.ms, s.points FROM class_enrollment AS e "
    "JOIN member AS m ON m.id = e.student_id JOIN student_summary AS s ON s.student_id = m.id WHERE e.class_id = 'c' "
    "UNION ALL SELECT k.concept, '', sum(k.right_answers), sum(k.answers), count(*), 0 FROM class_enrollment AS e "
    "JOIN concept_sum AS k ON k.student_id = e.student_id WHERE e.class_id = 'c' GROUP BY k.concept"
)


def attempt(number: int, of: int) -> StudentAttempt:
    """One of `of` attempts over a school year, by all students in turn; ids ascend with time, as real ones do."""
    day = datetime.date(2025, 9, 1) + datetime.timedelta(days=number * DAYS // of)
    return StudentAttempt(
        org_id="o",
        id=f"{number:012x}-7000-8000-{number * 2654435761 % 2**48:012x}",
        student_id=f"s{number % STUDENTS}",
        step_id=f"step{number % 7}",
        game_id="g",
        stage_id=f"g{number % 9}-quiz",
        score=number % 100,
        max_possible_score=100,
        passed=number % 2 == 0,
        duration_ms=60_000,
        play_type=PlayType.ASSIGNED,
        session_data=AttemptSummary(judge_version=1, seed=1, level=1, concepts={f"c{number % CONCEPTS}": (7, 10)}),
        created_at=1_756_000_000_000_000 + number,
        played_on=day.isoformat(),
    )


def records(attempts: int) -> Iterator[list[Record]]:
    """The class, its people and their attempts, in lists of one entity and at most a page."""
    yield [SchoolClass(org_id="o", id="c", site_id="s", teacher_id="t", class_name="Piano")]
    ids = [f"s{number}" for number in range(STUDENTS)]
    yield [Member(org_id="o", id=i, role=AccessRole.STUDENT, display_name=i) for i in ids]
    yield [ClassEnrollment(org_id="o", id=f"e{i}", class_id="c", student_id=i, enrolled_at=1) for i in ids]
    for start in range(0, attempts, PAGE_ROWS):
        yield [attempt(number, attempts) for number in range(start, min(attempts, start + PAGE_ROWS))]


def pages(attempts: int) -> Iterator[bytes]:
    """The pages of the class's bucket as they come over the wire."""
    seq = hashed = 0
    for rows in records(attempts):
        name = entity_of(rows[0]).name
        changes = []
        for row in rows:
            seq += 1
            hashed = (hashed + row_hash(name, row.id, seq)) % HASH_MODULUS
            changes.append(Change(seq, name, row.id, False, msgspec.Raw(msgspec.json.encode(row))))
        yield msgspec.json.encode(BucketPage("staff:c", seq, seq, tuple(changes), hash=hashed, count=seq))


def _milliseconds(keeper: Keeper) -> tuple[float, float, float, float]:
    """The view and the floor, once each: by the clock, and by what they took of the processor, which a busy machine
    hardly moves.
    """
    used, begun = _processor(keeper), time.perf_counter()
    class_overview(keeper=keeper, account=TEACHER, class_id="c").result()
    view, work = time.perf_counter() - begun, _processor(keeper) - used

    def floor(desk: Desk) -> tuple[float, float]:
        begun, used = time.perf_counter(), time.thread_time()
        with desk.mirror("t").reading() as connection:
            connection.exec_driver_sql(FLOOR).fetchall()
        return time.perf_counter() - begun, time.thread_time() - used

    other, other_work = keeper.submit(floor).result()
    return 1000 * view, 1000 * work, 1000 * other, 1000 * other_work


def _processor(keeper: Keeper) -> float:
    """Seconds of the processor that the store's thread has had so far."""
    return keeper.submit(lambda _desk: time.thread_time()).result()


def measured(attempts: int, runs: int) -> dict[str, object]:
    """The figures for one number of attempts."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Keeper(
            folder=Path(folder) / "m",
            secrets=FileSecrets(Path(folder) / "k"),
            now=lambda: time.time_ns() // 1000,
            catalogue=Catalogue([]),
        ) as keeper,
    ):
        before, spent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0.0
        mirror = keeper.submit(lambda desk: desk.mirror("t").mirror_id).result()
        for body in pages(attempts):
            begun = time.perf_counter()
            page = msgspec.json.decode(body, type=BucketPage)
            take_in_pages(keeper=keeper, account_id="t", mirror=mirror, pages=[page])
            spent += time.perf_counter() - begun
        refresh_figures(keeper=keeper, account_id="t")
        taken = [_milliseconds(keeper) for _ in range(runs)]
        return {
            f"view at {attempts} attempts, ms": spread([each[0] for each in taken]),
            f"view at {attempts}, ms of the processor": spread([each[1] for each in taken]),
            f"one indexed SQL at {attempts}, ms": spread([each[2] for each in taken]),
            f"one indexed SQL at {attempts}, ms of the processor": spread([each[3] for each in taken]),
            f"taking {attempts} in, seconds": spent,
            f"memory grown at {attempts}, MiB": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
        }


def main(
    attempts: Annotated[str, typer.Option(help="Numbers of attempts, with commas.")] = "10000,100000,1000000",
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    runs: Annotated[int, typer.Option(help="Readings of each.")] = 7,
) -> None:
    """Measure the class view."""
    figures: dict[str, object] = {}
    for number in attempts.split(","):
        figures |= measured(int(number), runs)
    show("classview", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
