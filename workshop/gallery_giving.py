"""Giving work, for looking at it: the shipped pathway, a class, a group, and a pathway in the making."""

from __future__ import annotations

from concurrent.futures import Future
from functools import cache
from typing import TypeVar

from app.store.giving_readings import (
    GivenCard,
    GivenNow,
    GivenPage,
    GivingPage,
    GroupCard,
    PathAssignment,
    PathGroup,
    Pathway,
    Person,
    StageChoice,
    StepLine,
)
from app.views.rooms_giving import GivingRooms
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.learning.curriculum import parse_sequence
from domain.learning.sequence import LearningElement, Sequence
from domain.music.say import say
from domain.records.curriculum import CustomSequence, OwnAssignment, OwnElement, OwnGroup, OwnStep
from domain.records.progress import StepElement
from resources import texts
from workshop import gallery_class as a_class
from workshop import gallery_readings as readings

Answer = TypeVar("Answer")


def _done(answer: Answer) -> Future[Answer]:
    future: Future[Answer] = Future()
    future.set_result(answer)
    return future


@cache
def life() -> Sequence:
    """The shipped pathway."""
    games = read_catalogue(texts("games").items(), CHECKS)
    [(file, text)] = texts("curricula").items()
    return parse_sequence(text, file, games.stages)


def _lines(steps: tuple[object, ...]) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(title=f"Step {n}", element=StepElement.GAM, optional=False, pass_threshold=700)
        for n, _ in enumerate(steps, 1)
    )


@cache
def page() -> GivingPage:
    """What a class can be given."""
    shipped = Pathway(
        sequence_id="SEQ-LIFE",
        name=life().name,
        description=str(life().metadata["description"]),
        groups=tuple(
            PathGroup(
                name=group.name,
                assignments=tuple(
                    PathAssignment(
                        assignment_def_id=each.assignment_def_id,
                        name=each.name,
                        description=each.description,
                        steps=_lines(each.steps),
                    )
                    for each in group.assignments
                ),
            )
            for group in life().groups
        ),
    )
    own = Pathway(
        sequence_id="SEQ-CAROLS",
        name="Carols for December",
        description="",
        groups=(),
        own_id="own-1",
        mine=True,
        status="draft",
        problem=say("It can't be given yet: {why}.", why="there is no assignment with a step yet"),
    )
    people = tuple(
        Person(student_id=f"st{n}", display_name=row.display_name, roster_name=row.roster_name, avatar=row.avatar)
        for n, row in enumerate(a_class.student_rows())
    )
    group = GroupCard(group_id="g1", name="Early birds", student_ids=("st0", "st1"))
    return GivingPage(class_id="c1", class_name="Piano Lab 4A", pathways=(shipped, own), people=people, groups=(group,))


def _given(name: str, done: int, begun: int, due: int | None, *, archived: bool = False) -> GivenCard:
    return GivenCard(
        name=name,
        sequence_name="Lifetime Musician",
        due_at=due,
        given_at=readings.NOW - 3 * readings.DAY,
        people=12,
        done=done,
        begun=begun,
        archived=archived,
        assignment_ids=("a1",),
    )


GIVEN = GivenPage(
    class_id="c1",
    class_name="Piano Lab 4A",
    cards=(
        _given("Reading treble notes", 5, 6, readings.NOW + 5 * readings.DAY),
        _given("Rhythm in four", 9, 2, readings.NOW - readings.DAY),
        _given("Bass clef, first steps", 12, 0, None, archived=True),
    ),
)

OWN = CustomSequence(
    org_id="o",
    id="own-1",
    owner_id="t1",
    sequence_id="SEQ-CAROLS",
    name="Carols for December",
    groups=(
        OwnGroup(
            group_code="G-01",
            name="First week",
            assignments=(
                OwnAssignment(
                    assignment_code="A-01",
                    name="Silent night",
                    steps=(
                        OwnStep(code="TXT-OWN-0001-E", element="TXT-OWN-0001-E"),
                        OwnStep(code="G-01542-quiz", stage="G-01542-quiz"),
                        OwnStep(
                            code="G-01542-play",
                            stage="G-01542-play",
                            requires=("TXT-OWN-0001-E", "G-01542-quiz"),
                            min_attempts=2,
                            min_score=800,
                        ),
                    ),
                ),
                OwnAssignment(assignment_code="A-02", name="In three"),
            ),
        ),
        OwnGroup(group_code="G-02", name="Second week"),
    ),
    elements=(OwnElement(element_id="TXT-OWN-0001-E", name="Sing it first", body="Sing the tune before you play."),),
    created_at=1,
)

STAGES = (
    StageChoice(
        stage_id="G-01542-play",
        game_name="Treble notes from C4 to A4",
        stage_type="play",
        difficulty=2,
        category="Staff",
        target_score=900,
        pass_threshold=700,
        max_possible_score=1_000,
    ),
)


def element(kind: StepElement) -> LearningElement:
    """The first of its kind in the shipped pathway."""
    return next(each for each in life().elements if each.element_type is kind)


def still_giving() -> GivingRooms:
    """Rooms for giving work over what is above."""
    return GivingRooms(
        page=lambda _account, _class: _done(page()),
        give=lambda _account, _class, _sequence, what, whom, _due: _done(
            GivenNow(given=len(what) * len(whom) - 1, had_it=1)
        ),
        given=lambda _account, _class: _done(GIVEN),
        put_away=lambda _account, ids, _away: _done(len(ids)),
        keep_group=lambda *_: _done(page().groups),
        drop_group=lambda *_: _done(()),
        begin_pathway=lambda _account, _name: _done(OWN),
        own_pathway=lambda _account, _id: _done(OWN),
        keep_pathway=lambda _account, changed: _done(changed),
        preview=lambda _account, _own, _place: _done(readings.PLAYER),
        find_stages=lambda _words: STAGES,
        most_points=lambda _stage: 1_000,
        element=lambda _account, step: _done(element(step.element)),
        sing=lambda _melody, _tempo: 0,
    )
