"""What the administrator has set for a computer: read, put below the command line, and refused where it is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.given import Given, given_here, usual_place
from app.main import arguments, default_folder
from app.store.problems import StoreProblem

ALL = """
centre = "https://music.school.example"
code_file = "/etc/mlc-classroom/code"
name = "Lab 3"
data = "/srv/mlc"
kiosk = true
window = true
silent = true
midi_driver = "JACK"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "computer.toml"


def test_all_of_it_reaches_the_command_line(file: Path) -> None:
    file.write_text(ALL)
    options = arguments([], given_here(file))
    assert (options.centre, options.name, options.data) == ("https://music.school.example", "Lab 3", Path("/srv/mlc"))
    assert options.code_file == Path("/etc/mlc-classroom/code")
    assert options.kiosk
    assert options.window
    assert options.silent
    assert options.midi_driver == "JACK"


def test_what_is_typed_goes_before_it(file: Path) -> None:
    file.write_text(ALL)
    options = arguments(["--centre", "https://other.example", "--data", "/tmp/x"], given_here(file))
    assert (options.centre, options.data) == ("https://other.example", Path("/tmp/x"))


def test_no_file_changes_nothing(file: Path) -> None:
    assert given_here(file) == given_here(None) == Given()
    assert arguments([]).data == default_folder()
    assert arguments([]).code_file is None


def test_a_place_may_begin_with_everybodys_own_folder(file: Path) -> None:
    file.write_text('data = "~/music"')
    assert given_here(file).mirrors() == Path.home() / "music"


@pytest.mark.parametrize(
    "text",
    ["centre = ", 'center = "x"', "silent = 1", 'midi_driver = "OSS"', "\ud800".encode("utf-8", "surrogatepass")],
)
def test_a_mistake_is_named_with_its_file(file: Path, text: str | bytes) -> None:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(StoreProblem, match=r"computer\.toml"):
        given_here(file)


def test_a_demonstration_asks_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLC_COMPUTER_FILE", "")
    assert usual_place() is None
    monkeypatch.delenv("MLC_COMPUTER_FILE")
    assert usual_place() is not None


def test_the_program_says_what_is_wrong_instead_of_looking_elsewhere(file: Path, tmp_path: Path) -> None:
    file.write_text('center = "x"')
    unseen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in unseen}
    done = subprocess.run(
        [sys.executable, "-m", "app.main", "--silent"], check=False, capture_output=True, text=True, timeout=60,
        env={**environment, "MLC_COMPUTER_FILE": str(file), "XDG_DATA_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert done.returncode == 2
    assert "computer.toml" in done.stderr
    assert "center" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()
