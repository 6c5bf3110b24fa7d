"""Sharing what was earned: the preview as others will see it, posting, taking back, reactions, the feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.community_readings import FeedPage
from app.store.freshness import others_shown
from app.store.keeper import Desk, Keeper
from app.store.limits import limits_of, preferences_in
from app.store.mirror import rows
from app.store.policies import must_not_be_paused, paused_until
from app.store.posting import post_in
from app.store.problems import StoreProblem
from app.store.readings import Account, ShareCard, SharePreview
from app.store.telemetry import noted
from app.store.writing import Writing
from domain.community.audience import who_sees
from domain.community.feed import PAGE, Cursor, FeedFilter, types_of
from domain.community.limits import Limits
from domain.community.rules import BREAK, COMMENT_MODES, PHRASES, comment_mode
from domain.community.sharing import level_told, reaction_id
from domain.community.telemetry import Event
from domain.community.texts import TextRefusedError, message_text
from domain.music.say import say
from domain.records.achievements import Badge, BadgeAward
from domain.records.community import (
    AchievementShare,
    AchievementType,
    EngagementKind,
    ModerationState,
    Scope,
    SocialEngagement,
)
from domain.records.ids import derived_id
from local_schema.columns import record_of, row_of

_FEED = (
    "SELECT s.*, c.likes, c.celebrations, c.comments, "
    "EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'achievement_share' AND b.row_id = s.id) AS confirmed, "
    "EXISTS (SELECT 1 FROM social_engagement AS e WHERE e.target_id = s.id AND e.actor_user_id = :viewer "
    "AND e.engagement = 'like' AND e.present) AS liked, "
    "EXISTS (SELECT 1 FROM social_engagement AS e WHERE e.target_id = s.id AND e.actor_user_id = :viewer "
    "AND e.engagement = 'celebrate' AND e.present) AS celebrated, "
    "EXISTS (SELECT 1 FROM social_engagement AS e WHERE e.target_id = s.id AND e.actor_user_id = :viewer "
    "AND e.engagement = 'bookmark' AND e.present) AS bookmarked, "
    "(SELECT group_concat(p.comment_mode) FROM class_enrollment AS n JOIN class_policy AS p ON p.id = n.class_id "
    "WHERE n.student_id = s.student_id AND n.present) AS class_modes, "
    "(SELECT comment_mode FROM sharing_policy LIMIT 1) AS most_words, "
    "EXISTS (SELECT 1 FROM public_profile AS f WHERE f.id = s.student_id "
    "AND f.moderation NOT IN ('hidden', 'removed')) AS has_profile "
    "FROM achievement_share AS s LEFT JOIN engagement_counts AS c ON c.id = s.id "
    "WHERE NOT s.withdrawn AND s.moderation NOT IN ('removed', 'hidden') AND s.student_id NOT IN "
    "(SELECT b.target_id FROM social_engagement AS b WHERE b.actor_user_id = :viewer AND b.engagement = 'block' "
    "AND b.present) AND {which} ORDER BY s.shared_at DESC, s.id DESC LIMIT :limit"
)
_KEPT = (
    "s.id IN (SELECT k.target_id FROM social_engagement AS k WHERE k.actor_user_id = :viewer "
    "AND k.engagement = 'bookmark' AND k.present)"
)


def share_preview(
    *, keeper: Keeper, account: Account, award_id: str, message: str = "", scope: Scope | None = None
) -> Future[SharePreview]:
    """The share dialogue for a badge: the card as it will be seen. Without a `scope` the student's own default.

    Raises StoreProblem where there is no such award.
    """

    def work(desk: Desk) -> SharePreview:
        with desk.mirror(account.user_id).reading() as connection:
            limits = limits_of(connection, account.user_id)
            chosen = scope or preferences_in(connection, account).default_scope
            share = _share_of(desk, connection, account, award_id, message, chosen)
            return preview_of(share, limits)

    return keeper.submit(work)


def preview_of(share: AchievementShare, limits: Limits) -> SharePreview:
    """The share dialogue for a post that is not made yet."""
    kind = share.achievement_type
    return SharePreview(
        card=card_of(row_of(share), share.student_id, limits),
        scopes=limits.selectable(kind),
        narrowed_because=limits.why(share.scope, kind),
    )


def post_share(
    *, keeper: Keeper, account: Account, award_id: str, message: str = "", scope: Scope = Scope.PRIVATE
) -> Future[ShareCard]:
    """Post a badge: shown at once as confirming, posted when the centre has it. Posting it again changes the post."""

    def work(desk: Desk) -> ShareCard:
        with desk.mirror(account.user_id).writing() as writing:
            share = _share_of(desk, writing.connection, account, award_id, message, scope)
            post_in(writing, share)
            told: dict[str, str | int | bool] = {
                "achievement_type": share.achievement_type.value,
                "achievement_id": share.achievement_id,
                "sharing_scope": scope.value,
                "personal_message": bool(share.message),
                "sharing_method": "manual",
            }
            noted(desk, writing, account, Event.ACHIEVEMENT_SHARED, told)
            return share_card(writing.connection, account, share.id)

    return keeper.submit(work)


def edit_share(
    *, keeper: Keeper, account: Account, share_id: str, scope: Scope | None = None, message: str | None = None
) -> Future[ShareCard]:
    """Change how far a post goes, or its words; what is None stays. New words wait for an adult again.

    Raises StoreProblem for a post of somebody else, and where the words are too long.
    """

    def work(desk: Desk) -> ShareCard:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("achievement_share", share_id)
            if found is None or found["student_id"] != account.user_id:
                raise StoreProblem(say("This is not shared any more."))
            changes = _changes(found, scope, message)
            if changes:
                writing.edit(AchievementShare, share_id, changes)
                _wait_again(writing, share_id, changes)
            return share_card(writing.connection, account, share_id)

    return keeper.submit(work)


def _changes(found: Mapping[str, Any], scope: Scope | None, message: str | None) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if scope is not None and scope != found["scope"]:
        changes["scope"] = scope
    if message is not None and (words := checked(message_text, message)) != found["message"]:
        changes["message"] = words
    return changes


def _wait_again(writing: Writing, share_id: str, changes: Mapping[str, Any]) -> None:
    """Until the centre has said so again, new words count as not approved here too."""
    if "message" in changes:
        row = writing.one("achievement_share", share_id)
        state_now = ModerationState.PENDING if changes["message"] else ModerationState.OK
        writing.replace("achievement_share", [{**(row or {}), "message_state": state_now.value}])


def checked(rule: Callable[[str], str], text: str) -> str:
    """A text as it is kept. Raises StoreProblem, in words for its author, where it can't be taken."""
    try:
        return rule(text)
    except TextRefusedError as error:
        raise StoreProblem(error.why) from error


