"""The arrows of docs/house.md hold, and each contract has been seen failing: it is broken here on purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((HOME / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROOMS = ("app", "central", "domain", "local_schema", "resources", "workshop")

# For each contract one line that must not be written, and the file that it would stand in.
BREACHES = {
    "the rooms of the desktop program, top to bottom": ("app/store/breach.py", "import app.sync"),
    "the domain: games, learning, achievements and community over music over records": (
        "domain/music/breach.py",
        "import domain.games",
    ),
    "desktop and centre meet in the domain only": ("central/breach.py", "import app.store"),
    "the domain knows nothing outside itself": ("domain/games/breach.py", "import PySide6.QtCore"),
    "the mirror's schema is not the centre's": ("local_schema/breach.py", "import central"),
    "mido lives in midi": ("app/views/breach.py", "import mido"),
    "FluidSynth lives in sound": ("app/stage/breach.py", "import fluidsynth"),
    "miniaudio lives in mic": ("app/sound/breach.py", "import miniaudio"),
    "httpx lives in sync": ("app/store/breach.py", "import httpx"),
    "SQL lives in store, local_schema and central": ("app/views/breach.py", "import sqlalchemy"),
    "Qt lives in views, and its core in stage and main": ("app/midi/breach.py", "import PySide6.QtCore"),
    "the product does not know the workshop": ("app/views/breach.py", "import workshop"),
}


def lint(tree: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run import-linter over a tree with the project's own contracts."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--config", "pyproject.toml", "--no-cache"]
    return subprocess.run(
        command, cwd=tree, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(tree)}, check=False
    )


def bare_house(tmp_path: Path) -> Path:
    """The rooms of the house with nothing in them but their doors."""
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    for room in ROOMS:
        for door in (HOME / room).rglob("__init__.py"):
            place = tmp_path / door.relative_to(HOME)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("")
        (tmp_path / room).mkdir(exist_ok=True)
        (tmp_path / room / "__init__.py").touch()
    for file in (
        "main",
        "front",
        "binding",
        "opening",
        "waking",
        "ending",
        "desktop",
        "settings",
        "gathering",
        "badge_desk",
        "giving",
        "governing",
        "looking",
        "practising",
        "tuning",
        "support",
        "log",
        "freed",
        "given",
        "unattended",
    ):
        (tmp_path / "app" / f"{file}.py").write_text("")
    return tmp_path


def test_the_house_keeps_its_arrows() -> None:
    kept = lint(HOME)
    assert kept.returncode == 0, kept.stdout


def test_every_contract_has_its_breach() -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(BREACHES)


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_noticed(name: str, tmp_path: Path) -> None:
    house = bare_house(tmp_path)
    assert lint(house).returncode == 0
    file, line = BREACHES[name]
    (house / file).write_text(line + "\n")
    broken = lint(house)
    assert broken.returncode != 0
    assert f"{name} BROKEN" in " ".join(broken.stdout.split())
