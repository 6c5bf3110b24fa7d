"""Adults in charge look at what is in no feed: of the class or the organisation, and each look is written down."""

from __future__ import annotations

import msgspec
import pytest
from small_school import School
from sqlalchemy import select

from central.auditing import broken_at
from central.community.supervising import decide, look
from central.problems import Refused
from central.sync.standing import standing_of
from central.sync.unit import Unit
from central.tables import AUDIT
from domain.records.communication import Notification
from domain.records.community import (
    AchievementShare,
    Comment,
    Highlight,
    ItemReport,
    ModerationState,
    PublicProfile,
    Scope,
)
from domain.records.identity import AccessRole
from domain.records.supervision import Decision, SeenItem, Supervision


def looks(school: School, account: str, student: str = "") -> Supervision:
    def work(unit: Unit) -> Supervision:
        who = standing_of(unit.rows, unit.known, account)
        assert who is not None
        return look(unit, who, student)

    return school.centre.school.within(school.org_id, work)


def decides(school: School, account: str, share: AchievementShare, action: str = "hide", reason: str = "") -> None:
    def work(unit: Unit) -> None:
        who = standing_of(unit.rows, unit.known, account)
        assert who is not None
        asked = Decision(account, share.student_id, "share", share.id, action, reason)
        decide(unit, who, asked, school.centre.fresh_id())

    school.centre.school.within(school.org_id, work)


def audited(school: School) -> list[tuple[str, str, str]]:
    def work(unit: Unit) -> list[tuple[str, str, str]]:
        assert broken_at(unit) is None
        rows = unit.connection.execute(select(AUDIT).where(AUDIT.c.org_id == unit.org_id).order_by(AUDIT.c.number))
        return [(row.actor, row.action, row.target) for row in rows]

    return school.centre.school.looking(school.org_id, work)


def test_what_is_private_is_seen_here_and_in_no_mirror(school: School) -> None:
    share = school.share(school.ada, Scope.PRIVATE)
    school.push(school.ada, share)
    assert share.id not in school.mirror(school.teacher).rows(AchievementShare)
    seen = looks(school, school.teacher, school.ada)
    assert [(item.target_id, item.scope, item.state) for item in seen.items] == [
        (share.id, Scope.PRIVATE, ModerationState.OK)
    ]
    assert audited(school)[-1] == (school.teacher, "supervision", school.ada)


def test_words_profile_and_what_is_hidden_are_there_and_what_was_taken_back_is_not(school: School) -> None:
    hers, gone = school.share(school.ada, Scope.CLASS), school.share(school.ada, Scope.CLASS)
    school.push(school.ada, hers)
    theirs = school.share(school.bo, Scope.CLASS)
    school.push(school.bo, theirs)
    words = Comment(
        org_id=school.org_id, id="w", share_id=theirs.id, author_id=school.ada, author_name="x",
        phrase_id="well_done", at=school.clock(),
    )  # fmt: skip
    profile = PublicProfile(org_id=school.org_id, id=school.ada, display_name="x", bio_text="I like cats")
    assert school.push(school.ada, words, profile, gone) == ["ok", "ok", "ok"]
    school.edit(school.ada, gone, withdrawn=True)
    decides(school, school.teacher, hers)
    kinds = {item.target_type: item for item in looks(school, school.teacher, school.ada).items}
    assert set(kinds) == {"share", "comment", "profile"}
    assert kinds["share"].state is ModerationState.HIDDEN
    assert kinds["profile"].text == "I like cats"
    assert gone.id not in {item.target_id for item in kinds.values()}


@pytest.mark.parametrize("who", ["other_teacher", "bo", "guardian"])
def test_nobody_else_looks(school: School, who: str) -> None:
    share = school.share(school.ada, Scope.PRIVATE)
    school.push(school.ada, share)
    with pytest.raises(Refused):
        looks(school, getattr(school, who), school.ada)
    with pytest.raises(Refused):
        looks(school, getattr(school, who))
    with pytest.raises(Refused):
        decides(school, getattr(school, who), share)
    assert not [line for line in audited(school) if line[1].startswith("supervision")]


