"""From what is heard moment by moment to notes: a pitch that stays becomes a key, quiet lets it go. Pure, no numpy."""

from __future__ import annotations

from domain.music.note import Note

# Microseconds: a pitch has to stay so long to be a note, so that sliding up to it counts for nothing.
STEADY = 140_000
# Quiet of this length ends a note; shorter gaps are consonants.
GAP = 100_000
# Semitones that a note may waver (vibrato) about its middle, and that the middle of a new one may lie beside its key.
WAVERS, BESIDE = 0.9, 0.45
# A voice has no key that is struck harder or softer.
VELOCITY = 80
# A middle is taken of so many moments before the present one, a period of vibrato and a half.
MOST = 12


class Voice:
    """Hears pitches (MIDI numbers with fractions, None for none) and says which notes begin and end."""

    def __init__(self) -> None:
        self._sounding: int | None = None
        self._coming: list[float] = []
        self._since = 0
        self._quiet_since: int | None = None

    @property
    def sounding(self) -> int | None:
        """The note that sounds at present."""
        return self._sounding

    def hear(self, at: int, pitch: float | None) -> tuple[Note, ...]:
        """One moment, in microseconds and in order."""
        if pitch is None:
            return self._quiet(at)
        self._quiet_since = None
        if self._sounding is not None and abs(pitch - self._sounding) <= WAVERS:
            self._coming = []
            return ()
        return self._new(at, pitch)

    def end(self, at: int) -> tuple[Note, ...]:
        """The microphone is switched off: whatever sounds is let go."""
        self._coming, self._quiet_since = [], None
        return self._let_go(at)

    def _quiet(self, at: int) -> tuple[Note, ...]:
        if self._quiet_since is None:
            self._quiet_since = at
        if at - self._quiet_since < GAP:
            return ()
        self._coming = []
        return self._let_go(at)

    def _new(self, at: int, pitch: float) -> tuple[Note, ...]:
        if not self._coming or abs(pitch - self._middle()) > WAVERS:
            self._coming, self._since = [], at
        self._coming = [*self._coming[-MOST:], pitch]
        middle = self._middle()
        if at - self._since < STEADY or abs(middle - round(middle)) > BESIDE:
            return ()
        self._coming = []
        ended = self._let_go(at)
        self._sounding = round(middle)
        return (*ended, Note(self._sounding, VELOCITY, at))

    def _middle(self) -> float:
        return sum(self._coming) / len(self._coming)

    def _let_go(self, at: int) -> tuple[Note, ...]:
        key, self._sounding = self._sounding, None
        return () if key is None else (Note(key, 0, at),)
