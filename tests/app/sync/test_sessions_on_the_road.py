"""Somebody is at work while the road goes its way: each deed of the road placed at the worst moment of a session.

The road is walked by hand; `Between` lets something happen after an answer was given and before it arrives.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import httpx
import pytest
from test_the_road import play, signed_in

from app.store.accounts import business, look_through, wipe_account
from app.store.dashboard import student_dashboard
from app.store.keeper import Desk
from app.store.outbox import sync_state
from app.store.playing import finish_attempt, heard, start_attempt
from app.store.problems import AccountGone
from app.store.readings import Account, SyncStanding
from app.store.shelf import MACHINE
from app.store.signing_in import needs_the_network, sign_out
from app.sync.arriving import arrive
from app.sync.enrolment import sign_in_online
from app.sync.hints import Listening
from app.sync.road import QUIET, Road
from central.rows import Rows
from domain.games.game import Outcome
from domain.records.communication import Message
from domain.records.progress import StudentAttempt

PASSWORD = "music-room-7"


class Between(httpx.HTTPTransport):
    """A real network. `then` is called once, while the answer to the request number `at` is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.at, self.then = 0, lambda: None
        self._answered = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        self._answered += 1
        if self._answered == self.at:
            self.then()
        return response

    def after(self, number: int, then: Callable[[], object]) -> None:
        """Let something happen while the answer to the request number so-and-so from now is on its way."""
        self.at, self.then = self._answered + number, then


class Walked:
    """A computer of the school whose road is walked by hand."""

    def __init__(self, world, name: str = "lab") -> None:  # type: ignore[no-untyped-def]
        self.machine = world.machine(name).enrol()
        self.keeper = self.machine.keeper
        self.between = Between()
        self.road = Road(keeper=self.keeper, transport=self.between, jitter=lambda bound: bound)

    def walk_till_quiet(self) -> None:
        while self.road.round() == 0.0:
            pass

    def writes(self, account: Account, message_id: str) -> None:
        message = Message(
            org_id=account.org_id,
            id=message_id,
            from_user_id=account.user_id,
            to_user_id=account.user_id,
            subject="",
            body="x",
            created_at=1,
        )

        def work(desk: Desk) -> None:
            with desk.mirror(account.user_id).writing() as writing:
                writing.put(message)

        self.keeper.submit(work).result()

    def puts_aside(self, account_id: str) -> None:
        """What the keeper does where a file turns out to be broken."""
        self.keeper.submit(lambda desk: desk.shelf.quarantine(account_id)).result()

    def has(self, account_id: str) -> bool:
        return self.keeper.submit(lambda desk: desk.shelf.exists(account_id)).result()

    def waiting(self, account: Account) -> int:
        return sync_state(keeper=self.keeper, account=account).result().waiting


@pytest.fixture
def lab(world) -> Iterator[Walked]:  # type: ignore[no-untyped-def]
    made = Walked(world)
    yield made
    made.road.close()


def at_the_centre(world, kind=Message) -> set[str]:  # type: ignore[no-untyped-def]
    with world.centre.database.reading(world.org) as connection:
        return {row.id for row in Rows(connection, world.org).where(kind)}


def teacher_at(lab: Walked) -> Account:
    teacher = sign_in_online(keeper=lab.keeper, username="ms.lee", secret=PASSWORD)
    lab.walk_till_quiet()
    return teacher


# -- a mirror is made anew while an answer for it is on its way


