"""What the centre sends is taken in: pages of buckets, each piece with its cursor in one transaction.

A row stays in a mirror as long as some bucket holds it. Each bucket has an order-free hash and a count, kept on both
ends; where they differ, or after the centre was restored, the bucket is read once more and compared row by row.
After a restore, what this account made itself and the centre has lost is queued again instead of dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import partial

import msgspec
from sqlalchemy import Connection

from app.store.asking import done, done_for_each, fetched
from app.store.contact import Asked, note_answer
from app.store.cursors import Cursor, all_cursors, cursor_of, save
from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import Mirror
from app.store.outbox import send_what_it_is_about, settle
from app.store.placing import let_go, note_doubt
from app.store.restored import send_later_edits, send_lost
from app.store.writing import Writing, in_pages, marks
from domain.records import BY_NAME, Entity, Kind
from domain.records.community import AchievementShare, Comment, PublicProfile, Showcase
from domain.records.identity import Member
from domain.records.outcomes import DOUBTS
from domain.records.progress import AttemptVerdict, VerdictOfCentre
from domain.records.stamps import place_of
from domain.records.wire import BucketPage, Change, OpVerdict, SyncAnswer
from local_schema.columns import EXTRA, STAMPS, Row, UnreadableRecord, fits, row_of_json

# What people react to, write about and decide about.
_TALKED_ABOUT = (AchievementShare, Comment, PublicProfile, Showcase, AttemptVerdict, Member)
NOTHING = msgspec.Raw(b"null")
# Rows in one transaction: a person's deed waits for no more than these (at most 20 ms; measured 8). While somebody is
# at work they are fewer, which costs the road a tenth more and lets a deed wait a fifth as long.
PIECE, SMALL_PIECE = 150, 50
_HEAVY = 4 * PIECE
# A page, and what holding its bucket against the centre's sums has said so far.
_Left = tuple[BucketPage, str]


def take_in(*, keeper: Keeper, account_id: str, mirror: str, answer: SyncAnswer, asked_at: int) -> tuple[str, ...]:
    """Take in an answer. The buckets that have more.

    Its verdicts come first: what the centre has leaves the outbox, what it refused is kept with the reason. What is
    small is one transaction; the rest comes in pieces between which people's deeds have their turn. For the road's
    thread: it waits here until all is done. `asked_at` is when the request was sent, in microseconds by this machine's
    clock, `mirror` the name of the mirror in it. Raises MirrorReplaced.
    """
    asked = Asked(account_id, mirror)
    first = partial(_first, asked=asked, answer=answer, asked_at=asked_at)
    left = keeper.submit(first, Urgency.LATER).result()
    if left is not None:
        return _compared(keeper, asked, left)
    if answer.buckets is not None:
        _keep_only(keeper, asked, answer.buckets)
    return take_in_pages(keeper=keeper, account_id=account_id, mirror=mirror, pages=answer.pages)


def _first(desk: Desk, asked: Asked, answer: SyncAnswer, asked_at: int) -> list[_Left] | None:
    """The time, the verdicts, and where they are few the pages; None where pages or buckets are left to do."""
    asked.open(desk)
    # Before the verdicts: what a restored centre has just taken still waits here, and is not taken for lost.
    note_answer(desk, asked.account_id, answer, asked_at)
    few = sum(_weight(change) for page in answer.pages for change in page.changes) <= _HEAVY
    pages = answer.pages if few and answer.buckets is None else ()
    left = _together(desk, asked, pages, answer.verdicts) if pages or answer.verdicts else []
    return left if len(pages) == len(answer.pages) and answer.buckets is None else None


def take_in_pages(*, keeper: Keeper, account_id: str, mirror: str, pages: Sequence[BucketPage]) -> tuple[str, ...]:
    """Take in pages, in pieces between which people's deeds have their turn. The buckets that have more.

    Raises MirrorReplaced as `take_in` does.
    """
    asked = Asked(account_id, mirror)
    left: list[_Left] = []
    for page in pages:
        verdict = ""
        for piece in _pieces(page, 4 * SMALL_PIECE if keeper.in_use() else _HEAVY):
            work = partial(_together, asked=asked, pages=(piece,))
            [(_, verdict)] = keeper.submit(work, Urgency.LATER).result()
        left.append((page, verdict))
    return _compared(keeper, asked, left)


def _compared(keeper: Keeper, asked: Asked, left: Sequence[_Left]) -> tuple[str, ...]:
    """End the comparisons that are under way. The buckets that have more, or have to be read once more."""
    # The last page of a bucket in an answer says whether there is more of it.
    more: dict[str, bool] = {}
    for page, so_far in left:
        verdict = so_far
        while verdict == "again":
            verdict = keeper.submit(partial(_go_on, asked=asked, page=page), Urgency.LATER).result()
        more[page.bucket] = page.more or verdict == "reread"
    return tuple(bucket for bucket, left_over in more.items() if left_over)


def _weight(change: Change) -> int:
    """What taking in a change costs: a place without its body is a fourth of a row."""
    return 1 if change.body == NOTHING else 4


def _pieces(page: BucketPage, heavy_enough: int) -> list[BucketPage]:
    """The page cut so that a piece and its cursor are one short transaction."""
    starts, heavy = [0], 0
    for place, change in enumerate(page.changes):
        if heavy >= heavy_enough:
            starts.append(place)
            heavy = 0
        heavy += _weight(change)
    pieces = []
    for start, end in zip(starts, [*starts[1:], len(page.changes)], strict=True):
        changes, last = page.changes[start:end], end == len(page.changes)
        piece = msgspec.structs.replace(page, changes=changes, more=page.more or not last)
        pieces.append(piece if last else _ending_at(piece, changes[-1].seq))
    return pieces


def _ending_at(piece: BucketPage, seq: int) -> BucketPage:
    """A piece that ends in the middle of its page: the cursor stands there, and the rest can come another day."""
    if not piece.newest:
        return msgspec.structs.replace(piece, upto=seq)
    # Rows that come before their turn do not move it.
    return msgspec.structs.replace(piece, back=max(seq, piece.back))


# -- which buckets there are


def _keep_only(keeper: Keeper, asked: Asked, buckets: Sequence[str]) -> None:
    """Leave the buckets that this account may not read any more, and begin those that are new."""

    def begin(desk: Desk) -> list[str]:
        with asked.open(desk).writing(durable=False) as writing:
            known = {cursor.bucket for cursor in all_cursors(writing.connection)}
            for bucket in buckets:
                if bucket not in known:
                    cursor_of(writing.connection, bucket)
            return sorted(known - set(buckets))

    for bucket in keeper.submit(begin, Urgency.LATER).result():
        leave = partial(_leave_some, asked=asked, bucket=bucket)
        while keeper.submit(leave, Urgency.LATER).result():
            pass


def _leave_some(desk: Desk, asked: Asked, bucket: str) -> bool:
    with asked.open(desk).writing(durable=False) as writing:
        cursor = cursor_of(writing.connection, bucket)
        sql = "SELECT entity, row_id FROM bucket_row WHERE bucket_key = ? LIMIT ?"
        held = [(e, i) for e, i in fetched(writing.connection, sql, (cursor.bucket_key, PIECE))]
        _lose(writing, cursor, asked.account_id, held)
        if len(held) < PIECE:
            done(writing.connection, "DELETE FROM bucket_cursor WHERE bucket = ?", (bucket,))
        return len(held) == PIECE


# -- a piece of a page


def _together(desk: Desk, asked: Asked, pages: Sequence[BucketPage], verdicts: Sequence[OpVerdict] = ()) -> list[_Left]:
    """Take in few things in one transaction. A number that no column holds fails it: then such rows are left out."""
    try:
        return _put(asked.open(desk), pages, verdicts, check=False)
    except OverflowError:
        return _put(asked.open(desk), pages, verdicts, check=True)


def _put(mirror: Mirror, pages: Sequence[BucketPage], verdicts: Sequence[OpVerdict], *, check: bool) -> list[_Left]:
    # A power cut may cost the last pieces: their cursor goes with them, so they come again; and where it undoes
    # verdicts, the operations are sent again, and twice is once.
    with mirror.writing(durable=False) as writing:
        settle(mirror, writing, verdicts)
        return [(page, _put_page(mirror, writing, page, check)) for page in pages]


def _put_page(mirror: Mirror, writing: Writing, page: BucketPage, check: bool) -> str:
    cursor = cursor_of(writing.connection, page.bucket)
    if page.rescan and not cursor.rescan:
        cursor.begin_again("hash")
    by_entity: dict[str, list[Change]] = defaultdict(list)
    for change in page.changes:
        by_entity[change.entity].append(change)
    for entity, changes in by_entity.items():
        _take_in(mirror, writing, cursor, entity, changes, check)
    if cursor.back != page.back:
        writing.changed.add("sync")
    cursor.seq, cursor.back = page.upto, page.back
    verdict = "" if page.more else _compare(mirror, writing, cursor, page)
    save(writing.connection, cursor)
    return verdict


def _take_in(mirror: Mirror, writing: Writing, cursor: Cursor, entity: str, changes: list[Change], check: bool) -> None:
    newest = {change.id: change for change in changes}
    live = [change for change in newest.values() if not change.gone]
    _hold(writing.connection, cursor, entity, live)
    if entity in BY_NAME:
        _put_rows(mirror, writing, BY_NAME[entity], live, check, restored=cursor.rescan == "epoch")
    gone = [(entity, change.id) for change in newest.values() if change.gone]
    _lose(writing, cursor, mirror.account_id, gone)


def _hold(connection: Connection, cursor: Cursor, entity: str, live: list[Change]) -> None:
    """Note that the bucket holds these rows."""
    for row_id, seq in _held(connection, cursor, entity, [change.id for change in live]).items():
        cursor.take(entity, row_id, seq)
    for change in live:
        cursor.add(entity, change.id, change.seq)
    if live:
        done_for_each(
            connection,
            "INSERT INTO bucket_row (entity, row_id, bucket_key, seq, generation) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (entity, row_id, bucket_key) "
            "DO UPDATE SET seq = excluded.seq, generation = excluded.generation",
            [(entity, change.id, cursor.bucket_key, change.seq, cursor.generation) for change in live],
        )


def _held(connection: Connection, cursor: Cursor, entity: str, ids: Sequence[str]) -> dict[str, int]:
    """The rows that count in the bucket's hash already, with their seq."""
    found: dict[str, int] = {}
    for some in in_pages(ids):
        sql = (
            f"SELECT row_id, seq FROM bucket_row WHERE entity = ? AND row_id IN ({marks(len(some))}) "
            "AND bucket_key = ? AND generation = ?"
        )
        values = (entity, *some, cursor.bucket_key, cursor.generation)
        found.update((row_id, seq) for row_id, seq in fetched(connection, sql, values))
    return found


