"""The moderation state of an item, kept as `domain.community.moderation` derives it from decisions and reports."""

from __future__ import annotations

import msgspec

from central.community.fitness import cleaned
from central.sync.known import ITEMS, Item
from central.sync.unit import Unit
from domain.community.moderation import (
    Action,
    Report,
    first_state_of_comment,
    first_state_of_message,
    first_state_of_profile,
    first_state_of_showcase,
    message_state_of,
    state_of,
)
from domain.records import Record
from domain.records.community import (
    AchievementShare,
    Comment,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Showcase,
)
from domain.records.identity import AccessRole, Member

_CHILDREN = frozenset({AccessRole.STUDENT, AccessRole.GENERIC_STUDENT})
_ABOUT_TEXT = frozenset({Action.APPROVE_MESSAGE, Action.HIDE_MESSAGE})


def begun(unit: Unit, record: Record) -> Record:
    """A new item in the state in which it stands: a decision may be here already, after a restored backup."""
    first = _first_state(record)
    return judged(unit, first) if isinstance(first, AchievementShare | Comment | PublicProfile | Showcase) else first


def _first_state(record: Record) -> Record:
    """A new item as it begins: phrases are seen at once, words of one's own wait for an adult (decision 8)."""
    record = cleaned(record)
    if isinstance(record, AchievementShare):
        message = first_state_of_message(record)
        return msgspec.structs.replace(
            record, moderation=ModerationState.OK, message_state=message, is_featured=False, agreed_at=None
        )
    if isinstance(record, Comment | PublicProfile | Showcase):
        return msgspec.structs.replace(record, moderation=_first(record))
    return record


def _first(item: Item) -> ModerationState:
    if isinstance(item, Comment):
        return first_state_of_comment(item)
    if isinstance(item, Showcase):
        return first_state_of_showcase(item)
    return first_state_of_profile(item) if isinstance(item, PublicProfile) else ModerationState.OK


def text_of(item: Item) -> str:
    """What an approval of the item is bound to; a share's own text is moderated apart from the share."""
    if isinstance(item, Comment):
        return item.text
    if isinstance(item, Showcase):
        return item.title_text
    return item.bio_text if isinstance(item, PublicProfile) else ""


def after_edit(unit: Unit, before: Record, after: Record) -> Record:
    """An edited item with its state: an approval holds for the text that its adult read, and for no other."""
    after = cleaned(after)
    if isinstance(after, AchievementShare | Comment | PublicProfile | Showcase) and before != after:
        return judged(unit, after)
    return after


def settle_state(unit: Unit, target_type: str, target_id: str) -> None:
    """Give an item the state that follows from everything decided and reported about it, in any order of arrival."""
    kind = ITEMS.get(target_type)
    found = unit.rows.stored(kind, target_id) if kind else None
    if found is None:
        return
    item = found.record
    assert isinstance(item, AchievementShare | Comment | PublicProfile | Showcase)
    changed = judged(unit, item)
    if changed != item:
        unit.merge(found, changed, found.stamps, found.extra)


def judged(unit: Unit, item: Item) -> Item:
    """The item with the state in which it stands now."""
    known = {str(action) for action in Action}
    actions = [a for a in unit.rows.where(ModerationAction, target_id=item.id) if a.action in known]
    about_item = [a for a in actions if a.action not in _ABOUT_TEXT]
    state = state_of(_first(item), about_item, _reports(unit, item.id), text=text_of(item))
    if isinstance(item, AchievementShare):
        about_text = [a for a in actions if a.action in _ABOUT_TEXT]
        message = message_state_of(first_state_of_message(item), about_text, message=item.message)
        return msgspec.structs.replace(item, moderation=state, message_state=message)
    return msgspec.structs.replace(item, moderation=state)


def _reports(unit: Unit, target_id: str) -> list[Report]:
    reports = unit.rows.where(ItemReport, target_id=target_id)
    roles = {m.id: m.role for m in unit.rows.where(Member, id=sorted({r.reporter_id for r in reports}))}
    return [Report(r, roles.get(r.reporter_id, AccessRole.STUDENT) not in _CHILDREN) for r in reports]
