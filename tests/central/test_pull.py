"""Pages, cursors, hash, epoch: a mirror always ends as its buckets are, and a quiet sync says nothing."""

from __future__ import annotations

import threading

import msgspec
import pytest
from small_school import Mirror, School

from central.app import Centre
from central.epoch import new_epoch
from central.problems import Refused
from central.sync import pull
from domain.records.community import AchievementShare, SharingPreferences
from domain.records.identity import AccessRole, Member
from domain.records.progress import StudentAttempt
from domain.records.wire import SCHEMA, Cursor, PullRequest, SyncRequest


def test_a_quiet_sync_is_tiny(school: School) -> None:
    mirror = school.mirror(school.teacher)
    request = SyncRequest(school.teacher, SCHEMA, school.centre.epoch(), (), mirror.cursors())
    answer = school.centre.sync.sync(school.device, request)
    assert (answer.pages, answer.buckets, answer.verdicts) == ((), None, ())
    assert len(msgspec.json.encode(answer)) < 80


def test_pages_are_bounded_and_lose_nothing(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "PAGE_ROWS", 7)
    monkeypatch.setattr(pull, "MOST_ROWS", 10)
    attempts = [school.attempt(school.ada, number) for number in range(40)]
    school.push(school.ada, *attempts)
    answer = school.centre.sync.sync(school.device, SyncRequest(school.teacher, SCHEMA))
    assert sum(len(page.changes) for page in answer.pages) <= 10
    assert any(page.more for page in answer.pages)
    assert set(school.mirror(school.teacher).rows(StudentAttempt)) == {a.id for a in attempts}


def test_a_new_mirror_gets_what_is_its_own_before_that_of_its_class(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pull, "MOST_ROWS", 10)
    mine = [school.attempt(school.ada, number) for number in range(30)]
    school.push(school.ada, *mine)
    answer = school.centre.sync.sync(school.device, SyncRequest(school.ada, SCHEMA))
    filled = [page.bucket for page in answer.pages if page.changes]
    assert filled == [f"user:{school.ada}"]
    assert {attempt.id for attempt in mine} == set(school.mirror(school.ada).rows(StudentAttempt))