def _put_rows(
    mirror: Mirror, writing: Writing, entity: Entity, live: list[Change], check: bool, *, restored: bool
) -> None:
    new: list[Row] = []
    for change in live:
        if change.body == NOTHING:
            continue  # it was sent from here a moment ago
        try:
            row = row_of_json(entity.record, change.body)
        except UnreadableRecord:
            continue  # one bad record must not stop the others; the bucket still counts it, so the sums fit
        if check and not fits(entity.record, row):
            continue
        if entity.kind is not Kind.FACT:
            row[STAMPS] = msgspec.json.encode(change.stamps or {}).decode()
            writing.saw(change.stamps)
        new.append(row)
    if entity.record in _TALKED_ABOUT:
        send_what_it_is_about(writing, [row["id"] for row in new])
    if entity.record is AttemptVerdict:
        _take_back(mirror, writing, new)
    if restored:
        send_later_edits(writing, mirror.account_id, entity, new)
    if entity.kind is not Kind.FACT:
        writing.replace(entity.name, _with_own_later_edits(writing, entity, new))
        return
    if not entity.writers or entity.first_stands:
        _replace_differing(writing, entity, new)
    writing.insert_new(entity.name, new)


def _take_back(mirror: Mirror, writing: Writing, verdicts: Sequence[Row]) -> None:
    lost = [row for row in verdicts if row["verdict"] == VerdictOfCentre.MISMATCH and not row["accepted"]]
    lost += [row for row in verdicts if row["accepted"] is not None and not row["accepted"]]
    _take_back_points(writing, [row["id"] for row in lost])
    own = [row for row in verdicts if row["student_id"] == mirror.account_id]
    doubted = any(row["verdict"] in DOUBTS and not row["accepted"] for row in own)
    if doubted or _of_another_day(writing.connection, [row["id"] for row in own]):
        note_doubt(writing)
        mirror.loose = True


