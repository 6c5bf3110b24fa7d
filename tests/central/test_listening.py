"""A teacher listens to what the centre doubts: the word stands, is audited, reaches the student. Both databases."""

from __future__ import annotations

import msgspec
from small_school import School
from sqlalchemy import select
from test_judging import played, verdict

from central.community import analytics
from central.tables import AUDIT
from domain.records.communication import Notification
from domain.records.curriculum import CustomSequence, StudentGroup
from domain.records.ids import derived_id
from domain.records.progress import AttemptReview, StudentAssignment, StudentAttempt, VerdictOfCentre


def doubted(school: School, number: int) -> StudentAttempt:
    """An attempt whose score is not what its notes give."""
    attempt, notes = played(school, number, skill=0.2)
    claimed = msgspec.structs.replace(attempt, score=attempt.max_possible_score, passed=True)
    school.push(school.ada, claimed, notes)
    school.centre.judging.judge_all(school.org_id)
    return claimed


def review(school: School, attempt: StudentAttempt, *, counts: bool, at: int = 1, **more: str) -> AttemptReview:
    """What a teacher decided."""
    fields = {"teacher_id": school.teacher, "phrase_id": "counts" if counts else "together", **more}
    return AttemptReview(
        org_id=school.org_id,
        id=derived_id("review", attempt.id, at),
        attempt_id=attempt.id,
        student_id=school.ada,
        counts=counts,
        at=at,
        **fields,
    )


def test_an_accepted_attempt_counts_as_it_was_played(school: School) -> None:
    attempt = doubted(school, 21)
    school.push(school.teacher, review(school, attempt, counts=True))
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert (found.verdict, found.accepted) == (VerdictOfCentre.MISMATCH, True)
    told = school.mirror(school.ada).rows(Notification).values()
    assert [notice.action_url for notice in told if notice.notice == "listened"] == [f"attempt:{attempt.id}"]


def test_the_latest_decision_stands_and_a_repeat_changes_nothing(school: School) -> None:
    attempt = doubted(school, 22)
    school.push(school.teacher, review(school, attempt, counts=False, at=5))
    school.push(school.teacher, review(school, attempt, counts=True, at=2))
    assert school.centre.judging.judge_all(school.org_id) > 0
    found = verdict(school, attempt)
    assert found is not None
    assert found.accepted is False
    assert school.centre.judging.judge_all(school.org_id) == 0


def test_each_decision_is_a_line_of_the_audit_log(school: School) -> None:
    attempt = doubted(school, 23)
    school.push(school.teacher, review(school, attempt, counts=False))
    with school.centre.database.reading(school.org_id) as connection:
        query = select(AUDIT.c.actor, AUDIT.c.action, AUDIT.c.target).where(AUDIT.c.org_id == school.org_id)
        assert (school.teacher, "listened_practice", attempt.id) in [tuple(row) for row in connection.execute(query)]


def test_only_a_doubt_is_decided_by_staff_of_the_student_with_a_kind_word(school: School) -> None:
    attempt = doubted(school, 24)
    honest, notes = played(school, 25)
    school.push(school.ada, honest, notes)
    school.centre.judging.judge_all(school.org_id)
    codes = {
        "other teacher": (school.other_teacher, review(school, attempt, counts=True, teacher_id=school.other_teacher)),
        "no doubt": (school.teacher, review(school, honest, counts=True)),
        "no such word": (school.teacher, review(school, attempt, counts=True, phrase_id="cheater")),
        "student": (school.ada, review(school, attempt, counts=True, teacher_id=school.ada)),
    }
    found = {name: school.push(who, record)[0] for name, (who, record) in codes.items()}
    assert found == {
        "other teacher": "not_your_student",
        "no doubt": "no_doubt",
        "no such word": "unfit",
        "student": "not_allowed",
    }


def given(school: School, **more: object) -> StudentAssignment:
    """An assignment of Ada's."""
    fields: dict[str, object] = {
        "org_id": school.org_id,
        "id": "as-1",
        "student_id": school.ada,
        "sequence_id": "SEQ-LIFE",
        "sequence_version": 1,
        "group_id": "g",
        "assignment_def_id": "d",
        "name": "First notes",
        "assigned_by_user_id": school.teacher,
        "created_at": school.clock(),
    }
    return StudentAssignment(**{**fields, **more})  # type: ignore[arg-type]


def test_new_work_is_told_once_and_what_is_old_is_no_news(school: School) -> None:
    work = given(school)
    school.push(school.teacher, work, given(school, id="as-old", created_at=1))
    school.edit(school.admin, work, archived_at=school.clock())
    told = [n.action_url for n in school.mirror(school.ada).rows(Notification).values() if n.notice == "assignment"]
    assert told == ["assignment:as-1"]
    assert school.mirror(school.ada).rows(StudentAssignment)["as-1"].archived_at is not None


def test_what_was_given_and_played_is_told_to_a_record_store_under_pseudonyms(school: School) -> None:
    work = given(school)
    school.push(school.teacher, work)
    school.push(school.ada, played(school, 26)[0])

    def told(secret: bytes) -> list[bytes]:
        return school.centre.school.within(school.org_id, lambda unit: list(analytics.learning(unit.rows, secret)))

    lines = told(b"one")
    names = [msgspec.json.decode(line)["verb"]["display"]["en"] for line in lines]
    assert {"assignment created", "attempt scored"} <= set(names)
    assert school.ada not in b"".join(lines).decode()
    assert work.id not in b"".join(lines).decode()
    assert lines == told(b"one")
    assert not {*lines} & {*told(b"another")}


def test_nobody_gives_work_in_anothers_name_or_with_a_day_that_is_over(school: School) -> None:
    other = given(school, id="as-2", assigned_by_user_id=school.admin)
    late = given(school, id="as-3", due_at=1)
    strange = given(school, id="as-4", student_id=school.cy)
    assert school.push(school.teacher, other, late, strange) == ["not_yours", "unfit", "not_your_student"]


def pathway(school: School, **more: object) -> CustomSequence:
    """A pathway of the teacher's own."""
    fields: dict[str, object] = {
        "org_id": school.org_id,
        "id": "own-1",
        "owner_id": school.teacher,
        "sequence_id": "SEQ-OWN1",
        "name": "Carols",
        "created_at": 1,
    }
    return CustomSequence(**{**fields, **more})  # type: ignore[arg-type]


def test_a_draft_is_its_authors_and_a_published_pathway_the_schools(school: School) -> None:
    school.push(school.teacher, pathway(school))
    assert not school.mirror(school.ada).rows(CustomSequence)
    assert "own-1" in school.mirror(school.teacher).rows(CustomSequence)
    school.push(school.teacher, pathway(school, status="published"))
    assert "own-1" in school.mirror(school.ada).rows(CustomSequence)


def test_a_group_is_known_to_the_staff_of_its_class_alone(school: School) -> None:
    group = StudentGroup(
        org_id=school.org_id, id="g-1", class_id=school.class_id, name="Trio", student_ids=(school.ada,), created_at=1
    )
    assert school.push(school.other_teacher, group)[0] == "not_your_class"
    school.push(school.teacher, group)
    assert "g-1" in school.mirror(school.teacher).rows(StudentGroup)
    assert not school.mirror(school.ada).rows(StudentGroup)
    assert not school.mirror(school.other_teacher).rows(StudentGroup)
