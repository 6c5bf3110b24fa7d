"""How well the judge understands what pianists and beginners do (`python -m benchmarks.judgefair`), manner by manner.

Performances are made from the tunes of the catalogue and, where music21 is installed, from piano pieces of its corpus.
For each manner: F1 of which note is which; how many of a hundred notes that were meant and played as they stand are
called anything but right (`blamed`); how many of a hundred planted mistakes get their name, or for a pause one of its
names (`named`); how many of a hundred strokes beside the notes get theirs (`beside`); and the mean of the points.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.renderings import (
    Manner,
    Rendering,
    fermatas,
    goes_back,
    graces,
    hands_apart,
    jitter,
    late_start,
    legato_pedal,
    missed,
    mistaken,
    octave_passage,
    puts_right,
    render,
    rolled,
    rubato,
    skipped,
    stops,
    tempo,
    too_many,
    trills,
    uneven,
    written_ornaments,
)
from domain.games.tunes import Tune, score
from domain.music.judging import judge
from domain.music.musicxml import read_musicxml
from domain.music.rules import RULES, Level
from domain.music.score import Score
from domain.music.verdicts import Judgement, Verdict

PIANISTS: dict[str, tuple[Manner, ...]] = {
    "even": (jitter(12),),
    "rubato": (rubato(0.3, ending=1.0), jitter(12)),
    "fermatas": (fermatas(), rubato(0.15), jitter(12)),
    "hands_apart": (hands_apart(35), jitter(10)),
    "rolled": (rolled(0.5), jitter(8)),
    "trills": (trills(0.3), jitter(10)),
    "written_ornaments": (graces, written_ornaments, jitter(10)),
    "pedal": (rubato(0.15), legato_pedal, jitter(12)),
    "concert": (
        graces,
        rubato(0.25, ending=1.0),
        written_ornaments,
        rolled(0.2),
        hands_apart(30),
        missed(0.01),
        too_many(0.01),
        legato_pedal,
        jitter(12),
    ),
}
BEGINNERS: dict[str, tuple[Manner, ...]] = {
    "late_start": (jitter(25), late_start()),
    "very_slow": (tempo(0.3), uneven(0.12), jitter(40)),
    "wildly_uneven": (tempo(0.6), uneven(0.35), jitter(30)),
    "wrong_keys": (tempo(0.8), mistaken(0.08, (-4, -3, -2, 2, 3, 4)), uneven(0.1), jitter(25)),
    "left_out": (tempo(0.8), missed(0.08), uneven(0.1), jitter(25)),
    "too_many": (tempo(0.8), uneven(0.1), too_many(0.08), jitter(25)),
    "octave": (octave_passage(), tempo(0.8), jitter(25)),
    "skipped": (skipped(), tempo(0.8), uneven(0.1), jitter(25)),
    "stops": (tempo(0.7), uneven(0.12), stops(0.08), jitter(25)),
    "going_back": (tempo(0.7), uneven(0.12), goes_back(0.05), jitter(25)),
    "one_note_again": (tempo(0.7), uneven(0.12), goes_back(0.06, 1, 1), jitter(25)),
    "putting_right": (tempo(0.7), uneven(0.12), puts_right(0.08), jitter(25)),
    "first_week": (
        tempo(0.45),
        mistaken(0.03, (-2, -1, 1, 2)),
        missed(0.02),
        uneven(0.25),
        stops(0.04),
        puts_right(0.04),
        goes_back(0.03),
        jitter(35),
    ),
}
CORPUS = (
    "mozart/k545/movement1_exposition.mxl",
    "joplin/maple_leaf_rag.mxl",
    "schumann_clara/polonaise_op1n1.mxl",
    "schumann_clara/polonaise_op1n3.mxl",
    "cpebach/h186.mxl",
    "bach/bwv66.6.mxl",
)
TUNES, MOST_MOMENTS = 12, 250
# A pause has several names: which one depends on what came before it.
ALIKE = {
    "hesitation": {"hesitation", "restart", "late"},
    "restart": {"restart", "hesitation"},
    "wrong_note": {"wrong_note", "wrong_accidental"},
    "extra": {"extra", "repeated", "slip", "ornament"},
    "retaken": {"retaken", "repeated"},
    "corrected": {"corrected", "slip"},
    "ornament": {"ornament"},
    "wrong_octave": {"wrong_octave", "wrong_hand"},
}


def tunes() -> list[Score]:
    """Every so-manieth tune of the catalogue, those for two hands among them."""
    text = (resources.files("resources.games") / "tunes.toml").read_text(encoding="utf-8")
    found = list(_tunes_in(tomllib.loads(text)))
    both = [tune for tune in found if tune.lower]
    one = [tune for tune in found if not tune.lower]
    return [score(tune, tune.bpm) for tune in (*both[: TUNES // 2], *one[:: max(1, len(one) // TUNES)][:TUNES])]


def _tunes_in(document: Any) -> Iterator[Tune]:
    if isinstance(document, dict):
        if "title" in document and "notes" in document:
            yield msgspec.convert(document, Tune)
        for each in document.values():
            yield from _tunes_in(each)
    elif isinstance(document, list):
        for each in document:
            yield from _tunes_in(each)


def pieces() -> list[Score]:
    """The beginnings of piano pieces of music21's corpus; none where it is not installed."""
    found = find_spec("music21")
    if found is None or found.origin is None:
        return []
    corpus = Path(found.origin).parent / "corpus"
    return [_beginning(read_musicxml((corpus / name).read_bytes()).score()) for name in CORPUS]


