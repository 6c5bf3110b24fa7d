"""What happens on a machine beside its rounds and between the pieces of them: deeds, broken files, wiped accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store.accounts import wipe_account
from app.store.problems import StoreProblem
from app.store.readings import Account
from workshop.simulator import deeds_of_adults
from workshop.simulator.machine import Machine

if TYPE_CHECKING:
    from workshop.simulator.world import World

# Of all pieces of a round, before so many something happens; and of that, so often a file turns out to be broken.
_OFTEN, _BROKEN = 0.05, 0.1


def disturb(world: World, machine: Machine) -> None:
    """Perhaps something happens now, whole: the power goes before or after it."""
    if world.chance.random() >= _OFTEN:
        return
    left, machine.keeper.pieces_left = machine.keeper.pieces_left, None
    account = world.chance.choice(world.here[machine.name])
    if world.chance.random() < _BROKEN:
        break_a_file(world, machine, account)
    else:
        deed = world.chance.choice(deeds_of_adults.of(account.role))
        world.act(machine, account, deed)
        world.counted["deeds in the middle of a round"] += 1
    machine.keeper.pieces_left = left


def break_a_file(world: World, machine: Machine, account: Account) -> None:
    """A mirror turns out to be broken: it is made anew from the log of deeds, and from the centre."""
    user_id = account.user_id
    machine.keeper.submit(lambda desk: desk.shelf.quarantine(user_id)).result()
    waiting = machine.queued_since(user_id, 0)
    world.begins_anew(machine, user_id, max((op.dev_seq for op in waiting), default=0))
    world.counted["files broken in the middle of a round"] += 1


def take_off(world: World) -> None:
    """An account is taken off a machine that has nothing of it to send; if they come back, their mirror is new."""
    machine = world.chance.choice(world.labs)
    if not world.here[machine.name]:
        return
    user_id = world.chance.choice(world.here[machine.name]).user_id
    try:
        wipe_account(keeper=machine.keeper, user_id=user_id).result()
    except StoreProblem:
        world.counted["declined by the store"] += 1
        return
    world.begins_anew(machine, user_id, 0)
    world.counted["accounts wiped"] += 1
