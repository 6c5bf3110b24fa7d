"""The notation source: MEI documents for verovio, built from small descriptions. Nothing here draws.

    staff_mei([note("C4", QUARTER_NOTE, "n0"), rest(QUARTER_NOTE)], clef="treble", metre=Metre(4, 4))

Bar lines, ties over them, accidentals, beams and tuplet brackets follow from the rules; the caller gives ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from domain.music.key import KeySignature
from domain.music.pitch import MusicError, Pitch, pitch
from domain.music.rhythm import WHOLE, Duration, Metre, durations_of

WHOLE_NOTE, HALF_NOTE, QUARTER_NOTE, EIGHTH_NOTE, SIXTEENTH_NOTE = (Duration(value) for value in (1, 2, 4, 8, 16))
# Shape, line, and octave displacement of each clef.
CLEFS = {"treble": ("G", 2), "bass": ("F", 4), "alto": ("C", 3), "tenor": ("C", 4)}
GRAND = "grand"
# An XML name without colons: what MEI allows as xml:id.
_ID = re.compile(r"[A-Za-z_][\w.\-]{0,63}", re.ASCII)
_WRITTEN_ALTER = {-3: "tf", -2: "ff", -1: "f", 0: "n", 1: "s", 2: "x", 3: "ts"}


class Written(msgspec.Struct, frozen=True):
    """A note (one pitch), a chord (several) or a rest (none). `ids` has one xml:id for each pitch, or one for a rest.

    `finger` is printed above, `syllable` below (names of notes, counting); `rolled` draws an arpeggio line. `dynamic`
    (p, f …) stands below, and a slur leads from here to the note whose id is `slur_to`.
    """

    pitches: tuple[Pitch, ...]
    duration: Duration
    ids: tuple[str, ...] = ()
    articulation: str = ""
    finger: str = ""
    syllable: str = ""
    rolled: bool = False
    dynamic: str = ""
    slur_to: str = ""


def note(
    name: str | Pitch, duration: Duration, note_id: str, *, articulation: str = "", finger: str = "", syllable: str = ""
) -> Written:
    """One note by its name, such as `F#4`. `articulation` is staccato, tenuto, accent, marcato or nothing."""
    return Written((_as_pitch(name),), duration, (note_id,), articulation, finger, syllable)


def under_slur(items: Sequence[Written]) -> tuple[Written, ...]:
    """A line of notes bound together by one slur. Raises MusicError where it has no two notes."""
    if len(items) < 2 or not items[0].ids or not items[-1].ids:
        raise MusicError("A slur needs a first and a last note.")
    return (replace(items[0], slur_to=items[-1].ids[0]), *items[1:])


def with_dynamic(items: Sequence[Written], sign: str) -> tuple[Written, ...]:
    """A line of notes with p, f and the like under the first of them."""
    return (replace(items[0], dynamic=sign), *items[1:])


def chord_of(names: Iterable[str | Pitch], duration: Duration, ids: Iterable[str], *, rolled: bool = False) -> Written:
    """Several notes on one stem."""
    return Written(tuple(_as_pitch(name) for name in names), duration, tuple(ids), rolled=rolled)


def rest(duration: Duration, rest_id: str = "") -> Written:
    """A silence."""
    return Written((), duration, (rest_id,) if rest_id else ())


def staff_mei(
    items: Sequence[Written],
    *,
    clef: str = "treble",
    key: KeySignature | None = None,
    metre: Metre | None = None,
    lower: Sequence[Written] = (),
) -> str:
    """An MEI document with one staff, or with `clef="grand"` a piano's two: `items` above, `lower` below.

    Without a metre everything stands in one measure with no bar lines, as on a flash card. Raises MusicError.
    """
    key = key or KeySignature()
    _check(clef, [*items, *lower], bool(lower))
    staves = [items, lower] if clef == GRAND else [items]
    barred = [list(_measures(staff, metre)) for staff in staves]
    count = max(1, *(len(staff) for staff in barred))
    measures = "".join(_measure(index, count, barred, key, metre) for index in range(count))
    clefs = ("treble", "bass") if clef == GRAND else (clef,)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><mei xmlns="http://www.music-encoding.org/ns/mei" meiversion="5.0">'
        "<meiHead><fileDesc><titleStmt><title/></titleStmt><pubStmt/></fileDesc></meiHead>"
        f"<music><body><mdiv><score>{_score_def(clefs, key, metre)}<section>{measures}</section></score></mdiv></body>"
        "</music></mei>"
    )


class _Piece(msgspec.Struct):
    """What of an item stands in one measure; `part` counts the tied pieces of one item."""

    item: Written
    duration: Duration
    start: int
    part: int
    tied_on: bool


def _as_pitch(name: str | Pitch) -> Pitch:
    return name if isinstance(name, Pitch) else pitch(name)


def _check(clef: str, items: Sequence[Written], has_lower: bool) -> None:
    if clef != GRAND and clef not in CLEFS:
        raise MusicError(f"“{clef[:20]}” is not a clef.")
    if has_lower and clef != GRAND:
        raise MusicError("A lower staff needs the grand staff.")
    seen: set[str] = set()
    for item in items:
        if item.pitches and len(item.ids) != len(item.pitches):
            raise MusicError("Every pitch needs an id of its own.")
        if item.slur_to and not any(item.slur_to in other.ids for other in items):
            raise MusicError("A slur leads to a note that is not there.")
        for each in item.ids:
            if not _ID.fullmatch(each) or each in seen:
                raise MusicError(f"“{each[:30]}” cannot be an id here, or stands twice.")
            seen.add(each)
        if any(abs(each.alter) > 3 for each in item.pitches):
            raise MusicError("A note has at most three accidentals.")


def _measures(items: Sequence[Written], metre: Metre | None) -> Iterable[list[_Piece]]:
    """Items cut at the bar lines; what crosses one is tied."""
    length = metre.ticks if metre else 0
    measure: list[_Piece] = []
    at = 0
    for item in items:
        parts = _cut(item.duration, at, length)
        for part, duration in enumerate(parts):
            measure.append(_Piece(item, duration, at, part, part + 1 < len(parts)))
            at += duration.ticks
            if length and at >= length:
                yield measure
                measure, at = [], at - length
    if measure:
        yield measure


def _cut(duration: Duration, at: int, length: int) -> list[Duration]:
    """A duration as the pieces between bar lines, whole where it fits."""
    if not length or at + duration.ticks <= length:
        return [duration]
    if duration.tuplet:
        raise MusicError("A tuplet must not cross a bar line.")
    pieces: list[Duration] = []
    rest_of = duration.ticks
    while rest_of:
        here = min(rest_of, length - at)
        pieces += durations_of(here)
        rest_of, at = rest_of - here, 0
    return pieces


def _score_def(clefs: Sequence[str], key: KeySignature, metre: Metre | None) -> str:
    signature = f"{abs(key.fifths)}{'s' if key.fifths > 0 else 'f'}" if key.fifths else "0"
    time = f'<meterSig count="{metre.beats}" unit="{metre.unit}"/>' if metre else ""
    staves = "".join(
        f'<staffDef n="{n}" lines="5"><clef shape="{CLEFS[clef][0]}" line="{CLEFS[clef][1]}"/>'
        f'<keySig sig="{signature}"/>{time}</staffDef>'
        for n, clef in enumerate(clefs, 1)
    )
    brace = ' symbol="brace" bar.thru="true"' if len(clefs) > 1 else ""
    return f"<scoreDef><staffGrp{brace}>{staves}</staffGrp></scoreDef>"


def _measure(
    index: int, count: int, barred: Sequence[list[list[_Piece]]], key: KeySignature, metre: Metre | None
) -> str:
    line = ' right="invis"' if metre is None else ' right="end"' if index + 1 == count else ""
    staves: list[str] = []
    signs: list[str] = []
    for n, staff in enumerate(barred, 1):
        pieces = staff[index] if index < len(staff) else []
        silence = "<mRest/>" if metre else ""
        staves.append(f'<staff n="{n}"><layer n="1">{_layer(pieces, key, metre) or silence}</layer></staff>')
        signs += _signs(pieces, n)
    return f'<measure n="{index + 1}"{line}>{"".join(staves)}{"".join(signs)}</measure>'


def _signs(pieces: Sequence[_Piece], n: int) -> Iterable[str]:
    """What hangs on notes of this measure: ties, slurs, fingerings, dynamics, arpeggio lines."""
    for piece in pieces:
        ids = _ids(piece)
        if piece.tied_on and piece.item.pitches:
            following = _ids(_Piece(piece.item, piece.duration, 0, piece.part + 1, False))
            yield from (f'<tie startid="#{a}" endid="#{b}"/>' for a, b in zip(ids, following, strict=True))
        if piece.part == 0 and ids and piece.item.finger:
            yield f'<fing staff="{n}" startid="#{ids[-1]}">{escape(piece.item.finger)}</fing>'
        if piece.part == 0 and ids and piece.item.slur_to:
            yield f'<slur startid="#{ids[0]}" endid="#{piece.item.slur_to}"/>'
        # A little lower than by itself, so that it does not touch a note on a ledger line.
        if piece.part == 0 and ids and piece.item.dynamic:
            yield f'<dynam staff="{n}" place="below" vo="-2" startid="#{ids[0]}">{escape(piece.item.dynamic)}</dynam>'
        if piece.part == 0 and piece.item.rolled and len(ids) > 1:
            yield f'<arpeg staff="{n}" startid="#{ids[0]}" plist="{" ".join("#" + each for each in ids)}"/>'


def _ids(piece: _Piece) -> list[str]:
    """The caller's ids; the tied pieces after the first add their number."""
    return [f"{each}-tied{piece.part}" if piece.part else each for each in piece.item.ids]


