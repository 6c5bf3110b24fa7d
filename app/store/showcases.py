"""Showcases: what a student has put together, as its owner arranges it and as others see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.badges import badge_cards, badges_known
from app.store.earning import names_of_games, story_in
from app.store.keeper import Desk, Keeper
from app.store.limits import limits_of
from app.store.mirror import rows
from app.store.people import STAFF
from app.store.problems import StoreProblem
from app.store.readings import Account, ShareCard
from app.store.sharing import shares_of
from app.store.showcase_readings import ShowcaseCard, ShowcaseDesk, ShowcaseItem
from app.store.telemetry import noted
from app.store.writing import Writing
from domain.achievements.moments import moments_of
from domain.community.audience import who_sees
from domain.community.limits import Limits
from domain.community.moderation import first_state_of_showcase
from domain.community.phrases import showcase_titles
from domain.community.sharing import level_told, share_id
from domain.community.showcases import MOST_SHOWCASES, checked, reach
from domain.community.telemetry import Event
from domain.community.texts import TextRefusedError
from domain.community.visibility import Relation, Visible, narrowest, view
from domain.music.say import Say, say
from domain.records.achievements import BadgeAward, BadgeKind
from domain.records.community import AchievementType, ModerationState, Scope, Showcase
from domain.records.identity import AccessRole
from local_schema.columns import record_of

_MADE = "SELECT * FROM showcase WHERE student_id = ? AND NOT withdrawn AND moderation <> 'removed' ORDER BY made_at, id"
_AWARDS = (
    "SELECT * FROM badge_award WHERE user_id = ? AND id NOT IN (SELECT id FROM award_revocation) "
    "ORDER BY crossed_at DESC, level DESC, id"
)
_PROFILE_SCOPE = "SELECT scope FROM public_profile WHERE id = ? AND moderation NOT IN ('hidden', 'removed')"
_CLOSED = frozenset({ModerationState.HIDDEN, ModerationState.REMOVED})
# Displays show no profiles, and so no showcases.
_DISPLAYS = frozenset({Relation.KIOSK_OF_CLASS, Relation.KIOSK_OF_SCHOOL})
# Who is told how far a badge is on its way: the engagements that it is counted from go to nobody else.
_TEACH = frozenset({Relation.TEACHER_OF_CLASS, Relation.ORG_ADMIN})
# Who reads a title of one's own before it is approved.
_READS_WAITING = frozenset({Relation.SELF, Relation.GUARDIAN, Relation.TEACHER_OF_CLASS, Relation.ORG_ADMIN})


# -- as others see them


def showcases_in(desk: Desk, connection: Connection, account: Account, student_id: str) -> tuple[ShowcaseCard, ...]:
    """A student's showcases in the order in which they were made, as this account sees them.

    Others get those with something in it for them; the owner gets all, with what nobody else sees.
    """
    made = [record_of(Showcase, row) for row in rows(connection, _MADE, student_id)]
    ways = _on_the_way(connection, student_id) if student_id == account.user_id or account.role in STAFF else {}
    if student_id == account.user_id:
        return tuple(_with_ways(card, ways) for card in _own_cards(desk, connection, account, made))
    shared = _posts(connection, account, student_id, {item for each in made for item in each.items})
    cards = (_for_viewer(each, shared) for each in made if each.moderation not in _CLOSED)
    return tuple(_with_ways(card, ways) for card in cards if card.items)


def _on_the_way(connection: Connection, student_id: str) -> dict[str, tuple[int, int]]:
    """How far each badge that somebody holds is on its way to the next level, by the id of its highest post."""
    held = (card for card in badge_cards(connection, student_id) if card.kind == BadgeKind.GROW and card.award_id)
    return {share_id(student_id, card.award_id or ""): (card.have, card.need) for card in held if card.have < card.need}


def _with_ways(card: ShowcaseCard, ways: Mapping[str, tuple[int, int]]) -> ShowcaseCard:
    def told(item: ShowcaseItem) -> ShowcaseItem:
        have, need = ways.get(item.item_id, (0, 0))
        return msgspec.structs.replace(item, have=have, need=need)

    return msgspec.structs.replace(card, items=tuple(told(item) for item in card.items)) if ways else card


def _posts(connection: Connection, account: Account, student_id: str, ids: Iterable[str]) -> dict[str, ShareCard]:
    """Those of these posts that this account sees."""
    asked = {"student": student_id, "ids": msgspec.json.encode(sorted(ids)).decode()}
    which = "s.student_id = :student AND s.id IN (SELECT value FROM json_each(:ids))"
    return {card.share_id: card for card in shares_of(connection, account, which, asked, -1)}


def _for_viewer(made: Showcase, shared: Mapping[str, ShareCard]) -> ShowcaseCard:
    approved = made.moderation is not ModerationState.PENDING
    return ShowcaseCard(
        showcase_id=made.id,
        title=showcase_titles().get(made.title_phrase, _UNTITLED),
        title_phrase=made.title_phrase,
        own_title=made.title_text if approved else "",
        title_waits=False,
        items=tuple(_of_post(shared[item], made.scope) for item in made.items if item in shared),
        scope=made.scope,
        effective_scope=made.scope,
        who_sees=who_sees(made.scope),
        narrowed_because=None,
    )


_UNTITLED = say("A showcase")


def _of_post(card: ShareCard, most: Scope) -> ShowcaseItem:
    scope = narrowest((card.effective_scope, most))
    return ShowcaseItem(
        item_id=card.share_id,
        achievement_type=card.achievement_type,
        achievement_id="",
        title=Say("{words}", {"words": card.title}),
        context=card.context,
        icon=card.icon,
        level=card.level,
        rarity=card.rarity,
        scope=scope,
        who_sees=who_sees(scope, card.moderation),
        moderation=card.moderation,
    )


def seen_by(card: ShowcaseCard, relation: Relation) -> ShowcaseCard | None:
    """One's own showcase as somebody else would see it; None where there is nothing of it for them."""
    if relation in _DISPLAYS or not _shows(relation, card.effective_scope, card.moderation):
        return None
    items = tuple(
        item for item in card.items if item.scope is not None and _shows(relation, item.scope, item.moderation)
    )
    if relation not in _TEACH:
        items = tuple(msgspec.structs.replace(item, have=0, need=0) for item in items)
    hides = card.title_waits and relation not in _READS_WAITING
    words = "" if hides else card.own_title
    shown = msgspec.structs.replace(card, items=items, own_title=words, title_waits=False, narrowed_because=None)
    return shown if items else None


