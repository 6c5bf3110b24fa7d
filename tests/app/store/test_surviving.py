"""kill -9, flipped bits, cut files, a full disk, a second program: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import writer
from store_rig import CATALOGUE, Clock, Heard
from writer import MIA, OUTCOME, open_folder

from app.store.keeper import Desk, Keeper, Urgency
from app.store.outbox import next_request
from app.store.playing import finish_attempt, start_attempt, unfinished_attempts
from app.store.playing import heard as note
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.secrets import FileSecrets
from local_schema.opening import check


def _run_and_kill(folder: Path, what: str, lines: int) -> list[str]:
    """Run the writer until it has acknowledged so many lines, kill it at once, and read what it said till then."""
    with subprocess.Popen(
        [sys.executable, writer.__file__, str(folder), what],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(lines)]
        process.kill()
        said += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    return said


def _kept(keeper: Keeper, table: str = "student_attempt") -> set[str]:
    def work(desk: Desk) -> set[str]:
        mirror = desk.mirror("u-mia")
        check(mirror.engine)
        with mirror.reading() as connection:
            return set(connection.exec_driver_sql(f"SELECT id FROM {table}").scalars())

    return keeper.submit(work).result()


def test_killed_while_it_keeps_attempts(tmp_path: Path) -> None:
    said: list[str] = []
    for lines in (1, 3, 7):
        said += _run_and_kill(tmp_path, "play", lines)
        with open_folder(tmp_path) as keeper:
            kept = _kept(keeper)
            assert kept >= set(said)
            assert _kept(keeper, "performance") == kept
            assert {op.id for op in next_request(keeper=keeper, account_id="u-mia").result().ops} == kept
            assert len(unfinished_attempts(keeper=keeper, account=MIA).result()) <= 3


def test_killed_in_the_middle_of_a_performance(tmp_path: Path) -> None:
    said = _run_and_kill(tmp_path, "perform", 40)
    with open_folder(tmp_path) as keeper:
        (left,) = unfinished_attempts(keeper=keeper, account=MIA).result()
        assert len(left.events) >= int(said[-1])
        assert [event[0] for event in left.events] == list(range(len(left.events)))


def _finish(keeper: Keeper, account: Account) -> str:
    attempt = start_attempt(keeper=keeper, account=account, game_id="G-00001", stage_id="G-00001-quiz").result()
    finish_attempt(
        keeper=keeper, account=account, attempt=attempt, outcome=OUTCOME, duration_ms=1, events=[(0, 60, 90)]
    ).result()
    return attempt.attempt_id


def _mirror_file(keeper: Keeper) -> Path:
    return keeper.submit(lambda desk: desk.mirror("u-mia").path).result()


def _flip(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.choice([1, 8, 200])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_mirror_is_put_aside_and_what_was_not_sent_comes_back(
    open_keeper: Callable[[], Keeper], mia: Account, heard: Heard, seed: int
) -> None:
    chance = random.Random(seed)
    keeper = open_keeper()
    made = {_finish(keeper, mia) for _ in range(3)}
    path = _mirror_file(keeper)
    name = keeper.submit(lambda desk: desk.mirror("u-mia").mirror_id).result()
    keeper.close()
    content = bytearray(path.read_bytes())
    cut = content[: chance.randrange(len(content))] if chance.random() < 0.4 else _flip(content, chance)
    path.write_bytes(cut)
    again = open_keeper()
    made.add(_finish(again, mia))
    assert again.submit(_read_everything).result() >= made
    assert again.submit(_points).result() == 4 * 20
    request = next_request(keeper=again, account_id="u-mia").result()
    assert {op.id for op in request.ops if op.entity == "student_attempt"} == made
    if heard.troubles:
        assert request.mirror != name
        assert "damaged" in heard.troubles[0][1].english()
        assert list(path.parent.glob("*.damaged-*"))


def _points(desk: Desk) -> int:
    with desk.mirror("u-mia").reading() as connection:
        log = connection.exec_driver_sql("SELECT sum(points) FROM points_entry").scalar_one()
        kept = connection.exec_driver_sql("SELECT points FROM student_summary").scalar_one()
    assert log == kept
    return int(kept)


def _read_everything(desk: Desk) -> set[str]:
    """Read every page: what was flipped in a page that nobody needed till now is found here."""
    mirror = desk.mirror("u-mia")
    with mirror.reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for table in tables:
            connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()
        return set(connection.exec_driver_sql("SELECT id FROM student_attempt").scalars())


def test_a_cut_log_of_sqlite_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    said = _run_and_kill(tmp_path, "play", 5)
    # The account's, and the machine's own.
    for log in (tmp_path / "mirrors").glob("*.mirror-wal"):
        content = log.read_bytes()
        log.write_bytes(content[: len(content) // 2])
    with open_folder(tmp_path) as keeper:
        assert _kept(keeper) >= set(said)
        assert {op.id for op in next_request(keeper=keeper, account_id="u-mia").result().ops} >= set(said)


def test_a_full_disk_is_said_and_nothing_is_half_done(keeper: Keeper, mia: Account) -> None:
    before = _finish(keeper, mia)

    def limit(desk: Desk, pages: int) -> None:
        raw = desk.mirror("u-mia").engine.raw_connection()
        raw.cursor().execute(f"PRAGMA max_page_count = {pages}")
        raw.close()

    keeper.submit(lambda desk: limit(desk, 1)).result()
    attempt = start_attempt(keeper=keeper, account=mia, game_id="G-00001", stage_id="G-00001-quiz").result()
    noise = random.Random(1)
    events = [(n, 60, noise.randrange(128)) for n in range(16_000)]

    def finish() -> Any:
        return finish_attempt(
            keeper=keeper, account=mia, attempt=attempt, outcome=OUTCOME, duration_ms=1, events=events
        ).result()

    with pytest.raises(StoreProblem, match="disk is full"):
        finish()
    assert _kept(keeper) == {before}
    keeper.submit(lambda desk: limit(desk, 1 << 30)).result()
    assert finish().attempt_id == attempt.attempt_id
    assert _kept(keeper) == {before, attempt.attempt_id}


def test_a_second_program_on_the_same_folder_is_told_so(keeper: Keeper, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="already open"):
        Keeper(folder=tmp_path / "mirrors", secrets=FileSecrets(tmp_path / "k"), now=Clock(), catalogue=CATALOGUE)


def test_a_lost_machine_key_is_said_and_no_mirror_is_thrown_away(
    open_keeper: Callable[[], Keeper], mia: Account, tmp_path: Path
) -> None:
    keeper = open_keeper()
    made = _finish(keeper, mia)
    keeper.close()
    keys = (tmp_path / "keys.json").read_bytes()
    (tmp_path / "keys.json").unlink()
    with pytest.raises(StoreProblem, match="key is missing"):
        _finish(open_keeper(), mia)
    (tmp_path / "keys.json").write_bytes(keys)
    assert _kept(open_keeper()) == {made}


def test_closing_ends_the_thread_finishes_deeds_and_drops_the_rest(
    open_keeper: Callable[[], Keeper], mia: Account
) -> None:
    keeper = open_keeper()
    started, go_on = threading.Event(), threading.Event()

    def busy(desk: Desk) -> None:
        started.set()
        go_on.wait(10)

    keeper.submit(busy)
    assert started.wait(10)
    deed = keeper.submit(lambda desk: desk.new_id())
    later = keeper.submit(lambda _desk: None, Urgency.LATER)
    closing = threading.Thread(target=keeper.close)
    closing.start()
    go_on.set()
    closing.join(10)
    assert deed.result()
    with pytest.raises(StoreProblem):
        later.result()
    with pytest.raises(StoreProblem):
        keeper.submit(lambda _desk: None).result()
    assert not [thread for thread in threading.enumerate() if thread.name == "store"]


def test_a_deed_does_not_wait_behind_the_roads_work(keeper: Keeper) -> None:
    order: list[str] = []
    started, go_on = threading.Event(), threading.Event()

    def first(desk: Desk) -> None:
        started.set()
        go_on.wait(10)

    keeper.submit(first)
    assert started.wait(10)
    pages = [keeper.submit(lambda _desk, n=n: order.append(f"page {n}"), Urgency.LATER) for n in range(3)]
    deed = keeper.submit(lambda _desk: order.append("deed"))
    go_on.set()
    for done in (*pages, deed):
        done.result(10)
    assert order == ["deed", "page 0", "page 1", "page 2"]


def test_a_disk_that_is_full_while_notes_come_is_told_and_the_store_goes_on(
    keeper: Keeper, mia: Account, heard: Heard, tmp_path: Path
) -> None:
    attempt = start_attempt(keeper=keeper, account=mia, game_id="G-00001", stage_id="G-00001-quiz").result()

    def onto_a_full_disk(desk: Desk) -> None:
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, desk.running.journal(attempt.attempt_id).handle)
        os.close(full)

    keeper.submit(onto_a_full_disk).result()
    note(keeper=keeper, attempt=attempt, event=(1, 60, 90))
    keeper.submit(lambda _desk: None).result()
    assert "full" in heard.troubles[-1][1].english() or "does not answer" in heard.troubles[-1][1].english()
    assert _finish(keeper, mia)


def test_a_listener_that_fails_does_not_make_a_deed_look_refused(tmp_path: Path, mia: Account) -> None:
    def fails(_account: str, _entities: frozenset[str]) -> None:
        raise RuntimeError("a view is broken")

    with Keeper(
        folder=tmp_path / "m",
        secrets=FileSecrets(tmp_path / "k"),
        now=Clock(),
        catalogue=CATALOGUE,
        on_change=fails,
    ) as keeper:
        assert _finish(keeper, mia)
