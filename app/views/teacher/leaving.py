"""A class that is somebody else's by now, or is over, while its teacher is looking at it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.views.kit.page import Page
from app.views.places import AtClass, Go


def class_gone(page: Page, go: Go) -> None:
    """Nothing of the class stays on the page; the way on leads to the classes that are theirs."""
    translate = QCoreApplication.translate
    title = translate("leaving", "This class is not one of yours any more")
    text = translate("leaving", "The school has given it to somebody else, or it is over.")
    page.show_gone(title, text, (translate("leaving", "My classes"), partial(go, AtClass())))
