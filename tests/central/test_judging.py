"""What was played is judged again and brings what it brings, once, whatever was claimed. On both databases."""

from __future__ import annotations

import msgspec
import pytest
from small_school import Clock, School, catalogue, opened

from central.app import Centre, build
from central.rows import Rows
from domain.achievements.grow import badge_for, release, with_icon
from domain.games import ALL
from domain.games.pupils import played_through
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, PointsEntry, RoleEngagement, SkillRole
from domain.records.progress import (
    JUDGE_VERSION,
    MOST_SOUND_OFFSET,
    AttemptSummary,
    AttemptVerdict,
    Performance,
    PlayType,
    StudentAttempt,
    VerdictOfCentre,
)
from workshop.rigs import wait_until

CATALOGUE = catalogue()


def played(school: School, number: int, skill: float = 1.0) -> tuple[StudentAttempt, Performance]:
    """A quiz of note reading as a pupil really plays it."""
    game = CATALOGUE.family("note_reading")[0]
    stage = next(stage for stage in game.stages if stage.stage_type == "quiz")
    done = played_through(ALL["note_reading"](game, stage, number, 1, draw=False), number, skill)
    attempt = school.attempt(
        school.ada,
        number,
        step_id="step-1",
        play_type=PlayType.ASSIGNED,
        game_id=game.game_id,
        stage_id=stage.stage_id,
        game_version=game.game_version,
        stage_version=stage.stage_version,
        score=done.outcome.score,
        max_possible_score=done.outcome.max_possible_score,
        passed=done.outcome.passed,
        duration_ms=-(-done.duration // 1_000),
        session_data=AttemptSummary(judge_version=JUDGE_VERSION, seed=number, level=1),
        played_on=f"2025-09-{1 + number % 28:02d}",
    )
    notes = Performance(
        org_id=school.org_id, id=attempt.id, student_id=school.ada, input_kind="midi", events=done.events
    )
    return attempt, notes


def verdict(school: School, attempt: StudentAttempt) -> AttemptVerdict | None:
    """The centre's verdict as the student's mirror has it."""
    return school.mirror(school.ada).rows(AttemptVerdict).get(attempt.id)


def test_an_honest_attempt_is_verified_and_brings_points(school: School) -> None:
    attempt, notes = played(school, 1)
    school.push(school.ada, attempt, notes)
    assert school.centre.judging.judge_all(school.org_id) == 1
    found = verdict(school, attempt)
    assert found is not None
    assert (found.verdict, found.score) == (VerdictOfCentre.VERIFIED, attempt.score)
    points = school.mirror(school.ada).rows(PointsEntry)
    assert any(entry.ref_id == attempt.id for entry in points.values())
    assert school.centre.judging.judge_all(school.org_id) == 0
    assert school.mirror(school.ada).rows(PointsEntry) == points


def test_a_forged_score_is_found_and_the_centres_result_stands(school: School) -> None:
    attempt, notes = played(school, 2, skill=0.2)
    forged = msgspec.structs.replace(attempt, score=attempt.max_possible_score, passed=True)
    school.push(school.ada, forged, notes)
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert (found.verdict, found.score, found.passed) == (VerdictOfCentre.MISMATCH, attempt.score, attempt.passed)


def test_other_points_of_another_judge_are_no_forgery_but_are_not_vouched_for(school: School) -> None:
    attempt, notes = played(school, 2, skill=0.2)
    summary = msgspec.structs.replace(attempt.session_data, judge_version=JUDGE_VERSION - 1)
    before = msgspec.structs.replace(attempt, score=attempt.score + 10, session_data=summary)
    school.push(school.ada, before, notes)
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert (found.verdict, found.score) == (VerdictOfCentre.UNVERIFIABLE, before.score)


def test_notes_that_cannot_have_been_played_are_implausible(school: School) -> None:
    attempt, notes = played(school, 3)
    backwards = msgspec.structs.replace(notes, events=tuple(reversed(notes.events)))
    school.push(school.ada, attempt, backwards)
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert found.verdict is VerdictOfCentre.IMPLAUSIBLE


def clicked(school: School, number: int, late: int) -> tuple[StudentAttempt, Performance]:
    """A rhythm tapped along with the click on a machine that was measured to be late."""
    game = CATALOGUE.family("steady_beat")[0]
    stage = next(stage for stage in game.stages if stage.stage_type == "quiz")
    done = played_through(ALL["steady_beat"](game, stage, number, 1, draw=False, late=late), number, 0.9)
    attempt, notes = played(school, number)
    attempt = msgspec.structs.replace(
        attempt,
        game_id=game.game_id,
        stage_id=stage.stage_id,
        game_version=game.game_version,
        stage_version=stage.stage_version,
        score=done.outcome.score,
        max_possible_score=done.outcome.max_possible_score,
        passed=done.outcome.passed,
        duration_ms=-(-done.duration // 1_000),
    )
    return attempt, msgspec.structs.replace(notes, events=done.events, sound_offset=late)


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (0, VerdictOfCentre.VERIFIED),
        (120_000, VerdictOfCentre.VERIFIED),
        (-60_000, VerdictOfCentre.VERIFIED),
        (MOST_SOUND_OFFSET + 1, VerdictOfCentre.IMPLAUSIBLE),
    ],
)
def test_the_machines_own_lateness_is_taken_off_here_too_and_bounded(
    school: School, late: int, expected: VerdictOfCentre
) -> None:
    attempt, notes = clicked(school, 8, late)
    school.push(school.ada, attempt, notes)
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert found.verdict is expected


