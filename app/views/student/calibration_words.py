"""How late a machine is, in words: nobody has to know what a millisecond or a latency is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.stage.tapping_along import Cue
from app.views.kit.surfaces import Banner
from app.views.kit.theme import Theme
from app.views.rooms import Rooms
from app.views.tuning_rooms import Pair

# Microseconds: what nobody notices (Jack 2018), and what everybody does.
UNNOTICED, MUCH = 10_000, 80_000


def offset_words(offset: int | None) -> str:
    """A measured offset in a sentence."""
    translate = QCoreApplication.translate
    if offset is None:
        return translate("calibration", "Not measured yet: nothing is taken off.")
    ms = abs(offset) // 1000
    if abs(offset) < UNNOTICED:
        return translate("calibration", "{ms} ms: as good as at once.").format(ms=ms)
    if offset > 0:
        return translate("calibration", "{ms} ms late. That much is taken off before anything is judged.").format(ms=ms)
    return translate("calibration", "{ms} ms early. That much is added before anything is judged.").format(ms=ms)


def timing_words(pair: Pair) -> str:
    """What holds for the keyboard and the sound in use now."""
    translate = QCoreApplication.translate
    keyboard = pair.keyboard or translate("calibration", "the keys on the screen")
    if pair.silent:
        words = translate(
            "calibration", "This computer is silent, so games are followed by eye. With {keyboard}: {how}"
        )
        return words.format(keyboard=keyboard, how=offset_words(pair.timing.picture))
    words = translate("calibration", "With {keyboard} and the sound of this computer: {how}")
    return words.format(keyboard=keyboard, how=offset_words(pair.timing.sound))


def offer_words(shift: int) -> str:
    """What the last plays suggest."""
    translate = QCoreApplication.translate
    if shift > 0:
        words = translate("calibration", "The last three plays were {ms} ms late. Take that off, too?")
    else:
        words = translate("calibration", "The last three plays were {ms} ms early. Add that again?")
    return words.format(ms=abs(shift) // 1000)


def offer_banner(theme: Theme, rooms: Rooms, pair: Pair, kept: Callable[[Pair], object]) -> Banner | None:
    """The offer with its button, where the last plays lean the same way."""
    shift = pair.timing.offered
    if shift is None:
        return None
    cue = Cue.PICTURE if pair.silent else Cue.SOUND
    offset = pair.timing.late(silent=pair.silent) + shift
    action = (
        QCoreApplication.translate("calibration", "Yes, shift"),
        lambda: kept(rooms.tuning.keep_offset(cue, offset)),
    )
    return Banner(offer_words(shift), theme, tone="accent", icon="clock", action=action)
