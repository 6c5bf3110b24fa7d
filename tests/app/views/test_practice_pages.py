"""Reviews, skills, levels and Quick Find, read and pressed as a screen reader does, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Went, names, press
from PySide6.QtCore import QCoreApplication, QLocale, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.practising import TRANSLATIONS, Translated
from app.store.picking import found_games
from app.store.practice_readings import ReviewPage
from app.views.kit.language import speak
from app.views.kit.theme import Look, Theme
from app.views.places import AtAssignment, AtHome, AtPlay, AtQuickFind, AtReview, AtSkills, back_from
from app.views.rooms import Rooms
from app.views.student.dashboard import DashboardView
from app.views.student.mastery import SkillsView
from app.views.student.quick_find import QuickFindView
from app.views.student.review import ReviewView
from app.views.teacher.levels import LevelsView
from app.views.window import MainWindow
from domain.games.finding import Finder, Wanted
from domain.records.progress import PlayType
from workshop import gallery_practice as practice
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms


def text(view: QWidget) -> str:
    # What was just added is shown by the event loop.
    QApplication.processEvents()
    return " | ".join(names(view))


@pytest.fixture
def went() -> Went:
    return Went()


def shown(qtbot: Any, view: QWidget) -> Any:
    qtbot.addWidget(view)
    view.resize(1200, 900)
    view.show()
    QApplication.processEvents()
    return view


# --- review ----------------------------------------------------------------------------------------------------------


def test_the_review_has_one_button_to_start_and_starts_as_a_review(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, ReviewView(theme, still_rooms(), readings.STUDENT, went))
    first = practice.REVIEW.due[0]
    press(view, f"Start: {first.game_name}")
    assert went == [AtPlay(step=first.step)]
    assert first.step.play_type is PlayType.REVIEW
    assert back_from(first.step, None) == AtReview()


def test_what_is_due_and_what_comes_later_is_named(theme: Theme, went: Went, qtbot: Any) -> None:
    words = text(shown(qtbot, ReviewView(theme, still_rooms(), readings.STUDENT, went)))
    assert "Ledger lines" in words
    assert "Comes back later" in words
    assert "Bass clef · " in words


@pytest.mark.parametrize(
    ("page", "words"),
    [(practice.REVIEW_DONE, "Nothing to review today"), (ReviewPage(), "Nothing to review yet")],
)
def test_where_nothing_is_due_a_game_can_be_found(
    theme: Theme, went: Went, qtbot: Any, page: ReviewPage, words: str
) -> None:
    rooms = still_rooms(practice=practice.still_practice(review=page))
    view = shown(qtbot, ReviewView(theme, rooms, readings.STUDENT, went))
    assert words in text(view)
    press(view, "Find a game")
    press(view, "My skills")
    assert went == [AtQuickFind(), AtSkills()]


def test_the_dashboard_mentions_a_due_review(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, DashboardView(theme, still_rooms(), readings.STUDENT, went))
    assert "heard again today" in text(view)
    press(view, "Review")
    assert went == [AtReview()]
    quiet = still_rooms(dashboard=readings.EMPTY_DASHBOARD)
    assert "heard again today" not in text(shown(qtbot, DashboardView(theme, quiet, readings.STUDENT, went)))


def test_a_game_leads_back_to_where_it_belongs() -> None:
    step = practice.REVIEW.due[0].step
    assert back_from(step, "a1") == AtAssignment(assignment_id="a1")
    assert back_from(readings.STEPS[2], None) == AtHome()


# --- skills ----------------------------------------------------------------------------------------------------------


def test_every_skill_says_where_it_stands_and_leads_to_its_games(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, SkillsView(theme, still_rooms(), readings.STUDENT, went))
    words = text(view)
    assert "Accidentals, mastered, 100 of 100" in words
    assert "Bass clef, growing, 71 of 100, due for review" in words
    assert "Treble clef, not begun" in words
    press(view, "Bass clef, growing")
    press(view, "Today’s review")
    assert went == [AtQuickFind(concept="bass-clef"), AtReview()]


def test_stones_are_pressed_with_the_keyboard(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, SkillsView(theme, still_rooms(), readings.STUDENT, went))
    stone = next(each for each in view.findChildren(QWidget) if each.accessibleName().startswith("Alto clef"))
    QTest.keyClick(stone, Qt.Key.Key_Return)
    assert went == [AtQuickFind(concept="alto-clef")]


def stones_of(trail: QWidget) -> list[QRect]:
    return [child.geometry() for child in trail.children() if isinstance(child, QWidget)]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_stone_lies_on_another(qtbot: Any, went: Went, percent: int) -> None:
    view = shown(qtbot, SkillsView(Theme(Look(percent=percent)), still_rooms(), readings.STUDENT, went))
    for trail in (each for each in view.findChildren(QWidget) if type(each).__name__ == "Trail"):
        boxes = stones_of(trail)
        assert all(not one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
        # The heights of the cards follow the widths when the event loop has come round.
        qtbot.waitUntil(lambda trail=trail: all(trail.rect().contains(box) for box in stones_of(trail)))


# --- levels ----------------------------------------------------------------------------------------------------------


def test_a_teacher_reads_levels_and_the_rule(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(
        qtbot,
        LevelsView(theme, still_rooms(), readings.TEACHER, went, class_id="c1", student_id="st0", name="Blue Finch"),
    )
    qtbot.waitUntil(lambda: "Levels of Blue Finch" in names(view))
    words = text(view)
    assert "Level 1 of 3" in words
    assert "after 3 faultless rounds in a row" in words
    none = still_rooms(practice=practice.still_practice(levels=()))
    empty = LevelsView(theme, none, readings.TEACHER, went, class_id="c1", student_id="st0")
    assert "Nothing played yet" in text(shown(qtbot, empty))


# --- Quick Find ------------------------------------------------------------------------------------------------------


@pytest.fixture
def finder(theme: Theme, went: Went, qtbot: Any) -> QuickFindView:
    view: QuickFindView = shown(qtbot, QuickFindView(theme, still_rooms(), readings.STUDENT, went, concept=None))
    return view


def listed(view: QuickFindView) -> list[str]:
    return [view.list.item(row).text().partition(",")[0] for row in range(view.list.count())]


def test_games_are_found_and_played_without_a_mouse(finder: QuickFindView, went: Went) -> None:
    QTest.keyClicks(finder.field, "blues")
    assert "Blues scales" in listed(finder)
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    chosen = finder.list.currentRow()
    assert chosen == 1
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    (place,) = went
    assert isinstance(place, AtPlay)
    assert place.step.title == listed(finder)[chosen]
    assert place.step.stage_id is not None
    assert place.step.stage_id.endswith("-play")


def test_every_stage_of_a_game_can_be_played(finder: QuickFindView, went: Went) -> None:
    finder.field.setText("whole treble")
    for stage in ("Learn", "Play", "Quiz", "Challenge", "Review"):
        press(finder, f"{stage}: The whole treble staff")
    assert [place.step.stage_id.partition("-quiz")[0] for place in went][2] == went[0].step.stage_id[:-6]
    assert len({place.step.stage_id for place in went}) == 5


def test_a_slip_of_a_letter_is_put_right_and_said(finder: QuickFindView) -> None:
    QTest.keyClicks(finder.field, "trebel staf")
    assert "The whole treble staff" in listed(finder)
    assert "for “treble staf”" in text(finder)


def test_filters_narrow_and_are_taken_back(finder: QuickFindView) -> None:
    every = listed(finder)
    finder._filters["difficulty"].setCurrentIndex(3)
    finder._filters["category"].setCurrentIndex(finder._filters["category"].findData("Chords"))
    assert listed(finder)
    assert all(game.difficulty >= 7 and game.category == "Chords" for game in finder._found.games)
    finder._filters["level"].setCurrentIndex(1)
    assert "No game like that" in text(finder)
    press(finder, "Show all games")
    assert listed(finder) == every
    assert "251 game" in text(finder)


def test_escape_empties_the_field_and_then_leads_home(finder: QuickFindView, went: Went) -> None:
    QTest.keyClicks(finder.field, "zzz")
    assert "No game like that" in text(finder)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert finder.field.text() == ""
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    assert went == [AtHome()]


def test_a_concept_is_looked_for_from_the_start(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, QuickFindView(theme, still_rooms(), readings.STUDENT, went, concept="blues-scales"))
    assert view._found.games
    assert all("blues-scales" in game.concepts for game in view._found.games)
    assert view._filters["concept"].currentData() == "blues-scales"


def test_a_teacher_reads_what_a_game_is_for_and_plays_nothing(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, QuickFindView(theme, still_rooms(), readings.TEACHER, went, concept=None))
    view.field.setText("whole treble")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    game = view._found.games[0]
    assert went == []
    assert game.notes in text(view)
    assert "Quiz" not in text(view)


def test_ctrl_k_opens_it_from_anywhere_and_shortcuts_nothing_for_guardians(qtbot: Any) -> None:
    window = MainWindow(still_rooms())
    qtbot.addWidget(window)
    window.quick_find()
    assert not isinstance(window.place, AtQuickFind)
    window.signed_in(readings.STUDENT)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.place, AtQuickFind))
    window.go(AtPlay(step=readings.STEPS[2], assignment_id="a1"))
    window.quick_find()
    assert isinstance(window.place, AtPlay)


def test_filters_and_stages_are_reached_by_tab(finder: QuickFindView) -> None:
    reached = set()
    for _ in range(30):
        finder.focusNextChild()
        focus = finder.focusWidget()
        reached.add(focus.accessibleName() if focus else "")
    names_wanted = {"Find a game", "Concept", "Level", "Difficulty", "Category", "Games found"}
    assert names_wanted | {"Play: Middle C and friends", "Quiz: Middle C and friends"} <= reached


# --- two languages ---------------------------------------------------------------------------------------------------


@pytest.fixture
def spanish(qapp: QCoreApplication) -> Iterator[None]:
    translators = speak(qapp, QLocale("es_MX"))
    yield
    for each in translators:
        qapp.removeTranslator(each)


def spanish_finder() -> Finder:
    return Finder(practice.catalogue().games, Translated(TRANSLATIONS))


def test_every_game_concept_and_category_has_a_spanish_name() -> None:
    translated = Translated(TRANSLATIONS)
    for game in practice.catalogue().games:
        name, subjects = translated(game)
        assert name.strip(), game.name
        # One of each concept, and the category.
        assert len(subjects.split()) >= len(game.concept_tags) + 1, game.name


@pytest.mark.parametrize("words", ["escala de blues", "ESCALAS BLUES", "armonia", "clave de fa", "silencios"])
def test_spanish_words_find_games_whatever_the_program_speaks(words: str) -> None:
    assert found_games(spanish_finder(), Wanted(words=words), 40).total > 0


def test_the_list_speaks_the_users_language(spanish: None, theme: Theme, went: Went, qtbot: Any) -> None:
    rooms: Rooms = still_rooms()
    view = shown(qtbot, QuickFindView(theme, rooms, readings.STUDENT, went, concept="blues-scales"))
    assert "Escalas de blues" in listed(view)
    assert "Buscar un juego" in text(view)


def test_a_tune_is_picked_and_played_by_itself(theme: Theme, went: Went, qtbot: Any) -> None:
    view = shown(qtbot, QuickFindView(theme, still_rooms(), readings.STUDENT, went, concept=None))
    view.field.setText("jingle bells")
    qtbot.waitUntil(lambda: "Play “Jingle Bells, chorus”" in names(view))
    press(view, "Play “Jingle Bells, chorus”")
    (place,) = went
    assert isinstance(place, AtPlay)
    assert (place.step.title, place.step.level) == ("Jingle Bells, chorus", 1)
    assert place.step.seed is not None
    teachers = shown(qtbot, QuickFindView(theme, still_rooms(), readings.TEACHER, went, concept=None))
    teachers.field.setText("jingle bells")
    qtbot.waitUntil(lambda: "Jingle Bells, chorus" in text(teachers))
    assert "Play “Jingle Bells, chorus”" not in names(teachers)
