"""Telemetry: every event and property of the document, and nothing that somebody wrote."""

from __future__ import annotations

from typing import Any

import pytest

from domain.community import telemetry
from domain.community.telemetry import Event, EventError

# Events and their properties, word for word from the document.
SHARING = ["achievement_shared", "achievement_unshared", "profile_updated", "sharing_preferences_changed"]
ENGAGEMENT = ["achievement_liked", "achievement_commented", "achievement_viewed", "profile_viewed"]
COMMUNITY = [
    "achievement_featured",
    "community_highlight_viewed",
    "peer_achievement_discovered",
    "celebration_shared",
]
PROPERTIES = {
    name: set(words.split())
    for names, words in (
        (SHARING, "achievement_type achievement_id sharing_scope personal_message sharing_method"),
        (ENGAGEMENT, "target_student_id engagement_type comment_length engagement_context"),
        (COMMUNITY, "highlight_type featured_achievement_count community_scope celebration_type"),
    )
    for name in names
}


def made(name: str, **properties: str | int | bool) -> Any:
    return telemetry.event(
        name, org_id="o", event_id="e1", actor="a1b2", at=1_772_445_600_000_000, properties=properties
    )


def test_the_events_and_properties_of_the_document() -> None:
    assert {event.value for event in Event} == set(PROPERTIES)
    for event, properties in telemetry.PROPERTIES.items():
        assert set(properties) == PROPERTIES[event.value]


@pytest.mark.parametrize(
    ("properties", "what"),
    [
        ({"comment_text": "hello"}, "comment_text"),
        ({"engagement_context": "Kim Lee from Oak Street"}, "one word"),
        ({"engagement_context": "kim@example.org"}, "one word"),
        ({"comment_length": "12"}, "must be int"),
        ({"comment_length": True}, "must be int"),
        ({"target_student_id": ""}, "one word"),
        ({"achievement_type": "badge"}, "no property"),
    ],
)
def test_what_is_not_declared_cannot_be_sent(properties: dict[str, Any], what: str) -> None:
    with pytest.raises(EventError, match=what):
        made("achievement_commented", **properties)


def test_an_unknown_event_is_refused() -> None:
    with pytest.raises(EventError, match="peeked"):
        made("peeked")
    with pytest.raises(EventError, match="peeked"):
        telemetry.statement(made_unknown())


def made_unknown() -> Any:
    import msgspec

    return msgspec.structs.replace(made("profile_viewed"), name="peeked")


def test_every_event_becomes_an_xapi_statement() -> None:
    for event in Event:
        statement = telemetry.statement(made(event))
        assert set(statement) >= {"id", "actor", "verb", "object", "timestamp"}
        assert str(statement["verb"]).count("http") == 1
    shared = telemetry.statement(
        made("achievement_shared", achievement_type="badge", achievement_id="b-1", personal_message=True)
    )
    assert shared["object"] == {"objectType": "Activity", "id": f"{telemetry.HOME}/objects/b-1"}
    assert shared["timestamp"] == "2026-03-02T10:00:00.000+00:00"
    assert shared["context"] == {
        "extensions": {
            f"{telemetry.HOME}/achievement_id": "b-1",
            f"{telemetry.HOME}/achievement_type": "badge",
            f"{telemetry.HOME}/personal_message": True,
        }
    }


def test_a_pseudonym_needs_the_secret() -> None:
    one = telemetry.pseudonym("student-1", b"secret")
    assert one == telemetry.pseudonym("student-1", b"secret")
    assert one != telemetry.pseudonym("student-1", b"other")
    assert "student" not in one
    with pytest.raises(ValueError, match="secret"):
        telemetry.pseudonym("student-1", b"")
