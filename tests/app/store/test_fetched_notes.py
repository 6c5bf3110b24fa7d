"""Notes that staff have fetched stay for a week, and no longer than their attempt may be seen."""

from __future__ import annotations

from app.store.accounts import look_through
from app.store.keeper import Desk, Keeper
from app.store.readings import Account
from app.store.replaying import keep_performance, recorded
from domain.records.identity import AccessRole
from domain.records.progress import AttemptSummary, Performance, PlayType, StudentAttempt
from local_schema.columns import row_of

TEACHER = Account(user_id="u-tea", org_id="org-1", role=AccessRole.TEACHER, display_name="Ms Lee", avatar="owl")


def attempt(attempt_id: str) -> StudentAttempt:
    return StudentAttempt(
        org_id="org-1",
        id=attempt_id,
        student_id="u-mia",
        game_id="G-00001",
        stage_id="G-00001-quiz",
        score=1,
        max_possible_score=10,
        passed=False,
        duration_ms=1,
        play_type=PlayType.FREE_PLAY,
        session_data=AttemptSummary(judge_version=1, seed=1, level=1),
        created_at=1,
        played_on="2026-11-20",
    )


def notes(attempt_id: str) -> Performance:
    return Performance(
        org_id="org-1", id=attempt_id, student_id="u-mia", input_kind="midi", events=((0, 60, 80), (9, 60, 0))
    )


def ready(keeper: Keeper, *ids: str) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-tea").writing() as writing:
            writing.insert_new("student_attempt", [row_of(attempt(each)) for each in ids])

    keeper.submit(work).result()


def kept(keeper: Keeper) -> list[str]:
    def work(desk: Desk) -> list[str]:
        with desk.mirror("u-tea").reading() as connection:
            found = connection.exec_driver_sql("SELECT attempt_id FROM fetched_performance ORDER BY attempt_id")
            return list(found.scalars())

    return keeper.submit(work).result()


def test_fetched_notes_are_heard_for_a_week(keeper: Keeper, clock) -> None:  # type: ignore[no-untyped-def]
    ready(keeper, "a1")
    keep_performance(keeper=keeper, account=TEACHER, performance=notes("a1")).result()
    clock.forward(days=6)
    assert recorded(keeper=keeper, account=TEACHER, attempt_id="a1").result().performance == notes("a1")
    clock.forward(days=2)
    assert recorded(keeper=keeper, account=TEACHER, attempt_id="a1").result().performance is None


def test_what_is_old_or_not_theirs_any_more_is_dropped_with_the_next_fetch(keeper: Keeper, clock) -> None:  # type: ignore[no-untyped-def]
    ready(keeper, "a1", "a2", "a3")
    for each in ("a1", "a2"):
        keep_performance(keeper=keeper, account=TEACHER, performance=notes(each)).result()

    def gone(desk: Desk) -> None:
        with desk.mirror("u-tea").writing() as writing:
            writing.remove("student_attempt", ["a2"])

    keeper.submit(gone).result()
    keep_performance(keeper=keeper, account=TEACHER, performance=notes("a3")).result()
    assert kept(keeper) == ["a1", "a3"]
    clock.forward(days=8)
    keep_performance(keeper=keeper, account=TEACHER, performance=notes("a3")).result()
    assert kept(keeper) == ["a3"]
    look_through(keeper=keeper)
