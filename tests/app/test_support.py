"""The support report says how the machine is, and holds nothing that a child, teacher or parent is or wrote."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from app.desktop import Desktop
from app.log import note_into, stop_noting
from app.main import arguments, report_to
from app.store.machine import Enrolment, remember_account, remember_enrolment
from app.store.readings import Account
from domain.records.communication import Message
from domain.records.community import SharingPreferences
from domain.records.identity import AccessRole, Member
from local_schema.columns import row_of

CANARIES = ("Amara", "Bello", "Lab of Ms Rivera", "Maple Street", "meet me at", "user-4711")
ME = Account(user_id="user-4711", org_id="org-1", role=AccessRole.STUDENT, display_name="Amara Bello", avatar="note")
HOME = Enrolment(
    device_id="device-1",
    org_id="org-1",
    site_id="s",
    machine_name="Lab of Ms Rivera",
    school_name="Maple Street",
    centre="https://music.school.example",
)


@pytest.fixture
def machine(tmp_path: Path):  # type: ignore[no-untyped-def]
    (tmp_path / "keys.json").write_text("{}")
    made = Desktop(tmp_path, sound=False)
    remember_enrolment(keeper=made.keeper, enrolment=HOME, token="mlcd_secret").result(10)
    _live(made)
    yield made
    made.close()


def _live(machine: Desktop) -> None:
    def work(desk) -> None:  # type: ignore[no-untyped-def]
        with desk.mirror("machine").writing() as writing:
            remember_account(writing, ME)
        with desk.mirror(ME.user_id).writing() as writing:
            writing.put(SharingPreferences(org_id="org-1", id=ME.user_id))
            writing.put(
                Message(
                    org_id="org-1",
                    id="m",
                    from_user_id=ME.user_id,
                    to_user_id="t",
                    subject="",
                    created_at=1,
                    body="meet me at the gate",
                )
            )
            member = Member(org_id="org-1", id=ME.user_id, role=AccessRole.STUDENT, display_name="Amara Bello")
            writing.insert_new("member", [row_of(member)])

    machine.keeper.submit(work).result(10)


def test_it_says_how_the_machine_is(machine: Desktop) -> None:
    told = json.loads(machine.report().text)
    assert told["program"]["version"]
    assert told["machine"]["device_id"] == "device-1"
    student = next(mirror for mirror in told["machine"]["mirrors"] if mirror["role"] == "student")
    assert student["waiting"] == {"message": 1, "sharing_preferences": 1}
    assert student["size"] > 0
    assert not told["machine"]["ended"]


def test_nothing_of_a_person_is_in_any_of_its_files(machine: Desktop) -> None:
    handler = note_into(machine.keeper.folder)
    try:
        broken = machine.keeper.submit(lambda _desk: 1 / len("Amara"[9:]))
        assert isinstance(broken.exception(10), ZeroDivisionError)
        report = machine.report()
    finally:
        stop_noting(handler)
    for name, content in report.files.items():
        assert not [word for word in (*CANARIES, "mlcd_secret") if word.encode() in content], name
    assert not [word for word in CANARIES if word in report.text]


def test_from_the_command_line_it_is_a_zip_file(machine: Desktop, tmp_path: Path) -> None:
    machine.close()
    target = tmp_path / "report.zip"
    assert report_to(arguments(["--data", str(tmp_path), "--support-report", str(target)])) == 0
    with zipfile.ZipFile(target) as archive:
        assert json.loads(archive.read("report.json"))["machine"]["device_id"] == "device-1"


def test_while_the_program_runs_the_command_says_so(machine: Desktop, tmp_path: Path, capsys) -> None:  # type: ignore[no-untyped-def]
    assert report_to(arguments(["--data", str(tmp_path), "--support-report", str(tmp_path / "r.zip")])) == 1
    assert capsys.readouterr().err == "The program is already open on this computer.\n"
