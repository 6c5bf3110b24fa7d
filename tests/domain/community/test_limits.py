"""Whatever several adults have decided, the strictest holds, and the sentence beside it names one who did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community import rules
from domain.community.limits import Limits
from domain.community.texts import TextRefusedError
from domain.community.visibility import SCOPES, at_least, limit_of_organisation
from domain.records.community import AchievementType, Scope, SharingPolicy

SCOPE = st.sampled_from(SCOPES)
NARROWING = st.none() | SCOPE
KIND = st.sampled_from(list(AchievementType))
KINDS = st.frozensets(KIND, max_size=4)
LIMITS = st.builds(
    Limits,
    classes=st.lists(st.booleans(), max_size=3).map(tuple),
    overrides=st.lists(NARROWING, max_size=2).map(tuple),
    guardians=st.lists(NARROWING, max_size=2).map(tuple),
    organisation=NARROWING,
    off_in_class=KINDS,
    off_everywhere=KINDS,
)


@given(LIMITS, SCOPE, KIND)
def test_nothing_goes_further_than_wished_or_than_the_organisation_allows(
    limits: Limits, wish: Scope, kind: AchievementType
) -> None:
    reach = limits.effective(wish, kind)
    assert at_least(wish, reach)
    assert at_least(limit_of_organisation(limits.organisation), reach)
    if kind in limits.off_in_class | limits.off_everywhere:
        assert at_least(Scope.FAMILY, reach)


@given(LIMITS, SCOPE, KIND)
def test_no_adult_narrows_below_the_family(limits: Limits, wish: Scope, kind: AchievementType) -> None:
    reach = limits.effective(wish, kind)
    assert reach is wish or at_least(reach, Scope.FAMILY)


@given(LIMITS, SCOPE, KIND)
def test_a_reason_is_told_exactly_where_something_was_narrowed(
    limits: Limits, wish: Scope, kind: AchievementType
) -> None:
    assert (limits.why(wish, kind) is None) == (limits.effective(wish, kind) is wish)


@given(LIMITS, KIND)
def test_what_can_be_picked_is_what_makes_a_difference(limits: Limits, kind: AchievementType) -> None:
    picked = limits.selectable(kind)
    assert picked == SCOPES[: len(picked)]
    assert all(limits.effective(scope, kind) is scope for scope in picked)
    assert len(picked) == len(SCOPES) or limits.effective(SCOPES[len(picked)], kind) is picked[-1]


def test_the_organisation_is_named_where_nobody_nearer_is_as_strict() -> None:
    wide = (Scope.PUBLIC,)
    school = Limits(guardians=wide, organisation=Scope.SCHOOL).why(Scope.PUBLIC)
    assert school is not None
    assert "Your school has decided" in school.english()
    assert "at the school" in school.english()
    classes = Limits(guardians=wide, organisation=Scope.CLASS).why(Scope.SCHOOL)
    assert classes is not None
    assert "in classes" in classes.english()
    family = Limits(organisation=Scope.PRIVATE).why(Scope.CLASS)
    assert family is not None
    assert "in families" in family.english()
    nearer = Limits(classes=(False,), organisation=Scope.FAMILY).why(Scope.CLASS)
    assert nearer is not None
    assert "Your teacher" in nearer.english()


def test_a_kind_that_is_switched_off_says_who_has_done_so() -> None:
    kind = AchievementType.BADGE
    off = frozenset({kind})
    teacher, school = Limits(off_in_class=off).why(Scope.CLASS, kind), Limits(off_everywhere=off).why(Scope.CLASS, kind)
    assert teacher is not None
    assert "teacher" in teacher.english()
    assert school is not None
    assert "school" in school.english()
    assert Limits(off_everywhere=off).why(Scope.CLASS, AchievementType.PERSONAL_BEST) is None


@given(st.lists(st.sampled_from(rules.COMMENT_MODES), max_size=4), st.sampled_from(rules.COMMENT_MODES))
def test_the_strictest_way_of_talking_holds(classes: list[str], organisation: str) -> None:
    mode = rules.comment_mode(classes, organisation)
    strictness = rules.COMMENT_MODES.index
    assert all(strictness(mode) <= strictness(each) for each in (*classes, organisation))
    assert mode in (*classes, organisation, rules.PHRASES)


@given(st.lists(KINDS, max_size=3), KINDS)
def test_a_kind_is_left_where_all_allow_it(classes: list[frozenset[AchievementType]], own: frozenset[str]) -> None:
    organisation = SharingPolicy(org_id="o", id="o", allowed_types=tuple(AchievementType(kind) for kind in own))
    left = rules.types_left(classes, organisation)
    assert left == {kind for kind in own if all(kind in allowed for allowed in classes)}
    assert rules.types_left(classes, None) >= left


def test_an_organisation_cannot_shut_families_out_or_invent_a_way_of_talking() -> None:
    with pytest.raises(TextRefusedError, match="family"):
        rules.checked(SharingPolicy(org_id="o", id="o", most_scope=Scope.PRIVATE))
    with pytest.raises(TextRefusedError, match="comments"):
        rules.checked(SharingPolicy(org_id="o", id="o", comment_mode="anything"))
    fine = SharingPolicy(org_id="o", id="o")
    assert rules.checked(fine) == fine
