"""The route of the world board: a student who takes part reads the board of a stage."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from central.app import Centre
from central.community.world import world_board
from central.describing import DEVICE
from central.exchanging import Asked, bearer, json_of, opt
from central.problems import Refused
from central.rows import Rows
from domain.community.world import WorldBoard
from domain.records.identity import AccessRole

_BOARD = {**opt(None, WorldBoard, DEVICE), "query": ("account",)}


def world_routes(centre: Centre) -> list[Any]:
    """Every route of this room, bound to a centre."""

    @get("/v1/world/{stage_id:str}", sync_to_thread=True, opt=_BOARD)
    def world(request: Asked, stage_id: FromPath[str]) -> Response[bytes]:
        """The world board of a stage in the running season: the first three, and the few around the student."""
        device = centre.machines.device(bearer(request))
        who = centre.sync.speaks(device, request.query_params.get("account", ""))
        if who.role is not AccessRole.STUDENT:
            raise Refused("students_only", "Only students who take part see the world board.", 403)
        if "\0" in stage_id:
            raise Refused("no_board", "There is no such board.", 404)
        with centre.database.reading(who.org_id) as connection:
            return json_of(world_board(Rows(connection, who.org_id), who.account, stage_id, centre.now()))

    return [world]
