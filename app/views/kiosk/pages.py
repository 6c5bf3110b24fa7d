"""The pages of a display. Letters are sized for six metres: 1/200 of the distance is 30 mm, some 100 pixels on a TV."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store.readings import BadgeCard, BoardRow, LitShare, ShareCard, StreakRow
from app.views.kit.art import Drawing
from app.views.kit.avatar import Avatar
from app.views.kit.badge import BadgeIcon
from app.views.kit.icons import IconView
from app.views.kit.sayings import count
from app.views.kit.surfaces import Card, Part, column, row
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type, Weight
from app.views.student.cards import badge_of, kind_of_light

# Board lines that fit at this size.
_MOST = 5


def _big(text: str, theme: Theme, pixels: int, *, tone: str = "ink", centred: bool = False) -> PlainLabel:
    label = PlainLabel(text, theme, Type.GIANT, tone=tone, wrap=True, centred=centred)
    label.setFont(theme.font_of(pixels, Weight.BOLD))
    return label


def _line(text: str, theme: Theme, pixels: int, *, tone: str = "ink") -> ElidedLabel:
    label = ElidedLabel(text, theme, Type.GIANT, tone=tone)
    label.setFont(theme.font_of(pixels, Weight.BOLD))
    return label


def _page(theme: Theme, name: str, *parts: Part, gap: int = Space.ROOMY) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(theme, *parts, gap=gap))
    holder.setAccessibleName(name)
    return holder


def lit_page(theme: Theme, lit: LitShare) -> QWidget:
    """A share in the light: why it is there, and a teacher's words."""
    words, sign = kind_of_light(lit.kind)
    lead = row(
        theme,
        IconView(sign, theme.colour("accent"), theme.px(72)),
        _big(words, theme, 60, tone="soft"),
        1,
        gap=Space.BASE,
    )
    return highlight_page(theme, lit.share, lead=lead, note=lit.note)


def highlight_page(theme: Theme, share: ShareCard, *, lead: QHBoxLayout | None = None, note: str = "") -> QWidget:
    """One success, very large."""
    words = column(
        theme,
        1,
        lead,
        row(theme, Avatar(share.author_avatar, theme, 120), _line(share.author_name, theme, 72), gap=Space.ROOMY),
        _big(share.title, theme, 104, tone="primary"),
        _big(share.context, theme, 52, tone="soft") if share.context else None,
        _big(f"“{share.message}”", theme, 60) if share.message and not share.message_waits else None,
        _big(note, theme, 52, tone="primary") if note else None,
        1,
        gap=Space.WIDE,
    )
    inside = row(theme, BadgeIcon(badge_of(share), theme, 460), words, gap=Space.VAST)
    inside.setStretch(1, 1)
    return _page(theme, f"{share.author_name}: {share.title}", 1, inside, 1)


def board_page(theme: Theme, board: tuple[BoardRow, ...]) -> QWidget:
    """Points of this class; equal points share a rank."""
    title = QCoreApplication.translate("display", "This week’s points")
    return _page(theme, title, _big(title, theme, 84), *[_board_line(theme, each) for each in board[:_MOST]], 1)


def _board_line(theme: Theme, each: BoardRow) -> Card:
    rank = _big(str(each.rank), theme, 72, tone="primary", centred=True)
    rank.setFixedWidth(theme.px(110))
    badge = BadgeCard(
        badge_id="",
        name="",
        description="",
        kind="grow",
        rarity="common",
        icon=each.badge_icon,
        level=each.badge_level,
        have=0,
        need=0,
    )
    line = row(
        theme,
        rank,
        Avatar(each.avatar, theme, 96),
        _line(each.display_name, theme, 68),
        BadgeIcon(badge, theme, 96, words="") if each.badge_level else None,
        _big(count(each.points), theme, 72),
        gap=Space.ROOMY,
    )
    line.setStretch(2, 1)
    return Card(theme, line, pad=Space.SNUG)


def streaks_page(theme: Theme, streaks: tuple[StreakRow, ...]) -> QWidget:
    """Who has played on how many days in a row."""
    title = QCoreApplication.translate("display", "Day after day")
    return _page(theme, title, _big(title, theme, 84), *[_streak_line(theme, each) for each in streaks[:_MOST]], 1)


def _streak_line(theme: Theme, each: StreakRow) -> Card:
    days = QCoreApplication.translate("display", "%n day(s)", None, each.days)
    flame = IconView("streak", theme.colour("extra"), theme.px(72))
    line = row(
        theme,
        Avatar(each.avatar, theme, 96),
        _line(each.display_name, theme, 68),
        flame,
        _big(days, theme, 68),
        gap=Space.ROOMY,
    )
    line.setStretch(1, 1)
    return Card(theme, line, pad=Space.SNUG)


def news_page(theme: Theme, title: str, text: str) -> QWidget:
    """An announcement."""
    icon = IconView("announce", theme.colour("primary"), theme.px(140))
    return _page(theme, title, 1, row(theme, icon, 1), _big(title, theme, 120), _big(text, theme, 68, tone="soft"), 1)


def quiet_page(theme: Theme) -> QWidget:
    """While there is nothing to show yet."""
    title = QCoreApplication.translate("display", "Music is in the making")
    text = QCoreApplication.translate("display", "What this class shares will be seen here.")
    return _page(
        theme,
        title,
        1,
        row(theme, 1, Drawing("piano", theme, QSize(720, 440)), 1),
        _big(title, theme, 104, centred=True),
        _big(text, theme, 56, tone="soft", centred=True),
        1,
    )


def pairing_page(theme: Theme, code: str) -> QWidget:
    """The code that a teacher types to pair this display."""
    translate = QCoreApplication.translate
    title = translate("display", "Pair this display")
    text = translate("display", "A teacher opens the class, presses “Give a display to this class”, and types:")
    shown = _big(" ".join(code), theme, 200, tone="primary", centred=True)
    shown.setAccessibleName(code)
    return _page(
        theme,
        title,
        1,
        _big(title, theme, 84, centred=True),
        _big(text, theme, 52, tone="soft", centred=True),
        shown,
        1,
    )
