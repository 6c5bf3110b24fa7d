"""Measuring by tapping how late this machine's sound and picture are, a step at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.stage.tapping_along import LISTEN, Cue
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns
from app.views.kit.page import Page
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtKeyboards, Go, Place
from app.views.rooms import Rooms
from app.views.student.calibration_words import MUCH, offer_banner, offset_words
from app.views.tuning_rooms import Pair, TappingRun
from domain.music.calibration import TAPS, Calibrated

# How long the lamp shines on a beat (ms), and the key that the screen's tapping plays.
SHINE, SCREEN_KEY = 140, 60
_TAPS_BY_KEY = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CalibrationView(Page):
    """First what is known and two buttons; then the lamp; then the result with keep or once more."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, back: Place | None) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go, self._back = rooms, account, go, back
        self._run: TappingRun | None = None
        self._cue = Cue.SOUND
        self._main: QWidget | None = None
        self.lamp: Lamp | None = None
        self._count = PlainLabel("", theme, Type.TITLE, centred=True)
        self._show_start()

    def opened(self) -> None:
        """The one thing to do next."""
        self.focus_on(self._main)

    def leave(self) -> None:
        """A measurement that was not finished is forgotten."""
        if self._run is not None:
            self._run.stop()
            self._run = None

    # --- before ------------------------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        self.leave()
        pair, sound = self._rooms.tuning.pair(), self._rooms.tuning.sound()
        problem = Banner(spoken(sound.problem), self.theme, tone="accent", icon="mute") if sound.problem else None
        words = self.tr(
            "Sound needs a moment from the computer to your ear, and the picture to your eye. Tap along once, and "
            "games take that moment off: nobody is called late because of a slow computer."
        )
        self.show_parts(
            row(self.theme, self._home(), 1),
            PlainLabel(self.tr("In time?"), self.theme, Type.TITLE),
            PlainLabel(words, self.theme, Type.LEAD, tone="soft", wrap=True),
            problem,
            offer_banner(self.theme, self._rooms, pair, lambda _: self._show_start()),
            Columns(self.theme, *[column(self.theme, self._choice(cue, pair), 1) for cue in Cue]),
            1,
        )
        self.opened()

    def _choice(self, cue: Cue, pair: Pair) -> Card:
        heard = cue is Cue.SOUND
        title = self.tr("Tap with the click") if heard else self.tr("Tap with the light")
        offset = pair.timing.sound if heard else pair.timing.picture
        main = heard is not pair.silent
        start = Button(
            self.tr("Start"), self.theme, partial(self.start, cue), kind="primary" if main else "quiet", icon="play",
            name=f"{self.tr('Start')}: {title}",
        )  # fmt: skip
        start.setEnabled(not (heard and pair.silent))
        if main:
            self._main = start
        forget = partial(self._forget, cue)
        undo = Button(self.tr("Forget it"), self.theme, forget, kind="nav", icon="erase") if offset else None
        return Card(
            self.theme,
            PlainLabel(title, self.theme, Type.HEAD),
            PlainLabel(offset_words(offset), self.theme, wrap=True),
            1,
            row(self.theme, start, undo, 1),
        )

    def _forget(self, cue: Cue) -> None:
        self._rooms.tuning.keep_offset(cue, None)
        self._show_start()

    def _home(self) -> Button:
        return Button(self.tr("Keyboards"), self.theme, partial(self._go, AtKeyboards(back=self._back)), icon="back")

    # --- tapping -----------------------------------------------------------------------------------------------------

    def start(self, cue: Cue) -> None:
        self._cue = cue
        lamp = self.lamp = self._main = Lamp(self.theme, shines=cue is Cue.PICTURE, tap=self._tap, lift=self._lift)
        pair = self._rooms.tuning.pair()
        with_what = (
            self.tr("any key of {keyboard}").format(keyboard=pair.keyboard)
            if pair.keyboard
            else self.tr("the space bar, or here on the screen")
        )
        listen = (
            self.tr("Listen to four clicks, then tap along.")
            if cue is Cue.SOUND
            else self.tr("Watch four flashes, then tap along.")
        )
        words = self.tr("{listen} Tap with {key}.").format(listen=listen, key=with_what)
        self._count = PlainLabel(self.tr("Ready…"), self.theme, Type.TITLE, centred=True)
        stop = Button(self.tr("Stop"), self.theme, self._show_start, icon="close")
        self.show_parts(
            1,
            PlainLabel(words, self.theme, Type.LEAD, wrap=True, centred=True),
            row(self.theme, 1, lamp, 1),
            self._count,
            row(self.theme, 1, stop, 1),
            1,
        )
        run = self._run = self._rooms.tuning.tap_along(cue, self)
        run.beat.connect(self._beat)
        run.tapped.connect(self._tapped)
        run.done.connect(self._done)
        self.opened()
        run.start()

    def _beat(self, number: int) -> None:
        if self.lamp is not None:
            self.lamp.beat()
        if number < LISTEN:
            self._count.say(str(number + 1))
        elif number == LISTEN:
            self._count.say(self.tr("Now tap!"))

    def _tapped(self, taps: int) -> None:
        self._count.say(self.tr("{n} of {total} taps").format(n=min(taps, TAPS), total=TAPS))

    def _tap(self) -> None:
        self._rooms.press(SCREEN_KEY)

    def _lift(self) -> None:
        self._rooms.release(SCREEN_KEY)

    # --- after -------------------------------------------------------------------------------------------------------

    def _done(self, found: Calibrated | None) -> None:
        self._run = None
        again = Button(self.tr("Measure again"), self.theme, partial(self.start, self._cue), icon="retry")
        if found is None:
            self._main = again
            self._show_result(
                self.tr("Once more, please"),
                self.tr(
                    "These taps lay too far apart to measure anything. That happens to everybody. Wait until the beat "
                    "feels steady, then tap right with it, all sixteen times."
                ),
                row(self.theme, 1, self._home(), again, 1),
            )
            return
        keep = self._main = Button(
            self.tr("Take it off from now on"), self.theme, partial(self._keep, found.offset), kind="primary",
            icon="check",
        )  # fmt: skip
        self._show_result(_headline(found), _meaning(found), row(self.theme, 1, again, keep, 1))

    def _show_result(self, title: str, words: str, hands: QHBoxLayout) -> None:
        said = PlainLabel(words, self.theme, Type.LEAD, tone="soft", wrap=True, centred=True)
        inside = column(self.theme, PlainLabel(title, self.theme, Type.DISPLAY, wrap=True, centred=True), said, hands,
                        gap=Space.ROOMY)  # fmt: skip
        self.show_parts(1, Card(self.theme, inside, pad=Space.WIDE), 1)
        self.opened()

    def _keep(self, offset: int) -> None:
        self._rooms.tuning.keep_offset(self._cue, offset)
        self._go(AtKeyboards(back=self._back))


