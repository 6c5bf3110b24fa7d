"""Real mirrors in a folder of the test's own, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store_rig import CATALOGUE, Clock, Heard

from app.store.keeper import Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from domain.records.identity import AccessRole


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def open_keeper(tmp_path: Path, clock: Clock, heard: Heard) -> Iterator[Callable[[], Keeper]]:
    """Opens the same folder again and again; closes what is left open."""
    opened: list[Keeper] = []

    def again() -> Keeper:
        for keeper in opened:
            keeper.close()
        keeper = Keeper(
            folder=tmp_path / "mirrors",
            secrets=FileSecrets(tmp_path / "keys.json"),
            now=clock,
            catalogue=CATALOGUE,
            on_change=heard.changed,
            on_trouble=heard.troubled,
        )
        opened.append(keeper)
        return keeper

    yield again
    for keeper in opened:
        keeper.close()


@pytest.fixture
def keeper(open_keeper: Callable[[], Keeper]) -> Keeper:
    return open_keeper()


@pytest.fixture
def mia() -> Account:
    return Account(user_id="u-mia", org_id="org-1", role=AccessRole.STUDENT, display_name="Mia", avatar="note")
