"""Quick Find, key by key: from the letter to the painted list, beside the search alone. The target is 50 ms."""

from __future__ import annotations

import os
import time
from typing import Annotated

import typer

from app.practising import MOST_SHOWN, TRANSLATIONS, Translated
from app.store.picking import found_games
from app.views.practice_rooms import PracticeRooms
from benchmarks.measuring import quantile, show
from domain.games.finding import Finder, Wanted

TYPED = ("major scales", "acordes de séptima", "ritmo con puntillo", "trebel staf", "notes with sharps", "xylophone")


def typed(rooms: PracticeRooms) -> tuple[list[float], list[float]]:
    """Seconds from each key to the painted page, and how much of it the screen's thread had a processor."""
    from PySide6.QtWidgets import QApplication

    from app.views.kit import icons
    from app.views.kit.theme import Look, Theme, register_fonts
    from app.views.student.quick_find import QuickFindView
    from workshop.gallery_readings import STUDENT
    from workshop.gallery_rooms import still_rooms

    application = QApplication.instance() or QApplication([])
    register_fonts()
    icons.warm_up()
    theme = Theme(Look())
    page = QuickFindView(theme, still_rooms(practice=rooms), STUDENT, lambda _: None, concept=None)
    theme.dress(page)
    page.resize(1366, 900)
    page.show()
    application.processEvents()
    times: list[float] = []
    busy: list[float] = []
    for words in TYPED:
        page.field.clear()
        application.processEvents()
        for letters in range(1, len(words) + 1):
            began, used = time.perf_counter(), time.thread_time()
            page.field.setText(words[:letters])
            application.processEvents()
            page.repaint()
            times.append(time.perf_counter() - began)
            busy.append(time.thread_time() - used)
    return times, busy


def searched(finder: Finder) -> list[float]:
    """Seconds of each search alone."""
    times: list[float] = []
    for words in TYPED:
        for letters in range(1, len(words) + 1):
            began = time.perf_counter()
            found_games(finder, Wanted(words=words[:letters]), MOST_SHOWN)
            times.append(time.perf_counter() - began)
    return times


def main(json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False) -> None:
    """Type some searches, well and badly spelled, in two languages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from msgspec.structs import replace

    from workshop.gallery_practice import catalogue, still_practice

    finder = Finder(catalogue().games, Translated(TRANSLATIONS))
    rooms = replace(still_practice(), find=lambda wanted: found_games(finder, wanted, MOST_SHOWN))
    figures: dict[str, object] = {"games": len(catalogue().games)}
    seen, busy = typed(rooms)
    for name, times in (("search", searched(finder)), ("key to picture", seen), ("of it processor", busy)):
        figures[f"{name}: median ms"] = 1000 * quantile(times, 0.5)
        figures[f"{name}: 95 % ms"] = 1000 * quantile(times, 0.95)
        figures[f"{name}: longest ms"] = 1000 * max(times)
    show("find", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
