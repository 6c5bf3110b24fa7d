"""When something was lived, whatever the clock of this machine says now: never before what was seen here already.

Within a run ticks say how much time has passed at least, and each contact with the centre begins anew from its time:
this account's, and the machine's own, which speaks with it whoever sits there. So a clock that is turned back earns no
day for a second time. What the clock said itself is kept beside it (`told_on`): where it was the earlier reading that
was wrong, the centre sees that it lies in the future, and believes the clock.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from app.store.keeper import Desk
from app.store.mirror import Mirror, state
from app.store.shelf import MACHINE
from app.store.writing import Writing

# The latest time that this mirror has seen, in microseconds as the centre counts them.
_SEEN = "seen_at"


class Lived(NamedTuple):
    """The day on which something began, and the day that the clock told where that is another one."""

    played_on: str
    told_on: str | None


def lived(desk: Desk, mirror: Mirror, connection: Connection, began: int) -> Lived:
    """When something began of which the clock says that it was at `began` (microseconds)."""
    start, now = began + mirror.offset, desk.now() + mirror.offset
    passed = max(0, now - start)
    day, told = desk.day(max(start, _at_least(desk, mirror, connection) - passed)), desk.day(began)
    return Lived(day, told if told != day else None)


def see(desk: Desk, mirror: Mirror, connection: Connection) -> None:
    """Look at the clock: what is done from now on is not earlier."""
    now = desk.now() + mirror.offset
    desk.seen[mirror.account_id] = (max(now, _at_least(desk, mirror, connection)), desk.ticks())


def keep_seen(desk: Desk, writing: Writing, mirror: Mirror) -> None:
    """Look at the clock, and remember it beyond this run."""
    see(desk, mirror, writing.connection)
    writing.set_state(_SEEN, desk.seen[mirror.account_id][0])


def believe(desk: Desk, writing: Writing, mirror: Mirror, at: int) -> None:
    """The centre has said what time it is: that holds, and nothing that was seen before."""
    desk.seen[mirror.account_id] = (at, desk.ticks())
    writing.set_state(_SEEN, at)


def _at_least(desk: Desk, mirror: Mirror, connection: Connection) -> int:
    """The time that it is now at least: ticks may stand still while a machine sleeps, but never run ahead.

    What the centre has told the machine itself holds for everybody at it, also for who was not here for days.
    """
    mine = _seen_in(desk, mirror, connection)
    if mirror.account_id == MACHINE:
        return mine
    machine = desk.mirror(MACHINE)
    with machine.reading() as other:
        return max(mine, _seen_in(desk, machine, other))


def _seen_in(desk: Desk, mirror: Mirror, connection: Connection) -> int:
    known = desk.seen.get(mirror.account_id)
    if known is None:
        return int(state(connection, _SEEN) or 0)
    at, ticks = known
    return at + max(0, desk.ticks() - ticks)
