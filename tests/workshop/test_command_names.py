"""Whoever mistypes is told the command that they typed, not the module behind it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from workshop.commands import BENCHES, HOME


@pytest.mark.parametrize(
    ("module", "words", "name"),
    [
        ("workshop", ["nonsense"], "./mlc"),
        ("workshop.judge", [], "./mlc judge"),
        ("central", ["nonsense"], "mlc-central"),
    ],
)
def test_a_wrong_word_is_answered_in_the_words_of_the_command_line(module: str, words: list[str], name: str) -> None:
    command = [sys.executable, "-m", module, *words]
    done = subprocess.run(command, check=False, cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Usage: {name} ")


def test_every_measurement_that_is_written_about_is_offered_and_there() -> None:
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    [row] = [line for line in readme.splitlines() if line.startswith("| `./mlc bench NAME`")]
    written = set(row.split("`")[3::2])
    assert written == set(BENCHES)
    assert {name for name in BENCHES if (HOME / "benchmarks" / f"{name}.py").exists()} == written


def test_each_measurement_has_its_own_help() -> None:
    command = [sys.executable, "-m", "workshop", "bench", "start", "--help"]
    wide = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(command, check=True, cwd=HOME, capture_output=True, text=True, env=wide)
    assert "--settle" in done.stdout