def _headline(found: Calibrated) -> str:
    translate = QCoreApplication.translate
    ms = abs(found.offset) // 1000
    if found.offset >= 0:
        return translate("calibration", "{ms} ms late").format(ms=ms)
    return translate("calibration", "{ms} ms early").format(ms=ms)


def _meaning(found: Calibrated) -> str:
    translate = QCoreApplication.translate
    if abs(found.offset) > MUCH:
        return translate(
            "calibration",
            "That is a lot: wireless headphones or a television are often the reason, a cable is quicker. {taps} taps "
            "counted.",
        ).format(taps=found.taps)
    return translate(
        "calibration",
        "That is usual for a computer. When it is taken off, a tap right on the beat counts as right on the beat. "
        "{taps} taps counted.",
    ).format(taps=found.taps)


class Lamp(QWidget):
    """A round thing that is tapped; with `shines` it flashes on each beat, and it never moves."""

    accessible_role = QAccessible.Role.Button

    def __init__(self, theme: Theme, *, shines: bool, tap: Callable[[], object], lift: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._shines, self._tap, self._lift = theme, shines, tap, lift
        self._on = False
        side = theme.px(220)
        self.setFixedSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Tap here, or press the space bar"))
        self._dark = QTimer(self, singleShot=True, interval=SHINE)
        self._dark.timeout.connect(self._out)

    @property
    def on(self) -> bool:
        """Does it shine now?"""
        return self._on

    def beat(self) -> None:
        """A beat comes: painted at once, since the time is measured from here."""
        if self._shines:
            self._on = True
            self._dark.start()
            self.repaint()

    def _out(self) -> None:
        self._on = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap."""
        self._tap()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The finger comes up."""
        self._lift()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tap."""
        if event.key() in _TAPS_BY_KEY:
            if not event.isAutoRepeat():
                self._tap()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key comes up."""
        if event.key() in _TAPS_BY_KEY and not event.isAutoRepeat():
            self._lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A disc, lit or not, with the focus around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, ring = self._theme, self._theme.px(5)
        area = self.rect().adjusted(2 * ring, 2 * ring, -2 * ring, -2 * ring)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "outline"), ring))
        painter.setBrush(theme.colour("accent" if self._on else "surface"))
        painter.drawEllipse(area)
        painter.setPen(theme.colour("on_accent" if self._on else "ink"))
        painter.setFont(theme.font(Type.TITLE))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Tap"))
