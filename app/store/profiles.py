"""Profiles and a student's own settings for sharing, each with 'who can see this now' in plain words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.badges import badge_cards
from app.store.community_readings import ProfileAs, ProfilePage, SeenAs, SharingSettings
from app.store.featured import featured_by_posts, posts_of_badges
from app.store.freshness import others_shown
from app.store.keeper import Desk, Keeper
from app.store.limits import limits_of, preferences_in
from app.store.mirror import rows
from app.store.people import STAFF, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account, BadgeCard, ShareCard
from app.store.sharing import share_card, shares_of
from app.store.showcases import seen_by, showcases_in
from app.store.telemetry import noted
from app.store.writing import Writing
from domain.community.audience import who_sees
from domain.community.limits import Limits
from domain.community.moderation import first_state_of_profile
from domain.community.phrases import bio_phrases
from domain.community.profiles import LastActivity, last_activity
from domain.community.profiles import checked as checked_profile
from domain.community.telemetry import Event
from domain.community.texts import TextRefusedError
from domain.community.visibility import Relation, Visible, view
from domain.music.say import Say, say
from domain.records.achievements import BadgeAward
from domain.records.community import (
    AchievementType,
    ModerationState,
    PublicProfile,
    Scope,
    SharingPreferences,
)
from domain.records.identity import Site
from local_schema.columns import record_of

_RECENT = 10


def profile(*, keeper: Keeper, account: Account, user_id: str | None = None) -> Future[ProfilePage]:
    """Somebody's profile as this account sees it; without `user_id` one's own.

    Raises StoreProblem for one that is not shared with this account.
    """

    def work(desk: Desk) -> ProfilePage:
        with desk.mirror(account.user_id).reading() as connection:
            return profile_in(desk, connection, account, user_id or account.user_id)

    return keeper.submit(work)


def profile_in(desk: Desk, connection: Connection, account: Account, user_id: str) -> ProfilePage:
    """The page of `profile`, within a transaction."""
    mine = user_id == account.user_id
    found = rows(connection, "SELECT * FROM public_profile WHERE id = ?", user_id)
    if not mine and not (found and others_shown(desk, connection)):
        raise StoreProblem(say("This profile is not shared with you."))
    shown = record_of(PublicProfile, found[0]) if found else _blank(account)
    if not mine and shown.moderation in (ModerationState.HIDDEN, ModerationState.REMOVED):
        raise StoreProblem(say("This profile is not shared with you."))
    return _page(desk, connection, account, shown)


def _blank(account: Account) -> PublicProfile:
    return PublicProfile(
        org_id=account.org_id, id=account.user_id, display_name=account.display_name, avatar=account.avatar
    )


def _page(desk: Desk, connection: Connection, account: Account, shown: PublicProfile) -> ProfilePage:
    mine = shown.id == account.user_id
    limits = limits_of(connection, shown.id) if mine else Limits()
    effective = limits.effective(shown.scope)
    waits = bool(shown.bio_text) and shown.moderation is not ModerationState.OK
    earned = {c.badge_id: c for c in badge_cards(connection, shown.id) if c.level > 0}
    featured = earned if mine else {**featured_by_posts(connection, account, shown.id, shown.showcase), **earned}
    shares = shares_of(connection, account, "s.student_id = :student", {"student": shown.id}, _RECENT)
    sums = rows(connection, "SELECT points, streak_days FROM student_summary WHERE student_id = ?", shown.id)
    return ProfilePage(
        # The picture of a profile is its owner's pick; beside a name it follows once the school knows of it.
        who=msgspec.structs.replace(who_is(connection, shown.id), avatar=shown.avatar),
        bio_phrase=shown.bio_phrase,
        bio=bio_phrases().get(shown.bio_phrase or ""),
        bio_text=shown.bio_text if mine or not waits else "",
        bio_waits=waits and mine,
        region=shown.region,
        scope=shown.scope,
        effective_scope=effective,
        who_sees=_profile_seen(effective, shown.moderation),
        narrowed_because=limits.why(shown.scope) if mine else None,
        styling=shown.styling,
        showcase=tuple(
            featured[badge] if mine else _told(featured[badge], account)
            for badge in shown.showcase
            if badge in featured
        ),
        shares=shares,
        points=sums[0]["points"] if sums else 0,
        badges=len(earned),
        streak_days=sums[0]["streak_days"] if sums else 0,
        mine=mine,
        showcases=showcases_in(desk, connection, account, shown.id),
        figures=mine or bool(sums),
        school=_school(connection, shown.id),
        active=_active(desk, shares),
        boards=mine and preferences_in(connection, account).boards,
        scopes=limits.selectable() if mine else (),
        regions=_regions(connection, account.user_id) if mine else (),
    )


def _told(card: BadgeCard, account: Account) -> BadgeCard:
    """How far somebody is on the way to a level is known to themself and to those who teach them."""
    teaches = account.role in STAFF and card.have > 0
    return card if teaches else _without_progress(card)


def _without_progress(card: BadgeCard) -> BadgeCard:
    return msgspec.structs.replace(card, have=0, need=0)


def _active(desk: Desk, shares: Iterable[ShareCard]) -> LastActivity | None:
    """From what the viewer sees of somebody and nothing else, so that it tells no more than that."""
    posted = (desk.day(card.shared_at) for card in shares if card.effective_scope is not Scope.PRIVATE)
    return last_activity(posted, desk.day(desk.now()))


def _profile_seen(scope: Scope, moderation: ModerationState) -> Say:
    """A text that waits does not hide the rest of a profile."""
    return who_sees(scope, ModerationState.OK if moderation is ModerationState.PENDING else moderation)


def _school(connection: Connection, user_id: str) -> str:
    """The name of somebody's school, where this mirror knows it: everybody who sees the profile is of the school."""
    sql = "SELECT s.site_name FROM site AS s JOIN member AS m ON m.site_id = s.id WHERE m.id = ?"
    return next((str(row["site_name"]) for row in rows(connection, sql, user_id)), "")


