"""What the store answers about the community: feed, profiles, moderation, families, boards. Times are µs UTC."""

from __future__ import annotations

import msgspec

from app.store.readings import BadgeCard, ShareCard
from app.store.showcase_readings import ShowcaseCard
from domain.community.feed import Cursor
from domain.community.profiles import LastActivity
from domain.community.visibility import Relation, Visible
from domain.community.world import WorldLine
from domain.music.say import Say
from domain.records.achievements import PointsReason
from domain.records.community import AchievementType, ModerationState, Scope


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the feed, newest first; `next` goes into the next call, None at the end."""

    shares: tuple[ShareCard, ...]
    next: Cursor | None = None


class CommentCard(msgspec.Struct, frozen=True, kw_only=True):
    """One comment as this viewer sees it: a sentence of the list (`phrase`), or words of one's own (`text`, plain)."""

    comment_id: str
    share_id: str
    author_id: str
    author_name: str
    phrase: Say | None
    text: str
    at: int
    mine: bool
    waits: bool
    confirmed: bool


class SeenAs(msgspec.Struct, frozen=True, kw_only=True):
    """One's own share as somebody else would see it: `visible` is yes, oversight, pseudonym or no; no card for no."""

    relation: Relation
    visible: Visible
    may_comment: bool
    card: ShareCard | None


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """A person beside something of theirs."""

    user_id: str
    display_name: str
    avatar: str


class ProfilePage(msgspec.Struct, frozen=True, kw_only=True):
    """A profile as this viewer sees it. `who_sees` and `narrowed_because` are for its owner; `regions` to pick from.

    `figures` is false where this viewer is not told of points, badges and days: then they are nought. `boards` is
    whether its owner stands on boards, which is what classmates are told them for. `active` is the last day of which
    this viewer sees a post anyhow, None where they see none.
    """

    who: Who
    bio_phrase: str | None
    bio: Say | None
    bio_text: str
    bio_waits: bool
    region: str | None
    scope: Scope
    effective_scope: Scope
    who_sees: Say
    narrowed_because: Say | None
    styling: str
    showcase: tuple[BadgeCard, ...]
    shares: tuple[ShareCard, ...]
    points: int
    badges: int
    streak_days: int
    mine: bool
    scopes: tuple[Scope, ...] = ()
    regions: tuple[str, ...] = ()
    showcases: tuple[ShowcaseCard, ...] = ()
    figures: bool = True
    boards: bool = False
    school: str = ""
    active: LastActivity | None = None


class SharingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A student's own settings, with what the adults around them leave of it in plain words."""

    default_scope: Scope
    effective_scope: Scope
    automatic: tuple[AchievementType, ...]
    boards: bool
    world: bool
    scopes: tuple[Scope, ...]
    who_sees: Say
    narrowed_because: Say | None
    switched_off: tuple[AchievementType, ...]


class ProfileAs(msgspec.Struct, frozen=True, kw_only=True):
    """One's own profile as somebody else would see it; `page` is None for whom it is not shown to."""

    relation: Relation
    page: ProfilePage | None


