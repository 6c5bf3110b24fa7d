"""The Debian package: what lies where, what it depends on, what its scripts leave alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app import VERSION
from app.given import Given, given_here
from workshop import packing
from workshop.setting_up import CLIENT_NEEDS

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no Debian")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is, but for Python's packages, which take minutes."""
    tree = tmp_path_factory.mktemp("tree")
    before = os.umask(0o077)  # as careful users have it
    try:
        packing.made_environment(tree)
        packing.lay_out(tree)
        packing.describe(tree)
        return packing.built(tree, tmp_path_factory.mktemp("made"))
    finally:
        os.umask(before)


def asked(*words: object) -> str:
    """What Debian's own programs say of it."""
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def test_debian_reads_what_it_is(package: Path) -> None:
    assert asked("dpkg-deb", "-f", package, "Version").strip() == VERSION
    depends = asked("dpkg-deb", "-f", package, "Depends")
    for _need, name in CLIENT_NEEDS:
        assert name in depends
    assert packing.PYTHON in depends


def test_everything_lies_in_its_place_for_everybody_to_read(package: Path) -> None:
    lines = [line.split() for line in asked("dpkg-deb", "-c", package).splitlines()]
    modes = {line[5].removeprefix("."): line[0] for line in lines}
    for place in packing.PLACES.values():
        assert modes[f"/{place}"] == "-rw-r--r--"
    for command in packing.COMMANDS:
        assert modes[f"/usr/bin/{command}"] == "-rwxr-xr-x"
    assert {line[1] for line in lines} == {"root/root"}
    assert all(mode[7] == "r" for mode in modes.values())


def test_what_an_administrator_wrote_is_kept_by_an_update(package: Path, tmp_path: Path) -> None:
    asked("dpkg-deb", "-e", package, tmp_path)
    assert set((tmp_path / "conffiles").read_text().split()) == {
        f"/{place}" for place in packing.PLACES.values() if place.startswith("etc/")
    }


@pytest.mark.parametrize("script", packing.SCRIPTS)
def test_its_scripts_are_sound_and_delete_nothing_of_anybody(script: str) -> None:
    file = packing.DEBIAN / script
    asked("sh", "-n", file)
    assert "rm " not in file.read_text(encoding="utf-8")


def test_the_file_for_a_computer_changes_nothing_until_somebody_writes_in_it(tmp_path: Path) -> None:
    shipped = packing.DEBIAN / "computer.toml"
    assert given_here(shipped) == Given()
    every = tmp_path / "computer.toml"
    lines = shipped.read_text(encoding="utf-8").splitlines()
    every.write_text("\n".join(line[1:] for line in lines if line.startswith("#") and not line.startswith("# ")))
    given = given_here(every)
    left_out = {"window"}
    assert {name for name in Given.__struct_fields__ if getattr(given, name) == getattr(Given(), name)} == left_out


def test_the_service_runs_the_command_that_is_packed() -> None:
    unit = (packing.DEBIAN / "mlc-central.service").read_text(encoding="utf-8")
    [line] = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
    assert Path(line.removeprefix("ExecStart=").split()[0]).name in packing.COMMANDS
