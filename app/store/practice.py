"""What a student practises of their own accord: today's reviews and the map of their skills.

Nothing of it is stored: it follows from the attempts that the mirror holds, so it works offline, and two machines say
the same once their attempts have met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial

from sqlalchemy import Connection

from app.store.earning import Figures, figures_in, figures_known
from app.store.keeper import Desk, Keeper, Urgency
from app.store.picking import TO_BEGIN, TO_REVIEW, familiar_first, free_step, games_by_concept
from app.store.practice_readings import ComingReview, ReviewCard, ReviewPage, Skill, SkillGroup, SkillsPage
from app.store.readings import Account, StepCard
from domain.games.catalogue import Game
from domain.learning.mastery import MASTERED
from domain.learning.review import Due
from domain.records.progress import PlayType

_DAY = 24 * 3600 * 1_000_000
# How many of the reviews to come are shown.
_COMING = 6


def review_page(*, keeper: Keeper, account: Account) -> Future[ReviewPage]:
    """What is due today, the longest overdue first, and what comes after it."""

    def work(desk: Desk) -> ReviewPage:
        with desk.mirror(account.user_id).reading() as connection:
            return _page(desk, figures_in(desk, connection, account.user_id))

    return keeper.submit(work)


def skills_page(*, keeper: Keeper, account: Account) -> Future[SkillsPage]:
    """Every concept of the catalogue by its category, with how far the student has mastered it."""

    def work(desk: Desk) -> SkillsPage:
        with desk.mirror(account.user_id).reading() as connection:
            return _skills(desk, figures_in(desk, connection, account.user_id))

    return keeper.submit(work)


def reviews_due(keeper: Keeper, desk: Desk, connection: Connection, student_id: str) -> int:
    """How many concepts are due today. Where that has to be counted first it is 0, and `review` is news afterwards."""
    figures = figures_known(desk, connection, student_id)
    if figures is not None:
        return _page(desk, figures).concepts_due
    keeper.submit(partial(_count_later, keeper, student_id), Urgency.LATER)
    return 0


def _count_later(keeper: Keeper, student_id: str, desk: Desk) -> None:
    with desk.mirror(student_id).reading() as connection:
        due = _page(desk, figures_in(desk, connection, student_id)).concepts_due
    if due:
        keeper.on_change(student_id, frozenset({"review"}))


def _page(desk: Desk, figures: Figures) -> ReviewPage:
    games = games_by_concept(desk.catalogue)
    today = desk.day(desk.now())
    rows = sorted(figures.reviews.schedule(desk.now()).values(), key=lambda each: (each.next_review_at, each.concept))
    playable = [each for each in rows if each.concept in games]
    due = [each for each in playable if desk.day(each.next_review_at) <= today]
    coming = [each for each in playable if each not in due]
    return ReviewPage(
        due=_cards(desk, figures, games, due),
        coming=tuple(ComingReview(concept=c.concept, next_review_at=c.next_review_at) for c in coming[:_COMING]),
    )


def _cards(desk: Desk, figures: Figures, games: Mapping[str, list[Game]], due: list[Due]) -> tuple[ReviewCard, ...]:
    """A card for each game; a game that brings back several of the due concepts is one card."""
    cards: dict[str, list[Due]] = {}
    steps: dict[str, StepCard] = {}
    for each in due:
        step = _review_step(figures, games, each.concept)
        if step is not None:
            steps[step.element_id] = step
            cards.setdefault(step.element_id, []).append(each)
    return tuple(_card(steps[game_id], rows, desk.now()) for game_id, rows in cards.items())


def _review_step(figures: Figures, games: Mapping[str, list[Game]], concept: str) -> StepCard | None:
    """The game in which the student met the concept last; else the easiest one."""
    ordered = familiar_first(games[concept], figures.reviews.last_game(concept))
    steps = (free_step(game, TO_REVIEW, PlayType.REVIEW) for game in ordered)
    return next((step for step in steps if step is not None), None)


def _card(step: StepCard, rows: list[Due], now: int) -> ReviewCard:
    return ReviewCard(
        step=step,
        game_name=step.title,
        concepts=tuple(each.concept for each in rows),
        days_overdue=max(0, (now - min(each.next_review_at for each in rows)) // _DAY),
        last_played_at=max(each.last_played_at for each in rows),
    )


def _skills(desk: Desk, figures: Figures) -> SkillsPage:
    games = games_by_concept(desk.catalogue)
    levels = figures.answers.levels()
    now = desk.now()
    due = {each.concept for each in figures.reviews.due(now)}
    groups = [
        SkillGroup(
            category=category,
            skills=tuple(_skill(concept, levels.get(concept), concept in due, games[concept]) for concept in concepts),
        )
        for category, concepts in _concepts_by_category(games).items()
    ]
    return SkillsPage(
        groups=tuple(groups),
        mastered=sum(skill.mastered for group in groups for skill in group.skills),
        begun=sum(skill.level is not None for group in groups for skill in group.skills),
    )


def _skill(concept: str, level: int | None, due: bool, games: list[Game]) -> Skill:
    kinds = TO_BEGIN if level is None else TO_REVIEW
    steps = (free_step(game, kinds, PlayType.FREE_PLAY if level is None else PlayType.REVIEW) for game in games)
    return Skill(
        concept=concept,
        level=level,
        mastered=level is not None and level >= MASTERED,
        due=due,
        step=next((step for step in steps if step is not None), None),
    )


def _concepts_by_category(games: Mapping[str, list[Game]]) -> dict[str, list[str]]:
    """Each concept once, in the category that asks for it most; categories and concepts by how easy they begin."""
    ease = {concept: (found[0].difficulty, found[0].game_id) for concept, found in games.items()}
    by_category: dict[str, list[str]] = {}
    for concept in sorted(ease, key=lambda each: (ease[each], each)):
        counted = Counter(game.category for game in games[concept])
        category = min(counted, key=lambda each: (-counted[each], each))
        by_category.setdefault(category, []).append(concept)
    return by_category
