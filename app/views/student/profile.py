"""A profile as others see it, and beside one's own what there is to choose: picture, sentence, showcase, reach."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.store.community_readings import ProfilePage
from app.store.readings import Account, BadgeCard
from app.store.showcase_readings import ShowcaseCard
from app.views.kit.asking import ask
from app.views.kit.avatar import FACES
from app.views.kit.buttons import Button
from app.views.kit.flow import Columns, Flow, Wrap
from app.views.kit.page import Page, section
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Banner, Card, clear, column, fill, row
from app.views.kit.text import PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.places import AtFeed, AtPoints, AtSettings, AtShowcase, Go
from app.views.rooms import Rooms
from app.views.student.as_others import profile_as_others
from app.views.student.comments import way_back
from app.views.student.guidelines import GuidelinesDialog
from app.views.student.own_words import Field, OwnWords
from app.views.student.picks import Picture, Toggles
from app.views.student.profile_parts import face, figures, shares, showcase, showcases
from app.views.student.report import ReportDialog
from app.views.student.scopes import Choices
from app.views.student.share import scope_words
from app.views.student.showcase_parts import title_of
from app.views.student.styles import StylePick
from domain.community.phrases import bio_phrases
from domain.community.profiles import STYLINGS
from domain.community.texts import MOST_BIO
from domain.records.community import Scope


class ProfileView(Page):
    """Somebody's profile; without `user_id` one's own, with the choices beside it."""

    def __init__(self, theme: Theme, rooms: Rooms, account: Account, go: Go, *, user_id: str | None) -> None:
        super().__init__(theme)
        self._rooms, self._account, self._go, self._user_id = rooms, account, go, user_id
        self._shown_side, self._sorry = column(theme, gap=Space.ROOMY), column(theme)
        self._choices: QVBoxLayout | None = None
        self._showcase: tuple[str, ...] = ()
        if user_id is not None:
            rooms.together.profile_opened(account, user_id)
        self.follow(rooms.news.changed, account.user_id, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        lost = self._not_shared if self._user_id is not None else None
        self.load(self._rooms.profile(self._account, self._user_id), self._show, again=self.refresh, lost=lost)

    def _not_shared(self, sentence: str) -> None:
        words, _theme, back = way_back(self.theme, self._account, self._go)
        self.show_gone(self.tr("Not everybody shows a profile"), sentence, (words, back))

    def _show(self, profile: ProfilePage) -> None:
        if not profile.mine:
            self._shown_side = column(self.theme, gap=Space.ROOMY)
            self.show_parts(self._above(profile), self._shown_side, 1)
            self._draw(profile)
            return
        if self._choices is None:
            self._choices = self._choose(profile)
            both = Columns(self.theme, self._shown_side, self._choices)
            self.show_parts(self._above(profile), self._sorry, both, 1)
            ask(self, self._rooms.badges(self._account), partial(self._offer_badges, profile), failed=self._failed)
        self._draw(profile)

    def _above(self, profile: ProfilePage) -> QVBoxLayout:
        theme = self.theme
        if profile.mine:
            title = PlainLabel(self.tr("My profile"), theme, Type.TITLE)
            settings = Button(self.tr("Sharing settings"), theme, partial(self._go, AtSettings()), icon="settings")
            points = Button(self.tr("My points"), theme, partial(self._go, AtPoints()), icon="points")
            words = self.tr("How we treat each other")
            ask_of = Button(words, theme, self._guidelines, kind="nav", icon="text")
            return column(theme, title, Wrap(theme, (points, settings, ask_of)))
        back = Button(*way_back(theme, self._account, self._go), icon="back")
        reported = partial(self._report, profile, ("profile", profile.who.user_id))
        report = Button(self.tr("Report"), theme, reported, kind="nav", icon="flag")
        return column(theme, row(theme, back, 1, report))

    def _guidelines(self) -> None:
        GuidelinesDialog(self.theme, self._rooms, self._account, parent=self.window()).open()

    def _draw(self, profile: ProfilePage) -> None:
        theme = self.theme
        self._showcase = tuple(card.badge_id for card in profile.showcase)
        for pick in self.findChildren(StylePick):
            pick.setChecked(pick.styling == profile.styling)
        clear(self._shown_side)
        now = self._rooms.now()
        fill(
            self._shown_side,
            (
                column(theme, face(profile, theme), *self._reach(profile)),
                figures(profile, theme),
                showcase(profile, theme),
                showcases(profile, theme, partial(self._deeds, profile), self._new(profile)),
                shares(profile, theme, now),
                1,
            ),
        )

    # -- showcases

    def _deeds(self, profile: ProfilePage, card: ShowcaseCard) -> list[QWidget]:
        theme, title = self.theme, title_of(card)
        if not profile.mine:
            words = self.tr("Report")
            report = partial(self._report, profile, ("showcase", card.showcase_id))
            return [Button(words, theme, report, kind="nav", icon="flag", name=f"{words}: {title}")]
        arrange, away = self.tr("Arrange"), self.tr("Take away")
        there = partial(self._go, AtShowcase(showcase_id=card.showcase_id))
        gone = partial(self._take_away, card)
        return [
            Button(arrange, theme, there, icon="rules", name=f"{arrange}: {title}"),
            Button(away, theme, gone, kind="nav", icon="close", name=f"{away}: {title}"),
        ]

    def _new(self, profile: ProfilePage) -> QHBoxLayout | None:
        if not profile.mine:
            return None
        return row(self.theme, Button(self.tr("New showcase"), self.theme, self._begin, icon="add"), 1)

    def _begin(self) -> None:
        def begun(card: ShowcaseCard) -> None:
            self._go(AtShowcase(showcase_id=card.showcase_id))

        clear(self._sorry)
        ask(self, self._rooms.together.make_showcase(self._account), begun, failed=self._failed)

    def _take_away(self, card: ShowcaseCard) -> None:
        """Away at once; the way back stands where it was told."""
        words = self.tr("{title} was taken away.").format(title=title_of(card))
        back = (self.tr("Bring it back"), partial(self._put, card, True, None))
        self._put(card, False, Banner(words, self.theme, icon="info", action=back))

    def _put(self, card: ShowcaseCard, present: bool, told: Banner | None) -> None:
        def done(_: object) -> None:
            clear(self._sorry)
            fill(self._sorry, (told,))
            self.refresh()

        removing = self._rooms.together.remove_showcase(self._account, card.showcase_id, present)
        ask(self, removing, done, failed=self._failed)

    def _reach(self, profile: ProfilePage) -> list[QWidget]:
        if not profile.mine:
            return []
        words = self.tr("Who can see this now: {who}").format(who=spoken(profile.who_sees))
        look = (self.tr("As others see it"), self._look)
        parts: list[QWidget] = [Banner(words, self.theme, icon="eye", action=look)]
        if profile.narrowed_because is not None:
            parts.append(Banner(spoken(profile.narrowed_because), self.theme, tone="accent", icon="info"))
        return parts

    # -- choices of one's own

    def _choose(self, profile: ProfilePage) -> QVBoxLayout:
        theme = self.theme
        phrases = [("", self.tr("No sentence"))] + [(key, spoken(words)) for key, words in bio_phrases().items()]
        sentence = Toggles(theme, phrases, {profile.bio_phrase or ""}, self._pick_phrase, single=True)
        faces = Flow(theme, [Picture(name, theme, partial(self._pick_face, name)) for name in FACES], gap=Space.TIGHT)
        bands = [StylePick(each, theme, partial(self._pick_style, each)) for each in STYLINGS]
        styles = Flow(theme, bands, gap=Space.HAIR)
        scopes = [(str(scope), *scope_words(scope)) for scope in profile.scopes]
        title = self.tr("Who may see my profile?")
        reach = Choices(theme, title, scopes, str(profile.scope), lambda key: self._change({"scope": Scope(key)}))
        return column(
            theme,
            section(theme, self.tr("Picture"), Card(theme, faces, pad=Space.BASE)),
            section(theme, self.tr("Style"), Card(theme, styles, pad=Space.BASE)),
            section(theme, self.tr("A sentence about me"), sentence, self._own_words(profile)),
            self._regions(profile),
            section(theme, title, Card(theme, reach, pad=Space.BASE)),
            1,
            gap=Space.ROOMY,
        )

    def _regions(self, profile: ProfilePage) -> QVBoxLayout | None:
        if not profile.regions:
            return None
        choices = [("", self.tr("Not shown")), *[(region, region) for region in profile.regions]]
        pick = Toggles(
            self.theme, choices, {profile.region or ""}, lambda on: self._change({"region": next(iter(on)) or None}),
            single=True,
        )  # fmt: skip
        return section(self.theme, self.tr("Where I live, for my school only"), pick)

    def _own_words(self, profile: ProfilePage) -> OwnWords:
        asked = Field(
            name=self.tr("My own words"),
            hint=self.tr("Or a few words of your own"),
            promise=self.tr("Your teacher reads your words before others see them."),
            most=MOST_BIO,
            height=84,
        )
        return OwnWords(self.theme, profile.bio_text, asked, lambda words: self._change({"bio_text": words}))

    def _offer_badges(self, profile: ProfilePage, badges: tuple[BadgeCard, ...]) -> None:
        earned = [(card.badge_id, card.name) for card in badges if card.level > 0]
        if self._choices is None or not earned:
            return
        chosen = {card.badge_id for card in profile.showcase}
        pick = Toggles(self.theme, earned, chosen, self._pick_badges)
        self._choices.insertLayout(1, section(self.theme, self.tr("My favourite badges"), pick))

    def _pick_phrase(self, chosen: frozenset[str]) -> None:
        self._change({"bio_phrase": next(iter(chosen)) or None})

    def _pick_face(self, name: str) -> None:
        self._change({"avatar": name})

    def _pick_style(self, name: str) -> None:
        self._change({"styling": name})

    def _pick_badges(self, chosen: frozenset[str]) -> None:
        """In the order in which they were picked: a showcase is arranged by its owner."""
        kept = [key for key in self._showcase if key in chosen]
        self._change({"showcase": (*kept, *sorted(chosen - set(kept)))})

    def _look(self) -> None:
        profile_as_others(self.theme, self._rooms, self._account, parent=self.window()).open()

    def _change(self, changes: Mapping[str, Any]) -> None:
        clear(self._sorry)
        ask(self, self._rooms.edit_profile(self._account, changes), self._draw, failed=self._failed)

    def _failed(self, sentence: str) -> None:
        clear(self._sorry)
        self._sorry.addWidget(Banner(sentence, self.theme, tone="bad", icon="warning"))

    def _report(self, profile: ProfilePage, target: tuple[str, str]) -> None:
        changed = partial(self._go, AtFeed())
        ReportDialog(
            self.theme, self._rooms, self._account, target, profile.who, changed=changed, parent=self.window()
        ).open()
