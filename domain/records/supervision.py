"""The messages of the supervision page: what adults in charge may look at although it is not in their feed.

| call | authorization | body | answer |
| --- | --- | --- | --- |
| POST /v1/supervision | overseer | Look | Supervision |
| POST /v1/supervision/decisions | overseer | Decision | Supervision |

*overseer* is a session's token, or a device token with `account`: a teacher for students of their classes, an
administrator for everybody of the organisation. Each look is a line of the audit log.
"""

from __future__ import annotations

import msgspec

from domain.records.community import ModerationState, Scope


class Look(msgspec.Struct, frozen=True):
    """Everything of one student; without one, what waits for a judgement in the whole organisation."""

    account: str
    student_id: str = ""


class Decision(msgspec.Struct, frozen=True):
    """An adult hides or removes what they have looked at, and says why; or puts it in the light (highlight)."""

    account: str
    student_id: str
    target_type: str
    target_id: str
    action: str
    reason: str = ""


class SeenItem(msgspec.Struct, frozen=True, kw_only=True):
    """A share, comment, profile or showcase. `text` is what its author wrote, `scope` how far it really goes now."""

    target_type: str
    target_id: str
    author_id: str
    author_name: str
    title: str
    text: str
    scope: Scope
    state: ModerationState
    # Microseconds; 0 where it has no time of its own.
    at: int


class Supervision(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, the newest first; `name` is the student's handle. `more` where not all of it is here."""

    name: str
    items: tuple[SeenItem, ...]
    more: bool = False
