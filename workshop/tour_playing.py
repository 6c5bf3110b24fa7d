"""A performance as a child gives it: reads what the screen asks, answers on a real port or with the mouse, and counts
what was played and what arrived."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from domain.records.progress import CHOICE, PEDAL, RawEvent

if TYPE_CHECKING:
    from app.desktop import Desktop
    from app.store.readings import FinishedAttempt
    from workshop.hands import Hands
    from workshop.rigs import Player

# How long a child looks at a question before a key goes down, in seconds.
THINKING = 0.1
Moments = Mapping[int, Callable[[], object]]
VELOCITY = 76


class Performing:
    """One stage of one game, from its first question to its result."""

    def __init__(self, keyboard: Player, lab: Desktop, student: Hands) -> None:
        self._keyboard, self._lab, self._student = keyboard, lab, student
        self._played = self._heard = 0
        self._finished: FinishedAttempt | None = None

    @property
    def finished(self) -> FinishedAttempt:
        """The result, as the store gave it."""
        assert self._finished is not None
        return self._finished

    def play(self, *, before: Moments | None = None, after: Moments | None = None, slips: Collection[int] = ()) -> None:
        """Answer every question until the result page is there.

        `before` and `after` say what else happens at a question, counted from 0; `slips` are answered wrongly.
        """
        from app.views import places
        from workshop.hands import linger, wait_for

        window: Any = self._student.window
        self._lab.news.key.connect(self._hear)
        wait_for(lambda: self.game() is not None, "the game begins")
        question = 0
        while not isinstance(window.place, places.AtResult):
            model = self._asked()
            if model:
                (before or {}).get(question, _nothing)()
                self._answer(model, slip=question in slips)
                (after or {}).get(question, _nothing)()
                question += 1
            linger(0.05)
        self._lab.news.key.disconnect(self._hear)
        self._finished = window.place.finished

    def stage(self) -> Any:
        """What runs behind the play page, or None."""
        return getattr(getattr(self._student.window, "page", None), "_game", None)

    def game(self) -> Any:
        """The running game, or None."""
        return getattr(self.stage(), "_game", None)

    def _asked(self) -> tuple[RawEvent, ...]:
        """A right answer to what the screen asks; empty while nothing is asked."""
        game = self.game()
        return game.model_answer() if game is not None and game.outcome() is None else ()

    def _answer(self, model: tuple[RawEvent, ...], *, slip: bool) -> None:
        from workshop.hands import linger, wait_for

        if self.stage().picture.pulse is not None:
            self._play_in_time(model)
            wait_for(lambda: not self._asked(), "the beat is over")
            return
        linger(THINKING)
        for _after, pitch, value in model:
            if pitch == CHOICE:
                self._student.press(f"{value + 1}: ")
            elif value and pitch != PEDAL:
                self._press(pitch + 2 if slip else pitch)

    def _play_in_time(self, model: tuple[RawEvent, ...]) -> None:
        """With the click: the first note falls on the first beat."""
        from workshop.hands import linger

        stage = self.stage()
        begin = stage.picture.pulse.at - model[0][0]
        for after, pitch, value in model:
            linger(max(0, begin + after - stage.game_time()) / 1_000_000)
            if value and pitch < CHOICE:
                self._press(pitch)

    def _press(self, pitch: int) -> None:
        from workshop.hands import wait_for

        target = self._heard + 1
        self._keyboard.send([0x90, pitch, VELOCITY], [0x80, pitch, 0], gap_us=60_000)
        self._played += 1
        wait_for(lambda: self._heard >= target, "the note arrives")

    def _hear(self, _pitch: int, velocity: int) -> None:
        self._heard += velocity > 0

    def pull_the_plug(self, seen: Callable[[str], None]) -> None:
        """The cable is pulled out in the middle of the game and plugged in again; `seen` takes the pictures."""
        from workshop.hands import wait_for

        self._keyboard.unplug()
        self._student.waits_to_see("keyboard")
        wait_for(lambda: self.stage().is_paused, "the game waits for its keyboard")
        seen("the keyboard is pulled out")
        self._keyboard.plug()
        wait_for(lambda: not self.stage().is_paused, "the game goes on")
        seen("the keyboard is back")

    def figures(self, stage: str) -> dict[str, Any]:
        """What was played, heard and judged."""
        outcome = self.finished.outcome
        return {
            "stage": stage,
            "notes_played": self._played,
            "notes_heard": self._heard,
            "notes_judged": len(outcome.notes),
            "score": outcome.score,
            "of": outcome.max_possible_score,
            "passed": outcome.passed,
            "attempt": self.finished.attempt_id,
        }


def _nothing() -> None:
    """Nothing else happens at this question."""
