"""Adults in charge look at what is in no feed: of the class or the organisation, and each look is written down."""

from __future__ import annotations

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
from domain.records.community import AchievementShare, Comment, Highlight, ModerationState, PublicProfile, Scope
from domain.records.identity import AccessRole
from domain.records.supervision import Decision, Supervision


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


@pytest.mark.parametrize("action", ["approve", "mute", "shout"])
def test_only_closing_is_decided_here(school: School, action: str) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    with pytest.raises(Refused, match="no decision"):
        decides(school, school.teacher, share, action)


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
