"""The world board of a challenge and its switch, read as a screen reader reads them."""

from __future__ import annotations

import msgspec
import pytest
from conftest import Went, names, press
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.store.community_readings import SharingSettings, WorldPage
from app.store.world import AWAY, WAITS
from app.views import places
from app.views.kit.theme import Theme
from app.views.student.badges import BadgesView
from app.views.student.challenge import ChallengeView
from app.views.student.settings import SettingsView
from app.views.student.world import WorldBadgeDialog
from domain.community.world import NO_SCHOOL, NOT_AGREED, SWITCHED_OFF, TOO_FEW
from domain.records.identity import AccessRole
from workshop import gallery_community as community
from workshop import gallery_looking as looking
from workshop import gallery_readings as readings
from workshop.gallery_answers import done
from workshop.gallery_rooms import still_rooms


def opened(qtbot: QtBot, theme: Theme, page: WorldPage, went: Went | None = None) -> ChallengeView:
    """The world's side of a challenge."""
    rooms = still_rooms(looking=looking.still_looking(page))
    view = ChallengeView(theme, rooms, readings.STUDENT, went if went is not None else Went(), challenge_id="ch2")
    shown(qtbot, view)
    press(view, "World")
    return view


def shown(qtbot: QtBot, view: QWidget) -> None:
    """The view as a window."""
    qtbot.addWidget(view)
    view.resize(1366, 900)
    with qtbot.waitExposed(view):
        view.show()


def test_the_first_three_and_the_few_around_oneself(theme: Theme, qtbot: QtBot) -> None:
    view = opened(qtbot, theme, looking.WORLD)
    qtbot.waitUntil(lambda: "Around you" in names(view))
    lines = [name for name in names(view) if name.startswith("Place ")]
    assert lines[:3] == [
        "Place 1: Sereno Tarantella, 1,000",
        "Place 2: Vivace Polka, 980",
        "Place 2: Dolce Nocturne, 980",
    ]
    assert lines[5] == "Place 33: Allegro Mazurka, 860"
    assert len(lines) == 8
    assert any("“Allegro Mazurka”" in name for name in names(view))
    assert "Silver Fox" not in repr(names(view))
    press(view, "My class")
    qtbot.waitUntil(lambda: "Place 1: Silver Fox, 990" in names(view))


def test_without_contact_it_says_of_when_it_is(theme: Theme, qtbot: QtBot) -> None:
    view = opened(qtbot, theme, msgspec.structs.replace(looking.WORLD, fresh=False))
    qtbot.waitUntil(lambda: any(name.startswith("No contact with the school just now. This") for name in names(view)))
    assert "Place 1: Sereno Tarantella, 1,000" in names(view)


def test_off_it_says_in_plain_words_what_it_would_be_and_where_it_is_switched_on(theme: Theme, qtbot: QtBot) -> None:
    went = Went()
    view = opened(qtbot, theme, WorldPage(state=SWITCHED_OFF), went)
    qtbot.waitUntil(lambda: any("a made-up name that changes every month" in name for name in names(view)))
    press(view, "Sharing settings")
    assert went == [places.AtSettings()]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (NO_SCHOOL, "Your school doesn’t take part"),
        (NOT_AGREED, "The adults around you decide this too"),
        (TOO_FEW, "Not enough schools yet"),
        (WAITS, "Your school has not heard of it yet"),
        (AWAY, "No contact with the school just now"),
    ],
)
def test_why_there_is_no_board_yet(theme: Theme, qtbot: QtBot, state: str, words: str) -> None:
    view = opened(qtbot, theme, WorldPage(state=state))
    qtbot.waitUntil(lambda: words in names(view))
    assert not [name for name in names(view) if name.startswith("Place ")]


def test_only_students_have_that_side(theme: Theme, qtbot: QtBot) -> None:
    for role in (AccessRole.GENERIC_STUDENT, AccessRole.TEACHER):
        account = msgspec.structs.replace(readings.STUDENT, role=role)
        view = ChallengeView(theme, still_rooms(), account, Went(), challenge_id="ch2")
        shown(qtbot, view)
        qtbot.waitUntil(lambda view=view: "Board" in names(view))  # type: ignore[misc]
        assert "World" not in names(view)


def test_the_switch_is_off_until_it_is_pressed(theme: Theme, qtbot: QtBot) -> None:
    asked: list[object] = []

    def keep(_account: object, changes: object) -> object:
        asked.append(changes)
        return done(msgspec.structs.replace(community.SETTINGS, world=True))

    rooms = still_rooms(set_sharing=keep)
    view = SettingsView(theme, rooms, readings.STUDENT, Went())
    shown(qtbot, view)
    qtbot.waitUntil(lambda: "World board" in names(view))
    assert isinstance(community.SETTINGS, SharingSettings)
    assert not community.SETTINGS.world
    press(view, "My best scores, under a made-up name")
    assert asked == [{"world": True}]


def test_a_badge_around_the_world_is_told_in_levels(theme: Theme, qtbot: QtBot) -> None:
    page = looking.WORLD_BADGE
    dialog = WorldBadgeDialog(
        theme, still_rooms(looking=looking.still_looking(page)), readings.STUDENT, Went(), readings.BADGES[0]
    )
    shown(qtbot, dialog)
    qtbot.waitUntil(lambda: "Place 1: Sereno Tarantella, level IV, gold" in names(dialog))
    assert f"{readings.BADGES[0].name}, level IV, gold" in names(dialog)
    assert "Share this badge with other schools, and it stands here this month under a made-up name." in names(dialog)


def test_a_badge_leads_around_the_world_and_on_to_the_settings(theme: Theme, qtbot: QtBot) -> None:
    went = Went()
    off = still_rooms(looking=looking.still_looking(WorldPage(state=SWITCHED_OFF)))
    view = BadgesView(theme, off, readings.STUDENT, went)
    shown(qtbot, view)
    press(view, f"Around the world: {readings.BADGES[0].name}")
    dialog = view.window().findChild(WorldBadgeDialog)
    assert dialog is not None
    press(dialog, "Sharing settings")
    assert went == [places.AtSettings()]
    assert not dialog.isVisible()
