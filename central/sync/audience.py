"""Which buckets a row belongs to: pure, one rule per entity, decided at the centre before anything is sent.

`docs/data.md` says the same in words. What a shared thing may reach is `domain.community.visibility`; here its answers
for each relation become buckets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from central.sync.circle import Circle, ClassSide
from domain.community import showcases
from domain.community.visibility import Relation, Visible, at_least, narrowest, view
from domain.records import Record, buckets, communication, community, curriculum, identity, progress
from domain.records import achievements as earned
from domain.records.community import AchievementShare, Comment, ModerationState, PublicProfile, Scope
from domain.records.identity import AccessRole, MemberStatus

Names = Iterable[str]
# The states in which an adult has to look at an item (rule 5: oversight; here it puts it into the staff's queue).
_TO_BE_JUDGED = frozenset({ModerationState.PENDING, ModerationState.REPORTED, ModerationState.HIDDEN})


class Known(Protocol):
    """What the rules may ask about the organisation."""

    def circle(self, user_id: str) -> Circle:
        """The person with classes and limits; of somebody unknown, an empty circle."""

    def taught(self, user_id: str) -> tuple[str, ...]:
        """The classes of a teacher."""

    def classes_of_site(self, site_id: str) -> tuple[str, ...]:
        """Every class of a school."""

    def guarded(self, user_id: str) -> tuple[str, ...]:
        """The students of a guardian."""

    def share(self, share_id: str) -> AchievementShare | None:
        """A share, or None."""

    def comment_author(self, comment_id: str) -> str | None:
        """Who wrote a comment; None where there is no such comment."""

    def profile_scope(self, user_id: str) -> Scope:
        """How far a student's profile is to go; private where there is none, or an adult has closed it."""

    def showcase_author(self, showcase_id: str) -> str | None:
        """Who made a showcase; None where there is no such showcase."""

    def for_whole_school(self, challenge_id: str) -> bool:
        """Whether a challenge is for everybody and not for one class."""

    def earned(self, share: AchievementShare) -> bool:
        """Whether the centre agrees that what is shared was achieved (decision 18)."""


def audience(record: Record, known: Known) -> frozenset[str]:
    """The buckets that hold the record now. Raises KeyError for a record that has no rule."""
    alone = _ALONE.get(type(record))
    return frozenset(alone(record) if alone else _AMONG[type(record)](record, known))


def _staff_of(circle: Circle) -> list[str]:
    return [buckets.staff(side.class_id) for side in circle.classes]


def _person_and_staff(user_id: str, known: Known) -> list[str]:
    return [buckets.user(user_id), *_staff_of(known.circle(user_id))]


def _student_row(record: Any, known: Known) -> Names:
    return _person_and_staff(record.student_id, known)


def _user_row(record: Any, known: Known) -> Names:
    return _person_and_staff(record.user_id, known)


def _on_boards(circle: Circle) -> list[str]:
    """Where a student's points and badges may stand on a board: in classes, and only if they agreed to be there."""
    if not circle.boards or circle.status is not MemberStatus.ACTIVE or circle.role is not AccessRole.STUDENT:
        return []
    names = []
    for side in circle.classes:
        if circle.reaching(Scope.PUBLIC, (side,)) is not Scope.FAMILY:
            names += [buckets.of_class(side.class_id), buckets.kiosk(side.class_id)]
    return names


def _points(record: earned.PointsEntry, known: Known) -> Names:
    circle = known.circle(record.student_id)
    return [buckets.user(record.student_id), *_staff_of(circle), *_on_boards(circle)]


def _score(record: earned.ChallengeScore, known: Known) -> Names:
    circle = known.circle(record.student_id)
    school = _on_school_board(circle) if known.for_whole_school(record.challenge_id) else []
    return [buckets.user(record.student_id), *_staff_of(circle), *_on_boards(circle), *school]


