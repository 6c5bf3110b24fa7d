"""Pictures of badges that were drawn at the centre: kept once for the whole machine, in its own mirror, as PNG."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from concurrent.futures import Future

from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import rows
from app.store.shelf import MACHINE
from domain.achievements.icons import AT_CENTRE

# The name of what changed, for those who follow the news.
CHANGED = "badge_picture"
_STATE = f"{CHANGED}:"
_WANTED = f"SELECT DISTINCT icon_path FROM badge WHERE icon_path LIKE '{AT_CENTRE}%'"
_KEPT = f"SELECT name, value FROM mirror_state WHERE name LIKE '{_STATE}%'"


def missing_pictures(*, keeper: Keeper) -> Future[tuple[str, ...]]:
    """The icons (`centre:…`) that badges have and this machine has not yet, in order."""

    def work(desk: Desk) -> tuple[str, ...]:
        with desk.mirror(MACHINE).reading() as connection:
            wanted = {row["icon_path"] for row in rows(connection, _WANTED)}
            kept = {row["name"].removeprefix(_STATE) for row in rows(connection, _KEPT)}
        return tuple(sorted(wanted - kept))

    return keeper.submit(work, Urgency.LATER)


def keep_picture(*, keeper: Keeper, icon: str, png: bytes) -> Future[None]:
    """Keep the picture of a badge, in the place of an earlier one."""

    def work(desk: Desk) -> None:
        with desk.mirror(MACHINE).writing(durable=False) as writing:
            before = f"{_STATE}{icon.partition('/')[0]}/%"
            writing.connection.exec_driver_sql("DELETE FROM mirror_state WHERE name LIKE ?", (before,))
            writing.set_state(f"{_STATE}{icon}", base64.b64encode(png).decode())
            writing.changed.add(CHANGED)

    return keeper.submit(work, Urgency.LATER)


def pictures(*, keeper: Keeper) -> Future[Mapping[str, bytes]]:
    """Every picture that is here, by its icon."""

    def work(desk: Desk) -> Mapping[str, bytes]:
        with desk.mirror(MACHINE).reading() as connection:
            found = rows(connection, _KEPT)
        return {row["name"].removeprefix(_STATE): base64.b64decode(row["value"]) for row in found}

    return keeper.submit(work, Urgency.LATER)
