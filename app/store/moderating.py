"""The adults' queue: what waits, what was reported, what was hidden; hints sort it and never decide (decision 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.community_readings import QueueCard
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff, who_is
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.writing import Writing
from domain.community.hints import Hint, describe, hints
from domain.community.moderation import Action, digest, queue_word
from domain.community.phrases import reason_said, report_reasons, showcase_titles
from domain.music.say import Say, say
from domain.records.community import ItemReport, ModerationAction, ModerationState
from local_schema.columns import record_of

ITEM, MESSAGE = "item", "message"
# What each entity calls its author, its text and its time.
_KINDS: Mapping[str, tuple[str, str, str, str]] = {
    "share": ("achievement_share", "student_id", "title", "shared_at"),
    "comment": ("comment", "author_id", "text", "at"),
    "profile": ("public_profile", "id", "bio_text", "0"),
    "showcase": ("showcase", "student_id", "title_text", "made_at"),
}
_DECISIONS: Mapping[tuple[str, str], Action] = {
    (ITEM, "approve"): Action.APPROVE,
    (ITEM, "hide"): Action.HIDE,
    (ITEM, "remove"): Action.REMOVE,
    (ITEM, "reject"): Action.REMOVE,
    (ITEM, "restore"): Action.RESTORE,
    (MESSAGE, "approve"): Action.APPROVE_MESSAGE,
    (MESSAGE, "hide"): Action.HIDE_MESSAGE,
    (MESSAGE, "reject"): Action.HIDE_MESSAGE,
}
_TO_JUDGE = ("pending", "reported", "hidden")


def moderation_queue(
    *, keeper: Keeper, account: Account, states: Sequence[ModerationState] | None = None
) -> Future[tuple[QueueCard, ...]]:
    """What waits for an adult, most urgent first. `states` picks others than pending, reported and hidden.

    Raises StoreProblem for who is no teacher.
    """

    def work(desk: Desk) -> tuple[QueueCard, ...]:
        must_be_staff(account)
        wanted = [str(s.value) for s in states] if states is not None else list(_TO_JUDGE)
        with desk.mirror(account.user_id).reading() as connection:
            return _queue(connection, account, wanted)

    return keeper.submit(work)


def decide(
    *,
    keeper: Keeper,
    account: Account,
    target_type: str,
    target_id: str,
    decision: str,
    part: str = ITEM,
    reason: str = "",
    text: str | None = None,
) -> Future[tuple[QueueCard, ...]]:
    """Decide about one thing: approve, hide, remove, reject or restore. Answers with the queue as it is then.

    The decision goes up with what was on the screen: an approval never lifts what it did not see. `text` is what the
    adult read: where its author has changed it since, nothing is decided. Raises StoreProblem for that, for who is no
    teacher, for another word, and for what is not here.
    """

    def work(desk: Desk) -> tuple[QueueCard, ...]:
        must_be_staff(account)
        if (part, decision) not in _DECISIONS:
            raise StoreProblem(say("This can't be decided here."))
        with desk.mirror(account.user_id).writing() as writing:
            _must_read(writing, (target_type, target_id, part), text)
            _decide(desk, writing, account, (target_type, target_id, part), decision, reason)
            return _queue(writing.connection, account, list(_TO_JUDGE))

    return keeper.submit(work)


def _must_read(writing: Writing, target: tuple[str, str, str], text: str | None) -> None:
    """Raises StoreProblem where the words are not those that the adult read."""
    target_type, target_id, part = target
    row = writing.one(_KINDS[target_type][0], target_id) if target_type in _KINDS else None
    if text is not None and row is not None and _text(target_type, part, row) != text:
        raise StoreProblem(say("These words were changed meanwhile. Please read them again."))


def approve_clean(*, keeper: Keeper, account: Account, shown: Collection[QueueCard] | None = None) -> Future[int]:
    """Approve what waits and about which nothing was noticed, in one go. How many.

    `shown` is what the adult had before them: what has come since, or was changed, is not approved with it. Raises
    StoreProblem for who is no teacher.
    """

    def work(desk: Desk) -> int:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            read = None if shown is None else {(card.target_id, card.part, card.text) for card in shown}
            waiting = _queue(writing.connection, account, ["pending"])
            clean = [c for c in waiting if c.clean and (read is None or (c.target_id, c.part, c.text) in read)]
            for card in clean:
                _decide(desk, writing, account, (card.target_type, card.target_id, card.part), "approve", "")
            return len(clean)

    return keeper.submit(work)


def _decide(
    desk: Desk, writing: Writing, account: Account, target: tuple[str, str, str], decision: str, reason: str
) -> None:
    target_type, target_id, part = target
    row = writing.one(_KINDS[target_type][0], target_id) if target_type in _KINDS else None
    if row is None:
        raise StoreProblem(say("This is not here any more."))
    action = _DECISIONS[part, decision]
    writing.put(
        ModerationAction(
            org_id=account.org_id,
            id=desk.new_id(),
            target_type=target_type,
            target_id=target_id,
            actor_id=account.user_id,
            action=action,
            reason=reason.strip(),
            at=desk.now(),
            seen=ModerationState(row["message_state" if part == MESSAGE else "moderation"]),
            text_seen=digest(_text(target_type, part, row)),
        )
    )
    _show_at_once(writing, target_type, part, row, action)


_AFTER: Mapping[Action, ModerationState] = {
    Action.APPROVE: ModerationState.OK,
    Action.RESTORE: ModerationState.OK,
    Action.APPROVE_MESSAGE: ModerationState.OK,
    Action.HIDE: ModerationState.HIDDEN,
    Action.HIDE_MESSAGE: ModerationState.HIDDEN,
    Action.REMOVE: ModerationState.REMOVED,
}


def _show_at_once(writing: Writing, target_type: str, part: str, row: Mapping[str, Any], action: Action) -> None:
    """What the centre is asked to make of it; its answer replaces this."""
    column = "message_state" if part == MESSAGE else "moderation"
    writing.replace(_KINDS[target_type][0], [{**row, column: _AFTER[action].value}])


def _text(target_type: str, part: str, row: Mapping[str, Any]) -> str:
    """The words that a decision is about: a share's own are moderated apart from it."""
    if target_type == "share":
        return str(row["message"]) if part == MESSAGE else ""
    return str(row[_KINDS[target_type][2]])


