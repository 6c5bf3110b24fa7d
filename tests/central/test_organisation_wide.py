"""An organisation's rules hold in all of its schools at once, are nobody else's to set, and can be lifted."""

from __future__ import annotations

import pytest
from small_school import School

from domain.records.achievements import PointsEntry
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    Comment,
    CommunityGuidelines,
    GuardianLimit,
    PublicProfile,
    Scope,
    SharingPolicy,
    SharingPreferences,
)
from domain.records.identity import AccessRole


def policy(school: School, **changes: object) -> SharingPolicy:
    return SharingPolicy(org_id=school.org_id, id=school.org_id, **changes)  # type: ignore[arg-type]


def viewers(school: School, share: AchievementShare) -> set[str]:
    people = ("ada", "bo", "cy", "teacher", "other_teacher", "guardian")
    return {who for who in people if share.id in school.mirror(getattr(school, who)).rows(AchievementShare)}


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (Scope.FAMILY, {"ada", "guardian"}),
        (Scope.CLASS, {"ada", "guardian", "bo", "teacher"}),
        (Scope.SCHOOL, {"ada", "guardian", "bo", "teacher", "cy", "other_teacher"}),
    ],
)
def test_nothing_goes_further_than_the_organisation_allows(school: School, most: Scope, expected: set[str]) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    school.push(school.ada, share)
    everybody = viewers(school, share)
    rules = policy(school, most_scope=most)
    assert school.push(school.admin, rules) == ["ok"]
    assert viewers(school, share) == expected
    assert school.edit(school.admin, rules, most_scope="public") == "ok"
    assert viewers(school, share) == everybody


def test_what_comes_later_is_kept_by_the_rule_as_well(school: School) -> None:
    school.push(school.admin, policy(school, most_scope=Scope.FAMILY))
    share = school.share(school.ada, Scope.CLASS)
    school.push(school.ada, share)
    assert viewers(school, share) == {"ada", "guardian"}


def test_the_strictest_wins_whoever_it_is(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    limit = GuardianLimit(
        org_id=school.org_id, id="g", student_id=school.ada, guardian_id=school.guardian, scope=Scope.FAMILY
    )
    school.push(school.ada, share)
    school.push(school.guardian, limit)
    school.push(school.admin, policy(school, most_scope=Scope.CLASS))
    assert viewers(school, share) == {"ada", "guardian"}
    school.edit(school.guardian, limit, scope=None)
    assert viewers(school, share) == {"ada", "guardian", "bo", "teacher"}


def test_a_kind_that_is_switched_off_stays_in_families(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    school.push(school.ada, share)
    rules = policy(school, allowed_types=(AchievementType.BADGE,))
    assert school.push(school.admin, rules) == ["ok"]
    assert viewers(school, share) == {"ada", "guardian"}
    school.edit(school.admin, rules, allowed_types=["badge", "streak_milestone"])
    assert "cy" in viewers(school, share)


def test_profiles_and_boards_follow(school: School) -> None:
    profile = PublicProfile(org_id=school.org_id, id=school.ada, display_name="x", scope=Scope.CLASS)
    school.push(school.ada, profile, SharingPreferences(org_id=school.org_id, id=school.ada, boards=True))
    line = school.streak(school.ada)
    assert school.ada in school.mirror(school.bo).rows(PublicProfile)
    assert line in school.mirror(school.bo).rows(PointsEntry)
    school.push(school.admin, policy(school, most_scope=Scope.FAMILY))
    assert school.ada not in school.mirror(school.bo).rows(PublicProfile)
    assert line not in school.mirror(school.bo).rows(PointsEntry)


@pytest.mark.parametrize(
    ("organisation", "of_class", "phrase", "own"),
    [
        ("moderated", "moderated", "ok", "ok"),
        ("phrases", "moderated", "ok", "no_words"),
        ("off", "moderated", "no_words", "no_words"),
        ("moderated", "off", "no_words", "no_words"),
        ("moderated", "phrases", "ok", "no_words"),
    ],
)
def test_the_strictest_rule_for_words_holds(
    school: School, organisation: str, of_class: str, phrase: str, own: str
) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    school.push(school.teacher, ClassPolicy(org_id=school.org_id, id=school.class_id, comment_mode=of_class))
    school.push(school.admin, policy(school, comment_mode=organisation))

    def said(row_id: str, **words: str) -> Comment:
        return Comment(
            org_id=school.org_id,
            id=row_id + school.bo,
            share_id=share.id,
            author_id=school.bo,
            author_name="x",
            at=school.clock(),
            **words,  # type: ignore[arg-type]
        )

    assert school.push(school.bo, said("p", phrase_id="well_done")) == [phrase]
    assert school.push(school.bo, said("w", text="hello")) == [own]


def test_everybody_has_the_rules_and_the_guidelines(school: School) -> None:
    version = CommunityGuidelines(org_id=school.org_id, id="v1", number=1, text="Be kind.", at=school.clock())
    assert school.push(school.admin, policy(school), version) == ["ok", "ok"]
    for who in (school.ada, school.guardian, school.teacher):
        mirror = school.mirror(who)
        assert school.org_id in mirror.rows(SharingPolicy)
        assert mirror.rows(CommunityGuidelines)["v1"].text == "Be kind."


def test_only_administrators_of_the_organisation_set_them(school: School) -> None:
    [head] = school.add(AccessRole.TEACHER_ADMIN, 1)
    school.centre.machines.grant(school.device, head)
    for number, who in enumerate((school.ada, school.teacher, school.guardian, head)):
        version = CommunityGuidelines(org_id=school.org_id, id=f"v{number}", number=1, text="Be mean.", at=1)
        assert school.push(who, policy(school, most_scope=Scope.PUBLIC), version) == ["not_allowed", "not_allowed"]


@pytest.mark.parametrize(
    "changes", [{"most_scope": Scope.PRIVATE}, {"comment_mode": "shouting"}], ids=["below the family", "unknown mode"]
)
def test_what_adults_cannot_decide_is_refused(school: School, changes: dict[str, object]) -> None:
    assert school.push(school.admin, policy(school, **changes)) == ["unfit"]


def test_rules_under_another_name_are_refused(school: School) -> None:
    assert school.push(school.admin, SharingPolicy(org_id=school.org_id, id="else")) == ["not_yours"]


def test_a_version_is_never_changed(school: School) -> None:
    version = CommunityGuidelines(org_id=school.org_id, id="v1", number=1, text="Be kind.", at=1)
    assert school.push(school.admin, version, version) == ["ok", "duplicate"]
    other = CommunityGuidelines(org_id=school.org_id, id="v1", number=1, text="Be mean.", at=1)
    assert school.push(school.admin, other) == ["other_content"]
    assert school.push(
        school.admin, CommunityGuidelines(org_id=school.org_id, id="v2", number=1, text=" x ", at=1)
    ) == ["unfit"]
