"""The display on the classroom wall: pages that turn by themselves, large enough for the last row. No way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.store.readings import KioskReading, LitShare, ShareCard
from app.views.kiosk.pages import (
    board_page,
    highlight_page,
    lit_page,
    news_page,
    pairing_page,
    quiet_page,
    streaks_page,
)
from app.views.kit.asking import ask
from app.views.kit.badge import show_pictures
from app.views.kit.sayings import ago
from app.views.kit.surfaces import row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.rooms import DisplayRooms

# Time to read a page twice, and how often the reading is asked for anew, milliseconds.
TURN, RENEW = 12_000, 60_000
# Events of hands; a display has no hands.
_HANDS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel, QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.NativeGesture,
    }
)  # fmt: skip


class HandsOff(QObject):
    """Swallows every event of hands in the whole program while a display runs, except from one key of the staff.

    `leave` is called on Ctrl+Alt+Shift+Q: the administrator's guide names it, and the recipe asks for a PIN after it.
    """

    def __init__(self, parent: QObject, leave: Callable[[], object]) -> None:
        super().__init__(parent)
        self._leave = leave

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what hands do."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            every = (
                Qt.KeyboardModifier.ControlModifier
                | Qt.KeyboardModifier.AltModifier
                | Qt.KeyboardModifier.ShiftModifier
            )
            if event.key() == Qt.Key.Key_Q and modifiers == every:
                self._leave()
        return event.type() in _HANDS


class Display(QWidget):
    """The whole screen. `leave` is called when the staff's key was pressed; the window never closes by itself."""

    def __init__(self, theme: Theme, rooms: DisplayRooms, *, leave: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._rooms = _sized(theme, self.size()), rooms
        self._reading: KioskReading | None = None
        self._pages: list[partial[QWidget]] = []
        self._at, self._may_close = -1, False
        self._page: QWidget | None = None
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._hands_off = HandsOff(self, lambda: self._let_go(leave))
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self._hands_off)
        self._title = ElidedLabel("", theme, Type.DISPLAY)
        self._fresh = PlainLabel("", theme, Type.TITLE, tone="soft")
        foot = row(theme, self._title, self._fresh, gap=Space.ROOMY)
        foot.setStretch(0, 1)
        self._box = QVBoxLayout(self)
        # A long word must not widen the window: it would be drawn larger then, and so on without end.
        self._box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addLayout(foot)
        self._dress()
        self._turner = QTimer(self, interval=TURN)
        self._turner.timeout.connect(self.turn)
        self._renewer = QTimer(self, interval=RENEW)
        self._renewer.timeout.connect(self.renew)
        rooms.news.changed.connect(lambda *_: self.renew())
        rooms.news.pictures.connect(self._take_pictures)
        self.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is sized for the screen that it hangs on."""
        super().resizeEvent(event)
        theme = _sized(self._theme, event.size())
        if theme.percent != self._theme.percent:
            self._theme = theme
            self._dress()
            if self._reading is not None:
                self._pages = self._pages_of(self._reading)
                self._at -= 1
                self.turn()
            else:
                self.renew()

    def _dress(self) -> None:
        self._theme.dress(self)
        self._title.setFont(self._theme.font(Type.DISPLAY))
        self._fresh.setFont(self._theme.font(Type.TITLE))
        pad = self._theme.px(Space.VAST)
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.setSpacing(self._theme.px(Space.ROOMY))

    @property
    def page(self) -> QWidget | None:
        """What shows."""
        return self._page

    def _take_pictures(self, pictures: Mapping[str, bytes]) -> None:
        show_pictures(pictures)

    def renew(self) -> None:
        """Read the mirror again; trouble keeps what shows."""
        code = self._rooms.pairing_code()
        if code is not None:
            self._turner.stop()
            self._renewer.start()
            self._title.say("")
            self._put(pairing_page(self._theme, code))
            return
        ask(self, self._rooms.reading(), self._take, failed=lambda _: self._renewer.start())

    def turn(self) -> None:
        """The next page."""
        if self._pages:
            self._at = (self._at + 1) % len(self._pages)
            self._put(self._pages[self._at]())

    def closeEvent(self, event: QCloseEvent) -> None:
        """A display closes only for the staff."""
        event.setAccepted(self._may_close)

    def _let_go(self, leave: Callable[[], object]) -> None:
        self._may_close = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self._hands_off)
        leave()

    def _take(self, reading: KioskReading) -> None:
        self._renewer.start()
        self._title.say(" · ".join(name for name in (reading.class_name, reading.school_name) if name))
        when = ago(reading.fresh_at, self._rooms.now()) if reading.fresh_at is not None else ""
        self._fresh.say(self.tr("as of {when}").format(when=when) if when else "")
        if reading == self._reading:
            return
        self._reading = reading
        shown = self._pages[self._at] if 0 <= self._at < len(self._pages) else None
        self._pages = self._pages_of(reading)
        self._stay_or_turn(shown)
        self._turner.start()

    def _stay_or_turn(self, shown: partial[QWidget] | None) -> None:
        """What shows stays, as it is told now; what was taken back does not wait for its turn to end."""
        now = next((at for at, page in enumerate(self._pages) if shown and _about(page) == _about(shown)), None)
        if now is None or shown is None or not self._turner.isActive():
            self._at = -1
            self.turn()
            return
        self._at = now
        if self._pages[now].args[1:] != shown.args[1:]:
            self._put(self._pages[now]())

    def _pages_of(self, reading: KioskReading) -> list[partial[QWidget]]:
        theme = self._theme
        lit = {each.share.share_id for each in reading.highlights}
        pages = [partial(lit_page, theme, each) for each in reading.highlights]
        pages += [partial(highlight_page, theme, share) for share in reading.shares if share.share_id not in lit]
        pages += [partial(board_page, theme, reading.board)] if reading.board else []
        pages += [partial(streaks_page, theme, reading.streaks)] if reading.streaks else []
        pages += [partial(news_page, theme, title, text) for title, text in reading.announcements]
        return pages or [partial(quiet_page, theme)]

    def _put(self, page: QWidget) -> None:
        if self._page is not None:
            self._box.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._box.insertWidget(0, page, 1)


def _about(page: partial[QWidget]) -> tuple[object, ...]:
    """What a page is about: a share, whatever its counters say; the board, whoever leads it."""
    what = page.args[1] if len(page.args) > 1 else None
    share = what.share if isinstance(what, LitShare) else what
    if isinstance(share, ShareCard):
        return (share.share_id,)
    return (page.func, *(each for each in page.args[1:] if isinstance(each, str)))


def _sized(theme: Theme, size: QSize) -> Theme:
    """The look at the size of a screen: the pages are drawn for 1920 by 1080 points."""
    sized = Theme(theme.look)
    sized.percent = max(40, min(300, round(100 * min(size.width() / 1920, size.height() / 1080))))
    return sized
