"""Whatever happens to a student between two bites of the judge, what is kept of them equals what a reading finds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import msgspec
import pytest
from small_school import Clock, School, opened
from test_judging import CATALOGUE, played
from test_listening import review

from central.app import Centre
from central.community import badges as office
from central.progress.student import Student
from central.progress.students import Students
from central.sync.unit import Unit
from domain.achievements.catalogue import parse
from domain.achievements.engagements import recorded_by_hand
from domain.achievements.grow import badge_for, release, with_icon
from domain.achievements.other_rooms import hand_in
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, RestDay, RoleEngagement, SkillRole
from domain.records.progress import (
    AssignmentStep,
    AttemptVerdict,
    StepDone,
    StepElement,
    StudentAssignment,
    StudentAttempt,
    VerdictOfCentre,
)
from resources import names, texts

STEPS = ("step-1", "step-2", "step-3")


@pytest.fixture
def elsewhere(database_url: str, clock: Clock, school: School) -> Iterator[Centre]:
    """Another process over the same database, with a judge of its own."""
    with opened(database_url, clock) as built:
        yield built


class Life:
    """What may happen to a student, in any order."""

    def __init__(self, school: School, elsewhere: Centre, seed: int) -> None:
        self.school, self.elsewhere, self.chance = school, elsewhere, random.Random(seed)
        self.number = 0
        self.with_badges()

    def with_badges(self) -> None:
        game = CATALOGUE.family("note_reading")[0]
        self.role = SkillRole(
            org_id=self.school.org_id,
            id="role-1",
            role_code=game.skill_roles[0],
            role_name="Reader",
            status="approved",
        )
        grow = badge_for(self.role, [])
        assert grow is not None
        icons = [name.removesuffix(".svg") for name in names("badges/icons")]
        found = [parse(text, file, org_id=self.school.org_id, icons=icons) for file, text in texts("badges").items()]
        single = [badge for one in found for badge in one.badges if badge.skill_role_id is None]
        self.school.centre.school.put(self.role, release(with_icon(grow, "x.svg")), *single)

    # -- what happens

    def play(self) -> None:
        self.number += 1
        attempt, notes = played(self.school, self.number, self.chance.choice((1.0, 0.3)))
        day = self.chance.choice(("2025-09-01", "2025-09-02", "2025-09-08", "2025-10-01", "never"))
        attempt = msgspec.structs.replace(attempt, step_id=self.chance.choice((*STEPS, None)), played_on=day)
        if self.chance.random() < 0.3:
            attempt = msgspec.structs.replace(attempt, score=attempt.max_possible_score, passed=True)
        self.school.push(self.school.ada, *self.chance.choice(((attempt, notes), (attempt,), (attempt, notes))))

    def judge(self) -> None:
        self.school.centre.judging.judge_pending(self.school.org_id, self.chance.randint(1, 4))

    def judge_elsewhere(self) -> None:
        self.elsewhere.judging.judge_pending(self.school.org_id, self.chance.randint(1, 3))

    def time_goes_by(self) -> None:
        self.school.clock.now += self.chance.randint(1, 60) * 1_000_000

    def work_is_given(self) -> None:
        step = AssignmentStep(
            step_id=self.chance.choice(STEPS),
            step_def_id="d",
            order_index=0,
            element_type=StepElement.GAM,
            element_id="G",
            title="Play",
            pass_threshold=self.chance.choice((None, 500)),
        )
        given = StudentAssignment(
            org_id=self.school.org_id,
            id=f"given-{self.chance.randint(1, 3)}",
            student_id=self.school.ada,
            sequence_id="s",
            sequence_version=1,
            group_id="g",
            assignment_def_id="a",
            name="Work",
            assigned_by_user_id=self.school.teacher,
            created_at=1,
            due_at=self.school.clock.now + self.chance.randint(-1, 1) * 86_400_000_000,
            steps=(step,),
        )
        self.school.centre.school.put(given)

    def step_is_done(self) -> None:
        step = self.chance.choice(STEPS)
        done = StepDone(
            org_id=self.school.org_id, id=f"done-{step}", student_id=self.school.ada, step_id=step, done_at=5
        )
        self.school.centre.school.within(self.school.org_id, lambda unit: unit.add_missing([done]))

    def holiday(self) -> None:
        day = self.chance.choice(("2025-09-03", "2025-09-04"))
        mine = self.chance.random() < 0.5
        rest = RestDay(
            org_id=self.school.org_id,
            id=f"rest-{day}-{mine}",
            class_id=None if mine else self.school.class_id,
            student_id=self.school.ada if mine else None,
            day=day,
            present=self.chance.random() < 0.7,
        )
        self.school.centre.school.put(rest)

    def seen_by_teacher(self) -> None:
        seen = recorded_by_hand(
            org_id=self.school.org_id,
            user_id=self.school.ada,
            skill_role_id=self.role.id,
            teacher_id=self.school.teacher,
            day="2025-09-01",
            note=str(self.chance.randint(1, 3)),
            at=self.school.clock(),
        )
        if self.chance.random() < 0.3:
            seen = msgspec.structs.replace(seen, is_recognized=False, revoked_reason="a mistake")
        self.school.centre.school.put(seen)

    def award_taken_back(self) -> None:
        with self.school.centre.database.reading(self.school.org_id) as connection:
            awards = Unit(connection, self.school.org_id, 0).rows.where(BadgeAward, user_id=self.school.ada)
        for award in awards[:1]:
            gone = AwardRevocation(
                org_id=award.org_id, id=award.id, user_id=award.user_id, reason="no", revoked_at=1, revoked_by="x"
            )
            self.school.centre.school.within(award.org_id, lambda unit, gone=gone: unit.add_missing([gone]))  # type: ignore[misc]

    def teacher_listens(self) -> None:
        with self.school.centre.database.reading(self.school.org_id) as connection:
            rows = Unit(connection, self.school.org_id, 0).rows
            doubts = rows.where(AttemptVerdict, student_id=self.school.ada, verdict=VerdictOfCentre.MISMATCH.value)
            attempts = [rows.get(StudentAttempt, doubt.id) for doubt in doubts]
        for attempt in attempts[-1:]:
            if attempt is not None:
                self.number += 1
                said = review(self.school, attempt, counts=self.chance.random() < 0.5, at=self.number)
                self.school.push(self.school.teacher, said)

    # -- what is so

    def kept_equals_read(self) -> None:
        for centre in (self.school.centre, self.elsewhere):
            with centre.database.reading(self.school.org_id) as connection:
                unit = Unit(connection, self.school.org_id, 0)
                students = centre.judging._students
                kept = students.take(unit.rows, unit.known, self.school.ada)
                read = Student(unit.rows, unit.known, CATALOGUE, self.school.ada)
                badges = unit.rows.where(Badge)
                assert figures(kept, badges, self.role.id) == figures(read, badges, self.role.id)
            students.put_back(self.school.org_id, [kept], {})


def figures(student: Student, badges: list[Badge], role: str) -> object:
    facts = hand_in(student.facts, student.known(badges))
    history = student.history(badges, [role])
    told = (facts, student.answers.levels(), student.rest_days, history.held, student.attempts)
    engagements: dict[str, RoleEngagement] = {each.id: each for each in history.engagements}
    return msgspec.to_builtins((told, engagements), order="sorted")


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_of_a_student_equals_what_a_reading_finds(school: School, elsewhere: Centre, seed: int) -> None:
    life = Life(school, elsewhere, seed)
    usual: list[Callable[[], None]] = [life.play, life.play, life.play, life.judge, life.judge, life.judge]
    rare: list[Callable[[], None]] = [
        life.judge_elsewhere,
        life.time_goes_by,
        life.work_is_given,
        life.step_is_done,
        life.holiday,
        life.seen_by_teacher,
        life.award_taken_back,
        life.teacher_listens,
    ]
    for _ in range(60):
        life.chance.choice([*usual, *rare])()
        if life.chance.random() < 0.4:
            life.kept_equals_read()
    school.clock.now += 120_000_000
    school.centre.judging.judge_all(school.org_id)
    life.kept_equals_read()


def test_a_long_history_in_bites_equals_the_recompute(school: School, elsewhere: Centre) -> None:
    life = Life(school, elsewhere, 99)
    for number in range(120):
        life.number = number
        attempt, notes = played(school, number, life.chance.choice((1.0, 0.3)))
        school.push(school.ada, attempt, notes)
    while school.centre.judging.judge_pending(school.org_id, 7):
        pass
    with school.centre.database.reading(school.org_id) as connection:
        assert office.recompute(Unit(connection, school.org_id, 0), CATALOGUE).nothing


def test_no_more_is_kept_than_fits_and_the_latest_stay(school: School) -> None:
    students = Students(CATALOGUE, most=120)
    people = [school.ada, school.bo, school.cy]
    with school.centre.database.reading(school.org_id) as connection:
        unit = Unit(connection, school.org_id, 0)
        students.read_ahead(unit.rows, people)
        again = Students(CATALOGUE)
        again.read_ahead(unit.rows, people)
    assert [key[1] for key in students._kept] == people[1:]
    assert [key[1] for key in again._kept] == people
