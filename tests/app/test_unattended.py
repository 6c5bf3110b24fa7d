"""A computer joins its school by a file, against a centre that runs: by command, and by itself at the first start."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.desktop import Desktop
from app.front import open_machine
from app.given import Given
from app.main import arguments
from app.settings import SettingsFile
from app.store.lock import hold
from app.store.machine import Enrolment, enrolment
from app.unattended import code_in
from app.views.rooms import News
from central.app import build
from domain.games.catalogue import Catalogue
from workshop.centre_process import HOME, CentreProcess
from workshop.demo import database_of


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys lie in the test's own folder."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[str]:
    """A centre that runs; the code for its machines lies in a file `code` beside it."""
    folder = tmp_path / "centre"
    folder.mkdir()
    with build(database_of(folder), Catalogue(()), background=False) as made:
        org = made.school.create_org("Hill School")
        site = made.school.create_site(org.id, "Hill School")
        (tmp_path / "code").write_text(f"\ufeff{made.machines.enrol_code(org.id, site.id).code}\r\n", encoding="utf-8")
    with CentreProcess(folder) as process:
        yield process.url


def join(folder: Path, code: Path, centre: str) -> subprocess.CompletedProcess[str]:
    """What an administrator's script runs on each computer."""
    command = [sys.executable, "-m", "app.main", "--data", str(folder), "--centre", centre, "--join", str(code)]
    environment = {**os.environ, "MLC_COMPUTER_FILE": ""}
    command += ["--name", "Lab 3"]
    return subprocess.run(command, check=False, cwd=HOME, env=environment, capture_output=True, text=True, timeout=120)


def school_of(folder: Path) -> Enrolment | None:
    machine = Desktop(folder, sound=False)
    try:
        return enrolment(keeper=machine.keeper).result(10)
    finally:
        machine.close()


def test_a_command_joins_once(tmp_path: Path, centre: str) -> None:
    folder = tmp_path / "machine"
    first = join(folder, tmp_path / "code", centre)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == f"Lab 3 belongs to Hill School ({centre}).\n"
    known = school_of(folder)
    assert known is not None
    (tmp_path / "code").unlink()
    again = join(folder, tmp_path / "code", centre)
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert school_of(folder) == known


def test_what_went_wrong_is_said_and_nothing_is_joined(tmp_path: Path, centre: str) -> None:
    folder, wrong = tmp_path / "machine", tmp_path / "wrong"
    wrong.write_text("NOTACODE")
    refused = join(folder, wrong, centre)
    assert refused.returncode == 1
    assert "not known or no longer valid" in refused.stderr
    missing = join(folder, tmp_path / "nowhere", centre)
    assert missing.returncode == 1
    assert "nowhere" in missing.stderr
    unaddressed = join(folder, tmp_path / "code", "")
    assert unaddressed.returncode == 1
    assert "address" in unaddressed.stderr
    assert school_of(folder) is None


@pytest.mark.parametrize("text", [b"", b" \n", b"two words", b"x" * 65, b"\xff\xfe\x00"])
def test_a_file_without_a_code_is_sent_nowhere(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "code").write_bytes(text)
    with pytest.raises(Exception, match="code"):
        code_in(tmp_path / "code")


def until(condition: Callable[[], bool]) -> None:
    end, pause = time.monotonic() + 30, threading.Event()
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        pause.wait(0.05)


def started(folder: Path, set_here: Given) -> Desktop:
    """The program as it opens its machine on a computer for which this is set."""
    options = arguments(["--data", str(folder), "--silent"], set_here)
    return open_machine(options, news=News(), settings=SettingsFile(folder), lock=hold(folder))


def test_at_the_first_start_it_joins_by_itself(tmp_path: Path, centre: str) -> None:
    folder = tmp_path / "machine"
    machine = started(folder, Given(centre=centre, code_file=str(tmp_path / "code"), name="Lab 7"))
    try:
        until(lambda: enrolment(keeper=machine.keeper).result(10) is not None)
    finally:
        machine.close()
    known = school_of(folder)
    assert known is not None
    assert known.machine_name == "Lab 7"


def test_a_start_without_the_school_or_its_code_is_a_start_all_the_same(tmp_path: Path, centre: str) -> None:
    folder = tmp_path / "machine"
    machine = started(folder, Given(centre="http://127.0.0.1:9", code_file=str(tmp_path / "code")))
    machine.close()
    assert school_of(folder) is None
    machine = started(folder, Given(centre=centre, code_file=str(tmp_path / "code")))
    try:
        until(lambda: enrolment(keeper=machine.keeper).result(10) is not None)
    finally:
        machine.close()
