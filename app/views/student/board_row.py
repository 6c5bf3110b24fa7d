"""A line of a board: place, picture, name, score."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.store.community_readings import BoardLine
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon
from app.views.kit.icons import IconView
from app.views.kit.sayings import count
from app.views.kit.surfaces import Chip, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.achievements.challenges import PODIUM


class BoardRow(QWidget):
    """A line of a board; one's own is told apart by a word as well as by its ground."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, line: BoardLine, theme: Theme, *, figure: str | None = None) -> None:
        """`figure` stands where the score does, in words: the level of a badge."""
        super().__init__()
        self._theme, self._me = theme, line.me
        rank = PlainLabel(
            str(line.rank), theme, Type.HEAD, tone="primary" if line.rank <= PODIUM else "soft", centred=True
        )
        rank.setFixedWidth(theme.px(44))
        cup = IconView("trophy", theme.colour("legendary"), theme.px(20)) if line.rank == 1 and figure is None else None
        reached = count(line.score) if figure is None else figure
        me = self.tr("you")
        parts = row(
            theme,
            rank,
            Avatar(line.who.avatar, theme, 40),
            ElidedLabel(line.who.display_name, theme, Type.STRONG),
            BadgeIcon(line.top_badge, theme, 36) if line.top_badge is not None else None,
            Chip(me, theme, ink="on_primary_soft", ground="primary_soft") if line.me else None,
            cup,
            PlainLabel(reached, theme, Type.HEAD),
            pad=Space.TIGHT,
        )
        parts.setStretch(2, 1)
        self.setLayout(parts)
        if line.me:
            self.setProperty("kind", "mine")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = self.tr("Place {rank}: {name}, {score}")
        self.setAccessibleName(name.format(rank=line.rank, name=line.who.display_name, score=reached))
