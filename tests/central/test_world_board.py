"""The world board: who comes on it and who goes, what crosses organisations, and what stays at home. Both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest
import sqlalchemy
from small_school import Clock, School, opened
from world_badges import earns, shares

from central.app import Centre
from central.community.world import take_part, world_board
from central.identity.erasing import erase
from central.rows import Rows
from central.serving import Serving
from central.sync.unit import Unit
from central.tables import METADATA
from domain.community.world import (
    COMMUNITY,
    NO_SCHOOL,
    NOT_AGREED,
    OPEN,
    SWITCHED_OFF,
    TOO_FEW,
    WorldBoard,
    badge_board,
    season_at,
)
from domain.records import Record
from domain.records.achievements import AwardRevocation, Challenge
from domain.records.community import (
    AchievementType,
    ClassPolicy,
    GuardianLimit,
    ModerationAction,
    Scope,
    SharingOverride,
    SharingPreferences,
)
from domain.records.identity import ConsentRecord, Member, MemberStatus
from domain.records.progress import AttemptVerdict, PlayType, VerdictOfCentre

STAGE = "G-00103-quiz"
MONTH = 31 * 24 * 3600 * 1_000_000
SHARED = ("world_entry", "world_name_given", "world_presence")


@pytest.fixture
def centre(database_url: str, clock: Clock) -> Iterator[Centre]:
    with opened(database_url, clock) as centre:
        # Other tests on the same PostgreSQL leave their lines: nothing else is kept apart by organisation.
        centre.database.write("", _emptied)
        yield centre


def _emptied(connection: sqlalchemy.Connection) -> None:
    for name in SHARED:
        connection.execute(sqlalchemy.delete(METADATA.tables[name]))


def keeps(school: School, document: Record | None, *facts: Record) -> None:
    """One transaction of the centre."""

    def work(unit: Unit) -> None:
        if document is not None:
            unit.put(document)
        for fact in facts:
            unit.add_missing([fact])

    school.centre.school.within(school.org_id, work)


@pytest.fixture
def schools(centre: Centre, clock: Clock) -> list[School]:
    """Three organisations that take part, in each of which Ada plays with everybody's agreement."""
    made = [School(centre, clock) for _ in range(3)]
    for number, school in enumerate(made):
        taking_part(school)
        agreeing(school, school.ada, True)
        switching(school, school.ada, True)
        plays(school, school.ada, 600 + number)
    return made


def taking_part(school: School, join: bool = True) -> None:
    school.centre.school.within(school.org_id, lambda unit: take_part(unit, join=join, actor="test"))


def agreeing(school: School, student: str, granted: bool) -> None:
    at = school.clock()
    limit = GuardianLimit(
        org_id=school.org_id, id=f"limit-{student}", student_id=student, guardian_id=school.guardian,
        scope=Scope.PUBLIC if granted else None,
    )  # fmt: skip
    said = ConsentRecord(
        org_id=school.org_id, id=f"said-{at}", guardian_id=school.guardian, student_id=student, subject=COMMUNITY,
        granted=granted, at=at,
    )  # fmt: skip
    keeps(school, limit, said)


def switching(school: School, student: str, on: bool) -> None:
    school.centre.school.put(SharingPreferences(org_id=school.org_id, id=student, world=on))


def challenge(school: School) -> Challenge:
    at = school.clock.now
    return Challenge(
        org_id=school.org_id, id=f"challenge-{school.org_id}", game_id="G-00103", stage_id=STAGE, name="Rhythm",
        start_at=at - 1_000_000_000, end_at=at + 3 * MONTH, seed=1,
    )  # fmt: skip


def plays(school: School, student: str, score: int, verdict: VerdictOfCentre = VerdictOfCentre.VERIFIED) -> str:
    """A challenge was played and judged; the attempt's id."""
    known = school.centre.school.looking(school.org_id, lambda unit: unit.rows.where(Challenge))
    if not known:
        school.centre.school.put(challenge(school))
    made = school.attempt(
        student, score, play_type=PlayType.CHALLENGE, game_id="G-00103", stage_id=STAGE, score=score,
        max_possible_score=1_000, created_at=school.clock(),
    )  # fmt: skip
    judged = AttemptVerdict(
        org_id=school.org_id, id=made.id, student_id=student, verdict=verdict, score=score, passed=True,
        judge_version=1, judged_at=school.clock(),
    )  # fmt: skip
    keeps(school, None, made, judged)
    return made.id


def board(school: School, student: str | None = None) -> WorldBoard:
    with school.centre.database.reading(school.org_id) as connection:
        return world_board(Rows(connection, school.org_id), student or school.ada, STAGE, school.clock())


def badges(school: School) -> WorldBoard:
    with school.centre.database.reading(school.org_id) as connection:
        return world_board(Rows(connection, school.org_id), school.ada, badge_board("pianist"), school.clock())


