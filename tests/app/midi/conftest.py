"""A JACK server for the tests that play on real ports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshop.rigs import Player, jack_server, player


@pytest.fixture(scope="module")
def jack() -> Iterator[str]:
    with jack_server() as name:
        yield name


@pytest.fixture
def piano(jack: str) -> Iterator[Player]:
    with player("Piano") as keyboard:
        yield keyboard
