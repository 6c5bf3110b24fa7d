"""A theme, a way to read what a screen reader reads, and a real game on a real stage."""

from __future__ import annotations

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from app.views.kit.accessible import install_roles
from app.views.kit.theme import Look, Theme, register_fonts


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look at 100 %."""
    register_fonts()
    install_roles()
    return Theme(Look())


_BUTTONS = (QAccessible.Role.Button, QAccessible.Role.CheckBox)


def tree(thing: QWidget | QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds in a widget, visible parts only."""
    face = QAccessible.queryAccessibleInterface(thing) if isinstance(thing, QWidget) else thing
    if face is None or face.state().invisible:
        return
    yield face
    for index in range(face.childCount()):
        child = face.child(index)
        if child is not None:
            yield from tree(child)


def names(widget: QWidget) -> list[str]:
    """All accessible names in a widget."""
    return [face.text(QAccessible.Text.Name) for face in tree(widget) if face.text(QAccessible.Text.Name)]


def press(widget: QWidget, name: str) -> None:
    """Press the button of that name (or whose name begins so) as a screen reader does, as soon as it is there."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        for face in tree(widget):
            ready = face.role() in _BUTTONS and not face.state().disabled
            if ready and face.text(QAccessible.Text.Name).startswith(name):
                face.object().click()  # type: ignore[attr-defined]
                return
        QApplication.processEvents()
    raise AssertionError(f"no button “{name}” among {names(widget)}")


class Went(list[Any]):
    """The places that a view asked for."""

    def __call__(self, place: Any) -> None:
        self.append(place)
