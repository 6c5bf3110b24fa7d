"""Playing a whole line of music after a count-in: judged note by note by the house's judge."""

from __future__ import annotations

from collections import Counter

from domain.games.answers import Heard, Shown, Silent
from domain.games.game import JudgedNote
from domain.games.picture import Mark, Phase, Sound
from domain.games.tapping import LEAD, Beat
from domain.music.judging import judge
from domain.music.note import Note
from domain.music.pitch import spelled
from domain.music.rules import RULES, Level
from domain.music.say import Say, say
from domain.music.score import Score
from domain.music.verdicts import Judgement, Length, NoteVerdict, Pace, Verdict
from domain.records.progress import RawEvent

# A flood of keys is cut here; the judge takes no notice of what no hand can play.
MOST_EVENTS = 4_000
# From this many of 100 points on a line counts as well played.
WELL_PLAYED = 85
_MARKS = {
    Verdict.RIGHT: Mark.RIGHT,
    Verdict.EARLY: Mark.EARLY,
    Verdict.LATE: Mark.LATE,
    Verdict.HESITATION: Mark.LATE,
    Verdict.RESTART: Mark.LATE,
    Verdict.MISSED: Mark.MISSED,
}
_WHY: dict[Verdict, Say] = {
    Verdict.RIGHT: say("Right, and in time."),
    Verdict.EARLY: say("The right note, but too early."),
    Verdict.LATE: say("The right note, but too late."),
    Verdict.HESITATION: say("You stopped before this note. Keep going, even past a mistake."),
    Verdict.RESTART: say("You went back and played a part again. Keep going, even past a mistake."),
    Verdict.SWAPPED: say("This note and its neighbour changed places."),
    Verdict.WRONG_NOTE: say("Another key was played here."),
    Verdict.WRONG_OCTAVE: say("The right name in another octave."),
    Verdict.WRONG_ACCIDENTAL: say("Look at the sharps and flats: this was the key beside it."),
    Verdict.WRONG_HAND: say("This note belongs to the other hand."),
    Verdict.MISSED: say("This note was left out."),
    Verdict.EXTRA: say("A note that is not written."),
    Verdict.REPEATED: say("This note was played twice."),
    Verdict.SLIP: say("A finger slipped onto a neighbour key."),
    Verdict.BRUSHED: say("A key was brushed by."),
    Verdict.ORNAMENT: say("This belongs to the ornament."),
    Verdict.DECORATED: say("This decorates the note; the music asks for it alone."),
    Verdict.RETAKEN: say("You played this again later; then it counted."),
    Verdict.CORRECTED: say("Another key came first; you put it right yourself."),
}
_ADVICE: dict[Verdict, Say] = {
    Verdict.EARLY: say("You are ahead of the beat. Listen to the click."),
    Verdict.LATE: say("You are behind the beat. Look one note ahead."),
    Verdict.HESITATION: say("You stopped to think. Keep going and leave a note out instead."),
    Verdict.MISSED: say("Some notes were left out. Try it slower in your head first."),
    Verdict.WRONG_OCTAVE: say("Right names, wrong octave: find the first note on the staff again."),
    Verdict.WRONG_ACCIDENTAL: say("Look at the key signature before you begin."),
    Verdict.WRONG_NOTE: say("Some keys were wrong. Look at steps and skips from note to note."),
}


