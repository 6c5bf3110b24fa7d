"""Appeals at the centre: what they are about is written down for the second adult, and how they ended."""

from __future__ import annotations

import msgspec

from central.auditing import note
from central.community.moderation import text_of
from central.community.telling import appeal_told
from central.sync.unit import Unit
from domain.community import appeals
from domain.records.community import AchievementShare, Appeal, ModerationAction, ModerationState


def appeal_changed(unit: Unit, appeal: Appeal) -> None:
    """A new appeal gets the words that it is about; what a family took back is answered at once."""
    if appeal.answer or appeal.state is not ModerationState.PENDING:
        return
    about = _about(unit, appeal)
    if about is None:
        return
    title, text, state = about
    after = msgspec.structs.replace(appeal, title=title, text=text, state=state)
    if appeals.is_the_familys(_actions(unit, appeal.target_id)):
        after = msgspec.structs.replace(after, answer=appeals.UPHELD, answered_at=unit.now)
    unit.put(after)
    note(unit, appeal.author_id, "appeal", f"{appeal.target_type}:{appeal.target_id}")


def decision_made(unit: Unit, action: ModerationAction) -> None:
    """A decision may be the second adult's answer: the appeal ends with it, and its author is told."""
    for appeal in unit.rows.where(Appeal, target_id=action.target_id, answer=""):
        about = _about(unit, appeal)
        if about is None:
            continue
        answer = appeals.answer_of(action, _actions(unit, action.target_id), appeal.part, about[2])
        if answer:
            unit.put(msgspec.structs.replace(appeal, answer=answer, answered_at=unit.now))
            appeal_told(unit, appeal, restored=answer == appeals.RESTORED)
        else:
            # What was closed further meanwhile is looked at anew, also by whoever believed to have answered.
            title, text, state = about
            unit.put(msgspec.structs.replace(appeal, title=title, text=text, state=state))


def _actions(unit: Unit, target_id: str) -> list[ModerationAction]:
    return unit.rows.where(ModerationAction, target_id=target_id)


def _about(unit: Unit, appeal: Appeal) -> tuple[str, str, ModerationState] | None:
    item = unit.known.item(appeal.target_type, appeal.target_id)
    if isinstance(item, AchievementShare):
        if appeal.part == appeals.MESSAGE:
            return item.title, item.message, item.message_state
        return item.title, "", item.moderation
    return ("", text_of(item), item.moderation) if item is not None else None
