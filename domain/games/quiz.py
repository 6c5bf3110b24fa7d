"""The machine behind every game: question, answer, feedback, next question, outcome.

A family only says what is asked (`Question`); stages differ in their `Manner`. Two rules about keys that come too soon:
while feedback shows that ends by itself, a press counts for nothing; where the same question stays (learn, play), a
press is the next try at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import msgspec

from domain.games.answers import Heard, Shown
from domain.games.catalogue import POINTS_A_QUESTION, Game, Stage, StageType
from domain.games.chance import Chance
from domain.games.game import JudgedNote, Outcome
from domain.games.picture import Choice, Keys, Mark, Phase, Picture, Sound, Staff
from domain.games.question import Question
from domain.music.note import Note, Pedal
from domain.music.say import Say, say
from domain.records.progress import RawEvent

# More checked settings than the catalogue has stages and levels.
MOST_KEPT = 4_096
# Where a question stays until it is right, it goes on after so many tries all the same: nobody is stuck for ever.
MOST_TRIES = 6


class Manner(msgspec.Struct, frozen=True, kw_only=True):
    """How a stage treats a try. Times are microseconds.

    retry: a wrong answer keeps the question. hint: keys are shown from the start; hint_after: once a try was wrong.
    again: wrongly answered questions come once more at the end. second: points of a later try, in percent. gives_all:
    a question that was finished has all points. feedback: how long right and wrong feedback stay.
    """

    retry: bool = False
    hint: bool = False
    hint_after: bool = False
    again: bool = False
    second: int = 0
    feedback: tuple[int, int] = (800_000, 2_400_000)
    gives_all: bool = False


MANNERS = {
    StageType.LEARN: Manner(retry=True, hint=True, gives_all=True, feedback=(1_200_000, 2_400_000)),
    StageType.PLAY: Manner(retry=True, hint_after=True, second=50),
    StageType.QUIZ: Manner(),
    StageType.CHALLENGE: Manner(feedback=(250_000, 900_000)),
    StageType.REVIEW: Manner(again=True, second=50),
}

# What a family asks: its settings at the level in force, seeded chance and the catalogue entry, questions without end.
Ask = Callable[[Any, Chance, Game, Stage], Iterator[Question]]


class Family(msgspec.Struct, frozen=True):
    """A game family: the shape of its settings, and what it asks. Called, it makes a running game."""

    name: str
    settings: type[msgspec.Struct]
    ask: Ask
    _kept: dict[tuple[int, int, int], tuple[Game, Stage, msgspec.Struct]] = {}

    def __call__(self, entry: Game, stage: Stage, seed: int, level: int, *, draw: bool = True, late: int = 0) -> Quiz:
        """A game from its catalogue entry. Without `draw` its pictures hold what a replay asks of them, and no more.

        `late` is the attempt's `sound_offset`: what is played along with a click is judged that much earlier.
        """
        questions = self.ask(self._settings(entry, stage, level), Chance(seed, level), entry, stage)
        return Quiz(stage, questions, draw=draw, late=late)

    def _settings(self, entry: Game, stage: Stage, level: int) -> msgspec.Struct:
        """The checked settings, kept for each entry: the centre plays the same stages again thousands of times.

        The entry is kept beside them, so that its identity cannot pass to another one.
        """
        key = (id(entry), id(stage), level)
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            known = self._kept[key] = (entry, stage, self.check(entry.settings_at(stage, level)))
        return known[2]

    def check(self, settings: dict[str, Any]) -> msgspec.Struct:
        """The settings as the family's Struct. Raises ValueError with a sentence that names the field."""
        checked = msgspec.convert(settings, self.settings)
        for field in msgspec.structs.fields(self.settings):
            # A list that is only empty where somebody emptied it leaves nothing to ask.
            if getattr(checked, field.name) == () and field.default != ():
                raise ValueError(f"`{field.name}` names nothing")
        return checked


