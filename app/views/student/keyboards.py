"""The keyboards of this machine: which are plugged in, which are used, what arrives, and how late they are."""

from __future__ import annotations

from functools import partial
from typing import Protocol

import msgspec
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLayout, QWidget

from app.midi.state import HeardKind, HeardMessage, Keyboard, KeyboardSettings, PortState
from app.store.readings import Account
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.page import Page, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtCalibration, AtHome, Go, Place
from app.views.rooms import Rooms
from app.views.student.calibration_words import offer_banner, timing_words
from app.views.student.keyboards_help import NothingArrives
from app.views.student.keyboards_live import OCTAVE, LiveKeys, MessageList, OctaveCheck
from app.views.tuning_rooms import Pair

# Milliseconds between two looks at what has arrived: as often as anybody could see.
LOOK = 33
# Milliseconds without a single message after which help is offered.
PATIENCE = 8_000
# Keys from here on are the right player's, and how much the left player's are moved.
SPLIT, TWO_OCTAVES = 60, 24


class KeyboardsView(Page):
    """While it is open every keyboard is listened to, so that a key says which one is which."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, back: Place | None) -> None:
        super().__init__(theme, width=1200)
        self._rooms, self._account, self._go, self._back = rooms, account, go, back or AtHome()
        self._seen: dict[str, int] = {message.keyboard: message.at for message in rooms.tuning.recent()}
        self._last: str | None = None
        self._cards: dict[str, KeyboardCard] = {}
        self.live = LiveKeys(theme)
        self.octaves = OctaveCheck(theme, shift=self._shift_octave, point=self.live.mark)
        self._messages = MessageList(theme)
        self._warned, self._list, self._help, self._timing = (column(theme) for _ in range(4))
        self._home = Button(self.tr("Back"), theme, partial(go, self._back), icon="back")
        self.show_parts(
            row(theme, self._home, 1),
            PlainLabel(self.tr("Keyboards"), theme, Type.TITLE),
            self._warned,
            self._help,
            self.live,
            self._list,
            self.octaves,
            self._timing,
            self._messages,
            1,
        )
        self._quiet = QTimer(self, singleShot=True, interval=PATIENCE)
        self._quiet.timeout.connect(self._nothing_arrives)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        rooms.news.port.connect(self.show_port)
        rooms.news.key.connect(self.live.show_key)
        rooms.tuning.audition(True)
        self.show_port(rooms.port_state())
        self._show_timing(rooms.tuning.pair())
        self._look.start()
        self._quiet.start()

    def opened(self) -> None:
        """Where one begins: the first keyboard's button, else the way back."""
        first = next(iter(self._cards.values()), None)
        self.focus_on((first.first if first is not None else None) or self._home)

    def leave(self) -> None:
        """Only the used keyboards are listened to again."""
        self._look.stop()
        self._quiet.stop()
        self._rooms.tuning.audition(False)
        self._rooms.news.port.disconnect(self.show_port)
        self._rooms.news.key.disconnect(self.live.show_key)

    def look(self) -> None:
        """Show what has arrived since the last look."""
        for message in self._rooms.tuning.recent():
            if message.at > self._seen.get(message.keyboard, -1):
                self._seen[message.keyboard] = message.at
                self._hear(message)

    def show_port(self, state: PortState) -> None:
        """The keyboards that are there now."""
        for layout in (self._warned, self._list, self._help):
            clear(layout)
        for banner in self._warnings(state):
            self._warned.addWidget(banner)
        choose = self._choose if len(state.keyboards) > 1 or not all(each.used for each in state.keyboards) else None
        self._cards = {each.name: KeyboardCard(self.theme, self._rooms, each, choose) for each in state.keyboards}
        for card in self._cards.values():
            self._list.addWidget(card)
        self.live.setVisible(bool(state.keyboards))
        self.octaves.setVisible(bool(state.keyboards))
        if not state.keyboards:
            title = self.tr("Let’s connect your keyboard")
            self._help.addWidget(NothingArrives(self.theme, title))
            self._help.addWidget(Banner(self._without(), self.theme, icon="info"))

    def _without(self) -> str:
        return self.tr(
            "Many games can be played without one: with the mouse or a finger on the piano on the screen, or with this "
            "computer’s letters. The lowest row of letters is the white keys from middle C on, the row above it the "
            "black ones."
        )

    def _warnings(self, state: PortState) -> list[Banner]:
        told = [] if state.problem is None else [Banner(spoken(state.problem), self.theme, tone="bad", icon="warning")]
        for name in dict.fromkeys(state.missing):
            words = self.tr("“{keyboard}” was used here and is not connected now.").format(keyboard=name)
            told.append(Banner(words, self.theme, tone="accent", icon="cable"))
        return told

    def _choose(self, name: str, *, only: bool) -> None:
        chosen = [each.name for each in self._rooms.port_state().keyboards if each.used]
        names = [name] if only else [n for n in chosen if n != name] if name in chosen else [*chosen, name]
        self._rooms.tuning.choose(names)

    def _hear(self, message: HeardMessage) -> None:
        keys = self._rooms.tuning.keys_of(message.keyboard)
        pitch = keys.heard_as(message.key)
        self._messages.add(message)
        if message.kind is not HeardKind.OTHER:
            self._quiet.stop()
            self._last = message.keyboard
            for name, card in self._cards.items():
                card.light(name == message.keyboard)
        if pitch is not None:
            self.live.show_message(message, pitch)
            if message.kind is HeardKind.DOWN:
                self.octaves.hear(pitch)

    def _shift_octave(self, semitones: int) -> None:
        if self._last is None:
            return
        keys = self._rooms.tuning.keys_of(self._last)
        self._rooms.tuning.use(self._last, msgspec.structs.replace(keys, transpose=keys.transpose + semitones))
        if self._last in self._cards:
            self._cards[self._last].show_settings()

    def _nothing_arrives(self) -> None:
        if self._cards and self._help.count() == 0:
            self._help.addWidget(NothingArrives(self.theme, self.tr("Nothing arrives when you press a key?")))

    def _show_timing(self, pair: Pair) -> None:
        clear(self._timing)
        go = partial(self._go, AtCalibration(back=self._back))
        measure = Button(self.tr("Measure by tapping"), self.theme, go, icon="clock")
        words = PlainLabel(timing_words(pair), self.theme, wrap=True)
        card = Card(self.theme, words, row(self.theme, measure, 1))
        self._timing.addLayout(section(self.theme, self.tr("In time?"), self._offer(pair), card))

    def _offer(self, pair: Pair) -> Banner | None:
        return offer_banner(self.theme, self._rooms, pair, self._show_timing)


