"""A student with a long history at a computer that is new to them: the newest comes first, and nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.store.keeper import Desk
from app.store.outbox import sync_state
from app.store.signing_in import grant
from app.sync.road import Road
from central.rows import Rows
from central.sync import pull
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt

PLAYED = 150


class Watched(httpx.HTTPTransport):
    """A real network; `meanwhile` is called before each request but the first with how many there were."""

    def __init__(self, meanwhile: Callable[[int], None]) -> None:
        super().__init__()
        self._asked = 0
        self._meanwhile = meanwhile

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self._asked:
            self._meanwhile(self._asked)
        self._asked += 1
        return super().handle_request(request)


def attempt(world, number: int) -> StudentAttempt:  # type: ignore[no-untyped-def]
    return StudentAttempt(
        org_id=world.org,
        id=f"attempt-{number}",
        student_id=world.mia,
        game_id=world.game.game_id,
        stage_id=world.stage.stage_id,
        score=500,
        max_possible_score=1_000,
        passed=False,
        duration_ms=1_000,
        play_type=PlayType.FREE_PLAY,
        session_data=AttemptSummary(judge_version=1, seed=number, level=1),
        created_at=1_790_000_000_000_000 + number,
        played_on="2026-09-21",
    )


def attempts(machine, student_id: str) -> set[str]:  # type: ignore[no-untyped-def]
    def work(desk: Desk) -> set[str]:
        with desk.mirror(student_id).reading() as connection:
            return set(connection.exec_driver_sql("SELECT id FROM student_attempt").scalars())

    found: set[str] = machine.keeper.submit(work).result()
    return found


def at_the_centre(world) -> set[str]:  # type: ignore[no-untyped-def]
    with world.centre.database.reading(world.org) as connection:
        return {row.id for row in Rows(connection, world.org).where(StudentAttempt, student_id=world.mia)}


def test_the_newest_comes_first_and_neither_deeds_nor_news_wait_for_the_rest(  # type: ignore[no-untyped-def]
    world, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.centre.school.within(
        world.org, lambda unit: unit.add_facts([attempt(world, number) for number in range(PLAYED)])
    )
    monkeypatch.setattr(pull, "PAGE_ROWS", 12)
    monkeypatch.setattr(pull, "MOST_ROWS", 12)
    lab = world.machine("lab").enrol()
    mia = world.account(world.mia)
    grant(keeper=lab.keeper, account=mia, verifier="checked elsewhere").result()
    newest, seen, arrived = f"attempt-{PLAYED - 1}", [], 0

    def meanwhile(asked: int) -> None:
        nonlocal arrived
        here = attempts(lab, world.mia)
        seen.append((len(here), newest in here, sync_state(keeper=lab.keeper, account=mia).result().older))
        if asked == 3:
            lab.keeper.submit(lambda desk: _plays(desk, world)).result()
        if not arrived and f"attempt-{PLAYED}" in at_the_centre(world):
            arrived = asked

    road = Road(keeper=lab.keeper, transport=Watched(meanwhile))
    road.exchange(world.mia)
    road.close()
    assert seen[0][1], "the newest is here after one answer"
    assert 0 < seen[0][0] < PLAYED
    percents = [older for _, _, older in seen if older is not None]
    assert percents == sorted(percents)
    assert len(percents) > 5
    assert arrived in (4, 5, 6), "what was done meanwhile went up before the rest came down"
    assert len(attempts(lab, world.mia)) == PLAYED + 1
    assert sync_state(keeper=lab.keeper, account=mia).result().older is None


def _plays(desk: Desk, world) -> None:  # type: ignore[no-untyped-def]
    with desk.mirror(world.mia).writing() as writing:
        writing.put(attempt(world, PLAYED))
