"""What was looked at, for the log of events: a pseudonym, words of closed lists, and of whom nobody else can tell.

Only the first look at a page is noted, and nothing of one's own. Which shares were opened stays in the account's own
mirror: nobody else learns it (decision 9: no view records by viewer).
"""

from __future__ import annotations

from concurrent.futures import Future

import msgspec

from app.store.keeper import Desk, Keeper
from app.store.mirror import state
from app.store.readings import Account
from app.store.telemetry import noted
from app.store.writing import Writing
from domain.community.telemetry import Event
from domain.records.identity import AccessRole

_DISCOVERED = "discovered"
# The last so many shares that were opened: more is never needed to tell a discovery from a second look.
_MOST = 500


def share_opened(*, keeper: Keeper, account: Account, share_id: str) -> Future[None]:
    """Somebody else's share was opened; by a student for the first time, it was discovered."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing(durable=False) as writing:
            row = writing.one("achievement_share", share_id)
            if row is None or row["student_id"] == account.user_id:
                return
            told = {"engagement_type": "view", "engagement_context": "share"}
            noted(desk, writing, account, Event.ACHIEVEMENT_VIEWED, told, about=row["student_id"])
            if account.role is AccessRole.STUDENT and _is_new(writing, share_id):
                found = {"community_scope": row["scope"]}
                noted(desk, writing, account, Event.PEER_ACHIEVEMENT_DISCOVERED, found)

    return keeper.submit(work)


def _is_new(writing: Writing, share_id: str) -> bool:
    known = msgspec.json.decode(state(writing.connection, _DISCOVERED) or "[]", type=list[str])
    if share_id in known:
        return False
    writing.set_state(_DISCOVERED, msgspec.json.encode([*known, share_id][-_MOST:]).decode())
    return True


def profile_opened(*, keeper: Keeper, account: Account, user_id: str) -> Future[None]:
    """Somebody else's profile was opened."""

    def work(desk: Desk) -> None:
        if user_id == account.user_id:
            return
        with desk.mirror(account.user_id).writing(durable=False) as writing:
            told = {"engagement_type": "view", "engagement_context": "profile"}
            noted(desk, writing, account, Event.PROFILE_VIEWED, told, about=user_id)

    return keeper.submit(work)


def highlights_opened(*, keeper: Keeper, account: Account, many: int) -> Future[None]:
    """The highlights of a class were opened, with so many in the light."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing(durable=False) as writing:
            told: dict[str, str | int | bool] = {
                "highlight_type": "class",
                "featured_achievement_count": many,
                "community_scope": "class",
            }
            noted(desk, writing, account, Event.COMMUNITY_HIGHLIGHT_VIEWED, told)

    return keeper.submit(work)
