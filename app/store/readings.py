"""What the store answers: plain Structs that views show as they are. Times are microseconds since 1970 UTC."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from domain.games.game import Outcome
from domain.music.say import Say
from domain.records.community import AchievementType, ModerationState, Scope
from domain.records.identity import AccessRole
from domain.records.progress import PlayType, RawEvent, StepElement

# What is told to have changed where the school has deleted a whole account.
ERASED = "erased"
# ... and where it has put one on hold: suspended, or left the school.
ON_HOLD = "on_hold"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in: handed to every function of the store."""

    user_id: str
    org_id: str
    role: AccessRole
    display_name: str
    avatar: str


class PersonTile(msgspec.Struct, frozen=True, kw_only=True):
    """One face on the sign-in page."""

    user_id: str
    role: AccessRole
    display_name: str
    avatar: str
    ready_offline: bool


class ClassTile(msgspec.Struct, frozen=True, kw_only=True):
    """One class on the sign-in page with its people."""

    class_id: str
    class_name: str
    people: tuple[PersonTile, ...]


class SignInPage(msgspec.Struct, frozen=True, kw_only=True):
    """Whom one can be on this machine."""

    machine_name: str
    school_name: str
    classes: tuple[ClassTile, ...]
    staff: tuple[PersonTile, ...]
    # Guardians who have signed in here before.
    family: tuple[PersonTile, ...] = ()
    # The school does not know this machine any more; people can still sign in here until their lease ends.
    ended: bool = False


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a PIN: an account, or a refusal in the user's words. `wait_until` is set while locked out."""

    account: Account | None = None
    refusal: Say | None = None
    wait_until: int | None = None


class SyncStanding(StrEnum):
    """The small always-visible state."""

    ALL_AT_SCHOOL = "all_at_school"
    SENDING = "sending"
    WAITING = "waiting"
    REFUSED = "refused"
    NO_CONTACT = "no_contact"