def _of_another_day(connection: Connection, ids: Sequence[str]) -> bool:
    """Whether one of these was played where the clock told another day than was kept: the centre may count that one."""
    sql = "SELECT 1 FROM student_attempt WHERE id IN ({}) AND told_on IS NOT NULL LIMIT 1"
    return any(fetched(connection, sql.format(marks(len(some))), tuple(some)) for some in in_pages(ids))


def _take_back_points(writing: Writing, attempts: Sequence[str]) -> None:
    """Points that this end derived from a result which does not stand; what the centre gives comes with its rows."""
    for some in in_pages(attempts):
        found = fetched(
            writing.connection,
            f"SELECT id FROM points_entry AS p WHERE ref_type = 'student_attempt' AND ref_id IN ({marks(len(some))}) "
            "AND NOT EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'points_entry' AND b.row_id = p.id)",
            tuple(some),
        )
        writing.remove("points_entry", [row_id for (row_id,) in found])


def _replace_differing(writing: Writing, entity: Entity, rows_: list[Row]) -> None:
    """A fact that this end has derived as well: where the centre's is another one, the centre's stands."""
    for row in rows_:
        mine = writing.one(entity.name, row["id"])
        if mine is not None and any(mine[name] != value for name, value in row.items() if name != EXTRA):
            writing.remove(entity.name, [row["id"]])


