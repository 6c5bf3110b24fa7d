"""Pages of buckets in any order, repeated, cut and compared: the mirror ends as the buckets are, and so do the sums."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from store_rig import CATALOGUE, Clock, answered

from app.store.contact import up_to_date
from app.store.intake import PIECE, SMALL_PIECE, take_in, take_in_pages
from app.store.keeper import Desk, Keeper
from app.store.outbox import discard_refused, next_pull, next_request, send_refused_again, sync_state
from app.store.readings import Account, SyncStanding
from app.store.secrets import FileSecrets
from app.store.tally import recounted_all
from domain.records import Record, entity_of
from domain.records.achievements import BadgeAward, PointsEntry, PointsReason
from domain.records.buckets import HASH_MODULUS, row_hash
from domain.records.communication import Message, TelemetryEvent
from domain.records.community import AchievementShare, AchievementType, SharingPreferences
from domain.records.progress import (
    AttemptSummary,
    AttemptVerdict,
    PlayType,
    StudentAttempt,
    VerdictOfCentre,
)
from domain.records.wire import (
    MOST_OPS,
    MOST_PUSH_BYTES,
    BucketPage,
    Change,
    Cursor,
    OpVerdict,
    Outcome,
    SyncAnswer,
    Verb,
)
from local_schema.tables import DERIVED


class Buckets:
    """What a centre keeps of its buckets, in the smallest form: the newest row each, and the sums."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[tuple[str, str], tuple[int, Record | None, dict[str, str] | None]]] = {}
        self.seq: dict[str, int] = {}

    def put(self, bucket: str, record: Record, stamps: dict[str, str] | None = None) -> None:
        self._set(bucket, entity_of(record).name, record.id, record, stamps)

    def drop(self, bucket: str, record: Record) -> None:
        self._set(bucket, entity_of(record).name, record.id, None, None)

    def _set(self, bucket: str, entity: str, row_id: str, record: Record | None, stamps: Any) -> None:
        self.seq[bucket] = self.seq.get(bucket, 0) + 1
        self.rows.setdefault(bucket, {})[entity, row_id] = self.seq[bucket], record, stamps

    def page(self, bucket: str, after: int, most: int = 1000, rescan: bool = False) -> BucketPage:
        rows = sorted((s, e, i, r, t) for (e, i), (s, r, t) in self.rows.get(bucket, {}).items() if s > after)
        changes = tuple(
            Change(s, e, i, r is None, msgspec.Raw(msgspec.json.encode(r)), t) for s, e, i, r, t in rows[:most]
        )
        live = [(e, i, s) for (e, i), (s, r, _) in self.rows.get(bucket, {}).items() if r is not None]
        head = self.seq.get(bucket, 0)
        more = len(rows) > most
        return BucketPage(
            bucket,
            changes[-1].seq if more else head,
            head,
            changes,
            more=more,
            hash=sum(row_hash(*row) for row in live) % HASH_MODULUS,
            count=len(live),
            rescan=rescan,
        )

    def live(self) -> set[tuple[str, str]]:
        return {key for rows in self.rows.values() for key, (_, record, _) in rows.items() if record is not None}


def attempt(number: int, student: str = "u-mia", **changes: Any) -> StudentAttempt:
    fields = {
        "step_id": f"st{number % 3}",
        "score": number * 37 % 1000,
        "passed": number % 2 == 0,
        "played_on": f"2026-11-{1 + number % 28:02}",
    }
    return StudentAttempt(
        org_id="org-1",
        id=f"a{number}",
        student_id=student,
        game_id="G-00001",
        stage_id="G-00001-quiz",
        max_possible_score=1000,
        duration_ms=1000 + number,
        play_type=PlayType.FREE_PLAY,
        session_data=AttemptSummary(judge_version=1, seed=1, level=1, concepts={"treble": (number % 5, 5)}),
        created_at=1_800_000_000_000_000 + number,
        **{**fields, **changes},
    )


def points(number: int, student: str = "u-mia") -> PointsEntry:
    return PointsEntry(
        org_id="org-1",
        id=f"p{number}",
        student_id=student,
        points=number,
        reason=PointsReason.GAME_COMPLETE,
        ref_type="student_attempt",
        ref_id=f"a{number}",
        earned_at=1,
        earned_on=f"2026-11-{1 + number % 28:02}",
    )


