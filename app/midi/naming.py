"""Keyboards by the name that stays: drivers add numbers that change with every plug, people and settings need none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# 'CASIO USB-MIDI:CASIO USB-MIDI MIDI 1 20:0': ALSA appends client and port number.
ALSA_NUMBERS = re.compile(r" \d+:\d+$")
# The first port of nearly every USB keyboard has this ending, which tells a user nothing.
ALSA_FIRST_PORT = re.compile(r" (?:MIDI 1|Port[ -]0)$")
# JACK calls the second client of a name 'Piano-01'.
JACK_TWIN = re.compile(r"-\d{2}$")
# Windows appends the number of the port.
WINDOWS_NUMBER = re.compile(r" \d+$")
TWIN = re.compile(r" \((\d+)\)$")
# What drivers list that nobody can play on.
NO_KEYBOARDS = ("Midi Through", "System:", "MLC Classroom")


def plain_name(raw: str, driver: str) -> str:
    """A driver's name without what changes from plug to plug. Never empty where `raw` is not."""
    if driver == "windows":
        return WINDOWS_NUMBER.sub("", raw) or raw
    numbered = ALSA_NUMBERS.sub("", raw) if driver == "alsa" else raw
    client, _, port = numbered.partition(":")
    if driver == "jack":
        client = JACK_TWIN.sub("", client)
    if port.startswith(client):
        client, port = port, ""
    if port in ("", "out", "midi_out"):
        return ALSA_FIRST_PORT.sub("", client) or raw
    return f"{client}: {port}"


def is_keyboard(raw: str) -> bool:
    """Is this something that a person could play on?"""
    return not raw.startswith(NO_KEYBOARDS)


def without_twin(name: str) -> str:
    """'CASIO (2)' is a twin of 'CASIO'."""
    return TWIN.sub("", name)


class Naming:
    """Gives every plugged keyboard a name that it keeps while it is there; twins are told apart by a number."""

    def __init__(self, driver: str) -> None:
        self._driver = driver
        self._names: dict[str, str] = {}

    def names(self, raws: Iterable[str]) -> dict[str, str]:
        """Name by driver's name, in the driver's order, of the keyboards that are there now."""
        there = list(dict.fromkeys(raw for raw in raws if is_keyboard(raw)))
        kept = {raw: self._names[raw] for raw in there if raw in self._names}
        for raw in there:
            if raw not in kept:
                kept[raw] = free_name(plain_name(raw, self._driver), set(kept.values()))
        self._names = {raw: kept[raw] for raw in there}
        return dict(self._names)


def free_name(plain: str, taken: set[str]) -> str:
    """The name itself, or its first free twin."""
    number = 2
    name = plain
    while name in taken:
        name = f"{plain} ({number})"
        number += 1
    return name


def wanted(
    chosen: Sequence[str], present: Sequence[str], current: Sequence[str], passed_over: frozenset[str]
) -> tuple[str, ...]:
    """Which keyboards to listen to.

    The chosen ones that are there, or a twin in the place of one that is not (the same model in another socket). Where
    none of them is there: the one that is open already, else the first one, except those that were `passed_over`,
    because they lay there unused when the played keyboard was lost.
    """
    found = [name for name in chosen if name in present]
    for name in chosen:
        twin = next((p for p in present if is_twin(p, name) and p not in found and p not in chosen), None)
        if name not in present and twin is not None:
            found.append(twin)
    standing_in = [name for name in current if name in present]
    return tuple(found or standing_in or [name for name in present if name not in passed_over][:1])


def is_twin(one: str, other: str) -> bool:
    """Are these two keyboards of one model?"""
    return without_twin(one) == without_twin(other)