def withdraw_share(*, keeper: Keeper, account: Account, share_id: str) -> Future[None]:
    """Take a post back."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("achievement_share", share_id)
            if found is not None and found["student_id"] == account.user_id and not found["withdrawn"]:
                writing.edit(AchievementShare, share_id, {"withdrawn": True})
                told = {"achievement_type": found["achievement_type"], "achievement_id": found["achievement_id"]}
                noted(desk, writing, account, Event.ACHIEVEMENT_UNSHARED, told)

    return keeper.submit(work)


def react(
    *, keeper: Keeper, account: Account, share_id: str, engagement: EngagementKind, present: bool = True
) -> Future[ShareCard]:
    """Like, celebrate or bookmark a share, or take that back. Twice is once."""

    def work(desk: Desk) -> ShareCard:
        with desk.mirror(account.user_id).writing() as writing:
            if present and engagement is not EngagementKind.BOOKMARK:
                must_not_be_paused(writing.connection, account, desk.now())
            engagement_id = reaction_id(account.user_id, engagement, share_id)
            known = writing.one("social_engagement", engagement_id)
            if bool(known and known["present"]) != present:
                writing.put(
                    SocialEngagement(
                        org_id=account.org_id,
                        id=engagement_id,
                        actor_user_id=account.user_id,
                        target_type="share",
                        target_id=share_id,
                        engagement=engagement,
                        at=desk.now(),
                        present=present,
                    )
                )
                _note_reaction(desk, writing, account, share_id, engagement, present)
            return share_card(writing.connection, account, share_id)

    return keeper.submit(work)


def _note_reaction(
    desk: Desk, writing: Writing, account: Account, share_id: str, engagement: EngagementKind, present: bool
) -> None:
    row = writing.one("achievement_share", share_id)
    if row is None or not present or engagement is EngagementKind.BOOKMARK:
        return
    told = {"engagement_type": engagement.value, "engagement_context": "feed"}
    noted(desk, writing, account, Event.ACHIEVEMENT_LIKED, told, about=row["student_id"])
    if engagement is EngagementKind.CELEBRATE:
        told = {"celebration_type": row["achievement_type"], "community_scope": row["scope"]}
        noted(desk, writing, account, Event.CELEBRATION_SHARED, told)


def feed_page(
    *,
    keeper: Keeper,
    account: Account,
    shown: FeedFilter = FeedFilter.ALL,
    after: Cursor | None = None,
    most: int = PAGE,
) -> Future[FeedPage]:
    """One page of the feed. `after` is the page before's `next`: no share comes twice and none is missed."""

    def work(desk: Desk) -> FeedPage:
        with desk.mirror(account.user_id).reading() as connection:
            found = _which_page(desk, connection, account, shown, after, most + 1)
            limits = limits_of(connection, account.user_id)
        cards = tuple(card_of(row, account.user_id, limits) for row in found[:most])
        more = len(found) > most
        return FeedPage(shares=cards, next=Cursor(cards[-1].shared_at, cards[-1].share_id) if more else None)

    return keeper.submit(work)


