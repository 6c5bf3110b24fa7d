"""The world board of a stage, asked of the centre; without contact as it was last."""

from __future__ import annotations

from urllib.parse import quote

import httpx

from app.store.community_readings import WorldPage
from app.store.keeper import Keeper
from app.store.machine import at_home
from app.store.readings import Account
from app.store.world import keep_world, kept_world, world_here
from app.sync.carrier import Carrier, NoAnswer
from domain.community.world import WorldBoard


def fetch_world(
    *, keeper: Keeper, account: Account, stage_id: str, transport: httpx.BaseTransport | None = None
) -> WorldPage:
    """The world board as this student may see it now. Waits: not for the screen's thread.

    Who has not switched it on, or whose school does not take part, is told so and nothing is asked.
    """
    here = world_here(keeper=keeper, account=account).result()
    if here is not None:
        return here
    known = at_home(keeper=keeper).result()
    if known is None:
        return kept_world(keeper=keeper, account=account, stage_id=stage_id).result()
    path = f"/v1/world/{quote(stage_id, safe='')}?account={quote(account.user_id, safe='')}"
    home, token = known
    carrier = Carrier(home.centre, transport=transport)
    try:
        board = carrier.call("GET", path, WorldBoard, token=token)
    except NoAnswer:
        return kept_world(keeper=keeper, account=account, stage_id=stage_id).result()
    finally:
        carrier.close()
    return keep_world(keeper=keeper, account=account, board=board).result()
