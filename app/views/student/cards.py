"""Cards that several student pages show: assignments, badges, shares, figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.readings import AssignmentCard, BadgeCard, ShareCard
from app.views.kit.badge import BadgeIcon, level_words, rarity_words
from app.views.kit.buttons import Button
from app.views.kit.icons import IconView
from app.views.kit.lessons import lesson
from app.views.kit.meters import ProgressBar
from app.views.kit.sayings import date
from app.views.kit.surfaces import Card, Chip, Part, column, row
from app.views.kit.text import ElidedLabel, PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.records.community import AchievementType, Scope

SCOPE_ICONS = {
    Scope.PRIVATE: "private",
    Scope.FAMILY: "family",
    Scope.CLASS: "class",
    Scope.SCHOOL: "school",
    Scope.PUBLIC: "world",
}


def waits_for_an_adult(theme: Theme) -> QWidget:
    """Beside words of one's own that nobody else sees yet."""
    words = QCoreApplication.translate("cards", "Your teacher reads these words before others see them")
    sign = IconView("clock", theme.colour("soft"), theme.px(16))
    line = row(theme, sign, PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True), gap=Space.TIGHT)
    line.setStretch(1, 1)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    holder = QWidget()
    holder.setLayout(line)
    return holder


class Figure(Card):
    """One number with an icon and a word."""

    def __init__(self, theme: Theme, *, icon: str, tone: str, figure: str, words: str) -> None:
        picture = IconView(icon, theme.colour(tone), theme.px(32))
        text = column(
            theme,
            PlainLabel(figure, theme, Type.TITLE),
            PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True),
            gap=0,
        )
        super().__init__(theme, row(theme, picture, text, 1, gap=Space.BASE), pad=Space.BASE)
        self.setAccessibleName(f"{figure} {words}")


class AssignmentTile(Card):
    """An assignment with how far it is."""

    def __init__(self, card: AssignmentCard, theme: Theme, opened: Callable[[], object]) -> None:
        translate = QCoreApplication.translate
        words = translate("cards", "{done} of {total} steps").format(done=card.steps_done, total=card.steps_total)
        due = translate("cards", "due {day}").format(day=date(card.due_at)) if card.due_at else ""
        complete = card.steps_total > 0 and card.steps_done >= card.steps_total
        state = Chip(translate("cards", "Complete"), theme, ink="on_good_soft", ground="good_soft", icon="check")
        label = translate("cards", "Look again") if complete else translate("cards", "Open")
        button = Button(label, theme, opened, name=f"{label}: {lesson(card.name)}")
        super().__init__(
            theme,
            row(theme, ElidedLabel(lesson(card.name), theme, Type.STRONG), state if complete else None),
            ElidedLabel(lesson(card.description), theme, Type.CAPTION, tone="soft") if card.description else None,
            ProgressBar(
                theme, done=card.steps_done, total=card.steps_total, words=words, tone="good" if complete else "primary"
            ),
            row(
                theme, PlainLabel(" · ".join(w for w in (words, due) if w), theme, Type.CAPTION, tone="soft"), 1, button
            ),
            pad=Space.BASE,
        )


class BadgeTile(QWidget):
    """A badge with its name and where it stands; below it what more there is to say."""

    def __init__(self, card: BadgeCard, theme: Theme, *, size: int = 88, more: Part = None) -> None:
        super().__init__()
        icon = BadgeIcon(card, theme, size)
        box = column(
            theme,
            icon,
            PlainLabel(card.name, theme, Type.STRONG, centred=True, wrap=True),
            PlainLabel(state_of(card), theme, Type.CAPTION, tone="soft", centred=True, wrap=True),
            more,
            gap=Space.HAIR,
        )
        box.setAlignment(icon, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(box)
        self.setFixedWidth(theme.px(size + 52))
        self.setToolTip(plain_tip(card.description))


def to_next_level(card: BadgeCard, theme: Theme, *, narrow: bool = False) -> QVBoxLayout | None:
    """How far an earned grow badge is on the way to its next level; None at the last one and for other badges.

    Where it is `narrow` the figures stand alone below the bar, and a screen reader has the whole sentence still.
    """
    if card.kind != "grow" or card.need <= card.have:
        return None
    translate = QCoreApplication.translate
    words = translate("cards", "{have} of {need} to the next level").format(have=card.have, need=card.need)
    figures = translate("cards", "{have} of {need}").format(have=card.have, need=card.need)
    return column(
        theme,
        ProgressBar(theme, done=card.have, total=card.need, words=words, height=8),
        PlainLabel(figures if narrow else words, theme, Type.CAPTION, tone="soft", centred=narrow),
        gap=Space.HAIR,
    )


def state_of(card: BadgeCard) -> str:
    """Where a badge stands, in a few words."""
    translate = QCoreApplication.translate
    if card.level == 0:
        return translate("cards", "{have} of {need}").format(have=card.have, need=card.need)
    words = level_words(card.level) if card.kind == "grow" else rarity_words(card.rarity)
    return words if card.confirmed else translate("cards", "{level} · confirming").format(level=words)


def is_grown(rarity: str, level: int) -> bool:
    """Whether a shared badge is one that grows: only those have levels, and they have no rarity."""
    return rarity == "common" and level > 0


def badge_of(share: ShareCard) -> BadgeCard:
    """The badge that a share shows, as it was when it was shared."""
    single = share.achievement_type is AchievementType.BADGE and not is_grown(share.rarity, share.level)
    return BadgeCard(
        badge_id=share.share_id,
        name=share.title,
        description=share.context,
        kind="single" if single or share.rarity != "common" else "grow",
        rarity=share.rarity,
        icon=share.icon,
        level=max(1, share.level),
        have=0,
        need=0,
        confirmed=share.confirmed,
    )


def kind_of_light(kind: str) -> tuple[str, str]:
    """Why something is in the light, and its sign."""
    translate = QCoreApplication.translate
    return {
        "teacher": (translate("highlights", "Picked by a teacher"), "highlight"),
        "special": (translate("highlights", "Something special"), "trophy"),
        "weekly": (translate("highlights", "This week"), "star"),
        "monthly": (translate("highlights", "This month"), "calendar"),
    }.get(kind, (translate("highlights", "In the light"), "star"))
