"""What an administrator has set for this computer, in one file for everybody who uses it.

The command line goes before it. A file that cannot be read ends the program with a sentence: to go on without it would
look for the mirrors in another place than the day before.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

import msgspec

from app.store.problems import StoreProblem
from domain.music.say import say

NAME = "computer.toml"
# Another file, or none where it is empty: a demonstration on a computer of a school sets it so.
VARIABLE = "MLC_COMPUTER_FILE"


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data` is where the mirrors lie, `code_file` has the code by which this computer joins at its first start.

    In both a `~` at the beginning is the folder of whoever has started the program.
    """

    centre: str = ""
    code_file: str = ""
    name: str = ""
    data: str = ""
    kiosk: bool = False
    window: bool = False
    silent: bool = False
    midi_driver: Literal["ALSA", "JACK", "CORE", "WINDOWS"] | None = None

    def mirrors(self) -> Path | None:
        """Where the mirrors lie, if that is set."""
        return Path(self.data).expanduser() if self.data else None

    def code(self) -> Path | None:
        """The file with the code, if one is set."""
        return Path(self.code_file).expanduser() if self.code_file else None


def usual_place() -> Path | None:
    """Where the file lies by the habit of each system, or where the environment says."""
    if VARIABLE in os.environ:
        return Path(os.environ[VARIABLE]) if os.environ[VARIABLE] else None
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "mlc-classroom" / NAME
    if sys.platform == "darwin":
        return Path("/Library/Application Support/mlc-classroom") / NAME
    return Path("/etc/mlc-classroom") / NAME


def given_here(place: Path | None) -> Given:
    """What the file says; all as it is by itself where there is none. Raises StoreProblem with what is wrong in it."""
    if place is None:
        return Given()
    try:
        text = place.read_bytes()
    except FileNotFoundError:
        return Given()
    except OSError as error:
        raise _wrong(place, error.strerror or type(error).__name__) from error
    try:
        return msgspec.toml.decode(text, type=Given)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _wrong(place, str(error)) from error


def _wrong(place: Path, why: str) -> StoreProblem:
    return StoreProblem(
        say("What the administrator has set for this computer cannot be read: {path}: {why}", path=str(place), why=why)
    )
