"""A day of the display on the wall: 7,200 turns of its pages and 1,440 readings; what it works and whether it grows.

The pages are the real ones in a real window, turned as fast as they are painted; each reading differs from the one
before, so every page is told anew. A second program is the whole display beside a bare window on the same screen: not
paired, as none of the pages adds to what it has loaded.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from benchmarks.measuring import show
from benchmarks.start import BARE, one_run, resident_mib

if TYPE_CHECKING:
    from app.store.readings import KioskReading
    from app.views.kiosk.display import Display

HOURS = 24
_DAY = 86_400


class Wall:
    """A display and the class that it shows; `hour` lets an hour pass."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from app.views.kiosk.display import Display
        from app.views.kit import icons
        from app.views.kit.theme import Look, Theme, register_fonts
        from workshop import gallery_class
        from workshop.gallery_rooms import still_display

        self._application = QApplication.instance() or QApplication([])
        register_fonts()
        icons.warm_up()
        self._now: KioskReading = gallery_class.KIOSK
        rooms = msgspec.structs.replace(still_display(), reading=self._reading)
        self.display: Display = Display(Theme(Look()), rooms, leave=lambda: None)
        self.display.resize(1366, 768)
        self.display.show()

    def _reading(self) -> Future[KioskReading]:
        news = tuple((title, f"{text} ") for title, text in self._now.announcements)
        self._now = msgspec.structs.replace(self._now, announcements=news)
        answer: Future[KioskReading] = Future()
        answer.set_result(self._now)
        return answer

    def hour(self) -> int:
        """Its turns and readings, each painted: how many pages were shown."""
        from PySide6.QtCore import QCoreApplication, QEvent

        from app.views.kiosk.display import RENEW, TURN

        turns = 3_600_000 // TURN
        for number in range(turns):
            if number * TURN % RENEW == 0:
                self.display.renew()
            self.display.turn()
            self._application.processEvents()
            self.display.repaint()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return turns


def a_day() -> dict[str, object]:
    """Work and memory of a day's rotation in this process."""
    wall = Wall()
    gc.freeze()  # as the program does once it is open
    began, hours = time.thread_time(), list[float]()
    turns = 0
    for _ in range(HOURS):
        turns += wall.hour()
        hours.append(resident_mib(os.getpid()))
    worked = time.thread_time() - began
    return {
        "turns": turns,
        "work of a turn, ms": 1000 * worked / turns,
        "processor over the day, %": 100 * worked / _DAY,
        "MiB after the first hour": hours[0],
        "MiB, middle of hours 2 to 5": statistics.median(hours[1:5]),
        "MiB, middle of the last four": statistics.median(hours[-4:]),
    }


def the_program(settle: float, idle: float) -> dict[str, object]:
    """Memory and idle load of the whole display, beside a bare window."""
    from workshop.screen import virtual_screen

    with virtual_screen() as screen, tempfile.TemporaryDirectory() as folder:
        os.environ.update(DISPLAY=screen, QT_QPA_PLATFORM="xcb")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        display = [sys.executable, "-m", "app.main", "--data", folder, "--kiosk", "--say-when-painted"]
        for _ in range(2):  # the first time the byte code is written
            ours = one_run(display, settle=settle, idle=idle)
        bare = one_run([sys.executable, "-c", BARE], settle=settle, idle=idle)
    return {
        "display rss_mib": ours["rss_mib"],
        "bare rss_mib": bare["rss_mib"],
        "ratio rss_mib": ours["rss_mib"] / bare["rss_mib"],
        "display idle_cpu_percent": ours["idle_cpu_percent"],
    }


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    settle: Annotated[float, typer.Option(help="Seconds to wait before memory and load are read.")] = 5.0,
    idle: Annotated[float, typer.Option(help="Seconds over which the idle load is read.")] = 10.0,
) -> None:
    """The whole display first, then a day of its pages."""
    figures = the_program(settle, idle)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    show("kiosk", {**figures, **a_day()}, as_json=json)


if __name__ == "__main__":
    typer.run(main)
