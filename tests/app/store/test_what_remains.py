"""The clock that stamps, and rows that no bucket holds: what must be kept is, and what must not be is not."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_rig import Clock, answered
from test_taking_in import Buckets, attempt, award, points, take

from app.store.contact import up_to_date
from app.store.keeper import Desk, Keeper
from app.store.outbox import discard_refused, next_request
from app.store.readings import Account
from domain.records import Record
from domain.records.achievements import RoleEngagement
from domain.records.community import AchievementShare, AchievementType, ClassPolicy, Scope, SharingPreferences
from domain.records.progress import AttemptVerdict, VerdictOfCentre
from domain.records.stamps import MOST_AHEAD, HybridClock, clamped, is_ahead, place_of
from domain.records.wire import OpVerdict, Outcome

SHARE = AchievementShare(
    org_id="org-1",
    id="s1",
    student_id="u-mia",
    author_name="Mia",
    author_avatar="note",
    achievement_type=AchievementType.BADGE,
    achievement_id="w1",
    title="Reader",
    scope=Scope.CLASS,
    shared_at=1,
)
MINE = "user:u-mia"


def stamp_at(at: int) -> str:
    return f"{at // 1000:012x}0000elsewhere"


def edited(keeper: Keeper, record: Record, **changes: object) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.edit(type(record), record.id, changes)

    keeper.submit(work).result()


def put(keeper: Keeper, record: Record) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.put(record)

    keeper.submit(work).result()


def there(keeper: Keeper, entity: str) -> list[str]:
    def work(desk: Desk) -> list[str]:
        with desk.mirror("u-mia").reading() as connection:
            return list(connection.exec_driver_sql(f"SELECT id FROM {entity}").scalars())

    return keeper.submit(work).result()


# -- the clock


def test_what_was_read_before_a_restart_is_earlier_than_what_is_done_after_it_whatever_the_clock_says(
    open_keeper: Callable[[], Keeper], clock: Clock
) -> None:
    keeper, buckets = open_keeper(), Buckets()
    theirs = SharingPreferences(org_id="org-1", id="u-mia", theme="light")
    last = stamp_at(clock())
    buckets.put(MINE, theirs, {"theme": last})
    take(keeper, buckets.page(MINE, 0))
    clock.forward(days=-2)
    keeper = open_keeper()
    put(keeper, ClassPolicy(org_id="org-1", id="c"))
    edited(keeper, theirs, theme="dark")
    assert all(op.stamp > last for op in next_request(keeper=keeper, account_id="u-mia").result().ops)


def test_a_clock_that_was_wrong_by_years_is_right_again_once_all_is_sent(keeper: Keeper, clock: Clock) -> None:
    clock.forward(days=900)
    put(keeper, SharingPreferences(org_id="org-1", id="u-mia", theme="dark"))
    clock.forward(days=-900)
    [op] = next_request(keeper=keeper, account_id="u-mia").result().ops
    assert is_ahead(op.stamp, clock())
    answered(keeper, "u-mia", [OpVerdict(op.dev_seq, Outcome.OK)])
    put(keeper, SharingPreferences(org_id="org-1", id="u-mia", theme="light"))
    [later] = next_request(keeper=keeper, account_id="u-mia").result().ops
    assert clamped(op.stamp, clock(), op.dev_seq) < later.stamp
    assert not is_ahead(later.stamp, clock() + 1000)


TIMES = st.integers(0, 1 << 50)


@given(now=TIMES, at=TIMES, place=st.integers(0, 1 << 20), device=st.text("0123456789abcdef", min_size=12, max_size=12))
def test_a_clamped_stamp_is_never_ahead_and_known_again_by_its_place(
    now: int, at: int, place: int, device: str
) -> None:
    made = HybridClock(device).stamp(at)
    moved = clamped(made, now, place)
    assert not is_ahead(moved, now)
    assert (moved == made) or moved[12:] == place_of(made, place)
    clock = HybridClock(device)
    clock.saw(made)
    assert clock.come_back(now) == is_ahead(made, now)
    assert clock.stamp(now) > moved
    assert not is_ahead(clock.stamp(now), now + 1000)


# -- rows that no bucket holds


@pytest.fixture
def removed(keeper: Keeper) -> int:
    """A share that was edited here while an adult took it down there: its bucket has lost it. The edit's number."""
    buckets = Buckets()
    buckets.put(MINE, SHARE, {"scope": stamp_at(1)})
    take(keeper, buckets.page(MINE, 0))
    edited(keeper, SHARE, withdrawn=True)
    buckets.drop(MINE, SHARE)
    take(keeper, buckets.page(MINE, 1))
    assert there(keeper, "achievement_share") == ["s1"]
    return next_request(keeper=keeper, account_id="u-mia").result().ops[0].dev_seq


def test_what_waited_here_after_its_bucket_lost_it_leaves_once_it_is_sent(keeper: Keeper, removed: int) -> None:
    answered(keeper, "u-mia", [OpVerdict(removed, Outcome.OK)])
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "achievement_share") == []


def test_it_leaves_after_a_restart_too(open_keeper: Callable[[], Keeper], keeper: Keeper, removed: int) -> None:
    answered(keeper, "u-mia", [OpVerdict(removed, Outcome.DUPLICATE)])
    keeper = open_keeper()
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "achievement_share") == []


def test_it_stays_while_something_is_not_sent_or_not_decided(keeper: Keeper, mia: Account, removed: int) -> None:
    edited(keeper, SHARE, scope=Scope.SCHOOL)
    answered(keeper, "u-mia", [OpVerdict(removed, Outcome.OK)])
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "achievement_share") == ["s1"]
    answered(keeper, "u-mia", [OpVerdict(removed + 1, Outcome.REFUSED, "removed", "An adult has taken this away.")])
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "achievement_share") == ["s1"]
    discard_refused(keeper=keeper, account=mia, dev_seq=removed + 1).result()
    assert there(keeper, "achievement_share") == []


