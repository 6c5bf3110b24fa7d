"""Telemetry events, noted offline in the deed's own transaction: a pseudonym, words of closed lists, never a text.

The pseudonym's secret lies in the account's own mirror, so nobody else can get from an event to a person.
"""

from __future__ import annotations

import os

from app.store.keeper import Desk
from app.store.mirror import state
from app.store.readings import Account
from app.store.writing import Writing
from domain.community.telemetry import Event, Properties, event, pseudonym

_SECRET = "telemetry_secret"
# A centre that is restored from a backup of up to a month ago gets its events once more.
_KEPT = 30 * 24 * 3600 * 1_000_000
_OLD = (
    "SELECT id FROM telemetry_event AS e WHERE at < ? "
    "AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.entity = 'telemetry_event' AND o.id = e.id) LIMIT 100"
)


def noted(
    desk: Desk, writing: Writing, account: Account, name: Event, properties: Properties, *, about: str | None = None
) -> None:
    """Note what was done, within the transaction of the deed. `about` is whose thing it is; it becomes a pseudonym.

    Raises domain.community.telemetry.EventError for a property that is not declared.
    """
    secret = _secret(writing)
    told = dict(properties)
    if about is not None:
        told["target_student_id"] = pseudonym(about, secret)
    actor = pseudonym(account.user_id, secret)
    made = event(name, org_id=account.org_id, event_id=desk.new_id(), actor=actor, at=writing.now, properties=told)
    writing.put(made)
    _let_old_ones_go(writing)


def _let_old_ones_go(writing: Writing) -> None:
    """No bucket ever takes an event away: what has been sent stays only as long as a backup might need it again."""
    old = writing.connection.exec_driver_sql(_OLD, (writing.now - _KEPT,)).scalars()
    writing.remove("telemetry_event", list(old))


def _secret(writing: Writing) -> bytes:
    known = state(writing.connection, _SECRET)
    if known is None:
        known = os.urandom(32).hex()
        writing.set_state(_SECRET, known)
    return bytes.fromhex(known)