def _layer(pieces: Sequence[_Piece], key: KeySignature, metre: Metre | None) -> str:
    """The events of one measure on one staff, wrapped into tuplets and beams."""
    accidentals: dict[int, int] = {}
    events = [_event(piece, key, accidentals) for piece in pieces]
    out: list[str] = []
    for first, last in _tuplets(pieces):
        inner = _beamed(pieces[first:last], events[first:last], metre)
        ratio = pieces[first].duration.tuplet
        out.append(f'<tuplet num="{ratio[0]}" numbase="{ratio[1]}">{inner}</tuplet>' if ratio else inner)
    return "".join(out)


def _tuplets(pieces: Sequence[_Piece]) -> Iterable[tuple[int, int]]:
    """Slices of pieces: each full tuplet, and each run between tuplets."""
    first = 0
    for here in range(1, len(pieces) + 1):
        ratio = pieces[first].duration.tuplet
        filled = sum(piece.duration.ticks for piece in pieces[first:here])
        full = bool(ratio) and filled >= WHOLE // pieces[first].duration.value * (ratio[1] if ratio else 1)
        if here == len(pieces) or full or pieces[here].duration.tuplet != ratio:
            yield first, here
            first = here


def _beamed(pieces: Sequence[_Piece], events: Sequence[str], metre: Metre | None) -> str:
    """Eighths and shorter within one beat hang on one beam."""
    starts = [0, *(i for i in range(1, len(pieces)) if not _joined(pieces[i - 1], pieces[i], metre)), len(pieces)]
    out: list[str] = []
    for first, last in pairwise(starts):
        group = "".join(events[first:last])
        out.append(f"<beam>{group}</beam>" if last - first > 1 else group)
    return "".join(out)


