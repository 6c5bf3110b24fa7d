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
    """An adult approves, hides or removes what they have looked at, and says why; or puts it in the light (highlight).

    `part` is that of the item (`message`: the words with a share). An approval is of the state that was seen, and of
    the words whose `digest` is `text_seen`. About a student (`target_type` user)
    `mute` asks for a break from words and reactions until a time in microseconds UTC, and `unmute` ends it.
    """

    account: str
    student_id: str
    target_type: str
    target_id: str
    action: str
    reason: str = ""
    part: str = "item"
    seen: ModerationState = ModerationState.OK
    text_seen: str = ""
    until: int | None = None


class SeenItem(msgspec.Struct, frozen=True, kw_only=True):
    """A share, comment, profile or showcase. `text` is what its author wrote, `scope` how far it really goes now.

    Words with a share that are not approved are an item of their own (`part` message): they are judged apart from it.
    """

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
    part: str = "item"
    # Of the very words that a decision is about; empty for a sentence out of the list.
    digest: str = ""


class Supervision(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, the newest first; `name` is the student's handle. `more` where not all of it is here.

    `muted_until` is the end of the break from words and reactions that an adult has asked this student for.
    """

    name: str
    items: tuple[SeenItem, ...]
    more: bool = False
    muted_until: int | None = None
