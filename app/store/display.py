"""What a classroom display shows. Its mirror holds only what its room may see; a stale mirror shows no shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection

from app.store.highlights import lit_in
from app.store.keeper import Desk, Keeper
from app.store.machine import ENDED_AT, Enrolment, enrolment_in
from app.store.mirror import rows, state
from app.store.readings import Account, BoardRow, KioskReading, LitShare, ShareCard, StreakRow
from app.store.sharing import feed_in
from app.store.shelf import MACHINE
from app.store.standing import class_rest_days, refresh, streak_today
from app.store.tally import week_of
from domain.records.identity import AccessRole

_SHARES, _BOARD, _STREAKS = 20, 10, 8
# A streak worth showing. The board adds up this week: every Monday everybody begins anew.
_SHORTEST_STREAK = 3
_POINTS = (
    "SELECT m.id, m.display_name, m.avatar, sum(d.points) AS points, s.badges, a.level AS badge_level, "
    "b.icon_path AS badge_icon FROM student_week AS d JOIN member AS m ON m.id = d.student_id "
    "LEFT JOIN student_summary AS s ON s.student_id = m.id LEFT JOIN badge_award AS a ON a.id = s.top_award_id "
    "LEFT JOIN badge AS b ON b.id = a.badge_id WHERE d.monday >= ? AND m.status = 'active' "
    "GROUP BY m.id HAVING sum(d.points) > 0 ORDER BY points DESC, m.display_name, m.id LIMIT ?"
)


def kiosk_account(*, keeper: Keeper) -> Future[Account | None]:
    """The account of this display, once it is paired with a class."""

    def work(desk: Desk) -> Account | None:
        with desk.mirror(MACHINE).reading() as connection:
            found = enrolment_in(connection)
        return None if found is None or found.kiosk_user_id is None else _account(found, found.kiosk_user_id)

    return keeper.submit(work)


def kiosk_reading(*, keeper: Keeper, account: Account) -> Future[KioskReading]:
    """Everything that the display rotates through."""

    def work(desk: Desk) -> KioskReading:
        with desk.mirror(MACHINE).reading() as connection:
            home = enrolment_in(connection)
            ended = state(connection, ENDED_AT) is not None
        if ended:
            return _nothing_more(home)
        mirror = desk.mirror(account.user_id)
        with mirror.writing(durable=False) as writing:
            stale = "SELECT student_id FROM student_summary WHERE stale"
            for student_id in list(writing.connection.exec_driver_sql(stale).scalars()):
                refresh(writing.connection, student_id)
        with mirror.reading() as connection:
            return _reading(desk, connection, account, home)

    return keeper.submit(work)


def _account(home: Enrolment, user_id: str) -> Account:
    return Account(
        user_id=user_id,
        org_id=home.org_id,
        role=AccessRole.KIOSK,
        display_name=home.class_name,
        avatar="display",
    )


def _reading(desk: Desk, connection: Connection, account: Account, home: Enrolment | None) -> KioskReading:
    now = desk.now()
    class_id = home.class_id if home and home.class_id else ""
    contact = state(connection, "last_contact_at")
    return KioskReading(
        class_name=_text(connection, "SELECT class_name FROM school_class WHERE id = ?", class_id)
        or (home.class_name if home else ""),
        school_name=_text(connection, "SELECT site_name FROM site WHERE id = ?", home.site_id if home else "")
        or (home.school_name if home else ""),
        shares=_shares(desk, connection, account),
        board=_board(connection, desk.day(now)),
        streaks=_streaks(connection, class_id, desk.day(now)),
        announcements=_announcements(connection, class_id, now),
        fresh_at=None if contact is None else int(contact),
        highlights=_lit(desk, connection, account, class_id),
    )


def _nothing_more(home: Enrolment | None) -> KioskReading:
    """The school has taken this display out: whoever has it now sees nothing of the class."""
    return KioskReading(
        class_name=home.class_name if home else "",
        school_name=home.school_name if home else "",
        shares=(),
        board=(),
        streaks=(),
        announcements=(),
        fresh_at=None,
    )


def _text(connection: Connection, sql: str, value: str) -> str:
    return str(connection.exec_driver_sql(sql, (value,)).scalar() or "")


def _shares(desk: Desk, connection: Connection, account: Account) -> tuple[ShareCard, ...]:
    """Nothing that an adult has still to look at: a share that was reported waits until it is judged."""
    cards = feed_in(desk, connection, account, limit=_SHARES)
    return tuple(card for card in cards if card.moderation == "ok")


def _lit(desk: Desk, connection: Connection, account: Account, class_id: str) -> tuple[LitShare, ...]:
    """What is in the light, as far as nothing has still to be judged; nothing while the mirror is stale."""
    found = lit_in(desk, connection, account, class_id)
    return tuple(LitShare(share=c.share, kind=c.kind, note=c.note) for c in found if c.share.moderation == "ok")


def _board(connection: Connection, today: str) -> tuple[BoardRow, ...]:
    found = rows(connection, _POINTS, week_of(today)[0], _BOARD)
    return tuple(_board_row(row, found) for row in found)


def _board_row(row: Mapping[str, Any], board: Sequence[Mapping[str, Any]]) -> BoardRow:
    return BoardRow(
        rank=1 + sum(other["points"] > row["points"] for other in board),
        display_name=row["display_name"],
        avatar=row["avatar"],
        points=row["points"],
        badge_icon=row["badge_icon"] or "",
        badge_level=row["badge_level"] or 0,
    )


def _streaks(connection: Connection, class_id: str, today: str) -> tuple[StreakRow, ...]:
    rest = class_rest_days(connection, class_id)
    found = rows(
        connection,
        "SELECT m.display_name, m.avatar, s.streak_days, s.streak_last_day FROM student_summary AS s "
        "JOIN member AS m ON m.id = s.student_id WHERE m.status = 'active' AND s.streak_days >= ?",
        _SHORTEST_STREAK,
    )
    shown = [(streak_today(row["streak_days"], row["streak_last_day"], rest, today), row) for row in found]
    shown = [(days, row) for days, row in shown if days >= _SHORTEST_STREAK]
    shown.sort(key=lambda each: (-each[0], each[1]["display_name"]))
    return tuple(
        StreakRow(display_name=row["display_name"], avatar=row["avatar"], days=days) for days, row in shown[:_STREAKS]
    )


def _announcements(connection: Connection, class_id: str, now: int) -> tuple[tuple[str, str], ...]:
    found = rows(
        connection,
        "SELECT title, content FROM announcement WHERE status = 'published' AND publish_at <= ? "
        "AND (expire_at IS NULL OR expire_at > ?) AND (class_id IS NULL OR class_id = ?) "
        "ORDER BY publish_at DESC, id LIMIT 10",
        now,
        now,
        class_id,
    )
    return tuple((row["title"], row["content"]) for row in found)