def test_a_teacher_does_not_look_through_the_organisation(school: School) -> None:
    with pytest.raises(Refused):
        looks(school, school.teacher)


@pytest.mark.parametrize("role", [AccessRole.SUBSCRIBER_ADMIN, AccessRole.TEACHER_ADMIN, AccessRole.SYSTEM_ADMIN])
def test_administrators_see_what_waits_everywhere_and_close_it(school: School, role: AccessRole) -> None:
    [admin] = school.add(role, 1)
    profile = PublicProfile(org_id=school.org_id, id=school.cy, display_name="x", bio_text="Read me")
    assert school.push(school.cy, profile) == ["ok"]
    waiting = looks(school, admin).items
    assert [(item.target_type, item.author_id, item.text) for item in waiting] == [("profile", school.cy, "Read me")]
    share = school.share(school.cy, Scope.SCHOOL)
    school.push(school.cy, share)
    assert share.id in school.mirror(school.ada).rows(AchievementShare)
    decides(school, admin, share, "remove", "Not kind")
    assert share.id not in school.mirror(school.ada).rows(AchievementShare)
    told = [n.title for n in school.mirror(school.cy).rows(Notification).values()]
    assert any("taken down" in title for title in told)
    assert (admin, "moderation_remove", f"share:{share.id}") in audited(school)


@pytest.mark.parametrize("action", ["mute", "restore", "shout"])
def test_another_word_is_no_decision(school: School, action: str) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    with pytest.raises(Refused, match="no decision"):
        decides(school, school.teacher, share, action)


def does(school: School, account: str, asked: Decision) -> None:
    def work(unit: Unit) -> None:
        who = standing_of(unit.rows, unit.known, account)
        assert who is not None
        decide(unit, who, asked, school.centre.fresh_id())

    school.centre.school.within(school.org_id, work)


def approval(account: str, item: SeenItem, **other: str) -> Decision:
    asked = Decision(
        account, "", item.target_type, item.target_id, "approve", part=item.part, seen=item.state, text_seen=item.digest
    )
    return msgspec.structs.replace(asked, **other)


@pytest.fixture
def system(school: School) -> str:
    return school.add(AccessRole.SYSTEM_ADMIN, 1)[0]


def test_a_system_administrator_approves_the_words_that_were_read(school: School, system: str) -> None:
    profile = PublicProfile(
        org_id=school.org_id, id=school.ada, display_name="x", bio_text="I like cats", scope=Scope.CLASS
    )
    assert school.push(school.ada, profile) == ["ok"]
    [item] = looks(school, system).items
    assert school.mirror(school.bo).rows(PublicProfile)[school.ada].bio_text == ""
    with pytest.raises(Refused, match="changed meanwhile"):
        does(school, system, approval(system, item, text_seen="of other words"))
    does(school, system, approval(system, item))
    assert school.mirror(school.bo).rows(PublicProfile)[school.ada].bio_text == "I like cats"
    assert (system, "moderation_approve", f"profile:{school.ada}") in audited(school)
    assert looks(school, system).items == ()


def test_words_that_were_changed_meanwhile_are_not_approved(school: School, system: str) -> None:
    profile = PublicProfile(org_id=school.org_id, id=school.ada, display_name="x", bio_text="I like cats")
    assert school.push(school.ada, profile) == ["ok"]
    [item] = looks(school, system).items
    assert school.edit(school.ada, profile, bio_text="Something else") == "ok"
    with pytest.raises(Refused, match="changed meanwhile"):
        does(school, system, approval(system, item))
    assert looks(school, system).items[0].state is ModerationState.PENDING


