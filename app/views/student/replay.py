"""An attempt heard and seen again: its pictures with the verdicts, two lanes, the sentences beside the notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.store.looking_readings import Replay
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Wrap
from app.views.kit.icons import put_icon
from app.views.kit.judged_words import line_words
from app.views.kit.marks import draw_sign
from app.views.kit.page import Page
from app.views.kit.picture_view import PictureView
from app.views.kit.sayings import ago, count, spoken
from app.views.kit.surfaces import Banner, Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import Go, Place
from app.views.rooms import Rooms
from app.views.rooms_looking import ReplayClock
from app.views.student.replay_lanes import Lanes
from app.views.teacher.deciding import Deciding
from domain.games.picture import Mark
from domain.games.retelling import Line, Retold, mark_of

_SPEEDS = (100, 75, 50)


class ReplayView(Page):
    """One attempt, for its student and for the staff of their class."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, attempt_id: str, back: Place) -> None:
        super().__init__(theme, width=1320)
        self._rooms, self._account, self._go = rooms, account, go
        self._attempt_id, self._back = attempt_id, back
        self._clock: ReplayClock | None = None
        self._main: Button | None = None
        self._shown_keys: set[int] = set()
        self.follow(rooms.news.changed, account.user_id, self._news)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the attempt."""
        self.load(self._rooms.looking.replay(self._account, self._attempt_id), self._show, again=self.refresh)

    def opened(self) -> None:
        """The button that lets it sound."""
        self.focus_on(self._main)

    def seek(self, at: int) -> None:
        """Show the moment at a place in microseconds."""
        if self._clock is not None:
            self._clock.seek(at)

    def leave(self) -> None:
        """Silence."""
        if self._clock is not None:
            self._clock.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar plays and pauses wherever one is."""
        if event.key() == Qt.Key.Key_Space and self._clock is not None:
            self._toggle()
            return
        super().keyPressEvent(event)

    def _news(self) -> None:
        """What was decided meanwhile shows where that does not interrupt."""
        if self._clock is None or not self._clock.running:
            self.refresh()

    def _show(self, replay: Replay) -> None:
        self.leave()
        self._clock = self._rooms.looking.replaying(replay.retold, self)
        self._clock.moved.connect(self._move)
        self._clock.changed.connect(self._draw_hands)
        self._replay, retold = replay, replay.retold
        self._picture = PictureView(self.theme)
        self._lanes = Lanes(retold, self.theme)
        self._lanes.sought.connect(self._clock.seek)
        self._sentences = Sentences(retold, self.theme, self._clock.seek)
        seen = Card(self.theme, self._picture, pad=Space.BASE)
        body: QWidget = seen
        if retold.lines:
            said = Card(self.theme, self._heading(), self._sentences, pad=Space.BASE)
            body = Columns(self.theme, column(self.theme, seen), column(self.theme, said), shares=(5, 3), least=900)
        player = column(self.theme, self._hands(retold), self._lanes, gap=Space.SNUG)
        self.show_parts(self._head(replay), self._above(replay), player, body, 1)
        self._shown_keys = set()
        self._move(0)
        self._draw_hands()
        self.opened()

    def _heading(self) -> PlainLabel:
        return PlainLabel(self.tr("Note by note"), self.theme, Type.HEAD)

    def _head(self, replay: Replay) -> QHBoxLayout:
        theme = self.theme
        score = self.tr("{score} of {most} points").format(
            score=count(replay.score), most=count(replay.max_possible_score)
        )
        when = ago(replay.created_at, self._rooms.now())
        who = [] if replay.mine else [replay.student.display_name]
        words = column(
            theme,
            ElidedLabel(replay.game_name, theme, Type.TITLE),
            PlainLabel(" · ".join([*who, score, when]), theme, tone="soft"),
            gap=0,
        )
        back = Button(self.tr("Back"), theme, partial(self._go, self._back), icon="back")
        line = row(theme, back, words, self._state(replay), gap=Space.ROOMY)
        line.setStretch(1, 1)
        return line

    def _state(self, replay: Replay) -> Chip | None:
        if replay.accepted is not None:
            words = self.tr("your teacher listened: it counts") if replay.accepted else self.tr("practice")
            tone = "good" if replay.accepted else "primary"
            return Chip(words, self.theme, ink=f"on_{tone}_soft", ground=f"{tone}_soft", icon="ear")
        return None

    def _above(self, replay: Replay) -> QWidget | None:
        if not replay.retold.whole:
            text = self.tr("This game has changed since, so only the keys can be shown.")
            return Banner(text, self.theme, icon="info")
        if replay.doubt is not None:
            return self._doubt(spoken(replay.doubt), replay)
        if replay.mine and replay.said is not None:
            return Banner(spoken(replay.said), self.theme, tone="good", icon="ear")
        return None

    def _doubt(self, why: str, replay: Replay) -> Card:
        """A teacher is asked: why, and the two ways to decide."""
        name = replay.student.display_name
        deciding = Deciding(
            self.theme, self._rooms, self._account, self, done=self.refresh,
            failed=lambda sentence: self.body.insertWidget(1, self._trouble(sentence, self.refresh)),
        )  # fmt: skip
        said = None if replay.said is None else PlainLabel(f"“{spoken(replay.said)}”", self.theme, tone="soft")
        words = PlainLabel(why, self.theme, wrap=True)
        line = row(self.theme, words, said, *deciding.buttons(replay.attempt_id, name))
        line.setStretch(0, 1)
        return Card(self.theme, line, pad=Space.BASE)

    # -- play, pause, slower, what to hear

    def _hands(self, retold: Retold) -> QWidget:
        theme, clock = self.theme, self._clock
        assert clock is not None
        self._main = Button(self.tr("Listen"), theme, self._toggle, kind="primary", icon="play")
        again = Button(self.tr("From the beginning"), theme, partial(clock.seek, 0), icon="retry")
        parts: list[QWidget] = [self._main, again]
        speeds = [(self.tr("Full speed"), 100), (self.tr("Slower"), 75), (self.tr("Half speed"), 50)]
        self._speeds = self._choices([(words, partial(clock.set_speed, value)) for words, value in speeds])
        parts += self._speeds.buttons()
        self._hearings = QButtonGroup(self)
        if retold.written:
            hearings = [(self.tr("Hear it as played"), "played"), (self.tr("Hear it as written"), "written")]
            self._hearings = self._choices([(words, partial(clock.hear, value)) for words, value in hearings])
            parts += self._hearings.buttons()
        return Wrap(theme, parts)

    def _choices(self, options: list[tuple[str, Callable[[], object]]]) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, (words, chosen) in enumerate(options):
            button = Button(words, self.theme, chosen)
            button.setCheckable(True)
            group.addButton(button, place)
        return group

    def _toggle(self) -> None:
        if self._clock is not None:
            if self._clock.running:
                self._clock.pause()
            else:
                self._clock.play()

    def _draw_hands(self) -> None:
        clock, main = self._clock, self._main
        if clock is None or main is None:
            return
        words, sign = (self.tr("Pause"), "pause") if clock.running else (self.tr("Listen"), "play")
        main.setText(words)
        main.setAccessibleName(words)
        put_icon(main, sign, self.theme.colour("on_primary"), self.theme.px(20))
        self._speeds.button(_SPEEDS.index(clock.speed)).setChecked(True)
        hearing = self._hearings.button(1 if clock.hearing == "written" else 0)
        if hearing is not None:
            hearing.setChecked(True)

    # -- the moment

    def _move(self, at: int) -> None:
        retold = self._replay.retold
        self._picture.show_picture(retold.picture_at(at))
        down = set(retold.down_at(at))
        for pitch in self._shown_keys ^ down:
            self._picture.show_key(pitch, 80 if pitch in down else 0)
        self._shown_keys = down
        self._lanes.show_place(at)
        self._sentences.show_line(retold.line_at(at))