def award(number: int, student: str = "u-mia") -> BadgeAward:
    return BadgeAward(
        org_id="org-1",
        id=f"w{number}",
        user_id=student,
        badge_id=f"b{number % 2}",
        level=1 + number % 4,
        crossed_at=number,
        awarded_at=number,
    )


def take(
    keeper: Keeper, *pages: BucketPage, buckets: tuple[str, ...] | None = None, epoch: str = "e1"
) -> tuple[str, ...]:
    answer = SyncAnswer(epoch, keeper.now(), (), pages, buckets)
    return take_in(keeper=keeper, account_id="u-mia", mirror=mirror_of(keeper), answer=answer, asked_at=keeper.now())


def mirror_of(keeper: Keeper) -> str:
    return next_request(keeper=keeper, account_id="u-mia").result().mirror


def held(keeper: Keeper) -> set[tuple[str, str]]:
    def work(desk: Desk) -> set[tuple[str, str]]:
        with desk.mirror("u-mia").reading() as connection:
            return {
                (entity, row_id)
                for entity in ("student_attempt", "points_entry", "badge_award", "message", "attempt_verdict")
                for row_id in connection.exec_driver_sql(f"SELECT id FROM {entity}").scalars()
            }

    return keeper.submit(work).result()


def sums(keeper: Keeper, *, anew: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """The derived tables, as kept or counted anew; without the figures that are refreshed later."""

    def work(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
        with desk.mirror("u-mia").writing() as writing:
            if anew:
                for table in DERIVED:
                    writing.connection.exec_driver_sql(f"DELETE FROM {table.name}")
                recounted_all(writing.connection)
            return {t.name: _rows(writing.connection, t.name) for t in DERIVED}

    def _rows(connection: Any, table: str) -> list[tuple[Any, ...]]:
        columns = "student_id, attempts, passed, ms, points, last_played_at" if table == "student_summary" else "*"
        where = "WHERE attempts OR points" if table == "student_summary" else ""
        return sorted(tuple(row) for row in connection.exec_driver_sql(f"SELECT {columns} FROM {table} {where}"))

    return keeper.submit(work).result()


MADE = st.one_of(
    st.builds(attempt, st.integers(0, 30), st.sampled_from(["u-mia", "u-ben"])),
    st.builds(points, st.integers(0, 30), st.sampled_from(["u-mia", "u-ben"])),
    st.builds(award, st.integers(0, 9), st.sampled_from(["u-mia", "u-ben"])),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "put", "drop"]), st.sampled_from(["user:u-mia", "class:c"]), MADE),
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS, cuts=st.lists(st.integers(1, 7), min_size=1, max_size=5), data=st.data())
def test_the_mirror_ends_as_the_buckets_are_and_the_sums_equal_a_recount(
    steps: Any, cuts: list[int], data: Any
) -> None:
    with (
        TemporaryDirectory() as folder,
        Keeper(
            folder=Path(folder) / "m", secrets=FileSecrets(Path(folder) / "k"), now=Clock(), catalogue=CATALOGUE
        ) as keeper,
    ):
        buckets, facts = Buckets(), {}
        for place, (what, bucket, made) in enumerate(steps):
            # A fact never changes: the first of its id is the one.
            record = facts.setdefault((type(made), made.id), made)
            getattr(buckets, what)(bucket, record)
            if data.draw(st.booleans()):
                after = cursor(keeper, bucket).seq
                page = buckets.page(bucket, after, cuts[place % len(cuts)])
                for _ in range(data.draw(st.integers(1, 2))):
                    take(keeper, page)
        for bucket in ("user:u-mia", "class:c"):
            while cursor(keeper, bucket).seq < buckets.seq.get(bucket, 0):
                take_in_pages(
                    keeper=keeper,
                    account_id="u-mia",
                    mirror=mirror_of(keeper),
                    pages=[buckets.page(bucket, cursor(keeper, bucket).seq, cuts[0])],
                )
        assert held(keeper) == buckets.live()
        for bucket in buckets.seq:
            page, mine = buckets.page(bucket, 0), cursor(keeper, bucket)
            assert (mine.seq, mine.hash, mine.count) == (page.head, page.hash, page.count)
        kept = sums(keeper)
        assert kept == sums(keeper, anew=True)


