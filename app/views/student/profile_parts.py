"""A profile as it is seen: face, figures, showcase and shares. For the page, and for 'as others see it'."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.store.community_readings import ProfilePage
from app.store.showcase_readings import ShowcaseCard
from app.views.kit.flow import Flow, Wrap
from app.views.kit.page import empty_card, section
from app.views.kit.sayings import count, locale, spoken
from app.views.kit.surfaces import Card, Chip, Part, column
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.theme import Theme
from app.views.kit.tokens import Space, Type
from app.views.student.cards import BadgeTile, Figure, to_next_level
from app.views.student.share_tile import ShareTile
from app.views.student.showcase_parts import ShowcaseTile
from app.views.student.styles import StyledFace
from domain.community.profiles import MOST_SHOWN, LastActivity


def face(profile: ProfilePage, theme: Theme) -> Card:
    """Picture, name, sentence, region, and when somebody was last active, by the day."""
    translate, who = QCoreApplication.translate, profile.who
    bio = spoken(profile.bio) if profile.bio is not None else ""
    named = ((profile.school, "school"), (profile.region or "", "world"))
    places: list[QWidget] = [Chip(name, theme, icon=icon) for name, icon in named if name]
    if profile.active is not None:
        places.append(Chip(_active(profile.active), theme, icon="calendar"))
    waits = None
    if profile.bio_waits:
        first = translate("cards", "Your teacher reads these words before others see them")
        waits = Chip(first, theme, ink="on_accent_soft", ground="accent_soft", icon="clock")
    card = Card(
        theme,
        StyledFace(profile.styling, who.avatar, theme),
        ElidedLabel(who.display_name, theme, Type.TITLE),
        PlainLabel(bio, theme, Type.LEAD, tone="soft", wrap=True) if bio else None,
        PlainLabel(profile.bio_text, theme, wrap=True) if profile.bio_text else None,
        waits,
        Wrap(theme, places) if places else None,
        gap=Space.TIGHT,
        pad=Space.BASE,
    )
    card.setAccessibleName(translate("ProfileView", "Profile of {name}").format(name=who.display_name))
    return card


def _active(last: LastActivity) -> str:
    translate = QCoreApplication.translate
    if last.day is None:
        return translate("ProfileView", "Active this week")
    day = locale().toString(QDate.fromString(last.day, Qt.DateFormat.ISODate), "d MMM yyyy")
    return translate("ProfileView", "Last active: {day}").format(day=day)


def figures(profile: ProfilePage, theme: Theme) -> QWidget | None:
    """Points, badges, days in a row, for those who are told of them."""
    translate = QCoreApplication.translate
    if not profile.figures:
        return None
    days = translate("ProfileView", "days in a row", None, profile.streak_days)
    points, badges = translate("ProfileView", "points"), translate("ProfileView", "badges")
    parts = [
        Figure(theme, icon="points", tone="primary", figure=count(profile.points), words=points),
        Figure(theme, icon="badge", tone="good", figure=count(profile.badges), words=badges),
        Figure(theme, icon="streak", tone="extra", figure=count(profile.streak_days), words=days),
    ]
    shown = Flow(theme, parts, stretch=True)
    if not profile.mine or profile.boards:
        return shown
    words = translate("ProfileView", "Your class is told these only while you stand on boards.")
    holder = QWidget()
    holder.setLayout(column(theme, shown, PlainLabel(words, theme, Type.CAPTION, tone="soft", wrap=True)))
    return holder


def showcase(profile: ProfilePage, theme: Theme) -> QVBoxLayout:
    """The badges that stand in front, in the order in which they were picked."""
    translate = QCoreApplication.translate
    title = translate("ProfileView", "Favourite badges")
    if not profile.showcase:
        text = translate("ProfileView", "Badges that you are proud of stand here, up to %n.", None, MOST_SHOWN)
        if not profile.mine:
            text = translate("ProfileView", "Nothing stands here yet.")
        return section(theme, title, empty_card(theme, translate("ProfileView", "Room for badges"), text, "trophy"))
    tiles = [BadgeTile(card, theme, size=80, more=to_next_level(card, theme, narrow=True)) for card in profile.showcase]
    return section(theme, title, Card(theme, Flow(theme, tiles, gap=Space.TIGHT), pad=Space.BASE))


def showcases(
    profile: ProfilePage, theme: Theme, deeds: Callable[[ShowcaseCard], Sequence[QWidget]], *more: Part
) -> QVBoxLayout | None:
    """What has been put together, each with what can be done with it."""
    translate = QCoreApplication.translate
    if not profile.showcases and not profile.mine:
        return None
    tiles = [ShowcaseTile(each, theme, mine=profile.mine, deeds=deeds(each)) for each in profile.showcases]
    note = None
    if profile.mine and not tiles:
        words = translate("ProfileView", "Put together what belongs together: your best moments, your rhythm …")
        note = PlainLabel(words, theme, tone="soft", wrap=True)
    return section(theme, translate("ProfileView", "Showcases"), note, *tiles, *more)


def shares(profile: ProfilePage, theme: Theme, now: int) -> QVBoxLayout | None:
    """What was shared last."""
    if not profile.shares:
        return None
    tiles = [ShareTile(share, theme, now=now) for share in profile.shares]
    return section(theme, QCoreApplication.translate("ProfileView", "Shared"), *tiles)


def whole(profile: ProfilePage, theme: Theme, now: int) -> QVBoxLayout:
    """All of it below each other."""
    parts = (
        face(profile, theme),
        figures(profile, theme),
        showcase(profile, theme),
        showcases(profile, theme, lambda _: ()),
        shares(profile, theme, now),
    )
    return column(theme, *parts, 1, gap=Space.ROOMY)
