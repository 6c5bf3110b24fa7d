"""The computer's keys as piano keys: two rows of letters are white keys, the rows above them the black ones.

Keys are named by what stands on them in the user's layout. Z X C … is the lower octave, Q W E … the one above, with the
black keys where a piano has them, as music programs have done since trackers.
"""

from __future__ import annotations

from domain.music.note import HIGHEST, LOWEST

# From C upwards, one semitone a key.
ROWS = {
    "qwerty": ("zsxdcvgbhnjm,l.;/", "q2w3er5t6y7ui9o0p"),
    "qwertz": ("ysxdcvgbhnjm,l.ö-", "q2w3er5t6z7ui9o0p"),
    "azerty": ("wsxdcvgbhnj,;l:m!", 'aéz"er(t-yèuiçoàp'),
}
MIDDLE_C = 60
OCTAVE = 12


def pitch_of(key: str, *, layout: str = "qwerty", lowest_c: int = MIDDLE_C) -> int | None:
    """The pitch that a key of the computer plays, or None. `lowest_c` is the C of the lower row.

    Capital letters play too, so that Caps Lock silences nobody. Unknown layouts are read as qwerty.
    """
    for row, start in zip(ROWS.get(layout, ROWS["qwerty"]), (lowest_c, lowest_c + OCTAVE), strict=True):
        place = row.find(key.lower()) if len(key) == 1 else -1
        if place >= 0 and LOWEST <= start + place <= HIGHEST:
            return start + place
    return None


def key_of(pitch: int, *, layout: str = "qwerty", lowest_c: int = MIDDLE_C) -> str | None:
    """The key that plays a pitch, for labels on the screen's piano; of two, the one in the upper row."""
    lower, upper = ROWS.get(layout, ROWS["qwerty"])
    for row, start in ((upper, lowest_c + OCTAVE), (lower, lowest_c)):
        if 0 <= pitch - start < len(row):
            return row[pitch - start].upper()
    return None
