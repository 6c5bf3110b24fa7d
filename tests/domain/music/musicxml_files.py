"""Small MusicXML files for the tests."""

from __future__ import annotations

from domain.music.score import Score


def xml(measures: str, attributes: str = "") -> bytes:
    """A file of one part; `{first}` stands for the attributes of the first measure, with two divisions a quarter."""
    return (
        '<?xml version="1.0"?><!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "x.dtd">'
        '<score-partwise><part-list/><part id="P1">'
        f"{measures.replace('{first}', f'<attributes><divisions>2</divisions>{attributes}</attributes>')}"
        "</part></score-partwise>"
    ).encode()


def quarter(step: str, more: str = "", duration: int = 2) -> str:
    """A note in octave 4."""
    return f"<note><pitch><step>{step}</step><octave>4</octave></pitch><duration>{duration}</duration>{more}</note>"


def measure(content: str, number: int = 1, more: str = "") -> str:
    """A measure."""
    return f'<measure number="{number}" {more}>{content}</measure>'


def letters(score: Score) -> str:
    """The names of the notes in the order in which they are played."""
    return "".join(each.pitch.letter for each in score.notes)
