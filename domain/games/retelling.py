"""A recorded performance told again as it went: every picture, every key with its mark, every sentence at its note.

Pure, as all games are: the recorded notes go through the same machine that heard them first, so what is seen again is
what was seen then. Beside it stands what was written: the machine's own right answer to each question, at the time
when it was asked. Times are microseconds since the attempt began.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from domain.games import ALL
from domain.games.catalogue import Catalogue
from domain.games.game import JudgedNote, Outcome, PlayableGame
from domain.games.picture import Keys, Mark, Phase, Picture, Sound
from domain.games.replay import SLACK, handed
from domain.music.pitch import spelled
from domain.music.say import Say, say
from domain.records.progress import CHOICE, PEDAL, Performance, RawEvent, StudentAttempt

# A key that is never let go sounds this long.
_LONGEST_KEY = 4_000_000
# A key this far from where the judge says it was is another one.
_NEAR = 400_000
# What a piece of piano keyboard shows at least: two octaves.
_LEAST_KEYS = 24


class Retellable(PlayableGame, Protocol):
    """A game that also says what it has judged so far and what would have been right."""

    @property
    def judged(self) -> tuple[JudgedNote, ...]:
        """The verdicts so far."""

    def model_answer(self) -> tuple[RawEvent, ...]:
        """A right answer to what is being asked, times counted from now."""


class Frame(msgspec.Struct, frozen=True):
    """What was shown from `at` on."""

    at: int
    picture: Picture


class Press(msgspec.Struct, frozen=True, kw_only=True):
    """A key, or with pitch CHOICE an answer that was picked: played, or as it was written.

    `name` is the note's, `label` what an answer says.
    """

    at: int
    length: int
    pitch: int
    velocity: int
    name: str = ""
    label: Say | None = None
    mark: Mark | None = None


class Line(msgspec.Struct, frozen=True):
    """A sentence about a note, at the time of that note."""

    at: int
    note: JudgedNote


class Due(msgspec.Struct, frozen=True):
    """Something that sounds at a time."""

    at: int
    sound: Sound


class Reveal(msgspec.Struct, frozen=True):
    """A mark on the staff that is told as its note passes at `at`, while its question runs from `since` to `until`."""

    since: int
    at: int
    until: int
    note_id: str
    mark: Mark
    why: Say | None


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """A whole attempt. `whole` is False where the game is not known any more and only the keys can be shown."""

    length: int
    frames: tuple[Frame, ...]
    played: tuple[Press, ...]
    written: tuple[Press, ...] = ()
    lines: tuple[Line, ...] = ()
    reveals: tuple[Reveal, ...] = ()
    sounds: tuple[Due, ...] = ()
    outcome: Outcome | None = None
    whole: bool = True

    def picture_at(self, at: int) -> Picture:
        """What is seen at a time: the picture of then, with the verdicts of the notes that have passed."""
        place = max(0, bisect_right(self.frames, at, key=lambda frame: frame.at) - 1)
        picture = self.frames[place].picture
        running = [each for each in self.reveals if each.since <= at < each.until]
        if picture.staff is None or not running:
            return picture
        passed = [each for each in running if each.at <= at]
        following = next((each for each in running if each.at > at), None)
        marks = {each.note_id: each.mark for each in passed}
        if following is not None:
            marks[following.note_id] = Mark.NOW
        why = {each.note_id: each.why for each in passed if each.why is not None}
        staff = msgspec.structs.replace(picture.staff, marks=marks, why=why)
        return msgspec.structs.replace(picture, staff=staff)

    def down_at(self, at: int) -> tuple[int, ...]:
        """The keys that are held at a time."""
        return tuple(p.pitch for p in self.played if p.at <= at < p.at + p.length and p.pitch < PEDAL)

    def line_at(self, at: int) -> int:
        """The place of the sentence that was due last, or -1."""
        return bisect_right(self.lines, at, key=lambda line: line.at) - 1


def mark_of(note: JudgedNote) -> Mark:
    """The mark that a verdict is drawn with."""
    if note.right:
        return Mark.RIGHT
    return next((mark for mark in (Mark.EARLY, Mark.LATE, Mark.MISSED, Mark.EXTRA) if mark in note.verdict), Mark.WRONG)


def retold(game: Retellable, events: Sequence[RawEvent], duration: int, late: int = 0) -> Retold:
    """An attempt told again. What does not end as a whole game is told as far as it goes.

    `late` is the `sound_offset` that the game was made with: keys along with a click are told as they met it.
    """
    telling = _Telling(game, presses(events), late)
    for event in events:
        telling.until(event[0])
        telling.hear(event)
    telling.until(duration + SLACK)
    return telling.told(duration)


def only_heard(events: Sequence[RawEvent], duration: int) -> Retold:
    """The keys alone, where the game has changed since or is not known."""
    played = presses(events)
    keys = [press.pitch for press in played if press.pitch < PEDAL] or [60]
    middle = (min(keys) + max(keys)) // 2
    lowest = max(0, min(*keys, middle - _LEAST_KEYS // 2))
    shown = Keys(lowest=lowest, highest=min(127, max(*keys, lowest + _LEAST_KEYS)))
    picture = Picture(phase=Phase.ASKING, prompt=say("What was played"), keys=shown)
    length = max([duration, *(press.at + press.length for press in played)])
    return Retold(length=length, frames=(Frame(0, picture),), played=played, whole=False)


def presses(events: Iterable[RawEvent]) -> tuple[Press, ...]:
    """Keys with their lengths, as the sustain pedal held them; picked answers have none."""
    open_at: dict[int, tuple[int, int, int]] = {}
    held: list[int] = []
    found: dict[int, Press] = {}
    pedal = False
    for number, (at, pitch, value) in enumerate(events):
        if pitch == PEDAL:
            pedal = value >= 64
            for key in held if not pedal else ():
                _end(found, open_at, key, at)
            held = held if pedal else []
        elif pitch == CHOICE:
            found[number] = Press(at=at, length=0, pitch=CHOICE, velocity=value)
        elif value:
            _end(found, open_at, pitch, at)
            open_at[pitch] = (number, at, value)
            found[number] = Press(at=at, length=_LONGEST_KEY, pitch=pitch, velocity=value)
        elif pedal:
            held.append(pitch)
        else:
            _end(found, open_at, pitch, at)
    return tuple(found[number] for number in sorted(found))


def _end(found: dict[int, Press], open_at: dict[int, tuple[int, int, int]], pitch: int, at: int) -> None:
    if pitch in open_at:
        number, began, velocity = open_at.pop(pitch)
        length = max(1, min(at - began, _LONGEST_KEY))
        found[number] = Press(at=began, length=length, pitch=pitch, velocity=velocity)


class _Asked(msgspec.Struct):
    """One question while it is told: its right answer, and what was said about it at which time."""

    began: int
    model: tuple[Press, ...]
    said: list[tuple[int, JudgedNote]] = []
    ended: int | None = None


class _Telling:
    """Plays the machine again and writes down what it shows."""

    def __init__(self, game: Retellable, played: tuple[Press, ...], late: int) -> None:
        self._game, self._late = game, late
        # Which of the keys were played along with a click.
        self._along: set[int] = set()
        self._played = list(played)
        self._frames: list[Frame] = []
        self._sounds: list[Due] = []
        self._lines: list[Line] = []
        self._written: list[Press] = []
        self._reveals: list[Reveal] = []
        self._asked: _Asked | None = None
        self._judged = 0
        self._labels: dict[int, Say] = {}
        self._picture = game.begin(0)
        self._show(0)

    def until(self, to: int) -> None:
        """Every tick that is due until then, each at its own time."""
        while (wake := self._picture.wake_at) is not None and wake <= to:
            self._picture = self._game.tick(wake)
            if self._picture.wake_at == wake:
                raise RuntimeError("a game asked twice for the same tick")
            self._show(wake)

    def hear(self, event: RawEvent) -> None:
        """One recorded event."""
        at, pitch, value = event
        if pitch == CHOICE and 0 <= value < len(self._picture.choices):
            self._labels[at] = self._picture.choices[value].label
        self._picture = handed(self._game, self._picture, event)
        self._show(at)

    def _show(self, at: int) -> None:
        picture = self._picture
        self._sounds += [Due(at + sound.after, sound) for sound in picture.sounds]
        quiet = msgspec.structs.replace(picture, sounds=(), wake_at=None)
        if not self._frames or self._frames[-1].picture != quiet:
            self._frames.append(Frame(at, quiet))
        asking = picture.phase in (Phase.ASKING, Phase.COUNT_IN)
        if self._asked is None and asking:
            self._asked = _Asked(at, self._model(at))
        if self._asked is not None:
            judged = self._game.judged
            self._asked.said += [(at, note) for note in judged[self._judged :]]
            self._judged = len(judged)
            if not asking:
                self._close(self._asked, at)

    def _model(self, at: int) -> tuple[Press, ...]:
        return tuple(msgspec.structs.replace(p, at=p.at + at) for p in presses(self._game.model_answer()))

    def _close(self, asked: _Asked, at: int) -> None:
        """A question is over: its sentences, its written notes and its marks get their times."""
        asked.ended, self._asked = at, None
        asked_for = [note for _, note in asked.said if note.wanted]
        matched = len(asked_for) == len(asked.model)
        timed = any(note.offset is not None for note in asked_for)
        names = [note.wanted for note in asked_for] if matched else [_name(press) for press in asked.model]
        labels = [note.asked for note in asked_for] if matched else [None] * len(asked.model)
        self._written += [
            msgspec.structs.replace(press, name=name, label=label)
            for press, name, label in zip(asked.model, names, labels, strict=True)
        ]
        times = [press.at for press in asked.model] if matched and timed else None
        self._say(asked, times)
        if times is not None:
            self._reveal(asked, times)
        self._mark(asked, times)

    def _say(self, asked: _Asked, times: list[int] | None) -> None:
        at_note = iter(times or ())
        for said_at, note in asked.said:
            due = next(at_note, said_at) if note.wanted else None
            self._lines.append(Line(said_at if due is None else due, note))

    def _reveal(self, asked: _Asked, times: list[int]) -> None:
        staff = self._picture.staff
        shown = [] if staff is None else [(i, mark) for i, mark in staff.marks.items() if mark is not Mark.NOW]
        if staff is None or len(shown) != len(times) or asked.ended is None:
            return
        self._reveals += [
            Reveal(asked.began, at, asked.ended, note_id, mark, staff.why.get(note_id))
            for at, (note_id, mark) in zip(times, shown, strict=True)
        ]

    def _mark(self, asked: _Asked, times: list[int] | None) -> None:
        """Give each key of the question the mark of its verdict."""
        end = asked.ended or 0
        mine = [n for n, press in enumerate(self._played) if asked.began <= press.at <= end]
        if times is not None:
            self._along.update(mine)
            self._mark_by_time(asked, times, mine)
            return
        notes = [note for _, note in asked.said]
        for place, number in enumerate(mine):
            fits = len(notes) == len(mine)
            self._name(number, notes[place] if fits else None, _of_all(notes, self._picture) if not fits else None)

    def _mark_by_time(self, asked: _Asked, times: list[int], mine: list[int]) -> None:
        left = set(mine)
        heard = [note for _, note in asked.said if note.wanted]
        for at, note in zip(times, heard, strict=True):
            target = at + (note.offset or 0) + self._late
            near = [n for n in left if abs(self._played[n].at - target) <= _NEAR] if note.played else []
            if near:
                number = min(near, key=lambda n: abs(self._played[n].at - target))
                left.discard(number)
                self._name(number, note, None)
        extras = [note for _, note in asked.said if not note.wanted]
        for number, note in zip(sorted(left), extras, strict=False):
            self._name(number, note, None)

    def _name(self, number: int, note: JudgedNote | None, mark: Mark | None) -> None:
        press = self._played[number]
        mark = mark_of(note) if note is not None else mark
        self._played[number] = msgspec.structs.replace(press, mark=mark)

    def _in_time(self, number: int, press: Press) -> Press:
        """The press as its player heard it beside the click: without what the machine added."""
        return msgspec.structs.replace(press, at=max(0, press.at - self._late)) if number in self._along else press

    def told(self, duration: int) -> Retold:
        """Everything, in order of time."""
        if self._asked is not None:
            self._close(self._asked, duration)
        named = [msgspec.structs.replace(p, name=_name(p), label=self._labels.get(p.at)) for p in self._played]
        played = tuple(self._in_time(number, press) for number, press in enumerate(named))
        ends = [duration, self._frames[-1].at, *(press.at + press.length for press in played)]
        return Retold(
            length=min(max(ends), duration + _LONGEST_KEY),
            frames=tuple(self._frames),
            played=played,
            written=tuple(sorted(self._written, key=lambda press: press.at)),
            lines=tuple(sorted(self._lines, key=lambda line: line.at)),
            reveals=tuple(self._reveals),
            sounds=tuple(sorted(self._sounds, key=lambda due: due.at)),
            outcome=self._game.outcome(),
        )


def _of_all(notes: Sequence[JudgedNote], picture: Picture) -> Mark | None:
    """The mark of all keys of a question that was judged as one."""
    if not notes:
        return picture.feedback_mark
    return Mark.RIGHT if all(note.right for note in notes) else mark_of(next(n for n in notes if not n.right))


def _name(press: Press) -> str:
    return "" if press.pitch >= PEDAL else spelled(press.pitch, 0).name


def of_attempt(catalogue: Catalogue, attempt: StudentAttempt, performance: Performance) -> Retold:
    """A kept attempt told again; the keys alone where this catalogue has not the same version of its game."""
    events, late = performance.events, performance.sound_offset
    found = catalogue.stage(attempt.stage_id)
    duration = attempt.duration_ms * 1_000
    if found is None or found[0].family not in ALL:
        return only_heard(events, duration)
    game, stage = found
    if (game.game_version, stage.stage_version) != (attempt.game_version, attempt.stage_version):
        return only_heard(events, duration)
    data = attempt.session_data
    return retold(ALL[game.family](game, stage, data.seed, data.level, late=late), events, duration, late)