def cursor(keeper: Keeper, bucket: str) -> Cursor:
    found = next_pull(keeper=keeper, account_id="u-mia", buckets=[bucket]).result().cursors
    return found[0] if found else Cursor(bucket, 0)


def test_a_row_stays_while_another_bucket_holds_it(keeper: Keeper) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", attempt(1))
    buckets.put("class:c", attempt(1))
    take(keeper, buckets.page("user:u-mia", 0), buckets.page("class:c", 0), buckets=("user:u-mia", "class:c"))
    buckets.drop("class:c", attempt(1))
    take(keeper, buckets.page("class:c", 1))
    assert held(keeper) == {("student_attempt", "a1")}
    take(keeper, buckets=("class:c",))
    assert held(keeper) == set()


def test_leaving_a_bucket_takes_its_rows_away_in_pieces(keeper: Keeper) -> None:
    buckets = Buckets()
    for number in range(1200):
        buckets.put("staff:c", attempt(number))
    while (after := cursor(keeper, "staff:c").seq) < 1200:
        take(keeper, buckets.page("staff:c", after))
    assert len(held(keeper)) == 1200
    take(keeper, buckets=())
    assert held(keeper) == set()
    assert sums(keeper)["student_summary"] == []


def test_a_mirror_that_differs_reads_the_bucket_again_and_loses_what_is_not_named(keeper: Keeper) -> None:
    buckets = Buckets()
    for number in range(5):
        buckets.put("user:u-mia", attempt(number))
    take(keeper, buckets.page("user:u-mia", 0))
    lost = Buckets()
    for number in (0, 1, 2):
        lost.put("user:u-mia", attempt(number))
    lost.seq["user:u-mia"] = 9
    assert take(keeper, lost.page("user:u-mia", 5)) == ("user:u-mia",)
    assert cursor(keeper, "user:u-mia").seq == 0
    assert take(keeper, lost.page("user:u-mia", 0)) == ()
    assert held(keeper) == {("student_attempt", f"a{n}") for n in (0, 1, 2)}


def test_after_a_restored_backup_what_was_made_here_is_sent_again_and_the_rest_is_dropped(
    keeper: Keeper, mia: Account
) -> None:
    buckets = Buckets()
    for number in range(3):
        buckets.put("user:u-mia", attempt(number))
    buckets.put("user:u-mia", points(1))
    take(keeper, buckets.page("user:u-mia", 0))
    restored = Buckets()
    restored.put("user:u-mia", attempt(0))
    take(keeper, restored.page("user:u-mia", 0, rescan=True), epoch="e2")
    request = next_request(keeper=keeper, account_id="u-mia").result()
    assert request.epoch == "e2"
    assert [(op.entity, op.id, op.verb) for op in request.ops] == [
        ("student_attempt", "a1", Verb.ADD),
        ("student_attempt", "a2", Verb.ADD),
    ]
    assert held(keeper) == {("student_attempt", f"a{n}") for n in range(3)}


def test_a_mirror_that_does_not_know_yet_whose_it_is_tells_a_restored_centre_what_it_alone_has(keeper: Keeper) -> None:
    event = TelemetryEvent(org_id="org-1", id="e", name="share_created", actor="p", at=1)
    take(keeper, epoch="e1")

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.put(event)

    keeper.submit(work).result()
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.OK)])
    assert next_request(keeper=keeper, account_id="u-mia").result().ops == ()
    take(keeper, epoch="e2")
    (told,) = next_request(keeper=keeper, account_id="u-mia").result().ops
    assert (told.entity, told.id) == ("telemetry_event", "e")


def test_what_was_derived_for_a_day_that_the_centre_counts_as_another_one_leaves(keeper: Keeper) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", attempt(2, played_on="2026-11-09", told_on="2026-11-07"))
    take(keeper, buckets.page("user:u-mia", 0))
    derived = points(1)

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.keep([derived])

    keeper.submit(work).result()
    verdict = AttemptVerdict(
        org_id="org-1", id="a2", student_id="u-mia", verdict=VerdictOfCentre.VERIFIED, score=74, passed=True,
        judge_version=1, judged_at=1,
    )  # fmt: skip
    buckets.put("user:u-mia", verdict)
    take(keeper, buckets.page("user:u-mia", 1))
    assert ("points_entry", derived.id) in held(keeper)
    up_to_date(keeper=keeper, account_id="u-mia")
    assert ("points_entry", derived.id) not in held(keeper)


