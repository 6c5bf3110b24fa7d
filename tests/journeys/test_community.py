"""The social story over real HTTP: two students, a teacher and a display, with the network going and coming."""

from __future__ import annotations

from classroom import PASSWORD, PIN, Classroom, Person, until

from app.store.comments import comment_on, comments_of
from app.store.moderating import approve_clean, decide, moderation_queue
from app.store.policies import set_class_rules
from app.store.sharing import feed_page, react
from domain.records.community import EngagementKind, Scope


def does(person: Person, deed, **what):  # type: ignore[no-untyped-def]
    """One of the store's functions, on behalf of this person."""
    return deed(keeper=person.computer.desktop.keeper, account=person.account, **what).result(30)


def earns_a_badge(person: Person) -> None:
    while not person.badges():
        person.reads_on()
        person.plays(person.next_step())


def test_a_badge_is_shared_cheered_commented_and_hidden_again(classroom: Classroom) -> None:
    for name in ("Nova Sparrow", "Calm Lark"):
        classroom.pupil(name)
    lab, other, desk, display = (
        classroom.computer("lab 3"),
        classroom.computer("lab 4"),
        classroom.computer("teacher"),
        classroom.display(),
    )
    until(lambda: lab.knows("Nova Sparrow") and other.knows("Calm Lark"), "the lab computers get ready")
    until(lambda: any(face.display_name == "Ms Rivera" for face in desk._faces()), "the teacher's face")
    nova, lark, rivera = (
        lab.sign_in("Nova Sparrow", PIN),
        other.sign_in("Calm Lark", PIN),
        desk.sign_in("Ms Rivera", PASSWORD),
    )
    class_id = classroom.classes[Classroom.CLASS]
    until(lambda: bool(rivera.rooms.classes(rivera.account).result(30)), "the teacher has the class")
    does(rivera, set_class_rules, class_id=class_id, comment_mode="moderated")
    with classroom.network_away():
        earns_a_badge(nova)
        nova.shares(nova.badges()[0], scope=Scope.CLASS, saying="<b>my first</b>")

    def at_lark() -> list:
        return [card for card in does(lark, feed_page).shares if card.author_name == "Nova Sparrow"]

    until(lambda: bool(at_lark()), "the classmate sees it")
    until(lambda: at_lark()[0].comment_mode == "moderated", "the new rule arrives")
    [seen] = at_lark()
    assert seen.message == ""
    with classroom.network_away():
        does(lark, react, share_id=seen.share_id, engagement=EngagementKind.CELEBRATE)
        does(lark, comment_on, share_id=seen.share_id, phrase_id="well_done")
        does(lark, comment_on, share_id=seen.share_id, text="you are great")
    until(lambda: len(does(nova, comments_of, share_id=seen.share_id)) == 1, "the sentence of the list arrives")
    until(lambda: len(does(rivera, moderation_queue)) == 2, "the words wait with the teacher")
    with classroom.network_away():
        assert does(rivera, approve_clean) == 2
    until(lambda: len(does(nova, comments_of, share_id=seen.share_id)) == 2, "the words arrive")
    until(lambda: at_lark()[0].message == "<b>my first</b>", "the approved text arrives")
    until(lambda: bool(display.shows().shares), "the display shows it")
    does(rivera, decide, target_type="share", target_id=seen.share_id, decision="hide")
    until(lambda: not at_lark() and not display.shows().shares, "it is gone everywhere")
