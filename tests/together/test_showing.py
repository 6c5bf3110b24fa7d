"""Showing somebody's share on: to people who may see it anyway, once, with a word to them and to nobody else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from together import Seat, Together

from app.store.community_readings import Who
from app.store.moments import post_moment
from app.store.notices import notices
from app.store.problems import StoreProblem
from app.store.reporting import block_person
from app.store.showing import people_to_show, show_to
from domain.community.sharing import MOST_SHOWN_A_DAY, showing_id
from domain.records.community import AchievementShare, EngagementKind, Scope, SocialEngagement


def shared(together: Together, scope: Scope = Scope.CLASS) -> str:
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=scope)
    together.all_meet()
    return share.share_id


def names(people: tuple[Who, ...]) -> list[str]:
    return [who.display_name for who in people]


def heard(seat: Seat) -> list[str]:
    return [notice.title for notice in seat.does(notices) if notice.kind == "shown"]


def shows(together: Together, share_id: str, to: str) -> SocialEngagement:
    """As no view would send it."""
    me = together.bo.account.user_id
    return SocialEngagement(
        org_id=together.org_id,
        id=showing_id(me, share_id, to),
        actor_user_id=me,
        target_type="share",
        target_id=share_id,
        engagement=EngagementKind.SHOW,
        at=together.time(),
        to_user_id=to,
    )


def test_who_may_see_it_is_offered_and_told_once(together: Together) -> None:
    share_id = shared(together)
    assert names(together.bo.does(people_to_show, share_id=share_id)) == ["Ms Rivera", "Quick Fox"]
    for _twice in range(2):
        together.bo.does(show_to, share_id=share_id, user_id=together.cy.account.user_id)
        together.all_meet()
    assert heard(together.cy) == ["Calm Lark wants to show you: 7 days of music in a row"]
    assert heard(together.ada) == heard(together.teacher) == heard(together.far) == []
    assert together.bo.refused() == ()


def test_a_teacher_shows_and_is_shown(together: Together) -> None:
    share_id = shared(together)
    together.bo.does(show_to, share_id=share_id, user_id=together.teacher.account.user_id)
    together.teacher.does(show_to, share_id=share_id, user_id=together.cy.account.user_id)
    together.all_meet()
    assert heard(together.teacher) == ["Calm Lark wants to show you: 7 days of music in a row"]
    assert heard(together.cy) == ["Ms Rivera wants to show you: 7 days of music in a row"]


def test_one_s_own_and_what_is_the_family_s_are_shown_to_nobody(together: Together) -> None:
    share_id = shared(together)
    assert together.ada.does(people_to_show, share_id=share_id) == ()
    with pytest.raises(StoreProblem, match="class only"):
        together.ada.does(show_to, share_id=share_id, user_id=together.bo.account.user_id)
    with pytest.raises(StoreProblem, match="class only"):
        together.bo.does(show_to, share_id=share_id, user_id=together.far.account.user_id)


def test_nothing_reaches_who_may_not_see_it(together: Together) -> None:
    share_id = shared(together)
    assert together.bo.pushes(shows(together, share_id, together.far.account.user_id)) == "not_allowed"
    assert together.bo.pushes(shows(together, share_id, together.guardian.account.user_id)) == "not_allowed"
    assert together.bo.pushes(shows(together, share_id, "nobody")) == "nothing_there"
    together.all_meet()
    assert heard(together.far) == heard(together.guardian) == []
    assert share_id not in together.far.holds(AchievementShare)


def test_a_block_stands_between(together: Together) -> None:
    share_id = shared(together)
    together.all_meet()
    together.cy.does(block_person, user_id=together.bo.account.user_id, present=True)
    together.all_meet()
    together.bo.does(show_to, share_id=share_id, user_id=together.cy.account.user_id)
    together.all_meet()
    assert heard(together.cy) == []


def test_a_nuisance_has_an_end(together: Together) -> None:
    share_id, me = shared(together), together.bo.account.user_id
    old = [
        SocialEngagement(
            org_id=together.org_id,
            id=f"s{number}",
            actor_user_id=me,
            target_type="share",
            target_id=f"another-{number}",
            engagement=EngagementKind.SHOW,
            at=together.time(),
            to_user_id=together.cy.account.user_id,
        )
        for number in range(MOST_SHOWN_A_DAY)
    ]
    together.centre.school.put(*old)
    wanted = shows(together, share_id, together.cy.account.user_id)
    assert together.bo.pushes(wanted) == "enough"
    assert heard(together.cy) == []


def test_an_invented_id_is_refused(together: Together) -> None:
    share_id = shared(together)
    forged = replace(shows(together, share_id, together.cy.account.user_id), id="another")
    assert together.bo.pushes(forged) == "unfit"
