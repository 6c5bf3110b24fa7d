"""Design tokens: every size, radius and colour of the program stands here once. Pure data, no Qt.

Sizes are pixels at 100 %; `Theme` scales them. Each pair in `PAIRS` is used somewhere as foreground on background and
keeps the contrast beside it (WCAG 2.2: 4.5 for text, 3 for large signs and outlines of controls).
"""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum

import msgspec

from domain.games.picture import Mark


class Space(IntEnum):
    """The 4/8 grid."""

    HAIR = 4
    TIGHT = 8
    SNUG = 12
    BASE = 16
    ROOMY = 24
    WIDE = 32
    VAST = 48


class Radius(IntEnum):
    """Corners: small things, controls, cards."""

    SMALL = 6
    CONTROL = 10
    CARD = 16


class Weight(IntEnum):
    """Weights of the interface font (CSS numbers)."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Type(Enum):
    """The one type scale: (pixels, weight)."""

    CAPTION = (13, Weight.MEDIUM)
    BODY = (16, Weight.REGULAR)
    STRONG = (16, Weight.SEMIBOLD)
    LEAD = (18, Weight.REGULAR)
    HEAD = (20, Weight.SEMIBOLD)
    TITLE = (28, Weight.BOLD)
    DISPLAY = (40, Weight.BOLD)
    GIANT = (64, Weight.BOLD)


# WCAG 2.5.5 asks for 44 pixels; fingers of children are no more exact.
TARGET = 44
# Text lines longer than this are hard to follow (about 75 letters).
MEASURE = 640
# The column that pages keep to on wide screens.
COLUMN = 1120
SMALLEST_SCALE, LARGEST_SCALE = 100, 200


class ThemeName(StrEnum):
    """What a user can pick. The words are those of `SharingPreferences.theme`."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """Named colours (#RRGGBB). `on_x` is written on `x`; `x_soft` is a quiet surface of that meaning."""

    ground: str
    surface: str
    sunken: str
    line: str
    outline: str
    ink: str
    soft: str
    focus: str
    primary: str
    primary_pressed: str
    on_primary: str
    primary_soft: str
    on_primary_soft: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    good: str
    good_soft: str
    on_good_soft: str
    bad: str
    bad_soft: str
    on_bad_soft: str
    early: str
    late: str
    missed: str
    extra: str
    hint: str
    common: str
    uncommon: str
    rare: str
    epic: str
    legendary: str
    key_white: str
    key_black: str
    key_line: str
    on_key_white: str

    def mark(self, mark: Mark) -> str:
        """The colour of a mark; its shape and word are in `marks`."""
        return getattr(self, MARK_COLOURS[mark])  # type: ignore[no-any-return]

    def rarity(self, rarity: str) -> str:
        """The colour of a rarity; unknown ones look common."""
        return getattr(self, rarity) if rarity in RARITIES else self.common


MARK_COLOURS = {
    Mark.NOW: "primary",
    Mark.RIGHT: "good",
    Mark.EARLY: "early",
    Mark.LATE: "late",
    Mark.WRONG: "bad",
    Mark.MISSED: "missed",
    Mark.EXTRA: "extra",
    Mark.HINT: "hint",
}
RARITIES = ("common", "uncommon", "rare", "epic", "legendary")
# Borders of grow badges by level (badge plan; decision 15). Level 1 has none.
BADGE_BORDERS = {2: "#CD7F32", 3: "#C0C0C0", 4: "#FFD700"}

LIGHT = Palette(
    ground="#F6F3EC", surface="#FFFFFF", sunken="#EBE7DC", line="#DDD7C9", outline="#7F7A6C",
    ink="#1C2333", soft="#535B6B", focus="#0B57D0",
    primary="#2746B0", primary_pressed="#1B3388", on_primary="#FFFFFF",
    primary_soft="#E3E9FB", on_primary_soft="#1E378F",
    accent="#F2B233", on_accent="#2A1E02", accent_soft="#FCF0D2", on_accent_soft="#654400",
    good="#18703E", good_soft="#DDF2E4", on_good_soft="#0F5730",
    bad="#B0261D", bad_soft="#FBE4E1", on_bad_soft="#861A13",
    early="#7434A3", late="#855300", missed="#58606E", extra="#A4420F", hint="#0B6676",
    common="#58606E", uncommon="#18703E", rare="#2746B0", epic="#7434A3", legendary="#855300",
    key_white="#FFFFFF", key_black="#23262E", key_line="#A39D8E", on_key_white="#3B4250",
)  # fmt: skip

DARK = Palette(
    ground="#12151C", surface="#1C212B", sunken="#0D1016", line="#333B4A", outline="#8490A6",
    ink="#F3F1EB", soft="#B4BCCB", focus="#9DC1FF",
    primary="#9DB2FF", primary_pressed="#C3D0FF", on_primary="#0E1A48",
    primary_soft="#28335C", on_primary_soft="#D3DDFF",
    accent="#F2B94A", on_accent="#2A1E02", accent_soft="#3F3114", on_accent_soft="#FBDD9E",
    good="#6FD69A", good_soft="#16382A", on_good_soft="#A9EEC4",
    bad="#FF9D92", bad_soft="#46201E", on_bad_soft="#FFC6BF",
    early="#D3A6F5", late="#F0BC5E", missed="#B4BCCB", extra="#FFAD7D", hint="#6FD3E3",
    common="#B4BCCB", uncommon="#6FD69A", rare="#9DB2FF", epic="#D3A6F5", legendary="#F2B94A",
    key_white="#E9E6DD", key_black="#20242C", key_line="#7C776A", on_key_white="#2C323D",
)  # fmt: skip

CONTRAST = Palette(
    ground="#000000", surface="#000000", sunken="#000000", line="#FFFFFF", outline="#FFFFFF",
    ink="#FFFFFF", soft="#FFFFFF", focus="#00E5FF",
    primary="#FFE600", primary_pressed="#FFFFFF", on_primary="#000000",
    primary_soft="#000000", on_primary_soft="#FFE600",
    accent="#FFE600", on_accent="#000000", accent_soft="#000000", on_accent_soft="#FFE600",
    good="#5CFF8F", good_soft="#000000", on_good_soft="#5CFF8F",
    bad="#FF8F85", bad_soft="#000000", on_bad_soft="#FF8F85",
    early="#E3B3FF", late="#FFC24D", missed="#FFFFFF", extra="#FFB27D", hint="#6FEBFF",
    common="#FFFFFF", uncommon="#5CFF8F", rare="#9DC1FF", epic="#E3B3FF", legendary="#FFE600",
    key_white="#FFFFFF", key_black="#000000", key_line="#000000", on_key_white="#000000",
)  # fmt: skip

PALETTES = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}

_TEXT, _SIGN = 4.5, 3.0
_ON_PAGES = ("ink", "soft", "primary", "good", "bad", "early", "late", "missed", "extra", "hint", *RARITIES)
# (foreground, background, least contrast).
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((name, background, _TEXT) for name in dict.fromkeys(_ON_PAGES) for background in ("ground", "surface")),
    ("ink", "sunken", _TEXT),
    ("soft", "sunken", _TEXT),
    *((name, "sunken", _TEXT) for name in RARITIES),
    ("on_primary", "primary", _TEXT),
    ("on_primary", "primary_pressed", _TEXT),
    ("on_primary_soft", "primary_soft", _TEXT),
    ("on_accent", "accent", _TEXT),
    ("on_accent_soft", "accent_soft", _TEXT),
    ("on_good_soft", "good_soft", _TEXT),
    ("on_bad_soft", "bad_soft", _TEXT),
    ("on_key_white", "key_white", _TEXT),
    ("outline", "surface", _SIGN),
    ("outline", "ground", _SIGN),
    ("focus", "surface", _SIGN),
    ("focus", "ground", _SIGN),
)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
