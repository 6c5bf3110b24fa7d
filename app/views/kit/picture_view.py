"""A game's Picture on the screen: prompt, staff, answers, feedback, piano. Each part repaints only when it changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.views.kit.buttons import Button
from app.views.kit.marks import draw_sign, word
from app.views.kit.meters import ProgressBar
from app.views.kit.piano import Piano
from app.views.kit.sayings import count, spoken
from app.views.kit.staff import StaffView
from app.views.kit.surfaces import Card, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.games.picture import Choice, Mark, Picture

_TONES = {
    Mark.RIGHT: ("good_soft", "on_good_soft"),
    Mark.WRONG: ("bad_soft", "on_bad_soft"),
    Mark.HINT: ("primary_soft", "on_primary_soft"),
}


class PictureView(QWidget):
    """Shows one Picture after the other. `progress` and `score` are made here and placed by the page."""

    def __init__(
        self,
        theme: Theme,
        *,
        press: Callable[[int], object] | None = None,
        release: Callable[[int], object] | None = None,
        choose: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._choose = theme, choose
        self._picture: Picture | None = None
        self.progress = ProgressBar(theme, height=14)
        self.score = PlainLabel("", theme, Type.HEAD)
        self._prompt = PlainLabel("", theme, Type.TITLE, wrap=True, centred=True)
        self.staff = StaffView(theme, space=17)
        self.piano = Piano(theme, press=press, release=release)
        self._feedback = FeedbackLine(theme)
        self._choices = row(theme, gap=Space.BASE)
        self._choice_buttons: list[Button] = []
        paper = Card(theme, self.staff, pad=Space.TIGHT)
        paper.body.setStretch(0, 1)
        self._paper = paper
        box = column(theme, self._prompt, paper, self._feedback, self._choices, self.piano, gap=Space.BASE)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture) -> None:
        """Show the picture; what is equal to the last one stays untouched."""
        before, self._picture = self._picture, picture
        if before is None or picture.prompt != before.prompt:
            self._prompt.say(spoken(picture.prompt))
        self._paper.setVisible(picture.staff is not None)
        self.staff.show_staff(picture.staff)
        if picture.keys is not None:
            self.piano.show_keys(picture.keys)
        self.piano.setVisible(picture.keys is not None)
        if before is None or picture.choices != before.choices:
            self._deal(picture.choices)
        self._feedback.show_feedback(spoken(picture.feedback) if picture.feedback else "", picture.feedback_mark)
        self._count(picture)

    def show_key(self, pitch: int, velocity: int) -> None:
        """A key of the real keyboard moved."""
        self.piano.show_down(pitch, velocity > 0)

    def take_focus(self) -> None:
        """The piano listens to the computer's keys; without a piano the first answer has the focus."""
        if self.piano.isVisible():
            self.piano.setFocus()
        elif self._choice_buttons:
            self._choice_buttons[0].setFocus()

    def let_go(self) -> None:
        """Release what the screen's piano holds."""
        self.piano.let_go()

    def answer_by_key(self, text: str) -> bool:
        """Pick an answer by its number; False where there is no such answer."""
        if len(text) == 1 and text in "123456789" and int(text) <= len(self._choice_buttons):
            self._choice_buttons[int(text) - 1].click()
            return True
        return False

    def _count(self, picture: Picture) -> None:
        words = self.tr("Question {n} of {total}").format(n=min(picture.done + 1, picture.total), total=picture.total)
        self.progress.setVisible(picture.total > 0)
        self.progress.show_progress(picture.done, picture.total, words)
        streak = "  ·  " + self.tr("{n} in a row").format(n=picture.streak) if picture.streak > 1 else ""
        self.score.say(self.tr("{points} points").format(points=count(picture.score)) + streak if picture.total else "")

    def _deal(self, choices: tuple[Choice, ...]) -> None:
        clear(self._choices)
        self._choice_buttons = []
        self._choices.addStretch(1)
        for number, choice in enumerate(choices, 1):
            self._choices.addWidget(self._answer(number, choice))
        self._choices.addStretch(1)

    def _answer(self, number: int, choice: Choice) -> Button:
        label = spoken(choice.label)
        pressed = partial(self._choose, choice.choice_id) if self._choose else None
        said = f"{label}, {word(choice.mark)}" if choice.mark else label
        button = AnswerButton(label, self._theme, pressed, mark=choice.mark, name=f"{number}: {said}")
        self._choice_buttons.append(button)
        return button


class AnswerButton(Button):
    """An answer to pick, with its mark once it is judged."""

    def __init__(
        self, text: str, theme: Theme, pressed: Callable[[], object] | None, *, mark: Mark | None, name: str
    ) -> None:
        super().__init__(text, theme, pressed, name=name)
        self._mark, self._drawn_by = mark, theme
        self.setFont(theme.font(Type.HEAD))
        # Room for the sign beside the word, kept from the beginning, so that nothing moves when the answer is judged.
        words = self.fontMetrics().horizontalAdvance(text) + 2 * theme.px(56)
        self.setMinimumSize(QSize(max(theme.px(140), words), theme.px(72)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the mark's sign beside the word."""
        super().paintEvent(event)
        if self._mark is not None:
            size = self._drawn_by.px(24)
            place = QPointF(self.width() - size * 1.1, self.height() / 2)
            draw_sign(QPainter(self), self._mark, place, size, self._drawn_by)


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
        self.setMinimumHeight(theme.px(60))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