def test_what_is_placed_after_it_was_sent_stays(keeper: Keeper) -> None:
    put(keeper, SHARE)
    [op] = next_request(keeper=keeper, account_id="u-mia").result().ops
    answered(keeper, "u-mia", [OpVerdict(op.dev_seq, Outcome.OK)])
    buckets = Buckets()
    buckets.put(MINE, SHARE, {"scope": op.stamp})
    take(keeper, buckets.page(MINE, 0))
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "achievement_share") == ["s1"]


def test_a_bucket_that_is_new_after_a_restore_does_not_undo_what_was_said_last(keeper: Keeper) -> None:
    before, buckets = Buckets(), Buckets()
    before.put(MINE, SHARE, {"scope": stamp_at(1)})
    buckets.put(MINE, SHARE, {"scope": stamp_at(1)})
    take(keeper, buckets.page(MINE, 0))
    edited(keeper, SHARE, scope=Scope.FAMILY)
    [op] = next_request(keeper=keeper, account_id="u-mia").result().ops
    answered(keeper, "u-mia", [OpVerdict(op.dev_seq, Outcome.OK)])
    before.put("class:again", SHARE, {"scope": stamp_at(1)})
    pages = [before.page("class:again", 0), before.page(MINE, 0, rescan=True)]
    take(keeper, *pages, buckets=("class:again", MINE), epoch="e2")
    [again] = next_request(keeper=keeper, account_id="u-mia").result().ops
    assert (again.stamp, again.body) == (op.stamp, op.body)


# -- what was derived from a result that does not stand

PLAYED = attempt(1)
ENGAGED = RoleEngagement(
    org_id="org-1",
    id="e1",
    user_id="u-mia",
    skill_role_id="role-1",
    source="challenge",
    ref_id=PLAYED.id,
    occurred_on="2026-11-20",
    occurred_at=1,
)


@pytest.fixture
def derived(keeper: Keeper) -> Buckets:
    """An attempt that the centre has, with an engagement, an award and points that only this mirror has derived."""

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            for record in (ENGAGED, award(1), points(1)):
                writing.keep([record])

    buckets = Buckets()
    buckets.put(MINE, PLAYED)
    take(keeper, buckets.page(MINE, 0))
    keeper.submit(work).result()
    return buckets


@pytest.mark.parametrize(
    ("verdict", "accepted", "left"),
    [
        (VerdictOfCentre.VERIFIED, None, 3),
        (VerdictOfCentre.IMPLAUSIBLE, True, 3),
        (VerdictOfCentre.IMPLAUSIBLE, None, 0),
        (VerdictOfCentre.UNVERIFIABLE, False, 0),
        (VerdictOfCentre.MISMATCH, None, 0),
    ],
)
def test_what_the_centre_has_not_derived_from_what_it_doubts_was_not_earned(
    keeper: Keeper, derived: Buckets, verdict: VerdictOfCentre, accepted: bool | None, left: int
) -> None:
    judged = AttemptVerdict(
        org_id="org-1",
        id=PLAYED.id,
        student_id="u-mia",
        verdict=verdict,
        score=0,
        passed=False,
        judge_version=1,
        judged_at=2,
        accepted=accepted,
    )
    derived.put(MINE, judged)
    take(keeper, derived.page(MINE, 1))
    up_to_date(keeper=keeper, account_id="u-mia")
    kept = [id_ for entity in ("role_engagement", "badge_award", "points_entry") for id_ in there(keeper, entity)]
    assert len(kept) == left


def test_it_is_not_looked_at_while_something_is_not_judged_yet(keeper: Keeper, derived: Buckets) -> None:
    put(keeper, attempt(2))
    doubted = AttemptVerdict(
        org_id="org-1",
        id=PLAYED.id,
        student_id="u-mia",
        verdict=VerdictOfCentre.IMPLAUSIBLE,
        score=0,
        passed=False,
        judge_version=1,
        judged_at=2,
    )
    derived.put(MINE, doubted)
    take(keeper, derived.page(MINE, 1))
    up_to_date(keeper=keeper, account_id="u-mia")
    assert there(keeper, "role_engagement") == ["e1"]


# -- copied disks


def test_a_change_that_a_copy_of_this_disk_has_sent_is_known_again_by_its_place(keeper: Keeper, clock: Clock) -> None:
    """Both disks have it, stamped too far ahead; the centre has moved the stamp of the one that came first."""
    theirs = SharingPreferences(org_id="org-1", id="u-mia", theme="light")
    clock.forward(days=2)
    put(keeper, theirs)
    clock.forward(days=-2)
    [op] = next_request(keeper=keeper, account_id="u-mia").result().ops
    moved = clamped(op.stamp, clock(), op.dev_seq)
    assert moved[:12] == f"{(clock() + MOST_AHEAD) // 1000:012x}"
    buckets = Buckets()
    names = set(theirs.__struct_fields__) - {"org_id", "id"}
    buckets.put(MINE, theirs, dict.fromkeys(names, moved))
    take(keeper, buckets.page(MINE, 0))

    def stamps(desk: Desk) -> set[str]:
        with desk.mirror("u-mia").writing() as writing:
            found = writing.one("sharing_preferences", "u-mia")
            assert found is not None
            return set(msgspec.json.decode(found["stamps"]).values())

    assert keeper.submit(stamps).result() == {moved}
