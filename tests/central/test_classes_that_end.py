"""A class that is put away or given to somebody else, and people who are put on hold: who sees what from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from small_school import Clock, School, opened

from central.database import sqlite_url
from central.problems import Refused
from central.sync.unit import Unit
from domain.records.community import AchievementShare, Scope
from domain.records.identity import Member, MemberStatus, SchoolClass


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    clock = Clock()
    centre = opened(sqlite_url(tmp_path / "centre.db"), clock)
    yield School(centre, clock)
    centre.close()


def changed(school: School, class_id: str, **fields: str) -> None:
    def work(unit: Unit) -> None:
        found = unit.rows.get(SchoolClass, class_id)
        assert found is not None
        unit.put(msgspec.structs.replace(found, **fields))

    school.centre.school.within(school.org_id, work)


def seen(school: School, account: str) -> set[str]:
    return set(school.mirror(account).rows(AchievementShare))


def test_a_class_that_is_put_away_is_shown_to_nobody_and_comes_back_whole(school: School) -> None:
    share = school.share(school.ada, Scope.CLASS)
    assert school.push(school.ada, share) == ["ok"]
    assert share.id in seen(school, school.bo)
    assert share.id in seen(school, school.teacher)
    changed(school, school.class_id, status="archived")
    assert share.id not in seen(school, school.bo)
    assert share.id not in seen(school, school.teacher)
    assert school.ada not in school.mirror(school.bo).rows(Member)
    assert share.id in seen(school, school.ada)
    assert share.id in seen(school, school.guardian)
    changed(school, school.class_id, status="active")
    assert share.id in seen(school, school.bo)
    assert share.id in seen(school, school.teacher)


def test_a_display_of_a_class_that_is_put_away_is_quiet(school: School) -> None:
    shown = school.centre.machines.kiosk_code("Display")
    school.centre.machines.claim(school.org_id, school.class_id, shown.code)
    status = school.centre.machines.kiosk_status(shown.poll_token)
    device = school.centre.machines.device(status.token or "")
    assert status.user_id is not None
    share = school.share(school.ada, Scope.CLASS)
    assert school.push(school.ada, share) == ["ok"]
    assert share.id in school.mirror(status.user_id, device).rows(AchievementShare)
    changed(school, school.class_id, status="archived")
    assert school.mirror(status.user_id, device).rows(AchievementShare) == {}


def test_who_taught_a_class_is_not_known_to_it_any_more(school: School) -> None:
    assert school.teacher in school.mirror(school.bo).rows(Member)
    changed(school, school.class_id, teacher_id=school.other_teacher)
    members = school.mirror(school.bo).rows(Member)
    assert school.other_teacher in members
    assert school.teacher not in members
    assert school.ada not in school.mirror(school.teacher).rows(Member)


@pytest.mark.parametrize("status", [MemberStatus.SUSPENDED, MemberStatus.ARCHIVED])
def test_a_machine_is_told_that_somebody_is_on_hold(school: School, status: MemberStatus) -> None:
    for person in (school.ada, school.teacher, school.guardian):
        school.centre.school.set_status(school.org_id, person, status)
        with pytest.raises(Refused) as refused:
            school.mirror(person)
        assert (refused.value.code, refused.value.status) == ("on_hold", 403)


def test_a_machine_learns_nothing_of_people_whom_it_does_not_know(school: School) -> None:
    site = school.centre.school.create_site(school.org_id, "Elm School").id
    code = school.centre.machines.enrol_code(school.org_id, site).code
    device = school.centre.machines.device(school.centre.machines.enrol(code, "PC 9").token)
    school.centre.school.set_status(school.org_id, school.ada, MemberStatus.SUSPENDED)
    with pytest.raises(Refused) as refused:
        school.mirror(school.ada, device)
    assert refused.value.code == "not_here"
