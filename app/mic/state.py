"""What the microphone room tells the others."""

from __future__ import annotations

import msgspec

from domain.music.say import Say, say

NOT_INSTALLED = say(
    "This program was set up without its microphone part. You can play this game on the keys; a grown-up can add the "
    "part “mic” to the installation."
)
NO_MICROPHONE = say(
    "No microphone can be used. Plug one in, or allow the microphone for this program in the computer’s privacy "
    "settings. You can also play this game on the keys."
)
DEAF = say(
    "The microphone hears nothing at all. Perhaps it is switched off, or the computer does not allow it for this "
    "program. You can also play this game on the keys."
)
LOST = say("The microphone is gone. Plug it in again and switch it on once more here.")


class MicState(msgspec.Struct, frozen=True, kw_only=True):
    """`on`: it listens now. `problem`: why it does not, or hears nothing. `pitch`: the MIDI pitch heard at present."""

    on: bool = False
    problem: Say | None = None
    pitch: int | None = None