class ChooseKeyboard(Protocol):
    """Use a keyboard alone, or with or without those in use."""

    def __call__(self, name: str, *, only: bool) -> None:
        """By its name."""


class KeyboardCard(Card):
    """One keyboard: its name, whether it is used, and how it is heard. Without `choose` there is nothing to choose."""

    def __init__(self, theme: Theme, rooms: Rooms, keyboard: Keyboard, choose: ChooseKeyboard | None) -> None:
        self._theme, self._rooms, self._keyboard = theme, rooms, keyboard
        self._chip = Chip("", theme)
        self.first: QWidget | None = None
        self._again: QWidget = self
        self._settings = column(theme)
        name = ElidedLabel(keyboard.name, theme, Type.HEAD)
        head = row(theme, name, self._chip, gap=Space.BASE)
        head.setStretch(0, 1)
        super().__init__(theme, head, self._choices(choose) if choose else None, self._settings, pad=Space.BASE)
        self.setAccessibleName(keyboard.name)
        self.light(False)
        self.show_settings()

    def _choices(self, choose: ChooseKeyboard) -> Wrap:
        translate, theme, keyboard = QCoreApplication.translate, self._theme, self._keyboard
        only = Button(
            translate("KeyboardCard", "Use only this one"),
            theme,
            partial(choose, keyboard.name, only=True),
            icon="check",
            name=translate("KeyboardCard", "Use only {keyboard}").format(keyboard=keyboard.name),
        )
        words = translate("KeyboardCard", "Don’t use it") if keyboard.used else translate("KeyboardCard", "Use it, too")
        also = Button(words, theme, partial(choose, keyboard.name, only=False), name=f"{words}: {keyboard.name}")
        self.first = only
        return Wrap(theme, [only, also])

    def light(self, on: bool) -> None:
        """A key of this keyboard was pressed last, or of another."""
        if on:
            words, ink, ground = self.tr("This one!"), "on_accent_soft", "accent_soft"
        elif self._keyboard.used:
            words, ink, ground = self.tr("In use"), "on_good_soft", "good_soft"
        else:
            words, ink, ground = self.tr("Not used"), "soft", "sunken"
        self._chip.set_words(words, ink=ink, ground=ground)

    def show_settings(self) -> None:
        """How it is heard, where it is used."""
        clear(self._settings)
        if self._keyboard.used:
            self._settings.addLayout(self._octave())

    def _octave(self) -> QLayout:
        keys = self._rooms.tuning.keys_of(self._keyboard.name)
        lower = self._button(self.tr("Octave lower"), keys, transpose=keys.transpose - OCTAVE)
        higher = self._button(self.tr("Octave higher"), keys, transpose=keys.transpose + OCTAVE)
        two = self._button(self.tr("Two players share it"), keys, left=0 if keys.left else TWO_OCTAVES, split=SPLIT)
        two.setCheckable(True)
        two.setChecked(keys.left > 0)
        self._again = higher
        words = PlainLabel(shift_words(keys), self._theme, tone="soft", wrap=True)
        return column(self._theme, words, Wrap(self._theme, [lower, higher, two]), gap=Space.TIGHT)

    def _button(self, words: str, keys: KeyboardSettings, **changes: int) -> Button:
        changed = msgspec.structs.replace(keys, **changes)
        button = Button(words, self._theme, partial(self._set, changed), name=f"{words}: {self._keyboard.name}")
        button.setEnabled(abs(changed.transpose) <= 3 * OCTAVE)
        return button

    def _set(self, keys: KeyboardSettings) -> None:
        self._rooms.tuning.use(self._keyboard.name, keys)
        self.show_settings()
        self._again.setFocus()


def shift_words(keys: KeyboardSettings) -> str:
    """How a keyboard is heard, in a sentence."""
    translate = QCoreApplication.translate
    if keys.left:
        return translate(
            "keyboards", "Two players: the keys left of middle C play the same notes as those on the right."
        )
    octaves, rest = divmod(abs(keys.transpose), OCTAVE)
    if keys.transpose == 0:
        return translate("keyboards", "Heard as it is played.")
    if rest:
        return translate("keyboards", "Heard %n semitone(s) away from where it is played.", None, abs(keys.transpose))
    if keys.transpose > 0:
        return translate("keyboards", "Heard %n octave(s) higher than it is played.", None, octaves)
    return translate("keyboards", "Heard %n octave(s) lower than it is played.", None, octaves)