def _which_page(
    desk: Desk, connection: Connection, account: Account, shown: FeedFilter, after: Cursor | None, most: int
) -> list[dict[str, Any]]:
    types = ", ".join(f"'{kind.value}'" for kind in sorted(types_of(shown)))
    which = f"({_others(desk, connection)} OR s.student_id = :viewer) AND s.achievement_type IN ({types})"
    which += f" AND {_KEPT}" if shown is FeedFilter.KEPT else ""
    which += " AND (s.shared_at, s.id) < (:at, :id)" if after else ""
    values = {"viewer": account.user_id, "limit": most}
    values |= {"at": after.shared_at, "id": after.share_id} if after else {}
    return [dict(row) for row in connection.exec_driver_sql(_FEED.format(which=which), values).mappings()]


def _others(desk: Desk, connection: Connection) -> str:
    """Others' shares only while the mirror is fresh."""
    return "s.scope <> 'private'" if others_shown(desk, connection) else "0"


def feed_in(desk: Desk, connection: Connection, account: Account, *, limit: int) -> tuple[ShareCard, ...]:
    """The newest shares in this mirror that are not the supervision's alone; others' only while it is fresh."""
    which = f"({_others(desk, connection)} OR s.student_id = :viewer)"
    return shares_of(connection, account, which, {}, limit)


def shares_of(
    connection: Connection, account: Account, which: str, values: Mapping[str, Any], limit: int
) -> tuple[ShareCard, ...]:
    """Shares (`s`) for which the condition `which` holds with its values, newest first; -1 is no limit."""
    values = {"viewer": account.user_id, "limit": limit, **values}
    found = connection.exec_driver_sql(_FEED.format(which=which), values).mappings()
    limits = limits_of(connection, account.user_id)
    return tuple(card_of(dict(row), account.user_id, limits) for row in found)


def share_shown(*, keeper: Keeper, account: Account, share_id: str) -> Future[ShareCard]:
    """One share as this account sees it; `comment_mode` is `break` while an adult has asked the viewer for one.

    Raises StoreProblem where it was taken back, or was never for it.
    """

    def work(desk: Desk) -> ShareCard:
        with desk.mirror(account.user_id).reading() as connection:
            card = share_card(connection, account, share_id)
            if not card.mine and not others_shown(desk, connection):
                raise StoreProblem(say("This computer has had no contact for long, so this is not shown just now."))
            paused = paused_until(connection, account.user_id, desk.now()) is not None
            return msgspec.structs.replace(card, comment_mode=BREAK) if paused else card

    return keeper.submit(work)


