"""Playing on this machine: from a step to a running game to a kept attempt, as `Rooms` hands it to the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject

from app.midi.state import MidiPort
from app.singing import BesideMicrophone, Singing
from app.sound.state import Instrument
from app.stage.desk import Desk
from app.stage.readiness import what_is_missing
from app.stage.running import Stage
from app.store import playing
from app.store.going_on import put_down
from app.store.keeper import Keeper
from app.store.problems import StoreProblem
from app.store.readings import Account, FinishedAttempt, RunningAttempt, StepCard
from app.tuning import Tuning
from domain.games import ALL
from domain.games.game import Outcome
from domain.learning.adaptive import Parameters
from domain.music.say import Say, say
from domain.records.progress import PlayType, RawEvent


def unknown_game() -> Future[RunningAttempt]:
    """The answer for a game that this catalogue does not have: a teacher gave a newer one, or its file is bad."""
    answer: Future[RunningAttempt] = Future()
    answer.set_exception(
        StoreProblem(
            say(
                "This computer does not know this game yet: it is newer than the program here. Everything else can be "
                "played. Please tell your teacher that the program wants an update."
            )
        )
    )
    return answer


class PlayingHere:
    """Puts a game together from the catalogue, the keyboard, the sound and the mirror."""

    def __init__(
        self,
        *,
        keeper: Keeper,
        port: MidiPort,
        sound: Instrument,
        desk: Desk,
        singing: Singing,
        tuning: Tuning,
        parameters: Parameters,
        steady: Callable[[], int],
    ) -> None:
        self._keeper, self._port, self._sound, self._desk = keeper, port, sound, desk
        self._singing, self._tuning = singing, tuning
        self._parameters, self._steady = parameters, steady
        self._catalogue = keeper.catalogue

    def rooms(self) -> dict[str, Any]:
        """The fields of `Rooms` about playing, by name."""
        return {
            "game_name": self._game_name,
            "what_is_missing": self._what_is_missing,
            "start_attempt": self._start_attempt,
            "stage_for": self._stage_for,
            "finish_attempt": self._finish_attempt,
            "put_down": lambda attempt: put_down(keeper=self._keeper, attempt=attempt),
            "go_on_with": lambda attempt: playing.resume_attempt(keeper=self._keeper, attempt=attempt),
        }

    def _game_name(self, game_id: str) -> str:
        game = self._catalogue.game(game_id)
        return game.name if game else game_id

    def _what_is_missing(self, step: StepCard) -> Say | None:
        found = self._catalogue.stage(step.stage_id or "")
        return what_is_missing(found[0].device_profile, self._port.state) if found else None

    def _start_attempt(self, account: Account, step: StepCard) -> Future[RunningAttempt]:
        found = self._catalogue.stage(step.stage_id or "")
        if found is None:
            return unknown_game()
        game, stage = found
        return playing.start_attempt(
            keeper=self._keeper,
            account=account,
            game_id=game.game_id,
            stage_id=stage.stage_id,
            step_id=step.step_id or None,
            play_type=step.play_type or (PlayType.ASSIGNED if step.step_id else PlayType.FREE_PLAY),
            parameters=self._parameters,
            seed=step.seed,
            level=stage.lowest_level if step.play_type is PlayType.CHALLENGE else step.level,
            input_kind="midi" if self._port.state.ready else "screen",
            sound_offset=self._tuning.late(),
        )

    def _stage_for(self, attempt: RunningAttempt, parent: QObject) -> Stage:
        game, entry = self._catalogue.stages[attempt.stage_id]
        stage = Stage(
            game=ALL[game.family](game, entry, attempt.seed, attempt.level, late=attempt.sound_offset),
            sound=BesideMicrophone(self._sound, self._singing.microphone),
            heard=lambda event: playing.heard(keeper=self._keeper, attempt=attempt, event=event),
            now_us=self._steady,
            parent=parent,
        )
        self._seat(stage)
        stage.over.connect(lambda *_: self._unseat(stage))
        parent.destroyed.connect(lambda: self._unseat(stage))
        return stage

    def _seat(self, stage: Stage) -> None:
        self._desk.take(stage)
        self._singing.take(stage)

    def _unseat(self, stage: Stage) -> None:
        self._desk.leave(stage)
        self._singing.leave(stage)

    def _finish_attempt(
        self, attempt: RunningAttempt, outcome: Outcome, events: Sequence[RawEvent], duration: int
    ) -> Future[FinishedAttempt]:
        self._tuning.played(outcome.notes)
        return playing.finish_attempt(
            keeper=self._keeper,
            account=attempt.account,
            attempt=attempt,
            outcome=outcome,
            duration_ms=duration // 1000,
            events=events,
        )
