"""Every event of the document is noted with its deed, offline, under a pseudonym that nobody else can resolve."""

from __future__ import annotations

import pytest
from together import Seat, Together

from app.store.comments import comment_on
from app.store.highlights import highlight_share
from app.store.moments import post_moment
from app.store.noticing import highlights_opened, profile_opened, share_opened
from app.store.outbox import sync_state
from app.store.profiles import edit_profile, set_sharing
from app.store.sharing import react, withdraw_share
from domain.community.telemetry import PROPERTIES, Event
from domain.records.communication import TelemetryEvent
from domain.records.community import EngagementKind, Scope


@pytest.fixture
def share_id(together: Together) -> str:
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    return share.share_id


def told(seat: Seat) -> list[TelemetryEvent]:
    return sorted(seat.holds(TelemetryEvent).values(), key=lambda each: (each.at, each.id))


def names(seat: Seat) -> list[str]:
    return [each.name for each in told(seat)]


def test_each_event_of_the_document_has_its_deed(together: Together, share_id: str) -> None:
    ada, bo, teacher = together.ada, together.bo, together.teacher
    ada.does(edit_profile, scope=Scope.CLASS)
    ada.does(set_sharing, boards=True)
    together.all_meet()
    bo.does(share_opened, share_id=share_id)
    bo.does(profile_opened, user_id=ada.account.user_id)
    bo.does(react, share_id=share_id, engagement=EngagementKind.CELEBRATE)
    bo.does(comment_on, share_id=share_id, phrase_id="well_done")
    bo.does(highlights_opened, many=1)
    teacher.does(highlight_share, class_id=together.class_id, share_id=share_id)
    ada.does(withdraw_share, share_id=share_id)
    found = {each.name: each for seat in (ada, bo, teacher) for each in told(seat)}
    assert set(found) == {str(event) for event in Event}
    used = {(name, key) for name, each in found.items() for key in each.properties}
    declared = {(str(event), key) for event, keys in PROPERTIES.items() for key in keys}
    assert used <= declared
    assert {key for _, key in used} == {key for keys in PROPERTIES.values() for key in keys}


def test_ones_own_things_are_no_discovery_and_a_second_look_is_none(together: Together, share_id: str) -> None:
    before = names(together.ada)
    together.ada.does(share_opened, share_id=share_id)
    together.ada.does(profile_opened, user_id=together.ada.account.user_id)
    assert names(together.ada) == before
    for _look in range(2):
        together.bo.does(share_opened, share_id=share_id)
    assert names(together.bo).count("peer_achievement_discovered") == 1
    assert names(together.bo).count("achievement_viewed") == 2
    together.teacher.does(share_opened, share_id=share_id)
    assert "peer_achievement_discovered" not in names(together.teacher)
    together.bo.does(share_opened, share_id="not here")
    assert names(together.bo).count("achievement_viewed") == 2


def test_nobody_is_named_in_the_log_and_looking_is_no_work_that_waits(together: Together, share_id: str) -> None:
    together.bo.does(share_opened, share_id=share_id)
    assert together.bo.does(sync_state).waiting == 0
    people = (together.ada.account, together.bo.account)
    for each in told(together.bo):
        assert not any(person.user_id in repr(each) or person.display_name in repr(each) for person in people)
        assert share_id not in repr(each)
    assert told(together.bo)[0].properties["target_student_id"] != told(together.bo)[0].actor
