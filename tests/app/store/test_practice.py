"""Reviews, skills and levels from real mirrors: offline, and the same on two machines once their attempts have met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from store_rig import Clock

from app.store.dashboard import student_dashboard
from app.store.keeper import Desk, Keeper, Urgency
from app.store.levels import game_levels
from app.store.playing import finish_attempt, start_attempt
from app.store.practice import review_page, skills_page
from app.store.readings import Account, RunningAttempt
from app.store.secrets import FileSecrets
from domain.games import CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.games.game import Outcome
from domain.learning.adaptive import PARAMETERS
from domain.records.progress import AttemptVerdict, PlayType, StudentAttempt, VerdictOfCentre
from local_schema.columns import record_of
from resources import texts


@cache
def catalogue() -> Catalogue:
    return read_catalogue(texts("games").items(), CHECKS)


@pytest.fixture
def machine(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str], Keeper]]:
    """Keepers with the real catalogue, each on a machine of its own."""
    opened: list[Keeper] = []

    def one(name: str) -> Keeper:
        folder = tmp_path / name
        secrets = FileSecrets(tmp_path / f"{name}.keys")
        opened.append(Keeper(folder=folder, secrets=secrets, now=clock, catalogue=catalogue()))
        return opened[-1]

    yield one
    for keeper in opened:
        keeper.close()


def two_levels() -> tuple[str, str]:
    """A game and its play stage with two levels."""
    stages = catalogue().stages.items()
    return next(
        (game.game_id, stage_id)
        for stage_id, (game, stage) in stages
        if (stage.lowest_level, stage.highest_level, stage.stage_type) == (1, 2, "play")
    )


def play(
    keeper: Keeper, who: Account, stage_id: str, *, right: int = 10, concept: str | None = None, **more: object
) -> RunningAttempt:
    game, _ = catalogue().stages[stage_id]
    attempt = start_attempt(keeper=keeper, account=who, game_id=game.game_id, stage_id=stage_id, **more).result(10)  # type: ignore[arg-type]
    outcome = Outcome(
        score=100 * right,
        max_possible_score=1000,
        passed=right >= 7,
        counts={},
        concepts={concept or game.concept_tags[0]: (right, 10)},
        notes=(),
    )
    finish_attempt(keeper=keeper, account=who, attempt=attempt, outcome=outcome, duration_ms=60_000, events=[]).result(
        10
    )
    return attempt


def attempts_of(keeper: Keeper, who: Account) -> list[StudentAttempt]:
    def work(desk: Desk) -> list[StudentAttempt]:
        with desk.mirror(who.user_id).reading() as connection:
            found = connection.exec_driver_sql("SELECT * FROM student_attempt").mappings()
            return [record_of(StudentAttempt, dict(row)) for row in found]

    return keeper.submit(work).result(10)


def put(keeper: Keeper, who: Account, *records: object) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror(who.user_id).writing() as writing:
            for record in records:
                writing.keep([record])  # type: ignore[list-item]
            writing.settle_sums()

    keeper.submit(work).result(10)


def test_three_faultless_rounds_open_the_next_level_and_it_is_kept_with_the_attempt(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    keeper, (game_id, stage_id) = machine("one"), two_levels()
    levels = []
    for _ in range(4):
        levels.append(play(keeper, mia, stage_id).level)
        clock.forward(seconds=60)
    assert levels == [1, 1, 1, 2]
    assert sorted(attempt.session_data.level for attempt in attempts_of(keeper, mia)) == [1, 1, 1, 2]
    (card,) = game_levels(keeper=keeper, account=mia, student_id=mia.user_id, parameters=PARAMETERS).result(10)
    assert (card.game_id, card.level, card.highest, card.rounds) == (game_id, 2, 2, 4)


def test_the_level_stays_within_what_the_stage_declares(machine: Callable[[str], Keeper], mia: Account) -> None:
    keeper, (game_id, _) = machine("one"), two_levels()
    quiz = catalogue().stages[f"{game_id}-quiz"][1]
    assert play(keeper, mia, quiz.stage_id, right=0).level == quiz.lowest_level == quiz.highest_level == 2


def test_a_level_that_the_centre_took_back_brings_the_easier_one(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    keeper, (_, stage_id) = machine("one"), two_levels()
    for _ in range(3):
        last = play(keeper, mia, stage_id)
        clock.forward(seconds=60)
    verdict = AttemptVerdict(
        org_id=mia.org_id,
        id=last.attempt_id,
        student_id=mia.user_id,
        verdict=VerdictOfCentre.MISMATCH,
        score=0,
        passed=False,
        judge_version=1,
        judged_at=clock(),
    )
    put(keeper, mia, verdict)
    assert play(keeper, mia, stage_id).level == 1


def test_nothing_is_due_before_anything_was_played(machine: Callable[[str], Keeper], mia: Account) -> None:
    keeper = machine("one")
    page = review_page(keeper=keeper, account=mia).result(10)
    assert (page.due, page.coming, page.concepts_due) == ((), (), 0)
    assert student_dashboard(keeper=keeper, account=mia).result(10).reviews_due == 0
    skills = skills_page(keeper=keeper, account=mia).result(10)
    assert (skills.begun, skills.mastered) == (0, 0)
    concepts = [skill.concept for group in skills.groups for skill in group.skills]
    assert sorted(concepts) == list(catalogue().concepts)
    assert all(skill.step is not None for group in skills.groups for skill in group.skills)


def test_what_was_played_well_comes_back_after_three_days_in_the_same_game(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    keeper, (game_id, stage_id) = machine("one"), two_levels()
    play(keeper, mia, stage_id, right=8)
    today = review_page(keeper=keeper, account=mia).result(10)
    assert today.due == ()
    assert [each.concept for each in today.coming] == [catalogue().stages[stage_id][0].concept_tags[0]]
    clock.forward(days=2.9)
    # From the morning on, though the moment itself comes later that day.
    (card,) = review_page(keeper=keeper, account=mia).result(10).due
    assert card.step.element_id == game_id
    assert card.step.stage_id == f"{game_id}-review"
    assert card.step.play_type is PlayType.REVIEW
    assert student_dashboard(keeper=keeper, account=mia).result(10).reviews_due == 1


def test_a_dashboard_does_not_wait_for_a_year_to_be_counted_and_hears_of_it_afterwards(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    one, other = machine("one"), machine("other")
    play(one, mia, two_levels()[1], right=8)
    clock.forward(days=3)
    news: list[tuple[str, frozenset[str]]] = []
    other.on_change = lambda account, entities: news.append((account, entities))
    put(other, mia, *attempts_of(one, mia))
    news.clear()
    assert student_dashboard(keeper=other, account=mia).result(10).reviews_due == 0
    other.submit(lambda _: None, Urgency.LATER).result(10)
    assert news == [("u-mia", frozenset({"review"}))]
    assert student_dashboard(keeper=other, account=mia).result(10).reviews_due == 1


def test_a_review_that_was_played_is_off_the_list(machine: Callable[[str], Keeper], mia: Account, clock: Clock) -> None:
    keeper, (_, stage_id) = machine("one"), two_levels()
    play(keeper, mia, stage_id, right=9)
    clock.forward(days=3)
    (card,) = review_page(keeper=keeper, account=mia).result(10).due
    assert card.step.stage_id is not None
    assert play(keeper, mia, card.step.stage_id, right=9, play_type=card.step.play_type).play_type is PlayType.REVIEW
    assert review_page(keeper=keeper, account=mia).result(10).due == ()


def test_two_machines_say_the_same_once_their_attempts_have_met(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    one, other = machine("one"), machine("other")
    (_, stage_id), concepts = two_levels(), catalogue().concepts[:4]
    for n, keeper in enumerate((one, other, one, other)):
        play(keeper, mia, stage_id, right=3 + 2 * n, concept=concepts[n // 2])
        clock.forward(days=1)
    for keeper in (one, other):
        review_page(keeper=keeper, account=mia).result(10)
    here, there = attempts_of(one, mia), attempts_of(other, mia)
    put(one, mia, *there)
    put(other, mia, *here)
    assert review_page(keeper=one, account=mia).result(10) == review_page(keeper=other, account=mia).result(10)
    assert skills_page(keeper=one, account=mia).result(10) == skills_page(keeper=other, account=mia).result(10)


def test_a_mastered_concept_shines_and_an_old_one_is_due(
    machine: Callable[[str], Keeper], mia: Account, clock: Clock
) -> None:
    keeper, (_, stage_id) = machine("one"), two_levels()
    concept = catalogue().stages[stage_id][0].concept_tags[0]
    for _ in range(2):
        play(keeper, mia, stage_id)
    page = skills_page(keeper=keeper, account=mia).result(10)
    (skill,) = [each for group in page.groups for each in group.skills if each.concept == concept]
    assert (skill.level, skill.mastered, skill.due) == (100, True, False)
    assert (page.mastered, page.begun) == (1, 1)
    clock.forward(days=60)
    page = skills_page(keeper=keeper, account=mia).result(10)
    assert [each.concept for group in page.groups for each in group.skills if each.due] == [concept]
