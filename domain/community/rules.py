"""What is left where the rules of several classes and those of the organisation hold at once: always the strictest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from domain.community.texts import TextRefusedError
from domain.community.visibility import SCOPES
from domain.music.say import say
from domain.records.community import AchievementType, Scope, SharingPolicy

# How people may talk, the strictest first.
COMMENT_MODES: Final = ("off", "phrases", "moderated")
# Of a class that says nothing.
PHRASES: Final = COMMENT_MODES[1]
# Of whoever an adult has asked for a break, and what they read then.
BREAK: Final = "break"
PAUSED: Final = say("Your teacher has asked for a break from words and reactions. It ends by itself.")
# How far an organisation may let its schools share: adults never narrow below the family (decision 2).
LIMITS: Final[tuple[Scope, ...]] = SCOPES[1:]


def comment_mode(classes: Collection[str], organisation: str = COMMENT_MODES[-1]) -> str:
    """How people may talk under what somebody shares: `classes` are the modes of the classes that its author is in."""
    return min((*(classes or (PHRASES,)), organisation), key=COMMENT_MODES.index)


def types_left(classes: Iterable[Collection[AchievementType]], organisation: SharingPolicy | None) -> frozenset[str]:
    """The kinds of achievements that all of a student's classes and their organisation let go beyond the family."""
    left = set(organisation.allowed_types if organisation is not None else AchievementType)
    for allowed in classes:
        left &= set(allowed)
    return frozenset(left)


def checked(policy: SharingPolicy) -> SharingPolicy:
    """The rules as they are kept. Raises TextRefusedError, with the reason for who makes them."""
    if policy.comment_mode not in COMMENT_MODES:
        raise TextRefusedError(say("Please pick one of the rules for comments."))
    if policy.most_scope not in LIMITS:
        raise TextRefusedError(say("Every student may show their family what they have reached."))
    return policy
