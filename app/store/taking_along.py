"""What stands on a certificate, read from the mirror: it works with no network as soon as the school has agreed."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.badges import badges_known, card_of
from app.store.keeper import Desk, Keeper
from app.store.machine import Enrolment, enrolment_in
from app.store.mirror import rows
from app.store.people import who_is
from app.store.problems import StoreProblem
from app.store.readings import Account, BadgeCard
from app.store.shelf import MACHINE
from domain.achievements.leaving import award_address
from domain.music.say import say

_AWARD = (
    "SELECT a.*, EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'badge_award' AND b.row_id = a.id) "
    "AS confirmed FROM badge_award AS a WHERE a.id = ? AND a.user_id = ? "
    "AND NOT EXISTS (SELECT 1 FROM award_revocation AS r WHERE r.id = a.id)"
)


class Takeaway(msgspec.Struct, frozen=True, kw_only=True):
    """A badge that its student takes along. `address` is where anybody can check it; empty where no school is known."""

    badge: BadgeCard
    display_name: str
    school_name: str
    crossed_at: int
    address: str


def takeaway(*, keeper: Keeper, account: Account, award_id: str) -> Future[Takeaway]:
    """What stands on the certificate of one's own award.

    Raises StoreProblem where the award is not here any more, or the school has not agreed to it yet.
    """

    def work(desk: Desk) -> Takeaway:
        with desk.mirror(MACHINE).reading() as connection:
            home = enrolment_in(connection)
        with desk.mirror(account.user_id).reading() as connection:
            return _takeaway(connection, account, award_id, home)

    return keeper.submit(work)


def _takeaway(connection: Connection, account: Account, award_id: str, home: Enrolment | None) -> Takeaway:
    found = rows(connection, _AWARD, award_id, account.user_id)
    badge = next((b for b in badges_known(connection) if found and b.id == found[0]["badge_id"]), None)
    if badge is None:
        raise StoreProblem(say("This badge is not here any more."))
    award = found[0]
    if not award["confirmed"]:
        raise StoreProblem(say("The school has not confirmed this badge yet. You can take it along as soon as it has."))
    earned = {"level": award["level"], "award_id": award_id, "crossed_at": award["crossed_at"]}
    return Takeaway(
        badge=card_of(badge, {**earned, "confirmed": True, "shared": False}, (0, 0)),
        display_name=who_is(connection, account.user_id).display_name or account.display_name,
        school_name=home.school_name if home else "",
        crossed_at=award["crossed_at"],
        address=award_address(home.centre, account.org_id, award_id) if home else "",
    )