def _regions(connection: Connection, user_id: str) -> tuple[str, ...]:
    sql = "SELECT s.* FROM site AS s JOIN member AS m ON m.site_id = s.id WHERE m.id = ?"
    return next((record_of(Site, row).regions for row in rows(connection, sql, user_id)), ())


def edit_profile(*, keeper: Keeper, account: Account, **changes: Any) -> Future[ProfilePage]:
    """Change one's own profile: any of bio_phrase, bio_text, region, scope, showcase (badge ids), styling, avatar.

    Words of one's own wait for an adult. Raises StoreProblem, with the reason, for what can't stand in a profile, and
    TypeError for a name that is none of these.
    """
    unknown = set(changes) - {"bio_phrase", "bio_text", "region", "scope", "showcase", "styling", "avatar"}
    if unknown:
        raise TypeError(f"a profile has no {sorted(unknown)[0]}")

    def work(desk: Desk) -> ProfilePage:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("public_profile", account.user_id)
            before = record_of(PublicProfile, found) if found else _blank(account)
            after = _checked(writing.connection, account, msgspec.structs.replace(before, **changes), before)
            if found is None:
                writing.put_said(after, changes)
            elif differing := {n: getattr(after, n) for n in changes if getattr(after, n) != getattr(before, n)}:
                writing.edit(PublicProfile, account.user_id, differing)
                _wait_again(writing, differing, after)
            noted(desk, writing, account, Event.PROFILE_UPDATED, {"sharing_scope": after.scope.value})
            return _page(desk, writing.connection, account, after)

    return keeper.submit(work)


def _wait_again(writing: Writing, differing: Mapping[str, Any], after: PublicProfile) -> None:
    if "bio_text" in differing:
        row = writing.one("public_profile", after.id)
        writing.replace("public_profile", [{**(row or {}), "moderation": after.moderation.value}])


def _checked(connection: Connection, account: Account, after: PublicProfile, before: PublicProfile) -> PublicProfile:
    """What stands there already may stay: the school's list and one's badges change without the profile."""
    awards = rows(connection, "SELECT * FROM badge_award WHERE user_id = ?", account.user_id)
    held: Collection[str] = {record_of(BadgeAward, row).badge_id for row in awards} | {*before.showcase}
    regions = {*_regions(connection, account.user_id), *([before.region] if before.region is not None else [])}
    try:
        kept = checked_profile(after, regions=regions, held_badges=held)
    except TextRefusedError as error:
        raise StoreProblem(error.why) from error
    return msgspec.structs.replace(kept, moderation=first_state_of_profile(kept))


# -- settings


def sharing_settings(*, keeper: Keeper, account: Account) -> Future[SharingSettings]:
    """One's own settings, and what the adults around leave of them."""

    def work(desk: Desk) -> SharingSettings:
        with desk.mirror(account.user_id).reading() as connection:
            return _settings(connection, account)

    return keeper.submit(work)


def set_sharing(
    *,
    keeper: Keeper,
    account: Account,
    default_scope: Scope | None = None,
    automatic: Collection[AchievementType] | None = None,
    boards: bool | None = None,
    world: bool | None = None,
) -> Future[SharingSettings]:
    """Change one's own settings; what is None stays. Nothing that is posted already becomes wider by it."""

    def work(desk: Desk) -> SharingSettings:
        wanted: dict[str, Any] = {"default_scope": default_scope, "boards": boards, "world": world}
        wanted["automatic"] = (
            None if automatic is None else tuple(kind for kind in AchievementType if kind in automatic)
        )
        changes = {name: value for name, value in wanted.items() if value is not None}
        with desk.mirror(account.user_id).writing() as writing:
            if writing.one("sharing_preferences", account.user_id) is None:
                writing.put_said(SharingPreferences(org_id=account.org_id, id=account.user_id, **changes), changes)
            elif changes:
                writing.edit(SharingPreferences, account.user_id, changes)
            scope = preferences_in(writing.connection, account).default_scope
            noted(desk, writing, account, Event.SHARING_PREFERENCES_CHANGED, {"sharing_scope": scope.value})
            return _settings(writing.connection, account)

    return keeper.submit(work)