def _with_own_later_edits(writing: Writing, entity: Entity, incoming: list[Row]) -> list[Row]:
    """The centre's rows, in which fields that were edited here since keep this mirror's value."""
    ids = [row["id"] for row in incoming]
    sql = f"SELECT id, stamp, dev_seq FROM outbox WHERE entity = ? AND state = 'waiting' AND id IN ({marks(len(ids))})"
    waiting: dict[str, set[str]] = defaultdict(set)
    for row_id, stamp, dev_seq in fetched(writing.connection, sql, (entity.name, *ids)):
        waiting[row_id].add(place_of(stamp, dev_seq))
    return [_merged(writing, entity, row, waiting[row["id"]]) if row["id"] in waiting else row for row in incoming]


def _merged(writing: Writing, entity: Entity, row: Row, waiting: Collection[str]) -> Row:
    """`waiting` are the places of what waits: the centre may have it already, from a copy of this disk."""
    mine = writing.one(entity.name, row["id"])
    if mine is None:
        return row
    theirs = msgspec.json.decode(row[STAMPS])
    own = msgspec.json.decode(mine[STAMPS] or "{}")
    later = [
        name
        for name, stamp in own.items()
        if stamp > (known := theirs.get(name, ""))
        and known[12:] not in waiting
        and name not in entity.centre_fields
        and name in row
    ]
    stamps = {**theirs, **{name: own[name] for name in later}}
    return {**row, **{name: mine[name] for name in later}, STAMPS: msgspec.json.encode(stamps).decode()}


# -- rows that leave


def _lose(writing: Writing, cursor: Cursor, account_id: str, gone: Sequence[tuple[str, str]]) -> None:
    """The bucket has lost these rows; what no bucket holds and nobody here has still to send leaves the mirror."""
    by_entity: dict[str, list[str]] = defaultdict(list)
    for entity, row_id in gone:
        by_entity[entity].append(row_id)
    for entity, ids in by_entity.items():
        held = _held(writing.connection, cursor, entity, ids)
        for row_id, seq in held.items():
            cursor.take(entity, row_id, seq)
        for some in in_pages(ids):
            sql = f"DELETE FROM bucket_row WHERE entity = ? AND row_id IN ({marks(len(some))}) AND bucket_key = ?"
            done(writing.connection, sql, (entity, *some, cursor.bucket_key))
            if entity in BY_NAME:
                _drop_or_send(writing, cursor, account_id, entity, some)


def _drop_or_send(writing: Writing, cursor: Cursor, account_id: str, entity: str, ids: Sequence[str]) -> None:
    loose = let_go(writing.connection, entity, ids)
    if cursor.rescan == "epoch":
        # A restored centre may not know it, or know it as it was: the last word of who made it goes up once more.
        for row_id in loose:
            send_lost(writing, account_id, entity, row_id)
        loose = let_go(writing.connection, entity, loose)
    writing.remove(entity, loose)


# -- when a bucket has been read to its end


def _go_on(desk: Desk, asked: Asked, page: BucketPage) -> str:
    mirror = asked.open(desk)
    with mirror.writing(durable=False) as writing:
        cursor = cursor_of(writing.connection, page.bucket)
        verdict = _compare(mirror, writing, cursor, page)
        save(writing.connection, cursor)
        return verdict


def _compare(mirror: Mirror, writing: Writing, cursor: Cursor, page: BucketPage) -> str:
    """End a comparison and hold the sums against the centre's: 'again' to go on, 'reread' where they differ."""
    compared = cursor.rescan
    if compared and _drop_unseen(writing, cursor, mirror.account_id):
        return "again"
    cursor.rescan = ""
    fits = (cursor.hash, cursor.count) == (page.hash, page.count)
    if not fits and not compared:
        cursor.begin_again("hash")
    return "" if fits or compared else "reread"


def _drop_unseen(writing: Writing, cursor: Cursor, account_id: str) -> bool:
    """Some of the rows that did not come again leave, or are sent again. Whether there may be more of them."""
    sql = "SELECT entity, row_id FROM bucket_row WHERE bucket_key = ? AND generation < ? LIMIT ?"
    found = fetched(writing.connection, sql, (cursor.bucket_key, cursor.generation, PIECE))
    unseen = [(entity, row_id) for entity, row_id in found]
    _lose(writing, cursor, account_id, unseen)
    return len(unseen) == PIECE
