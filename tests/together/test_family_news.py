"""Families who ask for it are told of badges that were not shared: each, or one line a day; the others are not."""

from __future__ import annotations

import pytest
from together import Seat, Together

from app.store.family import family_news, set_family_news
from app.store.notices import notices
from app.store.problems import StoreProblem
from app.store.sharing import post_share
from domain.achievements.grow import award_id_of
from domain.records.achievements import Badge, BadgeAward, BadgeKind, BadgeStatus
from domain.records.community import FamilyNews, Scope

DAY = 86_400_000_000


def earns(together: Together, code: str, *, who: Seat | None = None) -> str:
    """A badge comes to Ada, as the centre gives it; its award."""
    student = (who or together.ada).account.user_id
    now = together.time()
    badge = Badge(
        org_id=together.org_id,
        id=code,
        badge_code=code,
        badge_kind=BadgeKind.SINGLE,
        name=code.title(),
        status=BadgeStatus.RELEASED,
    )
    award = BadgeAward(
        org_id=together.org_id,
        id=award_id_of(student, code, 1),
        user_id=student,
        badge_id=code,
        level=1,
        crossed_at=now,
        awarded_at=now,
    )
    together.centre.school.put(badge)

    def give(unit: object) -> None:
        unit.add_missing([award])  # type: ignore[attr-defined]

    together.centre.school.within(together.org_id, give)
    return award.id


def heard(together: Together) -> list[str]:
    together.all_meet()
    return [notice.title for notice in together.guardian.does(notices)]


def test_nobody_is_told_who_did_not_ask(together: Together) -> None:
    earns(together, "early bird")
    together.centre.nightly.run(together.org_id)
    assert together.guardian.does(family_news) is FamilyNews.SHARED
    assert heard(together) == []


def test_each_badge_is_told_once_to_who_asked_for_each(together: Together) -> None:
    together.guardian.does(set_family_news, news=FamilyNews.EACH)
    together.all_meet()
    earns(together, "early bird")
    earns(together, "night owl", who=together.bo)
    earns(together, "early bird")
    assert heard(together) == ["Brave Otter has earned a badge: Early Bird"]
    together.centre.nightly.run(together.org_id)
    assert len(heard(together)) == 1


def test_a_day_is_one_line(together: Together) -> None:
    together.guardian.does(set_family_news, news=FamilyNews.DAILY)
    together.all_meet()
    earns(together, "early bird")
    earns(together, "night owl")
    assert heard(together) == []
    for _twice in range(2):
        together.centre.nightly.run(together.org_id)
    assert heard(together) == ["Brave Otter has earned 2 badges"]
    together.time.forward(days=1.1)
    together.centre.nightly.run(together.org_id)
    assert len(heard(together)) == 1
    earns(together, "metronome")
    together.centre.nightly.run(together.org_id)
    assert heard(together)[0] == "Brave Otter has earned a badge: Metronome"


def test_what_was_shared_is_told_as_a_share_and_another_machine_knows_the_wish(together: Together) -> None:
    together.guardian.does(set_family_news, news=FamilyNews.EACH)
    together.all_meet()
    award = earns(together, "early bird")
    together.all_meet()
    together.ada.does(post_share, award_id=award, scope=Scope.FAMILY)
    told = heard(together)
    assert sorted(told) == [
        "Brave Otter has earned a badge: Early Bird",
        "Brave Otter has something to show you: Early Bird",
    ]
    elsewhere = together.sits_elsewhere(together.guardian)
    elsewhere.meets_the_centre()
    assert elsewhere.does(family_news) is FamilyNews.EACH


def test_only_families_ask_for_news_of_their_children(together: Together) -> None:
    with pytest.raises(StoreProblem, match="families"):
        together.teacher.does(set_family_news, news=FamilyNews.EACH)
