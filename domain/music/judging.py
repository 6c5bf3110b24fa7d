"""The judge as fast as this machine has it: compiled where it was built from these very sources, else the sources.

Both say the same to the microsecond. The compiled one reckons with 64 bits; what does not fit, such as a piece of a
thousand years, it refuses, and the source is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from domain.music.compiled import MODULES, digest
from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import Judgement
from domain.records.progress import RawEvent


def judge(score: Score, events: Iterable[RawEvent] | Played, rules: Rules, *, clicked: bool = False) -> Judgement:
    """The verdicts on one performance, as `domain.music.judge` says it."""
    heard = events if isinstance(events, Played | list | tuple) else list(events)
    fast = compiled_judge()
    if fast is not None:
        try:
            return fast(score, heard, rules, clicked=clicked)
        except OverflowError:
            pass
    from domain.music.judge import judge as by_source

    return by_source(score, heard, rules, clicked=clicked)


@cache
def compiled_judge() -> Callable[..., Judgement] | None:
    """The judge as machine code; None where it was not built, or from other sources than these."""
    try:
        built = [import_module(f"domain.music.compiled.{name}") for name in MODULES]
        if {each.SOURCES for each in built} != {_now(built[-1].SOURCES)}:
            return None
    except (ImportError, AttributeError):
        return None
    found: Callable[..., Judgement] = built[-1].judge
    return found


def _now(built: str) -> str:
    """The digest of the sources; a program that came without them holds what it was built from."""
    try:
        return digest()
    except FileNotFoundError:
        return built