def test_the_centres_other_result_stands_in_the_sums(keeper: Keeper) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", attempt(2, score=900, passed=True))
    take(keeper, buckets.page("user:u-mia", 0))
    verdict = AttemptVerdict(
        org_id="org-1",
        id="a2",
        student_id="u-mia",
        verdict=VerdictOfCentre.MISMATCH,
        score=100,
        passed=False,
        judge_version=1,
        judged_at=1,
    )
    buckets.put("user:u-mia", verdict)
    take(keeper, buckets.page("user:u-mia", 1))
    ((_, _, attempts, passed, best, _),) = sums(keeper)["stage_summary"]
    assert (attempts, passed, best) == (1, 0, 100)


def test_a_bad_row_does_not_stop_the_others_and_an_unknown_entity_is_passed_over(keeper: Keeper) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", attempt(1))
    page = buckets.page("user:u-mia", 0)
    bad = Change(2, "student_attempt", "bad", False, msgspec.Raw(b'{"id":"bad"}'))
    new = Change(3, "hologram", "h1", False, msgspec.Raw(b'{"id":"h1"}'))
    hashed = sum(row_hash(c.entity, c.id, c.seq) for c in (*page.changes, bad, new)) % HASH_MODULUS
    page = msgspec.structs.replace(page, changes=(*page.changes, bad, new), upto=3, head=3, hash=hashed, count=3)
    assert take(keeper, page) == ()
    assert held(keeper) == {("student_attempt", "a1")}


def _message(keeper: Keeper, **changes: Any) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.edit(SharingPreferences, "u-mia", changes)

    keeper.submit(work).result()


def _preferences(keeper: Keeper) -> dict[str, Any]:
    def work(desk: Desk) -> dict[str, Any]:
        with desk.mirror("u-mia").reading() as connection:
            return dict(connection.exec_driver_sql("SELECT * FROM sharing_preferences").mappings().one())

    return keeper.submit(work).result()


def test_an_edit_made_here_stands_against_an_older_row_and_yields_to_a_later_one(keeper: Keeper, clock: Clock) -> None:
    buckets = Buckets()
    theirs = SharingPreferences(org_id="org-1", id="u-mia", theme="light", text_percent=100)
    buckets.put("user:u-mia", theirs, {"theme": "000000000001" + "0000x"})
    take(keeper, buckets.page("user:u-mia", 0))
    _message(keeper, theme="dark")
    other = msgspec.structs.replace(theirs, text_percent=150)
    buckets.put("user:u-mia", other, {"theme": "000000000001" + "0000x", "text_percent": "000000000002" + "0000x"})
    take(keeper, buckets.page("user:u-mia", 1))
    assert (_preferences(keeper)["theme"], _preferences(keeper)["text_percent"]) == ("dark", 150)
    later = f"{clock() // 1000 + 9999:012x}0000x"
    buckets.put("user:u-mia", msgspec.structs.replace(other, theme="contrast"), {"theme": later})
    take(keeper, buckets.page("user:u-mia", 2))
    assert _preferences(keeper)["theme"] == "contrast"


def test_a_refused_edit_is_listed_and_discarding_it_puts_back_what_was(keeper: Keeper, mia: Account) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", SharingPreferences(org_id="org-1", id="u-mia", theme="light"))
    take(keeper, buckets.page("user:u-mia", 0))
    _message(keeper, theme="dark")
    request = next_request(keeper=keeper, account_id="u-mia").result()
    refusal = OpVerdict(request.ops[0].dev_seq, Outcome.REFUSED, "not_yours", "Your teacher has to do this.")
    answered(keeper, "u-mia", [refusal])
    state = sync_state(keeper=keeper, account=mia).result()
    assert (state.standing, state.waiting, state.refused[0].why) == (
        SyncStanding.REFUSED,
        0,
        "Your teacher has to do this.",
    )
    assert next_request(keeper=keeper, account_id="u-mia").result().ops == ()
    discard_refused(keeper=keeper, account=mia, dev_seq=refusal.dev_seq).result()
    assert _preferences(keeper)["theme"] == "light"
    assert sync_state(keeper=keeper, account=mia).result().standing is SyncStanding.ALL_AT_SCHOOL


