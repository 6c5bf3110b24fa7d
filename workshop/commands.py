"""The commands of ./mlc. Each says what it does in one line and does it in its own file, imported only then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

HOME = Path(__file__).resolve().parent.parent
BENCHES = (
    "latency",
    "start",
    "sync",
    "fleet",
    "push",
    "judge",
    "classview",
    "ui",
    "kiosk",
    "feed",
    "find",
    "first",
    "mutation",
)

app = typer.Typer(
    help="MLC Classroom: learning music at MIDI keyboards. Start with `./mlc demo`.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def demo(
    data: Annotated[Path | None, typer.Option(help="Where the demonstration school lives.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Make the school anew.")] = False,
) -> None:
    """A demonstration school: the central API runs, the client opens signed out."""
    from workshop.demo import show

    raise typer.Exit(show(data or demo_folder(), fresh=fresh))


@app.command()
def kiosk(
    data: Annotated[Path | None, typer.Option(help="Where the demonstration school lives.")] = None,
    window: Annotated[bool, typer.Option("--window", help="In a window instead of the full screen.")] = False,
) -> None:
    """A classroom display of the demonstration school: full screen, paired by a code."""
    from workshop.demo import show_kiosk

    raise typer.Exit(show_kiosk(data or demo_folder(), full_screen=not window))


@app.command()
def tour(
    folder: Annotated[Path, typer.Argument(help="Where the pictures and story.json go.")],
) -> None:
    """The whole story in real windows, on real MIDI, against a real central API; a picture of every step."""
    from workshop.tour import walk

    raise typer.Exit(walk(folder))


@app.command()
def test(
    paths: Annotated[list[str] | None, typer.Argument(help="Only these files or folders.")] = None,
    long: Annotated[bool, typer.Option("--long", help="Also what takes many minutes.")] = False,
) -> None:
    """Every check and every test."""
    from workshop.checks import check_all, run_tests

    failed = 0 if paths else check_all()
    raise typer.Exit(run_tests(paths or [], long=long) or failed)


@app.command()
def check() -> None:
    """Style (ruff), types (mypy --strict) and the arrows of the house (import-linter)."""
    from workshop.checks import check_all

    raise typer.Exit(check_all())


# What stands after the name is the measurement's own, its --help too.
_PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "allow_interspersed_args": False}


@app.command(context_settings=_PASSED_ON)
def bench(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which one: " + ", ".join(BENCHES))],
) -> None:
    """Measure: speed beside its floor in the same run. `--json` for figures; each has its own --help."""
    if not (HOME / "benchmarks" / f"{name}.py").exists():
        there = ", ".join(b for b in BENCHES if (HOME / "benchmarks" / f"{b}.py").exists())
        typer.echo(f"There is no measurement called {name}. There are: {there}", err=True)
        raise typer.Exit(2)
    raise typer.Exit(subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *context.args], cwd=HOME).returncode)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def central(context: typer.Context) -> None:
    """The central API as a service: serve, migrate, backup … (`./mlc central --help`)."""
    os.execv(sys.executable, [sys.executable, "-m", "central", *context.args])


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def judge(context: typer.Context) -> None:
    """Judge a performance (MIDI) against a score (MusicXML, MEI, MIDI), note by note."""
    os.execv(sys.executable, [sys.executable, "-m", "workshop.judge", *context.args])


@app.command()
def simulate(
    seeds: Annotated[int, typer.Option(help="How many worlds.")] = 500,
    seed: Annotated[int, typer.Option(help="The first one: the same seed is the same world.")] = 1,
    steps: Annotated[int | None, typer.Option(help="Steps of each world.")] = None,
    jobs: Annotated[int, typer.Option(help="Processes; 0 is one a core.")] = 0,
) -> None:
    """The sync simulator over the real merge code: loss, repetition, kills, clocks, restores, cloned disks."""
    from workshop.simulator.command import simulate as run_worlds
    from workshop.simulator.run import STEPS

    raise typer.Exit(run_worlds(seeds, seed, steps or STEPS, jobs))


@app.command()
def gallery(
    folder: Annotated[Path, typer.Argument(help="Where the pictures go.")],
    names: Annotated[list[str] | None, typer.Argument(help="Only these views.")] = None,
) -> None:
    """Every view in light, dark, high contrast and large letters, as pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "workshop.gallery", str(folder), *(names or [])]
    raise typer.Exit(subprocess.run(command, cwd=HOME).returncode)


@app.command()
def package(
    folder: Annotated[Path, typer.Argument(help="Where the package goes.")],
) -> None:
    """A Debian package for a school's computers, with the client and the central API."""
    from workshop.packing import NotPackedError, pack

    try:
        typer.echo(pack(folder))
    except NotPackedError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from None


def demo_folder() -> Path:
    """Where the demonstration school lives unless said otherwise: the user's data folder."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "mlc-classroom-demo"


def run() -> None:
    """Enter here; Ctrl-C ends without a traceback. What is set for a school's computer is none of its business."""
    os.environ.setdefault("MLC_COMPUTER_FILE", "")
    try:
        app(prog_name="./mlc")
    except KeyboardInterrupt:
        print("\nStopped. Everything that was saved is still there.", file=sys.stderr)
        raise SystemExit(130) from None
