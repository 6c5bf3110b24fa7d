"""The administrator's report: counted by the database, over its own organisation, with nobody in it."""

from __future__ import annotations

import msgspec
import pytest
from small_school import School

from central.community.reports import usage
from central.problems import Refused
from domain.community.sharing import reaction_id
from domain.records.community import EngagementKind, Scope, SocialEngagement
from domain.records.identity import AccessRole
from domain.records.reports import PERIODS, Figure, UsageReport

WEEK = 7 * 24 * 3600 * 1_000_000


def report(school: School, weeks: int = 4) -> UsageReport:
    return school.centre.school.looking(school.org_id, lambda unit: usage(unit, weeks))


def test_too_few_are_not_told_of(school: School) -> None:
    school.push(school.ada, school.attempt(school.ada))
    found = report(school)
    assert found.whole.figures[Figure.PLAYS] is None
    assert found.whole.students is None
    assert found.schools[0].figures[Figure.PLAYS] is None
    assert found.whole.figures[Figure.SHARES] == 0
    assert all(week.plays is None or week.plays == 0 for week in found.trend)


def test_what_a_class_did_is_counted(school: School) -> None:
    people = school.add(AccessRole.STUDENT, 6, (school.class_id,))
    for number, person in enumerate(people):
        school.push(person, school.attempt(person, 1), school.attempt(person, 2, passed=False))
        if number < 5:
            school.push(person, school.share(person, Scope.CLASS))
    liked = school.share(people[0], Scope.CLASS)
    school.push(people[0], liked)
    for person in people[1:]:
        like = SocialEngagement(
            org_id=school.org_id,
            id=reaction_id(person, EngagementKind.LIKE, liked.id),
            actor_user_id=person,
            target_type="share",
            target_id=liked.id,
            engagement=EngagementKind.LIKE,
            at=school.clock(),
        )
        assert school.push(person, like) == ["ok"]
    found = report(school)
    figures = found.whole.figures
    assert found.whole.students == 9
    assert figures[Figure.PLAYED] == 6
    assert (figures[Figure.PLAYS], figures[Figure.PASSED], figures[Figure.MINUTES]) == (12, 6, 12)
    assert (figures[Figure.SHARES], figures[Figure.LIKES], figures[Figure.COMMENTS]) == (6, 5, 0)
    assert found.kinds == {"streak_milestone": 6}
    assert found.scopes == {"class": 6}
    assert [week.plays for week in found.trend] == [0, 0, 0, 12]
    assert found.schools[0].name == "Oak School"
    assert found.schools[0].figures == figures


def test_what_is_older_than_the_period_is_left_out(school: School) -> None:
    people = school.add(AccessRole.STUDENT, 5, (school.class_id,))
    for person in people:
        school.push(person, school.attempt(person, created_at=school.clock() - 6 * WEEK))
    assert report(school, 4).whole.figures[Figure.PLAYS] == 0
    assert report(school, 12).whole.figures[Figure.PLAYS] == 5
    assert [len(report(school, weeks).trend) for weeks in PERIODS] == list(PERIODS)


def test_a_small_school_is_not_found_by_subtraction(school: School) -> None:
    many = school.add(AccessRole.STUDENT, 8, (school.class_id,))
    here, school.site_id = school.site_id, school.centre.school.create_site(school.org_id, "Ash School").id
    few = school.add(AccessRole.STUDENT, 2)
    school.site_id = here
    played = [school.attempt(person) for person in (*many, *few)]
    school.centre.school.within(school.org_id, lambda unit: unit.add_facts(played))
    found = report(school)
    assert found.whole.figures[Figure.PLAYS] == 10
    assert [part.name for part in found.schools] == ["Ash School", "Oak School"]
    assert [part.figures[Figure.PLAYS] for part in found.schools] == [None, None]


def test_nobody_stands_in_it(school: School) -> None:
    for person in school.add(AccessRole.STUDENT, 6, (school.class_id,)):
        school.push(person, school.attempt(person), school.share(person, Scope.CLASS))
        assert person.encode() not in msgspec.json.encode(report(school))
    assert b"student " not in msgspec.json.encode(report(school))


def test_another_organisation_is_not_counted(school: School) -> None:
    other = School(school.centre, school.clock)
    for person in other.add(AccessRole.STUDENT, 6, (other.class_id,)):
        other.push(person, other.attempt(person))
    assert report(school).whole.figures[Figure.PLAYS] == 0


@pytest.mark.parametrize("weeks", [0, 5, 53])
def test_another_period_is_refused(school: School, weeks: int) -> None:
    with pytest.raises(Refused, match="period"):
        report(school, weeks)
