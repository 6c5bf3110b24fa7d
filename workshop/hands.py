"""Hands and eyes at a window: finds what a person would find by its words, presses it, takes pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

PATIENCE = 30.0


class NotSeenError(Exception):
    """What a step of the story needs did not appear in time."""


def wait_for(condition: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Let the program run until something holds. Raises NotSeenError."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise NotSeenError(f"waited {patience:g} s in vain: {what}")
        linger(0.01)


def linger(seconds: float) -> None:
    """Let the program run for a while, as a person looks at it."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


class Hands:
    """One person at one window, and whatever lies over it."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, words: str, *, patience: float = PATIENCE) -> None:
        """Press the button, tile or entry with these words."""
        wait_for(lambda: self._button(words) is not None, f"a button “{words}”", patience)
        button = self._button(words)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_named(self, ending: str) -> None:
        """Press the button whose name for a screen reader ends so: several on a page may have the same face."""
        wait_for(lambda: self._named_so(ending) is not None, f"a button named “… {ending}”")
        button = self._named_so(ending)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_the_one_that_stands_out(self) -> None:
        """Press the page's main button, as somebody does who reads nothing. Raises NotSeenError where it has two."""
        wait_for(lambda: bool(self._standing_out()), "a button that stands out")
        found = self._standing_out()
        if len(found) > 1:
            raise NotSeenError(f"one clear next step, not {', '.join(each.accessibleName() for each in found)}")
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def press_within(self, card: str, words: str) -> None:
        """Press the button with these words on the first card whose name begins so."""
        wait_for(lambda: self._button_on(card, words) is not None, f"a button “{words}” on “{card}”")
        button = self._button_on(card, words)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def touch(self, digits: str) -> None:
        """Touch a PIN, digit by digit."""
        for digit in digits:
            self.press(digit)

    def write(self, field: str, text: str) -> None:
        """Write into a field by its name."""
        wait_for(lambda: self._field(field) is not None, f"a field “{field}”")
        found = self._field(field)
        assert found is not None
        found.setFocus()
        QTest.keyClicks(found, text)

    def sees(self, words: str) -> bool:
        """Are these words on the screen?"""
        return any(words in text for text in self.words())

    def waits_to_see(self, words: str, *, patience: float = PATIENCE) -> None:
        """Wait until these words are on the screen."""
        wait_for(lambda: self.sees(words), f"“{words}” on the screen", patience)

    def words(self) -> Iterable[str]:
        """Every text that is visible, and every name that a screen reader would say."""
        for widget in self._visible(QWidget):
            yield from said_by(widget)

    def scroll_to(self, words: str) -> None:
        """Scroll until these words are in sight, as with the wheel."""
        wait_for(lambda: self._saying(words) is not None, f"“{words}” on the page")
        found = self._saying(words)
        area = found
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and found is not None:
            area.ensureWidgetVisible(found, 0, area.height() // 3)

    def _saying(self, words: str) -> QWidget | None:
        return next((each for each in self._visible(QWidget) if any(words in text for text in said_by(each))), None)

    def picture(self, file: Path) -> None:
        """A picture of the window with what lies over it."""
        top = QApplication.activeModalWidget()
        QApplication.sendPostedEvents()
        image = self.window.grab()
        if top is not None and top is not self.window and top.window() is top:
            over_it(image, self.window, top)
        image.save(str(file))

    def _visible(self, kind: type[QWidget]) -> list[QWidget]:
        tops = [
            top
            for top in QApplication.topLevelWidgets()
            if top.isVisible() and top.windowType() != Qt.WindowType.ToolTip
        ]
        modal = QApplication.activeModalWidget()
        mine = [top for top in tops if top is self.window or self._belongs(top)]
        if modal in mine:
            mine = [top for top in mine if top is modal]
        return [each for top in mine for each in [top, *top.findChildren(kind)] if each.isVisible()]

    def _belongs(self, top: QWidget) -> bool:
        above = top.parentWidget()
        while above is not None:
            if above is self.window:
                return True
            above = above.parentWidget()
        return False

    def _button(self, words: str) -> QAbstractButton | None:
        found = [
            each
            for each in self._visible(QAbstractButton)
            if isinstance(each, QAbstractButton) and each.isEnabled() and named(each, words)
        ]
        return found[-1] if found else None

    def _named_so(self, ending: str) -> QAbstractButton | None:
        buttons = (each for each in self._visible(QAbstractButton) if each.accessibleName().endswith(ending))
        return next((each for each in buttons if isinstance(each, QAbstractButton)), None)

    def _standing_out(self) -> list[QAbstractButton]:
        buttons = (each for each in self._visible(QAbstractButton) if each.property("kind") == "primary")
        return [each for each in buttons if isinstance(each, QAbstractButton) and each.isEnabled()]

    def _button_on(self, card: str, words: str) -> QAbstractButton | None:
        cards = [each for each in self._visible(QWidget) if each.accessibleName().startswith(card)]
        buttons = (each for top in cards for each in top.findChildren(QAbstractButton) if each.isVisible())
        return next((each for each in buttons if each.isEnabled() and named(each, words)), None)

    def _field(self, words: str) -> QWidget | None:
        kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
        found = [each for each in self._visible(QWidget) if isinstance(each, kinds) and words in each.accessibleName()]
        return found[-1] if found else None


def said_by(widget: QWidget) -> Iterable[str]:
    """What is written on a widget, and what a screen reader would say of it."""
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()


def named(button: QAbstractButton, words: str) -> bool:
    """Does a button carry these words, on its face or for a screen reader?"""
    return button.text().startswith(words) or button.accessibleName().startswith(words)


def over_it(image: object, window: QWidget, top: QWidget) -> None:
    """Draw a dialogue where it lies over the window's picture."""
    from PySide6.QtGui import QPainter, QPixmap

    assert isinstance(image, QPixmap)
    painter = QPainter(image)
    painter.drawPixmap(window.mapFromGlobal(top.mapToGlobal(top.rect().topLeft())), top.grab())
    painter.end()
