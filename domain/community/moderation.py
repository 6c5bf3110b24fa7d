"""Moderation: where an item stands, who moves it there, and what may reach other children meanwhile.

Word lists only sort the queue (`hints`); adults decide. Of two decisions that did not know of each other the stricter
stands. Nothing that waits, was hidden or was removed reaches another child's mirror or a display.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from hashlib import blake2b
from typing import Final

import msgspec

from domain.records.community import (
    AchievementShare,
    Comment,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Showcase,
)


class Action(StrEnum):
    """What an adult can decide. `restore` and `uphold` are a second adult's answers to an appeal, `withdraw` a
    guardian's removal; the two about a message concern the personal text of a share alone.
    """

    APPROVE = "approve"
    HIDE = "hide"
    REMOVE = "remove"
    RESTORE = "restore"
    UPHOLD = "uphold"
    WITHDRAW = "withdraw"
    APPROVE_MESSAGE = "approve_message"
    HIDE_MESSAGE = "hide_message"
    MUTE = "mute"
    UNMUTE = "unmute"


class UnknownActionError(ValueError):
    """A decision with a word that moderation does not have."""


# What staff can decide that only ever makes an item be seen by fewer.
CLOSING: Final = frozenset({Action.HIDE, Action.REMOVE, Action.HIDE_MESSAGE})
# From open to closed; the same order as in the visibility rules.
STRICTNESS: Final[tuple[ModerationState, ...]] = (
    ModerationState.OK,
    ModerationState.REPORTED,
    ModerationState.PENDING,
    ModerationState.HIDDEN,
    ModerationState.REMOVED,
)
_OPENING: Final = frozenset({Action.APPROVE, Action.RESTORE})
# How many different students must report an item before it is hidden until an adult has judged it.
STUDENTS_TO_HIDE: Final = 2


class Report(msgspec.Struct, frozen=True):
    """A report with what the rules need to know about the reporter."""

    report: ItemReport
    by_adult: bool


def stricter(one: ModerationState, other: ModerationState) -> ModerationState:
    """The stricter of two states."""
    return max(one, other, key=STRICTNESS.index)


def queue_word(state: ModerationState, closed_from: ModerationState | None = None) -> str:
    """The word for a state in the queue: pending, approved, rejected, hidden, removed or reported.

    What was removed while it waited (`closed_from`) was rejected: nobody else had seen it.
    """
    if state is ModerationState.REMOVED and closed_from is ModerationState.PENDING:
        return "rejected"
    return "approved" if state is ModerationState.OK else state.value


def first_state_of_comment(comment: Comment) -> ModerationState:
    """A phrase needs nobody's approval; words of one's own wait for an adult (decision 8)."""
    return ModerationState.OK if comment.phrase_id and not comment.text else ModerationState.PENDING


def first_state_of_message(share: AchievementShare) -> ModerationState:
    """A share without words waits for nothing; its personal text waits for an adult, the share itself does not."""
    return ModerationState.PENDING if share.message else ModerationState.OK


def first_state_of_profile(profile: PublicProfile) -> ModerationState:
    """A profile made of phrases waits for nothing."""
    return ModerationState.PENDING if profile.bio_text else ModerationState.OK


def first_state_of_showcase(showcase: Showcase) -> ModerationState:
    """A showcase whose title is a phrase waits for nothing."""
    return ModerationState.PENDING if showcase.title_text else ModerationState.OK


def digest(text: str) -> str:
    """What an approval is bound to: the text that its adult read, or nothing for an item without words."""
    return blake2b(text.encode(), digest_size=16).hexdigest() if text else ""


def state_of(
    first: ModerationState, actions: Iterable[ModerationAction], reports: Iterable[Report] = (), *, text: str = ""
) -> ModerationState:
    """Where an item with this text stands: from its first state, through all reports and decisions about it.

    They are taken in the order in which they were made, so the order of arrival does not matter. What closes always
    closes; what opens opens only the state and the text that its adult had before them. A report that an adult has
    answered is answered. Raises UnknownActionError.
    """
    state, students, closed_by = first, set[str](), ""
    for event in _in_order(actions, reports):
        if isinstance(event, Report):
            students |= set() if event.by_adult else {event.report.reporter_id}
            state = stricter(state, _after_report(event.by_adult, len(students)))
            continue
        before, state = state, _after_action(state, event, closed_by, digest(text))
        if state is ModerationState.OK and event.action in _OPENING:
            students.clear()
        if state is not before and state in {ModerationState.HIDDEN, ModerationState.REMOVED}:
            closed_by = event.actor_id
    return state


def message_state_of(first: ModerationState, actions: Iterable[ModerationAction], *, message: str) -> ModerationState:
    """Where the personal text of a share stands: only decisions about the message count."""
    about = {Action.APPROVE_MESSAGE: Action.APPROVE, Action.HIDE_MESSAGE: Action.HIDE}
    renamed = [
        msgspec.structs.replace(action, action=about[Action(action.action)])
        for action in actions
        if action.action in about
    ]
    return state_of(first, renamed, text=message)


def _in_order(actions: Iterable[ModerationAction], reports: Iterable[Report]) -> list[ModerationAction | Report]:
    events: list[ModerationAction | Report] = [*actions, *reports]
    return sorted(events, key=_when)


def _when(event: ModerationAction | Report) -> tuple[int, int, str]:
    """Of equal times the report comes first: the decision may have been the answer."""
    if isinstance(event, Report):
        return event.report.at, 0, event.report.id
    return event.at, 1, event.id


def _after_report(by_adult: bool, students: int) -> ModerationState:
    if by_adult or students >= STUDENTS_TO_HIDE:
        return ModerationState.HIDDEN
    return ModerationState.REPORTED


def _after_action(
    state: ModerationState, action: ModerationAction, closed_by: str, text_digest: str
) -> ModerationState:
    """The state after one decision."""
    if action.action not in list(Action):
        raise UnknownActionError(f"{action.action!r} is no decision of moderation")
    if action.action == Action.HIDE:
        return stricter(state, ModerationState.HIDDEN)
    if action.action in {Action.REMOVE, Action.WITHDRAW}:
        return ModerationState.REMOVED
    if action.action not in _OPENING or action.text_seen != text_digest:
        return state
    if action.action == Action.RESTORE:
        return ModerationState.OK if action.actor_id != closed_by and action.seen is state else state
    informed = STRICTNESS.index(state) <= STRICTNESS.index(action.seen)
    return ModerationState.OK if informed and state is not ModerationState.REMOVED else state


def muted_until(actions: Iterable[ModerationAction], user_id: str, now: int) -> int | None:
    """The end of a mute that is in force at `now` (microseconds UTC), or None.

    Every mute has an end; one without counts as over. The last decision about a person stands, of equal times the
    stricter.
    """
    about = [
        action
        for action in actions
        if action.target_type == "user"
        and action.target_id == user_id
        and action.action in {Action.MUTE, Action.UNMUTE}
        and action.at <= now
    ]
    last = max(about, key=lambda a: (a.at, a.action == Action.MUTE, a.until or 0), default=None)
    if last is None or last.action == Action.UNMUTE or last.until is None or last.until <= now:
        return None
    return last.until


_OPEN: Final = frozenset({ModerationState.OK, ModerationState.REPORTED})


def share_for_others(share: AchievementShare) -> AchievementShare | None:
    """The share as it may lie in another child's mirror: without a text that waits; None where it may not be there."""
    if share.withdrawn or share.moderation not in _OPEN:
        return None
    if share.message and share.message_state is not ModerationState.OK:
        return msgspec.structs.replace(share, message="")
    return share