def _on_school_board(circle: Circle) -> list[str]:
    """A whole school's challenge has a board of the school: for those on boards whom nobody keeps in their class."""
    everywhere = circle.reaching(Scope.PUBLIC)
    if not _on_boards(circle) or not circle.site_id or not at_least(everywhere, Scope.SCHOOL):
        return []
    return [buckets.school(circle.site_id)]


def _award(record: earned.BadgeAward, known: Known) -> Names:
    circle = known.circle(record.user_id)
    return [buckets.user(record.user_id), buckets.family(record.user_id), *_staff_of(circle), *_on_boards(circle)]


def _member(record: identity.Member, known: Known) -> Names:
    if record.role in (AccessRole.KIOSK, AccessRole.MACHINE):
        return [buckets.user(record.id)]
    circle = known.circle(record.id)
    taught = known.taught(record.id)
    names = [buckets.user(record.id), buckets.family(record.id), *_staff_of(circle), *_on_boards(circle)]
    names += [buckets.of_class(side.class_id) for side in circle.classes]
    return names + [bucket for class_id in taught for bucket in (buckets.of_class(class_id), buckets.staff(class_id))]


def _roster_name(record: identity.RosterName, known: Known) -> Names:
    return _staff_of(known.circle(record.id))


def _school_class(record: identity.SchoolClass) -> Names:
    return [buckets.of_class(record.id), buckets.kiosk(record.id), buckets.staff(record.id)]


def _enrolment(record: identity.ClassEnrollment) -> Names:
    person = buckets.user(record.student_id)
    return [person, buckets.of_class(record.class_id), buckets.staff(record.class_id)] if record.present else [person]


def _tile(record: identity.SignInTile) -> Names:
    return [buckets.room(record.site_id)]


def _guardian_link(record: identity.GuardianLink, known: Known) -> Names:
    if not record.present:
        return [buckets.user(record.guardian_id)]
    family = [buckets.user(record.guardian_id), buckets.family(record.student_id)]
    return family + _staff_of(known.circle(record.student_id))


def _consent(record: identity.ConsentRecord) -> Names:
    return [buckets.user(record.guardian_id), buckets.family(record.student_id)]


def _machine(record: identity.Machine, known: Known) -> Names:
    classes = (record.class_id,) if record.class_id else known.classes_of_site(record.site_id)
    return [buckets.room(record.site_id), *(buckets.staff(class_id) for class_id in classes)]


def _org(record: Record) -> Names:
    return [buckets.org(record.org_id)]


def _catalogue(_record: Record) -> Names:
    return [buckets.CATALOGUE]


def _assignment(record: progress.StudentAssignment, known: Known) -> Names:
    return [*_person_and_staff(record.student_id, known), buckets.family(record.student_id)]


def _performance(record: progress.Performance) -> Names:
    return [buckets.user(record.student_id)]


def _own_sequence(record: curriculum.CustomSequence) -> Names:
    """A draft is its author's alone; what was published is needed wherever it was given to somebody."""
    author = [buckets.user(record.owner_id)]
    return author if record.status == "draft" else [*author, buckets.org(record.org_id)]


def _group(record: curriculum.StudentGroup) -> Names:
    return [buckets.staff(record.class_id)]


def _class_or_org(record: earned.Challenge | communication.Announcement) -> Names:
    if record.class_id is None:
        return [buckets.org(record.org_id)]
    return [buckets.of_class(record.class_id), buckets.kiosk(record.class_id)]


def _rest_day(record: earned.RestDay, known: Known) -> Names:
    names = [buckets.of_class(record.class_id), buckets.kiosk(record.class_id)] if record.class_id else []
    return names + (_person_and_staff(record.student_id, known) if record.student_id else [])


# -- what is shared


def _seen(relation: Relation, scope: Scope, state: ModerationState) -> bool:
    return view(relation, scope, state).visible is Visible.YES


