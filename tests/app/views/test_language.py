"""English counts in words: every sentence with a number in it has its singular, and the program speaks it."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import names
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views import places
from app.views.kit.buttons import Button
from app.views.kit.language import speak
from app.views.kit.theme import Theme
from app.views.window import MainWindow
from workshop import gallery_community as community
from workshop import gallery_readings as readings
from workshop.gallery_rooms import still_rooms

ROOT = Path(__file__).parents[3]
TRANSLATIONS = ROOT / "resources" / "translations"

_THINGS = "%n thing(s) will be sent as soon as there is a network."
PAGES = (
    places.AtFeed(),
    places.AtComments(share=community.OPEN_SHARE),
    places.AtProfile(),
    places.AtSettings(),
    places.AtNotices(),
    places.AtPoints(),
    places.AtChallenges(),
    places.AtChallenge(challenge_id="ch2"),
    places.AtHighlights(),
    places.AtModeration(),
    places.AtPolicy(),
    places.AtFamily(),
)


def plurals_of(tree: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """(context, source) of every call of tr or translate that is handed a number."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Call):
            yield from _plural(child, context)
        yield from plurals_of(child, child.name if isinstance(child, ast.ClassDef) else context)


def _plural(call: ast.Call, context: str) -> Iterator[tuple[str, str]]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = [argument.value if isinstance(argument, ast.Constant) else argument for argument in call.args]
    if name == "tr" and len(given) == 3:
        yield context, str(given[0])
    if name == "translate" and len(given) == 4:
        yield str(given[0]), str(given[1])


def counted() -> set[tuple[str, str]]:
    """Every sentence with a number in the program."""
    return {
        each
        for path in (ROOT / "app").rglob("*.py")
        for each in plurals_of(ast.parse(path.read_text(encoding="utf-8")))
    }


def english() -> dict[tuple[str, str], list[str]]:
    """What `mlc_en.ts` says: forms by context and source."""
    found = {}
    for context in ET.parse(TRANSLATIONS / "mlc_en.ts").iter("context"):
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            found[context.findtext("name") or "", message.findtext("source") or ""] = forms
    return found


@pytest.fixture
def speaking(qapp: QCoreApplication) -> Iterator[QTranslator]:
    """The program speaks English while a test runs."""
    (translator,) = speak(qapp, QLocale(QLocale.Language.English))
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def spanish(qapp: QCoreApplication) -> Iterator[None]:
    """The program speaks the Spanish of Mexico, and English where it has no Spanish yet."""
    translators = speak(qapp, QLocale("es_MX"))
    assert len(translators) == 2
    yield
    for each in translators:
        qapp.removeTranslator(each)


