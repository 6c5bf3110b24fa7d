"""A running game: prompt, staff, answers, piano, one sentence of feedback. Draws Pictures and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.midi.state import PortState
from app.store.readings import Account, FinishedAttempt, RunningAttempt, StepCard
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.key_places import figure_under
from app.views.kit.lessons import lesson
from app.views.kit.line import Line
from app.views.kit.page import Page
from app.views.kit.picture_view import PictureView
from app.views.kit.reading_aloud import read_to, words_on
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, EmptyState, row
from app.views.kit.text import ElidedLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtKeyboards, AtPlay, AtResult, Go, back_from
from app.views.rooms import Rooms, RunningGame
from app.views.student.mic_bar import MicBar
from app.views.student.overlay import PauseOverlay
from app.views.student.prompting import Prompter
from domain.games.game import Outcome
from domain.games.picture import Picture
from domain.music.say import Say
from domain.records.progress import RawEvent

# A page lower than this, in pixels at 100 %, has no room for what adorns: large letters on a small screen.
LOW = 600


class PlayView(Page):
    """One attempt from its first picture to its end. It goes to the result by itself."""

    def __init__(
        self,
        theme: Theme,
        rooms: Rooms,
        account: Account,
        go: Go,
        *,
        step: StepCard,
        assignment_id: str | None,
        before: RunningAttempt | None = None,
    ) -> None:
        super().__init__(theme, width=1280, pad=Space.BASE)
        self._rooms, self._account, self._go = rooms, account, go
        self._step, self._assignment_id = step, assignment_id
        self._attempt: RunningAttempt | None = None
        self._before = before
        self._game: RunningGame | None = None
        self._over = False
        self._mic: MicBar | None = None
        reads = rooms.voice is not None and theme.look.read_aloud
        self._prompter = Prompter(rooms.voice) if rooms.voice is not None and reads else None
        self.picture_view = PictureView(
            theme, press=rooms.press, release=rooms.release, choose=self._choose, listen=self._listen
        )
        self._overlay = PauseOverlay(theme, self, resume=self._resume, leave=self._leave_game)
        rooms.news.port.connect(self._on_port)
        rooms.news.key.connect(self.picture_view.show_key)
        self.begin()

    def begin(self) -> None:
        """Start an attempt, or say kindly what is missing for it."""
        missing = self._rooms.what_is_missing(self._step)
        if missing is not None:
            self._show_missing(missing)
            return
        if self._before is not None:
            before = self._rooms.go_on_with(self._before)
            ask(self, before, partial(self._started, self._before), failed=self._could_not, slow=self._waiting)
            return
        future = self._rooms.start_attempt(self._account, self._step)
        ask(self, future, self._started, failed=self._could_not, slow=self._waiting)

    def opened(self) -> None:
        """The piano gets the focus, so that the computer's keys play."""
        self.picture_view.take_focus()

    def leave(self) -> None:
        """Somebody goes elsewhere: what was heard is in the journal, and is offered again."""
        if self._game is not None and not self._over:
            self._game.stop()
        if self._attempt is not None:
            self._rooms.put_down(self._attempt)
        self._rooms.news.port.disconnect(self._on_port)
        self._rooms.news.key.disconnect(self.picture_view.show_key)
        self.picture_view.let_go()
        if self._mic is not None:
            self._mic.leave()
            self._mic = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height for letters of this size, what is played on comes before what adorns."""
        super().resizeEvent(event)
        self._fit(event.size().height())

    def _fit(self, height: int) -> None:
        tight = height < self.theme.px(LOW)
        self.picture_view.be_tight(tight)
        self.pad_by(Space.SNUG if tight else self.theme.px(Space.BASE))
        self.body.setSpacing(Space.TIGHT if tight else min(self.theme.px(Space.BASE), Space.ROOMY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape pauses, and number keys answer."""
        if event.key() == Qt.Key.Key_Escape:
            self._pause()
        elif not self.picture_view.answer_by_key(figure_under(event)):
            super().keyPressEvent(event)

    def _started(self, attempt: RunningAttempt, before: Sequence[RawEvent] = ()) -> None:
        self._attempt, self._before = attempt, None
        game = self._game = self._rooms.stage_for(attempt, self)
        game.picture_changed.connect(self._show_picture)
        game.beat.connect(self.picture_view.show_beat)
        game.over.connect(self._finish)
        game.paused.connect(self._show_pause)
        game.resumed.connect(self._overlay.hide)
        singing = self._rooms.singing
        if singing is not None and singing.fits(self._step):
            self._mic = MicBar(self.theme, singing)
        self.show_parts(self._bar(), self._mic, self.picture_view)
        self.body.setStretchFactor(self.picture_view, 1)
        self._fit(self.height())
        game.start(before)
        self.opened()

    def _bar(self) -> QHBoxLayout:
        title = ElidedLabel(lesson(self._step.title), self.theme, Type.HEAD)
        pause = Button(self.tr("Pause"), self.theme, self._pause, icon="pause")
        pause.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parts = (title, self.picture_view.progress, self.picture_view.score, self._reader(), pause)
        bar = row(self.theme, *parts, gap=Space.ROOMY)
        bar.setStretch(0, 2)
        bar.setStretch(1, 3)
        return bar

    def _reader(self) -> Button | None:
        if self._prompter is None:
            return None
        # A sign alone: who needs it cannot read, and the letters beside it may be large.
        reader = Button("", self.theme, self._read_again, icon="read", name=self.tr("Read to me"))
        reader.setToolTip(reader.accessibleName())
        reader.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return reader

    def be_read(self) -> None:
        """A microphone that is on would take the voice for somebody who sings."""
        if self._rooms.singing is not None and self._rooms.singing.state().on:
            self._rooms.singing.switch_off()

    def _read_again(self) -> None:
        if self._rooms.voice is not None:
            self.be_read()
            read_to(self._rooms.voice, words_on(self.picture_view))

    def _show_picture(self, picture: Picture) -> None:
        self.picture_view.show_picture(picture)
        if self._prompter is not None:
            singing = self._rooms.singing
            self._prompter.follow(picture, hearing=singing is not None and singing.state().on)

    def _choose(self, choice_id: str) -> None:
        if self._game is not None:
            self._game.choose(choice_id)

    def _listen(self) -> None:
        if self._game is not None:
            self._game.listen_again()

    def _finish(self, outcome: Outcome, events: Sequence[RawEvent], duration_us: int) -> None:
        self._over = True
        self.picture_view.let_go()
        if self._attempt is not None:
            self._save(
                self._rooms.finish_attempt(self._attempt, outcome, events, duration_us), outcome, events, duration_us
            )

    def _save(
        self, future: Future[FinishedAttempt], outcome: Outcome, events: Sequence[RawEvent], duration_us: int
    ) -> None:
        def failed(sentence: str) -> None:
            again = (self.tr("Save again"), lambda: self._finish(outcome, events, duration_us))
            self.body.insertWidget(0, Banner(sentence, self.theme, tone="bad", icon="warning", action=again))

        ask(self, future, self._saved, failed=failed)

    def _saved(self, finished: FinishedAttempt) -> None:
        self._go(AtResult(finished=finished, step=self._step, assignment_id=self._assignment_id))

    # --- pauses ------------------------------------------------------------------------------------------------------

    def _pause(self) -> None:
        if self._game is not None and not self._over:
            self._game.pause()

    def _show_pause(self, reason: Say) -> None:
        self.picture_view.let_go()
        self._overlay.show_reason(spoken(reason), keyboard_lost="keyboard" in reason.values)

    def _resume(self) -> None:
        if self._game is not None:
            self._game.resume()
        self._overlay.hide()
        self.opened()

    def _leave_game(self) -> None:
        self._go(back_from(self._step, self._assignment_id))

    # --- what is missing ---------------------------------------------------------------------------------------------

    def _on_port(self, _state: PortState) -> None:
        if self._attempt is None and self._rooms.what_is_missing(self._step) is None:
            self.begin()

    def _show_missing(self, missing: Say) -> None:
        text = spoken(missing)
        state = EmptyState(self.tr("Let’s connect your keyboard"), text, self.theme, drawing="cable")
        state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        promise = self.tr("The game begins by itself as soon as the keyboard is there.")
        back = Button(self.tr("Back"), self.theme, self._leave_game, icon="back")
        here = AtPlay(step=self._step, assignment_id=self._assignment_id)
        keyboards = partial(self._go, AtKeyboards(back=here))
        help_ = Button(self.tr("Keyboards"), self.theme, keyboards, icon="keyboard")
        again = Button(self.tr("Look again"), self.theme, self.begin, kind="primary", icon="retry")
        card = Card(
            self.theme,
            state,
            Banner(promise, self.theme, tone="primary", icon="plugged"),
            Line(self.theme, back, 1, help_, again),
        )
        card.setMaximumWidth(self.theme.px(560))
        line = row(self.theme, 1, card, 1)
        line.setStretch(1, 1000)
        self.show_parts(1, line, 1)
        back.setFocus()

    def _could_not(self, sentence: str) -> None:
        holder: QWidget = self._trouble(sentence, self.begin)
        back = Button(self.tr("Back"), self.theme, self._leave_game, icon="back")
        self.show_parts(row(self.theme, back, 1), holder, 1)
