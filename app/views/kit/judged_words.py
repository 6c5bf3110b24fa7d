"""What was asked and what was answered, in the user's words: notes by their names, answers by what they say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.views.kit.marks import word
from app.views.kit.sayings import note_name, spoken
from domain.games.game import JudgedNote
from domain.games.retelling import Press, mark_of


def asked_words(note: JudgedNote) -> str:
    """What was asked for; empty where nothing was, as for a key too many."""
    return spoken(note.asked) if note.asked is not None else note_name(note.wanted)


def given_words(note: JudgedNote) -> str:
    """What was answered; empty where nothing was."""
    return spoken(note.given) if note.given is not None else note_name(note.played)


def press_words(press: Press) -> str:
    """A key, or an answer that was picked."""
    return spoken(press.label) if press.label is not None else note_name(press.name)


def how_it_went(note: JudgedNote) -> str:
    """What was played or picked, where that says more than the mark does."""
    translate = QCoreApplication.translate
    if not note.played:
        return translate("judged", "nothing played")
    if note.right or note.played == note.wanted:
        return word(mark_of(note))
    if is_picked(note):
        return translate("judged", "you picked: {answer}").format(answer=given_words(note))
    return translate("judged", "you played {note}").format(note=given_words(note))


def is_picked(note: JudgedNote) -> bool:
    """Was an answer picked, and no key played?"""
    return note.asked is not None and note.given is not None


def line_words(number: int, note: JudgedNote) -> str:
    """A note's place, what it was, and what is to be said about it."""
    name = asked_words(note) or given_words(note)
    head = f"{number}. {name}: " if name else f"{number}. "
    why = spoken(note.why)
    # Of what is right the sentence says so itself.
    return head + (why if note.right and why else f"{word(mark_of(note))}. {why}")
