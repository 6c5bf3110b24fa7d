"""Client and centre killed with signal 9 in the same run, at random moments: what was acknowledged is there, once."""

from __future__ import annotations

import random
import threading
from collections import Counter
from pathlib import Path

import pytest
from proof_class import a_class, breaches, counted
from proof_player import Player
from proof_server import Mortal

from central.database import sqlite_url
from workshop.simulator.proxy import Proxy
from workshop.simulator.run import scratch

KILLS, LONG_KILLS = 12, 120
# Of what it says, until a client is killed: the first words of a start, or in the middle of its work.
MOST_WORDS = 40


def prove(url: str, folder: Path, kills: int) -> None:
    chance, ended = random.Random(kills), Counter[str]()
    with Proxy(0, lambda: None) as proxy, a_class(folder, url, proxy) as (cast, computers):
        mortal_one = computers[0]
        mortal_one.close()
        with Mortal(url) as centre, Player(mortal_one, cast) as client:
            proxy.target = centre.start()
            client.start()
            for _ in range(kills):
                client.plays(chance.randrange(1, MOST_WORDS))
                threading.Event().wait(chance.uniform(0, 0.03))
                who = chance.choice(("client", "centre", "both"))
                ended[who] += 1
                if who != "centre":
                    client.kill()
                if who != "client":
                    centre.kill()
                    proxy.target = centre.start()
                if who != "centre":
                    client.start()
            client.kill()
        mortal_one.open()
        assert breaches(url, cast, computers, proxy) == []
        figures = counted(computers)
    lost = {"begun and not finished": len(mortal_one.begun), "unsure": len(mortal_one.unsure)}
    print(f"killed {dict(ended)}: {dict(figures)}, {dict(proxy.counted)}, {lost}, lost 0, twice 0, refused 0")
    assert figures["played"] > kills
    assert min(ended[who] for who in ("client", "centre", "both")) > 0


@pytest.mark.timeout(300)
def test_a_killed_client_and_a_killed_centre_lose_nothing_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, KILLS)


@pytest.mark.timeout(300)
def test_a_killed_client_and_a_killed_centre_lose_nothing_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, KILLS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_killed_clients_and_centres_lose_nothing_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, LONG_KILLS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_killed_clients_and_centres_lose_nothing_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, LONG_KILLS)
