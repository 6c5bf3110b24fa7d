"""What the school changes about a person who is signed in: put on hold, let in again, given another role."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
import pytest
from test_the_road import play, signed_in, warm

from app.store.accounts import business
from app.store.outbox import sync_state
from app.store.readings import ON_HOLD
from app.store.signing_in import sign_in
from app.store.standing_here import account_now
from app.sync.carrier import NoAnswer
from app.sync.enrolment import sign_in_online
from central.sync.unit import Unit
from domain.records.identity import AccessRole, Member, MemberStatus
from domain.records.progress import StudentAttempt


def told(machine) -> set[str]:  # type: ignore[no-untyped-def]
    """Whoever was said to be on hold here."""
    found: set[str] = set()
    before = machine.keeper.on_change

    def hear(account: str, names: frozenset[str]) -> None:
        before(account, names)
        if ON_HOLD in names:
            found.add(account)

    machine.keeper.on_change = hear
    return found


def status_is(world, who: str, status: MemberStatus) -> None:  # type: ignore[no-untyped-def]
    world.centre.school.set_status(world.org, who, status)


def test_a_student_on_hold_is_signed_out_and_what_was_played_waits_for_the_day_they_are_back(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world, "lab")
    mia = signed_in(lab, world.mia)
    heard = told(lab)
    status_is(world, world.mia, MemberStatus.SUSPENDED)
    finished = play(world, lab.keeper, mia)
    lab.road.kick()
    lab.until(lambda: heard == {world.mia})
    assert business(keeper=lab.keeper).result(10).present == ()
    lab.until(lambda: sign_in(keeper=lab.keeper, user_id=world.mia, pin="2580").result(10).account is None)
    assert sync_state(keeper=lab.keeper, account=mia).result(10).waiting > 0
    status_is(world, world.mia, MemberStatus.ACTIVE)

    def arrived() -> bool:
        lab.road.kick()
        return (
            world.centre.school.within(world.org, lambda unit: unit.rows.get(StudentAttempt, finished.attempt_id))
            is not None
        )

    lab.until(arrived)


def test_staff_on_hold_sign_in_nowhere_without_the_school(world) -> None:  # type: ignore[no-untyped-def]
    desk = world.machine("desk").enrol().begin()
    teacher = sign_in_online(keeper=desk.keeper, secret="music-room-7", username="ms.lee")
    heard = told(desk)
    status_is(world, world.teacher, MemberStatus.ARCHIVED)
    desk.road.kick()
    desk.until(lambda: heard == {world.teacher})
    who, secret = teacher.user_id, "music-room-7"
    desk.until(lambda: sign_in(keeper=desk.keeper, user_id=who, pin=secret).result(10).account is None)
    with pytest.raises(NoAnswer):
        sign_in_online(keeper=desk.keeper, secret=secret, username="ms.lee")


def test_a_role_that_was_taken_away_is_taken_here_too(world) -> None:  # type: ignore[no-untyped-def]
    desk = world.machine("desk").enrol().begin()
    teacher = sign_in_online(keeper=desk.keeper, secret="music-room-7", username="ms.lee")

    def becomes(role: AccessRole) -> None:
        def work(unit: Unit) -> None:
            found = unit.rows.get(Member, world.teacher)
            assert found is not None
            unit.put(msgspec.structs.replace(found, role=role))

        world.centre.school.within(world.org, work)
        desk.road.kick()

    def now() -> AccessRole:
        asked: Future = account_now(keeper=desk.keeper, account=teacher)
        return asked.result(10).role

    becomes(AccessRole.TEACHER_ADMIN)
    desk.until(lambda: now() is AccessRole.TEACHER_ADMIN)
    becomes(AccessRole.TEACHER)
    desk.until(lambda: now() is AccessRole.TEACHER)
