"""One badge in the office: how it looks at each level, its words and place, its icon, its release, and who holds it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.store.badge_office import BadgeFile, Holder, KeptBadge
from app.store.readings import Account
from app.views.admin.drop import DropPlace
from app.views.admin.release import ReleaseDialog
from app.views.admin.taking_back import ContributionDialog, RevokeDialog
from app.views.admin.words import border_words, state_chip
from app.views.kit.asking import ask
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon, badge_words, level_words
from app.views.kit.buttons import Button
from app.views.kit.flow import Flow
from app.views.kit.page import Page, section
from app.views.kit.sayings import date
from app.views.kit.surfaces import Banner, Card, clear, column, row, rule
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtBadgeOffice, Go
from app.views.rooms import Rooms
from domain.records.achievements import BadgeStatus
from domain.records.badge_office import Step

# As the centre bounds them (`central.community.badges`).
_MOST_DESCRIPTION, _LAST_PLACE = 200, 9_999
# How many holders are listed; more are said in a number.
_SHOWN = 60


class BadgeFileView(Page):
    """The file of one badge. What is typed stays, whatever news comes."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, badge_id: str) -> None:
        super().__init__(theme, width=960)
        self._rooms, self._account, self._go, self._badge_id = rooms, account, go, badge_id
        self._told = column(theme)
        self._last: tuple[str, str] | None = None
        self._words, self._place = QLineEdit(), QSpinBox()
        self._typed = False
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.badge_desk.file(self._account, self._badge_id), self._show, again=self.refresh)

    def _show(self, file: BadgeFile) -> None:
        theme, badge = self.theme, file.badge
        typed = (self._words.text(), self._place.value()) if self._typed else None
        self._told = column(theme)
        back = Button(self.tr("All badges"), theme, partial(self._go, AtBadgeOffice()), icon="back")
        title = row(theme, ElidedLabel(badge.name, theme, Type.TITLE), state_chip(badge, theme), gap=Space.BASE)
        title.setStretch(0, 1)
        self.show_parts(
            row(theme, back, 1),
            title,
            self._told,
            self._step(badge),
            section(theme, self.tr("How it looks"), self._looks(badge)),
            section(theme, self.tr("Icon"), DropPlace(theme, self._give_icon)),
            section(theme, self.tr("Words and place"), self._form(badge, typed)),
            section(theme, self.tr("Who has it"), self._holders(file)),
            1,
        )
        if self._last is not None:
            self._tell(*self._last)

    # -- release and retiring

    def _step(self, badge: KeptBadge) -> Card | None:
        """The one clear next step of a badge."""
        theme = self.theme
        if badge.status is BadgeStatus.RETIRED:
            words, button = self.tr("Nobody earns it any more. Whoever has it keeps it."), None
        elif badge.status is BadgeStatus.RELEASED:
            words = self.tr("Students can earn it now. Retired, it stays with those who have it.")
            button = Button(self.tr("Retire"), theme, partial(self._open_step, badge, Step.RETIRE), icon="rest")
        elif badge.icon:
            words = self.tr("Released, it goes to everybody who has earned it already, with the true dates.")
            pressed = partial(self._open_step, badge, Step.RELEASE)
            button = Button(self.tr("Release…"), theme, pressed, kind="primary", icon="gift")
        else:
            words, button = self.tr("It needs an icon before it can be released. Nobody earns it until then."), None
        label = PlainLabel(words, theme, wrap=True)
        inside = row(theme, label, button, gap=Space.BASE)
        inside.setStretch(0, 1)
        return Card(theme, inside, pad=Space.BASE)

    def _open_step(self, badge: KeptBadge, step: Step) -> None:
        ReleaseDialog(
            self.theme, self._rooms, self._account, badge, step, done=self._changed, parent=self.window()
        ).open()

    def _changed(self, sentence: str) -> None:
        self._shown = None
        self.refresh()
        self._tell(sentence, "good")

    def _tell(self, sentence: str, tone: str) -> None:
        """What came of the last deed; it stays in sight when news rebuild the page."""
        self._last = (sentence, tone)
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone=tone, icon="check" if tone == "good" else "warning"))

    def _failed(self, sentence: str) -> None:
        self._tell(sentence, "bad")

    # -- looks and icon

    def _looks(self, badge: KeptBadge) -> Card:
        """Each level with its border and what it takes: fixed, so that everybody's badge means the same."""
        theme = self.theme
        if not badge.grows:
            icon = BadgeIcon(badge.levels[0], theme, 120)
            words = PlainLabel(self.tr("Earned once, without levels."), theme, tone="soft", wrap=True)
            inside = row(theme, icon, words, gap=Space.BASE)
            inside.setStretch(1, 1)
            return Card(theme, inside, pad=Space.BASE)
        levels = [self._level(badge, place) for place in range(len(badge.levels))]
        note = self.tr("What each level takes is the same for every badge and can't be changed.")
        return Card(
            theme,
            Flow(theme, levels, stretch=True),
            PlainLabel(note, theme, Type.CAPTION, tone="soft", wrap=True),
            pad=Space.BASE,
        )

    def _level(self, badge: KeptBadge, place: int) -> QWidget:
        theme, card = self.theme, badge.levels[place]
        takes = self.tr("%n contribution(s)", None, badge.thresholds[place])
        holder = QWidget()
        holder.setLayout(
            column(
                theme,
                row(theme, 1, BadgeIcon(card, theme, 112, words=""), 1),
                PlainLabel(takes, theme, Type.STRONG, centred=True),
                PlainLabel(border_words(card.level), theme, Type.CAPTION, tone="soft", centred=True),
                gap=Space.HAIR,
            )
        )
        holder.setAccessibleName(f"{badge_words(card)}, {takes}")
        return holder

    def _give_icon(self, path: str) -> None:
        ask(
            self,
            self._rooms.badge_desk.give_icon(self._account, self._badge_id, path),
            lambda _: self._changed(self.tr("The icon is kept. The badge looks like this now.")),
            failed=self._failed,
        )

    # -- words and place

    def _form(self, badge: KeptBadge, typed: tuple[str, int] | None) -> Card:
        theme = self.theme
        words, place = typed or (badge.description, badge.sort_order)
        self._words, self._place = QLineEdit(words), QSpinBox()
        self._words.setMaxLength(_MOST_DESCRIPTION)
        self._words.setFont(theme.font(Type.BODY))
        self._words.setAccessibleName(self.tr("What it is for"))
        self._place.setRange(0, _LAST_PLACE)
        self._place.setValue(place)
        self._place.setFont(theme.font(Type.BODY))
        self._place.setAccessibleName(self.tr("Place in the order"))
        for changed in (self._words.textEdited, self._place.valueChanged):
            changed.connect(self._note_typed)
        save = Button(self.tr("Save"), theme, self._save, icon="check")
        return Card(
            theme,
            PlainLabel(self.tr("What it is for"), theme, Type.STRONG),
            self._words,
            PlainLabel(self.tr("Place in the order"), theme, Type.STRONG),
            row(theme, self._place, 1, save),
            gap=Space.TIGHT,
            pad=Space.BASE,
        )

    def _note_typed(self) -> None:
        self._typed = True

    def _save(self) -> None:
        future = self._rooms.badge_desk.edit(self._account, self._badge_id, self._words.text(), self._place.value())
        ask(self, future, self._saved, failed=self._failed)

    def _saved(self, _badge: object) -> None:
        self._typed = False
        self._tell(self.tr("Saved. Every computer of the school has it in a moment."), "good")

    # -- who has it

    def _holders(self, file: BadgeFile) -> QVBoxLayout | Card:
        theme = self.theme
        if not file.holders:
            return Card(theme, PlainLabel(self.tr("Nobody yet."), theme, tone="soft"), pad=Space.BASE)
        card = Card(theme, pad=Space.BASE)
        for number, holder in enumerate(file.holders[:_SHOWN]):
            if number:
                card.body.addWidget(rule())
            card.body.addLayout(self._holder(file, holder))
        left = len(file.holders) - _SHOWN
        if left > 0:
            card.body.addWidget(PlainLabel(self.tr("and %n more", None, left), theme, tone="soft"))
        return card

    def _holder(self, file: BadgeFile, holder: Holder) -> QVBoxLayout:
        theme = self.theme
        state = level_words(holder.level) if file.badge.grows else self.tr("earned")
        since = self.tr("{state}, since {day}").format(state=state, day=date(holder.crossed_at))
        label = self.tr("Take back…")
        button = Button(
            label, theme, partial(self._take_back, file, holder), kind="nav", name=f"{label} {holder.who.display_name}"
        )
        words = column(
            theme,
            ElidedLabel(holder.who.display_name, theme, Type.STRONG),
            PlainLabel(since, theme, Type.CAPTION, tone="soft"),
            gap=0,
        )
        line = row(theme, Avatar(holder.who.avatar, theme, 40), words, button)
        line.setStretch(1, 1)
        return column(theme, line)

    def _take_back(self, file: BadgeFile, holder: Holder) -> None:
        if file.skill_role_id is not None:
            dialog: RevokeDialog | ContributionDialog = ContributionDialog(
                self.theme, self._rooms, self._account, holder, file.skill_role_id,
                done=self._changed, parent=self.window(),
            )  # fmt: skip
        else:
            dialog = RevokeDialog(
                self.theme, self._rooms, self._account, holder, done=self._changed, parent=self.window()
            )
        dialog.open()
