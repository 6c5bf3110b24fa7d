"""What is in the light: the carousel of a class, and a teacher's own picks."""

from __future__ import annotations

from concurrent.futures import Future

import msgspec
from sqlalchemy import Connection

from app.store.community_readings import HighlightCard
from app.store.freshness import others_shown
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.people import must_be_staff
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.sharing import checked, share_card
from app.store.telemetry import noted
from domain.community.highlights import HighlightKind, by_teacher, carousel
from domain.community.telemetry import Event
from domain.community.texts import written
from domain.music.say import say
from domain.records.community import Highlight
from local_schema.columns import record_of

_MOST_NOTE = 200
_WEEK = 7 * 24 * 3600 * 1_000_000


def highlights_of(*, keeper: Keeper, account: Account, class_id: str) -> Future[tuple[HighlightCard, ...]]:
    """What a class's carousel shows now, a teacher's picks first. What this viewer may not see is left out."""

    def work(desk: Desk) -> tuple[HighlightCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return lit_in(desk, connection, account, class_id)

    return keeper.submit(work)


def lit_in(desk: Desk, connection: Connection, account: Account, class_id: str) -> tuple[HighlightCard, ...]:
    """What `highlights_of` answers, within a transaction."""
    found = rows(connection, "SELECT * FROM highlight WHERE class_id = ? AND present", class_id)
    fresh = others_shown(desk, connection)
    cards = []
    for one in carousel([record_of(Highlight, row) for row in found], desk.now()):
        try:
            share = share_card(connection, account, one.share_id)
        except StoreProblem:
            continue  # taken back meanwhile, or not for this viewer
        if not fresh and not share.mine:
            continue
        cards.append(
            HighlightCard(highlight_id=one.id, share=share, kind=one.kind, note=one.note, until_at=one.until_at)
        )
    return tuple(cards)


def highlight_share(
    *,
    keeper: Keeper,
    account: Account,
    class_id: str,
    share_id: str,
    note: str = "",
    until_at: int | None = None,
    present: bool = True,
) -> Future[None]:
    """Put a share in the light for a class, a week where nothing else is said, or take it out of it again.

    Raises StoreProblem for who is no teacher, and for a share that is not here.
    """

    def work(desk: Desk) -> None:
        must_be_staff(account)
        now = desk.now()
        with desk.mirror(account.user_id).writing() as writing:
            share_card(writing.connection, account, share_id)
            made = by_teacher(
                org_id=account.org_id,
                class_id=class_id,
                share_id=share_id,
                note=checked(lambda text: written(text, _MOST_NOTE), note),
                from_at=now,
                until_at=until_at or now + _WEEK,
            )
            writing.put(made if present else _taken_out(made))
            if present:
                told: dict[str, str | int | bool] = {
                    "highlight_type": made.kind,
                    "featured_achievement_count": 1,
                    "community_scope": "class",
                }
                noted(desk, writing, account, Event.ACHIEVEMENT_FEATURED, told)

    return keeper.submit(work)


def keep_in_light(*, keeper: Keeper, account: Account, highlight_id: str, present: bool) -> Future[None]:
    """Take something out of the light of a class, whoever and whatever put it there, or put a teacher's pick back.

    Raises StoreProblem for who is no teacher, for what is not here, and for putting back what the rules had chosen:
    that is the centre's.
    """

    def work(desk: Desk) -> None:
        must_be_staff(account)
        with desk.mirror(account.user_id).writing() as writing:
            row = writing.one("highlight", highlight_id)
            if row is None:
                raise StoreProblem(say("This is not in the light any more."))
            found = record_of(Highlight, row)
            if present and found.kind != HighlightKind.TEACHER:
                raise StoreProblem(say("Only the rules can put this into the light."))
            lit = [found] if present else _beside(writing.connection, found)
            writing.put_all([msgspec.structs.replace(one, present=present) for one in lit])

    return keeper.submit(work)


def _beside(connection: Connection, found: Highlight) -> list[Highlight]:
    """Why the same share is in the same light: it may have been picked and chosen, and shows once."""
    sql = "SELECT * FROM highlight WHERE class_id = ? AND share_id = ? AND present ORDER BY id"
    same = [record_of(Highlight, row) for row in rows(connection, sql, found.class_id, found.share_id)]
    return same or [found]


def _taken_out(made: Highlight) -> Highlight:
    return msgspec.structs.replace(made, present=False)
