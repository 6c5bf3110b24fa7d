"""A game that was left, or whose computer went away, is offered again until somebody has decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from store_rig import CATALOGUE, Clock

from app.store.accounts import look_through, wipe_account
from app.store.dashboard import student_dashboard
from app.store.going_on import put_down
from app.store.keeper import Keeper
from app.store.playing import discard_unfinished, finish_attempt, heard, resume_attempt, start_attempt
from app.store.problems import StoreProblem
from app.store.readings import Account, RunningAttempt, UnfinishedGame
from app.store.signing_in import grant
from domain.games.catalogue import Catalogue
from domain.games.game import Outcome

PLAYED = Outcome(score=900, max_possible_score=1000, passed=True, counts={"right": 1}, concepts={}, notes=())


def begun(keeper: Keeper, mia: Account, *events: tuple[int, int, int]) -> RunningAttempt:
    attempt = start_attempt(keeper=keeper, account=mia, game_id="G-00001", stage_id="G-00001-quiz").result()
    for event in events:
        heard(keeper=keeper, attempt=attempt, event=event)
    return attempt


def offered(keeper: Keeper, mia: Account) -> UnfinishedGame | None:
    return student_dashboard(keeper=keeper, account=mia).result().unfinished


def journals(keeper: Keeper, mia: Account) -> int:
    folder = keeper.submit(lambda desk: desk.shelf.place(mia.user_id, ".attempts")).result()
    return len(list(folder.glob("*.journal")))


def test_a_game_that_was_left_is_offered_and_goes_on_where_it_was(keeper: Keeper, mia: Account) -> None:
    attempt = begun(keeper, mia, (10, 60, 90), (20, 60, 0))
    assert offered(keeper, mia) is None
    put_down(keeper=keeper, attempt=attempt).result()
    found = offered(keeper, mia)
    assert found is not None
    assert (found.attempt, found.step.title, found.assignment_id) == (attempt, "Note names", None)
    assert resume_attempt(keeper=keeper, attempt=attempt).result() == ((10, 60, 90), (20, 60, 0))
    assert offered(keeper, mia) is None
    heard(keeper=keeper, attempt=attempt, event=(30, 62, 90))
    put_down(keeper=keeper, attempt=attempt).result()
    assert len(resume_attempt(keeper=keeper, attempt=attempt).result()) == 3
    finish_attempt(
        keeper=keeper, account=mia, attempt=attempt, outcome=PLAYED, duration_ms=1, events=[(10, 60, 90)]
    ).result()
    put_down(keeper=keeper, attempt=attempt).result()
    assert (offered(keeper, mia), journals(keeper, mia)) == (None, 0)


def test_a_game_whose_computer_went_away_is_offered(open_keeper: Callable[[], Keeper], mia: Account) -> None:
    attempt = begun(open_keeper(), mia, (10, 60, 90))
    found = offered(open_keeper(), mia)
    assert found is not None
    assert found.attempt == attempt


def test_where_nothing_was_played_nothing_is_kept(keeper: Keeper, mia: Account) -> None:
    put_down(keeper=keeper, attempt=begun(keeper, mia)).result()
    assert (offered(keeper, mia), journals(keeper, mia)) == (None, 0)


def test_only_the_latest_is_offered_and_not_for_ever(keeper: Keeper, mia: Account, clock: Clock) -> None:
    for _ in range(3):
        clock.forward(seconds=60)
        attempt = begun(keeper, mia, (10, 60, 90))
        put_down(keeper=keeper, attempt=attempt).result()
    found = offered(keeper, mia)
    assert found is not None
    assert (found.attempt, journals(keeper, mia)) == (attempt, 1)
    clock.forward(days=8)
    assert (offered(keeper, mia), journals(keeper, mia)) == (None, 0)


def test_what_nobody_comes_back_to_is_let_go_also_where_nobody_looks(
    keeper: Keeper, mia: Account, clock: Clock
) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    put_down(keeper=keeper, attempt=begun(keeper, mia, (10, 60, 90))).result()
    clock.forward(days=-400)
    look_through(keeper=keeper)
    assert journals(keeper, mia) == 1
    clock.forward(days=400)
    clock.forward(days=8)
    look_through(keeper=keeper)
    assert journals(keeper, mia) == 0


def test_what_was_let_go_no_longer_keeps_an_account_here(keeper: Keeper, mia: Account) -> None:
    attempt = begun(keeper, mia, (10, 60, 90))
    put_down(keeper=keeper, attempt=attempt).result()
    with pytest.raises(StoreProblem, match="not at the school"):
        wipe_account(keeper=keeper, user_id=mia.user_id).result()
    discard_unfinished(keeper=keeper, account=mia, attempt_id=attempt.attempt_id).result()
    assert offered(keeper, mia) is None
    wipe_account(keeper=keeper, user_id=mia.user_id).result()


def test_a_game_that_the_catalogue_does_not_hold_just_now_is_kept_and_offered_once_it_does(
    keeper: Keeper, mia: Account
) -> None:
    attempt = begun(keeper, mia, (10, 60, 90))
    put_down(keeper=keeper, attempt=attempt).result()

    def with_catalogue(catalogue: Catalogue) -> None:
        keeper.submit(lambda desk: setattr(desk, "catalogue", catalogue)).result()

    with_catalogue(Catalogue([]))
    assert (offered(keeper, mia), journals(keeper, mia)) == (None, 1)
    with_catalogue(CATALOGUE)
    found = offered(keeper, mia)
    assert found is not None
    assert found.attempt == attempt
