"""Who are you? Class tiles, then faces, then a PIN: two touches and four digits. Staff type a password."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from app.store.readings import Account, ClassTile, PersonTile, SignIn, SignInPage
from app.views.kit.art import Drawing
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.page import Page
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, EmptyState, Part, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tiles import PinPad, Tile
from app.views.kit.tokens import Space, Type
from app.views.rooms import Rooms
from app.views.student.family_entry import FamilyEntry
from app.views.student.joining import JoiningCard
from domain.records.identity import AccessRole

# The machine's own mirror, and what of it this page shows.
MACHINE = "machine"
TILES = frozenset({"sign_in_tile", "enrolment", "local_account"})
_PIN_ROLES = (AccessRole.STUDENT, AccessRole.GENERIC_STUDENT)


class SignInView(Page):
    """The page that a machine shows while nobody is signed in. `signed_in` gets the account."""

    def __init__(self, theme: Theme, rooms: Rooms, *, signed_in: Callable[[Account], object]) -> None:
        super().__init__(theme, width=1080)
        self._rooms, self._signed_in = rooms, signed_in
        self._page: SignInPage | None = None
        self._first: QWidget | None = None
        self._note: PlainLabel | None = None
        self._pad: PinPad | None = None
        self._password: QLineEdit | None = None
        self._entry: FamilyEntry | None = None
        self._unlock = QTimer(self, singleShot=True)
        self._unlock.timeout.connect(self._may_try_again)
        # What shows now, made anew where the machine's people have changed; None while somebody types a secret.
        self._again: Callable[[], object] | None = self.show_classes
        rooms.news.changed.connect(self._machine_changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask again who is on this machine."""
        self.load(self._rooms.sign_in_page(), self._take, again=self.refresh)

    def opened(self) -> None:
        """The first tile gets the focus."""
        self.focus_on(self._first)

    def _take(self, page: SignInPage) -> None:
        self._page = page
        if self._again is not None:
            self._again()

    def _machine_changed(self, user_id: str, names: frozenset[str]) -> None:
        if user_id == MACHINE and names & TILES:
            self.refresh()

    def show_classes(self) -> None:
        """Step one: which class, or staff."""
        self._again = self.show_classes
        page = self._page
        if page is None:
            return
        tiles: list[QWidget] = [self._class_tile(each) for each in page.classes]
        self._first = tiles[0] if tiles else None
        staff = None
        if page.staff:
            staff = Button(self.tr("I am a teacher"), self.theme, self.show_staff, icon="class")
        asked = self.tr("Which class are you in?") if tiles else self.tr("Music at the keyboard, with your class.")
        hello = column(
            self.theme,
            PlainLabel(self.tr("Hello!"), self.theme, Type.DISPLAY, centred=True),
            PlainLabel(asked, self.theme, Type.LEAD, tone="soft", centred=True, wrap=True),
            gap=Space.HAIR,
        )
        # Large letters need the room of the drawing.
        drawing = Drawing("piano", self.theme, QSize(210, 128)) if self.theme.percent < 150 else None
        where = ""
        if page.school_name:
            where = self.tr("{machine} · {school}").format(machine=page.machine_name, school=page.school_name)
        self.show_parts(
            1,
            row(self.theme, 1, drawing, 1) if drawing else None,
            hello,
            self._ended(page),
            Flow(self.theme, tiles, centred=True) if tiles else self._nobody(page),
            row(self.theme, 1, staff, self._family_door(page), 1),
            self._demonstration(),
            2,
            PlainLabel(where, self.theme, Type.CAPTION, tone="soft", centred=True),
        )
        self.opened()

    def show_staff(self) -> None:
        """Step two for teachers."""
        self._again = self.show_staff
        if self._page is not None:
            self._show_people(self.tr("Which teacher are you?"), self._page.staff)

    def _family_door(self, page: SignInPage) -> Button | None:
        if not page.school_name:
            return None
        return Button(self.tr("I am family"), self.theme, self.show_family, icon="family")

    def show_family(self) -> None:
        """Step two for families: those who were here before, and the door for the others."""
        self._again = self.show_family
        people = self._page.family if self._page is not None else ()
        tiles: list[QWidget] = [self._person_tile(person, self.show_family) for person in people]
        self._entry = FamilyEntry(self.theme, self._try_name)
        back = Button(self.tr("Back"), self.theme, self.show_classes, icon="back")
        self.show_parts(
            row(self.theme, back, 1),
            Flow(self.theme, tiles) if tiles else None,
            row(self.theme, 1, self._entry, 1),
            self._demonstration(),
            1,
        )
        self.focus_on(tiles[0] if tiles else self._entry)

    def _try_name(self, name: str, password: str) -> None:
        # Nothing is built anew while the school is asked: what was typed stays.
        self._again = None
        ask(self, self._rooms.sign_in_by_name(name, password), self._name_answered, failed=self._name_refused)

    def _name_answered(self, answer: SignIn) -> None:
        if answer.account is not None:
            self._signed_in(answer.account)
        else:
            unknown = self.tr("That did not work. Please try again.")
            self._name_refused(spoken(answer.refusal) if answer.refusal else unknown)

    def _name_refused(self, sentence: str) -> None:
        if self._entry is not None:
            self._entry.refuse(sentence)

    def show_class(self, chosen: ClassTile) -> None:
        """Step two for students: the faces of a class; a class that is gone since leads back to the others."""
        known = self._page.classes if self._page is not None else ()
        now = next((each for each in known if each.class_id == chosen.class_id), None)
        if now is None:
            self.show_classes()
            return
        self._again = partial(self.show_class, now)
        self._show_people(now.class_name, now.people)

    def show_person(self, person: PersonTile, back: Callable[[], object]) -> None:
        """Step three: the PIN, or a password."""
        self._again = None
        self._note = PlainLabel("", self.theme, tone="bad", wrap=True, centred=True)
        self._note.setMinimumHeight(self.theme.px(52))
        uses_pin = person.role in _PIN_ROLES
        entry = self._pin_entry(person) if uses_pin else self._password_entry(person)
        asked = self.tr("Type your PIN") if uses_pin else self.tr("Type your password")
        card = Card(
            self.theme,
            row(self.theme, 1, Avatar(person.avatar, self.theme, 96), 1),
            ElidedLabel(person.display_name, self.theme, Type.TITLE, centred=True),
            PlainLabel(asked, self.theme, tone="soft", centred=True),
            row(self.theme, 1, entry, 1),
            self._note,
        )
        card.setFixedWidth(self.theme.px(420))
        self.show_parts(
            row(self.theme, Button(self.tr("Not me"), self.theme, back, icon="back"), 1),
            row(self.theme, 1, card, 1),
            self._demonstration(),
            1,
        )
        self.focus_on(self._pad or self._password or card)

    def _class_tile(self, each: ClassTile) -> Tile:
        count = self.tr("%n student(s)", None, len(each.people))
        return Tile(each.class_name, self.theme, partial(self.show_class, each), second=count, size=QSize(220, 176))

    def _person_tile(self, person: PersonTile, back: Callable[[], object]) -> Tile:
        return Tile(
            person.display_name,
            self.theme,
            partial(self.show_person, person, back),
            avatar=person.avatar,
            second="" if person.ready_offline else self.tr("needs the network"),
        )

    def _show_people(self, title: str, people: tuple[PersonTile, ...]) -> None:
        again = self._again or self.show_classes
        tiles: list[QWidget] = [self._person_tile(person, again) for person in people]
        parts: tuple[Part, ...] = (Flow(self.theme, tiles),) if tiles else (self._nobody(None),)
        self.show_parts(
            row(
                self.theme,
                Button(self.tr("Back"), self.theme, self.show_classes, icon="back"),
                ElidedLabel(title, self.theme, Type.TITLE),
                gap=Space.ROOMY,
            ),
            PlainLabel(self.tr("Touch your picture."), self.theme, Type.LEAD, tone="soft"),
            *parts,
            self._demonstration(),
            1,
        )
        if tiles:
            self.focus_on(tiles[0])

    def _pin_entry(self, person: PersonTile) -> QWidget:
        self._password = None
        self._pad = PinPad(self.theme)
        self._pad.entered.connect(lambda pin: self._try(person, pin))
        return self._pad

    def _password_entry(self, person: PersonTile) -> QWidget:
        self._pad = None
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setFont(self.theme.font(Type.BODY))
        field.setAccessibleName(self.tr("Password"))
        field.setMinimumWidth(self.theme.px(300))
        field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoAutoUppercase)

        def send() -> None:
            if field.text():
                self._try(person, field.text())

        field.returnPressed.connect(send)
        self._password = field
        holder = QWidget()
        button = Button(self.tr("Sign in"), self.theme, send, kind="primary", icon="next")
        holder.setLayout(column(self.theme, field, button))
        return holder

    def _try(self, person: PersonTile, secret: str) -> None:
        if self._pad is not None:
            self._pad.set_locked(True)
        self._say(self.tr("One moment…"), tone="soft")
        ask(self, self._rooms.sign_in(person.user_id, secret), self._answered, failed=self._refused)

    def _answered(self, answer: SignIn) -> None:
        if answer.account is not None:
            self._signed_in(answer.account)
            return
        self._refused(spoken(answer.refusal) if answer.refusal else self.tr("That did not work. Please try again."))
        if answer.wait_until is not None and self._pad is not None:
            self._pad.set_locked(True)
            self._unlock.start(max(0, (answer.wait_until - self._rooms.now()) // 1000) + 1)

    def _refused(self, sentence: str) -> None:
        self._say(sentence, tone="bad")
        self._may_try_again(keep_note=True)

    def _may_try_again(self, *, keep_note: bool = False) -> None:
        if not keep_note:
            self._say("", tone="soft")
        if self._pad is not None:
            self._pad.set_locked(False)
            self._pad.start_again()
            self._pad.setFocus()
        if self._password is not None:
            self._password.selectAll()
            self._password.setFocus()

    def _say(self, text: str, *, tone: str) -> None:
        if self._note is not None:
            self._note.set_tone(tone)
            self._note.say(text)
            self._note.setAccessibleName(text)

    def _nobody(self, page: SignInPage | None) -> Part:
        if page is not None and not page.school_name and self._rooms.join is not None:
            return self._joining()
        # A teacher comes in below; with a class list the tiles come by themselves.
        text = self.tr("This computer belongs to your school. Classes appear here as soon as they have students.")
        title = self.tr("Nobody is known on this computer yet")
        return Card(self.theme, EmptyState(title, text, self.theme, drawing="class"))

    def _ended(self, page: SignInPage) -> Banner | None:
        """The school has ended this machine, or lost it: what to do, and that nothing is lost."""
        if not page.ended:
            return None
        text = self.tr(
            "The school does not know this computer any more. You can go on playing here, and everything is kept. "
            "To send it, a teacher adds the computer again with a new code."
        )
        again = (self.tr("Add it again"), self.show_joining) if self._rooms.join is not None else None
        return Banner(text, self.theme, tone="accent", icon="sync_off", action=again)

    def show_joining(self) -> None:
        """Where a computer that was ended is added again."""
        self._again = self.show_classes
        back = Button(self.tr("Back"), self.theme, self.show_classes, icon="back")
        joining = self._joining()
        self.show_parts(row(self.theme, back, 1), joining, 1)
        self.opened()

    def _joining(self) -> Part:
        rooms = self._rooms
        assert rooms.join is not None, "offered only where a computer can be added"
        card = JoiningCard(self.theme, rooms.join, centre=rooms.known_centre, name=rooms.machine_name)
        self._first = card
        return row(self.theme, 1, card, 1)

    def _demonstration(self) -> QWidget | None:
        """The panel of a demonstration machine that says whom one can be."""
        if not self._rooms.demonstration:
            return None
        lines = [
            self.tr("{who}, {what}. To sign in: {secret}").format(who=who, what=what, secret=secret)
            for who, secret, what in self._rooms.demonstration
        ]
        title = self.tr("This is a demonstration. You can be:")
        return Banner("\n".join([title, *lines]), self.theme, tone="primary", icon="info")