def test_a_badge_shared_beyond_the_school_crosses_as_name_level_and_day(schools: list[School]) -> None:
    for level, school in enumerate(schools, start=1):
        shares(school, earns(school, level))
    found = badges(schools[0])
    assert (found.state, [(line.score, line.me) for line in found.top]) == (OPEN, [(3, False), (2, False), (1, True)])
    assert {row[1:2] + row[3:4] for row in shared(schools[0])["world_entry"] if str(row[1]).startswith("badge")} == {
        ("badge:pianist", 1), ("badge:pianist", 2), ("badge:pianist", 3)
    }  # fmt: skip
    assert found.my_name == board(schools[0]).my_name


@pytest.mark.parametrize("scope", [Scope.PRIVATE, Scope.CLASS, Scope.SCHOOL])
def test_a_badge_that_stays_at_school_does_not_cross(schools: list[School], scope: Scope) -> None:
    shares(schools[0], earns(schools[0]), scope)
    assert scores(schools[0]) == [600, 601, 602]


def test_a_badge_leaves_the_world_with_its_share_its_award_or_its_class(schools: list[School]) -> None:
    school = schools[0]
    award = earns(school)
    share = shares(school, award)
    assert 2 in scores(school)
    assert school.edit(school.ada, share, scope="school") == "ok"
    assert 2 not in scores(school)
    school.edit(school.ada, share, scope="public")
    school.edit(school.ada, share, withdrawn=True)
    assert 2 not in scores(school)
    school.edit(school.ada, share, withdrawn=False)
    assert 2 in scores(school)
    kept = ClassPolicy(org_id=school.org_id, id=school.class_id, allowed_types=(AchievementType.CHALLENGE_SCORE,))
    school.push(school.teacher, kept)
    assert scores(school) == [600, 601, 602]
    school.edit(school.teacher, kept, allowed_types=list(AchievementType))
    assert 2 in scores(school)
    at = school.clock()
    hidden = ModerationAction(
        org_id=school.org_id, id="hidden", target_type="share", target_id=share.id, actor_id=school.teacher,
        action="hide", at=at,
    )  # fmt: skip
    school.push(school.teacher, hidden)
    assert 2 not in scores(school)


def test_a_badge_that_is_taken_back_leaves_the_world(schools: list[School]) -> None:
    award = earns(schools[0])
    shares(schools[0], award)
    keeps(schools[0], None, AwardRevocation(
        org_id=award.org_id, id=award.id, user_id=award.user_id, reason="noted twice", revoked_at=1, revoked_by="t"
    ))  # fmt: skip
    assert scores(schools[0]) == [600, 601, 602]


def shared(school: School) -> dict[str, list[tuple[object, ...]]]:
    """Everything that crosses organisations."""
    with school.centre.database.reading(school.org_id) as connection:
        return {
            name: [tuple(row) for row in connection.execute(sqlalchemy.select(METADATA.tables[name]))]
            for name in SHARED
        }


def scores(school: School) -> list[object]:
    return sorted(row[3] for row in shared(school)["world_entry"])  # type: ignore[type-var]


def test_three_schools_see_one_board_under_made_up_names(schools: list[School]) -> None:
    found = board(schools[0])
    assert found.state == OPEN
    assert [(line.rank, line.score, line.me) for line in found.top] == [
        (1, 602, False),
        (2, 601, False),
        (3, 600, True),
    ]
    assert found.around == found.top
    assert found.my_name == found.top[2].name
    assert len({line.name for line in found.top}) == 3


def test_nothing_of_a_person_or_a_school_crosses(schools: list[School]) -> None:
    known = {
        value
        for school in schools
        for value in (school.org_id, school.site_id, school.class_id, school.ada, school.guardian, "Oak School")
    }
    told = shared(schools[0])
    assert [len(told[name]) for name in SHARED] == [3, 3, 3]
    for name in SHARED:
        assert "org_id" not in METADATA.tables[name].c
        for row in told[name]:
            assert not any(each in repr(row) for each in known), name


def test_fewer_than_three_schools_are_not_shown(schools: list[School]) -> None:
    taking_part(schools[2], join=False)
    found = board(schools[0])
    assert (found.state, found.top, found.around) == (TOO_FEW, (), ())
    assert board(schools[2]).state == NO_SCHOOL
    taking_part(schools[2])
    assert board(schools[0]).state == OPEN
    assert scores(schools[0]) == [600, 601, 602]


def test_off_by_default_whoever_agreed(centre: Centre, clock: Clock) -> None:
    school = School(centre, clock)
    plays(school, school.ada, 700)
    assert board(school).state == NO_SCHOOL
    taking_part(school)
    assert board(school).state == SWITCHED_OFF
    switching(school, school.ada, True)
    assert board(school).state == NOT_AGREED
    assert scores(school) == []
    agreeing(school, school.ada, True)
    assert board(school).state == TOO_FEW
    assert scores(school) == [700]


def _withdraws(school: School) -> None:
    agreeing(school, school.ada, False)


def _switches_off(school: School) -> None:
    switching(school, school.ada, False)


def _school_leaves(school: School) -> None:
    taking_part(school, join=False)


def _teacher_narrows(school: School) -> None:
    override = SharingOverride(
        org_id=school.org_id, id="o", student_id=school.ada, teacher_id=school.teacher, scope=Scope.SCHOOL
    )
    school.centre.school.put(override)