def _joined(left: _Piece, right: _Piece, metre: Metre | None) -> bool:
    if not metre or any(piece.duration.value < 8 or not piece.item.pitches for piece in (left, right)):
        return False
    return left.start // metre.beat == right.start // metre.beat


def _event(piece: _Piece, key: KeySignature, accidentals: dict[int, int]) -> str:
    """One note, chord or rest. `accidentals` remembers by staff position what the measure has shown so far."""
    item, duration = piece.item, piece.duration
    length = f'dur="{duration.value}"' + (f' dots="{duration.dots}"' if duration.dots else "")
    ids = _ids(piece)
    if not item.pitches:
        return f"<rest{_id_of(ids)} {length}/>"
    single = len(item.pitches) == 1
    notes = [
        _note(each, ids[i], length if single else "", _accidental(each, key, accidentals, piece.part > 0), piece)
        for i, each in enumerate(item.pitches)
    ]
    return notes[0] if single else f"<chord {length}{_articulation(piece)}>{''.join(notes)}</chord>"


def _note(each: Pitch, note_id: str, length: str, accidental: str, piece: _Piece) -> str:
    alone = bool(length)
    syllable = piece.item.syllable if alone and not piece.part else ""
    verse = f"<verse n='1'><syl>{escape(syllable)}</syl></verse>" if syllable else ""
    place = f'{length} pname="{each.letter[0].lower()}" oct="{each.octave}"'.strip()
    articulation = _articulation(piece) if alone else ""
    return f'<note xml:id="{note_id}" {place}{articulation}>{accidental}{verse}</note>'


def _id_of(ids: Sequence[str]) -> str:
    return f' xml:id="{ids[0]}"' if ids else ""


def _articulation(piece: _Piece) -> str:
    name = {"staccato": "stacc", "tenuto": "ten", "accent": "acc", "marcato": "marc", "": ""}.get(
        piece.item.articulation
    )
    if name is None:
        raise MusicError(f"“{piece.item.articulation[:20]}” is not an articulation.")
    return f' artic="{name}"' if name and not piece.part else ""


def _accidental(each: Pitch, key: KeySignature, accidentals: dict[int, int], tied: bool) -> str:
    """The sign before the note, or only what it sounds as where key, measure or tie already say it."""
    sign = _WRITTEN_ALTER[each.alter]
    if tied:
        return f'<accid accid.ges="{sign}"/>' if each.alter else ""
    said = accidentals.get(each.diatonic, key.alter_of(each.step))
    accidentals[each.diatonic] = each.alter
    if said != each.alter:
        return f'<accid accid="{sign}"/>'
    return f'<accid accid.ges="{sign}"/>' if each.alter else ""
