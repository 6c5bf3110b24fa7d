"""Can a game start with what is plugged in, and if not, what to plug in."""

from __future__ import annotations

from app.midi.state import PortState
from domain.games.catalogue import DeviceProfile
from domain.music.say import Say, say


def what_is_missing(profile: DeviceProfile, port: PortState) -> Say | None:
    """The sentence that asks for what a game needs, or None when it can start (PLAY-2).

    Games of `any` and `mic_optional` can always start: the screen's piano and the computer's keys play them too.
    """
    if profile is not DeviceProfile.MIDI_REQUIRED or port.ready:
        return None
    if port.problem is not None:
        return port.problem
    if port.missing:
        return say(
            "This game is played on a real keyboard. Please plug in “{keyboard}” and switch it on.",
            keyboard=port.missing[0],
        )
    if port.keyboards:
        return say(
            "“{keyboard}” is there but could not be opened. Perhaps another program uses it: close that program, or "
            "plug the keyboard in again.",
            keyboard=port.keyboards[0].name,
        )
    return say(
        "This game is played on a real keyboard. Please plug a MIDI keyboard into this computer with its USB cable and "
        "switch it on."
    )
