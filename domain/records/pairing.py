"""The messages by which machines, displays and people come to the centre: JSON bodies, not compressed.

| call | authorization | body | answer |
| --- | --- | --- | --- |
| POST /v1/machines/codes | staff | CodeRequest | PairingCode |
| POST /v1/machines/enrol | none | EnrolRequest | Enrolled |
| POST /v1/machines/revoke | staff | MachineEnd | empty |
| POST /v1/sign-in | device token | SignInRequest | SignedIn |
| POST /v1/kiosk/code | none | KioskCodeRequest | KioskCode |
| GET /v1/kiosk/status | the display's poll token | | KioskStatus |
| POST /v1/kiosk/claim | staff | KioskClaim | Problem or empty |
| POST /v1/sessions | none | SessionRequest | Session |

*staff* is a session's token, or a device token with `account`, a teacher who has signed in on that machine.
"""

from __future__ import annotations

import msgspec

from domain.records.identity import AccessRole


class EnrolRequest(msgspec.Struct, frozen=True):
    """A machine asks to belong to a school, with the code that a teacher was given."""

    code: str
    machine_name: str


class Enrolled(msgspec.Struct, frozen=True):
    """The machine belongs to the school now. `token` is shown this once; the centre keeps its hash only."""

    token: str
    device_id: str
    org_id: str
    site_id: str
    epoch: str
    school_name: str
    machine_name: str


class SignInRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody signs in on an enrolled machine while the centre can be reached: by tile, or by user name."""

    secret: str
    user_id: str | None = None
    username: str | None = None


class SignedIn(msgspec.Struct, frozen=True):
    """Who that is. The machine may sync this account now. `verifier` is an argon2id hash for the time offline."""

    user_id: str
    org_id: str
    role: AccessRole
    display_name: str
    avatar: str
    verifier: str


class CodeRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A teacher asks for a code that enrols the machines of their school for a day."""

    account: str | None = None
    site_id: str | None = None


class PairingCode(msgspec.Struct, frozen=True):
    """A short code to type on another machine, and when it ends (microseconds)."""

    code: str
    expires_at: int


class MachineEnd(msgspec.Struct, frozen=True, omit_defaults=True):
    """Staff take a machine's token away: one that was stolen, sold, or set up by mistake."""

    device_id: str
    account: str | None = None


class KioskCodeRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """A display asks to be paired."""

    machine_name: str = ""


class KioskCode(msgspec.Struct, frozen=True):
    """What the display shows (`code`) and what it asks with (`poll_token`)."""

    code: str
    poll_token: str
    expires_at: int


class KioskClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """A teacher gives the display that shows `code` to one of their classes."""

    code: str
    class_id: str
    account: str | None = None


class KioskStatus(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whether the display belongs to a class. `user_id` is the account under which it syncs."""

    paired: bool
    token: str = ""
    device_id: str = ""
    org_id: str = ""
    site_id: str = ""
    class_id: str = ""
    user_id: str = ""
    class_name: str = ""
    epoch: str = ""


class SessionRequest(msgspec.Struct, frozen=True):
    """Staff sign in without an enrolled machine."""

    org_id: str
    username: str
    secret: str


class Session(msgspec.Struct, frozen=True):
    """An opaque token for staff, and when it ends (microseconds)."""

    token: str
    user_id: str
    expires_at: int
