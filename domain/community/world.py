"""The world board: what crosses organisations is a made-up name for one season, a score or the level of a badge, and a
day (decision 6).

A season is a calendar month by UTC, so that it ends at the same moment everywhere. Its names are two words of music,
which are the same in every language; the centre draws them by chance, so nobody can be worked out from one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from domain.records.identity import ConsentRecord

# What a guardian agrees to beyond the school (visibility, rule 2).
COMMUNITY: Final = "community"
# A board of fewer organisations would tell whose children these are.
FEWEST_SCHOOLS: Final = 3
# Lines around oneself, as on the boards of challenges.
MOST_NEAR: Final = 5
# Draws before a number is put behind a name: with 1,600 names all these are taken only where a season is very full.
_PLAIN_DRAWS: Final = 8
_MOST_NUMBER: Final = 1_000_000

_MANNERS: Final = (
    *("Adagio", "Agitato", "Allegro", "Amabile", "Andante", "Animato", "Arioso", "Brillante", "Calmo", "Cantabile"),
    *("Comodo", "Delicato", "Dolce", "Energico", "Espressivo", "Festivo", "Fresco", "Giocoso", "Grazioso", "Largo"),
    *("Legato", "Leggiero", "Lento", "Maestoso", "Marcato", "Moderato", "Mosso", "Presto", "Risoluto", "Rubato"),
    *("Scherzando", "Semplice", "Sereno", "Sostenuto", "Spirito", "Staccato", "Tenuto", "Tranquillo", "Vivace", "Vivo"),
)
_PIECES: Final = (
    *("Arabesque", "Aria", "Barcarole", "Bolero", "Bourree", "Canon", "Cantata", "Capriccio", "Chaconne", "Csardas"),
    *("Fandango", "Fanfare", "Fantasia", "Fugue", "Gavotte", "Gigue", "Habanera", "Impromptu", "Intermezzo", "Jota"),
    *("Mazurka", "Minuet", "Nocturne", "Overture", "Partita", "Passepied", "Pavane", "Polka", "Polonaise", "Prelude"),
    *("Rhapsody", "Rondo", "Samba", "Sarabande", "Serenade", "Sonata", "Tango", "Tarantella", "Toccata", "Waltz"),
)


_BADGE: Final = "badge:"


def badge_board(badge_code: str) -> str:
    """The name of a badge's board, beside those of stages: its scores are levels."""
    return f"{_BADGE}{badge_code}"


def is_of_badge(stage_id: str) -> bool:
    """Whether a board is a badge's and no stage's."""
    return stage_id.startswith(_BADGE)


class Season(msgspec.Struct, frozen=True):
    """A month by UTC: its name, such as `2026-11`, and the microseconds at which it begins and is over."""

    name: str
    begins: int
    ends: int


def season_at(at: int) -> Season:
    """The season that runs at a time (microseconds UTC)."""
    then = datetime.datetime.fromtimestamp(at // 1_000_000, datetime.UTC)
    first = datetime.datetime(then.year, then.month, 1, tzinfo=datetime.UTC)
    following = (first + datetime.timedelta(days=32)).replace(day=1)
    return Season(f"{first:%Y-%m}", _micros(first), _micros(following))


def _micros(when: datetime.datetime) -> int:
    return int(when.timestamp()) * 1_000_000


def day_of(at: int) -> str:
    """The day of a time (microseconds), by UTC, as ISO text: nothing finer crosses organisations."""
    return datetime.datetime.fromtimestamp(at // 1_000_000, datetime.UTC).date().isoformat()


def made_name(below: Callable[[int], int], draw: int) -> str:
    """A name drawn by chance: `below(n)` gives a whole number from 0 to n - 1. `draw` counts how often was drawn."""
    words = f"{_MANNERS[below(len(_MANNERS))]} {_PIECES[below(len(_PIECES))]}"
    return words if draw < _PLAIN_DRAWS else f"{words} {below(_MOST_NUMBER)}"


def family_agrees(guardians: Iterable[str], said: Iterable[ConsentRecord]) -> bool:
    """Whether there is a guardian, and every one's latest word is yes. The order of the records does not matter."""
    latest: dict[str, ConsentRecord] = {}
    for record in said:
        known = latest.get(record.guardian_id)
        if record.subject == COMMUNITY and (known is None or (known.at, known.id) < (record.at, record.id)):
            latest[record.guardian_id] = record
    asked = set(guardians)
    return bool(asked) and all(one in latest and latest[one].granted for one in asked)


class WorldLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the world board as one student sees it; equal scores share a rank."""

    rank: int
    name: str
    score: int
    me: bool = False


class WorldBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of one stage in one season. `state` says why there are no lines: see the words below.

    `my_name` is the asking student's own name of this season, as soon as they have one.
    """

    stage_id: str
    season: str
    state: str
    top: tuple[WorldLine, ...] = ()
    around: tuple[WorldLine, ...] = ()
    my_name: str = ""


# The states: it is shown; the school does not take part; the student has not switched it on; the family or a teacher
# has not opened it; too few schools are on this board.
OPEN, NO_SCHOOL, SWITCHED_OFF, NOT_AGREED, TOO_FEW = "open", "no_school", "switched_off", "not_agreed", "too_few"


def near_me(lines: Sequence[WorldLine]) -> tuple[WorldLine, ...]:
    """Of some lines in their order, the five with oneself in the middle: not a wall of all who are ahead.

    Nothing where one is not among them.
    """
    at = next((number for number, line in enumerate(lines) if line.me), None)
    if at is None:
        return ()
    first = max(0, min(at - MOST_NEAR // 2, len(lines) - MOST_NEAR))
    return tuple(lines[first : first + MOST_NEAR])
