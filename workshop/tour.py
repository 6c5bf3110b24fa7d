"""The whole story once, for real: a key on a lab computer with no network, and the teacher who sees what came of it.

Real windows on a virtual screen, a keyboard in another process on a real MIDI port, a real loudspeaker server, a real
central API over HTTP that is switched off and on again. Every step is looked for on the screen, in the mirrors and in
the centre's database; a step that did not truly happen ends the tour with an error.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from workshop import cast
from workshop.screen import virtual_screen
from workshop.tour_chapter import FOLDER as FIRST_CHAPTER
from workshop.tour_page import page_of

if TYPE_CHECKING:
    from app.desktop import Desktop
    from app.store.readings import FinishedAttempt
    from app.views.window import MainWindow
    from workshop.centre_process import CentreProcess
    from workshop.demo import Made
    from workshop.hands import Hands
    from workshop.rigs import Player

NEWCOMER = cast.NEWCOMER
CLASS = cast.FIRST_CLASS
TEACHER = cast.TEACHERS[0]
KEYBOARD = "Practice Piano"
NO_FILE_NAME = re.compile(r"[^a-z0-9]+")


def walk(folder: Path) -> int:
    """Walk the story; pictures, `story.html` and `story.json` go into the folder. 0 where every step happened."""
    console = Console(stderr=True)
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("*.png"), *folder.glob(f"{FIRST_CHAPTER}/*.png")]:
        old.unlink()
    began = time.monotonic()
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mlc-tour-")))
        os.environ["DISPLAY"] = stack.enter_context(virtual_screen())
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
        from workshop.hands import NotSeenError
        from workshop.rigs import jack_server, player, pulse_server

        stack.enter_context(jack_server())
        stack.enter_context(pulse_server())
        keyboard = stack.enter_context(player(KEYBOARD))
        story = Story(folder, place, keyboard, console)
        try:
            story.tell()
        except NotSeenError as error:
            console.print(f"[bold red]The tour stopped:[/] {error}")
            story.stuck()
            return 1
        finally:
            story.close()
    story.facts["seconds"] = round(time.monotonic() - began, 1)
    (folder / "story.json").write_text(json.dumps(story.facts, indent=2, default=str) + "\n")
    (folder / "story.html").write_text(page_of(story.facts["steps"]), encoding="utf-8")
    console.print(
        f"The tour is done: {len(list(folder.glob('**/*.png')))} pictures in {folder}; leaf through story.html"
    )
    return 0


class Story:
    """The machines of the story, and its steps in order."""

    def __init__(self, folder: Path, place: Path, keyboard: Player, console: Console) -> None:
        from PySide6.QtCore import QLocale
        from PySide6.QtWidgets import QApplication

        from app.views.kit.language import speak
        from app.views.kit.theme import register_fonts

        self.folder, self.place, self.keyboard, self.console = folder, place, keyboard, console
        self.facts: dict[str, Any] = {"steps": []}
        self._pictures = 0
        self.machines: list[Desktop] = []
        self._windows: list[Any] = []
        self._application = QApplication.instance() or QApplication(sys.argv[:1])
        register_fonts()
        speak(self._application, QLocale(QLocale.Language.English))
        self.made, self.centre = self._school()

    # -- setting the stage

    def _school(self) -> tuple[Made, CentreProcess]:
        from central.app import build
        from domain.games import CHECKS
        from domain.games.catalogue import read_catalogue
        from resources import texts
        from workshop.centre_process import CentreProcess
        from workshop.demo import database_of, made_of
        from workshop.school import make_school, read_sequences, with_the_newcomer

        centre_folder = self.place / "centre"
        centre_folder.mkdir()
        games = read_catalogue(texts("games").items(), CHECKS)
        with build(database_of(centre_folder), games, background=False) as centre:
            sequences = read_sequences(games)
            school = make_school(centre, games, sequences, lambda _text: None)
            with_the_newcomer(centre, school, sequences)
            made = made_of(school)
        process = CentreProcess(centre_folder)
        process.start()
        return made, process

    def machine(self, name: str, *, sound: bool) -> Desktop:
        """A new machine of the school that has fetched what it needs."""
        from app.desktop import Desktop
        from app.sync.enrolment import enrol
        from workshop.demo import enrol_code, fetched

        made = Desktop(self.place / name, midi_driver="jack", sound=sound)
        self.machines.append(made)
        code = enrol_code(self.place / "centre", self.made)
        enrol(keeper=made.keeper, centre=self.centre.url, code=code, machine_name=name)
        made.start()
        fetched(made, self.console)
        return made

    def window(self, machine: Desktop) -> tuple[MainWindow, Hands]:
        """The client's window on a machine."""
        from app.views.window import MainWindow
        from workshop.hands import Hands

        made = MainWindow(machine.rooms())
        made.show()
        self._windows.append(made)
        return made, Hands(made)

    def step(self, words: str, hands: Hands | None = None, *, chapter: str = "") -> None:
        """Note that a step has happened, with a picture of the window in which it did; a chapter has its own folder."""
        self._pictures += 1
        name = NO_FILE_NAME.sub("-", words.lower()).strip("-")
        file = Path(chapter) / f"{self._pictures:03d}-{name}.png"
        if hands is not None:
            from workshop.hands import linger

            linger(0.35)
            (self.folder / file).parent.mkdir(exist_ok=True)
            hands.picture(self.folder / file)
        self.facts["steps"].append({"step": words, "picture": file.as_posix() if hands else None})
        self.console.print(f"  {self._pictures:>3}. {words}")

    def stuck(self) -> None:
        """Pictures of all windows where the story could not go on."""
        for number, window in enumerate(self._windows):
            window.grab().save(str(self.folder / f"stuck-{number}.png"))

    def close(self) -> None:
        """Close windows, machines and the centre."""
        for window in self._windows:
            window.close()
        for machine in self.machines:
            machine.close()
        self.centre.stop()

    # -- the story

    def tell(self) -> None:
        """All of it."""
        from workshop.tour_chapter import FirstChapter
        from workshop.tour_looks import every_view_in_every_look, every_view_in_every_theme
        from workshop.tour_social import Social

        lab, desk = self.machine("Lab computer 3", sound=True), self.machine("Teacher's desk", sound=False)
        lab_window, student = self.window(lab)
        _desk_window, teacher = self.window(desk)
        self.the_teacher_was_here_once(teacher)
        display, wall = self.the_display_is_paired(desk)
        social = Social(self, NEWCOMER.handle, CLASS)
        social.the_parent_was_here_once()
        self.centre.stop()
        self.step("the network is away")
        self.the_student_signs_in(student)
        chapter = FirstChapter(self, lab, student)
        finished = chapter.tell()
        self.facts["steps_of_the_first_chapter"] = chapter.steps_seen
        self.the_badge_is_shared(lab, student)
        self.the_network_returns(lab, student, finished)
        self.the_teacher_sees_it_offline(desk, teacher, display, wall, finished)
        social.tell(lab, student, desk, teacher, display, wall)
        every_view_in_every_theme(self, lab_window, teacher)
        every_view_in_every_look(self)

    def the_teacher_was_here_once(self, teacher: Hands) -> None:
        """Staff sign in once with the network."""
        teacher.press("I am a teacher")
        teacher.press(TEACHER.name)
        teacher.write("Password", cast.PASSWORD)
        teacher.press("Sign in")
        teacher.waits_to_see("minutes of practice")
        self.step("the teacher signs in once", teacher)

    def the_display_is_paired(self, desk: Desktop) -> tuple[Desktop, Hands]:
        """The display shows a code; the teacher's machine gives it to the class."""
        from app.desktop import Desktop
        from app.sync.enrolment import claim_display
        from app.views.kiosk.display import Display
        from app.views.kit.theme import Theme
        from workshop.hands import Hands, wait_for

        machine = Desktop(self.place / "display", sound=False)
        self.machines.append(machine)
        machine.road.start()
        machine.pair(self.centre.url, "Display by the door")
        wall = Display(Theme(machine.settings.now.look), machine.display_rooms(), leave=lambda: None)
        wall.resize(1280, 720)
        wall.show()
        self._windows.append(wall)
        # A display takes hands off everything in its program; in the story the lab computer shares that program.
        self._application.removeEventFilter(wall._hands_off)
        eyes = Hands(wall)
        wait_for(lambda: bool(machine.pairing_code), "the display's code")
        code = machine.pairing_code or ""
        self.step("the display shows its code", eyes)
        assert desk.account is not None
        claim_display(keeper=desk.keeper, account=desk.account, class_id=self.made.classes[CLASS], code=code)
        wait_for(lambda: machine.pairing_code is None, "the display is paired")
        eyes.waits_to_see(CLASS)
        self.step("the display belongs to the class", eyes)
        return machine, eyes

    def the_student_signs_in(self, student: Hands) -> None:
        """Two touches and a PIN; a wrong one first."""
        self.step("who are you", student)
        student.press(CLASS)
        self.step("the class", student)
        student.press(NEWCOMER.handle)
        student.touch("1111")
        student.waits_to_see("That is not the right PIN")
        self.step("a wrong PIN", student)
        student.touch(cast.PIN)
        student.waits_to_see("Your next step")
        self.step("the dashboard, with no network", student)

    def the_badge_is_shared(self, lab: Desktop, student: Hands) -> None:
        """From the wall of badges, with a preview, to the class."""
        student.press("Badges")
        student.waits_to_see("Note reader")
        self.step("the wall of badges", student)
        student.press("Share")
        student.waits_to_see("This is what others will see")
        student.press("My class")
        student.write("Your words", "My first badge!")
        self.step("the share with its preview", student)
        student.press("Share")
        account = lab.account
        assert account is not None
        state = lab.rooms().sync_state(account).result()
        if state.waiting == 0:
            raise_not_seen("the share waits for the network")
        self.facts["waiting_while_offline"] = state.waiting
        self.step("kept until there is a network", student)

    def the_network_returns(self, lab: Desktop, student: Hands, finished: FinishedAttempt) -> None:
        """The centre is on again; the attempt must be there within moments of asking."""
        from workshop.hands import wait_for

        account = lab.account
        assert account is not None
        if self.at_the_centre(finished.attempt_id) is not None:
            raise_not_seen("the attempt was at the centre before there was a network")
        self.centre.start()
        self.to_sync_page(student)
        self.step("what waits", student)
        began = time.monotonic()
        student.press("Send now")
        wait_for(lambda: self.at_the_centre(finished.attempt_id) is not None, "the attempt at the centre")
        self.facts["seconds_from_connectivity_to_the_centre"] = round(time.monotonic() - began, 3)
        wait_for(lambda: lab.rooms().sync_state(account).result().waiting == 0, "everything is sent")
        wait_for(lambda: self.verdict(finished.attempt_id) == "verified", "the centre judges it again")
        self.facts["attempt"] = {
            "student": finished.attempt_id,
            "centre": self.at_the_centre(finished.attempt_id),
            "verdict": self.verdict(finished.attempt_id),
        }
        lab.road.kick()
        wait_for(
            lambda: all(badge.confirmed for badge in lab.rooms().badges(account).result() if badge.level),
            "the badges are confirmed",
        )
        self.step("all is at school", student)

    def to_sync_page(self, student: Hands) -> None:
        """The small state in the bar leads to the page about it."""
        from app.views import places

        window = student.window
        assert hasattr(window, "go")
        window.go(places.AtSync())
        student.waits_to_see("What is saved where")

    def at_the_centre(self, attempt_id: str) -> str | None:
        """The attempt's id in the centre's own database."""
        return self.ask_the_centre("SELECT id FROM student_attempt WHERE id = ?", attempt_id)

    def verdict(self, attempt_id: str) -> str | None:
        """What the centre says of the attempt."""
        return self.ask_the_centre("SELECT verdict FROM attempt_verdict WHERE id = ?", attempt_id)

    def ask_the_centre(self, sql: str, value: str) -> str | None:
        """One value out of the centre's database, read beside the running service."""
        path = self.place / "centre" / "centre.db"
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            row = database.execute(sql, (value,)).fetchone()
        return None if row is None else str(row[0])

    def the_teacher_sees_it_offline(
        self, desk: Desktop, teacher: Hands, display: Desktop, wall: Hands, finished: FinishedAttempt
    ) -> None:
        """The teacher's machine and the display hear of it; then the network goes, and both still show it."""
        from workshop.hands import linger, wait_for

        account = desk.account
        assert account is not None
        class_id = self.made.classes[CLASS]
        student_id = self.ask_the_centre("SELECT id FROM member WHERE display_name = ?", NEWCOMER.handle) or ""

        def seen() -> bool:
            found = desk.rooms().class_achievements(account, class_id).result()
            return any(each.share and each.share.author_name == NEWCOMER.handle for each in found)

        desk.road.kick()
        display.road.kick()
        wait_for(seen, "the share among the class achievements", patience=45)
        wait_for(lambda: wall.sees(NEWCOMER.handle) or shown_on(display), "the share on the display", patience=45)
        self.centre.stop()
        progress = desk.rooms().student_progress(account, class_id, student_id).result()
        found = [row.attempt_id for row in progress.recent if row.attempt_id == finished.attempt_id]
        if not found:
            raise_not_seen("the attempt at the teacher's")
        self.facts["attempt"]["teacher"] = found[0]
        from app.views import places

        window = teacher.window
        assert hasattr(window, "go")
        window.go(places.AtClass(class_id=class_id))
        teacher.waits_to_see("minutes of practice")
        linger(1.0)
        teacher.scroll_to(f"{NEWCOMER.handle} ·")
        self.step("the teacher sees it, offline again", teacher)
        window.go(places.AtStudent(class_id=class_id, student_id=student_id))
        teacher.waits_to_see(NEWCOMER.handle)
        self.step("one student, as the teacher sees them", teacher)
        self.the_display_turns(wall)

    def the_display_turns(self, wall: Hands) -> None:
        """Its pages turn: the newcomer's badge, the board, the streaks, the notice."""
        from workshop.hands import linger

        window = wall.window
        assert hasattr(window, "turn")
        wanted = {NEWCOMER.handle: "newcomer", "points": "board", "in a row": "streaks", "Winter concert": "notice"}
        for words, name in wanted.items():
            for _page in range(40):
                if wall.sees(words):
                    break
                window.turn()
                linger(0.1)
            else:
                raise_not_seen(f"“{words}” on the display")
            self.step(f"the display shows the {name}", wall)


def shown_on(display: Desktop) -> bool:
    """Is the share among what the display rotates through?"""
    reading = display.display_rooms().reading().result()
    return any(share.author_name == NEWCOMER.handle for share in reading.shares)


def raise_not_seen(what: str) -> None:
    """A step did not truly happen."""
    from workshop.hands import NotSeenError

    raise NotSeenError(what)
