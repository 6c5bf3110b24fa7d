"""The whole way: a note on a lab computer with no network, the badge it brings, and the teacher who sees it."""

from __future__ import annotations

from classroom import PASSWORD, PIN, Classroom, until

from domain.records.community import Scope


def test_a_badge_earned_with_no_network_reaches_the_teacher_and_the_display(classroom: Classroom) -> None:
    classroom.pupil("Nova Sparrow")
    lab, desk, display = classroom.computer("lab 3"), classroom.computer("teacher"), classroom.display()
    until(lambda: lab.knows("Nova Sparrow"), "the lab computer gets ready for its students")
    until(lambda: any(face.display_name == "Ms Rivera" for face in desk._faces()), "the teacher's face")
    desk.sign_in("Ms Rivera", PASSWORD).signs_out()

    with classroom.network_away():
        nova = lab.sign_in("Nova Sparrow", PIN)
        nova.reads_on()
        first = nova.next_step()
        finished = nova.plays(first)
        assert finished.step_completed
        assert finished.points_earned > 0
        while nova.next_step().title.endswith("quiz") is False:
            nova.reads_on()
            nova.plays(nova.next_step())
        passed = nova.plays(nova.next_step(), wrong=1)
        assert passed.outcome.passed
        badge = nova.badges()[0]
        assert not badge.confirmed
        nova.shares(badge, scope=Scope.CLASS, saying="My first badge!")
        assert nova.waits_for_the_school() > 0

    until(lambda: nova.waits_for_the_school() == 0, "everything is sent")
    until(lambda: all(each.confirmed for each in nova.badges()), "the school agrees")
    teacher = desk.sign_in("Ms Rivera", PASSWORD)
    until(
        lambda: any(each.share and each.share.author_name == "Nova Sparrow" for each in achievements_of(teacher)),
        "the teacher's machine hears of it",
    )
    until(lambda: any(each.author_name == "Nova Sparrow" for each in display.shows().shares), "the display shows it")

    with classroom.network_away():
        seen = next(each for each in achievements_of(teacher) if each.share is not None)
        assert seen.share is not None
        assert seen.share.title == badge.name
        assert display.shows().fresh_at is not None


def achievements_of(teacher: object) -> tuple:
    return teacher.achievements(Classroom.CLASS) if teacher.rooms.classes(teacher.account).result() else ()


def test_the_answer_of_a_push_is_lost_and_nothing_counts_twice(classroom: Classroom) -> None:
    classroom.pupil("Nova Sparrow")
    lab = classroom.computer("lab 3")
    until(lambda: lab.knows("Nova Sparrow"), "the lab computer gets ready for its students")
    nova = lab.sign_in("Nova Sparrow", PIN)
    nova.reads_on()

    lab.wires.answers_to_lose = 2
    nova.plays(nova.next_step())
    until(lambda: lab.wires.lost == 2, "two answers get lost")
    until(lambda: nova.waits_for_the_school() == 0, "everything is sent in the end")

    with classroom.centre.database.reading(classroom.org_id) as connection:
        attempts = connection.exec_driver_sql("SELECT count(*), count(DISTINCT id) FROM student_attempt").one()
    assert tuple(attempts) == (1, 1)
