"""The house's own curriculum is read in the user's language, and what a teacher wrote stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.kit.language import speak
from app.views.kit.lessons import lesson
from app.views.kit.sayings import spoken
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from domain.learning.sequence import Sequence
from domain.music.say import say
from resources import texts
from workshop.school import read_sequences

# Names that are the same in both languages.
SAME = {"I, IV and V", "Staccato. Legato."}


@pytest.fixture
def spanish(qtbot: QtBot) -> Iterator[None]:
    application = QApplication.instance()
    assert application is not None
    spoken_here = speak(application, QLocale(QLocale.Language.Spanish))
    yield
    for translator in spoken_here:
        application.removeTranslator(translator)


def told_by(sequence: Sequence) -> Iterator[str]:
    """Every name and text that a child or a teacher reads of a sequence."""
    yield sequence.name
    for element in sequence.elements:
        yield from (element.name, element.body.strip())
    for group in sequence.groups:
        yield group.name
        for assignment in group.assignments:
            yield from (assignment.name, assignment.description)
            yield from (step.title for step in assignment.steps)


def test_every_text_of_the_curriculum_has_its_spanish(spanish: None) -> None:
    sequences = read_sequences(read_catalogue(texts("games").items(), CHECKS))
    said = {text for sequence in sequences for text in told_by(sequence)}
    assert len(said) > 300
    assert {text for text in said if lesson(text) == text} <= SAME


def test_a_step_is_called_by_its_game_and_stage(spanish: None) -> None:
    assert lesson("Guide notes: quiz") == "Notas guía: prueba"
    assert lesson("Find C, D and E. What is this key called?") == "Encuentra do, re y mi. ¿Cómo se llama esta tecla?"
    assert spoken(say("First finish “{step}”.", step="Meet the keys")).endswith("«Conoce las teclas».")


@pytest.mark.parametrize("text", ["", "For Mia: practise slowly", "Our spring concert. Bring your music!"])
def test_what_a_teacher_wrote_stays(spanish: None, text: str) -> None:
    assert lesson(text) == text


@pytest.mark.parametrize("text", ["Guide notes: quiz", "Find C, D and E. What is this key called?", "Meet the keys"])
def test_in_english_nothing_changes(text: str) -> None:
    assert lesson(text) == text
