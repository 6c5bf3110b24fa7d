"""Games as they are played, for looking at views: a question, an answer that was wrong, a tune, a result."""

from __future__ import annotations

import msgspec

from app.store.readings import (
    FinishedAttempt,
    RunningAttempt,
    UnfinishedGame,
)
from domain.games.game import JudgedNote, Outcome
from domain.games.picture import Choice, Keys, Mark, Phase, Picture, Staff
from domain.music.mei import EIGHTH_NOTE, HALF_NOTE, QUARTER_NOTE, WHOLE_NOTE, note, rest, staff_mei
from domain.music.rhythm import Metre
from domain.music.say import say
from domain.records.progress import PlayType
from workshop.gallery_readings import DASHBOARD, NOW, STEPS, STUDENT, badge

ONE_NOTE = staff_mei([note("F4", WHOLE_NOTE, "n1")], clef="treble")
TUNE = staff_mei(
    [
        note("C4", QUARTER_NOTE, "n1"),
        note("E4", QUARTER_NOTE, "n2"),
        note("G4", HALF_NOTE, "n3"),
        note("F4", EIGHTH_NOTE, "n4"),
        note("E4", EIGHTH_NOTE, "n5"),
        note("D4", QUARTER_NOTE, "n6"),
        note("C4", QUARTER_NOTE, "n7"),
        rest(QUARTER_NOTE),
    ],
    clef="treble",
    metre=Metre(4, 4),
)
ASKING = Picture(
    phase=Phase.ASKING,
    prompt=say("Play this note"),
    staff=Staff(mei=ONE_NOTE, marks={"n1": Mark.NOW}, label=say("Treble staff with one note")),
    keys=Keys(lowest=53, highest=77),
    done=3,
    total=10,
    score=300,
    streak=3,
)
FEEDBACK = Picture(
    phase=Phase.FEEDBACK,
    prompt=say("Play this note"),
    staff=Staff(mei=ONE_NOTE, marks={"n1": Mark.WRONG}, why={"n1": say("This is F.")}, label=say("Treble staff")),
    keys=Keys(lowest=53, highest=77, marks={65: Mark.HINT, 64: Mark.WRONG}, names=True),
    feedback=say("You played {played}; this note is {wanted}, one step higher.", played="E", wanted="F"),
    feedback_mark=Mark.WRONG,
    done=4,
    total=10,
    score=300,
)
TUNE_PICTURE = Picture(
    phase=Phase.ASKING,
    prompt=say("Keep the beat"),
    staff=Staff(
        mei=TUNE,
        marks={"n1": Mark.RIGHT, "n2": Mark.LATE, "n3": Mark.RIGHT, "n4": Mark.EXTRA, "n5": Mark.NOW},
        label=say("Two bars in four"),
    ),
    keys=Keys(lowest=60, highest=72),
    done=4,
    total=7,
    score=250,
    streak=1,
)
CHOOSING = Picture(
    phase=Phase.ASKING,
    prompt=say("Which note is this?"),
    staff=Staff(mei=ONE_NOTE, marks={"n1": Mark.NOW}, label=say("Treble staff with one note")),
    choices=tuple(
        Choice(choice_id=c, label=say(c), mark=Mark.RIGHT if c == "F" else Mark.WRONG if c == "A" else None)
        for c in "CDEFGAB"
    ),
    feedback=say("Yes: F sits in the lowest space."),
    feedback_mark=Mark.RIGHT,
    done=2,
    total=10,
    score=200,
    streak=2,
)

_JUDGED = (
    ("F4", "F4", "right", say("Right at once."), True),
    ("A4", "A4", "right", say("Right at once."), True),
    ("C4", "D4", "wrong_neighbour", say("One step too high: look at the ledger line below the staff."), False),
    ("G4", "G4", "right", say("Right at once."), True),
    ("E4", "E5", "wrong_octave", say("Right name, one octave too high."), False),
    ("D4", "D4", "right", say("Right at once."), True),
    ("B4", "", "missed", say("Time was over before you played."), False),
    ("F4", "F4", "right", say("Right at once."), True),
    ("A4", "A4", "right", say("Right at once."), True),
    ("G4", "G4", "right", say("Right at once."), True),
)
OUTCOME = Outcome(
    score=740,
    max_possible_score=1000,
    passed=True,
    counts={"right": 7, "wrong": 2, "missed": 1},
    concepts={"treble": (7, 10)},
    notes=tuple(
        JudgedNote(wanted=w, played=p, verdict=v, why=y, concept="treble", right=r) for w, p, v, y, r in _JUDGED
    ),
)
FINISHED = FinishedAttempt(
    attempt_id="at1",
    outcome=OUTCOME,
    target_score=900,
    pass_threshold=700,
    best_before=610,
    points_earned=74,
    new_badges=(badge("Pianist", "pianist", 2, 5, 20, confirmed=False),),
    step_completed=True,
    next_step=STEPS[3],
    assignment_completed=False,
)
_PICKED = (
    ("skip up", "step up", "wrong_choice", say("A skip up: one note is left out, line to line or space to space.")),
    ("repeat", "repeat", "right", say("The same note again.")),
    ("step down", "skip down", "wrong_choice", say("A step down: to the very next note below.")),
)
FINISHED_PICKING = msgspec.structs.replace(
    FINISHED,
    outcome=msgspec.structs.replace(
        OUTCOME,
        notes=tuple(
            JudgedNote(wanted=w, played=p, verdict=v, why=y, concept="steps", right=w == p, asked=say(w), given=say(p))
            for w, p, v, y in _PICKED
        ),
    ),
    new_badges=(),
)
ATTEMPT = RunningAttempt(
    attempt_id="at1",
    account=STUDENT,
    game_id="G-01542",
    stage_id="G-01542-quiz",
    step_id="s3",
    play_type=PlayType.ASSIGNED,
    seed=7,
    level=1,
    started_at=NOW,
    input_kind="midi",
)
UNFINISHED_DASHBOARD = msgspec.structs.replace(
    DASHBOARD, unfinished=UnfinishedGame(attempt=ATTEMPT, step=STEPS[2], assignment_id="a1")
)