def _in_class(side: ClassSide, scope: Scope, state: ModerationState) -> list[str]:
    names = []
    if _seen(Relation.CLASSMATE, scope, state):
        names.append(buckets.of_class(side.class_id))
    if _seen(Relation.KIOSK_OF_CLASS, scope, state):
        names.append(buckets.kiosk(side.class_id))
    to_judge = state in _TO_BE_JUDGED and _seen(Relation.TEACHER_OF_CLASS, scope, ModerationState.OK)
    if to_judge or _seen(Relation.TEACHER_OF_CLASS, scope, state):
        names.append(buckets.staff(side.class_id))
    return names


def _shown(circle: Circle, scope: Scope, state: ModerationState, allowed: Iterable[ClassSide]) -> list[str]:
    """The buckets beyond the author's own, through classes that allow this kind of thing."""
    names = [name for side in allowed for name in _in_class(side, circle.reaching(scope, (side,)), state)]
    everywhere = circle.reaching(scope)
    if _seen(Relation.GUARDIAN, everywhere, state):
        names.append(buckets.family(circle.user_id))
    if circle.site_id and set(allowed) == set(circle.classes) and _seen(Relation.SCHOOLMATE, everywhere, state):
        names.append(buckets.school(circle.site_id))
    return names


def _share(record: AchievementShare, known: Known) -> Names:
    if record.moderation is ModerationState.REMOVED:
        return []
    own = [buckets.user(record.student_id)]
    circle = known.circle(record.student_id)
    person = circle.role is AccessRole.STUDENT and circle.status is MemberStatus.ACTIVE
    if record.withdrawn or not person or not known.earned(record):
        return own
    allowed = tuple(side for side in circle.classes if record.achievement_type in side.policy.allowed_types)
    kept_in = circle.organisation is not None and record.achievement_type not in circle.organisation.allowed_types
    scope = narrowest((record.scope, Scope.FAMILY)) if kept_in else record.scope
    return own + _shown(circle, scope, record.moderation, allowed)


def _profile(record: PublicProfile, known: Known) -> Names:
    circle = known.circle(record.id)
    own = [buckets.user(record.id)]
    if circle.role is not AccessRole.STUDENT or circle.status is not MemberStatus.ACTIVE:
        return own
    # The texts of a profile that nobody has approved yet are left out for others (`redaction`), the rest is shown.
    state = ModerationState.OK if record.moderation is ModerationState.PENDING else record.moderation
    return own + _shown(circle, record.scope, state, circle.classes)


def _showcase(record: community.Showcase, known: Known) -> Names:
    """As the profile in which it stands, and no further; displays show no profiles."""
    if record.moderation is ModerationState.REMOVED:
        return []
    circle = known.circle(record.student_id)
    own = [buckets.user(record.student_id)]
    if record.withdrawn or circle.role is not AccessRole.STUDENT or circle.status is not MemberStatus.ACTIVE:
        return own
    state = ModerationState.OK if record.moderation is ModerationState.PENDING else record.moderation
    scope = showcases.reach(record.scope, known.profile_scope(record.student_id))
    return own + [name for name in _shown(circle, scope, state, circle.classes) if not name.startswith("kiosk:")]


def _comment(record: Comment, known: Known) -> Names:
    own = [buckets.user(record.author_id)]
    if known.circle(record.author_id).role is AccessRole.STUDENT:
        # A family may read, and take back, what its child has written anywhere.
        own.append(buckets.family(record.author_id))
    share = known.share(record.share_id)
    if record.moderation is ModerationState.REMOVED or share is None:
        return []
    if record.withdrawn:
        return own
    readers = [name for name in _share(share, known) if not name.startswith("kiosk:")]
    if record.moderation in (ModerationState.OK, ModerationState.REPORTED):
        return own + readers
    return own + [name for name in readers if name.startswith("staff:")]


def _counts(record: community.EngagementCounts, known: Known) -> Names:
    share = known.share(record.id)
    return [] if share is None else _share(share, known)


def _engagement(record: community.SocialEngagement) -> Names:
    return [buckets.user(record.actor_user_id)]


def _own(record: community.SharingPreferences) -> Names:
    return [buckets.user(record.id)]


