"""A classroom in which journeys happen: a centre over real HTTP, lab computers with real mirrors, people who do things.

The keyboard is the fake port, the game's clock is moved by hand, so that nobody waits; everything else is real.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import httpx
from PySide6.QtCore import QObject

from app.desktop import Desktop
from app.midi.fake import FakePort
from app.store.display import kiosk_account, kiosk_reading
from app.store.readings import (
    Account,
    BadgeCard,
    ClassAchievement,
    FinishedAttempt,
    KioskReading,
    RunningAttempt,
    StepCard,
)
from app.sync.enrolment import enrol, kiosk_code, kiosk_paired
from app.sync.road import Road
from central.app import Centre, build
from central.identity.school import NewPerson
from central.serving import Serving
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.games.game import Outcome
from domain.learning.sequence import assignment_for
from domain.records.community import ClassPolicy, Scope, SharingPreferences
from domain.records.identity import AccessRole
from domain.records.progress import RawEvent
from resources import texts
from workshop.school import read_sequences, with_badges

T = TypeVar("T")
PIN, PASSWORD = "2580", "let-me-teach"
PATIENCE = 30.0
KEYBOARD = "Practice keyboard"
THINKING = 700_000


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something that other threads bring about."""
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        pause.wait(0.01)


def result(future: Future[T]) -> T:
    """What the store answers."""
    return future.result(PATIENCE)


def fake_port(**handed: Any) -> FakePort:
    """The fake port in the real one's place: it remembers nothing and needs no driver."""
    return FakePort(**{name: value for name, value in handed.items() if name not in ("load", "save", "driver")})


class HandClock:
    """A monotonic clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now

    def pass_by(self, microseconds: int) -> None:
        self.now += microseconds


class Wires(httpx.BaseTransport):
    """The network of one machine: real HTTP that can be cut, or lose answers on their way back."""

    def __init__(self) -> None:
        self._real = httpx.HTTPTransport()
        self.cut = False
        self.answers_to_lose = 0
        self.lost = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            raise httpx.ConnectError("the cable is out", request=request)
        response = self._real.handle_request(request)
        if self.answers_to_lose and b"ops" in self._sent(request):
            self.answers_to_lose -= 1
            self.lost += 1
            response.close()
            raise httpx.ReadError("the answer got lost", request=request)
        return response

    @staticmethod
    def _sent(request: httpx.Request) -> bytes:
        from backports import zstd

        body = request.read()
        return zstd.decompress(body) if body.startswith(b"\x28\xb5\x2f\xfd") else body

    def close(self) -> None:
        self._real.close()


class Computer:
    """A lab computer, or the teacher's: enrolled, with a keyboard plugged in."""

    def __init__(self, classroom: Classroom, folder: Path, name: str) -> None:
        self.classroom, self.folder, self.name = classroom, folder, name
        self.clock = HandClock()
        self.wires = Wires()
        self.open()

    def open(self) -> None:
        """Switch the computer on."""
        self.desktop = Desktop(
            self.folder,
            sound=False,
            make_port=self._port,
            steady=self.clock,
            make_road=partial(Road, transport=self.wires, quiet=0.2, jitter=lambda _bound: 0.05),
        )
        self.rooms = self.desktop.rooms()
        self.desktop.start()
        self.keyboard.plug(KEYBOARD)

    def _port(self, **handed: Any) -> FakePort:
        self.keyboard = fake_port(**handed)
        return self.keyboard

    def joins(self, school: Centre) -> None:
        """Become one of the school's machines."""
        code = school.machines.enrol_code(self.classroom.org_id, self.classroom.site_id).code
        enrol(keeper=self.desktop.keeper, centre=self.classroom.url, code=code, machine_name=self.name)
        self.desktop.road.kick()

    def knows(self, name: str) -> bool:
        """Can this person sign in here with no network?"""
        return any(person.display_name == name and person.ready_offline for person in self._faces())

    def _faces(self) -> list[Any]:
        page = result(self.rooms.sign_in_page())
        return [*page.staff, *(person for room in page.classes for person in room.people)]

    def sign_in(self, name: str, secret: str) -> Person:
        """Touch the face, type the PIN."""
        who = next(person for person in self._faces() if person.display_name == name)
        answer = result(self.rooms.sign_in(who.user_id, secret))
        assert answer.account is not None, answer.refusal
        return Person(self, answer.account)

    def close(self) -> None:
        """Switch it off."""
        self.desktop.close()


