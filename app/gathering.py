"""What people do together, bound to one machine's mirrors, as `Rooms` hands it to the views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from app.store import comments, family, highlights, moderating, policies, profiles, reporting, sharing
from app.store.community_readings import ClassRules, ProfilePage, QueueCard, SharingSettings
from app.store.keeper import Keeper
from app.store.readings import Account


def gathering(keeper: Keeper) -> dict[str, Callable[..., Future[Any]]]:
    """The fields of `Rooms` about words, profiles, moderation and families, by name."""

    def bound(function: Callable[..., Future[Any]], *names: str) -> Callable[..., Future[Any]]:
        return lambda *given: function(keeper=keeper, **dict(zip(("account", *names), given, strict=True)))

    return {
        "feed_page": bound(sharing.feed_page, "shown", "after", "most"),
        "share_shown": bound(sharing.share_shown, "share_id"),
        "edit_share": bound(sharing.edit_share, "share_id", "scope", "message"),
        "view_as": bound(profiles.view_as, "share_id", "relation"),
        "comments_of": bound(comments.comments_of, "share_id"),
        "comment_on": bound(comments.comment_on, "share_id", "phrase_id", "text"),
        "withdraw_comment": bound(comments.withdraw_comment, "comment_id"),
        "report_item": bound(reporting.report_item, "target_type", "target_id", "reason"),
        "block_person": bound(reporting.block_person, "user_id", "present"),
        "blocked_people": bound(reporting.blocked_people),
        "profile": bound(profiles.profile, "user_id"),
        "sharing_settings": bound(profiles.sharing_settings),
        "moderation_queue": bound(moderating.moderation_queue),
        "approve_clean": bound(moderating.approve_clean),
        "class_rules": bound(policies.class_rules, "class_id"),
        "highlight_share": bound(highlights.highlight_share, "class_id", "share_id", "note", "present"),
        "children": bound(family.children),
        "child_page": bound(family.child_page, "student_id"),
        "set_family_limit": bound(family.set_family_limit, "student_id", "scope"),
        "withdraw_childs": bound(family.withdraw_childs, "target_type", "target_id", "reason"),
        **_changing(keeper),
    }


def _changing(keeper: Keeper) -> dict[str, Callable[..., Future[Any]]]:
    """Those that take changes by name, or a card of the queue."""

    def edit_profile(account: Account, changes: Mapping[str, Any]) -> Future[ProfilePage]:
        return profiles.edit_profile(keeper=keeper, account=account, **changes)

    def set_sharing(account: Account, changes: Mapping[str, Any]) -> Future[SharingSettings]:
        return profiles.set_sharing(keeper=keeper, account=account, **changes)

    def set_class_rules(account: Account, class_id: str, changes: Mapping[str, Any]) -> Future[ClassRules]:
        return policies.set_class_rules(keeper=keeper, account=account, class_id=class_id, **changes)

    def decide(account: Account, card: QueueCard, decision: str, reason: str) -> Future[tuple[QueueCard, ...]]:
        return moderating.decide(
            keeper=keeper,
            account=account,
            target_type=card.target_type,
            target_id=card.target_id,
            decision=decision,
            part=card.part,
            reason=reason,
            text=card.text,
        )

    return {
        "edit_profile": edit_profile,
        "set_sharing": set_sharing,
        "set_class_rules": set_class_rules,
        "decide": decide,
    }
