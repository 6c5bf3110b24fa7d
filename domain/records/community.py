"""What is shared and who may see it (achievements-sharing; decisions: Identity and privacy)."""

from __future__ import annotations

from enum import StrEnum

from domain.records.record import Record


class Scope(StrEnum):
    """How far something is shown; nested, narrowest first (decision 1)."""

    PRIVATE = "private"
    FAMILY = "family"
    CLASS = "class"
    SCHOOL = "school"
    PUBLIC = "public"


class ModerationState(StrEnum):
    """Where an item stands with the adults. Only the centre writes it."""

    OK = "ok"
    PENDING = "pending"
    REPORTED = "reported"
    HIDDEN = "hidden"
    REMOVED = "removed"


class AchievementType(StrEnum):
    """What can be shared."""

    BADGE = "badge"
    POINTS_MILESTONE = "points_milestone"
    STREAK_MILESTONE = "streak_milestone"
    CHALLENGE_SCORE = "challenge_score"
    COLLECTION_COMPLETE = "collection_complete"
    PERSONAL_BEST = "personal_best"
    SEQUENCE_MILESTONE = "sequence_milestone"
    SKILL_MASTERY = "skill_mastery"
    LEVEL_ADVANCEMENT = "level_advancement"
    ASSIGNMENT_STREAK = "assignment_streak"


class AchievementShare(Record, frozen=True, kw_only=True):
    """The only stored post. The level that was shared stays as it was, whatever comes later.

    `message_state` is the moderation of the personal text alone: the share shows without it until it is approved.
    `agreed_at` is when the centre agreed to a moment that has no award: until then it is its author's alone.
    """

    student_id: str
    author_name: str
    author_avatar: str
    achievement_type: AchievementType
    achievement_id: str
    title: str
    context: str = ""
    level: int = 0
    rarity: str = "common"
    icon: str = ""
    message: str = ""
    scope: Scope = Scope.PRIVATE
    shared_at: int
    withdrawn: bool = False
    automatic: bool = False
    moderation: ModerationState = ModerationState.OK
    message_state: ModerationState = ModerationState.PENDING
    is_featured: bool = False
    agreed_at: int | None = None


class EngagementKind(StrEnum):
    """What one hand does to one thing."""

    LIKE = "like"
    CELEBRATE = "celebrate"
    BOOKMARK = "bookmark"
    BLOCK = "block"
    # Showing somebody's share to a person who may see it anyway.
    SHOW = "show"


class SocialEngagement(Record, frozen=True, kw_only=True):
    """A like, celebration, bookmark or block. `id` is derived from actor, kind and target: two taps are one row."""

    actor_user_id: str
    target_type: str
    target_id: str
    engagement: EngagementKind
    at: int
    present: bool = True
    # To whom it is shown.
    to_user_id: str | None = None


class Comment(Record, frozen=True, kw_only=True):
    """A preset phrase (`phrase_id`), or free text that waits for an adult (decision 8)."""

    share_id: str
    author_id: str
    author_name: str
    phrase_id: str | None = None
    text: str = ""
    at: int
    withdrawn: bool = False
    moderation: ModerationState = ModerationState.PENDING


class EngagementCounts(Record, frozen=True, kw_only=True):
    """Counters of one share, derived at the centre. `id` is the share_id."""

    likes: int = 0
    celebrations: int = 0
    comments: int = 0


class PublicProfile(Record, frozen=True, kw_only=True):
    """What others see of a student beside their shares. `id` is the user_id."""

    display_name: str
    avatar: str = "note"
    bio_phrase: str | None = None
    bio_text: str = ""
    region: str | None = None
    scope: Scope = Scope.PRIVATE
    showcase: tuple[str, ...] = ()
    styling: str = "plain"
    moderation: ModerationState = ModerationState.PENDING


class Showcase(Record, frozen=True, kw_only=True):
    """Achievements that a student has put together under a title, in their own order.

    `items` are the ids of the posts of achievements, made or not: what is not shared with somebody is not in it for
    them. The title is a phrase; words of one's own stand in its place once an adult has read them.
    """

    student_id: str
    title_phrase: str
    title_text: str = ""
    items: tuple[str, ...] = ()
    scope: Scope = Scope.PRIVATE
    made_at: int
    withdrawn: bool = False
    moderation: ModerationState = ModerationState.PENDING