def _shows(relation: Relation, scope: Scope, state: ModerationState) -> bool:
    shown = ModerationState.OK if state is ModerationState.PENDING else state
    return view(relation, scope, shown).visible is Visible.YES


# -- one's own


def _own_cards(
    desk: Desk, connection: Connection, account: Account, made: Iterable[Showcase]
) -> tuple[ShowcaseCard, ...]:
    found = list(made)
    limits, profile = limits_of(connection, account.user_id), _profile_scope(connection, account.user_id)
    wanted = {item for each in found for item in each.items}
    posted = _posts(connection, account, account.user_id, wanted)
    earned = {} if wanted <= posted.keys() else _earned(desk, connection, account)
    return tuple(_own_card(each, limits, profile, posted, earned) for each in found)


def _profile_scope(connection: Connection, user_id: str) -> Scope:
    found = connection.exec_driver_sql(_PROFILE_SCOPE, (user_id,)).scalar()
    return Scope(found) if found else Scope.PRIVATE


def _own_card(
    made: Showcase,
    limits: Limits,
    profile: Scope,
    posted: Mapping[str, ShareCard],
    earned: Mapping[str, ShowcaseItem],
) -> ShowcaseCard:
    effective = limits.effective(reach(made.scope, profile))
    shown = ModerationState.OK if made.moderation is ModerationState.PENDING else made.moderation
    return ShowcaseCard(
        showcase_id=made.id,
        title=showcase_titles().get(made.title_phrase, _UNTITLED),
        title_phrase=made.title_phrase,
        own_title=made.title_text,
        title_waits=bool(made.title_text) and made.moderation is ModerationState.PENDING,
        items=tuple(_own_item(item, effective, posted, earned) for item in made.items),
        scope=made.scope,
        effective_scope=effective,
        who_sees=who_sees(effective, shown),
        narrowed_because=_narrowed(made.scope, limits, profile),
        moderation=made.moderation,
    )


