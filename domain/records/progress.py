"""What a student was asked to do and what they did (data model: Learning Progress)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from domain.records.record import Record


class PlayType(StrEnum):
    """Why an attempt was played."""

    ASSIGNED = "assigned"
    FREE_PLAY = "free_play"
    REVIEW = "review"
    CHALLENGE = "challenge"


# Raised whenever the judge gives another result for the same performance (decision 21).
JUDGE_VERSION = 5


class VerdictOfCentre(StrEnum):
    """What the centre found when it judged an attempt again (decision 21)."""

    PENDING = "pending"
    VERIFIED = "verified"
    MISMATCH = "mismatch"
    IMPLAUSIBLE = "implausible"
    UNVERIFIABLE = "unverifiable"


class StepElement(StrEnum):
    """Kinds of learning element: game, video, audio, text, reward."""

    GAM = "GAM"
    VID = "VID"
    AUD = "AUD"
    TXT = "TXT"
    RWD = "RWD"


class Gating(msgspec.Struct, frozen=True, kw_only=True):
    """What must be done before a step opens. `requires` are step_def_ids; the rest applies to each of them."""

    sequential: bool = True
    requires: tuple[str, ...] = ()
    min_attempts: int = 0
    min_score: int = 0


class AssignmentStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step as it was frozen when the assignment was made. Its state is derived: `domain.learning.progress`."""

    step_id: str
    step_def_id: str
    order_index: int
    element_type: StepElement
    element_id: str
    title: str
    stage_id: str | None = None
    optional: bool = False
    target_score: int | None = None
    pass_threshold: int | None = None
    gating: Gating = Gating()


class StudentAssignment(Record, frozen=True, kw_only=True):
    """An assignment of one student, with its steps inside: the player opens it with one query.

    `status` is not stored: open, in_progress and complete follow from the attempts; `archived_at` is the teacher's.
    """

    student_id: str
    class_id: str | None = None
    sequence_id: str
    sequence_version: int
    group_id: str
    assignment_def_id: str
    name: str
    description: str = ""
    assigned_by_user_id: str
    due_at: int | None = None
    archived_at: int | None = None
    created_at: int
    policy_snapshot: dict[str, str | int | bool | None] = msgspec.field(default_factory=dict)
    steps: tuple[AssignmentStep, ...] = ()


class AttemptSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The judged outcome in small: what a teacher's report needs without the raw notes.

    `counts` maps a verdict's name to how often it was given; `concepts` maps a concept tag to [right, of], `notes` a
    written note with its octave, such as F#4.
    """

    judge_version: int
    seed: int
    level: int
    counts: dict[str, int] = {}
    concepts: dict[str, tuple[int, int]] = {}
    notes: dict[str, tuple[int, int]] = {}


class StudentAttempt(Record, frozen=True, kw_only=True):
    """One play of a stage, inserted once and never changed (decision 22).

    `played_on` is the student's own calendar day (ISO date in `time_zone`): streaks count it. `told_on` is the day that
    the machine's clock said, where the machine had seen a later one before.
    `session_data` is the summary; the raw note events are the `Performance` of the same id.
    """

    student_id: str
    step_id: str | None = None
    game_id: str
    stage_id: str
    game_version: int = 1
    stage_version: int = 1
    score: int
    max_possible_score: int
    passed: bool
    duration_ms: int
    play_type: PlayType
    session_data: AttemptSummary
    created_at: int
    played_on: str
    told_on: str | None = None
    time_zone: str = "UTC"


# One raw event of a performance: (microseconds since the attempt began, MIDI pitch, velocity; 0 = released).
# Pitch 128 is the sustain pedal, its value in the velocity's place. Pitch 129 is an answer that was picked: its index
# among the choices of the picture that was showing, in the velocity's place.
RawEvent = tuple[int, int, int]
PEDAL = 128
CHOICE = 129
# An attempt's raw events are capped (decision 21).
MOST_EVENT_BYTES = 256 * 1024
# No keyboard, sound card or wireless headphone is later than this (µs); more is no measurement.
MOST_SOUND_OFFSET = 400_000


class Performance(Record, frozen=True, kw_only=True):
    """Every raw note of an attempt, so that the centre can judge it again. `id` is the attempt_id.

    `events` are as they came. `sound_offset` is how late (microseconds; negative: early) this machine was measured to
    be against a click when the attempt began: it is judged with it, here and at the centre.
    """

    student_id: str
    input_kind: str
    sound_offset: int = 0
    events: tuple[RawEvent, ...]


class AttemptVerdict(Record, frozen=True, kw_only=True):
    """The centre's judgement of an attempt. `id` is the attempt_id; only the centre writes it.

    `accepted` is what a teacher decided about a doubt (`AttemptReview`): the student's own result counts, or nothing.
    """

    student_id: str
    verdict: VerdictOfCentre
    score: int
    passed: bool
    judge_version: int
    judged_at: int
    accepted: bool | None = None


class AttemptReview(Record, frozen=True, kw_only=True):
    """A teacher has listened to an attempt that the centre doubts. The latest decision stands (decision 21).

    `phrase_id` is a kind word of `domain.community.listening.kind_words`, told to the student with the decision.
    """

    attempt_id: str
    student_id: str
    teacher_id: str
    counts: bool
    phrase_id: str
    at: int


class StepDone(Record, frozen=True, kw_only=True):
    """A text, video, audio or reward step was finished. `id` is derived from student and step."""

    student_id: str
    step_id: str
    done_at: int
