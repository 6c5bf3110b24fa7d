"""The bar at the top: where one can go, how the keyboard and the road to school are, who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.midi.state import PortState
from app.store.readings import Account, SyncState
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.icons import put_icon
from app.views.kit.sayings import ago
from app.views.kit.surfaces import row
from app.views.kit.sync_words import standing_of
from app.views.kit.text import plain_tip
from app.views.kit.theme import Look, Theme
from app.views.kit.tokens import Space, ThemeName, Type
from app.views.places import AtKeyboards, AtNotices, AtSync, Go, Place


class Bar(QFrame):
    """`entries` are (name, icon, place); `change_look` gets the look that was picked in the account's menu.

    Where there is too little room for all words, the icons alone stay: the keyboard's first, then the person's, whose
    picture stands beside it, then the places from the right, where one is last.
    """

    def __init__(
        self,
        theme: Theme,
        account: Account,
        entries: tuple[tuple[str, str, Place], ...],
        go: Go,
        *,
        change_look: Callable[[Look], object],
        sign_out: Callable[[], object],
        read: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._account, self._change_look, self._sign_out = theme, account, change_look, sign_out
        self._read = read
        self._go = go
        self.setProperty("kind", "bar")
        self._entries: list[tuple[Place, Button]] = []
        # What each says where there is room for it.
        self._words: dict[Button, str] = {}
        for name, icon, place in entries:
            button = Button(name, theme, partial(go, place), kind="nav", icon=icon)
            button.setCheckable(True)
            self._entries.append((place, button))
        self._sync = Button("", theme, partial(go, AtSync()), kind="nav")
        self._bell = Button("", theme, partial(go, AtNotices()), kind="nav", icon="bell")
        self.show_notices(0)
        self._keyboard = Button("", theme, partial(go, AtKeyboards()), kind="nav", icon="keyboard")
        self._person = Button(self._short(account.display_name), theme, self._open_menu, kind="nav", icon="settings")
        self._person.setAccessibleName(self.tr("{name}: look and sign out").format(name=account.display_name))
        avatar = Avatar(account.avatar, theme, 36)
        places = [button for _, button in self._entries]
        self._words.update({button: button.text() for button in (*places, self._person)})
        # Large letters need the room between the icons.
        gap = Space.TIGHT if theme.percent < 150 else Space.HAIR
        line = row(
            theme, *places, 1, self._reader(), self._keyboard, self._bell, self._sync, avatar, self._person, gap=gap
        )
        pad = theme.px(Space.TIGHT)
        line.setContentsMargins(theme.px(Space.ROOMY), pad, theme.px(Space.ROOMY), pad)
        self.setLayout(line)

    def _reader(self) -> Button | None:
        """For those who do not read yet; where it was switched on in the menu."""
        if self._read is None or not self._theme.look.read_aloud:
            return None
        button = Button("", self._theme, self._read, kind="nav", icon="read", name=self.tr("Read this page to me, F1"))
        button.setToolTip(button.accessibleName())
        return button

    def show_place(self, place: Place) -> None:
        """Mark where one is."""
        for its_place, button in self._entries:
            button.setChecked(type(its_place) is type(place))
        self._fit()

    def show_sync(self, state: SyncState, now: int) -> None:
        """The road to school."""
        shown = standing_of(state)
        self._words[self._sync] = shown.words.replace("&", "&&")
        put_icon(self._sync, shown.icon, self._theme.colour(shown.ink), self._theme.px(20))
        contact = self.tr("last contact {when}").format(when=ago(state.last_contact_at, now))
        self._sync.setAccessibleName(f"{shown.words}, {contact}")
        self._sync.setToolTip(contact)
        self._fit()

    def show_notices(self, new: int) -> None:
        """How many notices were not read yet."""
        self._words[self._bell] = str(new) if new else ""
        name = self.tr("Notices, %n new", None, new) if new else self.tr("Notices")
        self._bell.setAccessibleName(name)
        self._bell.setToolTip(name)
        colour = self._theme.colour("primary" if new else "soft")
        put_icon(self._bell, "bell_new" if new else "bell", colour, self._theme.px(20))
        self._fit()

    def show_port(self, state: PortState) -> None:
        """The keyboard, where there is one; the button leads to all of them."""
        used = [keyboard.name for keyboard in state.keyboards if keyboard.used]
        names = used or [keyboard.name for keyboard in state.keyboards if keyboard.open]
        words = self._short(names[0]) if names else self.tr("No keyboard")
        self._words[self._keyboard] = words.replace("&", "&&")
        icon, tone = ("keyboard", "soft") if names else ("cable", "late")
        put_icon(self._keyboard, icon, self._theme.colour(tone), self._theme.px(20))
        self._keyboard.setAccessibleName(self.tr("Keyboards: {name}").format(name=words))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The page decides how narrow a window may be; the bar follows."""
        return QSize(self._theme.px(320), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words as far as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.layout() is None:
            return
        for button, words in self._words.items():
            self._say(button, words)
        places = [button for _, button in reversed(self._entries)]
        for button in (
            self._keyboard,
            self._person,
            *sorted(places, key=lambda each: each.isChecked()),
            self._sync,
            self._bell,
        ):
            if self._wide() <= self.width():
                return
            self._say(button, "")

    def _wide(self) -> int:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint().width()

    def _say(self, button: Button, words: str) -> None:
        if button.text() != words:
            button.setText(words)
            button.setToolTip("" if words else plain_tip(button.accessibleName()))
            button.updateGeometry()

    def _short(self, text: str) -> str:
        return text if len(text) <= 24 else text[:23] + "…"

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._person.mapToGlobal(self._person.rect().bottomLeft()))

    def menu(self, parent: QWidget | None = None) -> QMenu:
        """Looks, text sizes, motion, reading aloud, sign out."""
        look, menu = self._theme.look, QMenu(parent or self)
        menu.setFont(self._theme.font(Type.BODY))
        for name, words in (
            (ThemeName.LIGHT, self.tr("Light")),
            (ThemeName.DARK, self.tr("Dark")),
            (ThemeName.CONTRAST, self.tr("High contrast")),
        ):
            self._check(menu, words, look.name is name, replace(look, name=name))
        menu.addSeparator()
        for percent in (100, 125, 150, 200):
            words = self.tr("Text size {n} %").format(n=percent)
            self._check(menu, words, look.percent == percent, replace(look, percent=percent))
        menu.addSeparator()
        still = replace(look, reduced_motion=not look.reduced_motion)
        self._check(menu, self.tr("Less motion"), look.reduced_motion, still)
        if self._read is not None:
            read = replace(look, read_aloud=not look.read_aloud)
            self._check(menu, self.tr("Read to me"), look.read_aloud, read)
        menu.addSeparator()
        keyboards = menu.addAction(self.tr("Keyboards and timing"))
        keyboards.triggered.connect(lambda: self._go(AtKeyboards()))
        menu.addSeparator()
        menu.addAction(self.tr("Sign out")).triggered.connect(self._sign_out)
        return menu

    def _check(self, menu: QMenu, words: str, checked: bool, look: Look) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda: self._change_look(look))
