"""Badges that leave and badges that are kept, for looking at the views without a mirror and a centre."""

from __future__ import annotations

from typing import Any

import msgspec

from app.store.badge_office import BadgeFile, BadgeGroup, Holder, KeptBadge
from app.store.community_readings import RecordedEngagement, RoleChoice, Who
from app.store.readings import Account, BadgeCard
from app.store.taking_along import Takeaway
from app.views.rooms_badges import BadgeRooms
from domain.achievements.grow import THRESHOLDS
from domain.achievements.leaving import award_address
from domain.records.achievements import Badge, BadgeKind, BadgeStatus
from domain.records.badge_office import ReleasePreview, WouldGet
from domain.records.identity import AccessRole
from workshop.gallery_answers import done
from workshop.gallery_readings import BADGES, DAY, NOW

ADMIN = Account(user_id="ad", org_id="o", role=AccessRole.SUBSCRIBER_ADMIN, display_name="Ms Okafor", avatar="heron")


def kept(
    name: str, icon: str, status: BadgeStatus, place: int, holders: int = 0, *, grows: bool = True, about: str = ""
) -> KeptBadge:
    """A badge in the office."""
    kind = BadgeKind.GROW if grows else BadgeKind.SINGLE
    path = f"badges/icons/{icon}.svg" if icon else ""
    card = BadgeCard(
        badge_id=f"b{place}", name=name, description=about, kind=kind, rarity="common", icon=path, level=1, have=0,
        need=0, confirmed=True,
    )  # fmt: skip
    levels = tuple(msgspec.structs.replace(card, level=level) for level in range(1, 5 if grows else 2))
    return KeptBadge(
        badge_id=card.badge_id,
        name=name,
        description=about or f"For every time you show what a {name} can do.",
        status=status,
        sort_order=place,
        icon=path,
        grows=grows,
        holders=holders,
        levels=levels,
        thresholds=THRESHOLDS if grows else (),
    )


PIANIST = kept("Pianist", "pianist", BadgeStatus.RELEASED, 1, 23)
READER = kept("Sight-reader", "sight_reader", BadgeStatus.PENDING_ICON, 2)
GROUPS = (
    BadgeGroup(
        collection="",
        badges=(
            PIANIST,
            READER,
            kept("Rhythm keeper", "rhythm_keeper", BadgeStatus.RELEASED, 3, 17),
            kept("Page turner", "", BadgeStatus.PENDING_ICON, 4),
            kept("Accompanist", "accompanist", BadgeStatus.RETIRED, 5, 4),
        ),
    ),
    BadgeGroup(
        collection="first_steps",
        badges=(
            kept("First notes", "pianist", BadgeStatus.RELEASED, 6, 28, grows=False, about="Pass your first stage."),
            kept("Every day", "rhythm_keeper", BadgeStatus.RELEASED, 7, 11, grows=False, about="Play on seven days."),
        ),
    ),
)
HOLDERS = tuple(
    Holder(
        who=Who(user_id=name, display_name=name, avatar=avatar),
        level=level,
        crossed_at=NOW - level * 20 * DAY,
        award_id=f"a-{name}",
    )
    for name, avatar, level in (("Blue Finch", "finch", 3), ("Calm Panda", "panda", 1), ("Golden Wren", "wren", 2))
)
PREVIEW = ReleasePreview(
    "b2",
    (
        WouldGet("1", "Blue Finch", (1, 2, 3), 23, 50),
        WouldGet("2", "Golden Wren", (1, 2), 7, 20),
        WouldGet("3", "Calm Panda", (1,), 1, 5),
        WouldGet("4", "Sunny Lark", (), 0, 1),
    ),
)
ROLES = (
    RoleChoice(
        skill_role_id="r1",
        role_name="Pianist",
        count=2,
        recorded=tuple(
            RecordedEngagement(
                engagement_id=f"e{n}", source=source, occurred_on=f"2026-10-0{n}", recognised=True, revoked_reason=""
            )
            for n, source in ((3, "step"), (7, "by_hand"))
        ),
    ),
)
TAKEN = Takeaway(
    badge=BADGES[0],
    display_name="Blue Finch",
    school_name="Riverside School of Music",
    crossed_at=NOW - 3 * DAY,
    address=award_address(
        "https://music.riverside.example",
        "01a1fcf6-6f67-7950-9ae9-27fa6a50179f",
        "7f4c1d9e-02ab-5c11-9f6f-5b8c5a9a7e10",
    ),
)


def file_of(badge_id: str) -> BadgeFile:
    """The file of a badge of the gallery."""
    badge = next(each for group in GROUPS for each in group.badges if each.badge_id == badge_id)
    return BadgeFile(badge=badge, holders=HOLDERS if badge.holders else (), skill_role_id="r1" if badge.grows else None)


def still_badges(**others: Any) -> BadgeRooms:
    """The badge office as it stands still."""
    badge = Badge(org_id="o", id="b1", badge_code="pianist", badge_kind=BadgeKind.GROW, name="Pianist")
    functions: dict[str, Any] = {
        "takeaway": lambda _account, _award: done(TAKEN),
        "credential": lambda _account, _award, _proof: done(b'{"type": ["OpenBadgeCredential"]}'),
        "save": lambda _path, _content: done(None),
        "office": lambda _account: done(GROUPS),
        "file": lambda _account, badge_id: done(file_of(badge_id)),
        "edit": lambda _account, _badge, _words, _place: done(badge),
        "give_icon": lambda _account, _badge, _path: done(badge),
        "preview": lambda _account, _badge: done(PREVIEW),
        "take_step": lambda _account, _badge, _step: done(badge),
        "revoke": lambda _account, _award, _reason: done(None),
        "contributions": lambda _account, _student: done(ROLES),
        "take_back": lambda _account, _engagement, _reason: done(ROLES),
    }
    return BadgeRooms(**{**functions, **others})
