"""One simulated world: a centre, its machines, its people, and the steps that a seed strings together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.store.machine import device_token
from app.store.problems import StoreProblem
from app.store.readings import Account
from central.app import Centre
from central.backups import back_up, restore
from central.database import sqlite_url
from central.problems import Refused
from domain.records.identity import MemberStatus
from domain.records.wire import Op
from workshop.simulator import deeds_of_adults, invariants
from workshop.simulator.clock import HOUR, SECOND, Clock
from workshop.simulator.filling import fills_downwards
from workshop.simulator.hands import Deed, Hands
from workshop.simulator.heard import Heard
from workshop.simulator.machine import Machine, PowerCut
from workshop.simulator.network import Network
from workshop.simulator.office import administer
from workshop.simulator.school import STAFF, STUDENTS, Cast, cast_of, catalogue, opened
from workshop.simulator.sessions import disturb, take_off
from workshop.simulator.telling import out_of_hands

# Rounds of everybody after which a world without faults must be quiet.
MOST_ROUNDS = 12
MACHINE = "machine"
LABS = ("lab1", "lab2")
DISPLAY = "display"


class World:
    """A school in virtual time, from the files in `folder`: `school.make` made the centre's, `World` the machines'."""

    def __init__(self, folder: Path, chance: random.Random, at: int) -> None:
        self.folder = folder
        self.chance = chance
        self.cast: Cast = cast_of(folder)
        self.clock = Clock(at)
        self.counted: Counter[str] = Counter()
        self.centre: Centre = self._built()
        self.network = Network(lambda: self.centre, chance, self.counted, self.meanwhile)
        self.machines: list[Machine] = []
        # Who has used which machine.
        self.here: dict[str, list[Account]] = {}
        # Acknowledged deeds by (entity, id): what was sent first of a fact, and last of anything else.
        self.deeds: dict[tuple[str, str], Op] = {}
        # What was done to each document or set's row, in the true order.
        self.edits: dict[tuple[str, str], list[invariants.Edit]] = {}
        # What no mirror of those who did it held any more when a backup was restored: nobody can tell the centre.
        self.untold: set[invariants.Key] = set()
        self.heard = Heard()
        self.backup: Path | None = None
        # What did not hold while mirrors were being filled.
        self.half_way: list[str] = []
        self._last_seq: dict[tuple[str, str], int] = {}
        # How often a mirror was made anew, after a wipe or a damage: it knows nothing of before.
        self._wiped: Counter[tuple[str, str]] = Counter()
        for name in (*LABS, DISPLAY):
            if (folder / name).exists():
                self.machines.append(self._machine(name))
                self.here[name] = [self.account(person) for person in self.cast.people] if name in LABS else []

    def _machine(self, name: str) -> Machine:
        return Machine(name, self.folder / name, self.clock, catalogue(), self.network)

    def _built(self) -> Centre:
        return opened(self.folder, self.clock)

    def close(self) -> None:
        """Switch everything off."""
        for machine in self.machines:
            machine.close()
        self.centre.close()
        self.heard.close()

    # -- machines and people

    def account(self, name: str) -> Account:
        """The account of somebody of the cast."""
        return Account(
            user_id=self.cast.people[name],
            org_id=self.cast.org,
            role=self.cast.roles[name],
            display_name=name,
            avatar="note",
        )

    def add_machine(self, name: str) -> None:
        """Enrol a new computer; staff and guardian have signed in on it with the network."""
        machine = self._machine(name)
        self.machines.append(machine)
        machine.enrol(self.centre.machines.enrol_code(self.cast.org, self.cast.site).code)
        self._allow_staff(machine)
        self.here[name] = []

    def add_display(self) -> None:
        """Pair the display of the piano class."""
        display = self._machine(DISPLAY)
        self.machines.append(display)
        display.pair(lambda code: self.centre.machines.claim(self.cast.org, self.cast.classes["piano"], code))
        display.walk()

    def _allow_staff(self, machine: Machine) -> None:
        device = self.centre.machines.device(self.token(machine))
        for name in (*STAFF, "kim", "max"):
            self.centre.machines.grant(device, self.cast.people[name])

    def token(self, machine: Machine) -> str:
        """By which the centre knows the machine."""
        found = device_token(keeper=machine.keeper).result()
        assert found is not None
        return found

    @property
    def labs(self) -> list[Machine]:
        """The machines at which people sit."""
        return [machine for machine in self.machines if machine.name != DISPLAY]

    # -- steps

    def step(self) -> None:
        """Let one thing happen, anything."""
        self.chance.choices(*_STEPS)[0](self)

    def visit(self) -> None:
        """Somebody sits down and does a few things; then, mostly, the machine goes its round."""
        machine = self.chance.choice(self.labs)
        name = self.chance.choice((*STUDENTS, *STUDENTS, *STAFF, "kim", "max"))
        for _ in range(self.chance.randint(1, 4)):
            self.do(machine, self.account(name), self.chance.choice(deeds_of_adults.of(self.cast.roles[name])))
        if self.chance.random() < 0.7:
            self.walk_with(machine)

    def do(self, machine: Machine, account: Account, deed: Deed) -> None:
        """One person's deed, noted once the machine has acknowledged it; the machine may die on the way."""
        self._maybe_mortal(machine, 0.04)
        try:
            self.act(machine, account, deed)
        except PowerCut:
            self._die(machine)

    def act(self, machine: Machine, account: Account, deed: Deed) -> None:
        """The same on a machine that lives."""
        hands = Hands(machine, account, self.cast, self.chance)
        try:
            machine.sign_in(account)
            if account not in self.here[machine.name]:
                self.here[machine.name].append(account)
            deed(hands)
        except StoreProblem:
            self.counted["declined by the store"] += 1
        machine.keeper.pieces_left = None
        self.counted["deeds"] += 1
        self._note(machine, account.user_id)

    def _note(self, machine: Machine, account_id: str) -> None:
        here = (machine.name, account_id)
        mirror = f"{machine.name}, mirror {self._wiped[here]}"
        for op in machine.queued_since(account_id, self._last_seq.get(here, 0)):
            self._last_seq[here], key = op.dev_seq, (op.entity, op.id)
            self.deeds[key] = self.deeds.get(key, op) if op.verb == "edit" else op
            self.edits.setdefault(key, []).append(invariants.Edit(mirror, account_id, op))
            self.counted["operations acknowledged"] += 1

    def walk(self) -> None:
        """Some machine goes its round."""
        self.walk_with(self.chance.choice(self.machines))

    def walk_with(self, machine: Machine) -> None:
        """This machine goes its round; it may die on the way."""
        self._maybe_mortal(machine, 0.15)
        self.counted["rounds"] += 1
        if self.chance.random() < 0.5 and self.here[machine.name]:
            machine.keeper.between = partial(disturb, self, machine)
        try:
            machine.walk()
        except PowerCut:
            self._die(machine)
        machine.keeper.pieces_left = machine.keeper.between = None
        self._look_half_way(machine)

    def _look_half_way(self, machine: Machine) -> None:
        """What must hold at any moment, of mirrors that are being filled."""
        for account_id in filter(machine.has, self._mirrors_of(machine)):
            found = fills_downwards(self.centre, self.cast.org, machine, account_id)
            if found is not None:
                self.counted["mirrors seen half filled"] += 1
                self.half_way += [f"{machine.name}, {self._name(account_id)}: {breach}" for breach in found]

    def _maybe_mortal(self, machine: Machine, risk: float) -> None:
        if self.chance.random() < risk:
            machine.keeper.pieces_left = self.chance.randrange(30)

    def _die(self, machine: Machine) -> None:
        self.counted["power cuts"] += 1
        machine.pull_the_plug(self.chance)
        self._forget_numbers(machine)

    def _forget_numbers(self, machine: Machine) -> None:
        """A mirror that has recovered deeds has given them new numbers."""
        for account in filter(lambda each: machine.has(each.user_id), self.here[machine.name]):
            ops = machine.queued_since(account.user_id, 0)
            key = (machine.name, account.user_id)
            self._last_seq[key] = max([self._last_seq.get(key, 0), *(op.dev_seq for op in ops)])

    def wait(self) -> None:
        """Time passes, and what was late arrives."""
        self.clock.forward(self.chance.choice([SECOND, 60 * SECOND, HOUR, 30 * HOUR]))
        self.network.deliver_late()

    def set_a_clock(self) -> None:
        """Somebody sets a machine's clock wrong, or right."""
        machine = self.chance.choice(self.machines)
        machine.clock.wrong_by = self.chance.choice([0, 0, self.chance.randint(-48 * HOUR, 48 * HOUR)])
        self.counted["clocks set"] += 1

    def judge(self) -> None:
        """The centre's judge works through what waits."""
        self.centre.judging.judge_all(self.cast.org)

    def restart_centre(self) -> None:
        """The centre's process ends and comes back."""
        self.centre.close()
        self.centre = self._built()
        self.counted["centre restarts"] += 1

    def restart_machine(self) -> None:
        """Somebody closes the program and opens it again."""
        self.chance.choice(self.machines).restart()

    def save(self) -> None:
        """The administrator makes a backup."""
        self.backup = self.folder / f"backup-{self.counted['backups']}"
        back_up(sqlite_url(self.folder / "centre.db"), self.backup, lambda _done, _total: None)
        self.counted["backups"] += 1

    def bring_back(self) -> None:
        """The centre's disk is lost; the last backup takes its place."""
        if self.backup is None:
            return
        self.untold |= self._out_of_hands()
        self.centre.close()
        restore(sqlite_url(self.folder / "centre.db"), self.backup, self.clock(), lambda _done, _total: None)
        self.centre = self._built()
        self.counted["backups restored"] += 1

    def _out_of_hands(self) -> set[invariants.Key]:
        return out_of_hands(self.edits, [(machine, self.here[machine.name]) for machine in self.labs])

    def arrive(self) -> None:
        """A new machine comes to the school."""
        if len(self.labs) < 4 and not self.network.rate:
            self.add_machine(f"new{len(self.machines)}")
            self.counted["machines added"] += 1

    def begins_anew(self, machine: Machine, user_id: str, last: int) -> None:
        """An account's mirror there knows nothing of before but what it has still to send, to the number `last`."""
        self._last_seq[machine.name, user_id] = last
        self._wiped[machine.name, user_id] += 1
        if self.counted["backups restored"]:
            # The machine may not have met the restored centre yet: then this was the last that knew.
            self.untold |= self._out_of_hands()

    def clone(self) -> None:
        """A technician copies the disk of a lab machine to another one."""
        if len(self.labs) >= 4:
            return
        machine = self.chance.choice(self.labs)
        name = f"clone{len(self.machines)}"
        self.machines.append(machine.copied_to(name, self.folder / name, self.clock))
        self.here[name] = list(self.here[machine.name])
        for account in self.here[name]:
            self._last_seq[(name, account.user_id)] = self._last_seq.get((machine.name, account.user_id), 0)
        self.counted["disks cloned"] += 1

    def administer(self) -> None:
        """Something happens in the school's office."""
        administer(self.centre, self.cast, self.chance)
        self.counted["administration"] += 1

    def meanwhile(self) -> None:
        """Something happens at the centre while a machine is on its round, between two of its requests."""
        self.chance.choice((World.judge, World.restart_centre, World.bring_back, World.administer))(self)
        self.counted["centre changed mid-round"] += 1

    # -- quiet

    def settle(self) -> None:
        """No more faults; everybody signs in once more on every machine they used, until nothing moves."""
        self.network.rate = 0.0
        self.network.left = None
        self.network.deliver_late()
        # Machines are noted as present every five minutes: at the beginning, and not while everything is compared.
        self.clock.forward(10 * 60 * SECOND)
        for name in STUDENTS:
            self.centre.school.set_status(self.cast.org, self.cast.people[name], MemberStatus.ACTIVE)
        for machine in self.labs:
            self._known_again(machine)
        before = None
        for number in range(MOST_ROUNDS):
            self._everybody_once()
            if number < 2:
                # Long enough for attempts whose notes never came, short enough for machines to be seen as present.
                self.clock.forward(90 * SECOND)
            self.judge()
            now = self._fingerprint()
            if now == before:
                return
            before = now

    def _known_again(self, machine: Machine) -> None:
        """A centre that was restored to a time before a machine came does not know it: it is enrolled anew."""
        try:
            self.centre.machines.device(self.token(machine))
        except Refused:
            self.counted["enrolled anew"] += 1
            machine.enrol(self.centre.machines.enrol_code(self.cast.org, self.cast.site).code)
        self._allow_staff(machine)

    def _everybody_once(self) -> None:
        for machine in self.machines:
            for account in self.here[machine.name]:
                machine.exchange(account)
            machine.walk()

    def _fingerprint(self) -> tuple[object, ...]:
        waiting = [
            invariants.waiting_in(machine, account.user_id)
            for machine in self.machines
            for account in self.here[machine.name]
        ]
        with self.centre.database.reading(self.cast.org) as connection:
            heads = connection.exec_driver_sql("SELECT bucket, seq FROM bucket_head WHERE bucket NOT LIKE 'staff:%'")
            return (*waiting, *map(tuple, heads.fetchall()))

    def breaches(self) -> Iterator[str]:
        """Everything that does not hold now."""
        yield from self.heard.problems
        yield from self.network.broken
        yield from self.half_way
        yield from invariants.centre_is_sound(self.centre, self.cast.org)
        refused: set[tuple[str, str]] = set()
        for machine in self.machines:
            token = self.token(machine)
            for account_id in self._mirrors_of(machine):
                held = invariants.held_by(machine, account_id)
                refused |= held.refused
                self.counted["mirrors compared"] += 1
                found = [
                    *invariants.mirror_is_the_centre(self.centre, account_id, token, held),
                    *invariants.points_agree(self.centre, self.cast.org, account_id, held),
                ]
                yield from (f"{machine.name}, {self._name(account_id)}: {breach}" for breach in found)
        exempt = refused | self.untold
        yield from invariants.every_deed_arrived(self.centre, self.cast.org, self.deeds, exempt)
        exempt |= invariants.taken_down(self.deeds.values()) if self.counted["backups restored"] else set()
        yield from invariants.last_word_stands(self.centre, self.cast.org, invariants.alone(self.edits, exempt))
        self.counted["facts compared"] += len(self.deeds)
        self.counted["refused"] += len(refused)
        self.counted["not told to a restored centre"] += len(self.untold)

    def _mirrors_of(self, machine: Machine) -> list[str]:
        if machine.name == DISPLAY:
            return [machine.display_account()]
        return [MACHINE, *(account.user_id for account in self.here[machine.name])]

    def _name(self, account_id: str) -> str:
        return next((name for name, user_id in self.cast.people.items() if user_id == account_id), account_id)


_STEPS: tuple[list[Callable[[World], None]], list[int]] = (
    [
        World.visit,
        World.walk,
        World.judge,
        World.wait,
        World.set_a_clock,
        World.administer,
        World.restart_centre,
        World.restart_machine,
        World.save,
        World.bring_back,
        World.clone,
        World.arrive,
        take_off,
    ],
    [40, 20, 8, 8, 4, 6, 1, 2, 3, 2, 2, 1, 3],
)
