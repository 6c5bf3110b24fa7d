"""What keeps people safe from each other: reports in three clicks, blocks between students."""

from __future__ import annotations

from concurrent.futures import Future

from app.store.community_readings import Who
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import who_is
from app.store.problems import StoreProblem
from app.store.readings import Account
from domain.community.phrases import report_reasons
from domain.community.sharing import reaction_id
from domain.music.say import say
from domain.records.community import EngagementKind, ItemReport, SocialEngagement
from domain.records.identity import AccessRole
from domain.records.ids import derived_id

_BLOCKED = (
    "SELECT target_id FROM social_engagement WHERE actor_user_id = ? AND engagement = 'block' AND present ORDER BY at"
)


def report_item(*, keeper: Keeper, account: Account, target_type: str, target_id: str, reason: str) -> Future[bool]:
    """Tell the adults that a share, comment, profile or showcase is not all right. False where one has said so already.

    `reason` is an id of `domain.community.phrases.report_reasons`. Raises StoreProblem for another one.
    """

    def work(desk: Desk) -> bool:
        if reason not in report_reasons() or target_type not in ("share", "comment", "profile", "showcase"):
            raise StoreProblem(say("Please pick one of the reasons."))
        with desk.mirror(account.user_id).writing() as writing:
            return writing.put(
                ItemReport(
                    org_id=account.org_id,
                    id=derived_id("item_report", account.user_id, target_type, target_id),
                    target_type=target_type,
                    target_id=target_id,
                    reporter_id=account.user_id,
                    reason=reason,
                    at=desk.now(),
                )
            )

    return keeper.submit(work)


def block_person(*, keeper: Keeper, account: Account, user_id: str, present: bool = True) -> Future[tuple[Who, ...]]:
    """Block another student, or lift that: neither sees what the other shares. Answers with all who are blocked.

    Raises StoreProblem for oneself and for adults, who look after everybody.
    """

    def work(desk: Desk) -> tuple[Who, ...]:
        with desk.mirror(account.user_id).writing() as writing:
            other = writing.one("member", user_id)
            adult = other is not None and other["role"] != AccessRole.STUDENT
            if user_id == account.user_id or account.role is not AccessRole.STUDENT or adult:
                raise StoreProblem(say("Only another student can be blocked."))
            writing.put(
                SocialEngagement(
                    org_id=account.org_id,
                    id=reaction_id(account.user_id, EngagementKind.BLOCK, user_id),
                    actor_user_id=account.user_id,
                    target_type="user",
                    target_id=user_id,
                    engagement=EngagementKind.BLOCK,
                    at=desk.now(),
                    present=present,
                )
            )
            found = rows(writing.connection, _BLOCKED, account.user_id)
            return tuple(who_is(writing.connection, row["target_id"]) for row in found)

    return keeper.submit(work)


def blocked_people(*, keeper: Keeper, account: Account) -> Future[tuple[Who, ...]]:
    """Whom one has blocked, the first one first."""

    def work(desk: Desk) -> tuple[Who, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, _BLOCKED, account.user_id)
            return tuple(who_is(connection, row["target_id"]) for row in found)

    return keeper.submit(work)