class RefusedOp(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the centre did not take, with its reason and the ways on."""

    dev_seq: int
    entity: str
    what: Say
    # The words of one's own that it holds, where it holds any: nobody should have to write them twice.
    words: str
    why: str
    code: str
    refused_at: int


class SupportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What may leave this computer so that somebody can help: as people read it, and as files (name → content)."""

    text: str
    files: Mapping[str, bytes]


class SyncState(msgspec.Struct, frozen=True, kw_only=True):
    """How this account stands with the centre."""

    standing: SyncStanding
    waiting: int = 0
    refused: tuple[RefusedOp, ...] = ()
    last_contact_at: int | None = None
    progress: tuple[int, int] | None = None
    problem: Say | None = None
    # On a new computer: how much of what is older has come so far, in percent; None where all is here.
    older: int | None = None


class StepState(StrEnum):
    """The data model's step states."""

    LOCKED = "locked"
    AVAILABLE = "available"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    SKIPPED = "skipped"


class StepCard(msgspec.Struct, frozen=True, kw_only=True):
    """One step in the assignment player."""

    step_id: str
    title: str
    element: StepElement
    element_id: str
    stage_id: str | None
    state: StepState
    locked_because: Say | None = None
    optional: bool = False
    target_score: int | None = None
    pass_threshold: int | None = None
    best_score: int | None = None
    attempts: int = 0
    # Why it is played where it belongs to no assignment; None is free play.
    play_type: PlayType | None = None
    # Of a challenge: the same exercise for everybody; of a tune that was picked: the exercise that begins with it.
    seed: int | None = None
    # The level of the stage; None is what follows from what was played before.
    level: int | None = None


class AssignmentCard(msgspec.Struct, frozen=True, kw_only=True):
    """An assignment on the dashboard."""

    assignment_id: str
    name: str
    description: str
    status: str
    steps_done: int
    steps_total: int
    percent: int
    due_at: int | None
    assigned_by: str


class AssignmentPlayer(msgspec.Struct, frozen=True, kw_only=True):
    """A whole assignment; `next_step` is the one to press."""

    card: AssignmentCard
    steps: tuple[StepCard, ...]
    next_step: str | None


class BadgeCard(msgspec.Struct, frozen=True, kw_only=True):
    """A badge of one person, earned (`level` ≥ 1) or on its way: `have` of `need` engagements to the next level.

    `award_id` is the highest award; `confirmed` is false while the centre has not agreed yet.
    """

    badge_id: str
    name: str
    description: str
    kind: str
    rarity: str
    icon: str
    level: int
    have: int
    need: int
    award_id: str | None = None
    crossed_at: int | None = None
    confirmed: bool = False
    shared: bool = False
    # The same at every school that has the badge.
    code: str = ""


class StudentDashboard(msgspec.Struct, frozen=True, kw_only=True):
    """What a student sees first: one clear next step, then the rest. `reviews_due` counts concepts due today.

    `badges` are the newest few of `badges_earned`, `assignments` begin with that of the next step.
    """

    account: Account
    next_assignment: AssignmentCard | None
    next_step: StepCard | None
    assignments: tuple[AssignmentCard, ...]
    points_total: int
    points_this_week: int
    streak_days: int
    played_today: bool
    badges: tuple[BadgeCard, ...]
    feed: tuple[ShareCard, ...]
    badges_earned: int = 0
    reviews_due: int = 0
    unfinished: UnfinishedGame | None = None


class RunningAttempt(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that has begun: its journal is open. The same seed and level give the same exercise anywhere."""

    attempt_id: str
    account: Account
    game_id: str
    stage_id: str
    step_id: str | None
    play_type: PlayType
    seed: int
    level: int
    started_at: int
    input_kind: str
    sound_offset: int = 0


class UnfinishedAttempt(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt whose machine went away: offered again, with what was heard until then."""

    attempt: RunningAttempt
    events: tuple[RawEvent, ...]
    last_note_at: int


class UnfinishedGame(msgspec.Struct, frozen=True, kw_only=True):
    """What the dashboard offers of it: the game, and where one goes back to."""

    attempt: RunningAttempt
    step: StepCard
    assignment_id: str | None = None


class FinishedAttempt(msgspec.Struct, frozen=True, kw_only=True):
    """What the result page shows, already durable."""

    attempt_id: str
    outcome: Outcome
    target_score: int | None
    pass_threshold: int | None
    best_before: int | None
    points_earned: int
    new_badges: tuple[BadgeCard, ...]
    step_completed: bool
    next_step: StepCard | None
    assignment_completed: bool


class ShareCard(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A share as this viewer sees it, or as it would be seen (`preview`).

    It holds nothing that could hold it, so the collector needn't look at the thousands of a feed.
    """

    share_id: str
    author_id: str
    author_name: str
    author_avatar: str
    achievement_type: AchievementType
    title: str
    context: str
    icon: str
    level: int
    rarity: str
    message: str
    message_waits: bool
    scope: Scope
    effective_scope: Scope
    who_sees: Say
    shared_at: int
    likes: int
    celebrations: int
    comments: int
    liked: bool
    celebrated: bool
    mine: bool
    confirmed: bool
    moderation: ModerationState = ModerationState.OK
    bookmarked: bool = False
    # off, phrases or moderated; `domain.community.rules.BREAK` while an adult has asked the viewer for one.
    comment_mode: str = "phrases"
    # Whether the author's profile is shown to this viewer, too.
    has_profile: bool = True


class SharePreview(msgspec.Struct, frozen=True, kw_only=True):
    """The share dialogue: the card as others will see it, and the scopes that may be picked, narrowest first."""

    card: ShareCard
    scopes: tuple[Scope, ...]
    narrowed_because: Say | None


class StudentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One student in the teacher's class view."""

    student_id: str
    display_name: str
    roster_name: str
    avatar: str
    attempts: int
    passed: int
    minutes: int
    points: int
    streak_days: int
    badges: int
    top_badge: BadgeCard | None
    assignments_done: int
    assignments_total: int
    last_played_at: int | None


class ConceptRow(msgspec.Struct, frozen=True, kw_only=True):
    """How a class, or one student, stands with one concept: right answers of all answers."""

    concept: str
    right: int
    of: int
    students: int


class ClassOverview(msgspec.Struct, frozen=True, kw_only=True):
    """The teacher's class view. `fresh_at` is the last contact with the centre: always shown."""

    class_id: str
    class_name: str
    fresh_at: int | None
    students: tuple[StudentRow, ...]
    concepts: tuple[ConceptRow, ...]


class ClassAchievement(msgspec.Struct, frozen=True, kw_only=True):
    """One award or share among a class's achievements, newest first."""

    student_id: str
    display_name: str
    avatar: str
    badge: BadgeCard | None
    share: ShareCard | None
    at: int


class ClassChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A class that this teacher may open."""

    class_id: str
    class_name: str
    students: int


class StudentProgress(msgspec.Struct, frozen=True, kw_only=True):
    """One student as the teacher sees them: assignments with their steps, concepts, recent attempts."""

    row: StudentRow
    assignments: tuple[AssignmentPlayer, ...]
    concepts: tuple[ConceptRow, ...]
    recent: tuple[AttemptRow, ...]
    fresh_at: int | None


class AttemptRow(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt in a list."""

    attempt_id: str
    game_id: str
    stage_id: str
    score: int
    max_possible_score: int
    passed: bool
    duration_ms: int
    created_at: int
    verdict: str
    # What a teacher decided about a doubt.
    accepted: bool | None = None


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a board; equal points share a rank."""

    rank: int
    display_name: str
    avatar: str
    points: int
    badge_icon: str
    badge_level: int


class StreakRow(msgspec.Struct, frozen=True, kw_only=True):
    """One streak on the display."""

    display_name: str
    avatar: str
    days: int


class LitShare(msgspec.Struct, frozen=True, kw_only=True):
    """A share in the light of a class: `kind` is weekly, monthly, teacher or special; `note` a teacher's words."""

    share: ShareCard
    kind: str
    note: str


class KioskReading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a classroom display rotates through. Only what that room may see is in its mirror."""

    class_name: str
    school_name: str
    shares: tuple[ShareCard, ...]
    board: tuple[BoardRow, ...]
    streaks: tuple[StreakRow, ...]
    announcements: tuple[tuple[str, str], ...]
    fresh_at: int | None
    highlights: tuple[LitShare, ...] = ()
