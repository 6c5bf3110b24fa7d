"""When a step of a pathway opens: which steps come first, how many plays, how many points; and what a student reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.fields import ComboBox, TickBox
from app.views.kit.page import section
from app.views.kit.sayings import count, spoken
from app.views.kit.surfaces import Banner, clear, column, fill
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Type
from domain.learning.opening import Most, Titles, most_asked, never_opens, read_until_open
from domain.records.curriculum import OwnStep

# How often a game may be asked for, and which hundredths of its points.
_PLAYS = (0, 1, 2, 3, 5, 10)
_SHARES = (0, 50, 60, 70, 80, 90, 100)


class OpeningDialog(Dialog):
    """`kept` gets the step as it shall be. `steps` are those of its assignment, `place` is its own among them."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[OwnStep],
        place: int,
        *,
        titles: Titles,
        most: Most,
        kept: Callable[[OwnStep], object],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("OpeningDialog", "When does it open?")
        super().__init__(theme, title, width=640, height=840, parent=parent)
        self._steps, self._place, self._titles, self._most, self._kept = list(steps), place, titles, most, kept
        self._sequential = self._tick(self.tr("After the step before"), steps[place].sequential)
        self._first = {
            step.code: self._tick(f"{number}. {titles(step)}", step.code in steps[place].requires)
            for number, step in enumerate(steps[:place], 1)
        }
        self._plays, self._points = ComboBox(theme), ComboBox(theme)
        self._plays_words, self._points_words = PlainLabel("", theme, wrap=True), PlainLabel("", theme, wrap=True)
        for box in (self._plays, self._points):
            box.activated.connect(self._changed)
        self._reads: QVBoxLayout = column(theme)
        self._save = Button(self.tr("Save"), theme, self._done, kind="primary")
        self.show_parts(
            PlainLabel(titles(steps[place]), theme, Type.LEAD, tone="soft", wrap=True),
            self._sequential,
            section(theme, self.tr("Finished first"), *self._first.values()),
            section(
                theme,
                self.tr("Games that count"),
                self._plays_words,
                self._plays,
                self._points_words,
                self._points,
            ),
            section(theme, self.tr("A student reads until then"), self._reads),
        )
        self.show_foot(1, Button(self.tr("Cancel"), theme, self.reject), self._save)
        self._show()

    def _tick(self, words: str, on: bool) -> TickBox:
        box = TickBox(self.theme, words)
        box.setChecked(on)
        box.toggled.connect(self._changed)
        return box

    def _changed(self, *_: object) -> None:
        """Takes over what is picked. Points that no game here gives are let go with the game that gave them."""
        self._steps[self._place] = msgspec.structs.replace(
            self._steps[self._place],
            sequential=self._sequential.isChecked(),
            requires=tuple(code for code, box in self._first.items() if box.isChecked()),
            min_attempts=self._plays.currentData(),
            min_score=self._points.currentData(),
        )
        self._show()

    def _show(self) -> None:
        step = self._steps[self._place]
        highest = most_asked(self._steps, self._place, self._most)
        self._show_plays(step)
        self._show_points(step, highest)
        for shown in (self._plays_words, self._plays, self._points_words, self._points):
            shown.setVisible(bool(highest) or bool(step.min_attempts or step.min_score))
        problem = never_opens(self._steps, self._place, self._titles, self._most)
        self._save.setEnabled(problem is None)
        clear(self._reads)
        if problem is not None:
            self._reads.addWidget(Banner(spoken(problem), self.theme, tone="bad", icon="warning"))
            return
        fill(self._reads, self._sentences())

    def _sentences(self) -> tuple[PlainLabel, ...]:
        said = read_until_open(self._steps, self._place, self._titles)
        if not said:
            return (PlainLabel(self.tr("It is open from the beginning."), self.theme, wrap=True),)
        return tuple(PlainLabel(spoken(each), self.theme, wrap=True) for each in said)

    def _show_plays(self, step: OwnStep) -> None:
        words = self.tr("Plays before it opens")
        numbers = sorted({*_PLAYS, step.min_attempts})
        self._offer(self._plays, words, [(count(number), number) for number in numbers], step.min_attempts)
        self._plays_words.setText(words)

    def _show_points(self, step: OwnStep, highest: int) -> None:
        words = self.tr("Points to reach before it opens")
        numbers = sorted({*(highest * share // 100 for share in _SHARES), step.min_score})
        rows = [(self._share(number, highest), number) for number in numbers]
        self._offer(self._points, words, rows, step.min_score)
        self._points_words.setText(words)

    def _share(self, points: int, highest: int) -> str:
        if not points:
            return self.tr("any result")
        return self.tr("{points} of {most}").format(points=count(points), most=count(highest))

    def _offer(self, box: ComboBox, words: str, rows: list[tuple[str, int]], picked: int) -> None:
        box.setAccessibleName(words)
        if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] != rows:
            box.clear()
            for text, number in rows:
                box.addItem(text, number)
        box.setCurrentIndex([number for _, number in rows].index(picked))

    def _done(self) -> None:
        self.accept()
        self._kept(self._steps[self._place])
