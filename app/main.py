"""The front door: shows the first page at once, and opens the machine behind it.

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
from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from app.opening import Opening
from app.settings import SettingsFile
from app.store.lock import FileLock, hold
from app.store.problems import StoreProblem
from app.views.kit.asking import sentence_of
from app.views.kit.language import speak
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.rooms import News
from app.views.window import MainWindow

if TYPE_CHECKING:
    import argparse

    from app.desktop import Desktop


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line. argparse, because importing a richer library would cost a tenth of the start."""
    import argparse

    parser = argparse.ArgumentParser(prog="mlc-classroom", description="Learn music at a MIDI keyboard.")
    parser.add_argument("--data", type=Path, default=default_folder(), help="where this computer keeps its mirrors")
    parser.add_argument("--kiosk", action="store_true", help="be a classroom display")
    parser.add_argument("--window", action="store_true", help="a display in a window, not on the full screen")
    parser.add_argument("--centre", default="", help="the address of the school's central API, to join or pair with")
    parser.add_argument("--name", default="Display", help="what the school calls this display")
    parser.add_argument("--midi-driver", default=None, help="ALSA, JACK, CORE or WINDOWS; unless said, the best")
    parser.add_argument("--silent", action="store_true", help="make no sound")
    parser.add_argument("--demonstration", type=Path, help="a file with the people one can be (demonstrations only)")
    parser.add_argument("--support-report", type=Path, metavar="FILE", help="write a report for support and end")
    parser.add_argument("--say-when-painted", action="store_true", help="print a line once the window can be used")
    return parser.parse_args(given)


def default_folder() -> Path:
    """Where this user's computer keeps the mirrors, by the habit of each system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "mlc-classroom"


def run() -> None:
    """The program: returns its exit status to the shell."""
    # Collecting while modules load finds nothing and takes a twentieth of the start.
    gc.disable()
    options = arguments()
    if options.support_report is not None:
        raise SystemExit(report_to(options))
    application = QApplication(sys.argv[:1])
    application.setApplicationName("MLC Classroom")
    register_fonts()
    speak(application, QLocale())
    try:
        lock = hold(options.data)
    except StoreProblem as problem:
        explain(problem)
        raise SystemExit(1) from problem
    raise SystemExit(show_display(options, lock) if options.kiosk else show_window(options, lock))


def show_window(options: argparse.Namespace, lock: FileLock) -> int:
    """The window of a lab computer until it is closed: the exit status. What can wait starts after its first paint."""
    from app.store.glance import at_once, last_page

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
    window.show()
    try:
        return QApplication.exec()
    finally:
        window.close()
        opening.close()


def open_machine(
    options: argparse.Namespace,
    *,
    news: News,
    settings: SettingsFile,
    lock: FileLock,
    demonstration: Sequence[tuple[str, str, str]] = (),
) -> Desktop:
    """Build the machine and start what it has. Not on the screen's thread: it takes most of a second."""
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
    return machine


def report_to(options: argparse.Namespace) -> int:
    """Write the support report without a window: the exit status."""
    from app.desktop import Desktop
    from app.support import write_report

    try:
        machine = Desktop(options.data, midi_driver=options.midi_driver, sound=False)
    except StoreProblem as problem:
        print(problem.say.english(), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    try:
        write_report(machine.report(), options.support_report)
    except OSError as error:
        print(f"{options.support_report}: {error.strerror}", file=sys.stderr)  # noqa: T201
        return 1
    finally:
        machine.close()
    return 0


def painted(opening: Opening, options: argparse.Namespace) -> None:
    """The first page is there: open the machine."""
    end_on_signals(opening)
    note(options.data)
    if options.say_when_painted:
        print("painted", flush=True)  # noqa: T201 - what the option is for
    gc.enable()
    opening.opened.connect(partial(listen, opening))
    opening.begin()


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
        machine.pair(options.centre, options.name)
    window = Display(Theme(settings.now.look), machine.display_rooms(), leave=QApplication.quit)
    if options.window:
        window.resize(1280, 720)
        window.show()
    else:
        window.showFullScreen()
    end_on_signals(window)
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


def explain(problem: Exception) -> None:
    """Say in a window why the program cannot start."""
    box = QMessageBox(QMessageBox.Icon.Information, "MLC Classroom", sentence_of(problem))
    box.setTextFormat(Qt.TextFormat.PlainText)
    Theme(Look()).dress(box)
    box.exec()


if __name__ == "__main__":
    run()