class Person:
    """Somebody at a computer."""

    def __init__(self, computer: Computer, account: Account) -> None:
        self.computer, self.account = computer, account
        self.rooms = computer.rooms

    def next_step(self) -> StepCard:
        """What the dashboard puts first."""
        step = result(self.rooms.dashboard(self.account)).next_step
        assert step is not None
        return step

    def reads_on(self) -> None:
        """Open texts and videos until a game comes."""
        while (step := self.next_step()).stage_id is None:
            result(self.rooms.finish_step(self.account, step.step_id))

    def plays(self, step: StepCard, *, wrong: int = 0) -> FinishedAttempt:
        """Play a stage on the keyboard, with some wrong answers first."""
        with self.sits_down(step) as play:
            play.answers(wrong=wrong)
        return play.finished

    @contextlib.contextmanager
    def sits_down(self, step: StepCard) -> Iterator[Play]:
        """Begin a stage; what is played goes into the journal as it comes."""
        play = Play(self, step)
        try:
            yield play
        finally:
            play.gets_up()

    def badges(self) -> list[BadgeCard]:
        """What has been earned."""
        return [badge for badge in result(self.rooms.badges(self.account)) if badge.level]

    def shares(self, badge: BadgeCard, *, scope: Scope, saying: str = "") -> None:
        """Look at the preview, then post."""
        assert badge.award_id is not None
        preview = result(self.rooms.share_preview(self.account, badge.award_id, saying, scope))
        assert preview.card.title
        result(self.rooms.post_share(self.account, badge.award_id, saying, scope))

    def waits_for_the_school(self) -> int:
        """How much has not been sent yet."""
        return result(self.rooms.sync_state(self.account)).waiting

    def achievements(self, class_name: str) -> tuple[ClassAchievement, ...]:
        """A teacher's list of what the class has earned and shared."""
        room = next(each for each in result(self.rooms.classes(self.account)) if each.class_name == class_name)
        return result(self.rooms.class_achievements(self.account, room.class_id))

    def signs_out(self) -> None:
        result(self.rooms.sign_out(self.account))


class Play:
    """One attempt from its first picture to its result."""

    def __init__(self, person: Person, step: StepCard, before: RunningAttempt | None = None) -> None:
        self.person, self.computer = person, person.computer
        self.attempt = before or result(person.rooms.start_attempt(person.account, step))
        played = result(person.rooms.go_on_with(before)) if before is not None else ()
        self._page = QObject()
        self.stage = person.rooms.stage_for(self.attempt, self._page)
        self.stage.over.connect(self._over)
        self.ended: tuple[Outcome, tuple[RawEvent, ...], int] | None = None
        self.paused: list[Any] = []
        self.stage.paused.connect(self.paused.append)
        self.stage.start(played)
        if before is not None:
            self.stage.resume()

    def _over(self, outcome: Outcome, events: tuple[RawEvent, ...], length: int) -> None:
        self.ended = outcome, events, length

    def answers(self, count: int = 1_000, *, wrong: int = 0) -> None:
        """Answer the next questions, the first of them wrongly; until the game is over."""
        given = 0
        while given < count and self.ended is None:
            self.computer.clock.pass_by(THINKING)
            # What the game's timer does when its time has come.
            self.stage.catch_up()
            if model := self.stage._game.model_answer():
                self._press(model, slip=given < wrong)
                given += 1

    def _press(self, model: tuple[RawEvent, ...], *, slip: bool) -> None:
        for _after, pitch, velocity in model:
            self.computer.clock.pass_by(20_000)
            self.computer.keyboard.send([0x90, pitch + 2 * slip, velocity])

    @property
    def finished(self) -> FinishedAttempt:
        """The result page."""
        assert self.ended is not None, "the game is not over"
        return result(self.person.rooms.finish_attempt(self.attempt, *self.ended))

    def gets_up(self) -> None:
        self.stage.stop()
        self._page.deleteLater()


