"""What is pushed is taken once, refused alone and never half: on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_school import Clock, School, opened
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from central.database import sqlite_url
from central.sync.push import REMEMBERED_NUMBERS, Sender, push
from central.tables import HEARD
from domain.records.community import ClassPolicy, Scope, SharingPreferences
from domain.records.identity import AccessRole, Member
from domain.records.progress import Performance, StudentAttempt
from domain.records.wire import MOST_OPS, Op, Outcome, SyncRequest, Verb

OK, DUPLICATE = Outcome.OK.value, Outcome.DUPLICATE.value


def test_a_fact_is_taken_once_however_often_it_comes(school: School) -> None:
    attempt = school.attempt(school.ada)
    op = school.op(attempt)
    assert [v.outcome for v in school.send(school.ada, op)] == [Outcome.OK]
    assert [v.outcome for v in school.send(school.ada, op)] == [Outcome.DUPLICATE]
    assert school.push(school.ada, attempt) == [DUPLICATE]
    assert [v.outcome for v in school.send(school.ada, op, mirror="a rebuilt mirror")] == [Outcome.DUPLICATE]
    assert school.mirror(school.ada).rows(StudentAttempt) == {attempt.id: attempt}


def test_the_same_fact_twice_in_one_request_is_one_row(school: School) -> None:
    attempt = school.attempt(school.ada)
    assert school.push(school.ada, attempt, attempt) == [OK, DUPLICATE]


def test_the_same_id_with_other_content_is_refused(school: School) -> None:
    attempt = school.attempt(school.ada)
    forged = msgspec.structs.replace(attempt, score=1_000)
    assert school.push(school.ada, attempt) == [OK]
    assert school.push(school.ada, forged) == ["other_content"]
    assert school.push(school.ada, school.attempt(school.ada, 2), forged) == [OK, "other_content"]
    assert school.mirror(school.ada).rows(StudentAttempt)[attempt.id] == attempt


def test_a_refused_operation_holds_up_nothing_and_says_why(school: School) -> None:
    good, stranger = school.attempt(school.ada), school.attempt(school.bo)
    verdicts = school.send(school.ada, school.op(stranger), school.op(good))
    assert [(v.outcome, v.code) for v in verdicts] == [(Outcome.REFUSED, "not_yours"), (Outcome.OK, "")]
    assert verdicts[0].text.endswith(".")


def test_what_was_refused_may_come_again_when_its_reason_is_gone(school: School) -> None:
    policy = ClassPolicy(org_id=school.org_id, id=school.other_class, sharing_enabled=False)
    op = school.op(policy)
    assert school.send(school.teacher, op)[0].code == "not_your_class"
    assert school.send(school.other_teacher, op)[0].outcome is Outcome.OK


def test_one_poisoned_operation_does_not_take_the_batch_down(school: School) -> None:
    attempt = school.attempt(school.ada)
    poisoned = [
        school.op(attempt, body=msgspec.Raw(b'{"org_id": 1}')),
        school.op(attempt, body=msgspec.Raw(b"[]")),
        school.op(attempt, body=msgspec.Raw(b"[" * 3_000 + b"]" * 3_000)),
        school.op(school.attempt(school.ada, 3, score=1 << 80)),
        school.op(school.attempt(school.ada, 4, game_id="a\0b")),
        school.op(school.attempt(school.ada, 5, game_id="x" * 100_000)),
        school.op(attempt, id="another"),
        school.op(attempt, entity="spaceship"),
        school.op(attempt, verb=Verb.EDIT),
        school.op(school.attempt(school.ada, 6, org_id="another")),
        school.op(SharingPreferences(org_id=school.org_id, id=school.ada), stamp="no stamp"),
        school.op(SharingPreferences(org_id=school.org_id, id=school.ada), Verb.EDIT, {"theme": 5}),
    ]
    verdicts = school.send(school.ada, *poisoned, school.op(attempt))
    assert {v.outcome for v in verdicts[:-1]} == {Outcome.REFUSED}
    assert verdicts[-1].outcome is Outcome.OK
    assert all(v.text and v.code for v in verdicts[:-1])


def test_a_row_at_which_the_centre_fails_holds_up_only_what_is_about_it(
    school: School, caplog: pytest.LogCaptureFixture
) -> None:
    mine, attempt = school.share(school.ada), school.attempt(school.ada)
    assert school.push(school.ada, mine) == [OK]
    database = school.centre.database
    standing = school.centre.sync.speaks(school.device, school.ada)

    def spoil(stamps: str) -> None:
        sql = f"UPDATE achievement_share SET stamps = '{stamps}' WHERE id = '{mine.id}'"
        database.write(school.org_id, lambda connection: connection.exec_driver_sql(sql))

    def sent(*ops: Op) -> list[tuple[int, Outcome]]:
        pushed = push(database, Sender(school.device.device_id, "m", standing), ops, school.clock())
        return [(verdict.dev_seq, verdict.outcome) for verdict in pushed.verdicts]

    spoil("no JSON")
    edit, fact = school.op(mine, Verb.EDIT, {"withdrawn": True}), school.op(attempt)
    assert sent(edit, fact) == [(fact.dev_seq, Outcome.OK)]
    assert sent(edit) == []
    assert all(record.exc_info is None for record in caplog.records), "a message may hold what somebody wrote"
    assert "achievement_share: DecodeError at " in caplog.text
    spoil("{}")
    assert sent(edit, fact) == [(edit.dev_seq, Outcome.OK), (fact.dev_seq, Outcome.DUPLICATE)]


def test_what_only_the_centre_writes_is_refused(school: School) -> None:
    member = Member(org_id=school.org_id, id=school.ada, role=AccessRole.TEACHER_ADMIN, display_name="Boss")
    assert school.push(school.ada, member) == ["not_allowed"]


def test_a_copied_disk_is_noticed_and_loses_nothing(school: School) -> None:
    first, second = school.op(school.attempt(school.ada, 1)), school.op(school.attempt(school.ada, 2))
    copied = msgspec.structs.replace(second, dev_seq=first.dev_seq)
    assert school.send(school.ada, first)[0].outcome is Outcome.OK
    assert school.send(school.ada, copied)[0].outcome is Outcome.OK
    assert len(school.mirror(school.ada).rows(StudentAttempt)) == 2
    with school.centre.database.reading(school.org_id) as connection:
        query = "SELECT cloned_at FROM device WHERE device_id = " + f"'{school.device.device_id}'"
        assert connection.exec_driver_sql(query).scalar() is not None


def test_an_edit_from_the_future_is_clamped_and_a_later_one_still_wins(school: School) -> None:
    mine = SharingPreferences(org_id=school.org_id, id=school.ada)
    ahead = f"{(school.clock() + 10**12) // 1000:012x}0000device-2"
    assert school.send(school.ada, school.op(mine, stamp=ahead))[0].outcome is Outcome.OK
    school.clock.now += 6 * 60 * 1_000_000
    assert school.edit(school.ada, mine, theme="dark") == OK
    assert school.mirror(school.ada).rows(SharingPreferences)[school.ada].theme == "dark"


def test_fields_that_belong_to_the_centre_are_never_taken_from_a_client(school: School) -> None:
    share = school.share(school.ada, is_featured=True, message="hello", message_state="ok", author_name="Beethoven")
    assert school.push(school.ada, share) == [OK]
    assert school.edit(school.ada, share, is_featured=True, moderation="ok", message_state="ok", student_id="me") in (
        OK,
        DUPLICATE,
    )
    there = school.mirror(school.ada).rows(type(share))[share.id]
    assert (there.is_featured, there.message_state, there.author_name) == (False, "pending", "student 0")
    assert there.student_id == school.ada


def test_unknown_fields_of_a_newer_client_survive_the_round_trip(school: School) -> None:
    attempt = school.attempt(school.ada)
    body = msgspec.json.decode(msgspec.json.encode(attempt)) | {"mood": "happy"}
    request = SyncRequest(school.ada, 99, "", (school.op(attempt, body=msgspec.Raw(msgspec.json.encode(body))),))
    school.centre.sync.sync(school.device, request)
    changes = school.mirror(school.ada).buckets[f"user:{school.ada}"]
    assert msgspec.json.decode(changes[("student_attempt", attempt.id)].body)["mood"] == "happy"


def test_a_performance_of_more_than_256_kib_is_refused(school: School) -> None:
    notes = Performance(
        org_id=school.org_id,
        id=school.attempt(school.ada).id,
        student_id=school.ada,
        input_kind="midi",
        events=((0, 60, 80),) * 40_000,
    )
    assert school.push(school.ada, notes) == ["too_large"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), repeats=st.lists(st.integers(0, 5), max_size=4))
def test_edits_give_the_same_document_in_any_order_with_any_repeats(
    school: School, order: list[int], repeats: list[int]
) -> None:
    [student] = school.add(AccessRole.STUDENT, 1, (school.class_id,))
    mine = SharingPreferences(org_id=school.org_id, id=student)
    whole = school.op(mine)
    changes: tuple[dict[str, object], ...] = (
        {"theme": "dark"},
        {"theme": "light", "text_percent": 120},
        {"boards": True},
        {"boards": False, "default_scope": Scope.CLASS.value},
        {"text_percent": 150},
        {"theme": "contrast"},
    )
    edits = [school.op(mine, Verb.EDIT, fields) for fields in changes]
    school.send(student, whole)
    for index in [*order, *repeats]:
        again: Op = msgspec.structs.replace(edits[index], dev_seq=random.getrandbits(40))
        school.send(student, again)
    there = school.mirror(student).rows(SharingPreferences)[student]
    wanted = SharingPreferences(
        org_id=school.org_id,
        id=student,
        theme="contrast",
        text_percent=150,
        boards=False,
        default_scope=Scope.CLASS,
    )
    assert there == wanted


@pytest.mark.parametrize("count", [1, 999, 1_000])
def test_a_batch_of_any_size_is_one_transaction(school: School, count: int) -> None:
    attempts = [school.attempt(school.ada, number) for number in range(count)]
    assert school.push(school.ada, *attempts) == [OK] * count
    assert len(school.mirror(school.ada).rows(StudentAttempt)) == count
    assert len(school.mirror(school.teacher).rows(StudentAttempt)) == count


def heard(school: School, account: str) -> list[int]:
    """The numbers that the centre remembers of a mirror."""
    with school.centre.database.reading(school.org_id) as connection:
        asked = select(HEARD.c.dev_seq).where(HEARD.c.org_id == school.org_id, HEARD.c.mirror == f"mirror-{account}")
        return sorted(connection.execute(asked).scalars())


def test_what_is_remembered_of_a_mirror_has_a_bound_and_old_repeats_are_still_known(school: School) -> None:
    sent = [school.op(school.attempt(school.ada, number)) for number in range(1, 3_501)]
    for start in range(0, len(sent), MOST_OPS):
        school.send(school.ada, *sent[start : start + MOST_OPS])
    kept = heard(school, school.ada)
    assert kept[-1] == sent[-1].dev_seq
    assert len(kept) <= REMEMBERED_NUMBERS + MOST_OPS
    assert {v.outcome for v in school.send(school.ada, *sent[:5])} == {Outcome.DUPLICATE}
    assert len(school.mirror(school.ada).rows(StudentAttempt)) == len(sent)


def test_nothing_is_remembered_of_a_machine_that_was_ended(school: School) -> None:
    school.push(school.ada, school.attempt(school.ada))
    assert heard(school, school.ada)
    school.centre.machines.revoke(school.org_id, school.device.device_id)
    assert heard(school, school.ada) == []


def test_a_full_database_refuses_nobody_for_good(tmp_path: Path, clock: Clock) -> None:
    most_pages = 1

    def tighten(connection, *_others) -> None:  # type: ignore[no-untyped-def]
        connection.execute(f"PRAGMA max_page_count = {most_pages}").close()

    with opened(sqlite_url(tmp_path / "centre.db"), clock) as centre:
        school = School(centre, clock)
        event.listen(centre.database.engine, "checkout", tighten)
        ops = [school.op(school.attempt(school.ada, number)) for number in range(400)]
        outcomes: list[Outcome] = []
        with pytest.raises(OperationalError, match="full"):
            outcomes.extend(school.send(school.ada, op)[0].outcome for op in ops)
        most_pages = 1 << 30
        outcomes.extend(school.send(school.ada, op)[0].outcome for op in ops[len(outcomes) :])
        assert outcomes == [Outcome.OK] * len(ops)
