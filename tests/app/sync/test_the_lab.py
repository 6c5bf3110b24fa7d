"""The school's computers over real HTTP: listed, added with a teacher's code, ended, and added again."""

from __future__ import annotations

from contextlib import suppress

import pytest
from test_the_road import play, signed_in, warm

from app.store.lab import lab
from app.store.machine import enrolment
from app.store.problems import AccountGone
from app.store.signing_in import sign_in_page
from app.sync.enrolment import end_machine, enrol, machine_code, sign_in_online
from central.identity.erasing import erase
from domain.records.identity import AccessRole
from domain.records.progress import StudentAttempt


def teacher_at(machine):  # type: ignore[no-untyped-def]
    """Ms Lee signs in with her password, and her mirror fills."""
    account = sign_in_online(keeper=machine.keeper, secret="music-room-7", username="ms.lee")
    assert account.role is AccessRole.TEACHER
    return account


def names_of(machine, account):  # type: ignore[no-untyped-def]
    return [each.machine_name for each in lab(keeper=machine.keeper, account=account).result(10).machines]


def added(world, desk, teacher, name: str):  # type: ignore[no-untyped-def]
    code = machine_code(keeper=desk.keeper, account=teacher).code
    made = world.machine(name)
    enrol(keeper=made.keeper, centre=world.serving.url, code=code, machine_name=name)
    return made


def at_the_centre(world, attempt_id: str) -> bool:  # type: ignore[no-untyped-def]
    return world.centre.school.within(world.org, lambda unit: unit.rows.get(StudentAttempt, attempt_id)) is not None


def test_a_teacher_adds_a_computer_with_a_code_and_finds_it_listed(world) -> None:  # type: ignore[no-untyped-def]
    desk = world.machine("desk").enrol().begin()
    teacher = teacher_at(desk)
    added(world, desk, teacher, "Lab 12")
    desk.until(lambda: "Lab 12" in names_of(desk, teacher))
    found = lab(keeper=desk.keeper, account=teacher).result(10)
    assert [each.is_this for each in found.machines if each.machine_name == "Lab 7"] == [True]
    assert found.fresh_at is not None


def test_the_list_is_there_with_no_network(world) -> None:  # type: ignore[no-untyped-def]
    desk = world.machine("desk").enrol().begin()
    teacher = teacher_at(desk)
    desk.until(lambda: names_of(desk, teacher) == ["Lab 7"])
    world.serving.stop()
    assert names_of(desk, teacher) == ["Lab 7"]


def test_an_ended_computer_keeps_what_was_played_and_sends_it_once_it_is_added_again(world) -> None:  # type: ignore[no-untyped-def]
    lost = warm(world, "lost")
    mia = signed_in(lost, world.mia)
    desk = world.machine("desk").enrol().begin()
    teacher = teacher_at(desk)
    home = enrolment(keeper=lost.keeper).result(10)
    desk.until(lambda: len(names_of(desk, teacher)) == 2)
    end_machine(keeper=desk.keeper, account=teacher, device_id=home.device_id)
    finished = play(world, lost.keeper, mia)
    lost.until(lambda: sign_in_page(keeper=lost.keeper).result(10).ended)
    desk.until(lambda: len(names_of(desk, teacher)) == 1)
    code = machine_code(keeper=desk.keeper, account=teacher).code
    enrol(keeper=lost.keeper, centre=world.serving.url, code=code, machine_name="Lab 7 again")
    assert not sign_in_page(keeper=lost.keeper).result(10).ended
    lost.road.kick()
    lost.until(lambda: at_the_centre(world, finished.attempt_id))


def test_who_is_deleted_at_school_is_gone_from_the_computer_with_everything_unsent(world) -> None:  # type: ignore[no-untyped-def]
    computer = warm(world, "lab")
    mia = signed_in(computer, world.mia)
    place = computer.keeper.submit(lambda desk: desk.shelf.place(world.mia, ".mirror")).result(10)
    assert place.exists()
    world.centre.school.within(world.org, lambda unit: erase(unit, world.mia, by="test"))
    with suppress(AccountGone):
        # The road may have heard of it before the game has ended.
        play(world, computer.keeper, mia)
    computer.until(lambda: world.mia not in people_on(computer))
    computer.until(lambda: not place.exists())
    with pytest.raises(AccountGone):
        play(world, computer.keeper, mia)
    assert not place.exists()
    assert world.ben in people_on(computer)


def people_on(machine) -> list[str]:  # type: ignore[no-untyped-def]
    page = sign_in_page(keeper=machine.keeper).result(10)
    return [person.user_id for each in page.classes for person in each.people]
