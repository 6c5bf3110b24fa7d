"""English counts in words: every sentence with a number in it has its singular, and the program speaks it."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.views.kit.language import speak

ROOT = Path(__file__).parents[3]
TRANSLATIONS = ROOT / "resources" / "translations"


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
    translator = speak(qapp, QLocale(QLocale.Language.English))
    assert translator is not None
    yield translator
    qapp.removeTranslator(translator)


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
