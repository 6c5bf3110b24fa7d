"""Hints for the adults' queue: what to look at first. A hint never approves, hides or refuses anything.

Patterns are simple on purpose and linear in the length of the text. They look for what puts a child at risk first:
signs of self-harm, then personal data, then unkind words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

import msgspec

from domain.music.say import Say, say


class Hint(IntEnum):
    """Why an item comes first; the lower, the sooner."""

    SELF_HARM = 0
    PERSONAL_DATA = 1
    REPORTED = 2
    UNKIND = 3


_SELF_HARM: Final = re.compile(
    r"\b(?:kill(?:ing)? my ?self|hurt(?:ing)? my ?self|cut(?:ting)? my ?self|want to die|wanna die|end my life"
    r"|self[ -]?harm\w*|better off dead|no reason to live|matarme|quiero morir|hacerme daño|suicid\w+)\b"
)
_PERSONAL: Final[tuple[re.Pattern[str], ...]] = (
    re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w"),
    re.compile(r"https?:|www\.|\b\w{1,63}\.(?:com|net|org|io|me|tv|gg|app)\b"),
    re.compile(r"(?:\d[ ()./-]{0,2}){7}"),
    re.compile(r"\b\d{1,5} \w{2,30} (?:street|st|road|rd|avenue|ave|lane|drive|calle)\b"),
    re.compile(r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|whats ?app|telegram|roblox|fortnite)\b"),
    re.compile(r"\b(?:my (?:address|phone|number|password|last name|full name|school is)|i live (?:at|in|on))\b"),
    re.compile(r"\b(?:call|text|message) me\b"),
    re.compile(r"\b(?:mi (?:teléfono|telefono|dirección|direccion|número|numero|apellido)|vivo en)\b"),
    re.compile(r"\bi(?:'m| am) \d{1,2} years\b"),
    re.compile(r"(?<!\w)@\w{3}"),
)
_UNKIND: Final = re.compile(
    r"\b(?:stupid|idiot\w*|dumb|loser\w*|ugly|hate (?:you|u)|shut up|you suck|u suck|nobody likes|go away|moron\w*"
    r"|worst|pathetic|tonto|tonta|idiota|feo|fea|te odio|cállate|callate)\b"
)
# Letters that are written as digits and signs to slip through.
_DISGUISE: Final = str.maketrans("01345$@!", "oieassai")


class QueueItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits for an adult. `waiting_since` is in microseconds UTC."""

    target_type: str
    target_id: str
    text: str = ""
    reports: int = 0
    waiting_since: int


def _plain(text: str) -> str:
    """The text in small letters, without marks that only decorate it, on one line."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c for c in folded if unicodedata.category(c) != "Cf").split())


def hints(text: str, reports: int = 0) -> tuple[Hint, ...]:
    """What an adult should know before reading, most urgent first; empty where nothing was noticed."""
    plain = _plain(text)
    undisguised = plain.translate(_DISGUISE)
    found = set()
    if _SELF_HARM.search(plain) or _SELF_HARM.search(undisguised):
        found.add(Hint.SELF_HARM)
    if any(pattern.search(plain) for pattern in _PERSONAL):
        found.add(Hint.PERSONAL_DATA)
    if reports:
        found.add(Hint.REPORTED)
    if _UNKIND.search(plain) or _UNKIND.search(undisguised):
        found.add(Hint.UNKIND)
    return tuple(sorted(found))


def describe(hint: Hint) -> Say:
    """A hint in words, for the queue."""
    words = {
        Hint.SELF_HARM: say("May be about hurting oneself. Please look at this now and follow your school's plan."),
        Hint.PERSONAL_DATA: say("May hold personal data"),
        Hint.REPORTED: say("Somebody reported it"),
        Hint.UNKIND: say("May be unkind"),
    }
    return words[hint]


def queue(items: Iterable[QueueItem]) -> tuple[QueueItem, ...]:
    """The queue: the most urgent first, among equals what has waited longest."""

    def urgency(item: QueueItem) -> tuple[int, int, str]:
        found = hints(item.text, item.reports)
        return (found[0] if found else len(Hint)), item.waiting_since, item.target_id

    return tuple(sorted(items, key=urgency))


def clean(items: Iterable[QueueItem]) -> tuple[QueueItem, ...]:
    """The items that an adult may approve in one go: those without any hint. They are still the adult's decision."""
    return tuple(item for item in queue(items) if not hints(item.text, item.reports))
