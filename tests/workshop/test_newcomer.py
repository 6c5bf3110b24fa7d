"""The demonstration has a child who is new: the whole first chapter lies before them, its very first step first."""

from __future__ import annotations

from pathlib import Path

from central.app import build
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.learning.progress import assignment_progress
from domain.records.progress import StudentAssignment
from resources import texts
from workshop import cast
from workshop.demo import database_of, hints, made_of
from workshop.school import make_school, read_sequences, with_the_newcomer


def test_the_newcomer_begins_with_the_first_step_of_the_first_chapter(tmp_path: Path) -> None:
    games = read_catalogue(texts("games").items(), CHECKS)
    sequences = read_sequences(games)
    life = next(each for each in sequences if each.sequence_id == "SEQ-LIFE")
    classes = {cast.FIRST_CLASS: cast.CLASSES[cast.FIRST_CLASS][:1]}
    with build(database_of(tmp_path), games, background=False) as centre:
        place = make_school(centre, games, sequences, lambda _text: None, classes=classes, weeks=1)
        with_the_newcomer(centre, place, sequences)
        child = place.students[cast.NEWCOMER.handle]
        given: list[StudentAssignment] = []
        centre.school.within(
            place.org_id, lambda unit: given.extend(unit.rows.where(StudentAssignment, student_id=child.id))
        )
        whom = [name for name, _secret, _what in hints(made_of(place))]
    given.sort(key=lambda each: each.due_at or 0)
    assert [each.name for each in given] == [each.name for each in life.groups[0].assignments]
    first = given[0]
    assert assignment_progress(first, {}).next_step == first.steps[0].step_id
    assert whom[0] == cast.NEWCOMER.handle
    assert cast.GUARDIAN_NAME in whom


def test_a_demonstration_of_an_earlier_version_names_nobody_who_is_not_there(tmp_path: Path) -> None:
    games = read_catalogue(texts("games").items(), CHECKS)
    classes = {cast.FIRST_CLASS: cast.CLASSES[cast.FIRST_CLASS][:1]}
    with build(database_of(tmp_path), games, background=False) as centre:
        place = make_school(centre, games, read_sequences(games), lambda _text: None, classes=classes, weeks=1)
        whom = [name for name, _secret, _what in hints(made_of(place))]
    assert cast.NEWCOMER.handle not in whom
    assert cast.GUARDIAN_NAME not in whom
