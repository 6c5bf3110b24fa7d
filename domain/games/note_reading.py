"""Reading notes: one note on the staff, press its key (or pick its name)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from domain.games.answers import KeyOrName, OneKey, WantedKey
from domain.games.catalogue import DeviceProfile, Game, Stage
from domain.games.chance import Chance
from domain.games.picture import Choice
from domain.games.question import Notation, Question, concept_of, heard_notes, keys_around
from domain.games.quiz import Family
from domain.games.verdicts import BOTTOM_LINE, place_on_staff
from domain.music.key import KeySignature
from domain.music.mei import GRAND, QUARTER_NOTE, note
from domain.music.pitch import STEPS, Pitch, at_position, pitch
from domain.music.say import Say, say


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which notes are asked: `treble` and `bass` are the lowest and highest, or with `only` exactly those named.

    `fifths` is the key signature; `accidentals` puts sharps and flats before some notes; `grand` draws both staves.
    """

    treble: tuple[str, ...] = ()
    bass: tuple[str, ...] = ()
    alto: tuple[str, ...] = ()
    only: bool = False
    fifths: int = 0
    accidentals: bool = False
    grand: bool = False
    octave_matters: bool = True

    def __post_init__(self) -> None:
        """Raises ValueError where there is nothing to ask, or MusicError for a name that is no pitch."""
        if not self.pool():
            raise ValueError("there are no notes to ask: give `treble`, `bass` or `alto` their lowest and highest note")
        KeySignature(self.fifths)

    def pool(self) -> tuple[tuple[str, Pitch], ...]:
        """Every (clef, pitch) that may be asked, without accidentals of its own."""
        clefs = (("treble", self.treble), ("bass", self.bass), ("alto", self.alto))
        named = ((clef, each) for clef, names in clefs if names for each in self._notes(clef, names))
        return tuple(dict.fromkeys(named))

    def _notes(self, clef: str, names: tuple[str, ...]) -> tuple[Pitch, ...]:
        notes = tuple(pitch(name) for name in names)
        if self.only:
            return notes
        if len(notes) != 2 or notes[0] > notes[1]:
            raise ValueError(f"`{clef}` names its lowest and its highest note")
        key = KeySignature(self.fifths)
        places = range(notes[0].diatonic, notes[1].diatonic + 1)
        return tuple(Pitch(place % 7, key.alter_of(place % 7), place // 7) for place in places)


@lru_cache(maxsize=512)
def _pool(settings: Reading) -> tuple[tuple[str, Pitch], ...]:
    return settings.pool()


def _ask(settings: Reading, chance: Chance, entry: Game, stage: Stage) -> Iterator[Question]:  # noqa: ARG001
    pool = _pool(settings)
    names = _names(settings) if entry.device_profile is DeviceProfile.ANY else ()
    pitches = [each.midi for _, each in pool]
    keys = keys_around(min(pitches) - settings.accidentals, max(pitches) + settings.accidentals)
    last = None
    while True:
        for clef, plain in chance.shuffled(pool):
            if (clef, plain) == last and len(pool) > 1:
                continue
            last = (clef, plain)
            asked = _altered(plain, chance, settings) if settings.accidentals else plain
            yield _question(clef, asked, settings, concept_of(entry, *_concepts(clef, asked, settings)), names, keys)


def _altered(plain: Pitch, chance: Chance, settings: Reading) -> Pitch:
    """Every second note gets a sharp, a flat or a natural that the signature does not give it."""
    if not chance.happens(0.5):
        return plain
    alter = chance.pick_other((-1, 0, 1), KeySignature(settings.fifths).alter_of(plain.step))
    altered = at_position(plain.diatonic, plain.midi - plain.alter + alter)
    # E sharp, F flat, B sharp and C flat have no black key of their own: too odd to begin with.
    return plain if altered.midi % 12 in (0, 4, 5, 11) and alter else altered


@lru_cache(maxsize=4_096)  # a school plays the same few notes over and over, and the centre plays them all again
def _question(
    clef: str, asked: Pitch, settings: Reading, concept: str, names: tuple[str, ...], keys: tuple[int, int]
) -> Question:
    wanted = WantedKey(
        pitch=asked,
        concept=concept,
        note_id="n0",
        clef=clef,
        fifths=settings.fifths,
        any_octave=not settings.octave_matters,
    )
    return Question(
        prompt=say("Which note is this? Press its name or its key.") if names else say("Play this note."),
        answer=(lambda: KeyOrName(wanted, names)) if names else (lambda: OneKey(wanted)),
        label=_label(clef),
        notation=_notation(clef, asked, settings),
        now=("n0",),
        choices=tuple(Choice(choice_id=name, label=say("{note}", note=name)) for name in names),
        right_choice=asked.letter if names else None,
        keys=keys,
        solution=heard_notes((asked.midi,)),
        teach=place_on_staff(asked, clef),
    )


@lru_cache(maxsize=4_096)
def _concepts(clef: str, asked: Pitch, settings: Reading) -> tuple[str, ...]:
    """What a note is about, the most special first."""
    place = asked.diatonic - BOTTOM_LINE[clef]
    key = KeySignature(settings.fifths)
    special = [
        ("accidentals", not key.holds(asked)),
        ("key-signatures", bool(key.alter_of(asked.step))),
        ("ledger-lines", not -1 <= place <= 9),
    ]
    return (*(name for name, holds in special if holds), f"{clef}-clef")


@lru_cache(maxsize=512)
def _names(settings: Reading) -> tuple[str, ...]:
    """The names to pick from: the seven letters, and those altered that can be asked."""
    altered = {each.letter for _, each in settings.pool() if each.alter}
    if settings.accidentals:
        altered |= {"C#", "D#", "F#", "G#", "A#", "Db", "Eb", "Gb", "Ab", "Bb"}
    return tuple(sorted({*STEPS, *altered}, key=lambda name: (STEPS.index(name[0]), name[1:])))


def _notation(clef: str, asked: Pitch, settings: Reading) -> Notation:
    key = KeySignature(settings.fifths)
    written = (note(asked, QUARTER_NOTE, "n0"),)
    if settings.grand and clef in ("treble", "bass"):
        items, lower = (written, ()) if clef == "treble" else ((), written)
        return Notation(items=items, lower=lower, clef=GRAND, key=key)
    return Notation(items=written, clef=clef, key=key)


def _label(clef: str) -> Say:
    labels = {
        "treble": say("One note in the treble clef"),
        "bass": say("One note in the bass clef"),
        "alto": say("One note in the alto clef"),
    }
    return labels[clef]


FAMILY = Family("note_reading", Reading, _ask)