class Quiz:
    """A running game. Times are microseconds on one clock that the caller owns.

    What is played along with a click comes `late` on this machine: to the answer all time runs that much behind, and to
    everything else it does not.
    """

    def __init__(self, stage: Stage, questions: Iterator[Question], *, draw: bool = True, late: int = 0) -> None:
        self._stage, self._draw, self._late = stage, draw, late
        self._manner = MANNERS[stage.stage_type]
        self._coming: Iterator[Question] = islice(questions, stage.questions)
        self._again: list[Question] = []
        self._deadline: int | None = None
        self._score = self._streak = self._done = self._tries = 0
        self._judged: list[JudgedNote] = []
        self._phase = Phase.READY
        self._resume_at: int | None = None
        self._heard: Heard | None = None
        self._sounds: tuple[Sound, ...] = ()
        self._second_round = False
        self._question = next(self._coming)
        self._answer = self._question.answer()

    # The game's own moves

    def begin(self, at: int) -> Picture:
        """The first question."""
        limit = self._stage.time_limit_seconds
        self._deadline = None if limit is None else at + limit * 1_000_000
        self._ask(at)
        return self._picture(at)

    def play(self, note: Note) -> Picture:
        """A key went down or, with velocity 0, up."""
        if self._listens(note.at):
            self._take(self._answer.play(Note(note.pitch, note.velocity, note.at - self._lag)), note.at)
        return self._picture(note.at)

    def pedal(self, pedal: Pedal) -> Picture:
        """The pedal changes nothing that is asked here."""
        return self._picture(pedal.at)

    def choose(self, choice_id: str, at: int) -> Picture:
        """A choice was picked; others than those shown are ignored."""
        if self._listens(at) and any(choice.choice_id == choice_id for choice in self._question.choices):
            self._take(self._answer.choose(choice_id, at), at)
        return self._picture(at)

    def tick(self, at: int) -> Picture:
        """The time of `wake_at` has come: feedback ends, a count-in or an answer runs out, the time is up."""
        if self._phase is Phase.OVER:
            return self._picture(at)
        if self._deadline is not None and at >= self._deadline:
            self._phase, self._resume_at = Phase.OVER, None
        elif self._resume_at is not None and at >= self._resume_at:
            self._next(at)
        elif self._resume_at is None:
            self._take(self._answer.tick(at - self._lag), at)
        return self._picture(at)

    def outcome(self) -> Outcome | None:
        """The result, once the game is over."""
        if self._phase is not Phase.OVER:
            return None
        threshold = self._stage.pass_threshold
        return Outcome(
            score=self._score,
            max_possible_score=self._stage.max_possible_score,
            passed=self._score >= threshold if threshold is not None else self._done > 0,
            counts=dict(sorted(Counter(str(each.verdict) for each in self._judged).items())),
            concepts=_by_concept(self._judged),
            notes=tuple(self._judged),
        )

    @property
    def judged(self) -> tuple[JudgedNote, ...]:
        """The verdicts so far."""
        return tuple(self._judged)

    def model_answer(self) -> tuple[RawEvent, ...]:
        """A right answer to the question that is being asked, times counted from now; empty when nothing is asked."""
        return () if self._resume_at is not None or self._phase is Phase.OVER else self._answer.model()

    # What happens inside

    @property
    def _lag(self) -> int:
        return self._late if self._answer.clicked else 0

    def _listens(self, at: int) -> bool:
        in_time = self._deadline is None or at < self._deadline
        return in_time and self._resume_at is None and self._phase not in (Phase.OVER, Phase.READY)

    def _ask(self, at: int) -> None:
        self._phase, self._resume_at, self._heard, self._tries = Phase.ASKING, None, None, 0
        self._listen(at, self._question.sounds)

    def _listen(self, at: int, first: tuple[Sound, ...] = ()) -> None:
        self._answer = self._question.answer()
        self._sounds = first + self._answer.start(at)

    def _take(self, heard: Heard | None, at: int) -> None:
        if heard is None:
            return
        self._heard = heard
        first_try = self._tries == 0
        self._tries += 1
        if first_try:
            self._count(heard)
        given_up = self._tries >= MOST_TRIES
        if heard.full or heard.finished or given_up or not self._manner.retry:
            self._finish(heard, at)
        else:
            self._listen(at, self._question.solution if self._manner.hint else ())

    def _count(self, heard: Heard) -> None:
        """Only the first try is counted for verdicts, concepts and the streak."""
        self._judged += heard.judged
        self._streak = self._streak + 1 if heard.full else 0

    def _finish(self, heard: Heard, at: int) -> None:
        if self._manner.again and not heard.full and not self._second_round:
            self._again.append(self._question)
        else:
            self._score += self._points(heard)
            self._done += 1
        self._phase = Phase.FEEDBACK
        right, wrong = self._manner.feedback
        self._resume_at = at + (right if heard.full else wrong)
        self._sounds = () if heard.full else self._question.solution

    def _points(self, heard: Heard) -> int:
        if self._manner.gives_all and (heard.full or heard.finished):
            return POINTS_A_QUESTION
        first = self._tries == 1 and not self._second_round
        return heard.points if first else heard.points * self._manner.second // 100

    def _next(self, at: int) -> None:
        following = next(self._coming, None)
        if following is None and self._again:
            self._second_round = True
            following = self._again.pop(0)
        if following is None:
            self._phase, self._resume_at = Phase.OVER, None
            return
        self._question = following
        self._ask(at)

    # What there is to see

    def _picture(self, at: int) -> Picture:
        if not self._draw:
            return self._bare()
        sounds, self._sounds = self._sounds, ()
        over = self._phase is Phase.OVER
        asking = self._resume_at is None and not over
        phase = self._answer.phase if asking else self._phase
        staff = None if over else self._staff(asking)
        pulse = self._answer.pulse if asking else None
        return Picture(
            phase=phase,
            prompt=say("Done.") if over else self._prompt(),
            staff=staff,
            scene=None if over or staff else self._question.shown_scene,
            sign="" if over else self._question.sign,
            keys=None if over else self._keys(asking),
            choices=() if over else self._choices(),
            feedback=self._heard.feedback if self._heard and not over else None,
            feedback_mark=self._heard.mark if self._heard and not over else None,
            done=self._done,
            total=self._stage.questions,
            score=self._score,
            streak=self._streak,
            sounds=sounds,
            again=self._question.sounds if asking and pulse is None else (),
            pulse=pulse,
            taps=self._question.taps and not over,
            wake_at=None if over else self._wake_at(),
            time_left=self._time_left(at),
        )

    def _bare(self) -> Picture:
        """What decides how a game goes on: its phase, what can be picked, when it wants to be woken."""
        over = self._phase is Phase.OVER
        asking = self._resume_at is None and not over
        return Picture(
            phase=self._answer.phase if asking else self._phase,
            prompt=self._question.prompt,
            choices=() if over else self._question.choices,
            wake_at=None if over else self._wake_at(),
        )

    def _prompt(self) -> Say:
        teach = self._question.teach
        return teach if teach is not None and self._manner.hint else self._question.prompt

    def _wake_at(self) -> int | None:
        wake = self._resume_at
        if wake is None and self._answer.wake_at is not None:
            wake = self._answer.wake_at + self._lag
        if wake is None or self._deadline is None:
            return self._deadline if wake is None else wake
        return min(wake, self._deadline)

    def _time_left(self, at: int) -> int | None:
        return None if self._deadline is None else max(0, self._deadline - at)

    def _shown(self, asking: bool) -> Shown:
        """What is marked: while asking what the answer has so far, or what a wrong try just showed."""
        if asking and (self._heard is None or self._answer.shown().keys):
            return self._answer.shown()
        return self._heard.shown if self._heard else self._answer.shown()

    def _staff(self, asking: bool) -> Staff | None:
        question = self._question
        if question.notation is None or (question.by_ear and asking and not self._manner.hint):
            return None
        shown = self._shown(asking)
        now = dict.fromkeys(question.now, Mark.NOW) if asking else {}
        return Staff(mei=question.notation.mei(), marks={**now, **shown.staff}, why=shown.why, label=question.label)

    def _keys(self, asking: bool) -> Keys | None:
        question = self._question
        if question.keys is None:
            return None
        solved = not asking and self._heard is not None and not self._heard.full
        hint = self._answer.hint() if (asking and self._hints()) or solved else {}
        marks = {**dict.fromkeys(question.marked, Mark.NOW), **hint, **self._shown(asking).keys}
        return Keys(lowest=question.keys[0], highest=question.keys[1], marks=marks, names=self._manner.hint)

    def _hints(self) -> bool:
        return self._manner.hint or (self._manner.hint_after and self._tries > 0)

    def _choices(self) -> tuple[Choice, ...]:
        return tuple(self._marked_choice(choice) for choice in self._question.choices)

    def _marked_choice(self, choice: Choice) -> Choice:
        picked = {each.played for each in self._heard.judged} if self._heard else set()
        if choice.choice_id == self._question.right_choice:
            settled = self._resume_at is not None
            mark = Mark.RIGHT if settled else Mark.HINT if self._hints() else None
        else:
            mark = Mark.WRONG if choice.choice_id in picked else None
        return choice if mark is None else msgspec.structs.replace(choice, mark=mark)


def _by_concept(judged: list[JudgedNote]) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    for each in judged:
        right, of = sums.get(each.concept, (0, 0))
        sums[each.concept] = right + each.right, of + 1
    return dict(sorted(sums.items()))
