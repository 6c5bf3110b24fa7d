"""What follows from a written record, in the same transaction: other rows change hands, counters and states are set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import text

from central.asking import fetched
from central.auditing import note
from central.community.agreeing import settle_share
from central.community.appealing import appeal_changed, decision_made
from central.community.badges import role_changed
from central.community.blocks import block_changed
from central.community.boards import attempts_verified
from central.community.family_news import earned_told
from central.community.moderation import settle_state
from central.community.posting import after_progress
from central.community.showing import shown_told
from central.community.telling import (
    award_revoked,
    badges_released,
    comment_told,
    hidden_told,
    profile_told,
    share_told,
    showcase_told,
    taken_down,
)
from central.community.untelling import link_changed
from central.community.world import world_changed
from central.progress.giving import work_came
from central.progress.listening import review_came
from central.progress.recognising import badge_changed, engagement_changed
from central.statements import insert_rows, mark
from central.sync.audience import audience
from central.sync.standing import STAFF
from central.sync.unit import Unit
from central.tables import TO_JUDGE
from domain.community.moderation import Action
from domain.community.profiles import NO_PICTURE
from domain.records import Record, buckets, entity_of
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    ChallengeScore,
    PointsEntry,
    RestDay,
    RoleEngagement,
    SkillRole,
)
from domain.records.community import (
    AchievementShare,
    Appeal,
    ClassPolicy,
    Comment,
    EngagementCounts,
    EngagementKind,
    GuardianLimit,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
    SharingOverride,
    SharingPolicy,
    SharingPreferences,
    Showcase,
    SocialEngagement,
)
from domain.records.identity import ClassEnrollment, GuardianLink, Member, RosterName, SchoolClass, SignInTile
from domain.records.progress import (
    AttemptReview,
    AttemptVerdict,
    Performance,
    StepDone,
    StudentAssignment,
    StudentAttempt,
)

# A chain of effects is short: share → comments and counts. More rounds than this would be a circle.
_MOST_ROUNDS = 8

# Rows whose audience is the same for all of one student's: (record, column of the student).
_BOARD_ROWS: tuple[tuple[type[Record], str], ...] = (
    (PointsEntry, "student_id"),
    (BadgeAward, "user_id"),
    (AwardRevocation, "user_id"),
    (ChallengeScore, "student_id"),
)
_CLASS_ROWS: tuple[tuple[type[Record], str], ...] = (
    *_BOARD_ROWS,
    (StudentAttempt, "student_id"),
    (AttemptVerdict, "student_id"),
    (AttemptReview, "student_id"),
    (StepDone, "student_id"),
    (StudentAssignment, "student_id"),
    (RoleEngagement, "user_id"),
    (SharingOverride, "student_id"),
    (Appeal, "author_id"),
    (RestDay, "student_id"),
    (RosterName, "id"),
    (GuardianLink, "student_id"),
)


def follow(unit: Unit) -> None:
    """Do everything that follows from what the unit has written, until nothing more follows."""
    for _round in range(_MOST_ROUNDS):
        touched, unit.touched = unit.touched, []
        if not touched:
            return
        _follow(unit, touched)
    raise AssertionError("effects follow each other in a circle")


def _follow(unit: Unit, touched: list[Record]) -> None:
    classes: set[str] = set()
    boards: set[str] = set()
    for record in touched:
        if isinstance(record, ClassEnrollment):
            classes.add(record.student_id)
        elif isinstance(record, SchoolClass):
            # Put away, or brought back: who was in it is seen by its people no more, or again.
            classes.update(unit.known.students_of(record.id))
            _class_changed(unit, record)
        elif isinstance(record, ClassPolicy):
            boards.update(unit.known.students_of(record.id))
        elif isinstance(record, SharingPolicy):
            boards.update(_who_shows(unit))
        elif isinstance(record, SharingOverride | GuardianLimit):
            boards.add(record.student_id)
        elif isinstance(record, SharingPreferences | Member):
            boards.add(record.id)
        else:
            _one(unit, record)
    if classes or boards:
        unit.known.forget()
        unit.known.learn(sorted(classes | boards))
    for student_id in sorted(classes):
        _replace_student(unit, student_id, _CLASS_ROWS)
    for student_id in sorted(boards - classes):
        _replace_student(unit, student_id, _BOARD_ROWS)
    attempts_verified(unit, touched)
    after_progress(unit, touched)
    awards = [record for record in touched if isinstance(record, BadgeAward)]
    _awards_came(unit, [award.id for award in awards])
    earned_told(unit, awards)
    _queue_attempts(unit, touched)
    world_changed(unit, touched)


def _who_shows(unit: Unit) -> list[str]:
    """Everybody of the organisation who has something that others may see, or stands on boards."""
    found = fetched(unit.connection, _SHOWS[unit.connection.dialect.name], (unit.org_id,) * 4)
    return [str(row[0]) for row in found]


def _one(unit: Unit, record: Record) -> None:
    effect = _EFFECTS.get(type(record))
    if effect is not None:
        effect(unit, record)


def _replace_student(unit: Unit, student_id: str, kinds: tuple[tuple[type[Record], str], ...]) -> None:
    for kind, column in kinds:
        _replace_all(unit, kind, column, student_id)
    for kind in (Member, PublicProfile):
        found = unit.rows.stored(kind, student_id)
        if found is not None:
            unit.replace_audience(found)
    for item in (student_id, *(row.record.id for row in unit.rows.stored_where(Comment, author_id=student_id))):
        _replace_judgements(unit, item)
    for share in unit.rows.stored_where(AchievementShare, student_id=student_id):
        unit.replace_audience(share)
        _replace_around(unit, share.record.id)
    _show_anew(unit, student_id)


def _show_anew(unit: Unit, student_id: str, share_id: str | None = None) -> None:
    """What readers get of a showcase follows from who sees its items: those with this item, or all, are read anew."""
    for row in unit.rows.stored_where(Showcase, student_id=student_id):
        if share_id is None:
            unit.replace_audience(row)
        if isinstance(row.record, Showcase) and share_id in (None, *row.record.items):
            names = audience(row.record, unit.known)
            unit.ledger.appears(entity_of(row.record).name, row.record.id, names)


def _replace_all(unit: Unit, kind: type[Record], column: str, student_id: str) -> None:
    """Give all of a student's rows of one kind their audience of now: it is the same for all of them."""
    rows = unit.rows.stored_where(kind, **{column: student_id})
    wanted = tuple(sorted(audience(rows[0].record, unit.known))) if rows else ()
    for row in rows:
        if row.seen_in != wanted:
            unit.replace_audience(row)


