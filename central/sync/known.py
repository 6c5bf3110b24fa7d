"""What the audience rules ask, answered from the organisation's tables and remembered for one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypeVar

from central.community.blocks_read import blocked_with
from central.rows import Rows
from central.sync.circle import Circle, ClassSide
from domain.community.moderation import muted_until
from domain.records import Record
from domain.records.achievements import BadgeAward, Challenge
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    Comment,
    EngagementKind,
    GuardianLimit,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Scope,
    SharingOverride,
    SharingPolicy,
    SharingPreferences,
    Showcase,
    SocialEngagement,
)
from domain.records.identity import AccessRole, ClassEnrollment, GuardianLink, Member, SchoolClass, Site
from domain.records.progress import AttemptVerdict, StudentAssignment

R = TypeVar("R", bound=Record)
Item = AchievementShare | Comment | PublicProfile | Showcase
# What people make that adults may look at, by its word in reports and decisions.
ITEMS: dict[str, type[Item]] = {
    "share": AchievementShare,
    "comment": Comment,
    "profile": PublicProfile,
    "showcase": Showcase,
}
_DAY = 24 * 3600 * 1_000_000
_CLOSED = frozenset({ModerationState.HIDDEN, ModerationState.REMOVED})

# Records that change who stands around whom: after one of them is written, nothing remembered holds.
RELATIONS: frozenset[type[Record]] = frozenset(
    {
        Member,
        SchoolClass,
        ClassEnrollment,
        GuardianLink,
        ClassPolicy,
        SharingOverride,
        GuardianLimit,
        SharingPolicy,
        SharingPreferences,
        AchievementShare,
        BadgeAward,
    }
)


class KnownRows:
    """`audience.Known` over real tables."""

    def __init__(self, rows: Rows, now: int = 0) -> None:
        self._rows = rows
        self._now = now
        self.forget()

    def forget(self) -> None:
        """Something that was remembered has changed."""
        self._circles: dict[str, Circle] = {}
        self._sides: dict[str, ClassSide | None] = {}
        self._taught: dict[str, tuple[str, ...]] = {}
        self._shares: dict[str, AchievementShare | None] = {}

    def circle(self, user_id: str) -> Circle:
        """The person with classes and limits; of somebody unknown, an empty circle."""
        if user_id not in self._circles:
            self.learn([user_id])
        return self._circles[user_id]

    def learn(self, user_ids: list[str]) -> None:
        """Read the circles of many people at once."""
        found = self._rows.where_each(
            (Member, {"id": user_ids}),
            (ClassEnrollment, {"student_id": user_ids, "present": True}),
            (SharingOverride, {"student_id": user_ids}),
            (GuardianLimit, {"student_id": user_ids}),
            (SharingPreferences, {"id": user_ids}),
            (SharingPolicy, {}),
        )
        members = {m.id: m for m in found[0]}
        enrolled, overrides, limits = (_by(some, "student_id") for some in found[1:4])
        boards = {p.id for p in found[4] if p.boards}
        organisation = found[5][0] if found[5] else None
        self._learn_sides({e.class_id for many in enrolled.values() for e in many})
        for user_id in user_ids:
            sides = [self._sides.get(e.class_id) for e in enrolled[user_id]]
            member = members.get(user_id) or Member(
                org_id=self._rows.org_id, id=user_id, role=AccessRole.STUDENT, display_name=""
            )
            self._circles[user_id] = Circle(
                user_id=user_id,
                role=member.role,
                site_id=member.site_id,
                status=member.status,
                classes=tuple(side for side in sides if side is not None),
                overrides=tuple(o.scope for o in overrides[user_id] if o.scope is not None),
                limits=tuple(limit.scope for limit in limits[user_id] if limit.scope is not None),
                organisation=organisation,
                boards=user_id in boards,
            )

    def _learn_sides(self, class_ids: set[str]) -> None:
        wanted = [class_id for class_id in class_ids if class_id not in self._sides]
        if not wanted:
            return
        rules, classes = self._rows.where_each(
            (ClassPolicy, {"id": wanted}), (SchoolClass, {"id": wanted, "status": "active"})
        )
        policies = {p.id: p for p in rules}
        for found in classes:
            policy = policies.get(found.id) or ClassPolicy(org_id=found.org_id, id=found.id)
            self._sides[found.id] = ClassSide(
                class_id=found.id, site_id=found.site_id, teacher_id=found.teacher_id, policy=policy
            )

    def taught(self, user_id: str) -> tuple[str, ...]:
        """The classes of a teacher."""
        if user_id not in self._taught:
            classes = self._rows.where(SchoolClass, teacher_id=user_id, status="active")
            self._taught[user_id] = tuple(sorted(found.id for found in classes))
        return self._taught[user_id]

    def classes_of_site(self, site_id: str) -> tuple[str, ...]:
        """Every active class of a school."""
        return tuple(sorted(c.id for c in self._rows.where(SchoolClass, site_id=site_id, status="active")))

    def all_classes(self) -> tuple[str, ...]:
        """Every active class of the organisation."""
        return tuple(sorted(c.id for c in self._rows.where(SchoolClass, status="active")))

    def students_of(self, class_id: str) -> tuple[str, ...]:
        """Who is in a class."""
        return tuple(sorted(e.student_id for e in self._rows.where(ClassEnrollment, class_id=class_id, present=True)))

    def guarded(self, user_id: str) -> tuple[str, ...]:
        """The students of a guardian whom the school has verified."""
        links = self._rows.where(GuardianLink, guardian_id=user_id, present=True)
        return tuple(sorted(link.student_id for link in links if link.verified_at is not None))

    def share(self, share_id: str) -> AchievementShare | None:
        """A share, or None."""
        if share_id not in self._shares:
            self._shares[share_id] = self._rows.get(AchievementShare, share_id)
        return self._shares[share_id]

    def for_whole_school(self, challenge_id: str) -> bool:
        """Whether a challenge is for everybody and not for one class."""
        found = self._rows.get(Challenge, challenge_id)
        return found is not None and found.class_id is None

    def seen_in(self, share: AchievementShare) -> set[str]:
        """The buckets that hold a share now."""
        found = self._rows.stored(AchievementShare, share.id)
        return set(found.seen_in) if found else set()

    def comment_author(self, comment_id: str) -> str | None:
        """Who wrote a comment; None where there is no such comment."""
        found = self._rows.get(Comment, comment_id)
        return found.author_id if found else None

    def comment_share(self, comment_id: str) -> str | None:
        """The share that a comment is about; None where there is no such comment."""
        found = self._rows.get(Comment, comment_id)
        return found.share_id if found else None

    def showcase_author(self, showcase_id: str) -> str | None:
        """Who made a showcase; None where there is no such showcase."""
        found = self._rows.get(Showcase, showcase_id)
        return found.student_id if found else None

    def showcases_of(self, student_id: str) -> list[Showcase]:
        """A student's showcases that were not taken away."""
        return self._rows.where(Showcase, student_id=student_id, withdrawn=False)

    def item(self, target_type: str, target_id: str) -> Item | None:
        """What a decision is about, where it is there."""
        kind = ITEMS.get(target_type)
        return self._rows.get(kind, target_id) if kind else None

    def closed_item(self, target_type: str, target_id: str, part: str) -> tuple[str | None, ModerationState | None]:
        """Who made something, and the state in which it, or its personal text (`part`), stands now."""
        item = self.item(target_type, target_id)
        if isinstance(item, AchievementShare):
            return item.student_id, item.message_state if part == "message" else item.moderation
        return (author_of(item), item.moderation) if item is not None and part == "item" else (None, None)

    def item_seen_in(self, target_type: str, target_id: str) -> set[str]:
        """The buckets that hold what a report is about now."""
        kind = ITEMS.get(target_type)
        found = self._rows.stored(kind, target_id) if kind else None
        return set(found.seen_in) if found else set()

    def profile_scope(self, user_id: str) -> Scope:
        """How far a student's profile is to go; private where there is none, or an adult has closed it."""
        found = self._rows.get(PublicProfile, user_id)
        return found.scope if found is not None and found.moderation not in _CLOSED else Scope.PRIVATE

    def blocked(self, user_id: str) -> frozenset[str]:
        """Whom this person has blocked, and who has blocked them."""
        return blocked_with(self._rows, user_id)

    def muted(self, user_id: str) -> bool:
        """Whether an adult has asked this person for a break that holds now, by the centre's clock."""
        actions = self._rows.where(ModerationAction, target_id=user_id)
        return muted_until(actions, user_id, self._now) is not None

    def shown_today(self, user_id: str) -> int:
        """How often this person has shown something to somebody within a day, by the centre's clock."""
        shown = self._rows.where(SocialEngagement, actor_user_id=user_id, engagement=EngagementKind.SHOW.value)
        return sum(self._now - each.at < _DAY for each in shown)

    def holds(self, user_id: str, award_ids: Collection[str]) -> bool:
        """Whether all of these badges or awards are this person's."""
        awards = self._rows.where(BadgeAward, user_id=user_id) if award_ids else []
        return set(award_ids) <= {award.badge_id for award in awards} | {award.id for award in awards}

    def assignment(self, assignment_id: str) -> StudentAssignment | None:
        """An assignment as it is now, or None."""
        return self._rows.get(StudentAssignment, assignment_id)

    def verdict(self, attempt_id: str) -> AttemptVerdict | None:
        """What the centre found when it judged an attempt again; None where it has not."""
        return self._rows.get(AttemptVerdict, attempt_id)

    def regions(self, site_id: str | None) -> tuple[str, ...]:
        """The regions that a school offers for profiles."""
        site = self._rows.get(Site, site_id) if site_id else None
        return site.regions if site else ()

    def member(self, user_id: str) -> Member | None:
        """A member, or None."""
        return self._rows.get(Member, user_id)

    def earned(self, share: AchievementShare) -> bool:
        """Whether the centre agrees: for a badge, that it holds this student's award; else, that it has said so."""
        if share.achievement_type is not AchievementType.BADGE:
            return share.agreed_at is not None
        award = self._rows.get(BadgeAward, share.achievement_id)
        return award is not None and award.user_id == share.student_id


def author_of(item: Item) -> str:
    """Whose something is."""
    if isinstance(item, AchievementShare | Showcase):
        return item.student_id
    return item.author_id if isinstance(item, Comment) else item.id


def _by(records: list[R], name: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, name)].append(record)
    return found