def _settings(connection: Connection, account: Account) -> SharingSettings:
    mine = preferences_in(connection, account)
    limits = limits_of(connection, account.user_id)
    effective = limits.effective(mine.default_scope)
    return SharingSettings(
        default_scope=mine.default_scope,
        effective_scope=effective,
        automatic=mine.automatic,
        boards=mine.boards,
        world=mine.world,
        scopes=limits.selectable(),
        who_sees=who_sees(effective),
        narrowed_because=limits.why(mine.default_scope),
        switched_off=tuple(k for k in AchievementType if k in limits.off_in_class | limits.off_everywhere),
    )


# -- as others see it


def view_as(*, keeper: Keeper, account: Account, share_id: str, relation: Relation) -> Future[SeenAs]:
    """One's own share as a classmate, teacher, guardian or display would see it.

    Raises StoreProblem for a share of somebody else.
    """

    def work(desk: Desk) -> SeenAs:
        with desk.mirror(account.user_id).reading() as connection:
            card = share_card(connection, account, share_id)
            if not card.mine:
                raise StoreProblem(say("This is not one of your shares."))
            return seen_as(card, relation)

    return keeper.submit(work)


def profile_as(*, keeper: Keeper, account: Account, relation: Relation) -> Future[ProfileAs]:
    """One's own profile as a classmate, teacher or guardian would see it, with only what they may see."""

    def work(desk: Desk) -> ProfileAs:
        with desk.mirror(account.user_id).reading() as connection:
            mine = profile_in(desk, connection, account, account.user_id)
            found = rows(connection, "SELECT moderation FROM public_profile WHERE id = ?", account.user_id)
            state_now = ModerationState(found[0]["moderation"]) if found else ModerationState.OK
            posts = posts_of_badges(connection, account, account.user_id, [c.badge_id for c in mine.showcase])
            seen = _for_others(mine, relation, state_now, posts)
            page = seen and msgspec.structs.replace(seen, active=_active(desk, seen.shares))
        return ProfileAs(relation=relation, page=page)

    return keeper.submit(work)


# Who has a student's awards and points in their mirror, whether or not they are shared; others with those on boards.
_TEACHES = frozenset({Relation.TEACHER_OF_CLASS, Relation.ORG_ADMIN})
_TOLD_OF_BADGES = _TEACHES | {Relation.GUARDIAN}
_ON_BOARDS = frozenset({Relation.CLASSMATE, Relation.KIOSK_OF_CLASS})


def _posted(badge: BadgeCard, posts: Mapping[str, ShareCard], relation: Relation) -> bool:
    """Whether somebody sees the post of a badge, and so the badge."""
    post = posts.get(badge.badge_id)
    return post is not None and seen_as(post, relation).visible is Visible.YES


def _for_others(
    mine: ProfilePage, relation: Relation, moderation: ModerationState, posts: Mapping[str, ShareCard]
) -> ProfilePage | None:
    shown_state = ModerationState.OK if moderation is ModerationState.PENDING else moderation
    if view(relation, mine.effective_scope, shown_state).visible is not Visible.YES:
        return None
    shares = tuple(seen.card for share in mine.shares if (seen := seen_as(share, relation)).visible is Visible.YES)
    badges = relation in _TOLD_OF_BADGES or (mine.boards and relation in _ON_BOARDS)
    points = relation in _TEACHES or (mine.boards and relation in _ON_BOARDS)
    front = mine.showcase if badges else tuple(c for c in mine.showcase if _posted(c, posts, relation))
    return msgspec.structs.replace(
        mine,
        showcase=front if relation in _TEACHES else tuple(_without_progress(card) for card in front),
        showcases=tuple(theirs for each in mine.showcases if (theirs := seen_by(each, relation)) is not None),
        figures=points,
        bio_text=mine.bio_text if relation in _READS_WAITING or not mine.bio_waits else "",
        bio_waits=False,
        shares=tuple(card for card in shares if card is not None),
        mine=False,
        scopes=(),
        regions=(),
        narrowed_because=None,
    )


def seen_as(card: ShareCard, relation: Relation) -> SeenAs:
    """The card of one's own share for somebody else, also of a preview that is not posted yet."""
    seen = view(relation, card.effective_scope, card.moderation)
    words = card.message if relation in _READS_WAITING or not card.message_waits else ""
    shown = msgspec.structs.replace(
        card, message=words, message_waits=False, mine=False, liked=False, celebrated=False, bookmarked=False
    )
    return SeenAs(
        relation=relation,
        visible=seen.visible,
        may_comment=seen.may_comment and card.comment_mode != "off",
        card=None if seen.visible is Visible.NO else shown,
    )


# Who reads a text before it is approved: its author and the adults in charge.
_READS_WAITING = frozenset({Relation.SELF, Relation.GUARDIAN, Relation.TEACHER_OF_CLASS, Relation.ORG_ADMIN})
