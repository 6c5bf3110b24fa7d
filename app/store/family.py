"""What guardians see and decide about their own children: shares, limits, consent, a child's item taken back."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.badges import badge_cards
from app.store.comments import words_of
from app.store.community_readings import ChildPage, ConsentLine, Who
from app.store.freshness import others_shown
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_guardian_of, who_is
from app.store.problems import StoreProblem
from app.store.profiles import profile_in
from app.store.readings import Account
from app.store.sharing import shares_of
from app.store.writing import Writing
from domain.community.moderation import Action
from domain.community.world import COMMUNITY
from domain.music.say import Say, say
from domain.records.community import (
    FamilyNews,
    GuardianLimit,
    ModerationAction,
    ModerationState,
    Scope,
    SharingPreferences,
)
from domain.records.identity import AccessRole, ConsentRecord
from domain.records.ids import derived_id
from local_schema.columns import record_of

_SHARES = 50
_CHILDREN = (
    "SELECT student_id FROM guardian_link WHERE guardian_id = ? AND present AND verified_at IS NOT NULL "
    "ORDER BY student_id"
)
_AUTHORS = {"share": ("achievement_share", "student_id"), "comment": ("comment", "author_id")}


def children(*, keeper: Keeper, account: Account) -> Future[tuple[Who, ...]]:
    """The children whom the school has linked to this guardian."""

    def work(desk: Desk) -> tuple[Who, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, _CHILDREN, account.user_id)
            return tuple(who_is(connection, row["student_id"]) for row in found)

    return keeper.submit(work)


def child_page(*, keeper: Keeper, account: Account, student_id: str) -> Future[ChildPage]:
    """One child: what they shared with the family and wider, what they earned, and the family's limit.

    Raises StoreProblem for somebody else's child.
    """

    def work(desk: Desk) -> ChildPage:
        with desk.mirror(account.user_id).reading() as connection:
            must_be_guardian_of(connection, account, student_id)
            return _page(desk, connection, account, student_id)

    return keeper.submit(work)


def _page(desk: Desk, connection: Connection, account: Account, student_id: str) -> ChildPage:
    try:
        profile = profile_in(desk, connection, account, student_id)
    except StoreProblem:
        profile = None  # not shared with the family
    fresh = others_shown(desk, connection)
    shares = shares_of(connection, account, "s.student_id = :student", {"student": student_id}, _SHARES)
    return ChildPage(
        who=who_is(connection, student_id),
        shares=shares if fresh else (),
        badges=tuple(card for card in badge_cards(connection, student_id) if card.level > 0),
        profile=profile,
        limit=_limit(connection, account, student_id),
        community_agreed=_agreed(connection, account, student_id),
        words=words_of(connection, account, student_id, _SHARES) if fresh else (),
    )


def set_family_news(*, keeper: Keeper, account: Account, news: FamilyNews) -> Future[FamilyNews]:
    """What this guardian wants to be told of. Raises StoreProblem for who is no guardian."""

    def work(desk: Desk) -> FamilyNews:
        if account.role is not AccessRole.GUARDIAN:
            raise StoreProblem(say("Only families can do this."))
        changes: dict[str, Any] = {"family_news": news}
        with desk.mirror(account.user_id).writing() as writing:
            if writing.one("sharing_preferences", account.user_id) is None:
                writing.put_said(SharingPreferences(org_id=account.org_id, id=account.user_id, **changes), changes)
            else:
                writing.edit(SharingPreferences, account.user_id, changes)
        return news

    return keeper.submit(work)


def family_news(*, keeper: Keeper, account: Account) -> Future[FamilyNews]:
    """What this guardian wants to be told of; who has said nothing hears of what is shared."""

    def work(desk: Desk) -> FamilyNews:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(connection, "SELECT family_news FROM sharing_preferences WHERE id = ?", account.user_id)
        return FamilyNews(found[0]["family_news"] or FamilyNews.SHARED) if found else FamilyNews.SHARED

    return keeper.submit(work)


def _limit(connection: Connection, account: Account, student_id: str) -> Scope | None:
    sql = "SELECT scope FROM guardian_limit WHERE guardian_id = ? AND student_id = ?"
    found = connection.exec_driver_sql(sql, (account.user_id, student_id)).scalar()
    return Scope(found) if found else None


def _agreed(connection: Connection, account: Account, student_id: str) -> bool:
    sql = (
        "SELECT granted FROM consent_record WHERE guardian_id = ? AND student_id = ? AND subject = ? "
        "ORDER BY at DESC, id DESC LIMIT 1"
    )
    return bool(connection.exec_driver_sql(sql, (account.user_id, student_id, COMMUNITY)).scalar())


def set_family_limit(*, keeper: Keeper, account: Account, student_id: str, scope: Scope | None) -> Future[ChildPage]:
    """How far a child's shares may go at most; None is the school. `public` is also a consent and is recorded as one.

    Raises StoreProblem for somebody else's child.
    """

    def work(desk: Desk) -> ChildPage:
        with desk.mirror(account.user_id).writing() as writing:
            must_be_guardian_of(writing.connection, account, student_id)
            _set_limit(writing, account, student_id, scope)
            agreed = scope is Scope.PUBLIC
            if agreed != _agreed(writing.connection, account, student_id):
                writing.put(_consent(desk, account, student_id, agreed))
            return _page(desk, writing.connection, account, student_id)

    return keeper.submit(work)


def _set_limit(writing: Writing, account: Account, student_id: str, scope: Scope | None) -> None:
    row_id = derived_id("guardian_limit", account.user_id, student_id)
    if writing.one("guardian_limit", row_id) is not None:
        writing.edit(GuardianLimit, row_id, {"scope": scope})
        return
    writing.put(
        GuardianLimit(org_id=account.org_id, id=row_id, student_id=student_id, guardian_id=account.user_id, scope=scope)
    )


def consents(*, keeper: Keeper, account: Account, student_id: str) -> Future[tuple[ConsentLine, ...]]:
    """What this child's guardians agreed to or took back, the newest first. Nothing is ever struck out.

    Raises StoreProblem for somebody else's child.
    """

    def work(desk: Desk) -> tuple[ConsentLine, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            must_be_guardian_of(connection, account, student_id)
            sql = "SELECT * FROM consent_record WHERE student_id = ? ORDER BY at DESC, id DESC"
            found = [record_of(ConsentRecord, row) for row in rows(connection, sql, student_id)]
        return tuple(
            ConsentLine(
                what=_agreed_to(one.subject), granted=one.granted, at=one.at, mine=one.guardian_id == account.user_id
            )
            for one in found
        )

    return keeper.submit(work)


def _agreed_to(subject: str) -> Say:
    if subject == COMMUNITY:
        return say("Schools that take part may see it under a made-up name")
    return say("{subject}", subject=subject)


def _consent(desk: Desk, account: Account, student_id: str, granted: bool) -> ConsentRecord:
    return ConsentRecord(
        org_id=account.org_id,
        id=desk.new_id(),
        guardian_id=account.user_id,
        student_id=student_id,
        subject=COMMUNITY,
        granted=granted,
        at=desk.now(),
    )


def withdraw_childs(
    *, keeper: Keeper, account: Account, target_type: str, target_id: str, reason: str = ""
) -> Future[None]:
    """Take back a share or a comment of one's own child: it leaves every mirror.

    Raises StoreProblem for what is not one's child's, or not here.
    """

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            table, author = _AUTHORS.get(target_type, ("", ""))
            row = writing.one(table, target_id) if table else None
            if row is None:
                raise StoreProblem(say("This is not here any more."))
            must_be_guardian_of(writing.connection, account, row[author])
            writing.put(
                ModerationAction(
                    org_id=account.org_id,
                    id=desk.new_id(),
                    target_type=target_type,
                    target_id=target_id,
                    actor_id=account.user_id,
                    action=Action.WITHDRAW,
                    reason=reason.strip(),
                    at=desk.now(),
                    seen=ModerationState(row["moderation"]),
                )
            )
            writing.replace(table, [{**row, "moderation": ModerationState.REMOVED.value}])

    return keeper.submit(work)