def _narrowed(scope: Scope, limits: Limits, profile: Scope) -> Say | None:
    """The profile is told before the adults: it is the owner's to change."""
    if reach(scope, profile) is not scope:
        return say("It stands in your profile, and your profile does not go further than that.")
    return limits.why(scope)


def _own_item(
    item: str, most: Scope, posted: Mapping[str, ShareCard], earned: Mapping[str, ShowcaseItem]
) -> ShowcaseItem:
    if item in posted:
        return _of_post(posted[item], most)
    return earned.get(item) or ShowcaseItem(
        item_id=item,
        achievement_type=AchievementType.BADGE,
        achievement_id="",
        title=say("Not on this computer yet"),
        who_sees=_ONLY_ME,
        known=False,
    )


_ONLY_ME = say("Only you: it is not shared yet")


def _earned(desk: Desk, connection: Connection, account: Account) -> dict[str, ShowcaseItem]:
    """Everything that this student has earned, badges first, by the id of its post."""
    me = account.user_id
    found = {item.item_id: item for item in _badges(connection, me)}
    for moment in moments_of(story_in(desk, connection, me), names_of_games(desk)):
        item_id = share_id(me, moment.achievement_id)
        found[item_id] = ShowcaseItem(
            item_id=item_id,
            achievement_type=moment.achievement_type,
            achievement_id=moment.achievement_id,
            title=moment.title,
            who_sees=_ONLY_ME,
        )
    return found


def _badges(connection: Connection, user_id: str) -> Iterable[ShowcaseItem]:
    known = {badge.id: badge for badge in badges_known(connection)}
    for row in rows(connection, _AWARDS, user_id):
        award = record_of(BadgeAward, row)
        badge = known.get(award.badge_id)
        if badge is not None:
            yield ShowcaseItem(
                item_id=share_id(user_id, award.id),
                achievement_type=AchievementType.BADGE,
                achievement_id=award.id,
                title=Say("{words}", {"words": badge.name}),
                context=badge.description,
                icon=badge.icon_path or "",
                level=level_told(badge, award),
                rarity=badge.rarity,
                who_sees=_ONLY_ME,
            )


def showcase_desk(*, keeper: Keeper, account: Account, showcase_id: str) -> Future[ShowcaseDesk]:
    """One's own showcase, to be arranged. Raises StoreProblem where it is not there any more."""

    def work(desk: Desk) -> ShowcaseDesk:
        with desk.mirror(account.user_id).reading() as connection:
            return _desk(desk, connection, account, showcase_id)

    return keeper.submit(work)


def _desk(desk: Desk, connection: Connection, account: Account, showcase_id: str) -> ShowcaseDesk:
    found = [record_of(Showcase, row) for row in rows(connection, _MADE, account.user_id) if row["id"] == showcase_id]
    if not found:
        raise _gone()
    made, limits, earned = found[0], limits_of(connection, account.user_id), _earned(desk, connection, account)
    profile = _profile_scope(connection, account.user_id)
    posted = _posts(connection, account, account.user_id, {*made.items, *earned})
    card = _own_card(made, limits, profile, posted, earned)
    others = [_own_item(item, card.effective_scope, posted, earned) for item in earned if item not in made.items]
    return ShowcaseDesk(
        card=card,
        choices=tuple(others),
        scopes=limits.selectable(),
    )


def _gone() -> StoreProblem:
    return StoreProblem(say("This showcase is not there any more."))


