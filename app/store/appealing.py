"""What an adult has closed, as its author sees it; and what second adults are asked to look at."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.community_readings import Who
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.writing import Writing
from domain.community import appeals
from domain.community.moderation import Action, digest
from domain.community.notices import told
from domain.music.say import Say, say
from domain.records.community import Appeal, ModerationAction, ModerationState
from local_schema.columns import record_of


class ClosedThing(msgspec.Struct, frozen=True, kw_only=True):
    """Something of one's own that an adult has closed. `answer` is restored or upheld, empty while there is none."""

    target_type: str
    target_id: str
    part: str
    what: Say
    at: int
    asked: bool
    answer: str


class AppealCase(msgspec.Struct, frozen=True, kw_only=True):
    """An author's question to a second adult. `mine` is whether this adult closed it: then another one has to look.

    `ready` is false until the centre has written down what it is about.
    """

    appeal_id: str
    author: Who
    target_type: str
    part: str
    title: str
    text: str
    state: ModerationState
    asked_at: int
    mine: bool
    ready: bool


_TOLD = (
    "SELECT * FROM notification WHERE user_id = ? AND notice IN ('taken_down', 'hidden') ORDER BY created_at DESC, id"
)


def closed_things(*, keeper: Keeper, account: Account) -> Future[tuple[ClosedThing, ...]]:
    """What adults have closed of this person's own, the newest first, with how it stands."""

    def work(desk: Desk) -> tuple[ClosedThing, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return _closed(connection, account)

    return keeper.submit(work)


def ask_again(
    *, keeper: Keeper, account: Account, target_type: str, target_id: str, part: str
) -> Future[tuple[ClosedThing, ...]]:
    """Ask that a second adult looks. Asking twice is asking once; offline it is sent later.

    Raises StoreProblem for what no adult has closed.
    """

    def work(desk: Desk) -> tuple[ClosedThing, ...]:
        with desk.mirror(account.user_id).writing() as writing:
            known = {(each.target_type, each.target_id, each.part) for each in _closed(writing.connection, account)}
            if (target_type, target_id, part) not in known:
                raise StoreProblem(say("This can be seen already."))
            _ask(desk, writing, account, (target_type, target_id, part))
            return _closed(writing.connection, account)

    return keeper.submit(work)


def _ask(desk: Desk, writing: Writing, account: Account, target: tuple[str, str, str]) -> None:
    target_type, target_id, part = target
    made_id = appeals.appeal_id(account.user_id, target_type, target_id, part)
    if writing.one("appeal", made_id) is not None:
        return
    writing.put(
        Appeal(
            org_id=account.org_id,
            id=made_id,
            target_type=target_type,
            target_id=target_id,
            part=part,
            author_id=account.user_id,
            at=desk.now(),
        )
    )


def _closed(connection: Connection, account: Account) -> tuple[ClosedThing, ...]:
    asked = {row["id"]: row for row in rows(connection, "SELECT * FROM appeal WHERE author_id = ?", account.user_id)}
    found: dict[tuple[str, str, str], ClosedThing] = {}
    for row in rows(connection, _TOLD, account.user_id):
        target_type, _, target_id = str(row["action_url"] or "").partition(":")
        part = appeals.MESSAGE if "your words about" in row["title"] else appeals.ITEM
        key = (target_type, target_id, part)
        appeal = asked.get(appeals.appeal_id(account.user_id, *key))
        if key in found or (appeal is None and not _still_closed(connection, key)):
            continue
        found[key] = ClosedThing(
            target_type=target_type,
            target_id=target_id,
            part=part,
            what=told(row["notice"], row["title"]),
            at=row["created_at"],
            asked=appeal is not None,
            answer=appeal["answer"] or "" if appeal is not None else "",
        )
    return tuple(found.values())


_TABLES = {"share": "achievement_share", "comment": "comment", "profile": "public_profile", "showcase": "showcase"}


def _still_closed(connection: Connection, key: tuple[str, str, str]) -> bool:
    """Whether it is closed now: what was removed is not here at all."""
    target_type, target_id, part = key
    if target_type not in _TABLES:
        return False
    column = "message_state" if part == appeals.MESSAGE else "moderation"
    found = rows(connection, f"SELECT {column} AS state FROM {_TABLES[target_type]} WHERE id = ?", target_id)
    return not found or found[0]["state"] in {state.value for state in appeals.CLOSED}


# -- for the second adult


def appeal_cases(*, keeper: Keeper, account: Account) -> Future[tuple[AppealCase, ...]]:
    """What authors ask second adults to look at, the oldest first. Raises StoreProblem for who is no teacher."""

    def work(desk: Desk) -> tuple[AppealCase, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).reading() as connection:
            return _cases(connection, account)

    return keeper.submit(work)


def answer_appeal(
    *, keeper: Keeper, account: Account, appeal_id: str, restore: bool, reason: str = ""
) -> Future[tuple[AppealCase, ...]]:
    """A second adult opens it again, or lets it stay. Kept at once, sent when there is contact.

    Raises StoreProblem for who is no teacher, who closed it themselves, and what was answered meanwhile.
    """

    def work(desk: Desk) -> tuple[AppealCase, ...]:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            case = next((each for each in _cases(writing.connection, account) if each.appeal_id == appeal_id), None)
            row = writing.one("appeal", appeal_id)
            if case is None or row is None:
                raise StoreProblem(say("This was answered meanwhile."))
            if case.mine:
                raise StoreProblem(say("You have closed this yourself. Please ask a colleague to look."))
            if not case.ready:
                raise StoreProblem(say("The words come with the next contact to the school. Please look again then."))
            writing.put(_decision(desk, account, row, case, restore, reason))
            answer = appeals.RESTORED if restore else appeals.UPHELD
            writing.replace("appeal", [{**row, "answer": answer, "answered_at": desk.now()}])
            return _cases(writing.connection, account)

    return keeper.submit(work)


def _decision(
    desk: Desk, account: Account, row: Mapping[str, Any], case: AppealCase, restore: bool, reason: str
) -> ModerationAction:
    """What goes up: with the state and the very words that this adult has read, so that it lifts nothing else."""
    return ModerationAction(
        org_id=account.org_id,
        id=desk.new_id(),
        target_type=case.target_type,
        target_id=row["target_id"],
        actor_id=account.user_id,
        action=appeals.opening(case.part) if restore else Action.UPHOLD,
        reason=reason.strip(),
        at=desk.now(),
        seen=case.state,
        text_seen=digest(case.text),
    )


def _cases(connection: Connection, account: Account) -> tuple[AppealCase, ...]:
    sql = "SELECT * FROM appeal WHERE answer = '' OR answer IS NULL ORDER BY at, id"
    return tuple(_case(connection, account, record_of(Appeal, row)) for row in rows(connection, sql))


def _case(connection: Connection, account: Account, appeal: Appeal) -> AppealCase:
    found = rows(connection, "SELECT * FROM moderation_action WHERE target_id = ?", appeal.target_id)
    actions = [record_of(ModerationAction, row) for row in found]
    return AppealCase(
        appeal_id=appeal.id,
        author=who_is(connection, appeal.author_id),
        target_type=appeal.target_type,
        part=appeal.part,
        title=appeal.title,
        text=appeal.text,
        state=appeal.state,
        asked_at=appeal.at,
        mine=account.user_id in appeals.closers(actions, appeal.part),
        ready=appeal.state is not ModerationState.PENDING,
    )
