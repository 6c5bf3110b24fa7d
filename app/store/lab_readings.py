"""What the page of the school's computers shows."""

from __future__ import annotations

import msgspec


class LabMachine(msgspec.Struct, frozen=True, kw_only=True):
    """One computer. `waiting` operations were left on it when it last spoke with the school (`last_contact_at`, us)."""

    device_id: str
    machine_name: str
    is_display: bool
    class_name: str
    last_contact_at: int | None
    waiting: int
    is_this: bool


class PersonHere(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with a copy of their things on this very computer. `waits`: some of it is not at the school yet."""

    user_id: str
    display_name: str
    avatar: str
    last_signed_in_at: int
    waits: bool
    # At it just now: that cannot be taken off.
    present: bool


class Lab(msgspec.Struct, frozen=True, kw_only=True):
    """The machines, those that have been silent longest first, as the school knew them at `fresh_at` (us)."""

    machines: tuple[LabMachine, ...]
    fresh_at: int | None
    # Who has used this computer, the latest first.
    people: tuple[PersonHere, ...] = ()
