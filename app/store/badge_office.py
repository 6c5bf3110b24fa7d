"""The badges as those see them who keep them: by role and collection, with who holds which. Read from the mirror."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.badges import at_level, badges_known
from app.store.community_readings import Who
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_govern
from app.store.problems import StoreProblem
from app.store.readings import Account, BadgeCard
from domain.achievements.grow import THRESHOLDS
from domain.community.permissions import Act
from domain.music.say import say
from domain.records.achievements import Badge, BadgeKind, BadgeStatus


class KeptBadge(msgspec.Struct, frozen=True, kw_only=True):
    """A badge in the office. `levels` are its cards at each level; `thresholds` what each takes (grow badges)."""

    badge_id: str
    name: str
    description: str
    status: BadgeStatus
    sort_order: int
    icon: str
    grows: bool
    holders: int
    levels: tuple[BadgeCard, ...]
    thresholds: tuple[int, ...]


class BadgeGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Badges that belong together: those of skill roles (`collection` is empty), or of one collection."""

    collection: str
    badges: tuple[KeptBadge, ...]


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who holds a badge now. `award_id` is the highest award."""

    who: Who
    level: int
    crossed_at: int
    award_id: str


class BadgeFile(msgspec.Struct, frozen=True, kw_only=True):
    """One badge with everybody who holds it, by name."""

    badge: KeptBadge
    holders: tuple[Holder, ...]
    skill_role_id: str | None


def badge_office(*, keeper: Keeper, account: Account) -> Future[tuple[BadgeGroup, ...]]:
    """All badges: those of roles first, then each collection; within each by their order. Raises StoreProblem."""

    def work(desk: Desk) -> tuple[BadgeGroup, ...]:
        must_govern(account, Act.MANAGE_BADGES)
        with desk.mirror(account.user_id).reading() as connection:
            held = {row["badge_id"]: row["n"] for row in rows(connection, _COUNTED)}
            groups: dict[str, list[KeptBadge]] = defaultdict(list)
            for badge in badges_known(connection):
                groups[badge.collection or ""].append(_kept(badge, held.get(badge.id, 0)))
        return tuple(BadgeGroup(collection=name, badges=tuple(groups[name])) for name in sorted(groups))

    return keeper.submit(work)


def badge_file(*, keeper: Keeper, account: Account, badge_id: str) -> Future[BadgeFile]:
    """One badge with its holders. Raises StoreProblem for no administrator and no badge."""

    def work(desk: Desk) -> BadgeFile:
        must_govern(account, Act.MANAGE_BADGES)
        with desk.mirror(account.user_id).reading() as connection:
            badge = next((each for each in badges_known(connection) if each.id == badge_id), None)
            if badge is None:
                raise StoreProblem(say("This badge is not here any more."))
            holders = _holders(connection, badge_id)
        kept = _kept(badge, len(holders))
        return BadgeFile(badge=kept, holders=holders, skill_role_id=badge.skill_role_id)

    return keeper.submit(work)


_COUNTED = "SELECT badge_id, count(*) AS n FROM earned_badge GROUP BY badge_id"
_HOLDING = (
    "SELECT e.user_id, e.level, e.crossed_at, e.award_id, m.display_name, m.avatar FROM earned_badge AS e "
    "JOIN member AS m ON m.id = e.user_id WHERE e.badge_id = ? ORDER BY m.display_name, e.user_id"
)


def _holders(connection: Connection, badge_id: str) -> tuple[Holder, ...]:
    return tuple(
        Holder(
            who=Who(user_id=row["user_id"], display_name=row["display_name"], avatar=row["avatar"]),
            level=row["level"],
            crossed_at=row["crossed_at"],
            award_id=row["award_id"],
        )
        for row in rows(connection, _HOLDING, badge_id)
    )


def _kept(badge: Badge, holders: int) -> KeptBadge:
    grows = badge.badge_kind is BadgeKind.GROW
    thresholds = tuple(t.threshold_value for t in sorted(badge.thresholds, key=lambda t: t.sort_order))
    return KeptBadge(
        badge_id=badge.id,
        name=badge.name,
        description=badge.description,
        status=badge.status,
        sort_order=badge.sort_order,
        icon=badge.icon_path or "",
        grows=grows,
        holders=holders,
        levels=tuple(at_level(badge, level) for level in range(1, len(THRESHOLDS) + 1 if grows else 2)),
        thresholds=thresholds if grows else (),
    )
