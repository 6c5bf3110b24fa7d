"""What is said about a key that was pressed for a note of the staff: one name and one sentence a child understands."""

from __future__ import annotations

from enum import StrEnum

from domain.music.pitch import Pitch, spelled
from domain.music.say import Say, say


class Verdict(StrEnum):
    """The name of what happened; counted in `Outcome.counts`."""

    RIGHT = "right"
    WRONG_OCTAVE = "wrong_octave"
    WRONG_ACCIDENTAL = "wrong_accidental"
    OTHER_CLEF = "other_clef"
    NEIGHBOUR = "neighbour"
    LINE_OR_SPACE = "line_or_space"
    WRONG_NOTE = "wrong_note"
    WRONG_CHOICE = "wrong_choice"
    MISSED = "missed"
    EXTRA = "extra"
    EARLY = "early"
    LATE = "late"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_SOFT = "too_soft"
    TOO_LOUD = "too_loud"


# The bottom line of each clef's staff as a staff position (`Pitch.diatonic`): E4, G2, F3 and D3.
BOTTOM_LINE = {"treble": 4 * 7 + 2, "bass": 2 * 7 + 4, "alto": 3 * 7 + 3, "tenor": 3 * 7 + 1}


def on_key(wanted: Pitch, played: int, clef: str | None = None, fifths: int = 0) -> tuple[Verdict, Say]:
    """The verdict on one pressed key (MIDI pitch) where `wanted` was asked, read in `clef` where it was written."""
    name = spelled(played, fifths).letter
    if played == wanted.midi:
        return Verdict.RIGHT, say("Yes, {note}.", note=wanted.letter)
    if (played - wanted.midi) % 12 == 0:
        return Verdict.WRONG_OCTAVE, _octave(wanted, played)
    if _same_letter(wanted, played):
        return Verdict.WRONG_ACCIDENTAL, _accidental(wanted)
    near = _by_distance(wanted, played, name, clef, fifths)
    # A key far away that fits the other clef was read there; near by, a neighbour line is the likelier slip.
    if near[0] is Verdict.WRONG_NOTE and clef is not None and _read_in_other_clef(wanted, clef) == played % 12:
        return Verdict.OTHER_CLEF, _other_clef(wanted, name, clef)
    return near


def _octave(wanted: Pitch, played: int) -> Say:
    if played > wanted.midi:
        return say(
            "The name {note} is right, but this key is too high. Look for {note} further left.", note=wanted.letter
        )
    return say("The name {note} is right, but this key is too low. Look for {note} further right.", note=wanted.letter)


def _same_letter(wanted: Pitch, played: int) -> bool:
    """Whether the key is the wanted letter with another accidental; white keys bear the name of their own letter."""
    natural = wanted.midi - wanted.alter
    black = played % 12 in (1, 3, 6, 8, 10)
    return played == natural or (abs(played - natural) == 1 and black)


def _accidental(wanted: Pitch) -> Say:
    if wanted.alter > 0:
        return say("This is {note}: the sharp moves it to the next key on the right.", note=wanted.letter)
    if wanted.alter < 0:
        return say("This is {note}: the flat moves it to the next key on the left.", note=wanted.letter)
    return say("This {note} has no sharp or flat: press the white key.", note=wanted.letter)


def _read_in_other_clef(wanted: Pitch, clef: str) -> int | None:
    """The pitch class (0 is C) that the same place on the staff means in the other of the two clefs."""
    other = {"treble": "bass", "bass": "treble"}.get(clef)
    if other is None:
        return None
    diatonic = wanted.diatonic - BOTTOM_LINE[clef] + BOTTOM_LINE[other]
    return Pitch(diatonic % 7, 0, diatonic // 7).midi % 12


def _other_clef(wanted: Pitch, name: str, clef: str) -> Say:
    if clef == "treble":
        return say(
            "{played} would be right in the bass clef. In the treble clef this note is {note}.",
            played=name,
            note=wanted.letter,
        )
    return say(
        "{played} would be right in the treble clef. In the bass clef this note is {note}.",
        played=name,
        note=wanted.letter,
    )


def _by_distance(wanted: Pitch, played: int, name: str, clef: str | None, fifths: int) -> tuple[Verdict, Say]:
    steps = spelled(played, fifths).diatonic - wanted.diatonic
    if steps == 1:
        return Verdict.NEIGHBOUR, say("That was {played}. {note} is one step lower.", played=name, note=wanted.letter)
    if steps == -1:
        return Verdict.NEIGHBOUR, say("That was {played}. {note} is one step higher.", played=name, note=wanted.letter)
    if abs(steps) == 2 and clef is not None:
        on_line = (wanted.diatonic - BOTTOM_LINE[clef]) % 2 == 0
        return Verdict.LINE_OR_SPACE, _line_or_space(steps > 0, on_line, name, wanted.letter)
    return Verdict.WRONG_NOTE, say("That was {played}. This is {note}.", played=name, note=wanted.letter)


def _line_or_space(higher: bool, on_line: bool, name: str, letter: str) -> Say:
    if on_line:
        if higher:
            return say("That was {played}, one line higher. This is {note}.", played=name, note=letter)
        return say("That was {played}, one line lower. This is {note}.", played=name, note=letter)
    if higher:
        return say("That was {played}, one space higher. This is {note}.", played=name, note=letter)
    return say("That was {played}, one space lower. This is {note}.", played=name, note=letter)


def place_on_staff(note: Pitch, clef: str) -> Say:
    """Where a note sits, in words: what a pupil is told while learning it."""
    place = note.diatonic - BOTTOM_LINE[clef]
    line, is_space = divmod(place, 2)
    if 0 <= place <= 8:
        if is_space:
            return say("{note} sits in space {number}, counted from the bottom.", note=note.letter, number=line + 1)
        return say("{note} sits on line {number}, counted from the bottom.", note=note.letter, number=line + 1)
    return _beside_staff(note, place)


def _beside_staff(note: Pitch, place: int) -> Say:
    below = place < 0
    distance = -place if below else place - 8
    lines = distance // 2
    if lines == 0:
        if below:
            return say("{note} hangs just below the staff.", note=note.letter)
        return say("{note} sits just above the staff.", note=note.letter)
    if lines == 1:
        return _near_first_line(note, below, on_it=distance % 2 == 0)
    if distance % 2 == 0:
        if below:
            return say("{note} sits on ledger line {number} below the staff.", note=note.letter, number=lines)
        return say("{note} sits on ledger line {number} above the staff.", note=note.letter, number=lines)
    if below:
        return say("{note} hangs below ledger line {number} under the staff.", note=note.letter, number=lines)
    return say("{note} sits above ledger line {number} over the staff.", note=note.letter, number=lines)


def _near_first_line(note: Pitch, below: bool, *, on_it: bool) -> Say:
    """One extra line needs no number."""
    if on_it and below:
        return say("{note} sits on an extra line just below the staff.", note=note.letter)
    if on_it:
        return say("{note} sits on an extra line just above the staff.", note=note.letter)
    if below:
        return say("{note} hangs under the extra line below the staff.", note=note.letter)
    return say("{note} sits on top of the extra line above the staff.", note=note.letter)
