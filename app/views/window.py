"""The one window: an explicit list of places and the page that shows each. Decides nothing but what is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.store.readings import ERASED, ON_HOLD
from app.views import places
from app.views.kit.accessible import install_roles
from app.views.kit.asking import ask
from app.views.kit.sayings import spoken
from app.views.kit.theme import Theme
from app.views.kit.toast import Toast
from app.views.student.sign_in import SignInView
from domain.records.identity import AccessRole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.midi.state import PortState
    from app.store.community_readings import NoticeCard
    from app.store.readings import Account, BadgeCard, ShareCard, SyncState
    from app.views.bar import Bar
    from app.views.kit.page import Page
    from app.views.kit.theme import Look
    from app.views.places import Place
    from app.views.rooms import Rooms
    from domain.music.say import Say


class MainWindow(QMainWindow):
    """Shows one page at a time; `go` is how pages ask for another. `painted` is told once, after the first paint."""

    def __init__(self, rooms: Rooms, *, painted: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._rooms, self._painted = rooms, painted
        install_roles()
        self._theme = Theme(rooms.look())
        self._account: Account | None = None
        self._place: Place = places.AtSignIn()
        self._page: Page | None = None
        self._bar: Bar | None = None
        self._cover: QWidget | None = None
        self._centre = QVBoxLayout()
        self.setWindowTitle("MLC Classroom")
        self.resize(1280, 860)
        self._toast = Toast(self._theme, self)
        rooms.news.sync.connect(self._show_sync)
        rooms.news.port.connect(self._show_port)
        rooms.news.notice.connect(self._notice)
        rooms.news.pictures.connect(self._take_pictures)
        rooms.news.changed.connect(self._on_change)
        self._theme.dress(self)
        # From anywhere but a running game, which needs all keys.
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.quick_find)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.read_aloud)
        self._build()

    @property
    def account(self) -> Account | None:
        """Who is signed in."""
        return self._account

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._page

    @property
    def cover(self) -> QWidget | None:
        """What lies over the page: a celebration, or the share dialogue."""
        return self._cover

    def go(self, place: Place) -> None:
        """Bring a place to the front. The celebration and the share dialogue lie over the page that shows."""
        if isinstance(place, places.AtBadgeMoment):
            self._celebrate(place.badges)
        elif isinstance(place, places.AtShare):
            self._share(place.award_id)
        elif isinstance(place, places.AtShareMoment):
            self._share(place)
        else:
            self._place = place
            self._show_page()

    def quick_find(self) -> None:
        """Quick Find, for those who play or teach."""
        account, playing = self._account, isinstance(self._place, places.AtPlay)
        if account is not None and account.role is not AccessRole.GUARDIAN and not playing:
            self.go(places.AtQuickFind())

    def read_aloud(self) -> None:
        """Read what shows to somebody who wants that, or fall silent again."""
        voice, shown = self._rooms.voice, self._cover or self._page
        if voice is None or shown is None or not self._theme.look.read_aloud:
            return
        if voice.speaking:
            voice.stop()
        else:
            from app.views.kit.reading_aloud import read_to, words_on

            if self._page is not None:
                self._page.be_read()
            read_to(voice, words_on(shown))

    def say(self, text: str) -> None:
        """A sentence at the bottom that goes away by itself."""
        self._toast.say(text)

    def signed_in(self, account: Account) -> None:
        """Somebody has signed in."""
        self._account, self._place = account, places.AtHome()
        self._build()

    def sign_out(self) -> None:
        """Back to the class tiles; nothing of the account stays on the screen."""
        account, self._account = self._account, None
        self._place = places.AtSignIn()
        self._build()
        if account is not None:
            ask(self, self._rooms.sign_out(account), lambda _: None, failed=self.say)

    def change_look(self, look: Look) -> None:
        """Another look: everything is built anew with it."""
        self._rooms.keep_look(look)
        self._theme = Theme(look)
        self._toast.deleteLater()
        self._toast = Toast(self._theme, self)
        self._theme.dress(self)
        self._build()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Pages let go of what they hold."""
        if self._page is not None:
            self._page.leave()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the page stays as large as the window."""
        super().resizeEvent(event)
        if self._cover is not None and not self._cover.isWindow():
            self._cover.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is told once; what can wait is loaded after it."""
        super().paintEvent(event)
        if self._painted is not None:
            painted, self._painted = self._painted, None
            QTimer.singleShot(0, self, painted)

    def _build(self) -> None:
        """The frame for whoever is signed in, then the page."""
        self._uncover()
        centre = QWidget()
        box = self._centre = QVBoxLayout(centre)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._bar = None
        if self._account is not None:
            from app.views.bar import Bar
            from app.views.pages import entries_of

            self._bar = Bar(
                self._theme, self._account, entries_of(self._account), self.go, change_look=self.change_look,
                sign_out=self.sign_out, read=self.read_aloud if self._rooms.voice is not None else None,
            )  # fmt: skip
            self._bar.show_port(self._rooms.port_state())
            box.addWidget(self._bar)
            ask(self, self._rooms.sync_state(self._account), self._show_sync, failed=self.say)
            self._ring()
        self._leave_page()
        self.setCentralWidget(centre)
        self._show_page()

    def _show_page(self) -> None:
        self._uncover()
        self._leave_page()
        page = self._page = self._make_page()
        self._centre.addWidget(page)
        if self._bar is not None:
            self._bar.show_place(self._place)
            self._bar.setVisible(not isinstance(self._place, places.AtPlay))
        page.opened()

    def _make_page(self) -> Page:
        if self._account is None:
            return SignInView(self._theme, self._rooms, signed_in=self.signed_in)
        from app.views.pages import Seat, page_of

        return page_of(Seat(self._theme, self._rooms, self._account, self.go), self._place)

    def _leave_page(self) -> None:
        if self._rooms.voice is not None:
            self._rooms.voice.stop()
        if self._page is not None:
            self._page.leave()
            self._page.hide()
            self._page.deleteLater()
            self._page = None

    def _take_pictures(self, pictures: Mapping[str, bytes]) -> None:
        from app.views.kit.badge import show_pictures

        show_pictures(pictures)

    def _uncover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _celebrate(self, badges: tuple[BadgeCard, ...]) -> None:
        from app.views.student.badge_moment import BadgeMoment

        self._uncover()
        moment = BadgeMoment(self._theme, badges, share=self._share_badge, closed=self._moment_over, parent=self)
        self._cover = moment
        moment.setGeometry(self.rect())
        moment.show()
        moment.raise_()

    def _moment_over(self) -> None:
        self._uncover()
        if self._page is not None:
            self._page.opened()

    def _share_badge(self, card: BadgeCard) -> None:
        if card.award_id is not None:
            self._share(card.award_id)

    def _share(self, what: str | places.AtShareMoment) -> None:
        if self._account is None:
            return
        from app.views.student.share import ShareDialog

        dialog = ShareDialog(self._theme, self._rooms, self._account, what, posted=self._posted, parent=self)
        self._uncover()
        self._cover = dialog
        self._theme.dress(dialog)
        dialog.rejected.connect(self._moment_over)
        dialog.open()

    def _posted(self, share: ShareCard) -> None:
        words = self.tr("Shared. {who}").format(who=spoken(share.who_sees))
        if not share.confirmed:
            words = self.tr("Kept. It is shared as soon as there is a network. {who}").format(
                who=spoken(share.who_sees)
            )
        self.say(words)
        self._moment_over()

    def _show_sync(self, state: SyncState) -> None:
        if self._bar is not None:
            self._bar.show_sync(state, self._rooms.now())

    def _show_port(self, state: PortState) -> None:
        if self._bar is not None:
            self._bar.show_port(state)

    def _on_change(self, user_id: str, names: frozenset[str]) -> None:
        account = self._account
        if account is None or account.user_id != user_id:
            return
        if ERASED in names:
            self.sign_out()
            self.say(self.tr("The school has deleted this account, and everything of it is gone from this computer."))
        elif ON_HOLD in names:
            self.sign_out()
            words = self.tr("The school has put this account on hold. What you have done is kept here. Ask there.")
            self.say(words)
        if names & {"notification", "notification_read"}:
            self._ring()
        if "member" in names:
            ask(self, self._rooms.account_now(account), self._be, failed=lambda _: None)

    def _be(self, account: Account) -> None:
        """The school has given whoever is signed in another role: what they may not do is not offered any more."""
        if self._account is None or self._account.user_id != account.user_id or account == self._account:
            return
        self.signed_in(account)
        self.say(self.tr("The school has changed what you do here, so the program looks different now."))

    def _ring(self) -> None:
        """Count what is new beside the bell; a failure is told on the page of notices."""
        if self._account is not None:
            ask(self, self._rooms.together.notices(self._account), self._show_notices, failed=lambda _: None)

    def _show_notices(self, notices: tuple[NoticeCard, ...]) -> None:
        if self._bar is not None:
            self._bar.show_notices(sum(not notice.read for notice in notices))

    def _notice(self, saying: Say) -> None:
        self.say(spoken(saying))
