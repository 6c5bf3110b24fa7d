"""Who may write what: the account's role, whose deed it is, whom it concerns. A refusal says why, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from central.community.fitness import unfit
from central.sync.known import KnownRows
from central.sync.standing import STAFF, Standing
from domain.community.appeals import CLOSED, appeal_id
from domain.community.moderation import CLOSING, Action
from domain.community.permissions import Act, reaches
from domain.community.rules import comment_mode
from domain.community.sharing import MOST_SHOWN_A_DAY
from domain.community.showcases import MOST_SHOWCASES
from domain.records import Entity, Record, buckets, communication, community, curriculum, progress
from domain.records import achievements as earned
from domain.records.community import ModerationState
from domain.records.identity import AccessRole, ConsentRecord, Member
from domain.records.outcomes import DOUBTS

_PUPILS = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


class Refusal(msgspec.Struct, frozen=True):
    """Why the centre does not take an operation."""

    code: str
    text: str


NOT_ALLOWED = Refusal("not_allowed", "This account may not do that.")
NOT_YOURS = Refusal("not_yours", "This belongs to somebody else.")
NOT_YOUR_STUDENT = Refusal("not_your_student", "This student is in none of your classes.")
NOT_YOUR_CLASS = Refusal("not_your_class", "This class is not one of yours.")
NOTHING_THERE = Refusal("nothing_there", "What this is about is not there any more.")
MUTED = Refusal("muted", "An adult has asked you for a break from words and reactions. It will end by itself.")
NO_DOUBT = Refusal("no_doubt", "The school's judge agrees with this one already. Nothing has to be decided.")
ENOUGH = Refusal("enough", "You have shown a lot today. Tomorrow is another day.")
NO_WORDS = Refusal("no_words", "Words are switched off here. A celebration still works.")


def refusal(record: Record, entity: Entity, who: Standing, known: KnownRows) -> Refusal | None:
    """Why `who` may not write this record, or None where they may."""
    why = unfit(record) if who.role in entity.writers else None
    if why is not None:
        return Refusal("unfit", why)
    return _not_theirs(record, entity, who) or _not_now(record, who, known)


def foreign(before: Record, entity: Entity, who: Standing, known: KnownRows) -> Refusal | None:
    """Why `who` may not change what is there, or None where they may.

    Whether it could be said anew is another question: during a break, or where words are off by now, one takes back
    what one has said, and what the school has outdated meanwhile is changed.
    """
    denied = _not_theirs(before, entity, who)
    if denied is not None or type(before) in _ONES_OWN:
        return denied
    return _of_own_class(before, who) if isinstance(before, community.Highlight) else _not_now(before, who, known)


def _not_theirs(record: Record, entity: Entity, who: Standing) -> Refusal | None:
    if who.role not in entity.writers:
        return NOT_ALLOWED
    stranger = entity.owner is not None and getattr(record, entity.owner) != who.account
    return NOT_YOURS if stranger and not (entity.staff_may_write and who.role in STAFF) else None


def _not_now(record: Record, who: Standing, known: KnownRows) -> Refusal | None:
    alone = _ALONE.get(type(record))
    if alone is not None:
        return alone(record, who)
    among = _AMONG.get(type(record))
    return among(record, who, known) if among else None


def _has_student(who: Standing, student_id: str, known: KnownRows) -> bool:
    return any(side.class_id in who.taught for side in known.circle(student_id).classes)


def _of_own_student(record: Any, who: Standing, known: KnownRows) -> Refusal | None:
    return None if _has_student(who, record.student_id, known) else NOT_YOUR_STUDENT


def _engaged_by_hand(record: earned.RoleEngagement, who: Standing, known: KnownRows) -> Refusal | None:
    return None if _has_student(who, record.user_id, known) else NOT_YOUR_STUDENT


def _assigned(record: progress.StudentAssignment, who: Standing, known: KnownRows) -> Refusal | None:
    """Whoever teaches the student may put work away; to give it in another's name is nobody's right."""
    if record.assigned_by_user_id != who.account:
        before = known.assignment(record.id)
        if before is None or before.assigned_by_user_id != record.assigned_by_user_id:
            return NOT_YOURS
    return _of_own_student(record, who, known)


def _listened(record: progress.AttemptReview, who: Standing, known: KnownRows) -> Refusal | None:
    """A teacher decides about a doubt of a student of theirs; what the judge agrees with needs nobody's word."""
    verdict = known.verdict(record.attempt_id)
    if verdict is None or verdict.student_id != record.student_id:
        return NOTHING_THERE
    if not _has_student(who, record.student_id, known):
        return NOT_YOUR_STUDENT
    return None if verdict.verdict in DOUBTS else NO_DOUBT


