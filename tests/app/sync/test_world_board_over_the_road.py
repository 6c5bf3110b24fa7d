"""The world board between real machines: a student's own switch, a guardian's yes, schools of three organisations."""

from __future__ import annotations

import pytest
from test_families_arrive import guardian
from test_the_road import signed_in, warm

from app.store.family import set_family_limit
from app.store.problems import StoreProblem
from app.store.profiles import set_sharing, sharing_settings
from app.store.readings import Account
from app.store.world import AWAY, kept_world
from app.sync.arriving import arrive_by_name
from app.sync.world import fetch_world
from central.community.world import take_part
from central.identity.school import NewPerson
from central.sync.unit import Unit
from domain.community.world import COMMUNITY, NO_SCHOOL, NOT_AGREED, OPEN, SWITCHED_OFF, TOO_FEW
from domain.records.achievements import Challenge
from domain.records.community import GuardianLimit, Scope, SharingPreferences
from domain.records.identity import AccessRole, ConsentRecord, GuardianLink
from domain.records.progress import AttemptSummary, AttemptVerdict, PlayType, StudentAttempt, VerdictOfCentre

STAGE = "G-00103-quiz"
_HOUR = 3_600_000_000


def joins(world, org: str) -> None:  # type: ignore[no-untyped-def]
    world.centre.school.within(org, lambda unit: take_part(unit, join=True, actor="test"))


def played(world, org: str, student: str, score: int) -> None:  # type: ignore[no-untyped-def]
    """A challenge of the organisation, played and verified."""
    now = world.centre.now()
    made = Challenge(
        org_id=org, id=f"challenge-{org}", game_id="G-00103", stage_id=STAGE, name="Rhythm", seed=1,
        start_at=now - _HOUR, end_at=now + _HOUR,
    )  # fmt: skip
    attempt = StudentAttempt(
        org_id=org, id=f"attempt-{student}", student_id=student, game_id="G-00103", stage_id=STAGE, score=score,
        max_possible_score=1_000, passed=True, duration_ms=1_000, play_type=PlayType.CHALLENGE,
        session_data=AttemptSummary(judge_version=1, seed=1, level=1), created_at=now, played_on="2026-11-20",
    )  # fmt: skip
    verdict = AttemptVerdict(
        org_id=org, id=attempt.id, student_id=student, verdict=VerdictOfCentre.VERIFIED, score=score, passed=True,
        judge_version=1, judged_at=now,
    )  # fmt: skip

    def work(unit: Unit) -> None:
        unit.put(made)
        unit.add_missing([attempt])
        unit.add_missing([verdict])

    world.centre.school.within(org, work)


def elsewhere(world, name: str, score: int) -> str:  # type: ignore[no-untyped-def]
    """Another organisation that takes part, with one student who plays with everybody's agreement; its id."""
    school = world.centre.school
    org = str(school.create_org(name).id)
    site = school.create_site(org, name).id
    made = NewPerson(role=AccessRole.STUDENT, display_name="Zaphodia", username="zaphodia", secret="1234")
    student = school.add_people(org, site, [made])[0].id
    at = world.centre.now()
    joins(world, org)
    school.put(
        GuardianLink(org_id=org, id="link", guardian_id="g", student_id=student, verified_at=at),
        GuardianLimit(org_id=org, id="limit", student_id=student, guardian_id="g", scope=Scope.PUBLIC),
        SharingPreferences(org_id=org, id=student, world=True),
    )
    said = ConsentRecord(
        org_id=org, id="yes", guardian_id="g", student_id=student, subject=COMMUNITY, granted=True, at=at
    )
    school.within(org, lambda unit: unit.add_facts([said]))
    played(world, org, student, score)
    return org


@pytest.fixture
def lab(world):  # type: ignore[no-untyped-def]
    """A machine of the school; Mia has a guardian."""
    guardian(world)
    return warm(world)


def seen(machine, account: Account):  # type: ignore[no-untyped-def]
    return fetch_world(keeper=machine.keeper, account=account, stage_id=STAGE)


def test_from_off_to_open_to_withdrawn(world, lab) -> None:  # type: ignore[no-untyped-def]
    mia = signed_in(lab, world.mia)
    home = world.machine("home").enrol().begin()
    father = arrive_by_name(keeper=home.keeper, username="mr.finch", secret="a long password").account
    assert father is not None
    assert not sharing_settings(keeper=lab.keeper, account=mia).result(10).world
    assert seen(lab, mia).state == NO_SCHOOL
    joins(world, world.org)
    lab.until(lambda: seen(lab, mia).state == SWITCHED_OFF)
    played(world, world.org, world.mia, 700)
    set_sharing(keeper=lab.keeper, account=mia, world=True).result(10)
    lab.until(lambda: seen(lab, mia).state == NOT_AGREED)
    home.until(lambda: _agrees(home, father, world.mia))
    lab.until(lambda: seen(lab, mia).state == TOO_FEW)
    for name, score in (("Far School", 800), ("Farther School", 650)):
        elsewhere(world, name, score)
    board = seen(lab, mia)
    assert (board.state, [(line.rank, line.score, line.me) for line in board.top]) == (
        OPEN,
        [(1, 800, False), (2, 700, True), (3, 650, False)],
    )
    assert board.fresh
    assert "Zaphodia" not in repr(board)
    assert "Mia" not in repr(board)
    set_family_limit(keeper=home.keeper, account=father, student_id=world.mia, scope=None).result(10)
    lab.until(lambda: seen(lab, mia).state == NOT_AGREED)


def _agrees(machine, father: Account, child: str) -> bool:  # type: ignore[no-untyped-def]
    """As soon as the father's mirror knows his child, he agrees."""
    try:
        set_family_limit(keeper=machine.keeper, account=father, student_id=child, scope=Scope.PUBLIC).result(10)
    except StoreProblem:
        return False
    return True


def test_without_contact_the_last_known_with_its_day(world, lab) -> None:  # type: ignore[no-untyped-def]
    mia = signed_in(lab, world.mia)
    joins(world, world.org)
    set_sharing(keeper=lab.keeper, account=mia, world=True).result(10)
    lab.until(lambda: seen(lab, mia).state == NOT_AGREED)
    world.serving.stop()
    last = seen(lab, mia)
    assert (last.state, last.fresh, last.seen_at > 0) == (NOT_AGREED, False, True)
    assert kept_world(keeper=lab.keeper, account=mia, stage_id="another").result(10).state == AWAY
    set_sharing(keeper=lab.keeper, account=mia, world=False).result(10)
    assert seen(lab, mia).state == SWITCHED_OFF
