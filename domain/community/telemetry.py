"""The document's telemetry events as data: which properties each may carry, and the xAPI statement it becomes.

Events hold a pseudonym, words of closed lists, numbers and ids, and never a text that somebody wrote. What is not
declared here can't be sent, so nothing personal slips in by accident.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from domain.records.communication import TelemetryEvent

Properties = Mapping[str, str | int | bool]


class EventError(ValueError):
    """An event or a property that is not declared; the sentence names it."""


class Event(StrEnum):
    """Every event of the document, by its group: sharing, engagement, community."""

    ACHIEVEMENT_SHARED = "achievement_shared"
    ACHIEVEMENT_UNSHARED = "achievement_unshared"
    PROFILE_UPDATED = "profile_updated"
    SHARING_PREFERENCES_CHANGED = "sharing_preferences_changed"
    ACHIEVEMENT_LIKED = "achievement_liked"
    ACHIEVEMENT_COMMENTED = "achievement_commented"
    ACHIEVEMENT_VIEWED = "achievement_viewed"
    PROFILE_VIEWED = "profile_viewed"
    ACHIEVEMENT_FEATURED = "achievement_featured"
    COMMUNITY_HIGHLIGHT_VIEWED = "community_highlight_viewed"
    PEER_ACHIEVEMENT_DISCOVERED = "peer_achievement_discovered"
    CELEBRATION_SHARED = "celebration_shared"


# The properties of each group, with their type. `personal_message` says whether there is one, `comment_length` how
# long it is; `target_student_id` is a pseudonym like the actor.
SHARING: Final[dict[str, type]] = {
    "achievement_type": str,
    "achievement_id": str,
    "sharing_scope": str,
    "personal_message": bool,
    "sharing_method": str,
}
ENGAGEMENT: Final[dict[str, type]] = {
    "target_student_id": str,
    "engagement_type": str,
    "comment_length": int,
    "engagement_context": str,
}
COMMUNITY: Final[dict[str, type]] = {
    "highlight_type": str,
    "featured_achievement_count": int,
    "community_scope": str,
    "celebration_type": str,
}
PROPERTIES: Final[dict[Event, dict[str, type]]] = {
    **dict.fromkeys(list(Event)[:4], SHARING),
    **dict.fromkeys(list(Event)[4:8], ENGAGEMENT),
    **dict.fromkeys(list(Event)[8:], COMMUNITY),
}
# Ids, pseudonyms and words of closed lists look like this; sentences and addresses do not.
_WORD: Final = re.compile(r"[A-Za-z0-9_.:-]{1,64}")

# Verbs of the ADL and Activity Streams vocabularies, which learning record stores know.
_VERBS: Final[dict[Event, str]] = {
    Event.ACHIEVEMENT_SHARED: "http://adlnet.gov/expapi/verbs/shared",
    Event.ACHIEVEMENT_UNSHARED: "http://activitystrea.ms/schema/1.0/remove",
    Event.PROFILE_UPDATED: "http://activitystrea.ms/schema/1.0/update",
    Event.SHARING_PREFERENCES_CHANGED: "http://adlnet.gov/expapi/verbs/preferred",
    Event.ACHIEVEMENT_LIKED: "http://activitystrea.ms/schema/1.0/like",
    Event.ACHIEVEMENT_COMMENTED: "http://adlnet.gov/expapi/verbs/commented",
    Event.ACHIEVEMENT_VIEWED: "http://id.tincanapi.com/verb/viewed",
    Event.PROFILE_VIEWED: "http://id.tincanapi.com/verb/viewed",
    Event.ACHIEVEMENT_FEATURED: "http://activitystrea.ms/schema/1.0/tag",
    Event.COMMUNITY_HIGHLIGHT_VIEWED: "http://id.tincanapi.com/verb/viewed",
    Event.PEER_ACHIEVEMENT_DISCOVERED: "http://activitystrea.ms/schema/1.0/find",
    Event.CELEBRATION_SHARED: "http://adlnet.gov/expapi/verbs/shared",
}
HOME: Final = "https://musiclearningcommunity.com/xapi"


def pseudonym(user_id: str, secret: bytes) -> str:
    """Who did it, for the log: the same person has the same word, and nobody gets back without the secret.

    Raises ValueError for a secret that is empty or longer than 64 bytes.
    """
    if not secret:
        raise ValueError("a pseudonym needs a secret")
    return blake2b(user_id.encode(), key=secret, digest_size=12).hexdigest()


def event(name: str, *, org_id: str, event_id: str, actor: str, at: int, properties: Properties) -> TelemetryEvent:
    """A row of the log. `actor` is a pseudonym. Raises EventError for what is not declared."""
    if name not in list(Event):
        raise EventError(f"there is no event {name!r}")
    declared = PROPERTIES[Event(name)]
    for key, value in properties.items():
        _check(key, value, declared)
    return TelemetryEvent(org_id=org_id, id=event_id, name=name, actor=actor, at=at, properties=dict(properties))


def _check(key: str, value: object, declared: Mapping[str, type]) -> None:
    kind = declared.get(key)
    if kind is None:
        raise EventError(f"the event has no property {key!r}")
    if type(value) is not kind:
        raise EventError(f"{key} must be {kind.__name__}")
    if isinstance(value, str) and not _WORD.fullmatch(value):
        raise EventError(f"{key} must be one word or an id")


def statement(row: TelemetryEvent) -> dict[str, object]:
    """The event as an xAPI statement (IEEE 9274.1.1). Raises EventError for a name that is not declared."""
    if row.name not in list(Event):
        raise EventError(f"there is no event {row.name!r}")
    target = row.properties.get("achievement_id") or row.properties.get("target_student_id") or "community"
    moment = datetime.datetime.fromtimestamp(row.at / 1_000_000, tz=datetime.UTC)
    return {
        "id": row.id,
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": row.actor}},
        "verb": {"id": _VERBS[Event(row.name)], "display": {"en": row.name.replace("_", " ")}},
        "object": {"objectType": "Activity", "id": f"{HOME}/objects/{target}"},
        "timestamp": moment.isoformat(timespec="milliseconds"),
        "context": {"extensions": {f"{HOME}/{key}": value for key, value in sorted(row.properties.items())}},
    }
