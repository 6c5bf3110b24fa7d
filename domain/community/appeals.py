"""Appeals: whoever made something that an adult has closed can ask once that a second adult looks.

The second is none of those who closed it. They open it again, or it stays; of decisions that did not know of each other
the stricter stands, as everywhere (`moderation`). What a guardian took back is the family's own affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.community.moderation import Action
from domain.records.community import ModerationAction, ModerationState
from domain.records.ids import derived_id

ITEM, MESSAGE = "item", "message"
RESTORED, UPHELD = "restored", "upheld"
CLOSED: Final = frozenset({ModerationState.HIDDEN, ModerationState.REMOVED})
_CLOSING: Final = {ITEM: frozenset({Action.HIDE, Action.REMOVE}), MESSAGE: frozenset({Action.HIDE_MESSAGE})}
_OPENING: Final = {
    ITEM: frozenset({Action.RESTORE, Action.APPROVE}),
    MESSAGE: frozenset({Action.APPROVE_MESSAGE}),
}


def appeal_id(author_id: str, target_type: str, target_id: str, part: str) -> str:
    """The id of an appeal: one for each thing, so asking twice is asking once."""
    return derived_id("appeal", author_id, target_type, target_id, part)


def closers(actions: Iterable[ModerationAction], part: str) -> frozenset[str]:
    """The adults who have closed something, or tried to: none of them answers the appeal."""
    return frozenset(action.actor_id for action in actions if action.action in _CLOSING.get(part, frozenset()))


def is_the_familys(actions: Iterable[ModerationAction]) -> bool:
    """Whether a guardian has taken it back."""
    return any(action.action == Action.WITHDRAW for action in actions)


def opening(part: str) -> Action:
    """The decision that opens something again."""
    return Action.RESTORE if part == ITEM else Action.APPROVE_MESSAGE


def answer_of(action: ModerationAction, actions: Iterable[ModerationAction], part: str, state: ModerationState) -> str:
    """What a decision answers to an appeal, or nothing: `actions` are all about the item, `state` is how it stands now.

    Only somebody who did not close it answers, and an opening answers only where it has opened.
    """
    if action.actor_id in closers(actions, part):
        return ""
    if action.action == Action.UPHOLD:
        return UPHELD
    return RESTORED if action.action in _OPENING.get(part, frozenset()) and state not in CLOSED else ""
