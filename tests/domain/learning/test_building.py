"""Whatever a teacher does in the builder, in whatever order: the pathway can be read, and nothing points nowhere."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.learning import building
from domain.learning.building import FullError
from domain.learning.curriculum import CurriculumError, sequence_of
from domain.learning.melody import MelodyError, timed
from domain.learning.opening import never_met
from domain.records.curriculum import CustomSequence, OwnElement
from domain.records.progress import StepElement
from resources import texts

CATALOGUE = read_catalogue(texts("games").items(), CHECKS)
STAGES = sorted(stage_id for stage_id, (_, stage) in CATALOGUE.stages.items() if stage.enabled)[:6]
EMPTY = CustomSequence(
    org_id="o", id="own-1", owner_id="t", sequence_id="SEQ-OWN1", name="Carols", status="published", created_at=1
)
DEEDS = st.lists(
    st.tuples(st.sampled_from(["group", "assignment", "game", "text", "move", "remove", "require", "drop"]),
              st.integers(0, 5), st.integers(0, 5), st.sampled_from([-1, 1])),
    max_size=40,
)  # fmt: skip


def places(own: CustomSequence) -> list[tuple[str, str]]:
    return [(g.group_code, a.assignment_code) for g in own.groups for a in g.assignments]


def done(own: CustomSequence, deed: tuple[str, int, int, int]) -> CustomSequence:
    what, first, second, by = deed
    if what == "group":
        return building.add_group(own, f"Chapter {first}")
    if not own.groups:
        return own
    if what == "assignment":
        return building.add_assignment(own, own.groups[first % len(own.groups)].group_code, f"Week {second}")
    somewhere = places(own)
    if not somewhere:
        return own
    place = somewhere[first % len(somewhere)]
    if what == "game":
        return building.add_game(own, place, STAGES[second])
    if what == "text":
        text = OwnElement(element_id=building.element_id(own, StepElement.TXT), name="Read this", body="Sing first.")
        return building.add_element(own, place, text)
    return within(own, place, what, second, by)


def within(own: CustomSequence, place: tuple[str, str], what: str, second: int, by: int) -> CustomSequence:
    steps = next(a.steps for g in own.groups for a in g.assignments if (g.group_code, a.assignment_code) == place)
    if what == "drop":
        return building.remove_assignment(own, place)
    if not steps:
        return building.move_assignment(own, place, by)
    code = steps[second % len(steps)].code
    if what == "move":
        return building.move_step(own, place, code, by)
    if what == "remove":
        return building.remove_step(own, place, code)
    earlier = tuple(step.code for step in steps[: second % len(steps)])
    return building.change_step(own, place, code, requires=earlier, min_attempts=second)


@settings(max_examples=60, deadline=None)
@given(deeds=DEEDS)
def test_every_way_of_building_gives_a_pathway_that_can_be_read_or_says_why_not(
    deeds: list[tuple[str, int, int, int]],
) -> None:
    own = EMPTY
    for deed in deeds:
        own = done(own, deed)
    whole = msgspec.structs.replace(
        own,
        groups=tuple(
            msgspec.structs.replace(g, assignments=some)
            for g in own.groups
            if (some := tuple(a for a in g.assignments if a.steps))
        ),
    )
    if never_met(whole, lambda step: step.code, lambda _stage_id: 0) is not None:
        with pytest.raises(CurriculumError, match="No game stands before"):
            sequence_of(whole, CATALOGUE.stages)
        return
    sequence = sequence_of(whole, CATALOGUE.stages)
    shown = [step.element_id for g in sequence.groups for a in g.assignments for step in a.steps]
    assert {element.element_id for element in own.elements} <= set(shown)
    codes = [group.group_code for group in own.groups]
    assert len(set(codes)) == len(codes)


def test_ids_of_what_was_given_stay_when_things_move() -> None:
    own = building.add_assignment(building.add_group(EMPTY, "One"), "G-01", "Week 1")
    own = building.add_game(building.add_game(own, ("G-01", "A-01"), STAGES[0]), ("G-01", "A-01"), STAGES[1])
    before = {s.step_def_id for g in sequence_of(own, CATALOGUE.stages).groups for a in g.assignments for s in a.steps}
    moved = building.move_step(own, ("G-01", "A-01"), STAGES[1], -1)
    steps = sequence_of(moved, CATALOGUE.stages).groups[0].assignments[0].steps
    assert {step.step_def_id for step in steps} == before
    assert [step.stage_id for step in steps] == [STAGES[1], STAGES[0]]


def test_a_step_that_is_required_can_go_and_nothing_waits_for_it() -> None:
    place = ("G-01", "A-01")
    own = building.add_assignment(building.add_group(EMPTY, "One"), "G-01", "Week 1")
    own = building.add_game(building.add_game(own, place, STAGES[0]), place, STAGES[1])
    own = building.change_step(own, place, STAGES[1], requires=(STAGES[0],))
    left = building.remove_step(own, place, STAGES[0]).groups[0].assignments[0].steps
    assert [(step.code, step.requires) for step in left] == [(STAGES[1], ())]


def test_what_is_full_says_so() -> None:
    own = EMPTY
    for number in range(building.MOST_GROUPS):
        own = building.add_group(own, str(number))
    with pytest.raises(FullError, match="chapters"):
        building.add_group(own, "one more")


def test_an_unknown_stage_is_named() -> None:
    own = building.add_game(
        building.add_assignment(building.add_group(EMPTY, "One"), "G-01", "W"), ("G-01", "A-01"), "G-99999-quiz"
    )
    with pytest.raises(CurriculumError, match="G-99999-quiz"):
        sequence_of(own, CATALOGUE.stages)


def test_melodies_are_read_with_their_lengths_and_rests() -> None:
    assert timed(["C4:1", "R:0.5", "F#4:0.5"], 60) == ((0, 1_000_000, 60), (1_500_000, 500_000, 66))
    for wrong in ("H4:1", "C4:x", "C4:0", "C4:99"):
        with pytest.raises(MelodyError):
            timed([wrong], 60)
