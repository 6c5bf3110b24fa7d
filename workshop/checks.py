"""The checks and tests that `./mlc check` and `./mlc test` run, one after the other, each with its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = (
    ("style", [str(BIN / "ruff"), "check", "."]),
    ("format", [str(BIN / "ruff"), "format", "--check", "."]),
    ("types", [str(BIN / "mypy")]),
    ("arrows", [str(BIN / "lint-imports"), "--no-cache"]),
)


def check_all() -> int:
    """Run every check even when one fails; returns how many failed."""
    failed = [name for name, command in CHECKS if not passes(name, command)]
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return len(failed)


def passes(name: str, command: list[str]) -> bool:
    """Run one check; what it prints is shown only when it fails."""
    print(f"· {name} …", end=" ", flush=True)
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
    print("ok" if done.returncode == 0 else f"failed\n{done.stdout}{done.stderr}", flush=True)
    return done.returncode == 0


# These play real keyboards, listen to real sound, or use both cores themselves: they get the machine for themselves.
ALONE = ("tests/app/midi", "tests/app/mic", "tests/app/sound", "tests/simulator")


def run_tests(paths: list[str], *, long: bool) -> int:
    """Run pytest over everything, or over some files or folders; returns its exit status."""
    chosen = [] if long else ["-m", "not long"]
    if paths:
        return pytest([*chosen, *paths])
    together = [*chosen, "-n", "2", "--dist", "loadfile", *(f"--ignore={folder}" for folder in ALONE)]
    return max(pytest(together), pytest([*chosen, *ALONE]))


def pytest(arguments: list[str]) -> int:
    """One run of pytest; windows are drawn off the screen unless the environment says otherwise."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=HOME, env={"QT_QPA_PLATFORM": "offscreen", **os.environ}).returncode
