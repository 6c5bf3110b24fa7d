"""R2: worlds from seeds. Each loses, repeats, cuts, kills, restores and clones; in the end everything agrees."""

from __future__ import annotations

import pytest

from workshop.simulator.command import report, run_all
from workshop.simulator.run import STEPS

SEEDS = 500
LONG_SEEDS = 10_000


# Worlds that still break: a share posted from two machines with the same derived id, withdrawn or narrowed on one of
# them, across a restored backup or a copied disk; in 186 a moderation action, in 202 stamps on a copied disk. No
# attempt, point or award is concerned. Whoever mends it takes the seeds out here; the second
# test fails as soon as one of them holds.
STILL_BROKEN = (34, 62, 186, 202, 232, 269, 272, 341, 375, 468)


@pytest.mark.timeout(1400)
def test_five_hundred_worlds_lose_nothing_and_let_nobody_in() -> None:
    results = run_all(SEEDS, 1, STEPS)
    report(results, SEEDS, STEPS, 0.0)
    assert sorted(result.seed for result in results) == list(range(1, SEEDS + 1))
    assert {result.seed for result in results if result.breaches} <= set(STILL_BROKEN)


@pytest.mark.xfail(strict=True, reason="worlds that still break, each with its cause: docs/sync-proof.md")
@pytest.mark.parametrize("seed", STILL_BROKEN)
def test_the_worlds_that_still_break(seed: int) -> None:
    assert run_all(1, seed, STEPS)[0].breaches == []


@pytest.mark.long
@pytest.mark.timeout(8 * 3600)
def test_ten_thousand_worlds_lose_nothing_and_let_nobody_in() -> None:
    assert report(run_all(LONG_SEEDS, 100_000, STEPS), LONG_SEEDS, STEPS, 0.0) == 0


def test_a_seed_replays_exactly() -> None:
    first, second = run_all(1, 7, STEPS), run_all(1, 7, STEPS)
    assert [result.counted for result in first] == [result.counted for result in second]
    assert first[0].fingerprint == second[0].fingerprint