def test_an_answer_to_a_mirror_that_was_put_aside_takes_nothing_for_sent(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    for early in ("m1", "m2"):
        lab.writes(teacher, early)
    lab.walk_till_quiet()
    lab.writes(teacher, "m3")

    def broken() -> None:
        lab.puts_aside(teacher.user_id)
        for late in ("m4", "m5", "m6"):
            lab.writes(teacher, late)

    lab.between.after(1, broken)
    lab.walk_till_quiet()
    assert at_the_centre(world) == {"m1", "m2", "m3", "m4", "m5", "m6"}
    assert lab.waiting(teacher) == 0


def test_pages_for_a_mirror_that_was_put_aside_leave_no_gap(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    lab.walk_till_quiet()
    mia = signed_in(lab, world.mia)
    lab.walk_till_quiet()
    world.centre.school.put(world.assignment(world.mia))
    lab.between.after(1, lambda: lab.puts_aside(world.mia))
    lab.walk_till_quiet()
    board = student_dashboard(keeper=lab.keeper, account=mia).result()
    assert board.next_assignment is not None
    assert sync_state(keeper=lab.keeper, account=mia).result().standing is SyncStanding.ALL_AT_SCHOOL


def test_what_is_played_while_its_mirror_is_made_anew_arrives(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    lab.walk_till_quiet()
    mia = signed_in(lab, world.mia)
    first = play(world, lab.keeper, mia)
    lab.walk_till_quiet()
    attempt = start_attempt(
        keeper=lab.keeper, account=mia, game_id=world.game.game_id, stage_id=world.stage.stage_id
    ).result()
    heard(keeper=lab.keeper, attempt=attempt, event=(0, 60, 90))
    lab.between.after(1, lambda: lab.puts_aside(world.mia))
    lab.road.round()
    played = Outcome(score=0, max_possible_score=1000, passed=False, counts={"right": 0}, concepts={}, notes=())
    finish_attempt(
        keeper=lab.keeper, account=mia, attempt=attempt, outcome=played, duration_ms=1, events=[(0, 60, 90)]
    ).result()
    lab.walk_till_quiet()
    assert at_the_centre(world, StudentAttempt) == {first.attempt_id, attempt.attempt_id}


def test_who_is_signed_in_is_still_spoken_for_after_the_machines_own_mirror_broke(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    lab.writes(teacher, "m1")
    lab.puts_aside(MACHINE)
    lab.writes(teacher, "m2")
    lab.walk_till_quiet()
    assert at_the_centre(world) == {"m1", "m2"}
    assert business(keeper=lab.keeper).result().present == (teacher.user_id,)
    sign_out(keeper=lab.keeper, account=teacher).result()
    world.serving.stop()
    assert signed_in(lab, teacher.user_id, PASSWORD) == teacher


# -- an account leaves the computer


def test_who_is_taken_off_while_an_answer_is_on_its_way_stays_off(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    sign_out(keeper=lab.keeper, account=teacher).result()
    lab.between.after(1, lambda: wipe_account(keeper=lab.keeper, user_id=teacher.user_id).result())
    with pytest.raises(AccountGone):
        lab.road.exchange(teacher.user_id)
    lab.walk_till_quiet()
    assert not lab.has(teacher.user_id)
    assert business(keeper=lab.keeper).result().waiting == ()


def test_the_others_are_spoken_for_where_one_was_taken_off_in_between(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    lab.walk_till_quiet()
    signed_in(lab, world.ben)
    mia = signed_in(lab, world.mia)
    ben = world.account(world.ben, name="Ben")
    lab.writes(ben, "of ben")
    lab.between.after(1, lambda: wipe_account(keeper=lab.keeper, user_id=mia.user_id).result())
    assert lab.road.round() in (0.0, QUIET)
    assert lab.waiting(ben) == 0


def test_a_wipe_that_a_file_holds_up_is_ended_later(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    sign_out(keeper=lab.keeper, account=teacher).result()
    folder = lab.keeper.submit(lambda desk: desk.shelf.place(teacher.user_id, ".attempts")).result()
    # What cannot be removed: a file that is open on some systems, here a folder where none belongs.
    (folder / "held").mkdir(parents=True)
    with pytest.raises(OSError, match="not empty"):
        wipe_account(keeper=lab.keeper, user_id=teacher.user_id).result()
    look_through(keeper=lab.keeper)
    assert folder.exists()
    (folder / "held").rmdir()
    look_through(keeper=lab.keeper)
    assert not folder.exists()
    assert not lab.has(teacher.user_id)


def test_who_signs_in_again_is_not_removed_by_a_wipe_that_was_left(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    folder = lab.keeper.submit(lambda desk: desk.shelf.place(teacher.user_id, ".attempts")).result()
    (folder / "held").mkdir(parents=True)
    with suppress(OSError):
        wipe_account(keeper=lab.keeper, user_id=teacher.user_id).result()
    (folder / "held").rmdir()
    teacher_at(lab)
    lab.writes(teacher, "m1")
    look_through(keeper=lab.keeper)
    lab.walk_till_quiet()
    assert at_the_centre(world) == {"m1"}
    assert lab.has(teacher.user_id)


# -- the centre forgets who has signed in here: the computer was added anew, or a backup restored


def test_staff_sign_in_with_the_network_once_more_after_the_computer_was_added_anew(world, lab: Walked) -> None:  # type: ignore[no-untyped-def]
    teacher = teacher_at(lab)
    lab.writes(teacher, "m1")
    device = world.centre.machines.device(lab.keeper.secrets.get("device-token"))
    world.centre.machines.revoke(device.org_id, device.device_id)
    lab.machine.enrol()
    lab.walk_till_quiet()
    problem = sync_state(keeper=lab.keeper, account=teacher).result().problem
    assert problem is not None
    assert "Sign in" in problem.english()
    assert needs_the_network(keeper=lab.keeper, user_id=teacher.user_id).result()
    sign_out(keeper=lab.keeper, account=teacher).result()
    assert arrive(keeper=lab.keeper, user_id=teacher.user_id, secret=PASSWORD).account == teacher
    lab.walk_till_quiet()
    assert at_the_centre(world) == {"m1"}


# -- ending at the very moment of beginning


class EndsMeanwhile(threading.Event):
    """Somebody ends all between the look whether it has ended and the clearing of what would wake."""

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._end: Callable[[], object] | None = end

    def clear(self) -> None:
        if self._end is not None:
            end, self._end = self._end, None
            end()
            self.set()
        super().clear()


def test_a_listener_that_is_ended_while_it_begins_ends() -> None:
    listening = Listening(lambda: None)
    listening._changed = EndsMeanwhile(listening._ended.set)
    listening.start()
    listening._thread.join(10)
    assert not listening._thread.is_alive()


def test_a_road_that_is_ended_while_it_begins_ends(lab: Walked) -> None:
    lab.road._wake = EndsMeanwhile(lab.road._ended.set)
    lab.road.start()
    lab.road._thread.join(10)
    assert not lab.road._thread.is_alive()