def test_a_lateness_that_was_not_there_when_it_was_played_is_found(school: School) -> None:
    attempt, notes = clicked(school, 9, 90_000)
    school.push(school.ada, attempt, msgspec.structs.replace(notes, sound_offset=0))
    school.centre.judging.judge_all(school.org_id)
    found = verdict(school, attempt)
    assert found is not None
    assert found.verdict is VerdictOfCentre.MISMATCH


def test_an_attempt_waits_for_its_notes_and_holds_up_no_other(school: School) -> None:
    (late, late_notes), (other, other_notes) = played(school, 4), played(school, 5)
    school.push(school.ada, late)
    school.push(school.ada, other, other_notes)
    assert school.centre.judging.judge_all(school.org_id) == 1
    assert verdict(school, late) is None
    school.push(school.ada, late_notes)
    assert school.centre.judging.judge_all(school.org_id) == 1
    found = verdict(school, late)
    assert found is not None
    assert found.verdict is VerdictOfCentre.VERIFIED


def test_without_notes_or_of_an_unknown_game_it_cannot_be_verified(school: School) -> None:
    attempt, _ = played(school, 6)
    school.push(school.ada, attempt)
    school.clock.now += 61 * 1_000_000
    assert school.centre.judging.judge_all(school.org_id) == 1
    found = verdict(school, attempt)
    assert found is not None
    assert found.verdict is VerdictOfCentre.UNVERIFIABLE


@pytest.mark.parametrize("order", ["as played", "backwards"])
def test_engagements_and_grow_badges_come_of_verified_steps(school: School, order: str) -> None:
    game = CATALOGUE.family("note_reading")[0]
    role = SkillRole(
        org_id=school.org_id, id="role-1", role_code=game.skill_roles[0], role_name="Reader", status="approved"
    )
    badge = badge_for(role, [])
    assert badge is not None
    badge = release(with_icon(badge, "x.svg"))
    school.centre.school.put(role, badge)
    history = [played(school, number) for number in range(10, 16)]
    for attempt, notes in history if order == "as played" else reversed(history):
        school.push(school.ada, attempt, notes)
        school.centre.judging.judge_all(school.org_id)
    mirror = school.mirror(school.ada)
    assert len(mirror.rows(RoleEngagement)) == 6
    assert sorted(award.level for award in mirror.rows(BadgeAward).values()) == [1, 2]
    assert isinstance(next(iter(mirror.rows(Badge).values())), Badge)
    teacher = school.mirror(school.teacher)
    assert set(teacher.rows(BadgeAward)) == set(mirror.rows(BadgeAward))


def test_a_release_goes_to_everybody_who_has_earned_it_and_a_revocation_takes_levels_back(school: School) -> None:
    role = SkillRole(
        org_id=school.org_id, id="role-2", role_code="encourager", role_name="Encourager", status="approved"
    )
    badge = badge_for(role, [])
    assert badge is not None
    school.centre.school.put(role, badge)
    by_hand = RoleEngagement(
        org_id=school.org_id,
        id="hand-" + school.ada,
        user_id=school.ada,
        skill_role_id=role.id,
        source="by_hand",
        ref_id="x",
        occurred_on="2026-11-20",
        occurred_at=school.clock(),
    )
    assert school.push(school.other_teacher, by_hand) == ["not_your_student"]
    assert school.push(school.teacher, by_hand) == ["ok"]
    assert not school.mirror(school.ada).rows(BadgeAward)
    school.centre.school.put(release(with_icon(badge, "x.svg")))
    [award] = school.mirror(school.ada).rows(BadgeAward).values()
    assert (award.level, award.crossed_at) == (1, by_hand.occurred_at)
    assert school.edit(school.teacher, by_hand, is_recognized=False, revoked_reason="a mistake") == "ok"
    assert set(school.mirror(school.ada).rows(AwardRevocation)) == {award.id}


def test_a_seeded_history_equals_a_pushed_one(school: School) -> None:
    history = [played(school, number) for number in range(20, 30)]
    assert school.centre.seed_attempts(school.org_id, history) == 10
    assert school.centre.seed_attempts(school.org_id, history) == 0
    verdicts = school.mirror(school.teacher).rows(AttemptVerdict)
    assert {v.verdict for v in verdicts.values()} == {VerdictOfCentre.VERIFIED}
    assert school.push(school.ada, history[0][0]) == ["duplicate"]


def test_what_was_left_when_the_centre_ended_is_judged_when_it_starts(database_url: str, clock: Clock) -> None:
    """Of every organisation, before anybody comes."""
    with opened(database_url, clock) as before:
        schools = [School(before, clock), School(before, clock)]
        left = [(school.org_id, *played(school, 40)) for school in schools]
        for school, (_, attempt, notes) in zip(schools, left, strict=True):
            school.push(school.ada, attempt, notes)
    with build(database_url, CATALOGUE, clock) as after:

        def all_found() -> bool:
            return all(_verdict_at(after, org_id, attempt.id) is not None for org_id, attempt, _ in left)

        wait_until(all_found, what="the verdicts")


def _verdict_at(centre: Centre, org_id: str, attempt_id: str) -> AttemptVerdict | None:
    with centre.database.reading(org_id) as connection:
        return Rows(connection, org_id).get(AttemptVerdict, attempt_id)
