"""The messages between a mirror and the centre: msgspec JSON, compressed with zstd.

One request does both ways: `POST /v1/sync` carries what goes up and the cursors; the answer carries a verdict for each
operation and the first page of each bucket that has moved. `POST /v1/sync/pull` fetches further pages.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

# The schema that this code speaks; the centre serves the last three (sync.md, Versions).
SCHEMA = 1
OLDEST_SCHEMA = 1
# Limits of one push. The bytes are those of the unpacked operations; attempts pack to an eighth of that.
MOST_OPS = 1_000
MOST_PUSH_BYTES = 1024 * 1024
# No message, however small it came compressed, may grow beyond this.
MOST_BODY_BYTES = 16 * 1024 * 1024
# Rows of one bucket in one answer.
PAGE_ROWS = 1_000


class Verb(StrEnum):
    """add: a fact, a set's row or a new document, whole; edit: some fields of a document."""

    ADD = "add"
    EDIT = "edit"


class Op(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One operation. `body` is the record (add) or the changed fields (edit) as JSON; `stamp` orders edits."""

    dev_seq: int
    entity: str
    verb: Verb
    id: str
    stamp: str
    body: msgspec.Raw


class Outcome(StrEnum):
    """What the centre says to one operation."""

    OK = "ok"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class OpVerdict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The answer to one operation; `code` and `text` say why it was refused, the text in a user's words."""

    dev_seq: int
    outcome: Outcome
    code: str = ""
    text: str = ""


class Cursor(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How far a mirror has read a bucket, with the order-free hash and the count of the rows it holds from it.

    What comes after `seq` is new to it. Below `back` lies what is older than the newest that it began with; 0: nothing.
    """

    bucket: str
    seq: int
    hash: int = 0
    count: int = 0
    back: int = 0


class SyncRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a mirror sends. `account` is the user on whose behalf this machine speaks.

    `mirror` names the mirror file: `dev_seq` is gapless within it and starts again at 1 in a rebuilt mirror, so
    whoever remembers a `dev_seq` remembers it under (device, mirror).

    `newest`: this client reads a bucket that is new to it newest first; without it, it is read in the order of seq.
    """

    account: str
    schema: int
    epoch: str = ""
    ops: tuple[Op, ...] = ()
    cursors: tuple[Cursor, ...] = ()
    waiting: int = 0
    mirror: str = ""
    newest: bool = False


def _nothing() -> msgspec.Raw:
    return msgspec.Raw(b"null")


class Change(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One row of a bucket: its newest version, or (`gone`) that the bucket has lost it.

    `body` is null for a fact that came with the very request that this answers: the sender has it.
    """

    seq: int
    entity: str
    id: str
    gone: bool
    # Made by a function, because a value that is raw JSON cannot stand in the published description of the API.
    body: msgspec.Raw = msgspec.field(default_factory=_nothing)
    stamps: dict[str, str] | None = None


class BucketPage(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows of one bucket: after a cursor, in the order of their seq; or (`newest`) below its `back`, newest first.

    `upto` and `back` are the new cursor. Rows with a seq below `back` may follow those that lead to it: much hangs on
    them, so they come before their turn, and once more in their turn. `hash` and `count` describe the whole bucket at
    `head`, to be compared once `more` is false. `rescan` says that the mirror must compare row by row, because epoch or
    hash do not fit.
    """

    bucket: str
    upto: int
    head: int
    changes: tuple[Change, ...] = ()
    more: bool = False
    hash: int = 0
    count: int = 0
    rescan: bool = False
    back: int = 0
    newest: bool = False


class SyncAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the centre answers. `buckets` are all that this account may read, where the cursors sent differ."""

    epoch: str
    now: int
    verdicts: tuple[OpVerdict, ...] = ()
    pages: tuple[BucketPage, ...] = ()
    buckets: tuple[str, ...] | None = None


class PullRequest(msgspec.Struct, frozen=True):
    """Further pages of some buckets. `newest` as in `SyncRequest`."""

    account: str
    schema: int
    epoch: str
    cursors: tuple[Cursor, ...]
    newest: bool = False


class Problem(msgspec.Struct, frozen=True):
    """An error in the user's words, with a code that programs can test."""

    code: str
    text: str
