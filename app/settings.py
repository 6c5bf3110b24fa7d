"""What this machine remembers for itself, in one small file: its keyboards and its look. Nothing of a person."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from app.midi.state import KeyboardSettings
from app.stage.lateness import Timing
from app.views.kit.theme import Look

NAME = "settings.json"


class Settings(msgspec.Struct, kw_only=True):
    """What this machine remembers for itself: its keyboards and its look. Nothing of a person.

    `keys` is how each keyboard is heard, by its name; `timing` how late each is, by its name and its way to sound.
    """

    keyboards: list[str] = []
    look: Look = Look()
    keys: dict[str, KeyboardSettings] = {}
    timing: dict[str, Timing] = {}


class SettingsFile:
    """The settings in a file that is replaced in one step; what of it cannot be read is as good as not set."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        try:
            self.now = readable(self._path.read_bytes())
        except OSError:
            self.now = Settings()

    def keep(self, **changes: object) -> None:
        """Change some of them durably."""
        self.now = msgspec.structs.replace(self.now, **changes)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_bytes(msgspec.json.encode(self.now))
        os.replace(beside, self._path)


def readable(data: bytes) -> Settings:
    """The settings in a file's bytes, each by itself: one that is damaged takes no other with it."""
    try:
        found = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Settings()
    settings = Settings()
    for field in msgspec.structs.fields(Settings):
        try:
            setattr(settings, field.name, msgspec.json.decode(found[field.encode_name], type=field.type))
        except (KeyError, msgspec.MsgspecError, UnicodeDecodeError):
            continue
    return settings
