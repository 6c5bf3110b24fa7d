"""Sequences: what is written is checked, and what a student gets is frozen."""

from pathlib import Path

import pytest

from domain.games import CHECKS
from domain.games.catalogue import Catalogue, read_catalogue
from domain.learning.curriculum import CurriculumError, parse_sequence, read_sequence
from domain.learning.sequence import AssignmentDefinition, assignment_for
from domain.music.pitch import pitch
from domain.records.progress import StepElement

ROOT = Path(__file__).parents[3] / "resources"
LIFE = ROOT / "curricula" / "life.toml"

SMALL = """
sequence_id = "SEQ-TRY"
name = "Try"
visibility = "first_party"

[[elements]]
element_id = "TXT-TRY-0001-E"
name = "Read me"

[[groups]]
group_code = "G-01"
name = "One"

[[groups.assignments]]
assignment_code = "A-01"
name = "First"
steps = [
  { element = "TXT-TRY-0001-E" },
  { stage = "G-00101-play" },
  { stage = "G-00101-quiz", requires = ["G-00101-play"], min_score = 300, pass_threshold = 800 },
]
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    files = sorted((ROOT / "games").glob("*.toml"))
    return read_catalogue(((file.name, file.read_text("utf-8")) for file in files), CHECKS)


def test_life_holds_together(catalogue: Catalogue) -> None:
    sequence = parse_sequence(LIFE.read_text("utf-8"), LIFE.name, catalogue.stages)
    steps = [step for group in sequence.groups for each in group.assignments for step in each.steps]
    assert sequence.sequence_id == "SEQ-LIFE"
    assert {step.element_type for step in steps} == set(StepElement)
    assert len({step.step_def_id for step in steps}) == len(steps)


def test_ids_do_not_depend_on_the_version(catalogue: Catalogue) -> None:
    first = parse_sequence(SMALL, "try.toml", catalogue.stages)
    later = parse_sequence(
        SMALL.replace('name = "Try"', 'name = "Try"\nsequence_version = 2'), "try.toml", catalogue.stages
    )
    assert later.sequence_version == 2
    assert [group.group_id for group in first.groups] == [group.group_id for group in later.groups]


def test_an_assignment_freezes_rules_and_version(catalogue: Catalogue) -> None:
    sequence = parse_sequence(SMALL, "try.toml", catalogue.stages)
    group = sequence.groups[0]
    assignment = assignment_for(
        student_id="s",
        definition=group.assignments[0],
        group=group,
        sequence=sequence,
        org_id="o",
        assignment_id="a",
        assigned_by_user_id="t",
        created_at=1_000,
        due_at=2_000,
    )
    text, play, quiz = assignment.steps
    assert (text.element_type, text.element_id) == (StepElement.TXT, "TXT-TRY-0001-E")
    assert play.pass_threshold == 500
    assert quiz.pass_threshold == 800
    assert quiz.target_score == 900
    assert quiz.gating.requires == (play.step_def_id,)
    assert quiz.gating.min_score == 300
    assert assignment.sequence_version == 1
    assert assignment.policy_snapshot["sequence_version"] == 1
    assert sequence.definition(assignment.assignment_def_id) == (group, group.assignments[0])


def test_a_due_date_lies_in_the_future(catalogue: Catalogue) -> None:
    sequence = parse_sequence(SMALL, "try.toml", catalogue.stages)
    group = sequence.groups[0]
    with pytest.raises(ValueError, match="future"):
        assignment_for(
            student_id="s",
            definition=group.assignments[0],
            group=group,
            sequence=sequence,
            org_id="o",
            assignment_id="a",
            assigned_by_user_id="t",
            created_at=1_000,
            due_at=1_000,
        )


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('name = "Try"', 'name = "Try"\ncolour = 1', 4, "colour"),
        ("SEQ-TRY", "TRY", 2, "sequence_id"),
        ("SEQ-TRY", "seq-try", 2, "sequence_id"),
        ('"first_party"', '"everybody"', 4, "visibility"),
        ('"first_party"', '"custom"', 4, "org_id"),
        ('element_id = "TXT-TRY-0001-E"', 'element_id = "TXT-1"', 7, "no element id"),
        ('{ element = "TXT-TRY-0001-E" }', '{ element = "TXT-TRY-0002-E" }', 18, "no element"),
        ("G-00101-play", "G-99999-play", 19, "no stage"),
        ('requires = ["G-00101-play"]', 'requires = ["G-00101-learn"]', 20, "no earlier step"),
        ("pass_threshold = 800", "pass_threshold = 8000", 20, "most possible"),
        ("min_score = 300", "min_scores = 300", 20, "min_scores"),
        ("A-01", "A-1", 15, "assignment_code"),
        ("[[groups]]", "[[groups]", 10, "not TOML"),
    ],
)
def test_mistakes_are_named_with_file_and_line(catalogue: Catalogue, old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(CurriculumError) as caught:
        parse_sequence(SMALL.replace(old, new, 1), "try.toml", catalogue.stages)
    assert says in caught.value.text
    assert (caught.value.file, caught.value.line) == ("try.toml", line)


def test_a_game_that_is_not_there_costs_only_its_assignments(catalogue: Catalogue) -> None:
    gone = "G-00101"
    stages = {stage_id: found for stage_id, found in catalogue.stages.items() if not stage_id.startswith(gone)}
    whole = parse_sequence(LIFE.read_text("utf-8"), LIFE.name, catalogue.stages)
    sequence, wrong = read_sequence(LIFE.read_text("utf-8"), LIFE.name, stages)
    untouched = [each for group in whole.groups for each in group.assignments if not _uses(each, gone)]
    assert [each for group in sequence.groups for each in group.assignments] == untouched
    assert len(wrong) == 72 - len(untouched) > 0
    assert all(gone in error.text for error in wrong)
    assert sequence.elements == whole.elements


def test_a_chapter_without_any_sound_assignment_is_left_out(catalogue: Catalogue) -> None:
    sequence, wrong = read_sequence(SMALL.replace("G-00101", "G-99999"), "try.toml", catalogue.stages)
    assert sequence.groups == ()
    assert [(error.file, error.line) for error in wrong] == [("try.toml", 19)]


def test_life_is_a_whole_pathway(catalogue: Catalogue) -> None:
    sequence = parse_sequence(LIFE.read_text("utf-8"), LIFE.name, catalogue.stages)
    assignments = [each for group in sequence.groups for each in group.assignments]
    assert len(sequence.groups) >= 12
    assert len(assignments) >= 72
    families = {game.family for game in catalogue.games if any(_uses(each, game.game_id) for each in assignments)}
    assert len(families) >= 18


def _uses(definition: AssignmentDefinition, game_id: str) -> bool:
    return any(step.element_id == game_id for step in definition.steps)


def test_the_melodies_of_its_elements_can_be_played(catalogue: Catalogue) -> None:
    sequence = parse_sequence(LIFE.read_text("utf-8"), LIFE.name, catalogue.stages)
    for element in sequence.elements:
        for name, _, beats in (each.partition(":") for each in element.melody):
            assert pitch(name).midi in range(21, 109)
            assert float(beats) > 0