def test_words_with_a_share_wait_there_too_and_are_judged_apart_from_it(school: School, system: str) -> None:
    share = school.share(school.ada, Scope.CLASS, message="My granny helped me")
    assert school.push(school.ada, share) == ["ok"]
    [item] = looks(school, system).items
    assert (item.part, item.text, item.state) == ("message", "My granny helped me", ModerationState.PENDING)
    assert [(one.part, one.text) for one in looks(school, system, school.ada).items] == [
        ("item", ""),
        ("message", "My granny helped me"),
    ]
    does(school, system, approval(system, item))
    assert school.mirror(school.bo).rows(AchievementShare)[share.id].message == "My granny helped me"
    [one] = looks(school, system, school.ada).items
    assert (one.part, one.text) == ("item", "My granny helped me")
    does(school, system, msgspec.structs.replace(approval(system, item), action="hide", reason="unkind"))
    assert school.mirror(school.bo).rows(AchievementShare)[share.id].message == ""


def test_a_report_is_answered(school: School, system: str) -> None:
    share = school.share(school.ada, Scope.CLASS)
    school.push(school.ada, share)
    report = ItemReport(
        org_id=school.org_id, id="r1", target_type="share", target_id=share.id, reporter_id=school.bo, reason="unkind",
        at=school.clock(),
    )  # fmt: skip
    assert school.push(school.bo, report) == ["ok"]
    [item] = looks(school, system).items
    assert item.state is ModerationState.REPORTED
    does(school, system, approval(system, item))
    assert school.mirror(school.bo).rows(AchievementShare)[share.id].moderation is ModerationState.OK


def test_a_break_from_words_is_asked_for_and_ended(school: School, system: str) -> None:
    share = school.share(school.ada, Scope.CLASS)
    school.push(school.ada, share)
    until = school.clock() + 3_600_000_000
    asked = Decision(system, school.bo, "user", school.bo, "mute", "Please be kind", until=until)
    with pytest.raises(Refused, match="needs an end"):
        does(school, system, msgspec.structs.replace(asked, until=None))
    does(school, system, asked)
    assert looks(school, system, school.bo).muted_until == until
    words = Comment(
        org_id=school.org_id, id="w", share_id=share.id, author_id=school.bo, author_name="x", phrase_id="well_done",
        at=school.clock(),
    )  # fmt: skip
    assert school.push(school.bo, words) == ["muted"]
    assert (system, "moderation_mute", f"user:{school.bo}") in audited(school)
    does(school, system, msgspec.structs.replace(asked, action="unmute"))
    assert looks(school, system, school.bo).muted_until is None


@pytest.mark.parametrize("who", ["other_teacher", "bo", "guardian"])
def test_nobody_else_approves_or_asks_for_a_break(school: School, who: str) -> None:
    share = school.share(school.ada, Scope.CLASS, message="My granny helped me")
    school.push(school.ada, share)
    account = getattr(school, who)
    for asked in (
        Decision(account, "", "share", share.id, "approve", part="message"),
        Decision(account, school.ada, "user", school.ada, "mute", until=school.clock() + 10_000_000),
    ):
        with pytest.raises(Refused):
            does(school, account, asked)


def test_a_limit_of_an_adult_is_in_what_is_told(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    school.push(school.ada, share)
    [item] = looks(school, school.admin, school.ada).items
    assert item.scope is Scope.SCHOOL


def test_a_system_administrator_puts_something_in_the_light_of_the_classes_that_see_it(school: School) -> None:
    [system] = school.add(AccessRole.SYSTEM_ADMIN, 1)
    share, own = school.share(school.ada, Scope.CLASS), school.share(school.bo, Scope.FAMILY)
    school.push(school.ada, share)
    school.push(school.bo, own)
    decides(school, system, share, "highlight")
    lit = school.mirror(school.bo).rows(Highlight).values()
    assert [(each.share_id, each.class_id, each.kind) for each in lit] == [(share.id, school.class_id, "teacher")]
    assert (system, "highlight", share.id) in audited(school)
    with pytest.raises(Refused, match="No class sees this"):
        decides(school, system, own, "highlight")
