"""The front door: reads the command line and opens the window or the display behind it (`front.py`).

What is wanted first is loaded first: nothing here needs Qt until it is clear that there will be a window.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import VERSION
from app.given import Given, given_here, usual_place
from app.store.problems import StoreProblem

if TYPE_CHECKING:
    import argparse

    from app.desktop import Desktop


def arguments(given: Sequence[str] | None = None, set_here: Given | None = None) -> argparse.Namespace:
    """The command line, before what is `set_here` for this computer.

    argparse, because importing a richer library would cost a tenth of the start.
    """
    import argparse

    here = set_here or Given()
    parser = argparse.ArgumentParser(prog="mlc-classroom", description="Learn music at a MIDI keyboard.")
    mirrors = here.mirrors() or default_folder()
    parser.add_argument("--data", type=Path, default=mirrors, help="where this computer keeps its mirrors")
    parser.add_argument("--kiosk", action="store_true", default=here.kiosk, help="be a classroom display")
    in_window = "a display in a window, not on the full screen"
    parser.add_argument("--window", action="store_true", default=here.window, help=in_window)
    address = "the address of the school's central API, to join or pair with"
    parser.add_argument("--centre", default=here.centre, help=address)
    parser.add_argument("--name", default=here.name, help="what the school calls this computer or display")
    drivers = "ALSA, JACK, CORE or WINDOWS; unless said, the best"
    parser.add_argument("--midi-driver", default=here.midi_driver, help=drivers)
    parser.add_argument("--silent", action="store_true", default=here.silent, help="make no sound")
    parser.add_argument("--demonstration", type=Path, help="a file with the people one can be (demonstrations only)")
    join = "join the school with the code in a file, and end; nothing to do where it has joined already"
    parser.add_argument("--join", type=Path, metavar="FILE", help=join)
    parser.add_argument("--support-report", type=Path, metavar="FILE", help="write a report for support and end")
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    parser.add_argument("--say-when-painted", action="store_true", help="print a line once the window can be used")
    found = parser.parse_args(given)
    found.code_file = here.code()
    return found


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
    try:
        options = arguments(set_here=given_here(usual_place()))
    except StoreProblem as problem:
        raise SystemExit(refuse(problem)) from problem
    if options.join is not None:
        raise SystemExit(join_with(options))
    if options.support_report is not None:
        raise SystemExit(report_to(options))
    # Collecting while modules load finds nothing and takes a twentieth of the start; `front` switches it on again.
    gc.disable()
    from app.binding import leave_sources_unread

    leave_sources_unread()
    from app.front import show

    raise SystemExit(show(options))


def refuse(problem: StoreProblem) -> int:
    """Say why the program does not start, to whoever reads its output and to whoever sees its window."""
    from app.front import show_problem

    print(problem.say.english(), file=sys.stderr)  # noqa: T201
    show_problem(problem)
    return 2


def join_with(options: argparse.Namespace) -> int:
    """Make this computer one of its school's without a window: the exit status."""
    from app.sync.carrier import NoAnswer

    def join(machine: Desktop) -> int:
        try:
            school = machine.join_by_file(options.centre, options.join, options.name)
        except (StoreProblem, NoAnswer) as problem:
            return _say_why(problem.say.english())
        print(f"{school.machine_name} belongs to {school.school_name} ({school.centre}).")  # noqa: T201
        return 0

    return _without_a_window(options, join)


def report_to(options: argparse.Namespace) -> int:
    """Write the support report without a window: the exit status."""
    from app.support import write_report

    def report(machine: Desktop) -> int:
        try:
            write_report(machine.report(), options.support_report)
        except OSError as error:
            return _say_why(f"{options.support_report}: {error.strerror}")
        return 0

    return _without_a_window(options, report)


def _without_a_window(options: argparse.Namespace, work: Callable[[Desktop], int]) -> int:
    from app.desktop import Desktop

    try:
        machine = Desktop(options.data, midi_driver=options.midi_driver, sound=False)
    except StoreProblem as problem:
        return _say_why(problem.say.english())
    try:
        return work(machine)
    finally:
        machine.close()


def _say_why(words: str) -> int:
    print(words, file=sys.stderr)  # noqa: T201 - there is no window to say it in
    return 1


if __name__ == "__main__":
    run()