class Sentences(QListWidget):
    """The sentence of each note with its sign; the one that is due is marked. Picking one goes to its note."""

    def __init__(self, retold: Retold, theme: Theme, seek: Callable[[int], object]) -> None:
        super().__init__()
        self._lines, self._seek = retold.lines, seek
        self.setWordWrap(True)
        self.setFont(theme.font(Type.BODY))
        self.setSpacing(theme.px(2))
        self.setMinimumHeight(theme.px(320))
        self.setMinimumWidth(theme.px(240))
        self.setIconSize(QSize(theme.px(24), theme.px(24)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Note by note"))
        for number, line in enumerate(retold.lines, 1):
            self.addItem(QListWidgetItem(_sign(mark_of(line.note), theme), self._words(number, line)))
        self.itemActivated.connect(self._go_to)
        self.itemClicked.connect(self._go_to)

    def show_line(self, place: int) -> None:
        """Mark the sentence that is due; -1 marks none."""
        if place != self.currentRow():
            self.setCurrentRow(place)
            if place >= 0:
                self.scrollToItem(self.item(place), QListWidget.ScrollHint.PositionAtCenter)

    def _go_to(self, item: QListWidgetItem) -> None:
        self._seek(self._lines[self.row(item)].at)

    def _words(self, number: int, line: Line) -> str:
        return line_words(number, line.note)


def _sign(mark: Mark, theme: Theme) -> QIcon:
    size = theme.px(24)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_sign(painter, mark, picture.rect().toRectF().center(), size * 0.9, theme)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon
