"""The supervision page: what is in no feed, for the adults in charge. Each look is written down at the school."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.store.readings import Account
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.page import Page, empty_card
from app.views.kit.sayings import ago, clock_time, date, spoken
from app.views.kit.surfaces import Banner, Card, Chip, clear, column, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtSupervision, Go, Place
from app.views.rooms import Rooms
from app.views.student.cards import SCOPE_ICONS
from app.views.teacher.pausing import BreakDialog
from app.views.teacher.reasons import ReasonDialog
from domain.community.audience import scope_name
from domain.community.permissions import Act, Reach, reaches
from domain.records.community import ModerationState, Scope
from domain.records.identity import AccessRole
from domain.records.supervision import SeenItem, Supervision

# Words with a share are shown or hidden; the share itself is another thing.
_NEVER = ("remove", "message")
_WHO_TEACHES = frozenset({"school_class", "class_enrollment"})


def kind_of(item: SeenItem) -> str:
    """What it is, in a word or two."""
    translate = QCoreApplication.translate
    if item.part == "message":
        return translate("supervision", "Words with it")
    return {
        "share": translate("supervision", "Shared"),
        "comment": translate("supervision", "Said to somebody"),
        "profile": translate("supervision", "Profile"),
        "showcase": translate("supervision", "Showcase"),
    }[item.target_type]


def state_words(state: ModerationState) -> str:
    """Where it stands, where that is not simply all right."""
    translate = QCoreApplication.translate
    return {
        ModerationState.PENDING: translate("supervision", "waits for an adult"),
        ModerationState.REPORTED: translate("supervision", "was reported"),
        ModerationState.HIDDEN: translate("supervision", "is hidden"),
    }.get(state, "")


def _may_be_lit(item: SeenItem) -> bool:
    """A class that does not see something is not shown it by an administrator either."""
    narrow = item.scope in (Scope.PRIVATE, Scope.FAMILY)
    return item.target_type == "share" and item.state is ModerationState.OK and not narrow


def _waits(item: SeenItem) -> bool:
    """A profile or a showcase without words of its own waits for nobody."""
    return item.state is not ModerationState.PENDING or bool(item.text)


class SupervisionView(Page):
    """Everything of one student, or what waits in all schools; what should not be seen is hidden or removed here."""

    def __init__(
        self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, student_id: str, name: str, back: Place | None
    ) -> None:
        super().__init__(theme, width=880)
        self._rooms, self._account, self._go = rooms, account, go
        self._student_id, self._name, self._back = student_id, name, back
        self._sorry = column(theme)
        if account.role is AccessRole.TEACHER:
            rooms.news.changed.connect(self._on_classes)
        self.refresh()

    def _on_classes(self, user_id: str, names: frozenset[str]) -> None:
        """Whose class it is may have changed: who does not teach the student any more sees nothing of them."""
        if user_id == self._account.user_id and names & _WHO_TEACHES:
            self.refresh()

    def refresh(self) -> None:
        """Ask the centre again: that is another look."""
        future = self._rooms.governing.supervise(self._account, self._student_id)
        self.load(future, self._show, again=self.refresh)

    def _show(self, found: Supervision) -> None:
        theme, name = self.theme, found.name or self._name
        self._sorry = column(theme)
        title = self.tr("All that {name} shares").format(name=name) if self._student_id else self.tr("What waits")
        back = self._back
        way = Button(self.tr("Back"), theme, partial(self._go, back), icon="back") if back is not None else None
        note = self.tr("Also what is private or for the family. That you looked is written down at the school.")
        self.show_parts(
            row(theme, way, 1) if way is not None else None,
            PlainLabel(title, theme, Type.TITLE, wrap=True),
            Banner(note, theme, icon="eye"),
            self._sorry,
            self._break(found),
            *([self._item(item) for item in found.items] or [self._nothing()]),
            self._more(found),
            1,
        )

    def _break(self, found: Supervision) -> QWidget | None:
        """A break from words and reactions, of the student whose page this is."""
        if not self._student_id or not reaches(self._account.role, Act.MUTE):
            return None
        if found.muted_until is not None:
            until = self.tr("{day}, {time}").format(day=date(found.muted_until), time=clock_time(found.muted_until))
            words = self.tr("A break from words and reactions until {until}. It ends by itself.").format(until=until)
            end = (self.tr("End it now"), partial(self._pause, None, ""))
            return Banner(words, self.theme, tone="accent", icon="clock", action=end)
        words = self.tr("A break from words and reactions")
        return Wrap(self.theme, [Button(words, self.theme, self._ask_break, icon="clock")])

    def _ask_break(self) -> None:
        BreakDialog(self.theme, now=self._rooms.now, picked=self._pause, parent=self.window()).open()

    def _pause(self, until: int | None, reason: str) -> None:
        clear(self._sorry)
        future = self._rooms.governing.pause(self._account, self._student_id, until, reason)
        ask(self, future, self._show, failed=self._failed)

    def _nothing(self) -> Card:
        if self._student_id:
            text = self.tr("What this student shares or writes appears here, however far it goes.")
            return empty_card(self.theme, self.tr("Nothing yet"), text, "notes")
        text = self.tr("No words wait to be read, and nothing was reported.")
        return empty_card(self.theme, self.tr("All is well"), text, "notes")

    def _more(self, found: Supervision) -> PlainLabel | None:
        words = self.tr("There is more. It comes as soon as these are judged.")
        return PlainLabel(words, self.theme, tone="soft", wrap=True) if found.more else None

    def _item(self, item: SeenItem) -> Card:
        theme, title = self.theme, item.title or kind_of(item)
        scope = Chip(spoken(scope_name(item.scope)), theme, icon=SCOPE_ICONS[item.scope])
        state = state_words(item.state)
        chip = Chip(state, theme, ink="on_accent_soft", ground="accent_soft", icon="clock") if state else None
        when = ago(item.at, self._rooms.now()) if item.at else ""
        about = " · ".join(part for part in (item.author_name, kind_of(item) if item.title else "", when) if part)
        head = row(theme, PlainLabel(title, theme, Type.STRONG, wrap=True), chip, scope, gap=Space.TIGHT)
        head.setStretch(0, 1)
        words = PlainLabel(f"“{item.text}”", theme, wrap=True) if item.text else None
        card = Card(
            theme,
            head,
            PlainLabel(about, theme, Type.CAPTION, tone="soft", wrap=True),
            words,
            Wrap(theme, self._hands(item, title)),
            pad=Space.BASE,
        )
        card.setAccessibleName(f"{item.author_name}: {title}")
        return card

    def _hands(self, item: SeenItem, title: str) -> list[QWidget]:
        hands: list[QWidget] = []
        if self._student_id and _may_be_lit(item):
            words = self.tr("Highlight")
            lit, name = partial(self._close, item, "highlight", ""), f"{words}: {item.author_name}, {title}"
            hands.append(Button(words, self.theme, lit, kind="nav", icon="highlight", name=name))
        if item.state is not ModerationState.OK and _waits(item):
            words = self.tr("Approve")
            opened, name = partial(self._close, item, "approve", ""), f"{words}: {item.author_name}, {title}"
            hands.append(Button(words, self.theme, opened, icon="check", name=name))
        for action, words, icon in (("hide", self.tr("Hide"), "undo"), ("remove", self.tr("Remove"), "close")):
            if (action == "hide" and item.state is ModerationState.HIDDEN) or (action, item.part) == _NEVER:
                continue
            pressed = partial(self._why, item, action, words)
            name = f"{words}: {item.author_name}, {title}"
            hands.append(Button(words, self.theme, pressed, kind="nav", icon=icon, name=name))
        if not self._student_id and reaches(self._account.role, Act.OVERSEE) & {Reach.ORG, Reach.ALL}:
            theirs = AtSupervision(student_id=item.author_id, name=item.author_name, back=AtSupervision())
            words = self.tr("All they share")
            name = f"{words}: {item.author_name}"
            hands.append(Button(words, self.theme, partial(self._go, theirs), kind="nav", icon="eye", name=name))
        return hands

    def _why(self, item: SeenItem, action: str, words: str) -> None:
        ReasonDialog(self.theme, words, picked=partial(self._close, item, action), parent=self.window()).open()

    def _close(self, item: SeenItem, action: str, reason: str) -> None:
        clear(self._sorry)
        future = self._rooms.governing.close(self._account, self._student_id, item, action, reason)
        ask(self, future, partial(self._done, action), failed=self._failed)

    def _done(self, action: str, found: Supervision) -> None:
        self._show(found)
        if action == "highlight":
            words = self.tr("It is in the light of the class for a week.")
            self._sorry.addWidget(Banner(words, self.theme, tone="good", icon="highlight"))

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))
