"""What views may call of the rules of a whole organisation, of what it asks of everybody, and of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    # Nobody has signed in before the first page is painted, and these open the mirror's room.
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from app.store.governing import Guidelines, OrganisationRules
    from app.store.readings import Account
    from domain.records.reports import UsageReport
    from domain.records.supervision import SeenItem, Supervision


class GoverningRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future. Failures carry a `say` where one is known."""

    # Read by everybody; a new version is an administrator's: (account, one rule on each line).
    guidelines: Callable[[Account], Future[Guidelines]]
    write_guidelines: Callable[[Account, str], Future[Guidelines]]

    # An administrator's: (account, changes by name).
    rules: Callable[[Account], Future[OrganisationRules]]
    set_rules: Callable[[Account, Mapping[str, Any]], Future[OrganisationRules]]

    # Asked of the centre: (account, weeks).
    usage: Callable[[Account, int], Future[UsageReport]]

    # The supervision page, asked of the centre and audited there: (account, student_id, or "" for what waits);
    # (account, student_id, item, approve | hide | remove | highlight, reason); a break from words and reactions until a
    # time, or its end: (account, student_id, until or None, reason).
    supervise: Callable[[Account, str], Future[Supervision]]
    close: Callable[[Account, str, SeenItem, str, str], Future[Supervision]]
    pause: Callable[[Account, str, int | None, str], Future[Supervision]]