def make_showcase(*, keeper: Keeper, account: Account) -> Future[ShowcaseCard]:
    """Begin a new showcase, for oneself alone at first. Raises StoreProblem where there are as many as fit."""

    def work(desk: Desk) -> ShowcaseCard:
        with desk.mirror(account.user_id).writing() as writing:
            there = [record_of(Showcase, row) for row in rows(writing.connection, _MADE, account.user_id)]
            if account.role is not AccessRole.STUDENT:
                raise StoreProblem(say("Only students have showcases."))
            _must_have_room(there)
            taken = {each.title_phrase for each in there}
            made = Showcase(
                org_id=account.org_id,
                id=desk.new_id(),
                student_id=account.user_id,
                title_phrase=next((phrase for phrase in showcase_titles() if phrase not in taken), "proud"),
                made_at=desk.now(),
                moderation=ModerationState.OK,
            )
            writing.put(made)
            _note(desk, writing, account, made.scope)
            return _own_cards(desk, writing.connection, account, [made])[0]

    return keeper.submit(work)


def _must_have_room(there: list[Showcase]) -> None:
    if len(there) >= MOST_SHOWCASES:
        raise StoreProblem(say("There is room for {most} showcases. Take one away first.", most=MOST_SHOWCASES))


def _note(desk: Desk, writing: Writing, account: Account, scope: Scope) -> None:
    noted(desk, writing, account, Event.PROFILE_UPDATED, {"sharing_scope": scope.value})


def edit_showcase(*, keeper: Keeper, account: Account, showcase_id: str, **changes: Any) -> Future[ShowcaseDesk]:
    """Change one's own showcase: any of title_phrase, title_text, items (all of them, in order), scope.

    Words of one's own wait for an adult. Raises StoreProblem, with the reason, for what can't stand in a showcase, and
    TypeError for a name that is none of these.
    """
    unknown = set(changes) - {"title_phrase", "title_text", "items", "scope"}
    if unknown:
        raise TypeError(f"a showcase has no {sorted(unknown)[0]}")

    def work(desk: Desk) -> ShowcaseDesk:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("showcase", showcase_id)
            if found is None or found["student_id"] != account.user_id or found["withdrawn"]:
                raise _gone()
            before = record_of(Showcase, found)
            after = _checked(desk, writing.connection, account, before, msgspec.structs.replace(before, **changes))
            differing = {name: new for name in changes if (new := getattr(after, name)) != getattr(before, name)}
            if differing:
                writing.edit(Showcase, showcase_id, differing)
                _wait_again(writing, differing, after)
                _note(desk, writing, account, after.scope)
            return _desk(desk, writing.connection, account, showcase_id)

    return keeper.submit(work)


def _checked(desk: Desk, connection: Connection, account: Account, before: Showcase, after: Showcase) -> Showcase:
    new = set(after.items) - set(before.items)
    if new and not new <= _earned(desk, connection, account).keys():
        raise StoreProblem(say("A showcase shows what you have earned."))
    try:
        return checked(after)
    except TextRefusedError as error:
        raise StoreProblem(error.why) from error


def _wait_again(writing: Writing, differing: Mapping[str, Any], after: Showcase) -> None:
    if "title_text" in differing:
        row = writing.one("showcase", after.id)
        writing.replace("showcase", [{**(row or {}), "moderation": first_state_of_showcase(after).value}])


def remove_showcase(
    *, keeper: Keeper, account: Account, showcase_id: str, present: bool = False
) -> Future[tuple[ShowcaseCard, ...]]:
    """Take a showcase away, or (`present`) bring it back as it was. Answers with all of one's own.

    Raises StoreProblem for one that was never there, and where there is no room for it any more.
    """

    def work(desk: Desk) -> tuple[ShowcaseCard, ...]:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("showcase", showcase_id)
            if found is None or found["student_id"] != account.user_id:
                raise _gone()
            if present and found["withdrawn"]:
                _must_have_room([record_of(Showcase, row) for row in rows(writing.connection, _MADE, account.user_id)])
            if bool(found["withdrawn"]) is present:
                writing.edit(Showcase, showcase_id, {"withdrawn": not present})
                _note(desk, writing, account, Scope(found["scope"]))
            return showcases_in(desk, writing.connection, account, account.user_id)

    return keeper.submit(work)
