"""A showcase of one's own: what is in it and in which order, what it is called, and who can see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import Account
from app.store.showcase_readings import ShowcaseDesk, ShowcaseItem
from app.views.kit.asking import ask
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns
from app.views.kit.page import Page, empty_card, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtProfile, AtShare, AtShareMoment, Go, Place
from app.views.rooms import Rooms
from app.views.student.as_others import showcase_as_others
from app.views.student.own_words import Field, OwnWords
from app.views.student.picks import Toggles
from app.views.student.scopes import Choices
from app.views.student.share import scope_words
from app.views.student.showcase_order import Deeds, ItemOrder
from app.views.student.showcase_parts import picture, rank_words, title_of
from domain.community.phrases import showcase_titles
from domain.community.showcases import MOST_ITEMS, moved
from domain.community.texts import MOST_TITLE
from domain.records.community import AchievementType, Scope

# Of everything earned so many are offered at once; more follow when they are asked for.
_OFFERED = 12


class ShowcaseView(Page):
    """Arranges one showcase. What is changed is kept at once."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, showcase_id: str) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go, self._id = rooms, account, go, showcase_id
        self._offered = _OFFERED
        self._heading = PlainLabel("", theme, Type.TITLE, wrap=True)
        self._told, self._inside = column(theme), column(theme, gap=Space.ROOMY)
        self._settings: QVBoxLayout | None = None
        self._reach = column(theme)
        self._order: ItemOrder | None = None
        self._desk: ShowcaseDesk | None = None
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        self.load(self._rooms.together.showcase_desk(self._account, self._id), self._show, again=self.refresh)

    def _show(self, desk: ShowcaseDesk) -> None:
        if self._settings is None:
            theme = self.theme
            self._settings = self._choose(desk)
            back = Button(self.tr("My profile"), theme, partial(self._go, AtProfile()), icon="back")
            look = Button(self.tr("As others see it"), theme, partial(self._look, desk), icon="eye")
            head = column(theme, row(theme, back, 1, look), self._heading, gap=Space.BASE)
            self.show_parts(head, self._told, Columns(theme, self._inside, self._settings, shares=(3, 2)), 1)
        self._draw(desk)

    def _draw(self, desk: ShowcaseDesk) -> None:
        if desk == self._desk:
            return
        theme, card, self._desk = self.theme, desk.card, desk
        focused = self._order.focused if self._order is not None else ""
        self._heading.say(title_of(card))
        items: QWidget
        if card.items:
            deeds = Deeds(move=partial(self._move, desk), take_out=partial(self._take_out, desk), share=self._share)
            items = self._order = ItemOrder(theme, card.items, deeds)
        else:
            text = self.tr("Pick below what you like to show: badges, milestones, personal bests and more.")
            items, self._order = (
                empty_card(theme, self.tr("Room for %n thing(s)", None, MOST_ITEMS), text, "trophy"),
                None,
            )
        clear(self._inside)
        fill(self._inside, (section(theme, self.tr("In this showcase"), items), self._choices(desk), 1))
        if self._order is not None and focused:
            self._order.focus(focused)
        clear(self._reach)
        words = self.tr("Who can see this now: {who}").format(who=spoken(card.who_sees))
        self._reach.addWidget(Banner(words, theme, icon="eye"))
        if card.narrowed_because is not None:
            self._reach.addWidget(Banner(spoken(card.narrowed_because), theme, tone="accent", icon="info"))

    # -- what is in it

    def _choices(self, desk: ShowcaseDesk) -> QVBoxLayout | None:
        theme, title = self.theme, self.tr("What you can put in")
        if not desk.choices:
            words = self.tr("Everything that you have earned is in it.")
            if not desk.card.items:
                words = self.tr("What you earn while you play can be put in here.")
            return section(theme, title, PlainLabel(words, theme, tone="soft", wrap=True))
        full = len(desk.card.items) >= MOST_ITEMS
        lines = [self._choice(desk, item, full=full) for item in desk.choices[: self._offered]]
        rest = len(desk.choices) - self._offered
        more = Button(self.tr("Show more"), theme, partial(self._more, desk)) if rest > 0 else None
        note = None
        if full:
            note = PlainLabel(self.tr("It is full. Take something out to make room."), theme, tone="soft", wrap=True)
        return section(theme, title, note, Card(theme, *lines, gap=Space.TIGHT, pad=Space.BASE), more)

    def _choice(self, desk: ShowcaseDesk, item: ShowcaseItem, *, full: bool) -> QWidget:
        theme, title = self.theme, spoken(item.title)
        shared = self.tr("shared") if item.scope is not None else self.tr("not shared yet")
        below = PlainLabel(f"{rank_words(item)} · {shared}", theme, Type.CAPTION, tone="soft", wrap=True)
        words = column(theme, PlainLabel(title, theme, Type.STRONG, wrap=True), below, gap=0)
        put_in = self.tr("Put in")
        button = Button(put_in, theme, partial(self._put_in, desk, item), icon="add", name=f"{put_in}: {title}")
        button.setEnabled(not full)
        line = row(theme, picture(item, theme, 48), words, button, gap=Space.BASE)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _more(self, desk: ShowcaseDesk) -> None:
        self._offered, self._desk = self._offered + _OFFERED, None
        self._draw(desk)

    def _put_in(self, desk: ShowcaseDesk, item: ShowcaseItem) -> None:
        self._change({"items": (*_ids(desk), item.item_id)})

    def _take_out(self, desk: ShowcaseDesk, item: ShowcaseItem) -> None:
        before = _ids(desk)
        self._change({"items": tuple(each for each in before if each != item.item_id)})
        words = self.tr("{title} was taken out.").format(title=spoken(item.title))
        self._tell(words, (self.tr("Put it back"), partial(self._change, {"items": before})))

    def _move(self, desk: ShowcaseDesk, item: ShowcaseItem, to: int) -> None:
        self._change({"items": moved(_ids(desk), item.item_id, to)}, focus=item.item_id)

    def _share(self, item: ShowcaseItem) -> None:
        place: Place = AtShareMoment(achievement_type=item.achievement_type, achievement_id=item.achievement_id)
        if item.achievement_type is AchievementType.BADGE:
            place = AtShare(award_id=item.achievement_id)
        self._go(place)

    # -- what it is called, and who sees it

    def _choose(self, desk: ShowcaseDesk) -> QVBoxLayout:
        theme, card = self.theme, desk.card
        phrases = [(key, spoken(words)) for key, words in showcase_titles().items()]
        titles = Toggles(theme, phrases, {card.title_phrase}, self._pick_title, single=True)
        scopes = [(str(scope), *scope_words(scope)) for scope in desk.scopes]
        title = self.tr("Who may see it?")
        reach = Choices(theme, title, scopes, str(card.scope), lambda key: self._change({"scope": Scope(key)}))
        note = self.tr("Others find in it only what you have shared with them.")
        return column(
            theme,
            section(
                theme, title, Card(theme, reach, PlainLabel(note, theme, tone="soft", wrap=True), pad=Space.BASE),
                self._reach,
            ),
            section(theme, self.tr("What it is called"), titles, self._own_words(card.own_title)),
            1,
            gap=Space.ROOMY,
        )  # fmt: skip

    def _pick_title(self, chosen: frozenset[str]) -> None:
        self._change({"title_phrase": next(iter(chosen))})

    def _own_words(self, words: str) -> OwnWords:
        asked = Field(
            name=self.tr("A title of my own"),
            hint=self.tr("Or a title of your own"),
            promise=self.tr("Until your teacher has read it, others see the title above."),
            most=MOST_TITLE,
            height=60,
        )
        return OwnWords(self.theme, words, asked, lambda typed: self._change({"title_text": typed}))

    # -- kept, or why not

    def _change(self, changes: Mapping[str, Any], *, focus: str = "") -> None:
        clear(self._told)

        def kept(desk: ShowcaseDesk) -> None:
            self._draw(desk)
            if focus and self._order is not None:
                self._order.focus(focus)

        ask(self, self._rooms.together.edit_showcase(self._account, self._id, changes), kept, failed=self._failed)

    def _tell(self, words: str, action: tuple[str, Any] | None = None) -> None:
        clear(self._told)
        self._told.addWidget(Banner(words, self.theme, icon="info", action=action))

    def _failed(self, sentence: str) -> None:
        clear(self._told)
        self._told.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))

    def _look(self, desk: ShowcaseDesk) -> None:
        showcase_as_others(self.theme, self._rooms, self._account, desk.card.showcase_id, parent=self.window()).open()


def _ids(desk: ShowcaseDesk) -> tuple[str, ...]:
    return tuple(item.item_id for item in desk.card.items)
