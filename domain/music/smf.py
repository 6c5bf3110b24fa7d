"""Standard MIDI Files (MIDI 1.0, RP-001), read from bytes: a score, or the raw events of a performance.

Read here and not with the port's library, because the centre and the judge read them too, and every broken file must
end in one clear sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from domain.music.pitch import spelled
from domain.music.rhythm import QUARTER, WHOLE
from domain.music.score import DEFAULT_TEMPO, MOST_NOTES, Score, ScoreError, ScoreNote, score_of
from domain.music.voices import Event, one_keyboard
from domain.records.progress import PEDAL, RawEvent

MOST_BYTES = 4 * 1024 * 1024
MOST_TRACKS = 256
# A day: what is longer is a broken file.
LONGEST = 24 * 3600 * 1_000_000
_SUSTAIN, _DRUMS, _CHANNELS = 64, 9, 16
# Notes of a score that stand nearer to each other than this belong to one moment: a 128th is longer.
TOGETHER = QUARTER // 36
# A MIDI file in a RIFF wrapping begins after this many bytes.
_RIFF_HEADER = 20
# Frames of a second, and the microseconds of so many of them (MIDI 1.0: 29 is 30 drop frame of 29.97).
_FRAMES = {24: (24, 1_000_000), 25: (25, 1_000_000), 29: (30, 1_001_000), 30: (30, 1_000_000)}
# How many data bytes follow each kind of channel message.
_DATA = {0x80: 2, 0x90: 2, 0xA0: 2, 0xB0: 2, 0xC0: 1, 0xD0: 1, 0xE0: 2}


class Smf(msgspec.Struct):
    """What of a file matters here. `division` is ticks of a quarter; `tempi` are (tick, microseconds of a quarter).

    `framed` is not 0 where time is counted in film frames: the microseconds of `division` ticks, whatever the tempo.
    `metres` are (tick, quarters of a measure times 16). `drums` are the events of channel 10, which are keys where a
    file holds no others.
    """

    division: int
    events: list[Event] = msgspec.field(default_factory=list)
    tempi: list[tuple[int, int]] = msgspec.field(default_factory=list)
    beat: int = QUARTER
    fifths: int = 0
    framed: int = 0
    metres: list[tuple[int, int]] = msgspec.field(default_factory=list)
    drums: list[Event] = msgspec.field(default_factory=list)


def read_smf(data: bytes) -> Smf:
    """A file's notes, pedal and tempo. Raises ScoreError for anything that is not a whole MIDI file."""
    if not data:
        raise ScoreError("The MIDI file is empty.")
    if len(data) > MOST_BYTES:
        raise ScoreError(f"The MIDI file is larger than {MOST_BYTES // 1024 // 1024} MB.")
    if data[:4] == b"RIFF" and data[8:16] == b"RMIDdata":
        data = data[_RIFF_HEADER:]
    if data[:4] != b"MThd":
        raise ScoreError("This is not a MIDI file.")
    length = int.from_bytes(data[4:8], "big")
    if len(data) < 14 or length < 6 or 8 + length > len(data):
        raise ScoreError("The MIDI file is cut off in its header.")
    kind, tracks, division = (int.from_bytes(data[at : at + 2], "big") for at in (8, 10, 12))
    if kind > 2 or (kind == 2 and tracks > 1):
        raise ScoreError("The MIDI file holds several songs (format 2), which cannot be one performance.")
    smf = _counted(division)
    if not 0 < tracks <= MOST_TRACKS:
        raise ScoreError(f"The MIDI file says that it has {tracks} tracks.")
    _read_tracks(data, 8 + length, tracks, smf)
    if not any(event.velocity and event.pitch < PEDAL for event in smf.events):
        smf.events = smf.drums
    smf.events.sort(key=lambda event: event.tick)
    smf.tempi.sort(key=lambda change: change[0])
    return smf


def _counted(division: int) -> Smf:
    """An empty file of this division: ticks of a quarter, or film frames of a second and their parts."""
    frames, parts = 256 - (division >> 8), division & 0xFF
    if division & 0x8000 and frames in _FRAMES and parts:
        # As if a quarter were a second: 29 stands for the 30 frames of television, which take a thousandth longer.
        return Smf(_FRAMES[frames][0] * parts, framed=_FRAMES[frames][1])
    if division == 0 or division & 0x8000:
        raise ScoreError("The MIDI file does not say how it counts time.")
    return Smf(division)


