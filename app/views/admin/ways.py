"""The ways between the pages of a whole organisation: its figures, its rules, what it asks of everybody."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.surfaces import column
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtGuidelines, AtOrganisation, AtUsage, Go, Place
from domain.community.permissions import Act, reaches


def head_of(theme: Theme, account: Account, go: Go, here: type[Place]) -> QVBoxLayout:
    """The title, and the pages that this account may open; the one that shows is marked."""
    translate = QCoreApplication.translate
    pages: list[tuple[str, Place, str, Act]] = [
        (translate("organisation", "How it is used"), AtUsage(), "grow", Act.ANALYTICS),
        (translate("organisation", "Rules for sharing"), AtOrganisation(), "rules", Act.SET_GLOBAL_POLICY),
        (translate("organisation", "What we ask of everybody"), AtGuidelines(), "text", Act.WRITE_GUIDELINES),
    ]
    buttons = []
    for words, place, icon, act in pages:
        if reaches(account.role, act):
            button = Button(words, theme, partial(go, place), icon=icon)
            button.setCheckable(True)
            button.setChecked(type(place) is here)
            buttons.append(button)
    title = PlainLabel(translate("organisation", "All of our schools"), theme, Type.TITLE)
    return column(theme, title, Wrap(theme, buttons) if len(buttons) > 1 else None, gap=Space.BASE)
