"""A term of one student of the demonstration school: lesson by lesson, every attempt really played and judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from central.app import Centre
from domain.games import ALL
from domain.games.catalogue import Catalogue, DeviceProfile, StageType
from domain.games.pupils import Played, played_through
from domain.learning.heat import notes_of
from domain.learning.progress import NOTHING_DONE, StepFacts, after_attempt, after_done, assignment_progress
from domain.learning.sequence import Sequence, assignment_for
from domain.records import Record
from domain.records.ids import derived_id
from domain.records.progress import (
    JUDGE_VERSION,
    AssignmentStep,
    AttemptSummary,
    Performance,
    PlayType,
    StepDone,
    StudentAssignment,
    StudentAttempt,
)
from workshop import cast
from workshop.school_place import DAY, HOUR, Chance, Place

WEEKS = 12
# Lessons are on Mondays and Thursdays (0 is Monday), in the morning.
LESSON_DAYS = (0, 3)
LESSON_HOUR = 9
PER_LESSON = (3, 8)
LESSONS_PER_ASSIGNMENT = 4
STREAK_DAYS = 12
FREELY_PLAYED = (StageType.PLAY, StageType.QUIZ)


class Term:
    """A student's term: lesson by lesson, the next step of the assignment, sometimes something freely chosen."""

    def __init__(
        self,
        centre: Centre,
        place: Place,
        games: Catalogue,
        life: Sequence,
        class_name: str,
        pupil: cast.Pupil,
        chance: Chance,
        weeks: int,
    ) -> None:
        self._weeks = weeks
        self._place, self._games, self._pupil, self._chance = place, games, pupil, chance
        self._student = place.students[pupil.handle]
        self._class = place.classes[class_name]
        self._templates = [(group, each) for group in life.groups for each in group.assignments]
        self._life = life
        self._now = centre.now()
        self._facts: dict[str, StepFacts] = {}
        self.assignments: list[StudentAssignment] = []

    def records(self) -> Iterator[Record]:
        """Attempts, performances and finished steps in the order in which they happened."""
        lessons = list(lesson_times(self._now, self._weeks))
        for number, at in enumerate(lessons):
            if number % LESSONS_PER_ASSIGNMENT == 0:
                self._assign(at)
            if self._chance.random() <= self._pupil.diligence:
                yield from self._lesson(at)
        for at in self._days_at_home():
            yield from self._attempt(self._free_stage(), None, at)
        self._assign(self._now)

    def _days_at_home(self) -> Iterator[int]:
        """The diligent ones also play every day until yesterday evening: their streak runs."""
        days = int(STREAK_DAYS * max(0.0, self._pupil.diligence - 0.6) / 0.4)
        yesterday = self._now - 14 * HOUR
        yield from (yesterday - back * DAY for back in range(days)[::-1])

    def _assign(self, at: int) -> None:
        """The next assignment of the sequence; the last of it stays for the end, so that everybody has a next step."""
        if len(self.assignments) >= len(self._templates) - (at != self._now):
            return
        group, definition = self._templates[len(self.assignments)]
        self.assignments.append(
            assignment_for(
                student_id=self._student.id,
                definition=definition,
                group=group,
                sequence=self._life,
                org_id=self._place.org_id,
                assignment_id=self._chance.identifier(at),
                assigned_by_user_id=self._class.teacher_id,
                created_at=at - HOUR,
                class_id=self._class.id,
                due_at=at + 14 * DAY,
            )
        )

    def _lesson(self, at: int) -> Iterator[Record]:
        wanted = self._chance.randint(*PER_LESSON)
        for _turn in range(wanted):
            at += self._chance.randint(20, 90) * 1_000_000
            made = list(self._turn(at))
            yield from made
            at += sum(each.duration_ms * 1000 for each in made if isinstance(each, StudentAttempt))

    def _turn(self, at: int) -> Iterator[Record]:
        current = next((each for each in self.assignments if not self._done(each)), None)
        step = self._next_step(current) if current else None
        if step is None:
            yield from self._attempt(self._free_stage(), None, at)
        elif step.stage_id:
            yield from self._attempt(step.stage_id, step, at)
        else:
            yield self._step_done(step.step_id, at)

    def _done(self, assignment: StudentAssignment) -> bool:
        return assignment_progress(assignment, self._facts).status == "complete"

    def _next_step(self, assignment: StudentAssignment) -> AssignmentStep | None:
        next_id = assignment_progress(assignment, self._facts).next_step
        return next((step for step in assignment.steps if step.step_id == next_id), None)

    def _free_stage(self) -> str:
        stages = [
            stage.stage_id
            for game, stage in self._games.stages.values()
            if stage.enabled and stage.stage_type in FREELY_PLAYED and game.difficulty <= 4
        ]
        return self._chance.choice(sorted(stages))

    def _step_done(self, step_id: str, at: int) -> StepDone:
        done = StepDone(
            org_id=self._place.org_id,
            id=derived_id("step_done", self._student.id, step_id),
            student_id=self._student.id,
            step_id=step_id,
            done_at=at,
        )
        self._facts[step_id] = after_done(self._facts.get(step_id, NOTHING_DONE), done.done_at)
        return done

    def _attempt(self, stage_id: str, step: AssignmentStep | None, at: int) -> Iterator[Record]:
        seed = self._chance.getrandbits(31)
        played = self._play(stage_id, seed)
        game, stage = self._games.stages[stage_id]
        outcome = played.outcome
        attempt = StudentAttempt(
            org_id=self._place.org_id,
            id=self._chance.identifier(at),
            student_id=self._student.id,
            step_id=step.step_id if step else None,
            game_id=game.game_id,
            stage_id=stage_id,
            game_version=game.game_version,
            stage_version=stage.stage_version,
            score=outcome.score,
            max_possible_score=outcome.max_possible_score,
            passed=outcome.passed,
            duration_ms=played.duration // 1000,
            play_type=PlayType.ASSIGNED if step else PlayType.FREE_PLAY,
            session_data=AttemptSummary(
                judge_version=JUDGE_VERSION,
                seed=seed,
                level=1,
                counts=outcome.counts,
                concepts=outcome.concepts,
                notes=notes_of(outcome.notes),
            ),
            created_at=at,
            played_on=local_day(at),
            time_zone=cast.TIME_ZONE,
        )
        yield Performance(
            org_id=attempt.org_id,
            id=attempt.id,
            student_id=attempt.student_id,
            input_kind=input_kind(game.device_profile),
            events=played.events,
        )
        yield attempt
        if step:
            self._facts[step.step_id] = after_attempt(step, self._facts.get(step.step_id, NOTHING_DONE), attempt)

    def _play(self, stage_id: str, seed: int) -> Played:
        game, stage = self._games.stages[stage_id]
        machine = ALL[game.family](game, stage, seed, 1, draw=False)
        # Everybody gets a little better through the term.
        skill = min(0.98, self._pupil.skill + 0.01 * len(self.assignments))
        return played_through(machine, seed, skill)


def input_kind(profile: DeviceProfile) -> str:
    """With what such a game is usually played."""
    return "midi" if profile is DeviceProfile.MIDI_REQUIRED else "screen"


def lesson_times(now: int, weeks: int) -> Iterator[int]:
    """The beginnings of the lessons of the last weeks, oldest first, in microseconds."""
    zone = ZoneInfo(cast.TIME_ZONE)
    today = dt.datetime.fromtimestamp(now / 1_000_000, zone).date()
    for back in range(weeks * 7, 0, -1):
        day = today - dt.timedelta(days=back)
        if day.weekday() in LESSON_DAYS:
            begin = dt.datetime.combine(day, dt.time(LESSON_HOUR), zone)
            yield int(begin.timestamp() * 1_000_000)


def local_day(at: int) -> str:
    """The calendar day of a time at the school, as ISO text."""
    return dt.datetime.fromtimestamp(at / 1_000_000, ZoneInfo(cast.TIME_ZONE)).date().isoformat()
