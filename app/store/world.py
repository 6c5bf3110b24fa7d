"""The world board as this mirror knows it: whether one takes part, and what the centre said last."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.community_readings import WorldPage
from app.store.freshness import FORGOTTEN_AFTER
from app.store.keeper import Desk, Keeper
from app.store.limits import preferences_in
from app.store.mirror import rows, state
from app.store.readings import Account
from domain.community.world import NO_SCHOOL, SWITCHED_OFF, WorldBoard, season_at

# Switched on here, and the school has not heard of it; no contact, and nothing is kept.
WAITS, AWAY = "waits", "away"


class _Kept(msgspec.Struct, frozen=True):
    seen_at: int
    board: WorldBoard


def world_here(*, keeper: Keeper, account: Account) -> Future[WorldPage | None]:
    """Why there is nothing to ask the centre for, as this mirror knows it; None where one may ask."""

    def work(desk: Desk) -> WorldPage | None:
        with desk.mirror(account.user_id).reading() as connection:
            why = _why_not(connection, account)
            return None if why is None else WorldPage(state=why)

    return keeper.submit(work)


def _why_not(connection: Connection, account: Account) -> str | None:
    joined = rows(connection, "SELECT community_opt_in FROM organization WHERE id = ?", account.org_id)
    if not any(row["community_opt_in"] for row in joined):
        return NO_SCHOOL
    return None if preferences_in(connection, account).world else SWITCHED_OFF


def keep_world(*, keeper: Keeper, account: Account, board: WorldBoard) -> Future[WorldPage]:
    """Keep what the centre has said, for when there is no contact; and how it is to be shown."""

    def work(desk: Desk) -> WorldPage:
        kept = _Kept(desk.now(), board)
        with desk.mirror(account.user_id).writing(durable=False) as writing:
            writing.set_state(_name(board.stage_id), msgspec.json.encode(kept).decode())
        return _page(kept, fresh=True)

    return keeper.submit(work)


def kept_world(*, keeper: Keeper, account: Account, stage_id: str) -> Future[WorldPage]:
    """What the centre has said last. Not of another season, and after a week without contact nothing (visibility)."""

    def work(desk: Desk) -> WorldPage:
        with desk.mirror(account.user_id).reading() as connection:
            found = state(connection, _name(stage_id))
        kept = msgspec.json.decode(found, type=_Kept) if found else None
        if kept is None or kept.board.season != season_at(desk.now()).name:
            return WorldPage(state=AWAY)
        if desk.now() - kept.seen_at > FORGOTTEN_AFTER:
            return WorldPage(state=AWAY)
        return _page(kept, fresh=False)

    return keeper.submit(work)


def _name(stage_id: str) -> str:
    return f"world:{stage_id}"


def _page(kept: _Kept, *, fresh: bool) -> WorldPage:
    """The centre says `switched_off` only to who has switched it on here: it has not heard of it yet."""
    said = kept.board
    return WorldPage(
        state=WAITS if said.state == SWITCHED_OFF else said.state,
        top=said.top,
        around=said.around,
        my_name=said.my_name,
        seen_at=kept.seen_at,
        fresh=fresh,
    )
