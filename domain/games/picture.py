"""What a game shows: a description that a view draws and a screen reader reads. Games describe, views draw."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from domain.music.say import Say


class Mark(StrEnum):
    """What is shown on a note of the staff or on a key. Views give each a colour, a shape and a word."""

    NOW = "now"
    RIGHT = "right"
    EARLY = "early"
    LATE = "late"
    WRONG = "wrong"
    MISSED = "missed"
    EXTRA = "extra"
    HINT = "hint"


class Staff(msgspec.Struct, frozen=True, kw_only=True):
    """Engraved music. `mei` is an MEI document whose notes carry xml:ids; `marks` maps such an id to its mark.

    `why` maps an id to the sentence about that note. `label` is what a screen reader says.
    """

    mei: str
    marks: dict[str, Mark] = {}
    why: dict[str, Say] = {}
    label: Say


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """The keyboard under the staff: lowest and highest key shown, and marks on keys by MIDI pitch."""

    lowest: int = 48
    highest: int = 72
    marks: dict[int, Mark] = {}
    names: bool = False


class Drawn(StrEnum):
    """A small picture that says an answer without words, for children who cannot read yet. Views draw each."""

    HIGHER = "higher"
    SAME = "same"
    LOWER = "lower"
    LOUDER = "louder"
    SOFTER = "softer"
    LONGER = "longer"
    SHORTER = "shorter"
    STEP_UP = "step_up"
    STEP_DOWN = "step_down"
    SKIP_UP = "skip_up"
    SKIP_DOWN = "skip_down"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that can be picked with mouse, touch or its number key, in games that are not played on keys."""

    choice_id: str
    label: Say
    mark: Mark | None = None
    drawn: Drawn | None = None


class Scene(StrEnum):
    """What a game without a staff looks like: the thing to do, as a large drawing."""

    LISTEN = "listen"
    KEYS = "keys"
    TAP = "tap"
    INVENT = "invent"
    SIGN = "sign"


class Sound(msgspec.Struct, frozen=True, kw_only=True):
    """A note that the program itself plays: `after` microseconds from now, for `length` microseconds."""

    pitch: int
    velocity: int = 80
    after: int = 0
    length: int = 500_000
    channel: int = 0


class Pulse(msgspec.Struct, frozen=True, kw_only=True):
    """The beat of what is played in time: `at` is the first note's place, `length` a beat (µs), `per_bar` beats a bar.

    What lies before `at` is the count-in. `ahead` is how much the first note comes before its bar line, an upbeat.
    """

    at: int
    length: int
    per_bar: int
    ahead: int = 0

    @property
    def bar_line(self) -> int:
        """The beginning of a bar, from which beats are counted."""
        return self.at + self.ahead


class Phase(StrEnum):
    """Where a stage stands."""

    READY = "ready"
    COUNT_IN = "count_in"
    ASKING = "asking"
    FEEDBACK = "feedback"
    OVER = "over"


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Everything there is to see and hear at one moment of a game.

    `wake_at` asks for a `tick` at that time (microseconds on the program's clock). `sounds` are played once, when the
    picture is shown first; `again` are those that may be heard once more now. `scene` is drawn where there is no staff,
    `sign` is its text for `Scene.SIGN`. `pulse` is there while something is played in time. `taps` says that any key
    is as good as another.
    """

    phase: Phase
    prompt: Say
    staff: Staff | None = None
    scene: Scene | None = None
    sign: str = ""
    keys: Keys | None = None
    choices: tuple[Choice, ...] = ()
    feedback: Say | None = None
    feedback_mark: Mark | None = None
    done: int = 0
    total: int = 0
    score: int = 0
    streak: int = 0
    sounds: tuple[Sound, ...] = ()
    again: tuple[Sound, ...] = ()
    pulse: Pulse | None = None
    taps: bool = False
    wake_at: int | None = None
    time_left: int | None = None
