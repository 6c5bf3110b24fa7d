"""The states and levels of badges in the words of those who keep them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.store.badge_office import KeptBadge
from app.views.kit.surfaces import Chip
from app.views.kit.theme import Theme
from domain.records.achievements import BadgeStatus


class State(NamedTuple):
    """A state as it is shown: its word, its icon, and the tone of its chip."""

    word: str
    icon: str
    tone: str


def state_of(badge: KeptBadge) -> State:
    """Where a badge stands: waiting for its icon, ready to be released, released or retired."""
    translate = QCoreApplication.translate
    if badge.status is BadgeStatus.RELEASED:
        return State(translate("office", "released"), "check", "good")
    if badge.status is BadgeStatus.RETIRED:
        return State(translate("office", "retired"), "rest", "sunken")
    if badge.icon:
        return State(translate("office", "ready to be released"), "clock", "primary")
    return State(translate("office", "needs an icon"), "picture", "accent")


def state_chip(badge: KeptBadge, theme: Theme) -> Chip:
    """The state on a pill."""
    state = state_of(badge)
    if state.tone == "sunken":
        return Chip(state.word, theme, icon=state.icon)
    return Chip(state.word, theme, ink=f"on_{state.tone}_soft", ground=f"{state.tone}_soft", icon=state.icon)


def border_words(level: int) -> str:
    """The border of a level."""
    translate = QCoreApplication.translate
    return {
        1: translate("office", "no border"),
        2: translate("office", "bronze"),
        3: translate("office", "silver"),
        4: translate("office", "gold"),
    }[level]
