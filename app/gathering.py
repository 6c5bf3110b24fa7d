"""What people do together, bound to one machine's mirrors, as `Rooms` hands it to the views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from app.store import (
    appealing,
    challenges,
    comments,
    family,
    highlights,
    highlights_page,
    lab,
    moderating,
    moments,
    notices,
    noticing,
    policies,
    profiles,
    reporting,
    resting,
    sharing,
    showcases,
    showing,
)
from app.store.community_readings import ClassRules, ProfilePage, QueueCard, SharingSettings
from app.store.keeper import Keeper
from app.store.readings import Account
from app.store.showcase_readings import ShowcaseDesk
from app.views.rooms_together import TogetherRooms


def gathering(keeper: Keeper) -> dict[str, Any]:
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
        "approve_clean": bound(moderating.approve_clean, "shown"),
        "class_rules": bound(policies.class_rules, "class_id"),
        "highlight_share": bound(highlights.highlight_share, "class_id", "share_id", "note", "present"),
        "children": bound(family.children),
        "child_page": bound(family.child_page, "student_id"),
        "set_family_limit": bound(family.set_family_limit, "student_id", "scope"),
        "withdraw_childs": bound(family.withdraw_childs, "target_type", "target_id", "reason"),
        "take_off": bound(lab.take_off, "user_id"),
        "together": _together(keeper),
        **_changing(keeper),
    }


def _together(keeper: Keeper) -> TogetherRooms:
    """Notices, points, challenges, highlights, and what adults decide about one student."""

    def bound(function: Callable[..., Future[Any]], *names: str) -> Callable[..., Future[Any]]:
        return lambda *given: function(keeper=keeper, **dict(zip(("account", *names), given, strict=True)))

    def edit_showcase(account: Account, showcase_id: str, changes: Mapping[str, Any]) -> Future[ShowcaseDesk]:
        return showcases.edit_showcase(keeper=keeper, account=account, showcase_id=showcase_id, **changes)

    moment = ("achievement_type", "achievement_id", "message", "scope")
    return TogetherRooms(
        closed_things=bound(appealing.closed_things),
        ask_again=bound(appealing.ask_again, "target_type", "target_id", "part"),
        appeal_cases=bound(appealing.appeal_cases),
        answer_appeal=bound(appealing.answer_appeal, "appeal_id", "restore", "reason"),
        notices=bound(notices.notices),
        mark_read=bound(notices.mark_read, "notice_ids"),
        points_page=bound(moments.points_page),
        personal_bests=bound(moments.personal_bests),
        collections=bound(moments.collections),
        moment_preview=bound(moments.moment_preview, *moment),
        post_moment=bound(moments.post_moment, *moment),
        challenges=bound(challenges.challenges),
        challenge_board=bound(challenges.challenge_board, "challenge_id"),
        challenge_stages=bound(challenges.challenge_stages),
        begin_challenge=bound(challenges.begin_challenge, "stage", "name", "class_id", "days"),
        highlights=bound(highlights_page.highlights_page, "class_id"),
        keep_in_light=bound(highlights.keep_in_light, "highlight_id", "present"),
        profile_as=bound(profiles.profile_as, "relation"),
        share_opened=bound(noticing.share_opened, "share_id"),
        profile_opened=bound(noticing.profile_opened, "user_id"),
        highlights_opened=bound(noticing.highlights_opened, "many"),
        make_showcase=bound(showcases.make_showcase),
        showcase_desk=bound(showcases.showcase_desk, "showcase_id"),
        edit_showcase=edit_showcase,
        remove_showcase=bound(showcases.remove_showcase, "showcase_id", "present"),
        student_rules=bound(policies.student_rules, "student_id"),
        override_student=bound(policies.override_student, "student_id", "scope"),
        mute_student=bound(policies.mute_student, "student_id", "until", "reason"),
        mark_rest=bound(resting.mark_rest, "class_id", "student_id", "day", "present"),
        rest_days_of=bound(resting.rest_days_of, "whose"),
        people_to_show=bound(showing.people_to_show, "share_id"),
        show_to=bound(showing.show_to, "share_id", "user_id"),
        consents=bound(family.consents, "student_id"),
        family_news=bound(family.family_news),
        set_family_news=bound(family.set_family_news, "news"),
    )


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
