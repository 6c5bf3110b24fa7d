"""Controls of rules that a class and a whole organisation have alike: ways of talking, kinds, where students begin."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.views.kit.page import section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Card
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space
from app.views.student.picks import Toggles
from app.views.student.scopes import Choices
from app.views.student.settings import kind_words
from domain.community.audience import scope_name
from domain.records.community import AchievementType, Scope

_FIRST = (Scope.PRIVATE, Scope.FAMILY, Scope.CLASS, Scope.SCHOOL)


def ways_of_talking(theme: Theme, title: str, chosen: str, picked: Callable[[str], object]) -> QVBoxLayout:
    """How students may talk to each other; `picked` gets the mode."""
    translate = QCoreApplication.translate
    modes = [
        ("off", translate("rules", "No words"), translate("rules", "A like and a celebration still work.")),
        (
            "phrases",
            translate("rules", "Kind sentences"),
            translate("rules", "Students pick from a list; nothing waits for an adult."),
        ),
        (
            "moderated",
            translate("rules", "Own words, too"),
            translate("rules", "A teacher reads each before another child sees it."),
        ),
    ]
    return section(theme, title, Card(theme, Choices(theme, title, modes, chosen, picked), pad=Space.BASE))


def kinds_allowed(
    theme: Theme,
    title: str,
    chosen: Collection[AchievementType],
    picked: Callable[[tuple[AchievementType, ...]], object],
) -> QVBoxLayout:
    """Which achievements may be shared beyond the family; `picked` gets all that may."""
    pick = Toggles(
        theme,
        [(str(kind), kind_words(kind)) for kind in AchievementType],
        {str(kind) for kind in chosen},
        lambda on: picked(tuple(kind for kind in AchievementType if str(kind) in on)),
    )
    words = QCoreApplication.translate("rules", "What is switched off stays in families.")
    return section(theme, title, PlainLabel(words, theme, tone="soft", wrap=True), pick)


def first_scope(theme: Theme, title: str, text: str, chosen: Scope, picked: Callable[[Scope], object]) -> QVBoxLayout:
    """How far shares of new students go until they choose; `picked` gets the scope."""
    nobody = QCoreApplication.translate("rules", "Nobody else")
    names = [(str(each), nobody if each is Scope.PRIVATE else spoken(scope_name(each))) for each in _FIRST]
    pick = Toggles(theme, names, {str(chosen)}, lambda on: picked(Scope(next(iter(on)))), single=True)
    return section(theme, title, PlainLabel(text, theme, tone="soft", wrap=True), pick)