class Mirrored(QTranslator):
    """A language that is written from right to left and takes half as much room again: no words, only its shape."""

    def translate(self, _context: str, source: str, _meant: str | None = None, _number: int = -1) -> str:
        return "RTL" if source == "QT_LAYOUT_DIRECTION" else f"⟦{source}{'·' * (len(source) // 2)}⟧"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """The program speaks a language from right to left."""
    translator = Mirrored(qapp)
    qapp.installTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.removeTranslator(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_counted_sentences_are_found() -> None:
    assert ("SignInView", "%n student(s)") in counted()
    assert ("ago", "%n min ago") in counted()


def test_every_counted_sentence_has_an_english_singular_and_plural() -> None:
    forms = english()
    missing = {each for each in counted() if len([form for form in forms.get(each, []) if form]) != 2}
    assert missing == set()


def test_no_english_form_shows_its_brackets() -> None:
    assert [form for forms in english().values() for form in forms if "(s)" in form] == []


def test_the_compiled_file_is_that_of_the_source(speaking: QTranslator) -> None:
    for (context, source), (one, more) in english().items():
        said = [QCoreApplication.translate(context, source, None, number) for number in (1, 12)]
        assert said == [one.replace("%n", "1"), more.replace("%n", "12")], (context, source)


def test_one_student_twelve_students(speaking: QTranslator) -> None:
    said = [QCoreApplication.translate("SignInView", "%n student(s)", None, number) for number in (1, 12)]
    assert said == ["1 student", "12 students"]


# -- other languages


def test_spanish_is_spoken_and_english_where_it_has_no_words_yet(spanish: None, theme: Theme, qtbot: QtBot) -> None:
    made = MainWindow(still_rooms())
    qtbot.addWidget(made)
    made.show()
    made.signed_in(readings.STUDENT)
    made.go(places.AtComments(share=community.OPEN_SHARE))
    qtbot.waitUntil(lambda: "4 comentarios" in names(made))
    said = names(made)
    assert {"Inicio", "Di algo amable", "¡Muy bien!", "Golden Wren: ¡Muy bien!", "Perfil de Silver Fox"} <= set(said)
    assert QCoreApplication.translate("SyncPage", _THINGS, None, 1) == "1 cosa se enviará en cuanto haya red."
    assert QCoreApplication.translate("SyncPage", "Not a sentence of ours") == "Not a sentence of ours"


def test_every_sentence_of_the_school_s_road_has_its_spanish() -> None:
    """What waits, what was refused and why, how a computer joins: nobody should have to guess there."""
    known = {(c.findtext("name"), m.findtext("source")) for c in _contexts("mlc_es.ts") for m in c.iter("message")}
    rooms = ("app/sync", "app/store", "app/views/kit/sync_words.py", "app/views/sync_page.py", "app/views/support.py")
    files = [
        file for room in rooms for file in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    ]
    said = {each for file in files for each in _sentences(ast.parse(file.read_text(encoding="utf-8")))}
    assert len(said) > 100
    assert said - known == set()


def _contexts(file: str) -> Iterator[ET.Element]:
    return ET.parse(TRANSLATIONS / file).iter("context")


def _sentences(tree: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """(context, source) of all that is said, translated or not."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Call):
            name = getattr(child.func, "attr", getattr(child.func, "id", ""))
            given = [argument.value for argument in child.args if isinstance(argument, ast.Constant)]
            words = [value for value in given if isinstance(value, str)]
            if name in ("tr", "say") and words:
                yield (context if name == "tr" else "domain"), words[0]
            elif name == "translate" and len(words) > 1:
                yield words[0], words[1]
        yield from _sentences(child, child.name if isinstance(child, ast.ClassDef) else context)


def test_every_translation_keeps_the_names_of_its_values() -> None:
    for path in TRANSLATIONS.glob("*.ts"):
        for message in ET.parse(path).iter("message"):
            source = message.findtext("source") or ""
            forms = [form.text or "" for form in message.iter("numerusform")] or [message.findtext("translation") or ""]
            wanted = set(re.findall(r"\{\w+\}", source))
            assert all(set(re.findall(r"\{\w+\}", form)) == wanted for form in forms), (path.name, source)


@pytest.mark.parametrize("place", PAGES, ids=lambda place: type(place).__name__)
def test_every_face_of_the_community_reads_from_right_to_left(
    mirrored: None, theme: Theme, qtbot: QtBot, place: places.Place
) -> None:
    made = MainWindow(still_rooms())
    qtbot.addWidget(made)
    made.resize(1366, 900)
    made.show()
    teaching = isinstance(place, places.AtModeration | places.AtPolicy)
    made.signed_in(readings.TEACHER if teaching else readings.STUDENT)
    made.go(place)
    qtbot.waitUntil(lambda: len(names(made)) > 12)
    assert made.page is not None
    assert made.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    plain = [button.text() for button in made.page.findChildren(Button) if button.isVisible() and not _own(button)]
    assert [text for text in plain if text and not text.startswith("⟦") and not text.isdigit()] == []


def _own(button: Button) -> bool:
    """Names that nobody translates: of people, of badges, of a school's regions."""
    known = {card.name for card in readings.BADGES} | {who.display_name for who in community.CHILDREN}
    return button.property("kind") == "link" or button.text() in known | set(community.PROFILE.regions)
