"""What the store answers about practising: reviews, skills and levels. Times are microseconds since 1970 UTC."""

from __future__ import annotations

import msgspec

from app.store.readings import StepCard


class ReviewCard(msgspec.Struct, frozen=True, kw_only=True):
    """A game that brings back what is due. `concepts` are the due ones that it asks for, the longest overdue first."""

    step: StepCard
    game_name: str
    concepts: tuple[str, ...]
    days_overdue: int
    last_played_at: int


class ComingReview(msgspec.Struct, frozen=True, kw_only=True):
    """A concept that comes back later."""

    concept: str
    next_review_at: int


class ReviewPage(msgspec.Struct, frozen=True, kw_only=True):
    """Today's Review list. Both are empty while nothing was played yet."""

    due: tuple[ReviewCard, ...] = ()
    coming: tuple[ComingReview, ...] = ()

    @property
    def concepts_due(self) -> int:
        """How many concepts are due."""
        return sum(len(card.concepts) for card in self.due)


class Skill(msgspec.Struct, frozen=True, kw_only=True):
    """One stone of the skills map. `level` is 0 to 100, None where the concept was never played.

    `step` is a game to play it with; None where the catalogue has none that is live.
    """

    concept: str
    level: int | None
    mastered: bool = False
    due: bool = False
    step: StepCard | None = None


class SkillGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The concepts of one category of the catalogue, the easier ones first."""

    category: str
    skills: tuple[Skill, ...]


class SkillsPage(msgspec.Struct, frozen=True, kw_only=True):
    """The whole map."""

    groups: tuple[SkillGroup, ...]
    mastered: int
    begun: int


class GameLevel(msgspec.Struct, frozen=True, kw_only=True):
    """Where a game would begin for a student now, of how many levels, after how many rounds."""

    game_id: str
    game_name: str
    level: int
    lowest: int
    highest: int
    rounds: int
    last_played_at: int


class FoundGame(msgspec.Struct, frozen=True, kw_only=True):
    """A game that Quick Find has found. `steps` are the stages that can be played: (stage type, step).

    `pieces` are the titles of the real tunes in it.
    """

    game_id: str
    name: str
    category: str
    level: str
    difficulty: int
    concepts: tuple[str, ...]
    needs_keyboard: bool
    notes: str
    steps: tuple[tuple[str, StepCard], ...]
    pieces: tuple[str, ...] = ()


class FoundGames(msgspec.Struct, frozen=True, kw_only=True):
    """What Quick Find shows: the best matches, how many there are in all, and what was looked for instead of a slip."""

    games: tuple[FoundGame, ...]
    total: int
    meant: str = ""
