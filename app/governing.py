"""The rules and figures of a whole organisation, bound to one machine, as `Rooms` hands them to the views."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from app.store import governing
from app.store.governing import OrganisationRules
from app.store.keeper import Keeper
from app.store.readings import Account
from app.sync.office import Office
from app.views.rooms_governing import GoverningRooms


class Governing:
    """Rules and guidelines come from the mirror; figures are asked of the centre, on a thread of their own."""

    def __init__(self, *, keeper: Keeper, office: Office | None = None) -> None:
        self._keeper = keeper
        self._office = office or Office(keeper)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="figures")

    def close(self) -> None:
        """Let go; what has not begun is dropped."""
        self._thread.shutdown(cancel_futures=True)

    def rooms(self) -> GoverningRooms:
        """What views may call of it."""
        keeper, office = self._keeper, self._office
        return GoverningRooms(
            guidelines=lambda account: governing.guidelines(keeper=keeper, account=account),
            write_guidelines=lambda account, text: governing.write_guidelines(
                keeper=keeper, account=account, text=text
            ),
            rules=lambda account: governing.organisation_rules(keeper=keeper, account=account),
            set_rules=self._set_rules,
            usage=lambda account, weeks: self._thread.submit(office.usage, account, weeks),
            supervise=lambda account, student_id: self._thread.submit(office.supervise, account, student_id),
            close=lambda account, student_id, item, action, reason: self._thread.submit(
                office.close, account, student_id, item, action, reason
            ),
            pause=lambda account, student_id, until, reason: self._thread.submit(
                office.pause, account, student_id, until, reason
            ),
        )

    def _set_rules(self, account: Account, changes: Mapping[str, Any]) -> Future[OrganisationRules]:
        return governing.set_organisation_rules(keeper=self._keeper, account=account, **changes)