def _beginning(whole: Score) -> Score:
    if len(whole.times) <= MOST_MOMENTS:
        return whole
    last = whole.slices[MOST_MOMENTS][0]
    return Score(whole.notes[:last], whole.tempi, whole.beat, whole.fifths)


class Figures:
    """What the judge made of some performances of one manner."""

    def __init__(self) -> None:
        self.f1: list[float] = []
        self.points: list[int] = []
        self.right: Counter[str] = Counter()
        self.named: Counter[tuple[str, str]] = Counter()
        self.beside: Counter[tuple[str, str]] = Counter()

    def add(self, written: Score, made: Rendering, said: Judgement) -> None:
        """Counts one performance."""
        self.f1.append(_f1(written, made, said))
        self.points.append(said.score)
        for index in written.struck:
            verdict = said.notes[index].verdict.value
            held = written.slice_of[index] in written.after_fermatas and made.named.get(index) == "hesitation"
            if index in made.named and not held:
                self.named[made.named[index], _of_chord(written, said, index, made.named[index])] += 1
            elif index in made.pairs and not written.notes[index].grace:
                self.right[verdict] += 1
        extras = {extra.played: extra.verdict.value for extra in said.extras}
        instead = {note.played: note.verdict.value for note in said.notes if note.played >= 0}
        for place, kind in made.beside.items():
            self.beside[kind, extras.get(place) or instead.get(place, "")] += 1
        for place in made.pairs.values():
            if place in extras:
                self.beside["right", extras[place]] += 1

    def report(self, confusions: bool) -> dict[str, Any]:
        """The figures in hundredths, F1 in thousandths."""
        whole = sum(self.right.values())
        found: dict[str, Any] = {
            "f1": round(sum(self.f1) / len(self.f1), 3),
            "blamed": _percent(whole - self.right[Verdict.RIGHT], whole),
            "named": _percent(_alike(self.named), sum(self.named.values())),
            "beside": _percent(_alike(self.beside), sum(self.beside.values())),
            "points": round(sum(self.points) / len(self.points), 1),
        }
        if confusions:
            found["confused"] = {
                "right": dict(self.right.most_common()),
                "named": {f"{one} as {two}": n for (one, two), n in self.named.most_common()},
                "beside": {f"{one} as {two}": n for (one, two), n in self.beside.most_common()},
            }
        return found


def _alike(found: Counter[tuple[str, str]]) -> int:
    return sum(count for (true, said), count in found.items() if said in ALIKE.get(true, {true}))


def _of_chord(written: Score, said: Judgement, index: int, name: str) -> str:
    """The verdict on a note; a pause is said of one note of its chord."""
    own = said.notes[index].verdict.value
    chord = {said.notes[other].verdict.value for other in written.slices[written.slice_of[index]]}
    pause = chord & ALIKE[name] if name in ("hesitation", "restart") and own == Verdict.RIGHT else set()
    return min(pause, default=own)


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _f1(written: Score, made: Rendering, said: Judgement) -> float:
    """F1 of the pairs; another stroke of the same key at the same moment is as good."""
    heard = made.notes
    match = {
        index: each.played
        for index, each in enumerate(said.notes)
        if each.played >= 0 and index not in written.unisons and heard.pitches[each.played] == written.pitches[index]
    }
    right = sum(1 for i, j in made.pairs.items() if i in match and heard.onsets[match[i]] == heard.onsets[j])
    return 2 * right / (len(match) + len(made.pairs)) if match or made.pairs else 1.0


@cache
def _scores(pianist: bool) -> tuple[Score, ...]:
    return tuple(pieces() or tunes()) if pianist else (*tunes(), *pieces()[:1])


def measured(manner: str, level: Level, seeds: int, confusions: bool = False) -> dict[str, Any]:
    """The figures of one manner, without a click."""
    pianist = manner in PIANISTS
    figures = Figures()
    for written in _scores(pianist):
        for seed in range(seeds):
            made = render(written, (PIANISTS if pianist else BEGINNERS)[manner], seed)
            if made.notes.onsets:
                figures.add(written, made, judge(written, made.notes, RULES[level]))
    return figures.report(confusions)


def main() -> None:
    """Measures every manner, or those that are named, and prints a line each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--manner", choices=(*PIANISTS, *BEGINNERS), action="append")
    parser.add_argument("--level", choices=tuple(Level), default=Level.NORMAL)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--confusions", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    manners = options.manner or (*PIANISTS, *BEGINNERS)
    found = {manner: measured(manner, Level(options.level), options.seeds, options.confusions) for manner in manners}
    if options.json:
        print(json.dumps({"bench": "judgefair", "level": options.level, "manners": found}))
        return
    for manner, report in found.items():
        print(manner, *(f"{name} {value}" for name, value in report.items()))


if __name__ == "__main__":
    main()
