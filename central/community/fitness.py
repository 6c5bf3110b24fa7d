"""What may stand in what people write and decide: lengths, phrases, words of closed lists. A refusal says why.

The views check the same before sending; a program that does not ask them is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from domain.achievements.engagements import BY_HAND, FROM_CHALLENGE, FROM_STEP
from domain.community import guidelines, rules, showcases, telemetry, texts
from domain.community.listening import words_for
from domain.community.moderation import Action
from domain.community.phrases import bio_phrases, comment_phrases, report_reasons
from domain.community.profiles import AVATARS, MOST_SHOWN, STYLINGS
from domain.community.sharing import reaction_id, showing_id
from domain.learning.curriculum import SEQUENCE_ID
from domain.learning.sequence import SequenceStatus
from domain.records import Record
from domain.records.achievements import RoleEngagement
from domain.records.communication import TelemetryEvent
from domain.records.community import (
    AchievementShare,
    ClassPolicy,
    Comment,
    CommunityGuidelines,
    EngagementKind,
    Highlight,
    ItemReport,
    ModerationAction,
    PublicProfile,
    SharingPolicy,
    Showcase,
    SocialEngagement,
)
from domain.records.curriculum import CustomSequence, StudentGroup
from domain.records.progress import AttemptReview, StudentAssignment

TARGETS = frozenset({"share", "comment", "profile", "showcase"})
# The name of a picture of the program; it is never shown as a text.
# Names of pathways, groups and assignments.
MOST_TITLE = 120
# A child works through an assignment in a lesson or two.
MOST_STEPS = 24
# A teacher's note beside a highlight.
MOST_NOTE = 200


def unfit(record: Record) -> str | None:
    """Why a record can't be taken as it is, in one sentence; None where it can."""
    check = _CHECKS.get(type(record))
    try:
        return check(record) if check else None
    except texts.TextRefusedError as error:
        return error.why.english()


def cleaned(record: Record) -> Record:
    """The record with its free texts as they are kept: on one line, composed, without invisible characters."""
    if isinstance(record, AchievementShare):
        return _kept(record, message=texts.message_text(record.message))
    if isinstance(record, Comment) and record.text:
        return _kept(record, text=texts.comment_text(record.text))
    if isinstance(record, PublicProfile):
        return _kept(record, bio_text=texts.bio_text(record.bio_text))
    if isinstance(record, Showcase):
        return _kept(record, title_text=texts.title_text(record.title_text))
    if isinstance(record, Highlight):
        return _kept(record, note=texts.written(record.note, MOST_NOTE))
    return record


def _kept(record: Record, **changes: str) -> Record:
    same = all(getattr(record, name) == value for name, value in changes.items())
    return record if same else msgspec.structs.replace(record, **changes)


def _share(record: AchievementShare) -> str | None:
    texts.message_text(record.message)
    return None


def _comment(record: Comment) -> str | None:
    if record.withdrawn:
        return None
    if record.phrase_id is not None:
        known = record.phrase_id in comment_phrases() and not record.text
        return None if known else "This is none of the sentences."
    texts.comment_text(record.text)
    return None


def _profile(record: PublicProfile) -> str | None:
    texts.bio_text(record.bio_text)
    if record.bio_phrase is not None and record.bio_phrase not in bio_phrases():
        return "This is none of the sentences."
    if record.avatar not in AVATARS:
        return "This is none of the pictures."
    if record.styling not in STYLINGS:
        return "This is none of the styles."
    return None if len(record.showcase) <= MOST_SHOWN else f"A showcase holds {MOST_SHOWN} badges."


def _showcase(record: Showcase) -> str | None:
    showcases.checked(record)
    return None


def _reaction(record: SocialEngagement) -> str | None:
    if record.engagement is EngagementKind.SHOW:
        return _showing(record)
    wanted = "user" if record.engagement is EngagementKind.BLOCK else "share"
    if record.target_type != wanted or record.target_id == record.actor_user_id:
        return "This can't be done to that."
    own = record.id == reaction_id(record.actor_user_id, record.engagement, record.target_id)
    return None if own else "One hand counts once."


