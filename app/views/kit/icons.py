"""The one icon set: Material Design Icons, the font that the package qtawesome carries, loaded after the first paint.

The package itself is not imported: it registers eleven fonts and a second binding of Qt, which costs half a second of
the screen's thread and 40 MiB. What is drawn here is one letter of one font.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

# What the program shows → the set's own name.
NAMES = {
    "home": "mdi6.home", "badge": "mdi6.medal", "feed": "mdi6.forum", "class": "mdi6.account-group",
    "back": "mdi6.arrow-left", "next": "mdi6.arrow-right", "retry": "mdi6.restart", "play": "mdi6.play",
    "pause": "mdi6.pause", "lock": "mdi6.lock", "check": "mdi6.check-bold", "done": "mdi6.check-circle",
    "open": "mdi6.circle-outline", "skip": "mdi6.skip-next", "star": "mdi6.star", "streak": "mdi6.fire",
    "points": "mdi6.star-four-points", "share": "mdi6.send", "like": "mdi6.heart-outline", "liked": "mdi6.heart",
    "celebrate": "mdi6.party-popper", "comment": "mdi6.comment-outline", "keyboard": "mdi6.piano",
    "cable": "mdi6.power-plug-off", "plugged": "mdi6.power-plug", "sync_ok": "mdi6.cloud-check",
    "sync_send": "mdi6.cloud-upload", "sync_wait": "mdi6.clock-outline", "sync_bad": "mdi6.alert",
    "sync_off": "mdi6.cloud-off-outline", "person": "mdi6.account", "family": "mdi6.home-heart",
    "school": "mdi6.school", "world": "mdi6.earth", "private": "mdi6.lock", "sign_out": "mdi6.logout",
    "erase": "mdi6.backspace-outline", "close": "mdi6.close", "info": "mdi6.information",
    "warning": "mdi6.alert-circle", "sound": "mdi6.volume-high", "mute": "mdi6.volume-off", "look": "mdi6.palette",
    "search": "mdi6.magnify", "clock": "mdi6.clock-outline", "video": "mdi6.play-box",
    "text": "mdi6.book-open-variant", "audio": "mdi6.headphones", "gift": "mdi6.gift", "game": "mdi6.music",
    "staff": "mdi6.music-note", "trophy": "mdi6.trophy", "announce": "mdi6.bullhorn", "undo": "mdi6.eye-off-outline",
    "bookmark": "mdi6.bookmark-outline", "bookmarked": "mdi6.bookmark", "eye": "mdi6.eye-outline",
    "settings": "mdi6.cog-outline", "shield": "mdi6.shield-check-outline", "rules": "mdi6.tune",
    "ear": "mdi6.ear-hearing", "tap": "mdi6.gesture-tap", "point_down": "mdi6.hand-pointing-down",
    "microphone": "mdi6.microphone", "microphone_off": "mdi6.microphone-off",
    "bell": "mdi6.bell-outline", "bell_new": "mdi6.bell-badge-outline", "calendar": "mdi6.calendar-month-outline",
    "rest": "mdi6.beach", "grow": "mdi6.trending-up",
    "highlight": "mdi6.lightbulb-on-outline", "flag": "mdi6.flag-outline", "block": "mdi6.account-off-outline",
    "up": "mdi6.arrow-up", "down": "mdi6.arrow-down", "handle": "mdi6.drag", "add": "mdi6.plus",
    "save": "mdi6.tray-arrow-down", "picture": "mdi6.image-outline",
    "upload": "mdi6.tray-arrow-up", "signed": "mdi6.certificate-outline", "paper": "mdi6.printer-outline",
    "read": "mdi6.account-voice",
}  # fmt: skip


# Milliseconds: the set is loaded when the first page has been painted.
_LATER = 120
_FONT, _LETTERS = "materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"
# The letters stand on a grid of 24 with a margin of 1.5 around them.
_FILLS = 0.875
_FADED = 90


class IconSet(NamedTuple):
    """The font's name, and the letter of each of the set's names that the program uses."""

    family: str
    letters: dict[str, str]


@cache
def _set() -> IconSet:
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError("the package qtawesome, which carries the icons, is not installed")
    folder = Path(package.origin).parent / "fonts"
    known = msgspec.json.decode((folder / _LETTERS).read_bytes(), type=dict[str, str])
    letters = {name: chr(int(known[name], 16)) for name in (full.removeprefix("mdi6.") for full in NAMES.values())}
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(folder / _FONT)))
    return IconSet(families[0], letters)


class Letter(QIconEngine):
    """One letter of the icons' font in one colour, sharp at every size; faded where a button is disabled."""

    def __init__(self, letter: str, family: str, colour: QColor) -> None:
        super().__init__()
        self._letter, self._family, self._colour = letter, family, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it into a rectangle."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(_FILLS * rect.height())))
        colour = QColor(self._colour)
        if mode is QIcon.Mode.Disabled:
            colour.setAlpha(_FADED)
        painter.save()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same as a picture, drawn once for all that look alike."""
        faded = mode is QIcon.Mode.Disabled
        key = f"icon {self._letter} {self._colour.rgba()} {size.width()} {size.height()} {faded}"
        picture = QPixmap()
        if QPixmapCache.find(key, picture):
            return picture
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        QPixmapCache.insert(key, picture)
        return picture

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return Letter(self._letter, self._family, self._colour)


@cache
def _icon(name: str, colour: str) -> QIcon:
    family, letters = _set()
    return QIcon(Letter(letters[NAMES[name].removeprefix("mdi6.")], family, QColor(colour)))


def icon(name: str, colour: QColor) -> QIcon:
    """An icon in one colour. Raises KeyError for a name that is not in `NAMES`."""
    return _icon(name, colour.name())


def warm_up() -> None:
    """Load the set now: for the moment after the first paint."""
    _icon("home", "#000000")


def put_icon(button: QAbstractButton, name: str, colour: QColor, pixels: int) -> None:
    """Give a button its icon as soon as the event loop is idle; until then its place is kept."""
    button.setIconSize(QSize(pixels, pixels))
    if _set_is_loaded():
        button.setIcon(icon(name, colour))
        return
    # A button without any icon is narrower: rows that were laid out by that would cut its words off later.
    button.setIcon(_nothing_yet())
    QTimer.singleShot(_LATER, button, lambda: button.setIcon(icon(name, colour)))


@cache
def _nothing_yet() -> QIcon:
    nothing = QPixmap(1, 1)
    nothing.fill(Qt.GlobalColor.transparent)
    return QIcon(nothing)


def _set_is_loaded() -> bool:
    return _icon.cache_info().currsize > 0


class IconView(QWidget):
    """An icon as a picture. It says nothing to a screen reader: the words beside it do."""

    def __init__(self, name: str, colour: QColor, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour, self._pixels = name, colour, pixels
        self.setFixedSize(pixels, pixels)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, colour: QColor) -> None:
        """Another icon in the same place."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        draw_icon(self, QPainter(self), self.rect(), self._name, self._colour)


def draw_icon(widget: QWidget, painter: QPainter, area: QRect, name: str, colour: QColor) -> None:
    """Draw an icon on a widget that is painting itself: nothing until the set is loaded, and then all of it again."""

    def load() -> None:
        warm_up()
        widget.update()

    if _set_is_loaded():
        painter.drawPixmap(area, icon(name, colour).pixmap(area.size(), widget.devicePixelRatioF()))
    else:
        QTimer.singleShot(_LATER, widget, load)
