"""What a showcase is drawn from: its items as pictures with their names, and the whole of it on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.store.readings import BadgeCard
from app.store.showcase_readings import ShowcaseCard, ShowcaseItem
from app.views.kit.badge import BadgeIcon, level_words, rarity_words
from app.views.kit.flow import Flow, Wrap
from app.views.kit.icons import IconView
from app.views.kit.sayings import spoken
from app.views.kit.surfaces import Card, Chip, Part, column
from app.views.kit.text import PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.student.cards import SCOPE_ICONS, is_grown, to_next_level
from domain.community.audience import scope_name
from domain.records.community import AchievementType, ModerationState

# The sign of each kind of moment; badges have their own picture.
_SIGNS = {
    AchievementType.POINTS_MILESTONE: "points",
    AchievementType.STREAK_MILESTONE: "streak",
    AchievementType.CHALLENGE_SCORE: "trophy",
    AchievementType.COLLECTION_COMPLETE: "badge",
    AchievementType.PERSONAL_BEST: "grow",
    AchievementType.SEQUENCE_MILESTONE: "text",
    AchievementType.SKILL_MASTERY: "star",
    AchievementType.LEVEL_ADVANCEMENT: "up",
    AchievementType.ASSIGNMENT_STREAK: "calendar",
}


def kind_words(kind: AchievementType) -> str:
    """A kind of achievement in a word or two."""
    translate = QCoreApplication.translate
    return {
        AchievementType.BADGE: translate("showcase", "Badge"),
        AchievementType.POINTS_MILESTONE: translate("showcase", "Points"),
        AchievementType.STREAK_MILESTONE: translate("showcase", "Streak"),
        AchievementType.CHALLENGE_SCORE: translate("showcase", "Challenge"),
        AchievementType.COLLECTION_COMPLETE: translate("showcase", "Collection"),
        AchievementType.PERSONAL_BEST: translate("showcase", "Personal best"),
        AchievementType.SEQUENCE_MILESTONE: translate("showcase", "Pathway"),
        AchievementType.SKILL_MASTERY: translate("showcase", "Skill"),
        AchievementType.LEVEL_ADVANCEMENT: translate("showcase", "Level"),
        AchievementType.ASSIGNMENT_STREAK: translate("showcase", "Homework"),
    }[kind]


def rank_words(item: ShowcaseItem) -> str:
    """What stands under the name: how high or rare a badge is, or what kind of moment it was."""
    if item.achievement_type is not AchievementType.BADGE or not item.known:
        return kind_words(item.achievement_type) if item.known else ""
    return level_words(item.level) if is_grown(item.rarity, item.level) else rarity_words(item.rarity)


def _badge(item: ShowcaseItem) -> BadgeCard:
    return BadgeCard(
        badge_id=item.item_id,
        name=spoken(item.title),
        description=item.context,
        kind="grow" if is_grown(item.rarity, item.level) else "single",
        rarity=item.rarity,
        icon=item.icon,
        level=max(1, item.level),
        have=item.have,
        need=item.need,
    )


class Medallion(QWidget):
    """The sign of a moment on a disc. It says nothing: the words beside it do."""

    def __init__(self, sign: str, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme = theme
        side = theme.px(size)
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        within = round(side * 0.5)
        view = IconView(sign, theme.colour("on_primary_soft"), within, self)
        view.move((side - within) // 2, (side - within) // 2)

    def sizeHint(self) -> QSize:
        """As large as it is."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc; the icon lies on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("primary"))
        painter.setBrush(self._theme.colour("primary_soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))


def picture(item: ShowcaseItem, theme: Theme, size: int) -> QWidget:
    """A badge as a badge, a moment as its sign."""
    if item.achievement_type is AchievementType.BADGE and item.known:
        return BadgeIcon(_badge(item), theme, size, words="")
    return Medallion(_SIGNS.get(item.achievement_type, "clock"), theme, size)


class ItemTile(QWidget):
    """One achievement with its name and what it is."""

    def __init__(self, item: ShowcaseItem, theme: Theme, *, size: int = 76) -> None:
        super().__init__()
        shown = picture(item, theme, size)
        title = spoken(item.title)
        box = column(
            theme,
            shown,
            PlainLabel(title, theme, Type.STRONG, centred=True, wrap=True),
            PlainLabel(rank_words(item), theme, Type.CAPTION, tone="soft", centred=True, wrap=True),
            to_next_level(_badge(item), theme, narrow=True),
            1,
            gap=Space.HAIR,
        )
        box.setAlignment(shown, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(box)
        self.setFixedWidth(theme.px(size + 76))
        self.setToolTip(plain_tip(f"{title}. {item.context}" if item.context else title))

    def sizeHint(self) -> QSize:
        """As high as its words are in this width."""
        return QSize(self.width(), self.layout().heightForWidth(self.width()))  # type: ignore[union-attr]


def title_of(card: ShowcaseCard) -> str:
    """What stands above a showcase: words of one's own where there are some, else the phrase."""
    return card.own_title or spoken(card.title)


class ShowcaseTile(Card):
    """A showcase. Its owner is told how far it goes and what waits; `deeds` are the buttons under it."""

    def __init__(self, card: ShowcaseCard, theme: Theme, *, mine: bool, deeds: Sequence[QWidget] = ()) -> None:
        tiles: list[QWidget] = [ItemTile(item, theme) for item in card.items]
        empty = QCoreApplication.translate("showcase", "Nothing is in it yet.")
        inside: Part = (
            Flow(theme, tiles, gap=Space.TIGHT) if tiles else PlainLabel(empty, theme, tone="soft", wrap=True)
        )
        super().__init__(
            theme,
            PlainLabel(title_of(card), theme, Type.HEAD, wrap=True),
            Wrap(theme, _chips(card, theme)) if mine else None,
            inside,
            Wrap(theme, deeds) if deeds else None,
            pad=Space.BASE,
        )
        self.setAccessibleName(QCoreApplication.translate("showcase", "Showcase: {title}").format(title=title_of(card)))


def _chips(card: ShowcaseCard, theme: Theme) -> list[QWidget]:
    translate = QCoreApplication.translate
    scope = Chip(spoken(scope_name(card.effective_scope)), theme, icon=SCOPE_ICONS[card.effective_scope])
    scope.setToolTip(plain_tip(spoken(card.who_sees)))
    scope.setAccessibleDescription(spoken(card.who_sees))
    chips: list[QWidget] = [scope]
    unshared = sum(item.scope is None for item in card.items)
    if unshared:
        words = translate("showcase", "%n of them not shared yet", None, unshared)
        chips.append(Chip(words, theme, icon="private"))
    if card.title_waits:
        words = translate("showcase", "Your teacher reads the title before others see it")
        chips.append(Chip(words, theme, ink="on_accent_soft", ground="accent_soft", icon="clock"))
    if card.moderation is ModerationState.HIDDEN:
        words = translate("showcase", "Hidden: an adult is looking at it")
        chips.append(Chip(words, theme, ink="on_bad_soft", ground="bad_soft", icon="shield"))
    return chips