def _queue(connection: Connection, account: Account, states: Sequence[str]) -> tuple[QueueCard, ...]:
    reports: dict[str, list[ItemReport]] = defaultdict(list)
    for row in rows(connection, "SELECT * FROM item_report ORDER BY at, id"):
        reports[row["target_id"]].append(record_of(ItemReport, row))
    found = [
        _card(connection, target_type, ITEM, row, reports[row["id"]])
        for target_type, (table, author, _, _) in _KINDS.items()
        for row in _rows(connection, table, author, "moderation", states, account)
    ]
    found += [
        _card(connection, "share", MESSAGE, row, [])
        for row in _rows(connection, "achievement_share", "student_id", "message_state", states, account)
        if row["message"]
    ]
    return tuple(sorted(found, key=_urgency))


def _rows(
    connection: Connection, table: str, author: str, column: str, states: Sequence[str], account: Account
) -> list[Mapping[str, Any]]:
    marks = ",".join("?" * len(states))
    gone = "" if table == "public_profile" else "AND NOT withdrawn"
    sql = f"SELECT * FROM {table} WHERE {column} IN ({marks}) AND {author} <> ? {gone}"
    return list(rows(connection, sql, *states, account.user_id))


def _card(
    connection: Connection, target_type: str, part: str, row: Mapping[str, Any], reports: Sequence[ItemReport]
) -> QueueCard:
    _, author, _, at = _KINDS[target_type]
    text = _text(target_type, part, row)
    noticed = hints(text, len(reports))
    state = ModerationState(row["message_state" if part == MESSAGE else "moderation"])
    reasons = report_reasons()
    return QueueCard(
        target_type=target_type,
        target_id=row["id"],
        part=part,
        author=who_is(connection, row[author]),
        title=_title(target_type, row),
        text=text,
        state=state,
        word=queue_word(state),
        hints=tuple(describe(hint) for hint in noticed),
        urgent=Hint.SELF_HARM in noticed,
        reasons=tuple(reasons[report.reason] for report in reports if report.reason in reasons),
        waiting_since=reports[0].at if reports else int(row.get(at) or 0),
        clean=state is ModerationState.PENDING and not noticed,
        decided=_decided(connection, row["id"]) if state is ModerationState.HIDDEN else None,
    )


def _title(target_type: str, row: Mapping[str, Any]) -> str:
    if target_type == "showcase" and row["title_phrase"] in showcase_titles():
        return showcase_titles()[row["title_phrase"]].english()
    return str(row["title"]) if target_type == "share" else ""


def _decided(connection: Connection, target_id: str) -> Say | None:
    """Why the last adult who gave a reason has hidden it."""
    sql = "SELECT reason FROM moderation_action WHERE target_id = ? AND reason <> '' ORDER BY at DESC, id DESC LIMIT 1"
    reason = connection.exec_driver_sql(sql, (target_id,)).scalar()
    return reason_said(str(reason)) if reason else None


def _urgency(card: QueueCard) -> tuple[int, int, str]:
    found = hints(card.text, len(card.reasons))
    return (found[0] if found else len(Hint)), card.waiting_since, card.target_id
