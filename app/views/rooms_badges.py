"""What views may call of badges that leave, and of the work of those who keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    # Nobody keeps badges before the first page is painted, and these open the mirror's room.
    from collections.abc import Callable
    from concurrent.futures import Future

    from app.store.badge_office import BadgeFile, BadgeGroup
    from app.store.community_readings import RoleChoice
    from app.store.readings import Account
    from app.store.taking_along import Takeaway
    from domain.records.achievements import Badge
    from domain.records.badge_office import Proof, ReleasePreview, Step


class BadgeRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future. Failures carry a `say` where one is known."""

    # A student's own: (account, award_id). The credential is signed by the centre, as JSON or as a token.
    takeaway: Callable[[Account, str], Future[Takeaway]]
    credential: Callable[[Account, str, Proof], Future[bytes]]
    # Write a file that a person has chosen: (path, content).
    save: Callable[[str, bytes], Future[None]]

    # An administrator's, read from the mirror.
    office: Callable[[Account], Future[tuple[BadgeGroup, ...]]]
    file: Callable[[Account, str], Future[BadgeFile]]
    # Asked of the centre: (account, badge_id, …).
    edit: Callable[[Account, str, str, int], Future[Badge]]
    give_icon: Callable[[Account, str, str], Future[Badge]]
    preview: Callable[[Account, str], Future[ReleasePreview]]
    take_step: Callable[[Account, str, Step], Future[Badge]]
    # (account, award_id, reason).
    revoke: Callable[[Account, str, str], Future[None]]

    # What a level of a grow badge stands on: (account, student_id); (account, engagement_id, reason).
    contributions: Callable[[Account, str], Future[tuple[RoleChoice, ...]]]
    take_back: Callable[[Account, str, str], Future[tuple[RoleChoice, ...]]]
