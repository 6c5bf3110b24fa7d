"""A clock that the test moves, an ear for what the keeper tells, and a catalogue of one game."""

from __future__ import annotations

from app.store.keeper import Desk, Keeper
from app.store.outbox import settle
from domain.games.catalogue import Catalogue, Game, Stage, StageType
from domain.music.say import Say
from domain.records.wire import OpVerdict

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


def answered(keeper: Keeper, account_id: str, verdicts: list[OpVerdict]) -> None:
    """The centre's verdicts, without anything else of its answer."""

    def work(desk: Desk) -> None:
        mirror = desk.mirror(account_id)
        with mirror.writing(durable=False) as writing:
            settle(mirror, writing, verdicts)

    keeper.submit(work).result()