def _of_own_class(record: Any, who: Standing) -> Refusal | None:
    if record.class_id is None:
        return None if who.is_admin else NOT_YOUR_CLASS
    return None if record.class_id in who.taught else NOT_YOUR_CLASS


def _organisation_wide(record: community.SharingPolicy, _who: Standing) -> Refusal | None:
    return None if record.id == record.org_id else NOT_YOURS


def _policy(record: community.ClassPolicy, who: Standing) -> Refusal | None:
    return None if record.id in who.taught else NOT_YOUR_CLASS


def _rest_day(record: earned.RestDay, who: Standing, known: KnownRows) -> Refusal | None:
    if record.student_id is not None and record.class_id is None:
        return _of_own_student(record, who, known)
    return _of_own_class(record, who)


def _of_own_child(record: Any, who: Standing) -> Refusal | None:
    return None if record.student_id in who.children else NOT_YOURS


def _readable(share_id: str, who: Standing, known: KnownRows) -> Refusal | None:
    share = known.share(share_id)
    if share is None or share.student_id in who.blocked:
        return NOTHING_THERE
    return None if known.seen_in(share) & set(who.buckets()) else NOTHING_THERE


def _reaction(record: community.SocialEngagement, who: Standing, known: KnownRows) -> Refusal | None:
    if not record.present:
        return None
    if not reaches(who.role, Act(record.engagement.value)):
        return NOT_ALLOWED
    if record.engagement is community.EngagementKind.BLOCK:
        return _block(record, who, known)
    if record.engagement is community.EngagementKind.BOOKMARK:
        return _readable(record.target_id, who, known)
    if known.muted(who.account):
        return MUTED
    share = known.share(record.target_id)
    if share is not None and share.student_id == who.account:
        return NOT_ALLOWED
    if record.engagement is community.EngagementKind.SHOW and (why := _showing(record, who, known)) is not None:
        return why
    return _readable(record.target_id, who, known)


def _showing(record: community.SocialEngagement, who: Standing, known: KnownRows) -> Refusal | None:
    """To somebody of one's own class, or its teacher; whether they may see it, only their own mirror tells them."""
    to = known.member(record.to_user_id or "")
    if to is None:
        return NOTHING_THERE
    theirs = {side.class_id for side in known.circle(to.id).classes} if to.role in _PUPILS else set(known.taught(to.id))
    if not theirs & {*who.classes, *who.taught}:
        return NOT_ALLOWED
    return ENOUGH if known.shown_today(who.account) >= MOST_SHOWN_A_DAY else None


def _block(record: community.SocialEngagement, who: Standing, known: KnownRows) -> Refusal | None:
    """Between students: the adults in charge can't be shut out."""
    target = known.member(record.target_id)
    if target is None:
        return NOTHING_THERE
    both = who.role is AccessRole.STUDENT and target.role is AccessRole.STUDENT
    return None if both else NOT_ALLOWED


def _comment(record: community.Comment, who: Standing, known: KnownRows) -> Refusal | None:
    if not reaches(who.role, Act.COMMENT):
        return NOT_ALLOWED
    unseen = _readable(record.share_id, who, known)
    if unseen is not None or record.withdrawn:
        return None if record.withdrawn else unseen
    share = known.share(record.share_id)
    assert share is not None
    # Rule 6: words from the family on; what is private is looked at by its author alone.
    if share.moderation is not ModerationState.OK or share.scope is community.Scope.PRIVATE:
        return NO_WORDS
    if known.muted(who.account):
        return MUTED
    circle = known.circle(share.student_id)
    most = {"organisation": circle.organisation.comment_mode} if circle.organisation is not None else {}
    mode = comment_mode([side.policy.comment_mode for side in circle.classes], **most)
    silent = mode == "off" or (record.text and mode != "moderated" and who.role in _PUPILS)
    return NO_WORDS if silent else None


def _report(record: community.ItemReport, who: Standing, known: KnownRows) -> Refusal | None:
    if record.target_type in ("profile", "showcase"):
        seen = known.item_seen_in(record.target_type, record.target_id) & set(who.buckets())
        return None if seen else NOTHING_THERE
    share_id = known.comment_share(record.target_id) if record.target_type == "comment" else record.target_id
    return _readable(share_id, who, known) if share_id else NOTHING_THERE


def _appeal(record: community.Appeal, who: Standing, known: KnownRows) -> Refusal | None:
    """About something of one's own that an adult has closed; once."""
    if record.id != appeal_id(who.account, record.target_type, record.target_id, record.part):
        return NOT_ALLOWED
    author, state = known.closed_item(record.target_type, record.target_id, record.part)
    if author != who.account:
        return NOTHING_THERE
    return None if state in CLOSED else Refusal("not_closed", "This can be seen already.")


