"""One sentence for each mistake, in words that a child of eight understands."""

from __future__ import annotations

from domain.music.pitch import spelled
from domain.music.played import Played
from domain.music.say import Say, say
from domain.music.score import Score
from domain.music.verdicts import ExtraVerdict, Judgement, Length, NoteVerdict, Pace, Touch, Verdict

# So many kinds of mistakes are told at once; more would discourage.
MOST_TOLD = 3
_TOLD = (
    ((Verdict.MISSED,), say("Left out: {count}.")),
    ((Verdict.WRONG_NOTE, Verdict.WRONG_HAND, Verdict.SWAPPED), say("Another key: {count}.")),
    ((Verdict.WRONG_OCTAVE,), say("In another octave: {count}.")),
    ((Verdict.WRONG_ACCIDENTAL,), say("Sharps and flats mistaken: {count}.")),
    ((Verdict.EARLY, Verdict.LATE), say("Too early or too late: {count}.")),
    ((Verdict.HESITATION, Verdict.RESTART), say("Stops: {count}.")),
    ((Verdict.EXTRA, Verdict.REPEATED, Verdict.DECORATED), say("Too many: {count}.")),
    ((Length.TOO_SHORT, Length.TOO_LONG), say("Too short or too long: {count}.")),
    ((Touch.TOO_SOFT, Touch.TOO_LOUD), say("Too soft or too loud: {count}.")),
)


def why(score: Score, heard: Played, index: int, note: NoteVerdict) -> Say:
    """What happened to a written note."""
    wanted = score.notes[index].pitch.name
    got = spelled(heard.pitches[note.played], score.fifths).name if note.played >= 0 else ""
    ms = abs(note.offset or 0) // 1_000
    match note.verdict:
        case Verdict.EARLY:
            return say("{wanted} came {ms} ms too early.", wanted=wanted, ms=ms)
        case Verdict.LATE:
            return say("{wanted} came {ms} ms too late.", wanted=wanted, ms=ms)
        case Verdict.HESITATION:
            return say("You waited before {wanted}. That is fine while you learn; then you went on.", wanted=wanted)
        case Verdict.RESTART:
            return say("You played a part again before {wanted}. Next time try to go on.", wanted=wanted)
        case Verdict.SWAPPED:
            return say("{wanted} and its neighbour changed places.", wanted=wanted)
        case Verdict.MISSED:
            return say("{wanted} was not played.", wanted=wanted)
        case _:
            return (
                _wrong(score, index, note, wanted, got) or _length(note, wanted) or _touch(score, index, note, wanted)
            )


def _wrong(score: Score, index: int, note: NoteVerdict, wanted: str, got: str) -> Say | None:
    """The sentences about wrong keys, or None where the key was right."""
    match note.verdict:
        case Verdict.WRONG_NOTE:
            return say("{got} instead of {wanted}.", got=got, wanted=wanted)
        case Verdict.WRONG_OCTAVE if note.semitones > 0:
            return say("{wanted} was right, but too high: play it lower on the piano.", wanted=wanted)
        case Verdict.WRONG_OCTAVE:
            return say("{wanted} was right, but too low: play it higher on the piano.", wanted=wanted)
        case Verdict.WRONG_ACCIDENTAL:
            return say("Nearly: {got} instead of {wanted}. Look at the sharps and flats.", got=got, wanted=wanted)
        case Verdict.WRONG_HAND if score.notes[index].staff == 1:
            return say("{wanted} is for the right hand; it came from where the left hand plays.", wanted=wanted)
        case Verdict.WRONG_HAND:
            return say("{wanted} is for the left hand; it came from where the right hand plays.", wanted=wanted)
    return None


def _length(note: NoteVerdict, wanted: str) -> Say | None:
    if note.length is Length.TOO_SHORT:
        return say("{wanted} was let go too soon: hold it longer.", wanted=wanted)
    if note.length is Length.TOO_LONG:
        return say("{wanted} was held too long: let it go sooner.", wanted=wanted)
    return None


def _touch(score: Score, index: int, note: NoteVerdict, wanted: str) -> Say:
    """What was written about loud and soft and not heard, or that nothing is wrong."""
    written = score.notes[index]
    if note.touch is Touch.TOO_SOFT and written.accent:
        return say("{wanted} was right. The accent asks for a little more weight than its neighbours.", wanted=wanted)
    if note.touch is Touch.TOO_SOFT and written.hairpin > 0:
        return say("{wanted} was right. The opening hairpin means: louder and louder.", wanted=wanted)
    if note.touch is Touch.TOO_LOUD and written.hairpin < 0:
        return say("{wanted} was right. The closing hairpin means: softer and softer.", wanted=wanted)
    if note.touch is Touch.TOO_SOFT:
        return say("{wanted} was right. From here on play louder than before.", wanted=wanted)
    if note.touch is Touch.TOO_LOUD:
        return say("{wanted} was right. From here on play softer than before.", wanted=wanted)
    return say("{wanted} was right.", wanted=wanted)


def why_extra(score: Score, heard: Played, extra: ExtraVerdict) -> Say:
    """What a note too many was."""
    got = spelled(heard.pitches[extra.played], score.fifths).name
    match extra.verdict:
        case Verdict.REPEATED:
            return say("{got} was played again, but it stands there only once.", got=got)
        case Verdict.SLIP:
            return say("Your finger slipped onto {got}, and you put it right.", got=got)
        case Verdict.CORRECTED:
            return say("You played {got} first and put it right yourself.", got=got)
        case Verdict.RETAKEN:
            return say("You played {got} again later; then it counted.", got=got)
        case Verdict.ORNAMENT:
            return say("{got} belongs to the ornament.", got=got)
        case Verdict.DECORATED:
            wanted = score.notes[extra.near].pitch.name
            return say("{got} decorates {wanted}, but the music asks for {wanted} alone.", got=got, wanted=wanted)
        case Verdict.BRUSHED:
            return say("You brushed {got} very lightly.", got=got)
        case _:
            return say("{got} was played, but no note stands there.", got=got)


def why_all(judgement: Judgement) -> tuple[Say, ...]:
    """The whole in a few sentences: what was right, what most often was not, and the tempo."""
    counts = judgement.counts
    told = [(sum(counts.get(verdict, 0) for verdict in verdicts), text) for verdicts, text in _TOLD]
    worst = sorted((each for each in told if each[0]), key=lambda each: -each[0])[:MOST_TOLD]
    right = say("Right and in time: {right} of {notes}.", right=judgement.right, notes=len(judgement.notes))
    return (right, *(Say(text.text, {"count": count}) for count, text in worst), why_pace(judgement))


def why_pace(judgement: Judgement) -> Say:
    """Where the tempo went."""
    percent = abs(judgement.pace_change) // 10
    if judgement.pace is Pace.RUSHING:
        return say("You got faster, by about {percent} in a hundred: stay calm.", percent=percent)
    if judgement.pace is Pace.DRAGGING:
        return say("You got slower, by about {percent} in a hundred: keep going.", percent=percent)
    return say("You kept a steady tempo.")
