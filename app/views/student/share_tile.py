"""A share as a card: who, what, how rare, how far, and the hands that can be laid on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication, QEasingCurve, QSize, QVariantAnimation
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.store.readings import ShareCard
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon, level_words, rarity_words
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.icons import icon, put_icon
from app.views.kit.sayings import ago, count, spoken
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.student.cards import SCOPE_ICONS, badge_of, waits_for_an_adult
from domain.community.audience import scope_name
from domain.records.community import AchievementType

# A heart grows by so much and is back within this time, milliseconds; once, and not at all where motion is reduced.
_GROWS, _BEAT = 1.45, 320
_ICON = 20
# What others change while a card shows: counts and one's own hand, never the words.
_MOVING = ("likes", "celebrations", "comments", "liked", "celebrated", "bookmarked")

Act = Callable[[ShareCard], object]


class Acts(msgspec.Struct, frozen=True, kw_only=True):
    """What this viewer can do with a share; None is not offered. Each gets the share as it is then.

    `react` gets the share, like | celebrate | bookmark, and whether it is laid on or taken off.
    """

    react: Callable[[ShareCard, str, bool], object] | None = None
    keep: bool = False
    words: Act | None = None
    profile: Act | None = None
    reach: Act | None = None
    show: Act | None = None
    highlight: Act | None = None
    report: Act | None = None
    withdraw: Act | None = None


NO_ACTS = Acts()


class Hand(Button):
    """A reaction: on or off, with how many there are. It beats once when it is laid on."""

    def __init__(self, theme: Theme, word: str, icons: tuple[str, str], pressed: Callable[[bool], object]) -> None:
        super().__init__(word, theme, icon=icons[0])
        self._theme, self._word, self._icons = theme, word, icons
        self._on = False
        self.setCheckable(True)
        self.clicked.connect(lambda _=False: self._press(pressed))
        self._beat: QVariantAnimation | None = None

    @property
    def beating(self) -> bool:
        """Whether it moves just now."""
        return self._beat is not None and self._beat.state() is QVariantAnimation.State.Running

    def show_count(self, number: int | None, *, on: bool, name: str) -> None:
        """How many there are (None: it isn't counted), whether one's own is among them, and its spoken name."""
        self._on = on
        self.setText(f"{self._word}  {count(number)}" if number else self._word)
        self.setAccessibleName(name)
        self.setChecked(on)
        put_icon(self, self._icons[on], self._theme.colour("primary"), self._theme.px(_ICON))

    def _press(self, pressed: Callable[[bool], object]) -> None:
        on = not self._on
        if on and not self._theme.reduced_motion:
            self._beating().start()
        pressed(on)

    def _beating(self) -> QVariantAnimation:
        """Made with the first beat: of a hundred hands in a list few are ever laid on."""
        if self._beat is None:
            self._beat = QVariantAnimation(self, startValue=1.0, endValue=1.0, duration=_BEAT)
            self._beat.setKeyValueAt(0.4, _GROWS)
            self._beat.setEasingCurve(QEasingCurve.Type.InOutQuad)
            self._beat.valueChanged.connect(self._grow)
        return self._beat

    def _grow(self, factor: float) -> None:
        # The letter of the icons' font is drawn at any size, within the same room.
        side = round(self._theme.px(_ICON) * factor)
        self.setIcon(icon(self._icons[self._on], self._theme.colour("primary")))
        self.setIconSize(QSize(side, side))


class ShareTile(Card):
    """A share as this viewer sees it. `more` are further things to do beside those of `acts`."""

    def __init__(
        self, share: ShareCard, theme: Theme, *, now: int, acts: Acts = NO_ACTS, more: Sequence[QWidget] = ()
    ) -> None:
        self._share, self._theme, self._acts, self._now = share, theme, acts, now
        self._like: Hand | None = None
        self._celebrate: Hand | None = None
        self._keep: Hand | None = None
        self._words: Button | None = None
        self._cheers: PlainLabel | None = None
        hands = [*self._reactions(), *self._deeds(), *more]
        middle = row(theme, BadgeIcon(badge_of(share), theme, 84), self._what(), gap=Space.BASE)
        middle.setStretch(1, 1)
        parts = (self._head(), middle, self._seen_by(), Wrap(theme, hands) if hands else None)
        super().__init__(theme, *parts, pad=Space.BASE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{share.author_name}: {share.title}")
        self._show_counts()

    @property
    def share(self) -> ShareCard:
        """What shows."""
        return self._share

    def take(self, share: ShareCard) -> bool:
        """Show the share as it is now; False where more than its counts has changed."""
        moved = {name: getattr(share, name) for name in _MOVING}
        if msgspec.structs.replace(self._share, **moved) != share:
            return False
        self._share = share
        self._show_counts()
        return True

    def _head(self) -> QWidget:
        theme, share, translate = self._theme, self._share, QCoreApplication.translate
        when = ago(share.shared_at, self._now) if share.confirmed else translate("cards", "waiting to be sent")
        scope = Chip(spoken(scope_name(share.effective_scope)), theme, icon=SCOPE_ICONS[share.effective_scope])
        scope.setToolTip(plain_tip(spoken(share.who_sees)))
        scope.setAccessibleDescription(spoken(share.who_sees))
        at = PlainLabel(when, theme, Type.CAPTION, tone="soft")
        # A link keeps room for the ring of its focus; the line below begins where its letters do.
        at.setIndent(theme.px(3) if self._leads_to_profile() else 0)
        who = column(theme, self._name(), at, gap=0)
        line = row(theme, Avatar(share.author_avatar, theme, 44), who, scope)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _leads_to_profile(self) -> bool:
        """Nobody is led to a page that is not shown to them."""
        return self._acts.profile is not None and self._share.has_profile and not self._share.mine

    def _name(self) -> QWidget:
        share, profile = self._share, self._acts.profile
        if profile is None or not self._leads_to_profile():
            return ElidedLabel(share.author_name, self._theme, Type.STRONG)
        name = QCoreApplication.translate("cards", "Profile of {name}").format(name=share.author_name)
        link = Button(share.author_name, self._theme, lambda: profile(self._share), kind="link", name=name)
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return link

    def _what(self) -> QVBoxLayout:
        theme, share = self._theme, self._share
        title = PlainLabel(share.title, theme, Type.HEAD, wrap=True)
        title.setToolTip(plain_tip(f"{share.title}. {share.context}" if share.context else share.title))
        return column(
            theme,
            title,
            rank_chip(share, theme),
            PlainLabel(share.context, theme, tone="soft", wrap=True) if share.context else None,
            self._message(),
            1,
            gap=Space.HAIR,
        )

    def _message(self) -> QWidget | None:
        if not self._share.message:
            return None
        quoted = PlainLabel(f"“{self._share.message}”", self._theme, wrap=True)
        if not self._share.message_waits:
            return quoted
        holder = QWidget()
        holder.setLayout(column(self._theme, quoted, waits_for_an_adult(self._theme), gap=Space.TIGHT))
        return holder

    def _seen_by(self) -> QWidget | None:
        """Who can see one's own, in plain words."""
        if not self._share.mine:
            return None
        words = QCoreApplication.translate("cards", "Who can see this now: {who}")
        who = PlainLabel(
            words.format(who=spoken(self._share.who_sees)), self._theme, Type.CAPTION, tone="soft", wrap=True
        )
        # One's own can't be liked by oneself: how many others did is said in words.
        self._cheers = PlainLabel("", self._theme, Type.STRONG, wrap=True)
        holder = QWidget()
        holder.setLayout(column(self._theme, self._cheers, who, gap=Space.HAIR))
        return holder

    def _reactions(self) -> list[QWidget]:
        react, translate = self._acts.react, QCoreApplication.translate
        if react is None:
            return []

        def hand(kind: str, word: str, *icons: str) -> Hand:
            return Hand(self._theme, word, (icons[0], icons[-1]), lambda on: react(self._share, kind, on))

        like = self._like = hand("like", translate("cards", "Like"), "like", "liked")
        celebrate = self._celebrate = hand("celebrate", translate("cards", "Celebrate"), "celebrate")
        if self._acts.keep:
            self._keep = hand("bookmark", translate("cards", "Keep"), "bookmark", "bookmarked")
        return [like, celebrate]

    def _deeds(self) -> list[QWidget]:
        acts, translate, found = self._acts, QCoreApplication.translate, list[QWidget]()
        if acts.words is not None:
            self._words = self._deed(acts.words, translate("cards", "Words"), "comment")
            found.append(self._words)
        for act, word, name, kind in (
            (acts.reach, translate("cards", "Who sees it"), "eye", "quiet"),
            (acts.show, translate("cards", "Show to…"), "share", "quiet"),
            (acts.highlight, translate("cards", "Highlight"), "highlight", "quiet"),
        ):
            found += [self._deed(act, word, name, kind)] if act is not None else []
        found += [self._keep] if self._keep is not None else []
        for act, word, name in (
            (acts.report, translate("cards", "Report"), "flag"),
            (acts.withdraw if self._share.mine else None, translate("cards", "Take back"), "undo"),
        ):
            found += [self._deed(act, word, name, "nav")] if act is not None else []
        return found

    def _deed(self, act: Act, word: str, icon_name: str, kind: str = "quiet") -> Button:
        name = f"{word}: {self._share.title}"
        return Button(word, self._theme, partial(self._do, act), kind=kind, icon=icon_name, name=name)

    def _do(self, act: Act) -> None:
        act(self._share)

    def _show_counts(self) -> None:
        share, translate = self._share, QCoreApplication.translate
        for hand, word, number, on in (
            (self._like, translate("cards", "Like"), share.likes, share.liked),
            (self._celebrate, translate("cards", "Celebrate"), share.celebrations, share.celebrated),
        ):
            if hand is not None:
                hand.show_count(number, on=on, name=f"{word}, {number}: {share.title}")
        if self._cheers is not None:
            cheers = translate("cards", "Likes: {likes} · Celebrations: {celebrations}")
            self._cheers.say(cheers.format(likes=count(share.likes), celebrations=count(share.celebrations)))
            self._cheers.setVisible(bool(share.likes or share.celebrations))
        if self._keep is not None:
            self._keep.show_count(None, on=share.bookmarked, name=f"{translate('cards', 'Keep')}: {share.title}")
        if self._words is not None:
            word = translate("cards", "Words")
            self._words.setText(f"{word}  {count(share.comments)}" if share.comments else word)
            self._words.setAccessibleName(f"{word}, {share.comments}: {share.title}")


def rank_chip(share: ShareCard, theme: Theme) -> Chip | None:
    """How rare or how high a shared badge is, in a word beside its colour and shape."""
    if share.achievement_type is not AchievementType.BADGE:
        return None
    badge = badge_of(share)
    words = level_words(badge.level) if badge.kind == "grow" else rarity_words(badge.rarity)
    return Chip(words, theme, ink="ink" if badge.kind == "grow" else badge.rarity, ground="sunken", icon="badge")
