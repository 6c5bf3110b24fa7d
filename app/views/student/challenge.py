"""One challenge and its board: the podium, and the few around oneself rather than a wall of all who are ahead."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.store.community_readings import BoardLine, ChallengeBoard
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtChallenges, AtPlay, AtSettings, Go
from app.views.rooms import Rooms
from app.views.student.board_row import BoardRow
from app.views.student.challenges import challenge_step, standing_words, when_words
from app.views.student.picks import Toggles
from app.views.student.world import WorldPart
from domain.records.identity import AccessRole

_NEAR, _WORLD = "near", "world"
_PUPILS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


class ChallengeView(Page):
    """The board of one challenge."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, challenge_id: str) -> None:
        super().__init__(theme, width=840)
        self._rooms, self._account, self._go, self._challenge_id = rooms, account, go, challenge_id
        self._side = _NEAR
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        future = self._rooms.together.challenge_board(self._account, self._challenge_id)
        self.load(future, self._show, again=self.refresh)

    def _show(self, board: ChallengeBoard) -> None:
        theme = self.theme
        self._board, self._body = board, column(theme, gap=Space.ROOMY)
        back = Button(self.tr("Challenges"), theme, partial(self._go, AtChallenges()), icon="back")
        self.show_parts(row(theme, back, 1), self._head(board), self._sides(board), self._body, 1)
        self._fill()

    def _sides(self, board: ChallengeBoard) -> Toggles | None:
        """Whose board it is; the world's is for students, who may stand on it."""
        if self._account.role is not AccessRole.STUDENT:
            return None
        near = self.tr("My school") if board.card.whole_school else self.tr("My class")
        choices = [(_NEAR, near), (_WORLD, self.tr("World"))]
        return Toggles(self.theme, choices, {self._side}, self._turn, single=True)

    def _turn(self, keys: frozenset[str]) -> None:
        [self._side] = keys
        self._fill()

    def _fill(self) -> None:
        clear(self._body)
        board = self._board
        if self._side == _WORLD:
            self._body.addWidget(
                WorldPart(self.theme, self._rooms, self._account, self._go, stage_id=board.card.stage_id)
            )
            return
        fill(self._body, (self._invitation(board), self._podium(board), self._near(board)))

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
