"""Real mirrors in a folder of the test's own, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.keeper import Keeper
from app.store.readings import Account
from app.store.secrets import FileSecrets
from domain.games.catalogue import Catalogue, Game, Stage, StageType
from domain.music.say import Say
from domain.records.identity import AccessRole

QUIZ = Stage(stage_id="G-00001-quiz", stage_type=StageType.QUIZ, target_score=900, pass_threshold=700, stage_version=2)
CATALOGUE = Catalogue(
    [
        Game(
            game_id="G-00001",
            game_version=3,
            slug="note-names",
            name="Note names",
            family="note_reading",
            category="Staff",
            skill_roles=("sight_reader",),
            stages=(QUIZ,),
        )
    ]
)


class Clock:
    """Microseconds since 1970; moves when told to."""

    def __init__(self) -> None:
        self.at = 1_800_000_000_000_000

    def __call__(self) -> int:
        return self.at

    def forward(self, *, seconds: float = 0, days: float = 0) -> None:
        self.at += int((seconds + days * 86400) * 1_000_000)


class Heard:
    """What the keeper has told."""

    def __init__(self) -> None:
        self.changes: list[tuple[str, frozenset[str]]] = []
        self.troubles: list[tuple[str, Say]] = []

    def changed(self, account_id: str, entities: frozenset[str]) -> None:
        self.changes.append((account_id, entities))

    def troubled(self, account_id: str, sentence: Say) -> None:
        self.troubles.append((account_id, sentence))


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
