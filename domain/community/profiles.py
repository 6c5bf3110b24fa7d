"""Profiles: which names, texts, regions and showcases are all right, and what of them goes how far.

A `display_name` is a handle, built from lists or approved by an adult, and never a name of the school's register. A
region is picked from the school's own list, is off by default and never leaves the school (decision 10).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from domain.community.phrases import bio_phrases
from domain.community.texts import TextRefusedError, bio_text, written
from domain.music.say import say
from domain.records.community import PublicProfile, Scope

# The spec's 3 to 30 for usernames holds for handles too.
SHORTEST_NAME, LONGEST_NAME = 3, 30
MOST_SHOWN: Final = 9
STYLINGS: Final = ("plain", "meadow", "ocean", "sunset", "night", "paper")
# The pictures that the program draws; there are no photographs.
NO_PICTURE: Final = "note"
AVATARS: Final = (
    *(NO_PICTURE, "finch", "otter", "fox", "koala", "heron", "panda", "seal", "gecko", "wren", "bear", "robin", "owl"),
    *("hare", "lark", "badger", "swan", "panther", "crow", "whale", "tiger", "mole", "eagle", "deer", "lynx"),
)

_FIRST: Final = "Brave Bright Calm Cheery Clever Gentle Golden Happy Jolly Kind Lively Merry Quick Silver Sunny Swift"
_SECOND: Final = "Badger Bell Cello Drum Finch Flute Fox Harp Hedgehog Lark Lute Oboe Otter Owl Piano Robin Tuba Viola"
_NAME: Final = re.compile(r"[^\W_](?:[\w .'’-]*[^\W_])?")


def suggestions(seed: int, taken: Collection[str], most: int = 6) -> tuple[str, ...]:
    """Handles to pick from that nobody in the class has; the same seed offers the same ones."""
    lower = {name.casefold() for name in taken}
    all_names = [f"{one} {two}" for one in _FIRST.split() for two in _SECOND.split()]
    size = len(all_names)
    # 97 shares no factor with the number of names, so every name is met once.
    walk = (all_names[(seed + 97 * step) % size] for step in range(size))
    return tuple([name for name in walk if name.casefold() not in lower][:most])


def is_from_lists(name: str) -> bool:
    """Whether a handle is one of the lists' and so needs nobody's approval."""
    one, _, two = name.partition(" ")
    return one in _FIRST.split() and two in _SECOND.split()


def display_name(name: str, *, roster_names: Iterable[str] = (), taken: Collection[str] = ()) -> str:
    """The handle as it is kept. Raises TextRefusedError where it can't be a handle, with the reason for its author.

    `roster_names` are the student's own given and family name: a handle that holds one is refused.
    """
    result = written(name, LONGEST_NAME)
    if len(result) < SHORTEST_NAME:
        raise TextRefusedError(say("A name needs at least {least} characters.", least=SHORTEST_NAME))
    if not _NAME.fullmatch(result):
        raise TextRefusedError(say("A name is made of letters, numbers and spaces."))
    if sum(character.isdigit() for character in result) > 3:
        raise TextRefusedError(
            say("Please use at most three digits, so that it can't be a phone number or a birthday.")
        )
    words = set(_words(result))
    if any(_words(real) and set(_words(real)) <= words for real in roster_names):
        raise TextRefusedError(say("Please don't use your real name. Pick a stage name instead."))
    if result.casefold() in {other.casefold() for other in taken}:
        raise TextRefusedError(say("Somebody has that name already."))
    return result


def _words(text: str) -> list[str]:
    """The words of a name without accents, in small letters."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def checked(profile: PublicProfile, *, regions: Collection[str], held_badges: Collection[str]) -> PublicProfile:
    """The profile as it is kept: only what may stand in it. Raises TextRefusedError with the reason.

    `regions` is the school's list; `held_badges` are the ids of what the student has earned.
    """
    if profile.bio_phrase is not None and profile.bio_phrase not in bio_phrases():
        raise TextRefusedError(say("Please pick one of the sentences."))
    if profile.region is not None and profile.region not in regions:
        raise TextRefusedError(say("Please pick a region from your school's list."))
    if profile.avatar not in AVATARS:
        raise TextRefusedError(say("Please pick one of the pictures."))
    if profile.styling not in STYLINGS:
        raise TextRefusedError(say("Please pick one of the styles."))
    if len(profile.showcase) > MOST_SHOWN:
        raise TextRefusedError(say("A showcase holds {most} badges.", most=MOST_SHOWN))
    if not set(profile.showcase) <= set(held_badges):
        raise TextRefusedError(say("A showcase shows what you have earned."))
    once = tuple(dict.fromkeys(profile.showcase))
    return msgspec.structs.replace(profile, bio_text=bio_text(profile.bio_text), showcase=once)


class LastActivity(msgspec.Struct, frozen=True, kw_only=True):
    """When somebody last did something that a viewer sees: a day as ISO text, or None for some day of this week.

    A time of day would tell when a child sits at a computer, and so would the day of a week that still runs.
    """

    day: str | None


def last_activity(days: Iterable[str], today: str) -> LastActivity | None:
    """The newest of the ISO `days` as it is shown on `today`; None for none. A clock that ran ahead is this week."""
    newest = max(days, default=None)
    if newest is None:
        return None
    date = datetime.date.fromisoformat(today)
    monday = date - datetime.timedelta(days=date.weekday())
    return LastActivity(day=None if newest >= monday.isoformat() else newest)


def as_seen_at(profile: PublicProfile, scope: Scope) -> PublicProfile:
    """The profile for viewers who are reached by `scope`: the region never leaves the school, and beyond it there is
    neither a text of one's own nor a picture to recognise somebody by.
    """
    if scope is not Scope.PUBLIC:
        return profile
    return msgspec.structs.replace(profile, region=None, bio_text="", bio_phrase=None, display_name="", avatar="note")
