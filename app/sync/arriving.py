"""Somebody arrives at this machine: signed in from what it keeps, else asked for at the centre.

Students of the machine's school are kept warm here. Staff and families must have signed in here once with the network,
because that is what allows this machine to hold their mirror.
"""

from __future__ import annotations

from app.store.keeper import Keeper
from app.store.readings import SignIn
from app.store.signing_in import needs_the_network, sign_in
from app.sync.carrier import NoAnswer
from app.sync.enrolment import sign_in_online
from domain.music.say import say


def arrive(*, keeper: Keeper, user_id: str, secret: str) -> SignIn:
    """Sign a person in. Waits for the disk, where needed for the network: call it from a thread of its own."""
    if not needs_the_network(keeper=keeper, user_id=user_id).result():
        return sign_in(keeper=keeper, user_id=user_id, pin=secret).result()
    return _asked(keeper, secret=secret, user_id=user_id)


def arrive_by_name(*, keeper: Keeper, username: str, secret: str) -> SignIn:
    """Sign in somebody whom this machine has no picture of: asks the centre, so call it as `arrive`."""
    return _asked(keeper, secret=secret, username=username)


def _asked(keeper: Keeper, *, secret: str, user_id: str | None = None, username: str | None = None) -> SignIn:
    try:
        return SignIn(account=sign_in_online(keeper=keeper, secret=secret, user_id=user_id, username=username))
    except NoAnswer as problem:
        if problem.code != "no_contact":
            return SignIn(refusal=problem.say)
        return SignIn(
            refusal=say("Your first sign-in on this computer needs the network. After that it works without, too.")
        )