def test_changing_what_was_refused_takes_it_off_the_list(keeper: Keeper, mia: Account) -> None:
    buckets = Buckets()
    buckets.put("user:u-mia", SharingPreferences(org_id="org-1", id="u-mia", theme="light"))
    take(keeper, buckets.page("user:u-mia", 0))
    _message(keeper, theme="dark")
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.REFUSED, "x", "Not this one.")])
    assert len(sync_state(keeper=keeper, account=mia).result().refused) == 1
    _message(keeper, text_percent=150)
    answered(keeper, "u-mia", [OpVerdict(2, Outcome.OK)])
    assert len(sync_state(keeper=keeper, account=mia).result().refused) == 1, "that was about something else"
    _message(keeper, theme="contrast")
    answered(keeper, "u-mia", [OpVerdict(3, Outcome.OK)])
    assert sync_state(keeper=keeper, account=mia).result().refused == ()


def test_a_refused_message_shows_its_words_again(keeper: Keeper, mia: Account) -> None:
    buckets = Buckets()
    share = AchievementShare(
        org_id="org-1",
        id="s",
        student_id="u-mia",
        author_name="Mia",
        author_avatar="note",
        achievement_type=AchievementType.BADGE,
        achievement_id="award",
        title="First steps",
        shared_at=1,
    )
    buckets.put("user:u-mia", share)
    take(keeper, buckets.page("user:u-mia", 0))

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.edit(AchievementShare, share.id, {"message": "Come and listen"})

    keeper.submit(work).result()
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.REFUSED, "x", "No.")])
    (refused,) = sync_state(keeper=keeper, account=mia).result().refused
    assert (refused.entity, refused.words) == ("achievement_share", "Come and listen")


def test_a_refused_fact_can_be_sent_again_under_a_new_number(keeper: Keeper, mia: Account) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.put(attempt(1))
            writing.put(
                Message(
                    org_id="org-1", id="m", from_user_id="u-mia", to_user_id="t", subject="", body="hi", created_at=1
                )
            )

    keeper.submit(work).result()
    verdicts = [OpVerdict(1, Outcome.REFUSED, "x", "No."), OpVerdict(2, Outcome.OK)]
    answered(keeper, "u-mia", verdicts)
    send_refused_again(keeper=keeper, account=mia, dev_seq=1).result()
    assert [(op.dev_seq, op.id) for op in next_request(keeper=keeper, account_id="u-mia").result().ops] == [(3, "a1")]
    answered(keeper, "u-mia", [OpVerdict(3, Outcome.REFUSED, "x", "No.")])
    discard_refused(keeper=keeper, account=mia, dev_seq=3).result()
    assert ("student_attempt", "a1") not in held(keeper)


def test_a_batch_keeps_to_its_limits_and_takes_the_urgent_first(keeper: Keeper) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.put_all([attempt(number) for number in range(1500)])
            writing.put(SharingPreferences(org_id="org-1", id="u-mia"))

    keeper.submit(work).result()
    request = next_request(keeper=keeper, account_id="u-mia").result()
    assert request.ops[0].entity == "sharing_preferences"
    assert [op.dev_seq for op in request.ops[1:4]] == [1, 2, 3]
    assert len(request.ops) <= MOST_OPS
    assert len(msgspec.json.encode(request.ops)) <= MOST_PUSH_BYTES
    assert request.waiting == 1501


def test_while_somebody_is_at_work_the_pieces_are_smaller(keeper: Keeper, clock: Clock, mia: Account) -> None:
    pieces: list[bool] = []
    keeper.on_change = lambda _account, changed: pieces.append("student_attempt" in changed)
    taken = []
    for first, seconds in ((0, 0), (2 * PIECE, 60)):
        buckets = Buckets()
        for number in range(first, first + 2 * PIECE):
            buckets.put(f"staff:{first}", attempt(number))
        sync_state(keeper=keeper, account=mia).result()
        mirror = mirror_of(keeper)
        clock.forward(seconds=seconds)
        pieces.clear()
        page = buckets.page(f"staff:{first}", 0)
        take_in_pages(keeper=keeper, account_id=mia.user_id, mirror=mirror, pages=[page])
        taken.append(sum(pieces))
    assert taken == [2 * PIECE // SMALL_PIECE, 2]
