"""The start: what is loaded before the first page, the page that shows while the machine opens, and who may open it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.clocks import wall_clock
from app.desktop import Desktop
from app.front import open_machine
from app.main import arguments
from app.opening import Opening
from app.settings import SettingsFile
from app.store.glance import at_once, last_page
from app.store.lock import hold
from app.store.machine import Enrolment, device_token, enrolment, remember_enrolment
from app.store.problems import StoreProblem
from app.store.readings import Account, SignInPage
from app.store.signing_in import grant, sign_in_page
from app.views.rooms import News, Rooms
from domain.records.identity import AccessRole

# What may not be loaded for the first page: each costs a tenth of a second, or tens of MiB.
HEAVY = (
    "sqlalchemy", "httpx", "mido", "rtmidi", "fluidsynth", "alembic", "keyring", "qtawesome", "verovio", "argon2",
    "numpy", "miniaudio", "dataclasses", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport",
)  # fmt: skip
# Rooms of the program that are needed after signing in only: each costs a hundredth of a second or so.
LATER = (
    "app.desktop", "app.gathering", "app.log", "app.views.pages", "app.views.bar", "app.views.student.dashboard",
    "app.views.practice_rooms", "app.views.tuning_rooms", "app.views.rooms_together", "app.store.keeper",
    "app.store.community_readings", "domain.community.permissions", "domain.community.feed", "domain.games.families",
    "domain.records.entities", "local_schema.tables",
)  # fmt: skip
TEACHER = Account(user_id="t-1", org_id="o-1", role=AccessRole.TEACHER, display_name="Ms Okafor", avatar="owl")
HOME = Enrolment(
    device_id="d-1", org_id="o-1", site_id="s-1", machine_name="Lab 3", school_name="Hill School",
    centre="http://127.0.0.1:9",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys lie in the test's own folder."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def known(tmp_path: Path) -> Path:
    """A machine of a school on which a teacher has been, closed again."""
    machine = Desktop(tmp_path, sound=False)
    remember_enrolment(keeper=machine.keeper, enrolment=HOME, token="secret").result(10)
    grant(keeper=machine.keeper, account=TEACHER, verifier="$argon2id$").result(10)
    sign_in_page(keeper=machine.keeper).result(10)
    machine.close()
    return tmp_path


def opening(
    folder: Path, page: Callable[[], SignInPage | None], gate: threading.Event, *, at_once: bool = True
) -> Opening:
    """A machine that opens as soon as the gate does."""
    news, settings = News(), SettingsFile(folder)

    def make() -> Desktop:
        gate.wait(10)
        return Desktop(folder, sound=False, news=news, settings=settings)

    return Opening(make, news=news, settings=settings, last_page=page, at_once=at_once)


def test_the_first_page_needs_nothing_heavy(known: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "app.main", "--data", str(known), "--silent"]
    loaded = set()
    with subprocess.Popen(
        [*command, "--say-when-painted"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        assert program.stdout is not None
        try:
            for line in program.stdout:
                if line.startswith("painted"):
                    break
                loaded.add(line.rpartition("|")[2].strip())
            else:
                pytest.fail("the window never came")
        finally:
            program.kill()
    assert "app.views.student.sign_in" in loaded
    assert {*HEAVY, *LATER} & loaded == set()


def test_the_whole_program_is_loaded_without_its_sources() -> None:
    code = (
        "from app.binding import leave_sources_unread; leave_sources_unread(); "
        "import linecache, app.front, app.desktop; print(sum(name[0] != chr(60) for name in linecache.cache))"
    )
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert int(answer) < 20, "the binding of Qt looks through modules in another way now"


def test_the_page_of_last_time_is_there_before_the_store(known: Path) -> None:
    page = last_page(known)
    assert page is not None
    assert (page.machine_name, page.school_name) == ("Lab 3", "Hill School")
    assert [person.display_name for person in page.staff] == ["Ms Okafor"]


def test_a_new_machine_has_no_page(tmp_path: Path) -> None:
    assert last_page(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_broken_mirror_has_no_page_and_is_left_to_the_store(known: Path) -> None:
    for file in known.glob("*.mirror"):
        file.write_bytes(b"nonsense" * 4096)
    assert last_page(known) is None
    assert len(list(known.glob("*.mirror"))) == 1


def test_the_page_is_not_readable_without_the_key(known: Path) -> None:
    for file in known.rglob("*"):
        if file.is_file() and file.name != "keys.json":
            assert b"Okafor" not in file.read_bytes()


def test_who_signs_in_early_waits_for_the_machine(known: Path, qapp: QApplication) -> None:
    gate = threading.Event()
    begun = opening(known, partial(last_page, known), gate)
    rooms = begun.rooms()
    try:
        assert rooms.sign_in_page().result(0).machine_name == "Lab 3"
        answer = rooms.sign_in("nobody", "1234")
        begun.begin()
        assert not answer.done()
        gate.set()
        assert answer.result(30).refusal is not None
        assert rooms.sign_in_page().result(30).school_name == "Hill School"
        assert rooms.game_name("G-99999") == "G-99999"
    finally:
        gate.set()
        begun.close()


def test_the_window_may_call_what_the_machine_offers(known: Path, qapp: QApplication) -> None:
    begun = opening(known, lambda: None, gate := threading.Event())
    opened: Future[Desktop] = Future()
    begun.opened.connect(opened.set_result, Qt.ConnectionType.DirectConnection)
    rooms = begun.rooms()
    gate.set()
    begun.begin()
    try:
        offered = opened.result(30).rooms()
        for name in Rooms.__struct_fields__:
            here, there = getattr(rooms, name), getattr(offered, name)
            assert callable(here) == callable(there), name
            for part in getattr(there, "__struct_fields__", ()):
                assert callable(getattr(here, part)) == callable(getattr(there, part)), (name, part)
        assert rooms.singing is not None
        assert not rooms.singing.state().on
    finally:
        begun.close()


def test_a_key_store_that_waits_for_a_person_does_not_hold_up_the_screen(known: Path, qtbot: QtBot) -> None:
    unlocked, gate = threading.Event(), threading.Event()

    def slowly() -> SignInPage | None:
        unlocked.wait(10)
        return last_page(known)

    begun = opening(known, slowly, gate, at_once=False)
    rooms = begun.rooms()
    try:
        begun.begin()
        first = rooms.sign_in_page()
        assert not first.done()
        with qtbot.waitSignal(rooms.news.changed, check_params_cb=lambda _who, names: "sign_in_tile" in names):
            unlocked.set()
        assert rooms.sign_in_page().result(0).machine_name == "Lab 3"
        assert not first.done(), "the machine itself is not open yet"
        gate.set()
        assert first.result(30).machine_name == "Lab 3"
    finally:
        unlocked.set()
        gate.set()
        begun.close()


def test_only_keys_in_a_file_are_read_before_the_first_paint(known: Path, tmp_path: Path) -> None:
    assert at_once(known)
    assert not at_once(tmp_path / "with a key store")


def test_a_machine_that_cannot_be_opened_says_so(known: Path, qapp: QApplication) -> None:
    (known / "keys.json").unlink()
    gate = threading.Event()
    begun = opening(known, lambda: None, gate)
    gate.set()
    begun.begin()
    with pytest.raises(StoreProblem, match="key is missing"):
        begun.rooms().sign_in("t-1", "x").result(30)
    begun.close()


def test_the_second_program_is_told_kindly(tmp_path: Path) -> None:
    lock = hold(tmp_path)
    with pytest.raises(StoreProblem, match="already open"):
        hold(tmp_path)
    lock.release()
    hold(tmp_path).release()


def test_the_lock_that_the_front_door_holds_is_the_machines(tmp_path: Path) -> None:
    lock = hold(tmp_path)
    options = arguments(["--data", str(tmp_path), "--silent"])
    machine = open_machine(options, news=News(), settings=SettingsFile(tmp_path), lock=lock)
    with pytest.raises(StoreProblem):
        hold(tmp_path)
    machine.close()
    hold(tmp_path).release()


@pytest.mark.skipif(sys.platform == "win32", reason="no signals between processes")
def test_ctrl_c_closes_the_program_in_order_and_it_starts_again(known: Path) -> None:
    for _turn in range(2):
        command = [sys.executable, "-m", "app.main", "--data", str(known), "--silent", "--say-when-painted"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "painted\n"
            program.send_signal(signal.SIGINT)
            try:
                assert program.wait(30) == 0
            finally:
                program.kill()
    hold(known).release()


def test_a_copied_disk_gets_a_name_of_its_own(tmp_path: Path) -> None:
    def name(mark: str) -> str:
        machine = Desktop(tmp_path, sound=False, mark=lambda: mark)
        try:
            return machine.keeper.submit(lambda desk: desk.mirror("machine").mirror_id).result(10)
        finally:
            machine.close()

    first = name("this computer")
    assert name("this computer") == first
    assert name("its copy") != first


def test_a_machine_whose_mirror_broke_still_belongs_to_its_school(known: Path) -> None:
    for file in known.glob("*.mirror*"):
        file.write_bytes(b"nonsense" * 4096)
    machine = Desktop(known, sound=False)
    try:
        assert enrolment(keeper=machine.keeper).result(10) == HOME
        assert device_token(keeper=machine.keeper).result(10) == "secret"
    finally:
        machine.close()


def test_the_wall_clock_counts_microseconds() -> None:
    assert wall_clock() > 1_700_000_000_000_000
