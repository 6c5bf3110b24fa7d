"""The longest time the screen's thread is away while a sync of 100,000 rows runs: beside the same thread left alone.

A timer of a millisecond ticks on the Qt thread; what lies between two ticks beyond that millisecond is the time away.
On Linux the scheduler says how much of it the thread was ready and other programs had the processors ("crowded out").
What is left is "held up": it waited for Python's lock, which the sync had. Who has the lock may be crowded out as well,
so "held up by work" is how much of that the program's other threads worked: what it can do something about.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from app.store.keeper import Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from app.sync.enrolment import enrol
from app.sync.road import Road
from benchmarks.line import Program
from benchmarks.measuring import quantile, show
from benchmarks.peer_ours import client_school, wall_clock
from benchmarks.sync import served
from domain.games.catalogue import Catalogue
from domain.records.identity import AccessRole

TICK = 0.001


class Moment(NamedTuple):
    """A tick, in seconds: the clock, what this thread and the others worked, how long it was ready and could not."""

    at: float
    worked: float
    others: float
    crowded: float


def moment() -> Moment:
    """Now, on this thread. Without Linux's scheduler nothing counts as crowded out."""
    try:
        crowded = int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        crowded = 0.0
    worked = time.thread_time()
    return Moment(time.perf_counter(), worked, time.process_time() - worked, crowded)


def away_while(running: threading.Thread | None, seconds: float) -> list[Moment]:
    """The Qt thread's ticks while `running` lives or for so many seconds."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtGui import QGuiApplication

    app = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    times: list[Moment] = []
    ends = time.perf_counter() + seconds

    def tick() -> None:
        times.append(moment())
        if not running.is_alive() if running else times[-1].at > ends:
            app.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    if running is not None:
        running.start()
    timer.start(1)
    app.exec()
    timer.stop()
    return times


def gaps_of(ticks: Sequence[Moment]) -> dict[str, list[float]]:
    """Between each tick and the next: seconds away, crowded out by other programs, held up, and held up by work."""
    found: dict[str, list[float]] = {"away": [], "crowded out": [], "held up": [], "held up by work": []}
    for earlier, later in pairwise(ticks):
        away = max(0.0, later.at - earlier.at - TICK)
        crowded = min(away, later.crowded - earlier.crowded)
        found["away"].append(away)
        found["crowded out"].append(crowded)
        held = max(0.0, away - crowded - (later.worked - earlier.worked))
        found["held up"].append(held)
        found["held up by work"].append(min(held, later.others - earlier.others))
    return found


def synced(folder: Path, port: int) -> tuple[Keeper, threading.Thread]:
    """A second machine of the student, about to read everything on a thread of its own."""
    school = client_school(folder)
    keeper = Keeper(
        folder=folder / "screen",
        secrets=FileSecrets(folder / "screen-keys.json"),
        now=wall_clock,
        catalogue=Catalogue([]),
    )
    enrol(keeper=keeper, centre=f"http://127.0.0.1:{port}", code=school.code, machine_name="screen")
    student = Account(
        user_id=school.students[0], org_id=school.org, role=AccessRole.STUDENT, display_name="", avatar="note"
    )
    grant(keeper=keeper, account=student, verifier="checked elsewhere").result()
    road = Road(keeper=keeper)
    return keeper, threading.Thread(target=road.exchange, args=(student.user_id,), name="sync")


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    rows: Annotated[int, typer.Option(help="Attempts to read.")] = 100_000,
) -> None:
    """Fill a centre, then watch the Qt thread while a machine reads it all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    module = "benchmarks.peer_ours"
    with (
        served(module) as (folder, port, _server),
        Program(module, "client", str(folder), str(port), "a", "0") as first,
    ):
        first.do("enroll")
        first.do("insert", n=rows)
        first.do("sync", mode="push")
        before = away_while(None, 5.0)
        keeper, thread = synced(folder, port)
        began = time.monotonic()
        busy = away_while(thread, 0.0)
        figures: dict[str, object] = {"rows": rows, "sync s": time.monotonic() - began}
        after = away_while(None, 5.0)
        keeper.close()
    for name, ticks in (("alone before", before), ("while it syncs", busy), ("alone after", after)):
        for what, gaps in gaps_of(ticks).items():
            figures[f"{name}: {what}, longest ms"] = 1000 * max(gaps)
            figures[f"{name}: {what}, 99.9 % ms"] = 1000 * quantile(gaps, 0.999)
    figures["load"] = os.getloadavg()[0]
    show("ui", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
