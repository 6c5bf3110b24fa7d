"""A game's Picture on the screen: prompt, staff, answers, feedback, piano. Each part repaints only when it changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from app.stage.beats import Beat
from app.views.kit.answers import AnswerButton, Answers
from app.views.kit.beat_row import BeatRow
from app.views.kit.buttons import Button
from app.views.kit.marks import draw_sign, word
from app.views.kit.meters import ProgressBar
from app.views.kit.piano import Piano
from app.views.kit.sayings import count, note_name, spoken
from app.views.kit.scenes import SceneView
from app.views.kit.staff import StaffView
from app.views.kit.surfaces import Card, column, row
from app.views.kit.tap_pad import TapPad
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.games.picture import Choice, Mark, Picture, Scene

_TONES = {
    Mark.RIGHT: ("good_soft", "on_good_soft"),
    Mark.WRONG: ("bad_soft", "on_bad_soft"),
    Mark.HINT: ("primary_soft", "on_primary_soft"),
}


# The line where feedback and beats stand grows with the letters only as far as they need it.
LINE_HEIGHT = 84


class PictureView(QWidget):
    """Shows one Picture after the other. `progress` and `score` are made here and placed by the page."""

    def __init__(
        self,
        theme: Theme,
        *,
        press: Callable[[int], object] | None = None,
        release: Callable[[int], object] | None = None,
        choose: Callable[[str], object] | None = None,
        listen: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._choose = theme, choose
        self._picture: Picture | None = None
        self.progress = ProgressBar(theme, height=14)
        self.score = PlainLabel("", theme, Type.HEAD)
        self._prompt = PlainLabel("", theme, Type.TITLE, wrap=True, centred=True)
        self.staff = StaffView(theme, space=17)
        self.staff.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.piano = Piano(theme, press=press, release=release, answer=self.answer_by_key)
        self.tap_pad = TapPad(theme, press, release)
        self._feedback = FeedbackLine(theme)
        self._beats = BeatRow(theme)
        self._beats.hide()
        self.answers = Answers(theme)
        self.scene = SceneView(theme)
        # Two places for one button: large under the ear, small beside the question where there is a staff.
        self._listen_large, self._listen_small = (
            Button(self.tr("Listen again"), theme, listen, kind=kind, icon="sound", name=self.tr("Listen again, key 0"))
            for kind in ("primary", "quiet")
        )
        self._listen_large.setFont(theme.font(Type.HEAD))
        self._listen_large.setMinimumHeight(theme.px(60))
        for each in (self._listen_large, self._listen_small):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        paper = Paper(theme, self.staff, self.scene, row(theme, 1, self._listen_large, 1), pad=Space.TIGHT)
        paper.body.setStretch(0, 1)
        paper.body.setStretch(1, 1)
        self._paper = paper
        self._asked = QWidget()
        self._asked.setLayout(_one_place(self._prompt))
        question = row(theme, self._asked, self._listen_small, gap=Space.BASE)
        question.setStretch(0, 1)
        parts = (question, paper, self._beats, self._feedback, self.answers, self.piano, self.tap_pad)
        self._box = column(theme, *parts, gap=Space.BASE)
        self._box.setSpacing(min(theme.px(Space.BASE), Space.ROOMY))
        self._box.setStretch(1, 1)
        self._tight = False
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture) -> None:
        """Show the picture; what is equal to the last one stays untouched."""
        before, self._picture = self._picture, picture
        if before is None or picture.prompt != before.prompt:
            self._prompt.say(spoken(picture.prompt))
        self._show_paper(picture)
        self._fit_prompt()
        if picture.keys is not None:
            self.piano.show_keys(picture.keys)
        self.piano.setVisible(picture.keys is not None)
        self.tap_pad.setVisible(picture.taps)
        if before is None or picture.choices != before.choices:
            self._deal(picture.choices)
        self._feedback.show_feedback(spoken(picture.feedback) if picture.feedback else "", picture.feedback_mark)
        self._show_feedback()
        self._count(picture)

    def be_tight(self, tight: bool) -> None:
        """Where letters are large and the screen is low, what was just played is told in the question's place."""
        if tight == self._tight:
            return
        self._tight = tight
        if tight:
            self._box.removeWidget(self._feedback)
            _one_place_of(self._asked).addWidget(self._feedback, 0, 0)
            self._feedback.raise_()
        else:
            _one_place_of(self._asked).removeWidget(self._feedback)
            self._box.insertWidget(self._box.indexOf(self._beats) + 1, self._feedback)
        gap = Space.TIGHT if tight else min(self._theme.px(Space.BASE), Space.ROOMY)
        self._box.setSpacing(gap)
        # Two lines, whichever of the two is shown: nothing moves when an answer is judged.
        lines = 2 * QFontMetrics(self._theme.font(Type.HEAD)).lineSpacing()
        self._asked.setMinimumHeight(lines + Space.TIGHT if tight else 0)
        self._show_feedback()
        self._fit_prompt()

    def _show_feedback(self) -> None:
        self._feedback.setVisible(self._feedback.is_said if self._tight else not self._beats.beats)
        self._prompt.setVisible(not (self._tight and self._feedback.is_said))

    def show_beat(self, beat: Beat | None) -> None:
        """A beat that has come, or None when nothing beats: seen where feedback stands otherwise."""
        self._beats.show_beat(beat)
        self._beats.setVisible(self._beats.beats)
        self._show_feedback()

    def show_key(self, pitch: int, velocity: int) -> None:
        """A key of the real keyboard moved."""
        self.piano.show_down(pitch, velocity > 0)
        self.tap_pad.show_down(velocity > 0)

    def take_focus(self) -> None:
        """The piano listens to the computer's keys; without a piano the first answer has the focus."""
        if self.piano.isVisible():
            self.piano.setFocus()
        elif self.tap_pad.isVisible():
            self.tap_pad.setFocus()
        elif self.answers.buttons:
            self.answers.buttons[0].setFocus()

    def let_go(self) -> None:
        """Release what the screen's piano holds."""
        self.piano.let_go()
        self.tap_pad.let_go()

    def answer_by_key(self, text: str) -> bool:
        """Pick an answer by its number, or listen again with 0; False where figures answer nothing."""
        if text == "0" and self._picture is not None and self._picture.again:
            self._listen_small.click()
            return True
        if len(text) == 1 and text in "123456789" and int(text) <= len(self.answers.buttons):
            self.answers.buttons[int(text) - 1].click()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question is as large as fits."""
        self._fit_prompt()

    def _show_paper(self, picture: Picture) -> None:
        listening = picture.scene is Scene.LISTEN
        self._paper.setVisible(picture.staff is not None or picture.scene is not None)
        self.staff.setVisible(picture.staff is not None)
        self.staff.show_staff(picture.staff)
        self.scene.setVisible(picture.scene is not None)
        self.scene.show_scene(picture.scene, note_name(picture.sign))
        # It keeps its place while it cannot be pressed, so that nothing moves when an answer is judged.
        self._listen_large.setVisible(listening and picture.pulse is None)
        self._listen_large.setEnabled(bool(picture.again))
        self._listen_small.setVisible(bool(picture.again) and not listening)

    def _fit_prompt(self) -> None:
        """Read from the last row where there is room: large on one line, else in the size that always fits."""
        picture, theme = self._picture, self._theme
        if picture is None:
            return
        room = self.width() - (self._listen_small.sizeHint().width() if self._listen_small.isVisibleTo(self) else 0)
        full = self._tight or (picture.staff is not None and picture.keys is not None)
        steps = (Type.TITLE, Type.HEAD) if self._tight else (Type.TITLE,) if full else (Type.DISPLAY, Type.TITLE)
        *larger, least = (theme.font(step) for step in steps)
        text = self._prompt.text()
        on_one_line = (
            each for each in larger if QFontMetrics(each).horizontalAdvance(text) < room - theme.px(Space.WIDE)
        )
        font = next(on_one_line, least)
        if font != self._prompt.font():
            self._prompt.setFont(font)

    def _count(self, picture: Picture) -> None:
        words = self.tr("Question {n} of {total}").format(n=min(picture.done + 1, picture.total), total=picture.total)
        self.progress.setVisible(picture.total > 0)
        self.progress.show_progress(picture.done, picture.total, words)
        streak = "  ·  " + self.tr("{n} in a row").format(n=picture.streak) if picture.streak > 1 else ""
        self.score.say(self.tr("{points} points").format(points=count(picture.score)) + streak if picture.total else "")

    def _deal(self, choices: tuple[Choice, ...]) -> None:
        self.answers.deal([self._answer(number, choice) for number, choice in enumerate(choices, 1)])
        self.answers.setVisible(bool(choices))

    def _answer(self, number: int, choice: Choice) -> AnswerButton:
        pressed = partial(self._choose, choice.choice_id) if self._choose else None
        words = spoken(choice.label)
        return AnswerButton(words, self._theme, pressed, number=number, mark=choice.mark, drawn=choice.drawn)


def _one_place(first: QWidget) -> QGridLayout:
    """A layout whose parts all stand in one place."""
    place = QGridLayout()
    place.setContentsMargins(0, 0, 0, 0)
    place.addWidget(first, 0, 0)
    return place


def _one_place_of(holder: QWidget) -> QGridLayout:
    place = holder.layout()
    assert isinstance(place, QGridLayout)
    return place


class Paper(Card):
    """What music and scenes are drawn on: asks for little, and takes all the room that is left."""

    def sizeHint(self) -> QSize:
        """As small as it may be."""
        return self.minimumSizeHint()


class FeedbackLine(QFrame):
    """One sentence about what was just played, with its mark's sign. It keeps its place while it is empty."""

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark: Mark | None = None
        self._label = PlainLabel("", theme, Type.LEAD, wrap=True, centred=True)
        self.setLayout(row(theme, self._label))
        sign = theme.px(44)
        self.layout().setContentsMargins(sign, theme.px(6), sign, theme.px(6))  # type: ignore[union-attr]
        self.setMinimumHeight(min(theme.px(60), LINE_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_said(self) -> bool:
        """Is there a sentence?"""
        return bool(self._label.text())

    def show_feedback(self, text: str, mark: Mark | None) -> None:
        """Another sentence, or none."""
        if text == self._label.text() and mark is self._mark:
            return
        self._mark = mark if text else None
        self._label.say(text)
        ink = _TONES.get(mark, ("sunken", "ink"))[1] if mark else "ink"
        self._label.setStyleSheet(f"color: {self._theme.colour(ink).name()};")
        said = f"{word(mark)}. {text}" if mark and text else text
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The soft ground and the sign."""
        if not self._label.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = _TONES.get(self._mark, ("sunken", "ink"))[0] if self._mark else "sunken"
        edge = QColor(self._theme.palette.mark(self._mark)) if self._mark else self._theme.colour("line")
        painter.setPen(edge if self._mark else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        radius = self._theme.px(10)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        if self._mark is not None:
            size = self._theme.px(28)
            draw_sign(painter, self._mark, QPointF(size, self.height() / 2), size, self._theme)
