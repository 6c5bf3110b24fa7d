"""A text, a video, something to listen to, or a surprise: looked at to its end, and then it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.store.readings import Account, StepCard, StepState
from app.views.kit.art import Drawing
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.lessons import lesson
from app.views.kit.page import Page
from app.views.kit.piano import Piano
from app.views.kit.sparkle import celebrate
from app.views.kit.surfaces import Banner, Card, Chip, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import MEASURE, Space, Type
from app.views.places import AtAssignment, AtElement, Go
from app.views.rooms import Rooms
from domain.games.picture import Keys, Mark
from domain.learning.melody import MelodyError, timed
from domain.learning.sequence import LearningElement
from domain.records.progress import StepElement

_PICTURES = {StepElement.TXT: "notes", StepElement.AUD: "notes", StepElement.VID: "piano", StepElement.RWD: "trophy"}
_MIDDLE_C, _OCTAVE = 60, 12
# What one comes for to hear or to watch: that stands out, and going on comes after it.
_TO_HEAR = frozenset({StepElement.VID, StepElement.AUD})


class ElementView(Page):
    """One element of an assignment. Its melody shows on the keys as it sounds."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, step: StepCard, assignment_id: str
    ) -> None:
        super().__init__(theme, width=900)
        self._rooms, self._account, self._go = rooms, account, go
        self._step, self._assignment_id = step, assignment_id
        self._main: Button | None = None
        self._listen: Button | None = None
        self._piano: Piano | None = None
        self._element: LearningElement | None = None
        self._moments: list[QTimer] = []
        rooms.news.key.connect(self._show_key)
        self.load(rooms.giving.element(account, step), self._show, again=self._again)

    def _again(self) -> None:
        self.load(self._rooms.giving.element(self._account, self._step), self._show, again=self._again)

    def opened(self) -> None:
        """What one came for: to listen where there is something to hear, else to go on."""
        self.focus_on(self._listen or self._main)

    def leave(self) -> None:
        """Silence."""
        self._rooms.news.key.disconnect(self._show_key)
        if self._piano is not None:
            self._piano.let_go()
        self._stop()
        self._rooms.giving.sing((), 60)

    def _show(self, element: LearningElement | None) -> None:
        theme, self._element = self.theme, element
        body = lesson(element.body.strip()) if element else ""
        missing = None
        if element is None:
            text = self.tr("This text has not come to this computer yet. You can go on all the same.")
            missing = Banner(text, theme, icon="info")
        paper = column(theme, gap=Space.BASE)
        picture = Drawing(_PICTURES.get(self._step.element, "notes"), theme, QSize(220, 130))
        paper.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        for paragraph in (part.replace("\n", " ") for part in body.split("\n\n")):
            words = PlainLabel(paragraph, theme, Type.LEAD, wrap=True)
            words.setMaximumWidth(theme.px(MEASURE))
            paper.addWidget(words)
        self._main = Button(self._done_words(), theme, self._finish, kind="primary", icon="next")
        back = Button(self.tr("Back"), theme, self._back, icon="back")
        title = row(
            theme,
            PlainLabel(lesson(self._step.title), theme, Type.TITLE, wrap=True),
            Chip(self._kind(), theme),
            gap=Space.BASE,
        )
        title.setStretch(0, 1)
        card = Card(theme, missing, self._sheet(paper), self._melody(), pad=Space.WIDE, gap=Space.ROOMY)
        self.show_parts(row(theme, back, 1), title, card, row(theme, 1, self._main), 1)
        self.opened()
        if self._step.element is StepElement.RWD and self._step.state is not StepState.COMPLETE:
            celebrate(card, theme)

    @staticmethod
    def _sheet(paper: object) -> QWidget:
        holder = QWidget()
        holder.setLayout(paper)  # type: ignore[arg-type]
        return holder

    def _kind(self) -> str:
        return {
            StepElement.TXT: self.tr("Reading"),
            StepElement.VID: self.tr("Video"),
            StepElement.AUD: self.tr("Listening"),
            StepElement.RWD: self.tr("Surprise"),
        }.get(self._step.element, "")

    def _done_words(self) -> str:
        if self._step.state is StepState.COMPLETE:
            return self.tr("Go on")
        return self.tr("Thank you!") if self._step.element is StepElement.RWD else self.tr("Done, go on")

    # -- something to hear

    def _melody(self) -> QWidget | None:
        """The keys light up as they sound: with the eyes one sees which, with the ears one hears it."""
        if self._element is None or not self._element.melody:
            return None
        theme = self.theme
        words = self.tr("Watch") if self._step.element is StepElement.VID else self.tr("Listen")
        self._listen = Button(words, theme, self._play, icon="play")
        self._piano = Piano(theme, press=self._rooms.press, release=self._rooms.release)
        self._stand_out(self._listen)
        self._mark({})
        holder = QWidget()
        holder.setLayout(column(theme, row(theme, self._listen, 1), self._piano, gap=Space.BASE))
        return holder

    def _stand_out(self, chosen: Button | None) -> None:
        """One thing to do next: to hear it, or, once it was heard, to go on. None while it sounds."""
        if self._step.element not in _TO_HEAR or self._step.state is StepState.COMPLETE:
            return
        for button in (self._listen, self._main):
            if button is not None:
                button.be("primary" if button is chosen else "quiet")
        self.focus_on(chosen)

    def _show_key(self, pitch: int, velocity: int) -> None:
        """Whoever plays along sees their own keys."""
        if self._piano is not None:
            self._piano.show_down(pitch, velocity > 0)

    def _notes(self) -> tuple[tuple[int, int, int], ...]:
        element = self._element
        try:
            return timed(element.melody, element.tempo) if element else ()
        except MelodyError:
            return ()

    def _keys(self, marks: dict[int, Mark]) -> Keys:
        pitches = [pitch for _, _, pitch in self._notes()] or [_MIDDLE_C]
        lowest = min(pitches) - min(pitches) % _OCTAVE
        return Keys(lowest=lowest, highest=max(lowest + _OCTAVE, *pitches), marks=marks, names=True)

    def _play(self) -> None:
        self._stop()
        if self._element is None:
            return
        self._rooms.giving.sing(self._element.melody, self._element.tempo)
        end = 0
        for at, length, pitch in self._notes():
            self._at(at, partial(self._mark, {pitch: Mark.NOW}))
            self._at(at + length * 9 // 10, partial(self._mark, {}))
            end = max(end, at + length)
        self._stand_out(None)
        self._at(end, partial(self._stand_out, self._main))

    def _at(self, when: int, then: Callable[[], object]) -> None:
        timer = QTimer(self, singleShot=True, interval=when // 1_000, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(then)
        timer.start()
        self._moments.append(timer)

    def _mark(self, marks: dict[int, Mark]) -> None:
        # What a text speaks of can be seen while it is read.
        meant = {pitch: Mark.HINT for _, _, pitch in self._notes()} if self._step.element is StepElement.TXT else {}
        if self._piano is not None:
            self._piano.show_keys(self._keys(meant | marks))

    def _stop(self) -> None:
        for timer in self._moments:
            timer.stop()
            timer.deleteLater()
        self._moments = []

    # -- on

    def _back(self) -> None:
        self._go(AtAssignment(assignment_id=self._assignment_id))

    def _finish(self) -> None:
        if self._step.state is StepState.COMPLETE:
            self._back()
            return
        failed = partial(self._told)
        ask(self, self._rooms.finish_step(self._account, self._step.step_id), self._next, failed=failed)

    def _told(self, sentence: str) -> None:
        self.body.insertWidget(1, self._trouble(sentence, self._finish))

    def _next(self, step: StepCard | None) -> None:
        """Straight on to the next text; a game is begun by its player, from the list."""
        if step is None or step.step_id == self._step.step_id or step.element is StepElement.GAM:
            self._back()
        else:
            self._go(AtElement(step=step, assignment_id=self._assignment_id))
