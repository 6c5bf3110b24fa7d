"""The computer's keys as piano keys: two rows of letters are white keys, the rows above them the black ones.

The lowest row of letters is the lower octave, the row below the figures the one above, with the black keys where a
piano has them, as music programs have done since trackers. Keys are known by where they stand, so that every layout
plays alike; where a system does not tell that, by what stands on them in the English layout.
"""

from __future__ import annotations

from domain.music.note import HIGHEST, LOWEST

# From C upwards, one semitone a key: Z S X D C … and Q 2 W 3 E … in the English layout.
_ENGLISH = ("zsxdcvgbhnjm,l.;/", "q2w3er5t6y7ui9o0p")
# The same keys by the numbers that PC keyboards send for them (scan codes, set 1); Linux' input events keep these.
_PLACES = (
    (44, 31, 45, 32, 46, 47, 34, 48, 35, 49, 36, 50, 51, 38, 52, 39, 53),
    (16, 3, 17, 4, 18, 19, 6, 20, 7, 21, 8, 22, 23, 10, 24, 11, 25),
)
# The row of figures, from the key of 1 to that of 0.
_FIRST_FIGURE, _FIGURES = 2, "1234567890"
# macOS counts its keys in another order (kVK_ANSI_… of HIToolbox' Events.h); these are the ones above, as PC places.
_OF_MAC = {
    6: 44, 7: 45, 8: 46, 9: 47, 11: 48, 45: 49, 46: 50, 43: 51, 47: 52, 44: 53,
    1: 31, 2: 32, 3: 33, 5: 34, 4: 35, 38: 36, 40: 37, 37: 38, 41: 39,
    12: 16, 13: 17, 14: 18, 15: 19, 17: 20, 16: 21, 32: 22, 34: 23, 31: 24, 35: 25,
    18: 2, 19: 3, 20: 4, 21: 5, 23: 6, 22: 7, 26: 8, 28: 9, 25: 10, 29: 11,
}  # fmt: skip
# X11 and Wayland count from 8 on (XKB's evdev key codes).
_XKB = 8
MIDDLE_C = 60
OCTAVE = 12


def place_of(system: str, scan_code: int, virtual_key: int) -> int | None:
    """Where a key stands, as PC keyboards number it, or None where this window system (Qt's name for it) is silent."""
    if system == "cocoa":
        return _OF_MAC.get(virtual_key)
    place = scan_code - _XKB if system in ("xcb", "wayland", "wayland-egl") else scan_code if system == "windows" else 0
    return place if place > 0 else None


def figure_at(place: int | None) -> str:
    """The figure on the key at a place, whatever the layout writes there without Shift; empty for other keys."""
    row = range(_FIRST_FIGURE, _FIRST_FIGURE + len(_FIGURES))
    return "" if place is None or place not in row else _FIGURES[place - _FIRST_FIGURE]


def pitch_at(place: int, *, lowest_c: int = MIDDLE_C) -> int | None:
    """The pitch that the key at a place plays, or None. `lowest_c` is the C of the lower row."""
    lower, upper = _PLACES
    if place in lower:
        return _heard(lowest_c + lower.index(place))
    return _heard(lowest_c + OCTAVE + upper.index(place)) if place in upper else None


def pitch_of(key: str, *, lowest_c: int = MIDDLE_C) -> int | None:
    """The pitch that a key plays by what stands on it in the English layout, or None.

    Capital letters play too, so that Caps Lock silences nobody.
    """
    lower, upper = (row.find(key.lower()) if len(key) == 1 else -1 for row in _ENGLISH)
    if lower >= 0:
        return _heard(lowest_c + lower)
    return _heard(lowest_c + OCTAVE + upper) if upper >= 0 else None


def _heard(pitch: int) -> int | None:
    return pitch if LOWEST <= pitch <= HIGHEST else None
