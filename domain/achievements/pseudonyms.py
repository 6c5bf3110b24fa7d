"""Made-up names for boards that cross organisations: one a season, and no way back to the child (decision 6)."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from domain.achievements import streaks


def season(day: str) -> str:
    """The season of a calendar day, a quarter of the year (`2026-1`): pseudonyms last no longer.

    Raises streaks.NotADayError.
    """
    streaks.ordinal(day)
    return f"{day[:4]}-{(int(day[5:7]) + 2) // 3}"


_ADJECTIVES: Final = """
Amber Azure Bold Brave Bright Calm Cheerful Clever Cosy Curious Daring Eager Fearless Gentle Golden Happy
Jolly Keen Kind Lively Lucky Mellow Merry Misty Nimble Noble Patient Playful Proud Quick Quiet Radiant Rosy
Scarlet Shining Silver Snowy Sparkling Starry Steady Sunny Swift Velvet Violet Warm Wild Wise Witty
"""
_CREATURES: Final = """
Badger Beaver Blackbird Bluebird Butterfly Chickadee Cricket Crane Cuckoo Curlew Deer Dolphin Dove Dragonfly
Falcon Finch Firefly Fox Gecko Hare Hedgehog Heron Hummingbird Kingfisher Lark Lynx Mockingbird Narwhal
Nightingale Oriole Otter Owl Panda Penguin Puffin Raven Robin Seal Sparrow Starling Swallow Swan Thrush Turtle
Whale Wolf Wren
"""


def pseudonym(student_id: str, season_name: str, secret: bytes) -> str:
    """The made-up name under which a student crosses organisations in one season (decision 6).

    `secret` (at most 64 bytes) stays at the centre; without it nobody gets from the name to the student or from one
    season to the next. Raises ValueError for a secret that is empty or too long.
    """
    if not secret:
        raise ValueError("a pseudonym needs a secret")
    digest = blake2b(f"{season_name}\x1f{student_id}".encode(), key=secret, digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    adjectives, creatures = _ADJECTIVES.split(), _CREATURES.split()
    number, adjective = divmod(number, len(adjectives))
    number, creature = divmod(number, len(creatures))
    return f"{adjectives[adjective]} {creatures[creature]} {number % 900 + 100}"
