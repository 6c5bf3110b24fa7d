"""The longest time the screen's thread is away while a sync of 100,000 rows runs: beside the same thread left alone.

A timer of a millisecond ticks on the Qt thread; what lies between two ticks beyond that millisecond is the time away.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path
from typing import Annotated

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


def away_while(running: threading.Thread | None, seconds: float) -> list[float]:
    """How long the Qt thread was away between its ticks, in seconds, while `running` lives or for so long."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtGui import QGuiApplication

    app = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    times: list[float] = []
    ends = time.perf_counter() + seconds

    def tick() -> None:
        times.append(time.perf_counter())
        if not running.is_alive() if running else times[-1] > ends:
            app.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    if running is not None:
        running.start()
    timer.start(1)
    app.exec()
    timer.stop()
    return [max(0.0, later - earlier - TICK) for earlier, later in pairwise(times)]


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
        alone = away_while(None, 5.0)
        keeper, thread = synced(folder, port)
        began = time.monotonic()
        busy = away_while(thread, 0.0)
        figures: dict[str, object] = {"rows": rows, "sync s": time.monotonic() - began}
        keeper.close()
    for name, gaps in (("alone", alone), ("while it syncs", busy)):
        figures[f"{name}: longest away ms"] = 1000 * max(gaps)
        figures[f"{name}: 99.9 % ms"] = 1000 * quantile(gaps, 0.999)
        figures[f"{name}: median ms"] = 1000 * quantile(gaps, 0.5)
    show("ui", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
