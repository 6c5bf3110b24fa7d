"""The feed: a projection of shares, newest first, never a second truth. Pages continue where the last one ended."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import msgspec

from domain.music.say import Say, say
from domain.records.community import AchievementShare, AchievementType, Scope

PAGE: Final = 20


class FeedFilter(StrEnum):
    """What a feed shows."""

    ALL = "all"
    BADGES = "badges"
    POINTS = "points"
    STREAKS = "streaks"
    CHALLENGES = "challenges"
    COLLECTIONS = "collections"
    LEARNING = "learning"
    # Of every kind: what the viewer has kept for later. Which those are, the caller knows.
    KEPT = "kept"


_SHOWS: Final[dict[FeedFilter, frozenset[AchievementType]]] = {
    FeedFilter.ALL: frozenset(AchievementType),
    FeedFilter.BADGES: frozenset({AchievementType.BADGE}),
    FeedFilter.POINTS: frozenset({AchievementType.POINTS_MILESTONE}),
    FeedFilter.STREAKS: frozenset({AchievementType.STREAK_MILESTONE, AchievementType.ASSIGNMENT_STREAK}),
    FeedFilter.CHALLENGES: frozenset({AchievementType.CHALLENGE_SCORE, AchievementType.PERSONAL_BEST}),
    FeedFilter.COLLECTIONS: frozenset({AchievementType.COLLECTION_COMPLETE}),
    FeedFilter.LEARNING: frozenset(
        {
            AchievementType.SEQUENCE_MILESTONE,
            AchievementType.SKILL_MASTERY,
            AchievementType.LEVEL_ADVANCEMENT,
            AchievementType.ASSIGNMENT_STREAK,
        }
    ),
    FeedFilter.KEPT: frozenset(AchievementType),
}

# The words of the document's AchievementFeed for what is stored as a share.
ACTIVITY: Final[dict[AchievementType, str]] = {
    AchievementType.BADGE: "badge_earned",
    AchievementType.POINTS_MILESTONE: "points_milestone",
    AchievementType.STREAK_MILESTONE: "streak_achieved",
    AchievementType.CHALLENGE_SCORE: "challenge_score",
    AchievementType.COLLECTION_COMPLETE: "collection_complete",
    AchievementType.PERSONAL_BEST: "personal_best",
    AchievementType.SEQUENCE_MILESTONE: "sequence_milestone",
    AchievementType.SKILL_MASTERY: "skill_mastery",
    AchievementType.LEVEL_ADVANCEMENT: "level_advancement",
    AchievementType.ASSIGNMENT_STREAK: "assignment_streak",
}
VISIBILITY_SCOPE: Final[dict[Scope, str]] = {
    Scope.FAMILY: "family",
    Scope.CLASS: "class",
    Scope.SCHOOL: "school",
    Scope.PUBLIC: "global",
}


class Cursor(msgspec.Struct, frozen=True, order=True, array_like=True):
    """The last share of a page: the next one begins behind it, whatever was posted meanwhile."""

    shared_at: int
    share_id: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a feed; `next` is None at the end."""

    shares: tuple[AchievementShare, ...]
    next: Cursor | None = None


def filter_name(shown: FeedFilter) -> Say:
    """The name of a filter on its button."""
    names = {
        FeedFilter.ALL: say("Everything"),
        FeedFilter.BADGES: say("Badges"),
        FeedFilter.POINTS: say("Points"),
        FeedFilter.STREAKS: say("Streaks"),
        FeedFilter.CHALLENGES: say("Challenges"),
        FeedFilter.COLLECTIONS: say("Collections"),
        FeedFilter.LEARNING: say("Learning"),
        FeedFilter.KEPT: say("Kept by me"),
    }
    return names[shown]


def types_of(shown: FeedFilter) -> frozenset[AchievementType]:
    """What a filter lets through, for a query."""
    return _SHOWS[shown]


def _place(share: AchievementShare) -> Cursor:
    return Cursor(share.shared_at, share.id)


def page(
    shares: Iterable[AchievementShare],
    *,
    shown: FeedFilter = FeedFilter.ALL,
    after: Cursor | None = None,
    most: int = PAGE,
) -> Page:
    """The next page of what a viewer may see (the caller has asked `visibility`), newest first.

    Withdrawn shares are left out. Equal times are told apart by the id, so no share comes twice and none is missed.
    """
    behind = {
        share.id: share
        for share in shares
        if not share.withdrawn and share.achievement_type in _SHOWS[shown] and (after is None or _place(share) < after)
    }
    found = heapq.nlargest(most + 1, behind.values(), key=_place)
    return Page(shares=tuple(found[:most]), next=_place(found[most - 1]) if len(found) > most else None)
