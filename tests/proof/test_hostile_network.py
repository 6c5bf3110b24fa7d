"""R3, any weather: cuts at any byte, requests twice, late, out of order, answers overtaken, trickles, storms of 503."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from proof_class import Computer, a_class, breaches, counted

from app.sync.carrier import NoAnswer
from central.app import build
from central.database import sqlite_url
from central.serving import Serving
from workshop.simulator.proxy import BUSY, Fault, Proxy, any_weather
from workshop.simulator.run import scratch
from workshop.simulator.school import catalogue

ROUNDS, LONG_ROUNDS = 50, 400


class Weather:
    """What each connection meets; `calm` ends it. A storm says 503 to everybody for a while."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._storm = 0
        self.calm = True

    def __call__(self) -> Fault | None:
        if self.calm:
            return None
        if self._storm:
            self._storm -= 1
            return Fault(answer=BUSY)
        if self._chance.random() < 0.015:
            self._storm = 4
        return any_weather(self._chance, 4_000) if self._chance.random() < 0.8 else None


def one_round(computer: Computer) -> str:
    """A few deeds and one exchange; how it ended. A StoreProblem ("locked", "damaged") passes to the test."""
    for _ in range(computer.chance.randrange(3)):
        computer.does_something()
    try:
        computer.road.exchange(computer.me)
    except NoAnswer as problem:
        return problem.code if problem.code != "http_503" else f"told to wait {problem.retry_after} s"
    return "answered"


def prove(url: str, folder: Path, rounds: int) -> None:
    chance, ended = random.Random(rounds), Counter[str]()
    weather = Weather(chance)
    with Proxy(0, weather) as proxy, a_class(folder, url, proxy) as (cast, computers):
        with (
            build(url, catalogue()) as centre,
            Serving(centre) as serving,
            ThreadPoolExecutor(len(computers)) as hands,
        ):
            proxy.target = serving.port
            weather.calm = False
            for _ in range(rounds):
                ended.update(hands.map(one_round, computers))
                proxy.cut_all()
                if chance.random() < 0.3:
                    proxy.deliver_late()
            weather.calm = True
            proxy.deliver_late()
        assert breaches(url, cast, computers, proxy) == []
    print(f"R3, any weather: {dict(ended)}, {dict(proxy.counted)}, {dict(counted(computers))}, lost 0, twice 0")
    assert {"answered", "no_contact", "told to wait 1.0 s"} <= set(ended)
    assert all(proxy.counted[kind] for kind in ("cut", "repeated", "late", "kept back", "trickled"))


def test_any_weather_loses_nothing_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, ROUNDS)


def test_any_weather_loses_nothing_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, ROUNDS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_four_hundred_rounds_of_weather_over_sqlite() -> None:
    with scratch() as folder:
        prove(sqlite_url(folder / "centre.db"), folder, LONG_ROUNDS)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_four_hundred_rounds_of_weather_over_postgresql(postgres_url: str) -> None:
    with scratch() as folder:
        prove(postgres_url, folder, LONG_ROUNDS)
