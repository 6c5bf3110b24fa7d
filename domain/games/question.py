"""What a family asks: the prompt, what is drawn and heard, and how it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from domain.games.answers import NewAnswer, Picked
from domain.games.catalogue import Game
from domain.games.picture import Choice, Drawn, Scene, Sound
from domain.music.key import KeySignature
from domain.music.mei import Written, staff_mei
from domain.music.rhythm import Metre
from domain.music.say import Say


class Notation(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the staff. `label` is what a screen reader says, `now` are the ids asked about."""

    items: tuple[Written, ...]
    lower: tuple[Written, ...] = ()
    clef: str = "treble"
    key: KeySignature = KeySignature()
    metre: Metre | None = None

    def mei(self) -> str:
        """The MEI document: built when it is looked at, since a replay looks at none."""
        return _mei(self)


@lru_cache(maxsize=256)
def _mei(notation: Notation) -> str:
    return staff_mei(notation.items, clef=notation.clef, key=notation.key, metre=notation.metre, lower=notation.lower)


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question.

    `notation` shows from the start unless `by_ear`, where it comes with the answer. `now` are the ids asked about.
    `sounds` are heard when it is asked, `solution` after a wrong answer. `teach` is the sentence of the learn stage.
    `keys` are the lowest and highest key shown, None without a keyboard. `marked` are keys marked in every stage.
    `scene` is drawn while there is no staff; what is heard is a scene to listen to, unless another one is named.
    `taps`: a rhythm, answered on any key.
    """

    prompt: Say
    answer: NewAnswer
    label: Say
    notation: Notation | None = None
    by_ear: bool = False
    now: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    right_choice: str | None = None
    keys: tuple[int, int] | None = None
    marked: tuple[int, ...] = ()
    sounds: tuple[Sound, ...] = ()
    solution: tuple[Sound, ...] = ()
    teach: Say | None = None
    scene: Scene | None = None
    sign: str = ""
    taps: bool = False

    @property
    def shown_scene(self) -> Scene | None:
        """The drawing while there is no staff."""
        return self.scene or (Scene.LISTEN if self.by_ear or self.sounds else None)


NO_DRAWINGS: Mapping[str, Drawn] = {}


def choosing(
    *,
    prompt: Say,
    labels: Mapping[str, Say],
    right: str,
    concept: str,
    truth: Say,
    drawn: Mapping[str, Drawn] = NO_DRAWINGS,
    **rest: Any,
) -> Question:
    """A question answered by a choice. `truth` is the sentence that is learned from it, right or wrong.

    `drawn` are the pictures of the choices that have one.
    """
    fields = {"label": prompt, "teach": truth, **rest}
    return Question(
        prompt=prompt,
        answer=lambda: Picked(right=right, labels=labels, concept=concept, truth=truth),
        choices=tuple(Choice(choice_id=each, label=label, drawn=drawn.get(each)) for each, label in labels.items()),
        right_choice=right,
        **fields,
    )


def filled(template: Say, **values: str | int) -> Say:
    """A sentence from a table with its values put in."""
    return Say(template.text, values)


def concept_of(entry: Game, *candidates: str) -> str:
    """The first of the candidates that the catalogue entry names, else the entry's first concept."""
    return next((each for each in candidates if each in entry.concept_tags), entry.concept_tags[0])


def keys_around(lowest: int, highest: int, least: int = 24) -> tuple[int, int]:
    """White keys as the ends of a keyboard that shows both pitches and at least `least` semitones, from C or F on."""
    spare = max(0, least - (highest - lowest))
    start, end = lowest - spare // 2, highest + (spare + 1) // 2
    while start % 12 not in (0, 5):
        start -= 1
    while end % 12 not in (0, 4, 11):
        end += 1
    return max(start, 21), min(end, 108)


def heard_notes(pitches: tuple[int, ...], *, step: int = 600_000, length: int = 550_000) -> tuple[Sound, ...]:
    """Pitches one after the other, `step` microseconds apart."""
    return tuple(Sound(pitch=pitch, after=n * step, length=length) for n, pitch in enumerate(pitches))


def heard_together(pitches: tuple[int, ...], *, after: int = 0, length: int = 1_400_000) -> tuple[Sound, ...]:
    """Pitches at the same time."""
    return tuple(Sound(pitch=pitch, after=after, length=length) for pitch in pitches)
