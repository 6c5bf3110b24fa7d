"""The windows: the first page at once and the machine behind it, or the display on the wall.

Until the first paint nothing is loaded but Qt and the sign-in page; its tiles are those that were shown last. What is
touched before the machine is open waits for it and is not lost.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.opening import Opening
from app.settings import SettingsFile
from app.store.glance import at_once, last_page
from app.store.lock import FileLock, hold
from app.store.problems import StoreProblem
from app.views.kit.language import speak
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.rooms import News
from app.views.window import MainWindow

if TYPE_CHECKING:
    import argparse

    from app.desktop import Desktop


def show(options: argparse.Namespace) -> int:
    """The window or the display that the command line asks for, until it is closed: the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("MLC Classroom")
    register_fonts()
    speak(application, QLocale())
    try:
        lock = hold(options.data)
    except StoreProblem as problem:
        explain(problem)
        return 1
    return show_display(options, lock) if options.kiosk else show_window(options, lock)


def show_window(options: argparse.Namespace, lock: FileLock) -> int:
    """The window of a lab computer until it is closed: the exit status. What can wait starts after its first paint."""
    settings, news, people = SettingsFile(options.data), News(), people_in(options.demonstration)
    make = partial(open_machine, options, news=news, settings=settings, lock=lock, demonstration=people)
    opening = Opening(
        make,
        news=news,
        settings=settings,
        last_page=partial(last_page, options.data),
        at_once=at_once(options.data),
        demonstration=people,
        centre=options.centre,
    )
    opening.failed.connect(_cannot_open)
    window = MainWindow(opening.rooms(), painted=partial(painted, opening, options))
    show_on(window, window.screen().availableSize())
    try:
        return QApplication.exec()
    finally:
        window.close()
        opening.close()


def show_on(window: QWidget, room: QSize) -> None:
    """Show a window on a screen with this room: all of it where it would not fit."""
    if window.width() < room.width() and window.height() < room.height():
        window.show()
        return
    window.resize(window.size().boundedTo(room))
    window.showMaximized()


def open_machine(
    options: argparse.Namespace,
    *,
    news: News,
    settings: SettingsFile,
    lock: FileLock,
    demonstration: Sequence[tuple[str, str, str]] = (),
) -> Desktop:
    """Build the machine and start what it has. Not on the screen's thread: it takes most of a second."""
    # httpx brings a command line of its own, with three libraries and 8 MiB, wherever those are installed.
    sys.modules["httpx._main"] = None  # type: ignore[assignment]
    from app.desktop import Desktop

    machine = Desktop(
        options.data,
        midi_driver=options.midi_driver,
        sound=not (options.silent or options.kiosk),
        demonstration=demonstration,
        news=news,
        settings=settings,
        lock=lock,
    )
    machine.start()
    if options.code_file is not None and not options.kiosk:
        machine.join_at_start(options.centre, options.code_file, options.name)
    return machine


def painted(opening: Opening, options: argparse.Namespace) -> None:
    """The first page is there: open the machine."""
    end_on_signals(opening)
    if options.say_when_painted:
        say_painted()
    note(options.data)
    gc.enable()
    opening.opened.connect(partial(listen, opening))
    opening.begin()


def say_painted() -> None:
    """For whoever waits for the window from outside."""
    print("painted", flush=True)  # noqa: T201 - what the option is for


def note(folder: Path) -> None:
    """From now on the program notes how it runs; before the first paint that would cost time."""
    from app.log import note_into

    note_into(folder)


def end_on_signals(owner: QObject) -> None:
    """From now on Ctrl-C closes the program in order."""
    from app.ending import Ending

    Ending(owner)


def listen(opening: Opening, machine: Desktop) -> None:
    """Let the system's hints about the network reach the road."""
    from app.waking import Waking

    # The machine is there until the end: to look through it for garbage again and again held a frame up for 50 ms.
    gc.freeze()
    Waking(machine.road.kick, opening)


def show_display(options: argparse.Namespace, lock: FileLock) -> int:
    """The display on the wall until it is closed: the exit status."""
    from app.views.kiosk.display import Display

    gc.enable()
    note(options.data)
    settings, news = SettingsFile(options.data), News()
    try:
        machine = open_machine(options, news=news, settings=settings, lock=lock)
    except StoreProblem as problem:
        explain(problem)
        return 1
    if options.centre:
        machine.pair(options.centre, options.name or "Display")
    window = Display(Theme(settings.now.look), machine.display_rooms(), leave=QApplication.quit)
    if options.window:
        window.resize(1280, 720)
        window.show()
    else:
        window.showFullScreen()
    end_on_signals(window)
    if options.say_when_painted:
        QTimer.singleShot(0, window, say_painted)
    try:
        return QApplication.exec()
    finally:
        window.close()
        machine.close()


def people_in(file: Path | None) -> list[tuple[str, str, str]]:
    """Whom one can be on a demonstration machine; nobody, where no file says so."""
    return msgspec.json.decode(file.read_bytes(), type=list[tuple[str, str, str]]) if file else []


def _cannot_open(problem: Exception) -> None:
    explain(problem)
    QApplication.exit(1)


def show_problem(problem: Exception) -> None:
    """Say in a window, before there is any other, why the program cannot start; nothing, where there is no screen."""
    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}):
        return
    application = QApplication(sys.argv[:1])
    register_fonts()
    speak(application, QLocale())
    explain(problem)


def explain(problem: Exception) -> None:
    """Say in a window why the program cannot start."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from app.views.kit.asking import sentence_of

    box = QMessageBox(QMessageBox.Icon.Information, "MLC Classroom", sentence_of(problem))
    box.setTextFormat(Qt.TextFormat.PlainText)
    Theme(Look()).dress(box)
    box.exec()