class Performing(Silent):
    """Listens from the end of the count-in to a beat after the last note, at the tempo of the click.

    `score` carries the tempo. `ids` of the staff are the score's own note ids.
    """

    phase = Phase.COUNT_IN
    clicked = True

    def __init__(self, *, score: Score, ends: int, beat: Beat, level: Level, concept: str) -> None:
        self._score, self._ends, self._beat = score, ends, beat
        self._rules, self._concept = RULES[level], concept
        self._first_beat = 0
        self._events: list[RawEvent] = []

    @property
    def _before(self) -> int:
        return LEAD + self._beat.counted

    def start(self, at: int) -> tuple[Sound, ...]:
        self._first_beat = at + self._before
        self.wake_at = self._first_beat - self._rules.ok
        self.pulse = self._beat.pulse(self._first_beat)
        return self._beat.clicks((self._before - LEAD + self._ends) // self._beat.length)

    def play(self, note: Note) -> Heard | None:
        if note.at >= self._first_beat - self._rules.ok and len(self._events) < MOST_EVENTS:
            self._events.append((note.at - self._first_beat, note.pitch, note.velocity))
        return None

    def tick(self, at: int) -> Heard | None:
        if self.phase is Phase.COUNT_IN:
            self.phase = Phase.ASKING
            self.wake_at = self._first_beat + self._ends + self._rules.ok
            return None
        return self._heard() if self.wake_at is not None and at >= self.wake_at else None

    def hint(self) -> dict[int, Mark]:
        return {self._score.pitches[0]: Mark.HINT}

    def _heard(self) -> Heard:
        self.wake_at = None
        judgement = judge(self._score, self._events, self._rules, clicked=True)
        judged = self._judged(judgement)
        full = judgement.score >= WELL_PLAYED
        notes = zip(self._score.notes, judgement.notes, strict=True)
        marks = {note.note_id: _MARKS.get(verdict.verdict, Mark.WRONG) for note, verdict in notes}
        why = {note.note_id: line.why for note, line in zip(self._score.notes, judged, strict=False)}
        return Heard(
            points=judgement.score,
            full=full,
            finished=True,
            judged=judged,
            feedback=_advice(judgement),
            mark=Mark.RIGHT if full else Mark.WRONG,
            shown=Shown(staff=marks, why=why),
        )

    def _judged(self, judgement: Judgement) -> tuple[JudgedNote, ...]:
        keys = [pitch for _, pitch, velocity in self._events if velocity]
        lines = [
            self._line(note.pitch.name, verdict, keys)
            for note, verdict in zip(self._score.notes, judgement.notes, strict=True)
        ]
        extras = [
            JudgedNote(
                wanted="",
                played=spelled(keys[extra.played], self._score.fifths).name,
                verdict=extra.verdict,
                why=_WHY[extra.verdict],
                concept=self._concept,
                right=False,
                offset=extra.offset,
            )
            for extra in judgement.extras
        ]
        return (*lines, *extras)

    def _line(self, wanted: str, verdict: NoteVerdict, keys: list[int]) -> JudgedNote:
        played = spelled(keys[verdict.played], self._score.fifths).name if verdict.played >= 0 else ""
        return JudgedNote(
            wanted=wanted,
            played=played,
            verdict=verdict.verdict,
            why=_sentence(verdict),
            concept=self._concept,
            right=verdict.verdict is Verdict.RIGHT,
            offset=verdict.offset,
        )

    def model(self) -> tuple[RawEvent, ...]:
        events: list[RawEvent] = []
        for pitch, onset, length in zip(self._score.pitches, self._score.onsets, self._score.lengths, strict=True):
            start = self._before + onset
            events += [(start, pitch, 76), (start + length * 90 // 100, pitch, 0)]
        return tuple(sorted(events))


def _sentence(verdict: NoteVerdict) -> Say:
    if verdict.verdict is Verdict.RIGHT and verdict.length is Length.TOO_SHORT:
        return say("In time, but let go too soon.")
    if verdict.verdict is Verdict.RIGHT and verdict.length is Length.TOO_LONG:
        return say("In time, but held too long.")
    return _WHY[verdict.verdict]


def _advice(judgement: Judgement) -> Say:
    """One sentence about the whole line: what to do next time."""
    wrong = Counter(note.verdict for note in judgement.notes if note.verdict is not Verdict.RIGHT)
    if judgement.score >= WELL_PLAYED and not wrong:
        return say("Every note right and in time.")
    if judgement.pace is Pace.RUSHING:
        return say("You got faster. Let the click lead you.")
    if judgement.pace is Pace.DRAGGING:
        return say("You got slower. Let the click lead you.")
    if not wrong:
        return say("All notes are there, and some that are not written.")
    return _ADVICE.get(wrong.most_common(1)[0][0], _WHY[wrong.most_common(1)[0][0]])
