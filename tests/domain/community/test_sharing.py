"""Sharing: nothing posts itself unasked, unconfirmed or further than its student chose."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community import sharing
from domain.community.sharing import Audience
from domain.community.visibility import SCOPES
from domain.records.community import AchievementShare, AchievementType, ClassPolicy, Scope, SharingPreferences

BADGE = AchievementType.BADGE


def preferences(*automatic: AchievementType, scope: Scope = Scope.CLASS) -> SharingPreferences:
    return SharingPreferences(org_id="o", id="s", automatic=automatic, default_scope=scope)


def policy(**changes: object) -> ClassPolicy:
    return ClassPolicy(org_id="o", id="k", **changes)  # type: ignore[arg-type]


def share(name: str = "Brave Fox", number: int = 1) -> AchievementShare:
    return AchievementShare(
        org_id="o",
        id=f"s{number}",
        student_id=name,
        author_name=name,
        author_avatar="fox",
        achievement_type=BADGE,
        achievement_id="b",
        title="Pianist III",
        message="my own words",
        shared_at=1,
    )


def test_the_same_achievement_on_two_machines_is_one_post() -> None:
    assert sharing.share_id("s", "award") == sharing.share_id("s", "award")
    assert len({sharing.share_id("s", "award"), sharing.share_id("t", "award"), sharing.share_id("s", "other")}) == 3


@pytest.mark.parametrize(
    ("kind", "rarity", "level", "significant"),
    [
        (BADGE, "common", 1, False),
        (BADGE, "uncommon", 2, False),
        (BADGE, "rare", 1, True),
        (BADGE, "legendary", 1, True),
        (BADGE, "common", 3, True),
        (AchievementType.POINTS_MILESTONE, "common", 0, True),
        (AchievementType.STREAK_MILESTONE, "common", 0, True),
        (AchievementType.COLLECTION_COMPLETE, "common", 0, True),
        (AchievementType.PERSONAL_BEST, "common", 0, False),
    ],
)
def test_what_is_significant(kind: AchievementType, rarity: str, level: int, significant: bool) -> None:
    assert sharing.is_significant(kind, rarity=rarity, level=level) is significant


def automatic(mine: SharingPreferences | None, *policies: ClassPolicy, confirmed: bool = True) -> Scope | None:
    return sharing.automatic_scope(BADGE, rarity="epic", preferences=mine, policies=policies, confirmed=confirmed)


def test_nothing_posts_itself_unless_its_student_asked_for_that_kind() -> None:
    assert automatic(None) is None
    assert automatic(preferences()) is None
    assert automatic(preferences(AchievementType.POINTS_MILESTONE)) is None
    assert automatic(preferences(BADGE)) is Scope.CLASS
    assert automatic(preferences(BADGE), confirmed=False) is None
    assert automatic(preferences(BADGE, scope=Scope.PRIVATE)) is None


def test_a_new_student_shares_nothing() -> None:
    fresh = SharingPreferences(org_id="o", id="s")
    for kind in AchievementType:
        assert sharing.automatic_scope(kind, rarity="epic", preferences=fresh, policies=[], confirmed=True) is None
    assert sharing.starting_scope(fresh, [policy(default_scope=Scope.SCHOOL)]) is Scope.PRIVATE
    assert sharing.starting_scope(None, []) is Scope.PRIVATE


def test_what_a_class_does_not_allow_stays_in_the_family() -> None:
    asked = preferences(BADGE, scope=Scope.SCHOOL)
    assert automatic(asked, policy()) is Scope.SCHOOL
    assert automatic(asked, policy(), policy(sharing_enabled=False)) is Scope.FAMILY
    assert automatic(asked, policy(allowed_types=(AchievementType.POINTS_MILESTONE,))) is Scope.FAMILY


def test_without_an_own_default_the_narrowest_of_the_classes_counts() -> None:
    classes = [policy(default_scope=Scope.SCHOOL), policy(default_scope=Scope.FAMILY)]
    assert sharing.starting_scope(None, classes) is Scope.FAMILY


@given(
    st.sampled_from(list(AchievementType)), st.sampled_from(SCOPES), st.booleans(), st.sampled_from(["common", "epic"])
)
def test_it_never_goes_further_than_the_student_chose(
    kind: AchievementType, scope: Scope, enabled: bool, rarity: str
) -> None:
    got = sharing.automatic_scope(
        kind,
        rarity=rarity,
        preferences=preferences(*AchievementType, scope=scope),
        policies=[policy(sharing_enabled=enabled)],
        confirmed=True,
    )
    assert got is None or SCOPES.index(got) <= SCOPES.index(scope)


def test_who_is_told_widens_with_the_scope() -> None:
    told = [sharing.audiences(scope) for scope in SCOPES]
    assert told[0] == frozenset()
    assert told[1] == {Audience.FAMILY}
    assert told[2] == {Audience.FAMILY, Audience.TEACHER, Audience.CLASS}
    assert all(narrow <= wide for narrow, wide in itertools.pairwise(told))


def test_a_notice_never_carries_a_students_own_words() -> None:
    for audience in Audience:
        sentence = sharing.notice(share(), audience).english()
        assert "Pianist III" in sentence
        assert "my own words" not in sentence


def test_many_shares_are_one_digest() -> None:
    assert sharing.digest([]) is None
    one = sharing.digest([share(), share(number=2)])
    assert one is not None
    assert one.english() == "Brave Fox shared 2 achievements"
    many = sharing.digest([share(), share("Calm Owl", 2), share("Merry Robin", 3)])
    assert many is not None
    assert many.english() == "Brave Fox and 2 others shared 3 achievements"