def _showing(record: SocialEngagement) -> str | None:
    to = record.to_user_id or ""
    fits = record.target_type == "share" and to not in ("", record.actor_user_id)
    own = record.id == showing_id(record.actor_user_id, record.target_id, to)
    return None if fits and own else "This can't be shown to that person."


def _report(record: ItemReport) -> str | None:
    known = record.reason in report_reasons() and record.target_type in TARGETS
    return None if known else "This is none of the reasons."


def _decision(record: ModerationAction) -> str | None:
    if record.action not in list(Action):
        return "This is no decision."
    about_person = record.action in (Action.MUTE, Action.UNMUTE)
    if about_person != (record.target_type == "user") or (not about_person and record.target_type not in TARGETS):
        return "This can't be decided about that."
    endless = record.action == Action.MUTE and (record.until is None or record.until <= record.at)
    return "A mute needs an end." if endless else None


def _policy(record: ClassPolicy) -> str | None:
    return None if record.comment_mode in rules.COMMENT_MODES else "This is no rule for comments."


def _organisation(record: SharingPolicy) -> str | None:
    rules.checked(record)
    return None


def _guidelines(record: CommunityGuidelines) -> str | None:
    guidelines.checked(record)
    return None


def _highlight(record: Highlight) -> str | None:
    texts.written(record.note, MOST_NOTE)
    # What the rules have chosen, a teacher can take out of the light.
    return None if record.kind == "teacher" or not record.present else "Only the centre makes this kind."


def _engagement(record: RoleEngagement) -> str | None:
    if record.source not in (BY_HAND, FROM_STEP, FROM_CHALLENGE):
        return "This is no way to be recognised."
    silent = not record.is_recognized and not (record.revoked_reason or "").strip()
    return "Please say why it is taken back." if silent else None


def _event(record: TelemetryEvent) -> str | None:
    try:
        telemetry.event(
            record.name,
            org_id=record.org_id,
            event_id=record.id,
            actor=record.actor,
            at=record.at,
            properties=record.properties,
        )
    except telemetry.EventError as error:
        return f"{error}."
    return None


def _review(record: AttemptReview) -> str | None:
    return None if record.phrase_id in words_for(record.counts) else "This is none of the sentences."


def _assignment(record: StudentAssignment) -> str | None:
    texts.written(record.name, MOST_TITLE)
    if record.due_at is not None and record.due_at <= record.created_at:
        return "The due date must lie in the future."
    places = [step.order_index for step in record.steps]
    if len(places) > MOST_STEPS:
        return f"An assignment has at most {MOST_STEPS} steps."
    return None if len(set(places)) == len(places) else "Two steps stand in the same place."


def _sequence(record: CustomSequence) -> str | None:
    texts.written(record.name, MOST_TITLE)
    if not re.fullmatch(SEQUENCE_ID, record.sequence_id) or record.status not in list(SequenceStatus):
        return "This is no pathway."
    most = max((len(each.steps) for group in record.groups for each in group.assignments), default=0)
    return None if most <= MOST_STEPS else f"An assignment has at most {MOST_STEPS} steps."


def _group(record: StudentGroup) -> str | None:
    texts.written(record.name, MOST_TITLE)
    return None


_CHECKS: dict[type[Record], Callable[[Any], str | None]] = {
    AchievementShare: _share,
    Comment: _comment,
    PublicProfile: _profile,
    Showcase: _showcase,
    SocialEngagement: _reaction,
    ItemReport: _report,
    ModerationAction: _decision,
    ClassPolicy: _policy,
    SharingPolicy: _organisation,
    CommunityGuidelines: _guidelines,
    Highlight: _highlight,
    RoleEngagement: _engagement,
    AttemptReview: _review,
    StudentAssignment: _assignment,
    CustomSequence: _sequence,
    StudentGroup: _group,
    TelemetryEvent: _event,
}
