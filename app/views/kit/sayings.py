"""Sentences of the domain in the user's language, and dates, counts and note names in the user's way."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from app.views.kit.lessons import lesson
from domain.music.say import Say

# The values of a sentence that are notes, and how the domain writes one.
_NOTES = frozenset({"note", "played", "white", "relative"})
# A chord's symbol is written with letters everywhere, for guitars and leadsheets too; its signs are real ones.
_CHORD = "chord"
_ALTERED = re.compile(r"(?<=[A-G])(?:#+|b+)")
# Those that are steps of an assignment.
_STEPS = frozenset({"step", "game"})
_NOTE = re.compile(r"([A-G])([#b♯♭]*)(-?\d?)")
_MINUTE = 60 * 1_000_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def locale() -> QLocale:
    """The user's, or British English where the machine has none (a bare "C" writes 12480 and 23 11 2026)."""
    own = QLocale()
    return own if own.language() is not QLocale.Language.C else QLocale(QLocale.Language.English)


def spoken(saying: Say) -> str:
    """The sentence, translated, with its values filled in. A translation that forgot a value falls back to English."""
    template = QCoreApplication.translate("domain", saying.text)
    try:
        return template.format(**{name: _value(name, value) for name, value in saying.values.items()})
    except (KeyError, IndexError, ValueError):
        return saying.english()


def _value(name: str, value: str | int) -> str:
    if name in _NOTES:
        return note_name(str(value))
    if name in _STEPS:
        return lesson(str(value))
    if name == _CHORD:
        return chord_symbol(str(value))
    return locale().toString(value) if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def note_name(name: str) -> str:
    """A note (`C`, `F#`, `Bb4`) in the user's language, with real signs; anything else as it is."""
    written = _NOTE.fullmatch(name)
    if written is None:
        return name
    letter, accidentals, octave = written.groups()
    return QCoreApplication.translate("note", letter) + accidentals.replace("#", "♯").replace("b", "♭") + octave


def chord_symbol(symbol: str) -> str:
    """A chord (`Bbm`, `C/E`) with real signs."""
    return _ALTERED.sub(lambda signs: signs[0].replace("#", "♯").replace("b", "♭"), symbol)


def concept(tag: str) -> str:
    """A concept's tag as words: `treble-clef` → Treble clef, translated where a translation is known."""
    return QCoreApplication.translate("concept", concept_words(tag))


def concept_words(tag: str) -> str:
    """A concept's tag as English words."""
    words = tag.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def game_name(name: str) -> str:
    """A game's name in the user's language."""
    return QCoreApplication.translate("game", name)


def category(name: str) -> str:
    """A category of the catalogue in the user's language."""
    return QCoreApplication.translate("category", name)


def count(number: int) -> str:
    """A number with the user's separators."""
    return locale().toString(number)


def ago(at: int | None, now: int) -> str:
    """How long ago, in words; microseconds. A clock that runs ahead gives 'just now'."""
    translate = QCoreApplication.translate
    if at is None:
        return translate("ago", "never")
    passed = now - at
    if passed < _MINUTE:
        return translate("ago", "just now")
    if passed < _HOUR:
        return translate("ago", "%n min ago", None, passed // _MINUTE)
    if passed < _DAY:
        return translate("ago", "%n h ago", None, passed // _HOUR)
    if passed < 7 * _DAY:
        return translate("ago", "%n d ago", None, passed // _DAY)
    return date(at)


def date(at: int) -> str:
    """A calendar day and month in the user's language."""
    day = datetime.fromtimestamp(at / 1_000_000, tz=UTC).astimezone()
    return locale().toString(QDate(day.year, day.month, day.day), "d MMM")


def day_name(day: str) -> str:
    """A calendar day (ISO text) and its month in the user's language."""
    return locale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMM")


def long_day(at: int) -> str:
    """A day with its year, written out, where this computer stands; microseconds."""
    day = datetime.fromtimestamp(at / 1_000_000, tz=UTC).astimezone()
    return locale().toString(QDate(day.year, day.month, day.day), locale().dateFormat(QLocale.FormatType.LongFormat))


def clock_time(at: int) -> str:
    """Hours and minutes of a moment, local."""
    return datetime.fromtimestamp(at / 1_000_000, tz=UTC).astimezone().strftime("%H:%M")
