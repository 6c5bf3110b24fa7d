"""The feed of a class that has shared for years: how soon it is there, and how long a frame takes while it is scrolled.

A real window over a real, encrypted mirror. A frame is what the screen's thread is away between two ticks of a
millisecond while the list moves 60 times a second: making cards, reading on, laying out and painting are all in it.
"work" is the processor's time that the thread used meanwhile: it says the same on a machine that does other things.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.gathering import gathering
from app.store.keeper import Desk, Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from benchmarks.measuring import quantile, show, spread
from domain.games.catalogue import Catalogue
from domain.records.community import AchievementShare, AchievementType, EngagementCounts, ModerationState, Scope
from domain.records.identity import AccessRole, Member

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

NOW = 1_800_000_000_000_000
ME = Account(user_id="me", org_id="o", role=AccessRole.STUDENT, display_name="Blue Finch", avatar="fox")
_FRAME = 16
_ICONS = ("sight_reader", "pianist", "rhythm_keeper", "ear_trainer")
_RARITIES = ("common", "common", "uncommon", "rare", "legendary")


def filled(folder: Path, many: int) -> Keeper:
    """A mirror with so many shares of thirty students, all of a kind that this student may see."""
    keeper = Keeper(
        folder=folder / "mirrors",
        secrets=FileSecrets(folder / "keys.json"),
        now=lambda: NOW,
        catalogue=Catalogue([]),
    )

    def work(desk: Desk) -> None:
        with desk.mirror(ME.user_id).writing() as writing:
            writing.keep_newest([_member(n) for n in range(30)])
            writing.keep_newest([_share(n) for n in range(many)])
            writing.keep_newest([EngagementCounts(org_id="o", id=f"s{n}", likes=n % 7) for n in range(many)])
            writing.set_state("last_contact_at", NOW)

    keeper.submit(work).result()
    return keeper


def _member(number: int) -> Member:
    return Member(org_id="o", id=f"u{number}", role=AccessRole.STUDENT, display_name=f"Swift Lark {number}")


def _share(number: int) -> AchievementShare:
    return AchievementShare(
        org_id="o",
        id=f"s{number}",
        student_id=f"u{number % 30}",
        author_name=f"Swift Lark {number % 30}",
        author_avatar=("fox", "owl", "otter")[number % 3],
        achievement_type=AchievementType.BADGE,
        achievement_id=f"a{number}",
        title=f"Sight-reader, the {number}th time",
        context="Level III with 20 stages passed" * (1 + number % 3),
        level=1 + number % 4,
        rarity=_RARITIES[number % 5],
        icon=_ICONS[number % 4],
        message="Three weeks of practice! " * (number % 4),
        message_state=ModerationState.OK,
        scope=Scope.CLASS,
        shared_at=NOW - number * 60_000_000,
    )


def opened(keeper: Keeper) -> tuple[object, float, float]:
    """The feed in a window of its own, and the seconds from asking for it to its first cards on the screen.

    Once by the clock, once of the processor for the screen's thread.
    """
    from PySide6.QtWidgets import QApplication

    from app.views.kit.theme import Look, Theme
    from app.views.student.feed import FeedView
    from app.views.student.share_tile import ShareTile
    from workshop.gallery_rooms import still_rooms

    theme, rooms = Theme(Look()), still_rooms(now=lambda: NOW, **gathering(keeper))
    began, worked = time.perf_counter(), time.thread_time()
    view = FeedView(theme, rooms, ME, lambda _place: None)
    theme.dress(view)
    view.resize(1280, 860)
    view.show()
    while sum(tile.isVisible() for tile in view.findChildren(ShareTile)) < 3:
        QApplication.processEvents()
    view.repaint()
    return view, time.perf_counter() - began, time.thread_time() - worked


def scrolled(view: object, pixels: int, frames: int) -> list[tuple[float, float]]:
    """Seconds for which the screen's thread was away, and worked, while the list moved so many pixels a frame."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtWidgets import QScrollArea, QWidget

    assert isinstance(view, QWidget)
    area = view.findChildren(QScrollArea)[0]
    loop, ticks, moved = QEventLoop(), list[tuple[float, float]](), 0

    def move() -> None:
        nonlocal moved
        moved += 1
        area.verticalScrollBar().setValue(area.verticalScrollBar().value() + pixels)
        if moved >= frames:
            loop.quit()

    timers = [
        _timer(view, 1, lambda: ticks.append((time.perf_counter(), time.thread_time()))),
        _timer(view, _FRAME, move),
    ]
    for timer in timers:
        timer.setTimerType(Qt.TimerType.PreciseTimer)
    loop.exec()
    for timer in timers:
        timer.stop()
    return [(there - here, done - before) for (here, before), (there, done) in pairwise(ticks)]


def _timer(owner: object, milliseconds: int, then: Callable[[], None]) -> QTimer:
    from PySide6.QtCore import QObject, QTimer

    assert isinstance(owner, QObject)
    timer = QTimer(owner, interval=milliseconds)
    timer.timeout.connect(then)
    timer.start()
    return timer


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    shares: Annotated[int, typer.Option(help="Shares in the feed.")] = 10_000,
    runs: Annotated[int, typer.Option(help="How often the feed is opened.")] = 5,
) -> None:
    """Open the feed, scroll it as a wheel does, throw it to its end, and let it stand."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget

    from app.views.kit import icons
    from app.views.kit.theme import register_fonts

    application = QApplication.instance() or QApplication([])
    register_fonts()
    icons.warm_up()
    with tempfile.TemporaryDirectory() as folder:
        keeper = filled(Path(folder), shares)
        times: list[float] = []
        works: list[float] = []
        view: object = None
        gc.freeze()  # as the program does once it is open
        for _ in range(runs):
            view, seconds, work = opened(keeper)
            times.append(1000 * seconds)
            works.append(1000 * work)
        figures: dict[str, object] = {"shares": shares, "open, first cards on the screen, ms": spread(times)}
        figures["open: work ms"] = spread(works)
        for name, pixels, frames in (("standing", 0, 120), ("wheel", 120, 600), ("thrown", 4_000, 700)):
            gaps = scrolled(view, pixels, frames)
            for number, what in enumerate(("frame", "work")):
                figures[f"{name}: longest {what} ms"] = 1000 * max(gap[number] for gap in gaps)
                figures[f"{name}: {what}, 99 % ms"] = 1000 * quantile([gap[number] for gap in gaps], 0.99)
        assert isinstance(view, QWidget)
        figures["shares read at the end"] = len(view._pages.shares)  # type: ignore[attr-defined]
        keeper.close()
    show("feed", figures, as_json=json)
    del application


if __name__ == "__main__":
    typer.run(main)