class QueueCard(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits for an adult, most urgent first. `part` is item or message: what a decision is about.

    `clean` is true where nothing was noticed, so that it may be approved together with others. `decided` is why an
    adult has hidden it.
    """

    target_type: str
    target_id: str
    part: str
    author: Who
    title: str
    text: str
    state: ModerationState
    word: str
    hints: tuple[Say, ...]
    urgent: bool
    reasons: tuple[Say, ...]
    waiting_since: int
    clean: bool
    decided: Say | None = None


class ClassRules(msgspec.Struct, frozen=True, kw_only=True):
    """A teacher's rules for sharing in one class."""

    class_id: str
    sharing_enabled: bool
    allowed_types: tuple[AchievementType, ...]
    default_scope: Scope
    comment_mode: str


class StudentRules(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one student beside the class's rules; `muted_until` while an adult has asked for a break."""

    who: Who
    override: Scope | None
    muted_until: int | None


class RoleChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A skill role that a teacher may recognise by hand, with how often the student was recognised in it."""

    skill_role_id: str
    role_name: str
    count: int
    recorded: tuple[RecordedEngagement, ...]


class RecordedEngagement(msgspec.Struct, frozen=True, kw_only=True):
    """One recognised contribution, or one that was taken back with a reason."""

    engagement_id: str
    source: str
    occurred_on: str
    recognised: bool
    revoked_reason: str


class ChildPage(msgspec.Struct, frozen=True, kw_only=True):
    """A guardian's view of one child: what they shared and earned, and how far the family lets it go."""

    who: Who
    shares: tuple[ShareCard, ...]
    badges: tuple[BadgeCard, ...]
    profile: ProfilePage | None
    limit: Scope | None
    community_agreed: bool
    words: tuple[CommentCard, ...] = ()


class ConsentLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a guardian agreed to (`granted`) or took back. `mine`: it was this guardian."""

    what: Say
    granted: bool
    at: int
    mine: bool


class NoticeCard(msgspec.Struct, frozen=True, kw_only=True):
    """Something to tell this user. `action_url` is a place such as `share:ID`."""

    notice_id: str
    kind: str
    title: str
    body: str
    action_url: str | None
    created_at: int
    read: bool


class MomentCard(msgspec.Struct, frozen=True, kw_only=True):
    """Something beside badges that can be shared."""

    achievement_type: AchievementType
    achievement_id: str
    title: Say
    at: int
    shared: bool


class PeriodRow(msgspec.Struct, frozen=True, kw_only=True):
    """The points of one week (`2026-03-02`, its Monday) or month (`2026-03`)."""

    period: str
    points: int
    days: int


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of the streak's calendar. `rest`: a holiday of the class, or a rest pass."""

    day: str
    played: bool
    rest: bool
    points: int


class PointsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Points with their milestones, weeks and months (oldest first), and what there is to share.

    `sources` are the sums of each reason and add up to `total`; `days` are whole weeks from a Monday, up to today.
    """

    total: int
    sources: tuple[tuple[PointsReason, int], ...]
    last_milestone: int
    next_milestone: int
    days: tuple[CalendarDay, ...]
    day_streak: int
    week_streak: int
    weeks: tuple[PeriodRow, ...]
    months: tuple[PeriodRow, ...]
    best_week: PeriodRow | None
    best_month: PeriodRow | None
    moments: tuple[MomentCard, ...]


class PersonalBest(msgspec.Struct, frozen=True, kw_only=True):
    """The best of one stage, `percent` of what was possible."""

    game_id: str
    game_name: str
    stage_id: str
    score: int
    percent: int
    attempts: int
    achieved_at: int


class CollectionCard(msgspec.Struct, frozen=True, kw_only=True):
    """A group of badges that belong together."""

    name: str
    badges: tuple[BadgeCard, ...]
    held: int
    done: bool


class ChallengeCard(msgspec.Struct, frozen=True, kw_only=True):
    """A challenge: `status` is upcoming, active or ended. `my_rank` where this student stands on its board."""

    challenge_id: str
    name: str
    description: str
    game_id: str
    game_name: str
    stage_id: str
    seed: int
    status: str
    start_at: int
    end_at: int
    my_best: int | None = None
    my_rank: int | None = None
    whole_school: bool = False
    told: tuple[Say, ...] = ()


class StageChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A stage that a challenge may be about."""

    game_id: str
    stage_id: str
    game_name: str


class BoardLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a challenge's board; equal scores share a rank."""

    rank: int
    who: Who
    score: int
    me: bool
    top_badge: BadgeCard | None = None


class ChallengeBoard(msgspec.Struct, frozen=True, kw_only=True):
    """A board: the podium, and the few around this student. `boards_on` is whether they stand on boards at all."""

    card: ChallengeCard
    top: tuple[BoardLine, ...]
    around: tuple[BoardLine, ...]
    boards_on: bool


class WorldPage(msgspec.Struct, frozen=True, kw_only=True):
    """The world board of a stage. `state` is one of `domain.community.world`, or `waits` (switched on here, and the
    school has not heard of it) or `away` (no contact, and nothing is kept). `seen_at` is when the school said so.
    """

    state: str
    top: tuple[WorldLine, ...] = ()
    around: tuple[WorldLine, ...] = ()
    my_name: str = ""
    seen_at: int = 0
    fresh: bool = True


class Growing(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who did more than usual in a time: points, and how many more than their own usual."""

    who: Who
    points: int
    more: int


class HighlightCard(msgspec.Struct, frozen=True, kw_only=True):
    """A share in the light: `kind` is weekly, monthly, teacher or special."""

    highlight_id: str
    share: ShareCard
    kind: str
    note: str
    until_at: int


class HighlightsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the light in a class: the carousel, who grew this week and this month, and the published rules.

    `classes` are those to choose from, as (id, name); `month` are the last four weeks.
    """

    class_id: str
    class_name: str
    classes: tuple[tuple[str, str], ...]
    cards: tuple[HighlightCard, ...]
    growing: tuple[Growing, ...]
    month: tuple[Growing, ...]
    rules: tuple[Say, ...]
