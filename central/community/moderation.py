"""The moderation state of an item: derived from decisions and reports, never taken from a client."""

from __future__ import annotations

import msgspec

from central.sync.unit import Unit
from domain.records import Record
from domain.records.community import (
    AchievementShare,
    Comment,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
)
from domain.records.identity import AccessRole, Member

TARGETS: dict[str, type[AchievementShare] | type[Comment] | type[PublicProfile]] = {
    "share": AchievementShare,
    "comment": Comment,
    "profile": PublicProfile,
}
# What each action of an adult makes of an item. `approve_message` concerns a share's personal text alone.
STATES: dict[str, ModerationState] = {
    "approve": ModerationState.OK,
    "restore": ModerationState.OK,
    "hide": ModerationState.HIDDEN,
    "remove": ModerationState.REMOVED,
    "withdraw": ModerationState.REMOVED,
}
MESSAGE_STATES: dict[str, ModerationState] = {
    "approve_message": ModerationState.OK,
    "hide_message": ModerationState.HIDDEN,
}
# So many reports by students hide an item until an adult has judged it; one by an adult does (visibility, moderation).
STUDENTS_TO_HIDE = 2
_CHILDREN = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})


def first_state(record: Record) -> Record:
    """A new item as it begins: preset phrases are seen at once, free text waits for an adult (decision 8)."""
    if isinstance(record, Comment):
        state = ModerationState.PENDING if record.text else ModerationState.OK
        return msgspec.structs.replace(record, moderation=state)
    if isinstance(record, AchievementShare):
        state = ModerationState.PENDING if record.message else ModerationState.OK
        return msgspec.structs.replace(record, moderation=ModerationState.OK, message_state=state, is_featured=False)
    if isinstance(record, PublicProfile):
        state = ModerationState.PENDING if record.bio_text else ModerationState.OK
        return msgspec.structs.replace(record, moderation=state)
    return record


def after_edit(before: Record, after: Record) -> Record:
    """An edited text waits for an adult again; anything else keeps its state."""
    if isinstance(before, Comment) and isinstance(after, Comment) and before.text != after.text:
        return first_state(after)
    if isinstance(before, PublicProfile) and isinstance(after, PublicProfile) and before.bio_text != after.bio_text:
        return first_state(after)
    if isinstance(before, AchievementShare) and isinstance(after, AchievementShare) and before.message != after.message:
        state = ModerationState.PENDING if after.message else ModerationState.OK
        return msgspec.structs.replace(after, message_state=state)
    return after


def settle_state(unit: Unit, target_type: str, target_id: str) -> None:
    """Give an item the state that follows from everything decided and reported about it, in any order of arrival."""
    kind = TARGETS.get(target_type)
    found = unit.rows.stored(kind, target_id) if kind else None
    if found is None:
        return
    item = found.record
    assert isinstance(item, AchievementShare | Comment | PublicProfile)
    actions = sorted(unit.rows.where(ModerationAction, target_id=target_id), key=lambda a: (a.at, a.id))
    state = _reported(unit, item.moderation, actions, target_id)
    changed: Record = msgspec.structs.replace(item, moderation=state)
    texts = [MESSAGE_STATES[a.action] for a in actions if a.action in MESSAGE_STATES]
    if texts and isinstance(changed, AchievementShare):
        changed = msgspec.structs.replace(changed, message_state=texts[-1])
    if changed != item:
        unit.merge(found, changed, found.stamps, found.extra)


def _reported(unit: Unit, state: ModerationState, actions: list[ModerationAction], target_id: str) -> ModerationState:
    decided = [a for a in actions if a.action in STATES]
    if decided:
        state = STATES[decided[-1].action]
    since = decided[-1].at if decided else 0
    reports = [r for r in unit.rows.where(ItemReport, target_id=target_id) if r.at > since]
    if not reports or state in (ModerationState.HIDDEN, ModerationState.REMOVED, ModerationState.PENDING):
        return state
    roles = [m.role for m in unit.rows.where(Member, id=sorted({r.reporter_id for r in reports}))]
    students = sum(role in _CHILDREN for role in roles)
    hidden = students < len(roles) or students >= STUDENTS_TO_HIDE
    return ModerationState.HIDDEN if hidden else ModerationState.REPORTED
