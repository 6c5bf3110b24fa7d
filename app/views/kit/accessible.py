"""What our painted widgets are for a screen reader: without this they are anonymous fillers in the tree."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# Qt owns the interfaces, but Python must not forget them before; they go with their widgets.
_KEPT: dict[int, QAccessibleInterface] = {}


def _interface(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """The interface of a widget that declares an `accessible_role`; None lets Qt make its own."""
    role = getattr(thing, "accessible_role", None)
    if not isinstance(thing, QWidget) or not isinstance(role, QAccessible.Role):
        return None
    made = QAccessibleWidget(thing, role)
    key = id(thing)
    _KEPT[key] = made
    thing.destroyed.connect(lambda: _KEPT.pop(key, None))
    return made


@cache
def install_roles() -> None:
    """Make roles known to Qt, once in the program's life."""
    QAccessible.installFactory(_interface)
