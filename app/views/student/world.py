"""The world board of a challenge or a badge: made-up names, the few around oneself. Off until it is switched on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import BoardLine, Who, WorldPage
from app.store.readings import Account, BadgeCard
from app.store.world import AWAY, WAITS
from app.views.kit.asking import ask
from app.views.kit.badge import level_words
from app.views.kit.buttons import Button
from app.views.kit.dialog import Dialog
from app.views.kit.page import empty_card, section
from app.views.kit.sayings import date
from app.views.kit.surfaces import Banner, Card, clear, column, fill
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space
from app.views.places import AtSettings, Go, Place
from app.views.rooms import Rooms
from app.views.student.board_row import BoardRow
from domain.community.world import NO_SCHOOL, NOT_AGREED, OPEN, SWITCHED_OFF, TOO_FEW, WorldLine, badge_board

# Nobody's own picture crosses schools.
_PICTURE = "note"


class WorldPart(QWidget):
    """Asks for the board as soon as it is there, and says in plain words why there is none."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, stage_id: str, badge: BadgeCard | None = None
    ) -> None:
        """`badge`: whose board it is, where it is no stage's; then the scores are levels."""
        super().__init__()
        self._theme, self._go, self._badge = theme, go, badge
        self._lines = column(theme, gap=Space.ROOMY)
        self.setLayout(self._lines)
        fill(self._lines, (PlainLabel(self.tr("Asking the other schools …"), theme, tone="soft"),))
        ask(self, rooms.looking.world(account, stage_id), self._show, failed=self._failed)

    def _show(self, page: WorldPage) -> None:
        clear(self._lines)
        parts = self._board(page) if page.state == OPEN else [self._why_not(page.state)]
        fill(self._lines, tuple(parts))

    def _board(self, page: WorldPage) -> list[QWidget | QVBoxLayout]:
        found: list[QWidget | QVBoxLayout] = [Banner(self._about(page), self._theme, icon="eye")]
        if not page.fresh:
            words = self.tr("No contact with the school just now. This is how it was on {day}.")
            found.append(Banner(words.format(day=date(page.seen_at)), self._theme, tone="accent", icon="info"))
        found.append(section(self._theme, self.tr("The world’s best this month"), self._card(page.top)))
        if page.around and not any(line.me for line in page.top):
            found.append(section(self._theme, self.tr("Around you"), self._card(page.around)))
        return found

    def _about(self, page: WorldPage) -> str:
        if not any(line.me for line in (*page.top, *page.around)) and self._badge is not None:
            return self.tr("Share this badge with other schools, and it stands here this month under a made-up name.")
        if not page.my_name:
            return self.tr("Play this challenge, and your best score of this month stands here under a made-up name.")
        words = self.tr("Here you are “{name}” this month. Nobody at other schools learns who that is.")
        return words.format(name=page.my_name)

    def _card(self, lines: Sequence[WorldLine]) -> Card:
        rows = [
            BoardLine(
                rank=line.rank,
                who=Who(user_id=line.name, display_name=line.name, avatar=_PICTURE),
                score=line.score,
                me=line.me,
                top_badge=None if self._badge is None else self._at_level(self._badge, line.score),
            )
            for line in lines
        ]
        made = [BoardRow(line, self._theme, figure=self._level(line.score)) for line in rows]
        return Card(self._theme, *made, pad=Space.TIGHT, gap=Space.HAIR)

    def _level(self, level: int) -> str | None:
        """A badge's level in words; single badges have none to compare. None for a score."""
        if self._badge is None:
            return None
        return level_words(level) if self._badge.kind == "grow" else ""

    def _at_level(self, badge: BadgeCard, level: int) -> BadgeCard:
        return msgspec.structs.replace(badge, level=max(1, level))

    def _why_not(self, state: str) -> QWidget:
        if state == SWITCHED_OFF:
            return self._invitation()
        title, text = {
            NO_SCHOOL: (
                self.tr("Your school doesn’t take part"),
                self.tr("The world board is open to schools that have agreed to it. Yours has not."),
            ),
            NOT_AGREED: (
                self.tr("The adults around you decide this too"),
                self.tr("Everybody at home has to agree, and your teacher may keep scores in the school."),
            ),
            TOO_FEW: (
                self.tr("Not enough schools yet"),
                self.tr("It opens as soon as three schools have played this challenge this month.")
                if self._badge is None
                else self.tr("It opens as soon as students of three schools have shared this badge this month."),
            ),
            WAITS: (
                self.tr("Your school has not heard of it yet"),
                self.tr("You have switched it on. It begins with the next contact with the school."),
            ),
            AWAY: (
                self.tr("No contact with the school just now"),
                self.tr("The world board comes back with the network. Your scores are kept on this computer."),
            ),
        }[state]
        return empty_card(self._theme, title, text, "trophy")

    def _invitation(self) -> Banner:
        words = self.tr(
            "You are not on the world board. If you like, your best scores may stand beside those of other schools, "
            "under a made-up name that changes every month: not your name, your school or your picture."
        )
        action = (self.tr("Sharing settings"), partial(self._go, AtSettings()))
        return Banner(words, self._theme, icon="info", action=action)

    def _failed(self, sentence: str) -> None:
        clear(self._lines)
        fill(self._lines, (Banner(sentence, self._theme, tone="bad", icon="warning"),))


class WorldBadgeDialog(Dialog):
    """Who has a badge at other schools, under made-up names."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, badge: BadgeCard, *, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("WorldBadgeDialog", "{name} around the world").format(name=badge.name)
        super().__init__(theme, title, width=640, height=640, parent=parent)
        board = badge_board(badge.code)
        self.show_parts(WorldPart(theme, rooms, account, self._leave(go), stage_id=board, badge=badge))
        self.show_foot(1, Button(self.tr("Close"), theme, self.accept, kind="primary"))

    def _leave(self, go: Go) -> Go:
        def leave(place: Place) -> None:
            self.accept()
            go(place)

        return leave
