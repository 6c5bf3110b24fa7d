"""The centre killed with signal 9 at random moments, while a class plays, shares and likes: all of it arrives, once."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from proof_class import Computer, a_class, breaches, counted
from proof_server import Mortal

from central.database import sqlite_url
from workshop.simulator.proxy import Proxy
from workshop.simulator.run import scratch

KILLS, LONG_KILLS = 12, 120
PATIENCE = 60.0


def lives(computer: Computer, ended: threading.Event) -> None:
    """Do something again and again, at the pace of a quick child."""
    while not ended.wait(computer.chance.uniform(0, 0.1)):
        computer.does_something()


def killed(mortal: Mortal, proxy: Proxy, chance: random.Random) -> None:
    """Let some bytes pass and a moment more, so that it is hit while it reads, works or answers; then it comes back."""
    proxy.wait_for(chance.randrange(500, 12_000), PATIENCE)
    threading.Event().wait(chance.uniform(0, 0.05))
    mortal.kill()
    proxy.target = mortal.start()


def prove(url: str, folder: Path, kills: int) -> None:
    chance, ended = random.Random(kills), threading.Event()
    with Proxy(0, lambda: None) as proxy, a_class(folder, url, proxy) as (cast, computers):
        with Mortal(url) as mortal, ThreadPoolExecutor(len(computers)) as hands:
            proxy.target = mortal.start()
            for computer in computers:
                computer.road.start()
            living = [hands.submit(lives, computer, ended) for computer in computers]
            try:
                for _ in range(kills):
                    killed(mortal, proxy, chance)
                    for computer in computers:
                        computer.road.kick()
            finally:
                ended.set()
            for one in living:
                one.result()
        assert breaches(url, cast, computers, proxy) == []
        figures = counted(computers)
    print(f"centre killed {kills} times: {dict(figures)}, {dict(proxy.counted)}, lost 0, twice 0, refused 0")
    assert figures["play"] > kills
    assert figures["like"] > 0


def test_a_killed_centre_loses_nothing_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, KILLS)


def test_a_killed_centre_loses_nothing_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, KILLS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_kills_lose_nothing_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, LONG_KILLS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_kills_lose_nothing_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, LONG_KILLS)