def share_for_display(share: AchievementShare) -> AchievementShare | None:
    """The share as it may stand on a display: like another child's, and gone as soon as anybody reports it."""
    return share_for_others(share) if share.moderation is ModerationState.OK else None


def comment_for_others(comment: Comment) -> Comment | None:
    """The comment as it may lie in another child's mirror, or None."""
    return comment if comment.moderation in _OPEN and not comment.withdrawn else None


def profile_for_others(profile: PublicProfile) -> PublicProfile | None:
    """The profile as others may hold it: without words that wait; None where an adult has closed it."""
    if profile.moderation in {ModerationState.HIDDEN, ModerationState.REMOVED}:
        return None
    if profile.bio_text and profile.moderation not in _OPEN:
        return msgspec.structs.replace(profile, bio_text="")
    return profile


def showcase_for_others(showcase: Showcase, shared: Collection[str]) -> Showcase | None:
    """The showcase as others may hold it: only items of `shared`, the posts that they may see, and no words that wait.

    None where it was taken away or an adult has closed it.
    """
    if showcase.withdrawn or showcase.moderation in {ModerationState.HIDDEN, ModerationState.REMOVED}:
        return None
    words = showcase.title_text if showcase.moderation in _OPEN else ""
    items = tuple(item for item in showcase.items if item in shared)
    if (words, items) == (showcase.title_text, showcase.items):
        return showcase
    return msgspec.structs.replace(showcase, title_text=words, items=items)
