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


class Lab(msgspec.Struct, frozen=True, kw_only=True):
    """The machines, those that have been silent longest first, as the school knew them at `fresh_at` (us)."""

    machines: tuple[LabMachine, ...]
    fresh_at: int | None