def _read_tracks(data: bytes, at: int, tracks: int, smf: Smf) -> None:
    found = 0
    while found < tracks:
        if at + 8 > len(data):
            raise ScoreError("The MIDI file is cut off: a track is missing.")
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "big")
        at += 8
        if at + length > len(data):
            raise ScoreError("The MIDI file is cut off inside a track.")
        if name == b"MTrk":
            _Track(data, at, at + length, found, smf).read()
            found += 1
        at += length


class _Track:
    """One track's bytes, read from front to back."""

    def __init__(self, data: bytes, start: int, end: int, number: int, smf: Smf) -> None:
        self._data, self._at, self._end = data, start, end
        self._number, self._smf = number, smf
        self._tick = 0
        self._status = 0

    def read(self) -> None:
        while self._at < self._end:
            self._tick += self._varlen()
            first = self._data[self._peek()]
            if first in (0xF0, 0xF7):
                self._at += 1
                self._skip(self._varlen())
                self._status = 0
            elif first == 0xFF:
                if self._meta():
                    return
            elif first >= 0xF0:
                raise ScoreError("The MIDI file holds a message that no file may hold.")
            else:
                self._channel(first)

    def _peek(self) -> int:
        if self._at >= self._end:
            raise ScoreError("The MIDI file is cut off inside a message.")
        return self._at

    def _byte(self) -> int:
        value = self._data[self._peek()]
        self._at += 1
        return value

    def _skip(self, length: int) -> bytes:
        start, self._at = self._at, self._at + length
        if self._at > self._end:
            raise ScoreError("The MIDI file is cut off inside a message.")
        return self._data[start : self._at]

    def _varlen(self) -> int:
        value = 0
        for _ in range(4):
            byte = self._byte()
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value
        raise ScoreError("The MIDI file holds a number that is too long.")

    def _meta(self) -> bool:
        """A tempo, key or metre is kept. True at the end of the track."""
        self._at += 1
        kind = self._byte()
        body = self._skip(self._varlen())
        if kind == 0x51 and len(body) == 3:
            tempo = int.from_bytes(body, "big")
            if not tempo >= 10_000:
                raise ScoreError("The MIDI file asks for an impossible tempo.")
            self._smf.tempi.append((self._tick, tempo))
        elif kind == 0x58 and len(body) >= 2 and body[1] <= 6 and body[0]:
            unit = 1 << body[1]
            self._smf.metres.append((self._tick, body[0] * 64 // unit))
            if self._tick == 0:
                compound = body[0] % 3 == 0 and body[0] > 3 and unit >= 8
                self._smf.beat = WHOLE // unit * (3 if compound else 1)
        elif kind == 0x59 and len(body) == 2 and self._tick == 0:
            self._smf.fifths = max(-7, min(7, body[0] - 256 if body[0] > 127 else body[0]))
        return kind == 0x2F

    def _channel(self, first: int) -> None:
        if first >= 0x80:
            self._status = first
            self._at += 1
        if not self._status:
            raise ScoreError("The MIDI file holds data that belong to no message.")
        kind, channel = self._status & 0xF0, self._status & 0x0F
        body = self._skip(_DATA[kind])
        if max(body) > 127:
            raise ScoreError("The MIDI file holds a value beyond 127.")
        events = self._smf.drums if channel == _DRUMS else self._smf.events
        voice = self._number * _CHANNELS + channel
        if kind in (0x80, 0x90):
            velocity = body[1] if kind == 0x90 else 0
            events.append(Event(self._tick, body[0], velocity, voice))
        elif kind == 0xB0 and body[0] == _SUSTAIN:
            events.append(Event(self._tick, PEDAL, body[1], voice))


def performance_of(data: bytes) -> list[RawEvent]:
    """A recorded performance as raw events, in microseconds from the beginning of the file. Raises ScoreError."""
    smf = read_smf(data)
    events = one_keyboard(list(zip(_micros(smf), smf.events, strict=True)))
    strokes = sum(1 for _, pitch, velocity in events if velocity and pitch < PEDAL)
    if not strokes:
        raise ScoreError("The MIDI file holds no notes.")
    if strokes > MOST_NOTES:
        raise ScoreError(f"The performance holds more than {MOST_NOTES:,} notes.")
    return events


def _micros(smf: Smf) -> Iterator[int]:
    """The time of each event, in microseconds."""
    changes = [*([] if smf.framed else smf.tempi), (1 << 62, DEFAULT_TEMPO)]
    base = since = following = 0
    tempo = smf.framed or DEFAULT_TEMPO
    for event in smf.events:
        while changes[following][0] <= event.tick:
            base += (changes[following][0] - since) * tempo // smf.division
            since, tempo = changes[following]
            following += 1
        at = base + (event.tick - since) * tempo // smf.division
        if at > LONGEST:
            raise ScoreError("The MIDI file is longer than a day.")
        yield at


def score_of_smf(data: bytes) -> Score:
    """The notes of a file as a score: onsets and lengths as written, the first voice with notes as the upper staff."""
    smf = read_smf(data)
    held: dict[tuple[int, int], tuple[int, int]] = {}
    notes: list[ScoreNote] = []
    staves: dict[int, int] = {}
    for event in smf.events:
        if event.pitch >= PEDAL:
            continue
        begun = held.pop((event.voice, event.pitch), None)
        if begun is not None:
            notes.append(_note(smf, begun, event, staves))
        if event.velocity:
            held[event.voice, event.pitch] = (event.tick, len(notes) + len(held))
            staves.setdefault(event.voice, len(staves) + 1)
        if len(notes) > MOST_NOTES:
            raise ScoreError(f"The score holds more than {MOST_NOTES:,} notes.")
    for (voice, pitch), begun in held.items():
        notes.append(_note(smf, begun, Event(smf.events[-1].tick, pitch, 0, voice), staves))
    if not notes:
        raise ScoreError("The MIDI file holds no notes.")
    measures = _Measures(smf)
    named = [
        msgspec.structs.replace(note, note_id=f"n{n}", measure=measures.at(note.onset))
        for n, note in enumerate(_sorted(_in_moments(notes)), 1)
    ]
    tempi = [(tick * QUARTER // smf.division, tempo) for tick, tempo in smf.tempi]
    tempi = [(0, smf.framed)] if smf.framed else tempi
    return score_of(named, tempi, smf.beat, smf.fifths)


class _Measures:
    """Numbers measures by the time signatures; without one they are of four quarters."""

    def __init__(self, smf: Smf) -> None:
        marks = {0: 64} | dict(sorted(smf.metres))
        self._starts = [tick * QUARTER // smf.division for tick in marks]
        self._lengths = [sixteenths * QUARTER // 16 for sixteenths in marks.values()]
        self._numbers = [1]
        for start, end, length in zip(self._starts, self._starts[1:], self._lengths, strict=False):
            self._numbers.append(self._numbers[-1] - (start - end) // length)

    def at(self, tick: int) -> int:
        place = bisect_right(self._starts, tick) - 1
        return self._numbers[place] + (tick - self._starts[place]) // self._lengths[place]


def _in_moments(notes: list[ScoreNote]) -> Iterator[ScoreNote]:
    """Notes that begin a little after others begin with them, so that a chord is one."""
    start = -TOGETHER
    for note in sorted(notes, key=lambda note: note.onset):
        start = start if note.onset - start < TOGETHER else note.onset
        yield msgspec.structs.replace(note, onset=start, duration=note.duration + note.onset - start)


def _sorted(notes: Iterable[ScoreNote]) -> list[ScoreNote]:
    return sorted(notes, key=lambda note: (note.onset, note.pitch.midi))


def _note(smf: Smf, begun: tuple[int, int], ended: Event, staves: dict[int, int]) -> ScoreNote:
    onset, end = (tick * QUARTER // smf.division for tick in (begun[0], ended.tick))
    return ScoreNote(
        note_id=f"n{begun[1]}",
        pitch=spelled(ended.pitch, smf.fifths),
        onset=onset,
        duration=end - onset,
        staff=staves[ended.voice],
        measure=1,
    )