def small_pages(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(pull, "PAGE_ROWS", rows)
    monkeypatch.setattr(pull, "MOST_ROWS", rows)


def test_a_new_mirror_gets_the_newest_first_and_then_what_is_older(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = [school.attempt(school.ada, number) for number in range(40)]
    school.push(school.ada, *mine)
    small_pages(monkeypatch, 20)
    mirror, seen = Mirror(), list[list[str]]()
    while not seen or len(seen[-1]) < len(mine):
        school.read_some(school.ada, mirror)
        seen.append(list(mirror.rows(StudentAttempt)))
    newest = [attempt.id for attempt in reversed(mine)]
    assert seen[0]
    assert all(some == newest[: len(some)] for some in seen), "downwards, without a gap"
    assert len(seen) > 2


def test_who_and_what_stands_comes_with_the_newest_however_old_it_is(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preferences, classes and names were written in September; nothing of November can be shown without them."""
    settings = SharingPreferences(org_id=school.org_id, id=school.ada, theme="dark")
    school.push(school.ada, settings, *(school.attempt(school.ada, number) for number in range(60)))
    small_pages(monkeypatch, 40)
    mirror = Mirror()
    school.read_some(school.ada, mirror)
    assert mirror.backs[f"user:{school.ada}"] > 0, "there is more of it"
    assert set(mirror.rows(SharingPreferences)) == {school.ada}
    assert school.ada in mirror.rows(Member)


@pytest.mark.parametrize("newest", [True, False])
def test_what_changes_and_goes_while_a_mirror_is_filled_reaches_it(
    school: School, monkeypatch: pytest.MonkeyPatch, newest: bool
) -> None:
    shares = [school.share(school.ada, message=f"{number}") for number in range(30)]
    assert set(school.push(school.ada, *shares)) == {"ok"}
    small_pages(monkeypatch, 9)
    mirror = school.mirrors[school.ada] = Mirror(newest=newest)
    for share, other in zip(shares[::3], shares[1::3], strict=True):
        school.read_some(school.ada, mirror)
        assert school.edit(school.ada, share, message="Another word") == "ok"
        assert school.edit(school.ada, other, withdrawn=True) == "ok"
    school.mirror(school.ada)
    school.mirrors[school.ada] = Mirror(newest=not newest)
    assert school.mirror(school.ada).buckets == mirror.buckets
    words = {share.id: share.message for share in mirror.rows(AchievementShare).values()}
    assert {words[share.id] for share in shares[::3]} == {"Another word"}


def test_a_page_is_bounded_in_bytes(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "MOST_BYTES", 1_000)
    school.push(school.ada, *(school.attempt(school.ada, number) for number in range(20)))
    answer = school.centre.sync.sync(school.device, SyncRequest(school.ada, SCHEMA))
    assert sum(len(c.body) for page in answer.pages for c in page.changes) < 2_500
    assert len(school.mirror(school.ada).rows(StudentAttempt)) == 20


def test_a_mirror_that_differs_reads_its_bucket_again(school: School) -> None:
    school.push(school.ada, school.attempt(school.ada))
    mirror = school.mirror(school.ada)
    rows = mirror.buckets[f"user:{school.ada}"]
    lost = next(key for key in rows if key[0] == "student_attempt")
    del rows[lost]
    assert lost in school.mirror(school.ada).buckets[f"user:{school.ada}"]


def test_a_mirror_that_is_ahead_of_a_restored_centre_reads_again(school: School) -> None:
    mirror = school.mirror(school.ada)
    mirror.seqs[f"user:{school.ada}"] += 1_000
    request = SyncRequest(school.ada, SCHEMA, "another epoch", (), mirror.cursors())
    pages = {page.bucket: page for page in school.centre.sync.sync(school.device, request).pages}
    assert pages[f"user:{school.ada}"].rescan
    school.mirror(school.ada)


def test_a_bucket_of_others_is_never_read(school: School) -> None:
    school.push(school.ada, school.attempt(school.ada))
    cursors = (Cursor(f"user:{school.ada}", 0), Cursor(f"staff:{school.class_id}", 0))
    request = PullRequest(school.bo, SCHEMA, school.centre.epoch(), cursors)
    assert school.centre.sync.pull(school.device, request).pages == ()
    answer = school.centre.sync.sync(school.device, SyncRequest(school.bo, SCHEMA, "", (), cursors))
    assert answer.buckets is not None
    assert not {page.bucket for page in answer.pages} & {c.bucket for c in cursors}


def test_an_account_that_never_signed_in_here_is_refused(school: School) -> None:
    [stranger] = school.add(AccessRole.TEACHER, 1)
    with pytest.raises(Refused) as refusal:
        school.centre.sync.sync(school.device, SyncRequest(stranger, SCHEMA))
    assert refusal.value.status == 403


def test_a_new_epoch_is_told(centre: Centre) -> None:
    before = centre.epoch()
    assert new_epoch(centre.database, centre.now()) != before


def test_concurrent_writers_leave_no_gap_for_a_reader(school: School) -> None:
    """The cursor race: while many push into one class, a reader that polls must see every row."""
    students = school.add(AccessRole.STUDENT, 6, (school.class_id,))
    ops = {student: [school.op(school.attempt(student, number)) for number in range(30)] for student in students}
    reader, done = school.mirror(school.teacher), threading.Event()
    failures: list[BaseException] = []

    def write(student: str) -> None:
        try:
            for op in ops[student]:
                assert school.send(student, op)[0].outcome.value == "ok"
        except BaseException as error:
            failures.append(error)

    def read() -> None:
        try:
            while not done.is_set():
                request = SyncRequest(school.teacher, SCHEMA, school.centre.epoch(), (), reader.cursors())
                reader.take(school.centre.sync.sync(school.device, request))
        except BaseException as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(student,)) for student in students]
    reading = threading.Thread(target=read)
    for thread in (reading, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reading.join()
    assert failures == []
    wanted = {derived for student in students for derived in (op.id for op in ops[student])}
    request = SyncRequest(school.teacher, SCHEMA, school.centre.epoch(), (), reader.cursors())
    reader.take(school.centre.sync.sync(school.device, request))
    assert set(reader.rows(StudentAttempt)) == wanted
    seqs = [change.seq for change in reader.buckets[f"staff:{school.class_id}"].values()]
    assert len(seqs) == len(set(seqs))
