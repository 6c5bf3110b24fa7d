"""The notes of a student's attempt, asked for by somebody of the staff: one at a time, and each look is audited."""

from __future__ import annotations

from urllib.parse import quote

import httpx

from app.store.keeper import Keeper
from app.store.machine import at_home
from app.store.readings import Account
from app.store.replaying import keep_performance, missing_notes
from app.sync.carrier import Carrier, NoAnswer
from domain.records.progress import Performance


def fetch_performance(
    *, keeper: Keeper, account: Account, attempt_id: str, transport: httpx.BaseTransport | None = None
) -> Performance:
    """Ask the centre, and keep the answer in the mirror for some days. Waits: not for the screen's thread.

    Raises StoreProblem where there is no contact, NoAnswer where the centre refuses.
    """
    known = at_home(keeper=keeper).result()
    if known is None:
        raise missing_notes(account)
    path = f"/v1/attempts/{quote(attempt_id, safe='')}/performance?account={quote(account.user_id, safe='')}"
    home, token = known
    carrier = Carrier(home.centre, transport=transport)
    try:
        performance = carrier.call("GET", path, Performance, token=token)
    except NoAnswer as problem:
        if problem.code == "no_contact":
            raise missing_notes(account) from problem
        raise
    finally:
        carrier.close()
    keep_performance(keeper=keeper, account=account, performance=performance).result()
    return performance