def _policy(record: community.ClassPolicy) -> Names:
    return [buckets.of_class(record.id), buckets.kiosk(record.id)]


def _override(record: community.SharingOverride, known: Known) -> Names:
    return _person_and_staff(record.student_id, known)


def _limit(record: community.GuardianLimit) -> Names:
    return [buckets.user(record.student_id), buckets.family(record.student_id)]


def _author_of(target_type: str, target_id: str, known: Known) -> str | None:
    if target_type in ("profile", "user"):
        return target_id
    if target_type == "comment":
        return known.comment_author(target_id)
    if target_type == "showcase":
        return known.showcase_author(target_id)
    share = known.share(target_id)
    return share.student_id if share else None


def _action(record: community.ModerationAction, known: Known) -> Names:
    author = _author_of(record.target_type, record.target_id, known)
    names = [buckets.user(record.actor_id), *(_staff_of(known.circle(author)) if author else [])]
    # A mute is known to whom it concerns: with its end, so that nobody wonders.
    return [*names, buckets.user(record.target_id)] if record.target_type == "user" else names


def _report(record: community.ItemReport, known: Known) -> Names:
    author = _author_of(record.target_type, record.target_id, known)
    return [buckets.user(record.reporter_id), *(_staff_of(known.circle(author)) if author else [])]


def _appeal(record: community.Appeal, known: Known) -> Names:
    return _person_and_staff(record.author_id, known)


def _highlight(record: community.Highlight) -> Names:
    return [buckets.of_class(record.class_id), buckets.kiosk(record.class_id)]


def _message(record: communication.Message) -> Names:
    return [buckets.user(record.from_user_id), buckets.user(record.to_user_id)]


def _personal(record: communication.Notification | communication.NotificationRead) -> Names:
    return [buckets.user(record.user_id)]


def _nobody(_record: Record) -> Names:
    return []


# Rules that need the row alone, and rules that ask who stands around its people.
_ALONE: dict[type[Record], Callable[[Any], Names]] = {
    identity.Organization: _org,
    identity.Site: _org,
    identity.SchoolClass: _school_class,
    identity.ClassEnrollment: _enrolment,
    identity.SignInTile: _tile,
    identity.ConsentRecord: _consent,
    progress.Performance: _performance,
    curriculum.CustomSequence: _own_sequence,
    curriculum.StudentGroup: _group,
    earned.SkillRole: _catalogue,
    earned.Badge: _catalogue,
    earned.Challenge: _class_or_org,
    community.SocialEngagement: _engagement,
    community.SharingPolicy: _org,
    community.CommunityGuidelines: _org,
    community.SharingPreferences: _own,
    community.ClassPolicy: _policy,
    community.GuardianLimit: _limit,
    community.Highlight: _highlight,
    communication.Message: _message,
    communication.Notification: _personal,
    communication.NotificationRead: _personal,
    communication.Announcement: _class_or_org,
    communication.TelemetryEvent: _nobody,
}
_AMONG: dict[type[Record], Callable[[Any, Known], Names]] = {
    identity.Member: _member,
    identity.RosterName: _roster_name,
    identity.GuardianLink: _guardian_link,
    identity.Machine: _machine,
    progress.StudentAssignment: _assignment,
    progress.StudentAttempt: _student_row,
    progress.AttemptVerdict: _student_row,
    progress.AttemptReview: _student_row,
    progress.StepDone: _student_row,
    earned.RoleEngagement: _user_row,
    earned.BadgeAward: _award,
    earned.AwardRevocation: _award,
    earned.PointsEntry: _points,
    earned.ChallengeScore: _score,
    earned.RestDay: _rest_day,
    AchievementShare: _share,
    Comment: _comment,
    community.EngagementCounts: _counts,
    PublicProfile: _profile,
    community.Showcase: _showcase,
    community.SharingOverride: _override,
    community.ModerationAction: _action,
    community.ItemReport: _report,
    community.Appeal: _appeal,
}
