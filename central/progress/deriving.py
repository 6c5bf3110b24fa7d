"""Points, engagements and awards of judged attempts, by the same lines as on the client: equal rows, never doubled."""

from __future__ import annotations

from collections.abc import Sequence

from central.progress.student import Student, counted, tags_of
from central.progress.students import Students
from central.progress.verdict import Judged
from central.sync.unit import Unit
from domain.achievements.derive import Derived, derive, is_verified, judged
from domain.achievements.facts import StageTags
from domain.achievements.moments import Story
from domain.achievements.other_rooms import Given
from domain.achievements.streaks import NotADayError
from domain.games.catalogue import Catalogue
from domain.learning.mastery import Answers
from domain.learning.progress import assignment_progress, step_facts
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, PointsEntry, RoleEngagement, SkillRole
from domain.records.progress import AttemptVerdict, PlayType, StepDone, StudentAssignment, StudentAttempt


def story_of(unit: Unit, student_id: str) -> Story:
    """What a student's moments are made from: attempts that were judged, challenges only where they were verified."""
    rows = unit.rows
    verdicts = {v.id: v for v in rows.where(AttemptVerdict, student_id=student_id)}
    attempts = counted(rows, student_id)
    of_steps = [attempt for attempt in attempts if attempt.step_id is not None]
    done = rows.where(StepDone, student_id=student_id)
    return Story(
        student_id=student_id,
        attempts=tuple(
            a for a in attempts if a.play_type is not PlayType.CHALLENGE or is_verified(verdicts.get(a.id)) is True
        ),
        lines=tuple(rows.where(PointsEntry, student_id=student_id)),
        awards=tuple(rows.where(BadgeAward, user_id=student_id)),
        revocations=tuple(rows.where(AwardRevocation, user_id=student_id)),
        badges=tuple(rows.where(Badge)),
        given=_given(rows.where(StudentAssignment, student_id=student_id), of_steps, done),
        mastered=Answers(attempts).mastered(),
    )


def _given(
    assignments: Sequence[StudentAssignment], of_steps: Sequence[StudentAttempt], done: Sequence[StepDone]
) -> tuple[Given, ...]:
    facts = ((each, step_facts(each, of_steps, done)) for each in assignments)
    return tuple(
        Given(assignment=each, completed_at=assignment_progress(each, found).completed_at) for each, found in facts
    )


class Deriving:
    """What some judged attempts bring, within one transaction. `taken` are the students that it has moved on."""

    def __init__(self, unit: Unit, catalogue: Catalogue, students: Students) -> None:
        self.taken: list[Student] = []
        self._unit = unit
        self._catalogue = catalogue
        self._students = students
        self._badges, self._roles = unit.rows.where_each((Badge, {}), (SkillRole, {}))

    def derive_all(self, student_id: str, found: Sequence[Judged], *, anew: bool) -> None:
        """Write what some attempts of one student bring, in the order in which they were played.

        `anew`: one of the student's was judged before and counts otherwise now.
        """
        new = frozenset(one.attempt.id for one in found)
        student = self._students.take(self._unit.rows, self._unit.known, student_id, new, anew=anew)
        self.taken.append(student)
        brought = _Brought(student)
        for one in sorted(found, key=lambda f: (f.attempt.created_at, f.attempt.id)):
            verdict = record_of(one, self._unit.now)
            attempt = judged(one.attempt, verdict)
            tags = tags_of(self._catalogue, attempt.stage_id)
            try:
                student.add(attempt, tags)
                brought.take(self._derived(student, attempt, tags, verdict))
            except NotADayError:
                continue
        brought.write(self._unit)

    def _derived(self, student: Student, attempt: StudentAttempt, tags: StageTags, verdict: AttemptVerdict) -> Derived:
        tagged = [role for role in self._roles if role.role_code in tags.skill_roles]
        return derive(
            attempt,
            tags=tags,
            history=student.history(self._badges, [role.id for role in tagged]),
            roles=tagged,
            badges=self._badges,
            verified=bool(is_verified(verdict)),
            now=self._unit.now,
        )


class _Brought:
    """What the attempts of one student have brought so far."""

    def __init__(self, student: Student) -> None:
        self._student = student
        self._points: list[PointsEntry] = []
        self._awards: list[BadgeAward] = []
        self._engaged: list[RoleEngagement] = []
        self._earlier: list[RoleEngagement] = []

    def take(self, derived: Derived) -> None:
        for engagement in derived.engagements:
            (self._earlier if self._student.engaged(engagement) else self._engaged).append(engagement)
        self._points += derived.points
        self._awards += derived.awards
        self._student.took(derived.engagements, derived.awards, derived.points)

    def write(self, unit: Unit) -> None:
        unit.add_missing(self._engaged)
        for engagement in self._earlier:
            unit.put(engagement)
        unit.add_missing(self._awards)
        unit.add_missing(self._points)


def record_of(found: Judged, now: int) -> AttemptVerdict:
    """The verdict as it is kept."""
    return AttemptVerdict(
        org_id=found.attempt.org_id,
        id=found.attempt.id,
        student_id=found.attempt.student_id,
        verdict=found.verdict,
        score=found.score,
        passed=found.passed,
        judge_version=found.attempt.session_data.judge_version,
        judged_at=now,
        accepted=found.accepted,
    )
