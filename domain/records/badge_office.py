"""The messages about badges beside sync: what an administrator asks of the centre, and a student who takes one along.

| call | authorization | body | answer |
| --- | --- | --- | --- |
| POST /v1/badges/{id} | keeper of badges | BadgeEdit | Badge |
| POST /v1/badges/{id}/icon?account=ID | keeper of badges | the SVG | Badge |
| POST /v1/badges/{id}/step | keeper of badges | BadgeStep | Badge |
| GET /v1/badges/{id}/release?account=ID | keeper of badges | | ReleasePreview |
| POST /v1/badges/awards/{id}/revoke | keeper of badges | AwardEnd | empty |
| POST /v1/credentials | device token | CredentialRequest | the signed credential |

*keeper of badges* is a device token with `account`, somebody who may manage badges and has signed in on that machine.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Step(StrEnum):
    """Where a badge can go by hand."""

    RELEASE = "release"
    RETIRE = "retire"


class BadgeEdit(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an administrator writes about a badge; None stays as it is."""

    account: str
    description: str | None = None
    sort_order: int | None = None


class BadgeStep(msgspec.Struct, frozen=True):
    """A badge is released or retired."""

    account: str
    step: Step


class WouldGet(msgspec.Struct, frozen=True):
    """What a release brings one person: the levels, none for who is only on the way (`have` of `need`)."""

    user_id: str
    display_name: str
    levels: tuple[int, ...]
    have: int
    need: int


class ReleasePreview(msgspec.Struct, frozen=True):
    """Who would get a badge that is released now, and who is on the way. `later`: it comes with the next attempt."""

    badge_id: str
    people: tuple[WouldGet, ...]
    later: bool = False


class AwardEnd(msgspec.Struct, frozen=True):
    """An award is taken back, with the reason that its student reads."""

    account: str
    reason: str


class Proof(StrEnum):
    """How a credential carries its proof: inside a JSON document, or as a token of one line (VC-JWT)."""

    EMBEDDED = "embedded"
    TOKEN = "token"


class CredentialRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A student asks for the signed credential of an award of theirs."""

    account: str
    award_id: str
    proof: Proof = Proof.EMBEDDED
