"""Notices: a family hears of each share that reaches it, an author of each kind word, adults of what can't wait.

Classes and teachers get one digest a day (`digests`). A notice holds handles and titles, never a text of a child.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from central.community.untelling import comment_untold, notice_id, share_untold
from central.sync.known import Item, author_of
from central.sync.unit import Unit
from domain.community.hints import Hint, describe, hints
from domain.community.moderation import Action, comment_for_others, share_for_others
from domain.community.sharing import Audience, digest, notice
from domain.music.say import Say, say
from domain.records import buckets
from domain.records.achievements import AwardRevocation, Badge, BadgeAward
from domain.records.communication import Notification
from domain.records.community import (
    AchievementShare,
    Appeal,
    Comment,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Showcase,
)
from domain.records.identity import ClassEnrollment, GuardianLink, SchoolClass

DAY = 24 * 3600 * 1_000_000


def notice_of(unit: Unit, user_id: str, kind: str, about: str, title: Say, url: str) -> Notification:
    """One line for one person, with an id that follows from what it is about."""
    return Notification(
        org_id=unit.org_id,
        id=notice_id(user_id, kind, about),
        user_id=user_id,
        notice=kind,
        title=title.english(),
        action_url=url,
        created_at=unit.now,
    )


def guardians(unit: Unit, student_id: str) -> list[str]:
    """Whom the school has linked to a student, and verified."""
    links = unit.rows.where(GuardianLink, student_id=student_id, present=True)
    return sorted(link.guardian_id for link in links if link.verified_at is not None)


def told(unit: Unit, user_id: str, kind: str, about: str, title: Say, url: str) -> None:
    """Tell one person something, once for each thing that it is about."""
    unit.add_missing([notice_of(unit, user_id, kind, about, title, url)])


def share_told(unit: Unit, share_id: str) -> None:
    """A share reaches its family now: each guardian hears of it once. Urgent words go to the teachers at once."""
    found = unit.rows.stored(AchievementShare, share_id)
    if found is None or not isinstance(found.record, AchievementShare):
        return
    share = found.record
    open_ = share_for_others(share) is not None
    share_untold(unit, share, found.seen_in, open_=open_)
    if open_ and buckets.family(share.student_id) in found.seen_in:
        title = notice(share, Audience.FAMILY)
        unit.add_missing(
            [
                notice_of(unit, g, "child_shared", share.id, title, f"share:{share.id}")
                for g in guardians(unit, share.student_id)
            ]
        )
    if share.message and share.message_state is ModerationState.PENDING:
        _urgent(unit, share.student_id, share.message, f"share:{share.id}")


def comment_told(unit: Unit, comment: Comment) -> None:
    """A kind word has reached the author of the share."""
    share = unit.known.share(comment.share_id)
    if comment.text and comment.moderation is ModerationState.PENDING:
        _urgent(unit, comment.author_id, comment.text, f"comment:{comment.id}")
    if share is None or comment.author_id == share.student_id:
        return
    if comment_for_others(comment) is None:
        comment_untold(unit, comment, share.student_id)
        return
    title = say("{name} wrote something kind about: {title}", name=comment.author_name, title=share.title)
    told(unit, share.student_id, "comment", comment.id, title, f"share:{share.id}")


def profile_told(unit: Unit, profile: PublicProfile) -> None:
    """Urgent words in a profile go to the teachers at once."""
    if profile.bio_text and profile.moderation is ModerationState.PENDING:
        _urgent(unit, profile.id, profile.bio_text, f"profile:{profile.id}")


def showcase_told(unit: Unit, showcase: Showcase) -> None:
    """Urgent words in the title of a showcase go to the teachers at once."""
    if showcase.title_text and showcase.moderation is ModerationState.PENDING:
        _urgent(unit, showcase.student_id, showcase.title_text, f"showcase:{showcase.id}")


def taken_down(unit: Unit, action: ModerationAction) -> None:
    """An adult has taken something down: its author hears of it, because nothing else will tell them."""
    item = unit.known.item(action.target_type, action.target_id)
    if item is None or item.moderation is not ModerationState.REMOVED:
        return
    if isinstance(item, AchievementShare):
        told = say("An adult has taken down what you shared: {title}", title=item.title)
    elif isinstance(item, Comment):
        told = say("An adult has taken down a comment of yours")
    elif isinstance(item, Showcase):
        told = say("An adult has taken down a showcase of yours")
    else:
        told = say("An adult has taken down your profile")
    _tell_author(unit, item, "taken_down", action, told)


def _tell_author(unit: Unit, item: Item, kind: str, action: ModerationAction, told: Say) -> None:
    author = author_of(item)
    if author != action.actor_id:
        url = f"{action.target_type}:{item.id}"
        unit.add_missing([notice_of(unit, author, kind, action.id, told, url)])


def _urgent(unit: Unit, author_id: str, text: str, url: str) -> None:
    if Hint.SELF_HARM in hints(text):
        teachers = {side.teacher_id for side in unit.known.circle(author_id).classes}
        unit.add_missing([notice_of(unit, t, "urgent", url, describe(Hint.SELF_HARM), url) for t in sorted(teachers)])


def badges_released(unit: Unit, badge_id: str, name: str, awards: Iterable[BadgeAward]) -> None:
    """A badge was released: everybody who had earned it hears of it in one line, not of each level (decision 17)."""
    title = say("A new badge, and you have earned it already: {name}", name=name)
    people = sorted({award.user_id for award in awards})
    unit.add_missing(
        [notice_of(unit, person, "badge_released", badge_id, title, f"badge:{badge_id}") for person in people]
    )


def hidden_told(unit: Unit, action: ModerationAction) -> None:
    """An adult has hidden something: its author hears of it, and can ask that a second adult looks."""
    item = unit.known.item(action.target_type, action.target_id)
    if isinstance(item, AchievementShare) and action.action == Action.HIDE_MESSAGE:
        told = say("An adult has hidden your words about: {title}", title=item.title)
    elif item is None or item.moderation is not ModerationState.HIDDEN or action.action != Action.HIDE:
        return
    elif isinstance(item, AchievementShare):
        told = say("An adult has hidden what you shared: {title}", title=item.title)
    elif isinstance(item, Comment):
        told = say("An adult has hidden a comment of yours")
    elif isinstance(item, Showcase):
        told = say("An adult has hidden a showcase of yours")
    else:
        told = say("An adult has hidden your profile")
    _tell_author(unit, item, "hidden", action, told)


def appeal_told(unit: Unit, appeal: Appeal, *, restored: bool) -> None:
    """A second adult has looked: the author hears how it ended."""
    told = say("A second adult has looked: it is back") if restored else say("A second adult has looked: it stays away")
    url = f"{appeal.target_type}:{appeal.target_id}"
    unit.add_missing([notice_of(unit, appeal.author_id, "appeal", appeal.id, told, url)])


def award_revoked(unit: Unit, taken: AwardRevocation) -> None:
    """A level or badge was taken back: its student hears of it with the reason, never silently (decision 17)."""
    award = unit.rows.get(BadgeAward, taken.id)
    badge = unit.rows.get(Badge, award.badge_id) if award is not None else None
    if badge is not None:
        told = say("{name} was taken back. The reason: {title}", name=badge.name, title=taken.reason)
        unit.add_missing([notice_of(unit, taken.user_id, "badge_taken_back", taken.id, told, f"badge:{badge.id}")])


def digests(unit: Unit, class_id: str, day: str) -> int:
    """One line for each person of a class about what the last day has brought to it. `day` (ISO) makes it one a day.

    How many were told.
    """
    room = unit.rows.get(SchoolClass, class_id)
    shares = _shown_in(unit, class_id) if room else []
    if room is None or not shares:
        return 0
    members = [e.student_id for e in unit.rows.where(ClassEnrollment, class_id=class_id, present=True)]
    lines = ((p, digest([s for s in shares if s.student_id != p])) for p in (*members, room.teacher_id))
    url = f"feed:{class_id}"
    notices = [
        notice_of(unit, p, "class_digest", f"{class_id}:{day}", line, url) for p, line in lines if line is not None
    ]
    return len(unit.add_missing(notices))


def _shown_in(unit: Unit, class_id: str) -> list[AchievementShare]:
    """What was shared with a class since yesterday and may be seen there."""
    by_student: dict[str, list[AchievementShare]] = defaultdict(list)
    for enrolled in unit.rows.where(ClassEnrollment, class_id=class_id, present=True):
        for found in unit.rows.stored_where(AchievementShare, student_id=enrolled.student_id):
            share = found.record
            recent = isinstance(share, AchievementShare) and unit.now - share.shared_at < DAY
            if recent and buckets.of_class(class_id) in found.seen_in:
                by_student[enrolled.student_id].append(share)  # type: ignore[arg-type]
    return [share for shares in by_student.values() for share in shares]
