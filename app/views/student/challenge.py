"""One challenge and its board: the podium, and the few around oneself rather than a wall of all who are ahead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import BoardLine, ChallengeBoard
from app.store.readings import Account
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import count, spoken
from app.views.kit.surfaces import Banner, Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtChallenges, AtPlay, AtSettings, Go
from app.views.rooms import Rooms
from app.views.student.challenges import challenge_step, standing_words, when_words
from domain.achievements.challenges import PODIUM
from domain.records.identity import AccessRole

_PUPILS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


class ChallengeView(Page):
    """The board of one challenge."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, challenge_id: str) -> None:
        super().__init__(theme, width=840)
        self._rooms, self._account, self._go, self._challenge_id = rooms, account, go, challenge_id
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        future = self._rooms.together.challenge_board(self._account, self._challenge_id)
        self.load(future, self._show, again=self.refresh)

    def _show(self, board: ChallengeBoard) -> None:
        theme = self.theme
        back = Button(self.tr("Challenges"), theme, partial(self._go, AtChallenges()), icon="back")
        self.show_parts(
            row(theme, back, 1), self._head(board), self._invitation(board), self._podium(board), self._near(board), 1
        )

    def _head(self, board: ChallengeBoard) -> Card:
        theme, card = self.theme, board.card
        play = None
        if card.status == "active" and self._account.role in _PUPILS:
            play = Button(
                self.tr("Play"),
                theme,
                partial(self._go, AtPlay(step=challenge_step(card))),
                kind="primary",
                icon="play",
            )
        told = [Chip(spoken(each), theme, ink="on_good_soft", ground="good_soft", icon="star") for each in card.told]
        words = column(
            theme,
            PlainLabel(card.name, theme, Type.TITLE, wrap=True),
            PlainLabel(f"{card.game_name} · {when_words(card)}", theme, Type.LEAD, tone="soft", wrap=True),
            PlainLabel(standing_words(card), theme, Type.STRONG, tone="primary"),
            row(theme, *told, 1, gap=Space.TIGHT) if told else None,
            gap=Space.HAIR,
        )
        line = row(theme, words, play, gap=Space.BASE)
        line.setStretch(0, 1)
        made = Card(theme, line)
        made.setAccessibleName(card.name)
        return made

    def _invitation(self, board: ChallengeBoard) -> Banner | None:
        """Who doesn't stand on boards is told that they may, and that they needn't."""
        if board.boards_on or self._account.role not in _PUPILS:
            return None
        words = self.tr("You play along without standing on the board. If you like, your name may stand there.")
        action = (self.tr("Sharing settings"), partial(self._go, AtSettings()))
        return Banner(words, self.theme, icon="info", action=action)

    def _podium(self, board: ChallengeBoard) -> QVBoxLayout:
        title = self.tr("Board")
        if not board.top:
            text = self.tr("Somebody has to be first. A score stands here as soon as the school has listened to it.")
            empty = empty_card(self.theme, self.tr("The board is still empty"), text, "trophy")
            return section(self.theme, title, empty)
        return section(self.theme, title, self._lines(board.top))

    def _near(self, board: ChallengeBoard) -> QVBoxLayout | None:
        """The neighbours, where one isn't on the podium anyhow."""
        if not board.around or any(line.me for line in board.top):
            return None
        return section(self.theme, self.tr("Around you"), self._lines(board.around))

    def _lines(self, lines: tuple[BoardLine, ...]) -> Card:
        return Card(self.theme, *[BoardRow(line, self.theme) for line in lines], pad=Space.TIGHT, gap=Space.HAIR)


class BoardRow(QWidget):
    """A line of a board; one's own is told apart by a word as well as by its ground."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(self, line: BoardLine, theme: Theme) -> None:
        super().__init__()
        self._theme, self._me = theme, line.me
        rank = PlainLabel(
            str(line.rank), theme, Type.HEAD, tone="primary" if line.rank <= PODIUM else "soft", centred=True
        )
        rank.setFixedWidth(theme.px(44))
        cup = IconView("trophy", theme.colour("legendary"), theme.px(20)) if line.rank == 1 else None
        me = self.tr("you")
        parts = row(
            theme,
            rank,
            Avatar(line.who.avatar, theme, 40),
            ElidedLabel(line.who.display_name, theme, Type.STRONG),
            BadgeIcon(line.top_badge, theme, 36) if line.top_badge is not None else None,
            Chip(me, theme, ink="on_primary_soft", ground="primary_soft") if line.me else None,
            cup,
            PlainLabel(count(line.score), theme, Type.HEAD),
            pad=Space.TIGHT,
        )
        parts.setStretch(2, 1)
        self.setLayout(parts)
        if line.me:
            self.setProperty("kind", "mine")
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = self.tr("Place {rank}: {name}, {score}")
        self.setAccessibleName(name.format(rank=line.rank, name=line.who.display_name, score=count(line.score)))
