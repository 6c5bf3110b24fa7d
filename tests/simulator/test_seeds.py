"""R2: worlds from seeds. Each loses, repeats, cuts, kills, restores and clones; in the end everything agrees."""

from __future__ import annotations

import pytest

from domain.records import ALL
from workshop.simulator.command import report, run_all
from workshop.simulator.run import STEPS

SEEDS = 500
LONG_SEEDS = 10_000


@pytest.mark.timeout(1400)
def test_five_hundred_worlds_lose_nothing_and_let_nobody_in() -> None:
    results = run_all(SEEDS, 1, STEPS)
    assert report(results, SEEDS, STEPS, 0.0) == 0
    seen = {name for result in results for name, count in result.rows.items() if count}
    verdicts = {"attempts verified", "attempts mismatch", "attempts implausible"}
    assert {entity.name for entity in ALL} | verdicts <= seen, "what no world has is not proven"


@pytest.mark.long
@pytest.mark.timeout(8 * 3600)
def test_ten_thousand_worlds_lose_nothing_and_let_nobody_in() -> None:
    assert report(run_all(LONG_SEEDS, 100_000, STEPS), LONG_SEEDS, STEPS, 0.0) == 0


def test_a_seed_replays_exactly() -> None:
    first, second = run_all(1, 7, STEPS), run_all(1, 7, STEPS)
    assert [result.counted for result in first] == [result.counted for result in second]
    assert first[0].fingerprint == second[0].fingerprint