class Display:
    """A classroom display, paired by the code that it shows."""

    def __init__(self, classroom: Classroom, folder: Path, class_name: str) -> None:
        self.wires = Wires()
        self.desktop = Desktop(
            folder,
            sound=False,
            make_port=lambda **handed: FakePort(
                **{k: v for k, v in handed.items() if k not in ("load", "save", "driver")}
            ),
            make_road=partial(Road, transport=self.wires, quiet=0.2, jitter=lambda _bound: 0.05),
        )
        shown = kiosk_code(centre=classroom.url, machine_name="Display")
        classroom.centre.machines.claim(classroom.org_id, classroom.classes[class_name], shown.code)
        paired = kiosk_paired(keeper=self.desktop.keeper, centre=classroom.url, poll_token=shown.poll_token)
        assert paired is not None
        self.desktop.start()

    def shows(self) -> KioskReading:
        """What it rotates through."""
        account = result(kiosk_account(keeper=self.desktop.keeper))
        assert account is not None
        return result(kiosk_reading(keeper=self.desktop.keeper, account=account))

    def close(self) -> None:
        self.desktop.close()


class Classroom:
    """One school with one class, and as many computers as a journey needs."""

    CLASS = "Piano Lab 4A"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.games = read_catalogue(texts("games").items(), CHECKS)
        self.centre = build(f"sqlite:///{folder / 'centre.db'}", self.games)
        self.serving = Serving(self.centre)
        self.serving.start()
        self._things: list[Computer | Display] = []
        self._school()

    @property
    def url(self) -> str:
        return self.serving.url

    def _school(self) -> None:
        school = self.centre.school
        org = school.create_org("Riverside", time_zone="Europe/London")
        self.org_id = org.id
        self.site_id = school.create_site(org.id, "Maple Street").id
        with_badges(self.centre, org.id)
        teacher = NewPerson(role=AccessRole.TEACHER, display_name="Ms Rivera", username="rivera", secret=PASSWORD)
        self.teacher = school.add_people(org.id, self.site_id, [teacher])[0]
        policy = ClassPolicy(org_id=org.id, id="", default_scope=Scope.CLASS)
        room = school.create_class(org.id, self.site_id, self.teacher.id, self.CLASS, policy=policy)
        self.classes = {self.CLASS: room.id}

    def pupil(self, name: str) -> None:
        """A new student of the class, with the first assignment of the Lifetime Musician."""
        person = NewPerson(
            role=AccessRole.STUDENT,
            display_name=name,
            username=name.lower().replace(" ", "."),
            secret=PIN,
            class_ids=(self.classes[self.CLASS],),
        )
        member = self.centre.school.add_people(self.org_id, self.site_id, [person])[0]
        life = next(each for each in read_sequences(self.games) if each.sequence_id == "SEQ-LIFE")
        group = life.groups[0]
        self.centre.school.put(
            SharingPreferences(org_id=self.org_id, id=member.id, default_scope=Scope.CLASS),
            assignment_for(
                student_id=member.id,
                definition=group.assignments[0],
                group=group,
                sequence=life,
                org_id=self.org_id,
                assignment_id=self.centre.fresh_id(),
                assigned_by_user_id=self.teacher.id,
                created_at=self.centre.now(),
                class_id=self.classes[self.CLASS],
            ),
        )

    def computer(self, name: str) -> Computer:
        """A new computer of the school."""
        made = Computer(self, self.folder / name, name)
        self._things.append(made)
        made.joins(self.centre)
        return made

    def display(self) -> Display:
        """A display that belongs to the class."""
        made = Display(self, self.folder / "display", self.CLASS)
        self._things.append(made)
        return made

    @contextlib.contextmanager
    def network_away(self) -> Iterator[None]:
        """Nobody reaches the centre."""
        self._cut(True)
        yield
        self._cut(False)

    def _cut(self, cut: bool) -> None:
        for thing in self._things:
            thing.wires.cut = cut
            if not cut:
                thing.desktop.road.kick()

    def close(self) -> None:
        for thing in self._things:
            thing.close()
        self.serving.stop()
        self.centre.close()
