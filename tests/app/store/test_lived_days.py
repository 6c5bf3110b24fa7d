"""A day is lived once, and none is lost: whatever the clock of the machine says, turned back, wrong, or set right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_rig import CATALOGUE, Clock

from app.store.contact import note_answer
from app.store.keeper import Desk, Keeper
from app.store.playing import finish_attempt, start_attempt
from app.store.readings import Account
from app.store.secrets import FileSecrets
from app.store.shelf import MACHINE
from domain.achievements.streaks import day_lived
from domain.games.game import Outcome
from domain.records.progress import PlayType, StudentAttempt
from domain.records.wire import SyncAnswer
from local_schema.columns import record_of

DAY = 86_400
MINUTE = 60


class Machine:
    """A machine whose wall clock can be turned; its ticks count what really passes, except while it sleeps."""

    def __init__(self, folder: Path, mia: Account) -> None:
        self.folder, self.mia = folder, mia
        self.true, self.ticks, self.wrong_by = Clock(), 0, 0
        self.keeper = self._open()

    def wall(self) -> int:
        return self.true.at + self.wrong_by

    def _open(self) -> Keeper:
        return Keeper(
            folder=self.folder / "mirrors",
            secrets=FileSecrets(self.folder / "keys.json"),
            now=self.wall,
            ticks=lambda: self.ticks,
            catalogue=CATALOGUE,
        )

    def passes(self, *, days: float = 0, seconds: float = 0, asleep: bool = False) -> None:
        """Real time goes by."""
        self.true.forward(days=days, seconds=seconds)
        self.ticks += 0 if asleep else int((days * DAY + seconds) * 1_000_000)

    def turn(self, *, days: float) -> None:
        """Somebody sets the clock."""
        self.wrong_by += int(days * DAY * 1_000_000)

    def restart(self) -> None:
        """Off and on again: ticks begin anew."""
        self.keeper.close()
        self.ticks = 0
        self.keeper = self._open()

    def contact(self, account: str = "") -> None:
        """The centre answers this student, or another account of the machine, and says what time it is."""

        def work(desk: Desk) -> None:
            note_answer(desk, account or self.mia.user_id, SyncAnswer(now=self.true.at, epoch="e"), desk.now())

        self.keeper.submit(work).result()

    def play(self) -> StudentAttempt:
        """A minute of music."""
        attempt = start_attempt(
            keeper=self.keeper,
            account=self.mia,
            game_id="G-00001",
            stage_id="G-00001-quiz",
            step_id=None,
            play_type=PlayType.FREE_PLAY,
            seed=1,
            level=1,
        ).result()
        self.passes(seconds=MINUTE)
        outcome = Outcome(score=800, max_possible_score=1000, passed=True, counts={}, concepts={}, notes=())
        finish_attempt(
            keeper=self.keeper, account=self.mia, attempt=attempt, outcome=outcome, duration_ms=60_000, events=()
        ).result()

        def work(desk: Desk) -> StudentAttempt:
            with desk.mirror(self.mia.user_id).reading() as connection:
                sql = "SELECT * FROM student_attempt WHERE id = ?"
                found = connection.exec_driver_sql(sql, (attempt.attempt_id,)).mappings().one()
                return record_of(StudentAttempt, dict(found))

        return self.keeper.submit(work).result()

    def today(self) -> str:
        """What a right clock would say."""
        return self.keeper.submit(lambda desk: desk.day(self.true.at)).result()


@pytest.fixture
def machine(tmp_path: Path, mia: Account) -> Iterator[Machine]:
    made = Machine(tmp_path, mia)
    yield made
    made.keeper.close()


def counted(machine: Machine, attempt: StudentAttempt) -> str:
    """The day that the centre counts, hearing of it now."""
    return day_lived(attempt.played_on, attempt.told_on, machine.true.at)


def test_a_right_clock_is_believed_and_nothing_else_is_said(machine: Machine) -> None:
    for _ in range(3):
        played = machine.play()
        assert (played.played_on, played.told_on) == (machine.today(), None)
        machine.passes(days=1)


@pytest.mark.parametrize("before", ["playing", "a contact"])
def test_a_clock_turned_back_earns_no_day_that_was_missed(machine: Machine, before: str) -> None:
    if before == "playing":
        machine.play()
    else:
        machine.contact()
    machine.turn(days=-1)
    missed = machine.play()
    assert missed.played_on == counted(machine, missed) == machine.today()
    assert missed.told_on is not None
    assert missed.told_on < missed.played_on


@pytest.mark.parametrize("again", [False, True])
def test_what_the_machine_has_heard_holds_for_who_was_not_here_for_days(machine: Machine, again: bool) -> None:
    machine.play()
    machine.passes(days=3)
    machine.contact(MACHINE)
    machine.turn(days=-2)
    if again:
        machine.restart()
    played = machine.play()
    assert played.played_on == counted(machine, played) == machine.today()


def test_turning_it_back_and_starting_the_program_again_earns_no_day_either(machine: Machine) -> None:
    machine.play()
    today = machine.today()
    machine.turn(days=-1)
    machine.restart()
    played = machine.play()
    assert counted(machine, played) == today


def test_days_without_contact_each_count_while_the_clock_is_right(machine: Machine) -> None:
    machine.contact()
    days = set()
    for _ in range(5):
        days.add(counted(machine, machine.play()))
        machine.passes(days=1, asleep=True)
        machine.restart()
    assert len(days) == 5


def test_a_machine_that_slept_loses_no_day(machine: Machine) -> None:
    machine.play()
    machine.passes(days=1, asleep=True)
    assert counted(machine, machine.play()) == machine.today()


def test_a_clock_that_was_ahead_and_is_set_right_costs_no_day(machine: Machine) -> None:
    machine.turn(days=400)
    machine.play()
    machine.turn(days=-400)
    days = []
    for _ in range(3):
        machine.passes(days=1)
        played = machine.play()
        days.append((counted(machine, played), machine.today()))
    assert all(found == true for found, true in days)
    assert len({found for found, _ in days}) == 3


def test_a_dead_battery_costs_no_day_once_the_centre_has_said_what_time_it_is(machine: Machine) -> None:
    machine.turn(days=-4_000)
    machine.contact()
    for _ in range(3):
        assert counted(machine, machine.play()) == machine.today()
        machine.passes(days=1)


def test_a_contact_ends_what_a_wrong_clock_had_seen(machine: Machine) -> None:
    machine.turn(days=2)
    machine.play()
    machine.turn(days=-2)
    machine.contact()
    played = machine.play()
    assert (played.played_on, played.told_on) == (machine.today(), None)