def _author(record: community.ModerationAction, known: KnownRows) -> str | None:
    if record.target_type in ("profile", "user"):
        return record.target_id
    share_id = record.target_id
    if record.target_type == "comment":
        return known.comment_author(share_id)
    if record.target_type == "showcase":
        return known.showcase_author(share_id)
    share = known.share(share_id)
    return share.student_id if share else None


def _moderation(record: community.ModerationAction, who: Standing, known: KnownRows) -> Refusal | None:
    author = _author(record, known)
    if author is None:
        # After a restored backup a decision may come before what it is about. One that closes is kept until that comes.
        return None if who.role in STAFF and record.action in CLOSING else NOTHING_THERE
    if who.role is AccessRole.GUARDIAN:
        return None if author in who.children and record.action == Action.WITHDRAW else NOT_ALLOWED
    if record.action == Action.WITHDRAW:
        return NOT_ALLOWED
    member = known.member(author)
    own = (author == who.account and record.target_type != "user") or (
        member is not None and member.role in STAFF and who.is_admin
    )
    return None if own or _has_student(who, author, known) else NOT_YOUR_STUDENT


def _profile(record: community.PublicProfile, who: Standing, known: KnownRows) -> Refusal | None:
    """What stands there already may stay: the school's list and one's badges change without the profile."""
    before = known.item("profile", record.id)
    there = before if isinstance(before, community.PublicProfile) else None
    same_region = there is not None and there.region == record.region
    if record.region is not None and not same_region and record.region not in known.regions(who.site_id):
        return Refusal("unfit", "Please pick a region from your school's list.")
    new = [badge for badge in record.showcase if there is None or badge not in there.showcase]
    return None if known.holds(who.account, new) else Refusal("unfit", "A showcase shows what is earned.")


def _showcase(record: community.Showcase, who: Standing, known: KnownRows) -> Refusal | None:
    others = {each.id for each in known.showcases_of(who.account)} - {record.id}
    full = not record.withdrawn and len(others) >= MOST_SHOWCASES
    return Refusal("unfit", f"There is room for {MOST_SHOWCASES} showcases. Take one away first.") if full else None


def _highlight(record: community.Highlight, who: Standing, known: KnownRows) -> Refusal | None:
    not_theirs = _of_own_class(record, who)
    if not_theirs is not None or not record.present:
        return not_theirs
    share = known.share(record.share_id)
    in_class = share is not None and buckets.of_class(record.class_id) in known.seen_in(share)
    return None if in_class else NOTHING_THERE


def _message(record: communication.Message, who: Standing, known: KnownRows) -> Refusal | None:
    """Between a teacher and a student of theirs, or a teacher and a guardian; never between children."""
    to = known.member(record.to_user_id)
    if to is None:
        return NOTHING_THERE
    if who.role in STAFF:
        return None if _reaches(who, to, known) else NOT_YOUR_STUDENT
    teachers = known.taught(to.id)
    mine = {*who.classes, *(side.class_id for child in who.children for side in known.circle(child).classes)}
    return None if mine & set(teachers) else NOT_ALLOWED


def _reaches(who: Standing, to: Member, known: KnownRows) -> bool:
    if to.role is AccessRole.GUARDIAN:
        return any(_has_student(who, child, known) for child in known.guarded(to.id))
    return to.role in STAFF or _has_student(who, to.id, known)


# Who owns it may change it: what the other rules say about these is about saying something new.
_ONES_OWN = frozenset({community.SocialEngagement, community.Comment, community.PublicProfile, community.Showcase})
_ALONE: dict[type[Record], Callable[[Any, Standing], Refusal | None]] = {
    curriculum.StudentGroup: _of_own_class,
    earned.Challenge: _of_own_class,
    community.ClassPolicy: _policy,
    community.SharingPolicy: _organisation_wide,
    community.GuardianLimit: _of_own_child,
    communication.Announcement: _of_own_class,
    ConsentRecord: _of_own_child,
}
_AMONG: dict[type[Record], Callable[[Any, Standing, KnownRows], Refusal | None]] = {
    progress.StudentAssignment: _assigned,
    progress.AttemptReview: _listened,
    earned.RoleEngagement: _engaged_by_hand,
    earned.RestDay: _rest_day,
    community.SocialEngagement: _reaction,
    community.Comment: _comment,
    community.SharingOverride: _of_own_student,
    community.ModerationAction: _moderation,
    community.ItemReport: _report,
    community.Appeal: _appeal,
    community.PublicProfile: _profile,
    community.Showcase: _showcase,
    community.Highlight: _highlight,
    communication.Message: _message,
}
