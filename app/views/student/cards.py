"""Cards that several student pages show: assignments, badges, shares, figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.store.readings import AssignmentCard, BadgeCard, ShareCard
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon, level_words, rarity_words
from app.views.kit.buttons import Button
from app.views.kit.flow import Wrap
from app.views.kit.icons import IconView
from app.views.kit.meters import ProgressBar
from app.views.kit.sayings import ago, count, date, spoken
from app.views.kit.surfaces import Card, Chip, column, row
from app.views.kit.text import ElidedLabel, PlainLabel, plain_tip
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from domain.community.audience import scope_name
from domain.records.community import Scope

SCOPE_ICONS = {
    Scope.PRIVATE: "private",
    Scope.FAMILY: "family",
    Scope.CLASS: "class",
    Scope.SCHOOL: "school",
    Scope.PUBLIC: "world",
}


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
        button = Button(label, theme, opened, name=f"{label}: {card.name}")
        super().__init__(
            theme,
            row(theme, ElidedLabel(card.name, theme, Type.STRONG), state if complete else None),
            ElidedLabel(card.description, theme, Type.CAPTION, tone="soft") if card.description else None,
            ProgressBar(
                theme, done=card.steps_done, total=card.steps_total, words=words, tone="good" if complete else "primary"
            ),
            row(
                theme, PlainLabel(" · ".join(w for w in (words, due) if w), theme, Type.CAPTION, tone="soft"), 1, button
            ),
            pad=Space.BASE,
        )


class BadgeTile(QWidget):
    """A badge with its name and where it stands."""

    def __init__(self, card: BadgeCard, theme: Theme, *, size: int = 88) -> None:
        super().__init__()
        icon = BadgeIcon(card, theme, size)
        box = column(
            theme,
            icon,
            ElidedLabel(card.name, theme, Type.STRONG, centred=True),
            ElidedLabel(state_of(card), theme, Type.CAPTION, tone="soft", centred=True),
            gap=Space.HAIR,
        )
        box.setAlignment(icon, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(box)
        self.setFixedWidth(theme.px(size + 52))
        self.setToolTip(plain_tip(card.description))


def state_of(card: BadgeCard) -> str:
    """Where a badge stands, in a few words."""
    translate = QCoreApplication.translate
    if card.level == 0:
        return translate("cards", "{have} of {need}").format(have=card.have, need=card.need)
    words = level_words(card.level) if card.kind == "grow" else rarity_words(card.rarity)
    return words if card.confirmed else translate("cards", "{level} · confirming").format(level=words)


def badge_of(share: ShareCard) -> BadgeCard:
    """The badge that a share shows, as it was when it was shared."""
    kind = "single" if share.rarity != "common" else "grow"
    return BadgeCard(
        badge_id=share.share_id,
        name=share.title,
        description=share.context,
        kind=kind,
        rarity=share.rarity,
        icon=share.icon,
        level=max(1, share.level),
        have=0,
        need=0,
        confirmed=share.confirmed,
    )


class ShareTile(Card):
    """A share as this viewer sees it. `react` gets ("like" | "celebrate", on); `more` are further things to do."""

    def __init__(
        self,
        share: ShareCard,
        theme: Theme,
        *,
        now: int,
        react: Callable[[str, bool], object] | None = None,
        withdraw: Callable[[], object] | None = None,
        more: Sequence[QWidget] = (),
    ) -> None:
        translate = QCoreApplication.translate
        when = ago(share.shared_at, now) if share.confirmed else translate("cards", "waiting to be sent")
        scope = Chip(spoken(scope_name(share.effective_scope)), theme, icon=SCOPE_ICONS[share.effective_scope])
        scope.setToolTip(spoken(share.who_sees))
        scope.setAccessibleDescription(spoken(share.who_sees))
        head = row(
            theme,
            Avatar(share.author_avatar, theme, 44),
            column(
                theme,
                ElidedLabel(share.author_name, theme, Type.STRONG),
                PlainLabel(when, theme, Type.CAPTION, tone="soft"),
                gap=0,
            ),
            scope,
        )
        head.setStretch(1, 1)
        what = column(
            theme,
            PlainLabel(share.title, theme, Type.HEAD, wrap=True),
            PlainLabel(share.context, theme, tone="soft", wrap=True) if share.context else None,
            self._message(share, theme),
            1,
            gap=Space.HAIR,
        )
        middle = row(theme, BadgeIcon(badge_of(share), theme, 84), what, gap=Space.BASE)
        middle.setStretch(1, 1)
        hands = self._hands(share, theme, react, withdraw, more)
        super().__init__(theme, head, middle, hands, pad=Space.BASE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{share.author_name}: {share.title}")

    def _message(self, share: ShareCard, theme: Theme) -> QWidget | None:
        if not share.message:
            return None
        quoted = PlainLabel(f"“{share.message}”", theme, wrap=True)
        if not share.message_waits:
            return quoted
        waits = QCoreApplication.translate("cards", "Your teacher reads these words before others see them")
        holder = QWidget()
        chip = Chip(waits, theme, ink="on_accent_soft", ground="accent_soft", icon="clock")
        holder.setLayout(column(theme, quoted, chip, gap=Space.TIGHT))
        return holder

    def _hands(
        self,
        share: ShareCard,
        theme: Theme,
        react: Callable[[str, bool], object] | None,
        withdraw: Callable[[], object] | None,
        more: Sequence[QWidget],
    ) -> QWidget | None:
        translate = QCoreApplication.translate
        parts: list[QWidget] = []
        if react is not None:
            celebrate = translate("cards", "Celebrate")
            parts = [
                _hand(theme, react, "like", translate("cards", "Like"), share.likes, on=share.liked),
                _hand(theme, react, "celebrate", celebrate, share.celebrations, on=share.celebrated),
            ]
        parts.extend(more)
        if withdraw is not None and share.mine:
            parts.append(Button(translate("cards", "Take back"), theme, withdraw, kind="nav", icon="undo"))
        return Wrap(theme, parts) if parts else None


def _hand(theme: Theme, react: Callable[[str, bool], object], kind: str, word: str, number: int, *, on: bool) -> Button:
    icon = {"like": "liked" if on else "like", "celebrate": "celebrate"}[kind]
    shown = f"{word}  {count(number)}" if number else word
    button = Button(shown, theme, lambda: react(kind, not on), icon=icon, name=f"{word}, {number}")
    button.setCheckable(True)
    button.setChecked(on)
    return button
