"""Whatever a student does in whatever order it arrives, both ends come to the same figures and the same badges."""

from __future__ import annotations

import random

import msgspec
from together import Seat, Together, games

from app.store.earning import facts_in
from app.store.keeper import Desk
from app.store.moments import collections, personal_bests, points_page
from central.progress.student import Student
from central.sync.unit import Unit
from domain.achievements import catalogue as badge_catalogue
from domain.achievements.facts import StudentFacts
from domain.achievements.other_rooms import hand_in
from domain.learning.sequence import assignment_for
from domain.records.achievements import Badge, BadgeAward, PointsEntry
from domain.records.ids import derived_id
from domain.records.progress import AttemptSummary, PlayType, StepDone, StudentAttempt
from resources import names, texts
from workshop.school import read_sequences

DAY = 86_400_000_000


def with_badges(together: Together) -> None:
    icons = [name.removesuffix(".svg") for name in names("badges/icons")]
    for file, text in texts("badges").items():
        found = badge_catalogue.parse(text, file, org_id=together.org_id, icons=icons)
        # Without roles: their levels need attempts that were verified, and these have no notes.
        together.centre.school.put(*(badge for badge in found.badges if badge.skill_role_id is None))


def with_assignments(together: Together, seat: Seat, count: int) -> list[tuple[str, str, str]]:
    """The first assignments of a sequence, due some day; the game steps as (step, game, stage)."""
    life = next(each for each in read_sequences(games()) if each.sequence_id == "SEQ-LIFE")
    steps = []
    for group in life.groups[:2]:
        for definition in group.assignments[:count]:
            made = assignment_for(
                student_id=seat.account.user_id,
                definition=definition,
                group=group,
                sequence=life,
                org_id=together.org_id,
                assignment_id=derived_id("given", seat.account.user_id, definition.assignment_def_id),
                assigned_by_user_id=together.teacher.account.user_id,
                created_at=together.time(),
                class_id=together.class_id,
                due_at=together.time() + 20 * DAY,
            )
            together.centre.school.put(made)
            steps += [(s.step_id, s.element_id, s.stage_id) for s in made.steps if s.stage_id]
            read_on(together, seat, [s.step_id for s in made.steps if not s.stage_id])
    return steps


def read_on(together: Together, seat: Seat, steps: list[str]) -> None:
    """Texts and videos are opened to their end at the machine."""

    def work(desk: Desk) -> None:
        with desk.mirror(seat.account.user_id).writing() as writing:
            for step in steps:
                who = seat.account.user_id
                writing.put(
                    StepDone(
                        org_id=together.org_id,
                        id=derived_id("done", who, step),
                        student_id=who,
                        step_id=step,
                        done_at=together.time(),
                    )
                )

    seat.keeper.submit(work).result(30)


def attempt(together: Together, seat: Seat, chance: random.Random, number: int, steps: list) -> StudentAttempt:
    game = chance.choice(games().games)
    step, game_id, stage = None, game.game_id, chance.choice(game.stages).stage_id
    if chance.random() < 0.6:
        step, game_id, stage = chance.choice(steps)
    right = 10 if step and chance.random() < 0.8 else chance.randint(0, 10)
    day = chance.randint(1, 40)
    return StudentAttempt(
        org_id=together.org_id,
        id=derived_id("played", seat.account.user_id, number),
        student_id=seat.account.user_id,
        step_id=step,
        game_id=game_id,
        stage_id=stage,
        score=right * 1_000,
        max_possible_score=10_000,
        passed=right >= 5,
        duration_ms=60_000,
        play_type=PlayType.ASSIGNED if step else PlayType.FREE_PLAY,
        session_data=AttemptSummary(
            judge_version=1,
            seed=number,
            level=chance.randint(1, 4),
            concepts={chance.choice(("treble", "bass", "metre")): (right, 10)},
        ),
        created_at=together.time.now + day * DAY + number,
        played_on=f"2026-{11 + day // 30:02d}-{1 + day % 30:02d}",
    )


def test_a_random_history_gives_equal_figures_and_badges_at_both_ends(together: Together) -> None:
    with_badges(together)
    chance, seat = random.Random(7), together.ada
    steps = with_assignments(together, seat, 3)
    together.all_meet()
    played = [attempt(together, seat, chance, number, steps) for number in range(160)]
    chance.shuffle(played)
    for one in played[:80]:
        keep(seat, one)
    seat.meets_the_centre()
    for one in played[80:]:
        keep(seat, one)
    together.all_meet()
    together.time.forward(days=60)
    together.all_meet()
    mine, theirs = facts_at_seat(seat), facts_at_centre(together, seat)
    assert msgspec.to_builtins(mine, order="sorted") == msgspec.to_builtins(theirs, order="sorted")
    assert mine.assignments_done
    assert mine.points
    with together.centre.database.reading(together.org_id) as connection:
        rows = Unit(connection, together.org_id, 0).rows
        me = seat.account.user_id
        assert {a.id for a in rows.where(BadgeAward, user_id=me)} == set(seat.holds(BadgeAward))
        assert {p.id: p.points for p in rows.where(PointsEntry, student_id=me)} == {
            p.id: p.points for p in seat.holds(PointsEntry).values()
        }
    page = seat.does(points_page)
    assert page.total == mine.points == sum(week.points for week in page.weeks)
    assert seat.does(personal_bests)
    assert any(group.held for group in seat.does(collections))


def keep(seat: Seat, one: StudentAttempt) -> None:
    from app.store.earning import earn

    def work(desk: Desk) -> None:
        with desk.mirror(seat.account.user_id).writing() as writing:
            writing.put(one)
            writing.settle_sums()
            earn(desk, writing, one)

    seat.keeper.submit(work).result(30)


def facts_at_seat(seat: Seat) -> StudentFacts:
    def work(desk: Desk) -> StudentFacts:
        with desk.mirror(seat.account.user_id).reading() as connection:
            return facts_in(desk, connection, seat.account.user_id)

    return seat.keeper.submit(work).result(30)


def facts_at_centre(together: Together, seat: Seat) -> StudentFacts:
    with together.centre.database.reading(together.org_id) as connection:
        unit = Unit(connection, together.org_id, 0)
        student = Student(unit.rows, unit.known, games(), seat.account.user_id)
        return hand_in(student.facts, student.known(unit.rows.where(Badge)))
