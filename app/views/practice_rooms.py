"""What views may ask about practising: reviews, skills, levels, and games to be found."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import msgspec

from app.store.practice_readings import FoundGames, GameLevel, ReviewPage, SkillsPage
from app.store.readings import Account, StepCard
from domain.games.finding import Wanted
from domain.music.say import Say


class PracticeRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future of a reading, or, where no mirror is asked, at once."""

    review: Callable[[Account], Future[ReviewPage]]
    skills: Callable[[Account], Future[SkillsPage]]
    # (who asks, student_id).
    levels: Callable[[Account, str], Future[tuple[GameLevel, ...]]]
    # How levels are chosen, in words.
    level_rules: Callable[[], tuple[Say, ...]]
    # Quick Find: at once, on every key.
    find: Callable[[Wanted], FoundGames]
    # One tune of a game, by the game's id and the tune's title: at once; None where it cannot be played by itself.
    piece: Callable[[str, str], StepCard | None]
    # What there is to filter by.
    concepts: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
