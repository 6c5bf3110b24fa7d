"""A badge at its level as an SVG drawing, for those who look a credential up: icon, border and numeral (BADGE-6)."""

from __future__ import annotations

import re
from functools import cache

from sqlalchemy import Connection, select

from central.tables import BADGE_ICON
from domain.achievements.grow import BORDERS, NUMERALS
from domain.records.achievements import Badge, BadgeKind
from resources import texts

_ROOT = re.compile(r'<svg [^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>\s*\Z', re.DOTALL)
# How wide a letter of a numeral is.
_WIDTHS = {"I": 5.5, "V": 11.0}
_GROUND, _INK, _LINE = "#FBF8F1", "#1C2333", "#D8D2C4"


def picture(connection: Connection, badge: Badge, level: int) -> bytes:
    """The SVG of a badge at a level. Made of drawings that our own rules wrote, so nothing in it acts."""
    inner = _placed(_icon(connection, badge))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f"{_ground(badge, level)}{inner}{_numeral(level) if badge.badge_kind is BadgeKind.GROW else ''}</svg>"
    ).encode()


@cache
def _shipped() -> dict[str, str]:
    return texts("badges/icons", ".svg")


def _icon(connection: Connection, badge: Badge) -> str:
    where = (BADGE_ICON.c.org_id == badge.org_id, BADGE_ICON.c.badge_id == badge.id)
    uploaded = connection.execute(select(BADGE_ICON.c.svg).where(*where)).scalar()
    name = (badge.icon_path or "").rsplit("/", 1)[-1]
    return str(uploaded) if uploaded is not None else _shipped().get(name, "")


def _placed(svg: str) -> str:
    """The drawing's inside, moved into the middle of the disc; nothing for a drawing that is not there."""
    found = _ROOT.search(svg)
    if found is None:
        return ""
    left, top, width, _height = (float(number) for number in found[1].split())
    return f'<g transform="translate(20 18) scale({60 / width:.6g}) translate({-left:g} {-top:g})">{found[2]}</g>'


def _ground(badge: Badge, level: int) -> str:
    border = BORDERS[level - 1] if badge.badge_kind is BadgeKind.GROW else None
    disc = f'<circle cx="50" cy="50" r="45" fill="{_GROUND}" stroke="{_LINE}" stroke-width="1.5"/>'
    if border is None:
        return disc
    return f'{disc}<circle cx="50" cy="50" r="42" fill="none" stroke="{border}" stroke-width="6"/>'


def _numeral(level: int) -> str:
    """The numeral as strokes: letters would need a font, and look different with each."""
    numeral = NUMERALS[level - 1]
    width = 20 + 7 * len(numeral)
    wide = sum(_WIDTHS[letter] for letter in numeral)
    strokes, at = "", 50 - wide / 2
    for letter in numeral:
        middle = at + _WIDTHS[letter] / 2
        strokes += (
            f"M{middle - 4:g} 80.5L{middle:g} 91.5L{middle + 4:g} 80.5" if letter == "V" else f"M{middle:g} 80V92"
        )
        at += _WIDTHS[letter]
    return (
        f'<rect x="{50 - width / 2:g}" y="74" width="{width}" height="24" rx="12" fill="{_INK}" stroke="{_GROUND}" '
        f'stroke-width="2.5"/><path d="{strokes}" fill="none" stroke="#FFFFFF" stroke-width="2.6" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )
