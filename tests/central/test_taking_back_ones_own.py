"""Whoever may not say anything new can still take back what they have said, and change what the school has outdated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from small_school import Clock, School, opened

from central.database import sqlite_url
from domain.community.sharing import reaction_id
from domain.records.community import (
    AchievementShare,
    ClassPolicy,
    Comment,
    EngagementKind,
    ItemReport,
    ModerationAction,
    PublicProfile,
    Scope,
    Showcase,
    SocialEngagement,
)
from domain.records.identity import Site


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    clock = Clock()
    centre = opened(sqlite_url(tmp_path / "centre.db"), clock)
    yield School(centre, clock)
    centre.close()


def _muted(school: School, _share: AchievementShare) -> None:
    break_ = ModerationAction(
        org_id=school.org_id, id="m1", target_type="user", target_id=school.bo, actor_id=school.teacher, action="mute",
        at=school.clock(), until=school.clock() + 3_600_000_000,
    )  # fmt: skip
    assert school.push(school.teacher, break_) == ["ok"]


def _words_off(school: School, _share: AchievementShare) -> None:
    policy = ClassPolicy(org_id=school.org_id, id=school.class_id, comment_mode="off")
    assert school.push(school.teacher, policy) == ["ok"]


def _reported(school: School, share: AchievementShare) -> None:
    report = ItemReport(
        org_id=school.org_id, id="r1", target_type="share", target_id=share.id, reporter_id=school.teacher,
        reason="unkind", at=school.clock(),
    )  # fmt: skip
    assert school.push(school.teacher, report) == ["ok"]


def _narrowed(school: School, share: AchievementShare) -> None:
    assert school.edit(school.ada, share, scope=Scope.FAMILY) == "ok"


def _unshared(school: School, share: AchievementShare) -> None:
    assert school.edit(school.ada, share, withdrawn=True) == "ok"


@pytest.mark.parametrize("happens", [_muted, _words_off, _reported, _narrowed, _unshared])
def test_words_and_reactions_are_taken_back_whatever_has_happened(
    school: School, happens: Callable[[School, AchievementShare], None]
) -> None:
    share = school.share(school.ada, Scope.CLASS)
    assert school.push(school.ada, share) == ["ok"]
    words = Comment(
        org_id=school.org_id, id="w", share_id=share.id, author_id=school.bo, author_name="x", phrase_id="well_done",
        at=school.clock(),
    )  # fmt: skip
    like = SocialEngagement(
        org_id=school.org_id, id=reaction_id(school.bo, EngagementKind.LIKE, share.id), actor_user_id=school.bo,
        target_type="share", target_id=share.id, engagement=EngagementKind.LIKE, at=school.clock(),
    )  # fmt: skip
    assert school.push(school.bo, words, like) == ["ok", "ok"]
    happens(school, share)
    assert school.edit(school.bo, words, withdrawn=True) == "ok"
    assert school.push(school.bo, msgspec.structs.replace(like, present=False)) == ["ok"]


def test_a_region_that_the_school_has_given_up_keeps_nobody_from_changing_their_profile(school: School) -> None:
    def regions(*names: str) -> None:
        school.centre.school.put(Site(org_id=school.org_id, id=school.site_id, site_name="Oak School", regions=names))

    regions("Riverbank", "Hillside")
    profile = PublicProfile(org_id=school.org_id, id=school.ada, display_name="x", region="Riverbank")
    assert school.push(school.ada, profile) == ["ok"]
    regions("Hillside")
    assert school.edit(school.ada, profile, styling="ocean") == "ok"
    assert school.edit(school.ada, profile, region="Nowhere") == "unfit"
    assert school.edit(school.ada, profile, region="Hillside") == "ok"
    assert school.edit(school.ada, profile, region="Riverbank") == "unfit"


def test_nobody_changes_somebody_elses(school: School) -> None:
    share = school.share(school.ada, Scope.CLASS)
    assert school.push(school.ada, share) == ["ok"]
    words = Comment(
        org_id=school.org_id, id="w", share_id=share.id, author_id=school.bo, author_name="x", phrase_id="well_done",
        at=school.clock(),
    )  # fmt: skip
    shown = Showcase(org_id=school.org_id, id="s", student_id=school.bo, title_phrase="best", made_at=1)
    assert school.push(school.bo, words, shown) == ["ok", "ok"]
    for other in (school.ada, school.teacher, school.guardian):
        assert school.edit(other, words, withdrawn=True) in ("not_yours", "not_allowed")
        assert school.edit(other, shown, withdrawn=True) in ("not_yours", "not_allowed")
