"""Messages, notifications, announcements, and telemetry (data model: Communication; Telemetry)."""

from __future__ import annotations

import msgspec

from domain.records.record import Record


class Message(Record, frozen=True, kw_only=True):
    """A message between a teacher and a student."""

    from_user_id: str
    to_user_id: str
    subject: str
    body: str
    created_at: int
    read_at: int | None = None


class Notification(Record, frozen=True, kw_only=True):
    """Something to tell one user, written by the centre."""

    user_id: str
    notice: str
    title: str
    body: str = ""
    action_url: str | None = None
    created_at: int


class NotificationRead(Record, frozen=True, kw_only=True):
    """The user saw it. `id` is the notification's."""

    user_id: str
    at: int
    present: bool = True


class Announcement(Record, frozen=True, kw_only=True):
    """The data model's SystemAnnouncement, also for one class's display (`class_id`)."""

    title: str
    content: str
    target_roles: tuple[str, ...] = ()
    priority: str = "info"
    publish_at: int
    expire_at: int | None = None
    status: str = "published"
    class_id: str | None = None


class TelemetryEvent(Record, frozen=True, kw_only=True):
    """One event of the documents' lists. `actor` is a pseudonym; properties hold no text of users."""

    name: str
    actor: str
    at: int
    properties: dict[str, str | int | bool] = msgspec.field(default_factory=dict)