def share_card(connection: Connection, account: Account, share_id: str) -> ShareCard:
    """The card of `share_shown`, within a transaction."""
    values = {"viewer": account.user_id, "id": share_id, "limit": 1}
    row = connection.exec_driver_sql(_FEED.format(which="s.id = :id"), values).mappings().first()
    if row is None:
        raise StoreProblem(say("This is not shared any more. Its author may have taken it back; that is all right."))
    return card_of(dict(row), account.user_id, limits_of(connection, account.user_id))


def card_of(row: Mapping[str, Any], viewer_id: str, limits: Limits | None) -> ShareCard:
    """The card of a share for a viewer. `limits` are the author's, where the viewer is the author."""
    mine = row["student_id"] == viewer_id
    share = record_of(AchievementShare, row)
    effective = limits.effective(share.scope, share.achievement_type) if mine and limits else share.scope
    approved = share.message_state is ModerationState.OK
    return ShareCard(
        share_id=share.id,
        author_id=share.student_id,
        author_name=share.author_name,
        author_avatar=share.author_avatar,
        achievement_type=share.achievement_type,
        title=share.title,
        context=share.context,
        icon=share.icon,
        level=share.level,
        rarity=share.rarity,
        message=share.message if approved or mine else "",
        message_waits=bool(share.message) and not approved,
        scope=share.scope,
        effective_scope=effective,
        who_sees=who_sees(effective, share.moderation),
        shared_at=share.shared_at,
        likes=_count(row, "likes", "liked"),
        celebrations=_count(row, "celebrations", "celebrated"),
        comments=row.get("comments") or 0,
        liked=bool(row.get("liked")),
        celebrated=bool(row.get("celebrated")),
        mine=mine,
        confirmed=bool(row.get("confirmed")),
        bookmarked=bool(row.get("bookmarked")),
        comment_mode=_words(row),
        moderation=share.moderation,
        has_profile=bool(row.get("has_profile", True)),
    )


def _words(row: Mapping[str, Any]) -> str:
    """How people may talk under a share, by the classes of its author and the organisation."""
    modes = (row.get("class_modes") or PHRASES).split(",")
    return comment_mode(modes, row.get("most_words") or COMMENT_MODES[-1])


def _count(row: Mapping[str, Any], name: str, own: str) -> int:
    """The centre's counter, and at least the viewer's own reaction, which may not have reached it yet."""
    return max(row.get(name) or 0, int(bool(row.get(own))))


def _share_of(
    desk: Desk, connection: Connection, account: Account, award_id: str, message: str, scope: Scope
) -> AchievementShare:
    award, badge = _earned(connection, account, award_id)
    return AchievementShare(
        org_id=account.org_id,
        id=derived_id("achievement_share", account.user_id, award_id),
        student_id=account.user_id,
        author_name=account.display_name,
        author_avatar=account.avatar,
        achievement_type=AchievementType.BADGE,
        achievement_id=award.id,
        title=badge.name,
        context=badge.description,
        level=level_told(badge, award),
        rarity=badge.rarity,
        icon=badge.icon_path or "",
        message=(words := checked(message_text, message)),
        scope=scope,
        shared_at=desk.now(),
        message_state=ModerationState.PENDING if words else ModerationState.OK,
    )


def _earned(connection: Connection, account: Account, award_id: str) -> tuple[BadgeAward, Badge]:
    awards = rows(connection, "SELECT * FROM badge_award WHERE id = ? AND user_id = ?", award_id, account.user_id)
    badges = rows(connection, "SELECT * FROM badge WHERE id = ?", awards[0]["badge_id"]) if awards else []
    if not badges:
        raise StoreProblem(say("This badge is not on this computer."))
    return record_of(BadgeAward, awards[0]), record_of(Badge, badges[0])