def _replace_around(unit: Unit, share_id: str) -> None:
    counts = unit.rows.stored(EngagementCounts, share_id)
    for row in [*unit.rows.stored_where(Comment, share_id=share_id), *([counts] if counts else [])]:
        unit.replace_audience(row)
    _replace_judgements(unit, share_id)


def _replace_judgements(unit: Unit, target_id: str) -> None:
    """What was reported and decided about an item goes with its author: to the staff of their classes, no other's.

    Of a decision that came before its item, and was its actor's alone until now, the author is told.
    """
    for kind in (ItemReport, ModerationAction):
        for row in unit.rows.stored_where(kind, target_id=target_id):
            unit.replace_audience(row)
            if isinstance(row.record, ModerationAction) and row.seen_in == (buckets.user(row.record.actor_id),):
                _tell_of(unit, row.record)


def _share_changed(unit: Unit, record: AchievementShare) -> None:
    settle_share(unit, record)
    _replace_around(unit, record.id)
    _show_anew(unit, record.student_id, record.id)
    share_told(unit, record.id)


def _awards_came(unit: Unit, awards: list[str]) -> None:
    """Shares of these badges waited until the centre agreed (decision 18)."""
    for share in unit.rows.stored_where(AchievementShare, achievement_id=awards) if awards else []:
        unit.replace_audience(share)
        if isinstance(share.record, AchievementShare):
            _share_changed(unit, share.record)


def _reaction_changed(unit: Unit, record: SocialEngagement) -> None:
    if record.target_type == "share" and record.engagement in (EngagementKind.LIKE, EngagementKind.CELEBRATE):
        count_again(unit, record.target_id)
    elif record.engagement is EngagementKind.BLOCK:
        block_changed(unit, record)
    elif record.engagement is EngagementKind.SHOW and record.present:
        shown_told(unit, record)


def _comment_changed(unit: Unit, record: Comment) -> None:
    count_again(unit, record.share_id)
    _replace_judgements(unit, record.id)
    comment_told(unit, record)


def count_again(unit: Unit, share_id: str) -> None:
    """A share's counters: counted, never added up, so repeats and late arrivals cannot bend them."""
    if unit.known.share(share_id) is None:
        return
    reactions = unit.rows.where(SocialEngagement, target_id=share_id, present=True)
    comments = unit.rows.where(Comment, share_id=share_id, withdrawn=False, moderation=ModerationState.OK.value)
    unit.put(
        EngagementCounts(
            org_id=unit.org_id,
            id=share_id,
            likes=sum(r.engagement is EngagementKind.LIKE for r in reactions),
            celebrations=sum(r.engagement is EngagementKind.CELEBRATE for r in reactions),
            comments=len(comments),
        )
    )