def _class_stops(school: School) -> None:
    school.centre.school.put(ClassPolicy(org_id=school.org_id, id=school.class_id, sharing_enabled=False))


def _is_suspended(school: School) -> None:
    member = school.centre.school.looking(school.org_id, lambda unit: unit.rows.get(Member, school.ada))
    assert member is not None
    school.centre.school.put(msgspec.structs.replace(member, status=MemberStatus.SUSPENDED))


def _is_erased(school: School) -> None:
    school.centre.school.within(school.org_id, lambda unit: erase(unit, school.ada, by="test"))


def _guardian_is_erased(school: School) -> None:
    school.centre.school.within(school.org_id, lambda unit: erase(unit, school.guardian, by="test"))


@pytest.mark.parametrize(
    "end",
    [
        _withdraws, _switches_off, _school_leaves, _teacher_narrows, _class_stops, _is_suspended, _is_erased,
        _guardian_is_erased,
    ],
)  # fmt: skip
def test_what_ends_the_agreement_takes_the_row_at_once(schools: list[School], end: Callable[[School], None]) -> None:
    name = board(schools[1]).my_name
    end(schools[1])
    told = shared(schools[1])
    assert [row[3] for row in sorted(told["world_entry"], key=lambda row: str(row[3]))] == [600, 602]
    assert [len(told[each]) for each in SHARED] == [2, 2, 2]
    assert name not in repr(told)
    assert _named(schools[1]) == []
    assert board(schools[0]).state == TOO_FEW


def _named(school: School) -> list[str]:
    """Whose names the organisation keeps."""
    with school.centre.database.reading(school.org_id) as connection:
        kept = METADATA.tables["world_name"].c
        return list(connection.execute(sqlalchemy.select(kept.user_id).where(kept.org_id == school.org_id)).scalars())


def test_who_comes_back_has_another_row_and_nobody_is_told(schools: list[School]) -> None:
    switching(schools[0], schools[0].ada, False)
    switching(schools[0], schools[0].ada, True)
    assert scores(schools[0]) == [600, 601, 602]
    assert board(schools[0]).my_name in {str(row[2]) for row in shared(schools[0])["world_entry"]}


def test_only_verified_scores_and_the_best_of_them(schools: list[School]) -> None:
    school = schools[0]
    plays(school, school.ada, 990, VerdictOfCentre.UNVERIFIABLE)
    plays(school, school.ada, 555)
    assert scores(school) == [600, 601, 602]
    better = plays(school, school.ada, 900)
    assert scores(school) == [601, 602, 900]
    verdict = school.centre.school.looking(school.org_id, lambda unit: unit.rows.get(AttemptVerdict, better))
    assert verdict is not None
    school.centre.school.put(msgspec.structs.replace(verdict, verdict=VerdictOfCentre.IMPLAUSIBLE))
    assert 900 not in scores(school)


def test_a_new_season_begins_empty_and_the_old_one_is_deleted(schools: list[School], clock: Clock) -> None:
    before = season_at(clock.now).name
    old = {str(row[1]) for row in shared(schools[0])["world_name_given"]}
    clock.now += MONTH
    assert board(schools[0]).state == TOO_FEW
    for school in schools:
        plays(school, school.ada, 800)
    told = shared(schools[0])
    assert {row[0] for name in SHARED for row in told[name]} == {season_at(clock.now).name} != {before}
    assert board(schools[0]).state == OPEN
    assert len(old) == 3
    clock.now += MONTH
    for school in schools:
        school.centre.nightly.run(school.org_id)
        assert _named(school) == []
    assert not any(shared(schools[0]).values())


def test_equal_scores_share_a_rank(schools: list[School]) -> None:
    for school in schools:
        plays(school, school.ada, 990)
    assert [line.rank for line in board(schools[0]).top] == [1, 1, 1]


def test_a_guardian_who_has_said_nothing_keeps_a_child_at_home(schools: list[School]) -> None:
    school = schools[0]
    switching(school, school.bo, True)
    plays(school, school.bo, 999)
    assert 999 not in scores(school)
    assert board(school, school.bo).state == NOT_AGREED


def test_the_route_answers_the_machines_students_only(schools: list[School]) -> None:
    school, other = schools[0], schools[1]
    with Serving(school.centre) as serving, httpx.Client(base_url=serving.url, timeout=20) as client:

        def asked(account: str, token: str) -> httpx.Response:
            headers = {"authorization": f"Bearer {token}"}
            return client.get(f"/v1/world/{STAGE}", params={"account": account}, headers=headers)

        shown = msgspec.json.decode(asked(school.ada, school.enrolled.token).content, type=WorldBoard)
        assert (shown.state, len(shown.top)) == (OPEN, 3)
        assert asked(other.ada, school.enrolled.token).status_code == 403
        assert asked(school.teacher, school.enrolled.token).status_code == 403
        assert asked(school.ada, "nonsense").status_code == 401
        assert client.get("/v1/world/%00", params={"account": school.ada}).status_code == 401
        odd = {"authorization": f"Bearer {school.enrolled.token}"}
        answer = client.get("/v1/world/a%00b", params={"account": school.ada}, headers=odd)
        assert answer.status_code < 500