class FamilyNews(StrEnum):
    """What a guardian wants to be told of beside what their child shares: nothing, each badge, or one line a day."""

    SHARED = "shared"
    EACH = "each"
    DAILY = "daily"


class SharingPreferences(Record, frozen=True, kw_only=True):
    """A person's own settings; narrowest by default (decision 4). `id` is the user_id.

    `family_news` is a guardian's: their child's badges are in their mirror anyhow, this is about being told.
    """

    default_scope: Scope = Scope.PRIVATE
    automatic: tuple[AchievementType, ...] = ()
    boards: bool = False
    # On the world board under a made-up name (decision 6).
    world: bool = False
    reduced_motion: bool = False
    theme: str = "light"
    text_percent: int = 100
    family_news: FamilyNews = FamilyNews.SHARED


class ClassPolicy(Record, frozen=True, kw_only=True):
    """A teacher's rules for a class. `id` is the class_id. `comment_mode` is off, phrases or moderated."""

    sharing_enabled: bool = True
    allowed_types: tuple[AchievementType, ...] = tuple(AchievementType)
    default_scope: Scope = Scope.PRIVATE
    comment_mode: str = "phrases"


class SharingPolicy(Record, frozen=True, kw_only=True):
    """An organisation's rules for all of its schools. `id` is the org_id. They only narrow, and never below the family.

    `comment_mode` is the most that a class may allow; `default_scope` is where students begin whose class says nothing.
    """

    most_scope: Scope = Scope.PUBLIC
    allowed_types: tuple[AchievementType, ...] = tuple(AchievementType)
    default_scope: Scope = Scope.PRIVATE
    comment_mode: str = "moderated"


class CommunityGuidelines(Record, frozen=True, kw_only=True):
    """One version of what an organisation asks of everybody who shares: one rule a line. Append-only.

    `number` is one more than that of the version which its author had before them, so no clock decides which one holds.
    """

    number: int
    text: str
    at: int


class SharingOverride(Record, frozen=True, kw_only=True):
    """A teacher narrows one student. `id` is derived from teacher and student; None lifts it."""

    student_id: str
    teacher_id: str
    scope: Scope | None = None


class GuardianLimit(Record, frozen=True, kw_only=True):
    """A guardian narrows their child. `id` is derived from guardian and student."""

    student_id: str
    guardian_id: str
    scope: Scope | None = None


class ModerationAction(Record, frozen=True, kw_only=True):
    """What an adult decided about an item, or about a person (`mute`, until a time). Append-only.

    `seen` is the state that the adult was looking at: a decision that did not know of a stricter one leaves it.
    `text_seen` is the digest of the text they read (`domain.community.moderation`): another text is not approved.
    """

    target_type: str
    target_id: str
    actor_id: str
    action: str
    reason: str = ""
    at: int
    seen: ModerationState = ModerationState.PENDING
    text_seen: str = ""
    until: int | None = None


class ItemReport(Record, frozen=True, kw_only=True):
    """Somebody said that an item is not all right. `id` is derived from reporter and target."""

    target_type: str
    target_id: str
    reporter_id: str
    reason: str
    at: int


class Appeal(Record, frozen=True, kw_only=True):
    """An author asks that a second adult looks at what the first has closed. `id` is derived from author and item.

    The centre writes down what it is about (`title`, `text`, the state in which it stands), because what was removed is
    in nobody's mirror; and how it ended: `answer` is restored or upheld, empty while it waits.
    """

    target_type: str
    target_id: str
    part: str = "item"
    author_id: str
    at: int
    title: str = ""
    text: str = ""
    state: ModerationState = ModerationState.PENDING
    answer: str = ""
    answered_at: int | None = None


class Highlight(Record, frozen=True, kw_only=True):
    """A share put in the light, by a teacher or by a published rule."""

    class_id: str
    share_id: str
    kind: str
    note: str = ""
    from_at: int
    until_at: int
    present: bool = True