def _badge_changed(unit: Unit, record: Badge) -> None:
    unit.released.add(record.id)
    badge_changed(unit, record)
    awards = [r for r in unit.touched if isinstance(r, BadgeAward) and r.badge_id == record.id]
    badges_released(unit, record.id, record.name, awards)


def _showcase_changed(unit: Unit, record: Showcase) -> None:
    _replace_judgements(unit, record.id)
    showcase_told(unit, record)


def _judged(unit: Unit, record: ModerationAction | ItemReport) -> None:
    if isinstance(record, ModerationAction):
        note(unit, record.actor_id, f"moderation_{record.action}", f"{record.target_type}:{record.target_id}")
    settle_state(unit, record.target_type, record.target_id)
    if isinstance(record, ModerationAction):
        _tell_of(unit, record)
        decision_made(unit, record)


def _tell_of(unit: Unit, decision: ModerationAction) -> None:
    if decision.action in (Action.REMOVE, Action.WITHDRAW):
        taken_down(unit, decision)
    hidden_told(unit, decision)


def _profile_changed(unit: Unit, record: PublicProfile) -> None:
    """The picture that a student has picked is theirs everywhere: beside their name and on the sign-in tile. Showcases
    go no further than the profile.
    """
    for row in unit.rows.stored_where(Showcase, student_id=record.id):
        unit.replace_audience(row)
    profile_told(unit, record)
    if record.avatar == NO_PICTURE:
        return
    member, tile = unit.rows.get(Member, record.id), unit.rows.get(SignInTile, record.id)
    if member is not None and member.avatar != record.avatar:
        unit.put(msgspec.structs.replace(member, avatar=record.avatar))
    if tile is not None and tile.avatar != record.avatar:
        unit.put(msgspec.structs.replace(tile, avatar=record.avatar))


def _class_changed(unit: Unit, record: SchoolClass) -> None:
    """Who teaches it now is known to its people, and who taught it until now no longer."""
    unit.known.forget()
    for row in unit.rows.stored_where(Member, role=sorted(STAFF)):
        if row.record.id == record.teacher_id or buckets.of_class(record.id) in row.seen_in:
            unit.replace_audience(row)


def _queue_attempts(unit: Unit, touched: list[Record]) -> None:
    """New attempts wait for the judge; those whose notes came by themselves are ready now."""
    attempts = [record.id for record in touched if isinstance(record, StudentAttempt)]
    notes = {record.id for record in touched if isinstance(record, Performance)}
    if attempts:
        heard = notes | unit.rows.known(Performance, [i for i in attempts if i not in notes])
        rows = [(unit.org_id, i, unit.now, i in heard) for i in attempts]
        insert_rows(unit.connection, TO_JUDGE, _QUEUED, rows)
    late = notes.difference(attempts)
    if late:
        unit.connection.execute(_NOTES_CAME, [{"org": unit.org_id, "attempt": i} for i in sorted(late)])


_SHOWING = (
    "SELECT student_id FROM achievement_share WHERE org_id = {0} UNION SELECT student_id FROM showcase "
    "WHERE org_id = {0} UNION SELECT id FROM public_profile WHERE org_id = {0} UNION "
    "SELECT id FROM sharing_preferences WHERE org_id = {0} AND (boards OR world)"
)
_SHOWS = {dialect: _SHOWING.format(mark(dialect)) for dialect in ("sqlite", "postgresql")}

_QUEUED = ("org_id", "attempt_id", "received_at", "notes")
_NOTES_CAME = text("UPDATE to_judge SET notes = true WHERE org_id = :org AND attempt_id = :attempt")

_EFFECTS: dict[type[Record], Callable[[Unit, Any], None]] = {
    PublicProfile: _profile_changed,
    Showcase: _showcase_changed,
    AttemptReview: review_came,
    StudentAssignment: work_came,
    AchievementShare: _share_changed,
    SocialEngagement: _reaction_changed,
    Comment: _comment_changed,
    GuardianLink: link_changed,
    ModerationAction: _judged,
    ItemReport: _judged,
    RoleEngagement: engagement_changed,
    Badge: _badge_changed,
    AwardRevocation: award_revoked,
    Appeal: appeal_changed,
    SkillRole: role_changed,
}
