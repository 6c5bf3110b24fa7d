"""Bad input around badges: ten thousand likes by one hand, a release while awards are under way, the plan's queries."""

from __future__ import annotations

import datetime
import threading

import msgspec
from small_school import School

from central.community import badges as office
from central.community import icons
from central.sync.unit import Unit
from domain.achievements.engagements import recorded_by_hand
from domain.achievements.grow import APPROVED
from domain.community.sharing import reaction_id
from domain.records.achievements import Badge, BadgeAward, BadgeStatus, PointsEntry, PointsReason, SkillRole
from domain.records.community import EngagementCounts, EngagementKind, SocialEngagement
from domain.records.identity import AccessRole
from domain.records.wire import MOST_OPS

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#224466"/></svg>'


def within(school: School, work):  # type: ignore[no-untyped-def]
    return school.centre.school.within(school.org_id, work)


def like(school: School, share_id: str, *, forged: int = 0, present: bool = True) -> SocialEngagement:
    made = reaction_id(school.bo, EngagementKind.LIKE, share_id)
    return SocialEngagement(
        org_id=school.org_id,
        id=f"{made}-{forged}" if forged else made,
        actor_user_id=school.bo,
        target_type="share",
        target_id=share_id,
        engagement=EngagementKind.LIKE,
        at=school.clock(),
        present=present,
    )


def counted(school: School, share_id: str) -> int:
    return within(school, lambda unit: unit.rows.get(EngagementCounts, share_id)).likes


def test_ten_thousand_likes_by_one_hand_are_one(school: School) -> None:
    share = school.share(school.ada)
    assert school.push(school.ada, share) == ["ok"]
    for _page in range(10_000 // MOST_OPS):
        outcomes = school.push(school.bo, *[like(school, share.id) for _ in range(MOST_OPS)])
        assert set(outcomes) == {"ok"}
    assert counted(school, share.id) == 1
    forged = school.push(school.bo, *[like(school, share.id, forged=number) for number in range(1, 101)])
    assert set(forged) == {"unfit"}
    assert counted(school, share.id) == 1
    assert school.push(school.bo, like(school, share.id, present=False)) == ["ok"]
    assert counted(school, share.id) == 0


def pending(school: School) -> Badge:
    """A role's badge with its icon, not released."""
    role = SkillRole(
        org_id=school.org_id, id=school.centre.fresh_id(), role_code="pianist", role_name="Pianist", status=APPROVED
    )
    school.centre.school.put(role)
    [badge] = within(school, lambda unit: unit.rows.where(Badge))
    within(school, lambda unit: icons.keep(unit, badge.id, SVG, b"\x89PNG", "me"))
    return badge


def seen(school: School, badge: Badge, student: str, number: int):  # type: ignore[no-untyped-def]
    return recorded_by_hand(
        org_id=school.org_id,
        user_id=student,
        skill_role_id=badge.skill_role_id or "",
        teacher_id=school.teacher,
        day="2025-10-10",
        note=f"number {number}",
        at=school.clock() + number,
    )


def test_a_badge_released_while_its_awards_are_under_way_gives_each_level_once(school: School) -> None:
    badge = pending(school)
    pupils = [school.ada, school.bo, *school.add(AccessRole.STUDENT, 2, (school.class_id,))]
    ops = [school.op(seen(school, badge, pupil, number)) for number in range(20) for pupil in pupils]
    failed: list[BaseException] = []

    def recognise() -> None:
        try:
            for start in range(0, len(ops), 8):
                assert {v.outcome.value for v in school.send(school.teacher, *ops[start : start + 8])} == {"ok"}
        except BaseException as error:  # handed to the test's own thread
            failed.append(error)

    teacher = threading.Thread(target=recognise)
    teacher.start()
    for _twice in range(2):
        within(school, lambda unit: office.release(unit, "pianist", "me"))
    teacher.join()
    assert not failed
    awards = within(school, lambda unit: unit.rows.where(BadgeAward))
    assert sorted((a.user_id, a.level) for a in awards) == sorted((p, level) for p in pupils for level in (1, 2, 3))
    crossed = {(a.user_id, a.level): a.crossed_at for a in awards}
    for pupil in pupils:
        assert crossed[pupil, 1] < crossed[pupil, 2] < crossed[pupil, 3]
    lines = within(school, lambda unit: unit.rows.where(PointsEntry))
    assert len(lines) == len({line.ref_id for line in lines})
    assert within(school, lambda unit: office.recompute(unit, school.centre.judging._catalogue)).nothing
    within(school, lambda unit: office.retire(unit, "pianist", "me"))


def test_what_was_taken_back_by_hand_is_not_given_again_by_the_next_attempt(school: School) -> None:
    badge = Badge(
        org_id=school.org_id,
        id=school.centre.fresh_id(),
        badge_code="first_steps",
        badge_kind="single",  # type: ignore[arg-type]
        name="First steps",
        status=BadgeStatus.RELEASED,
        icon_path="badges/icons/pianist.svg",
        criteria={"measure": "stages_passed", "at_least": 1},
    )
    badge = msgspec.json.decode(msgspec.json.encode(badge), type=Badge)
    school.centre.school.put(badge)
    assert school.push(school.ada, school.attempt(school.ada)) == ["ok"]
    school.clock.now += 86_400_000_000
    school.centre.judging.judge_all(school.org_id)
    [award] = within(school, lambda unit: unit.rows.where(BadgeAward))
    for _twice in range(2):
        within(school, lambda unit: office.revoke(unit, award.id, "played by somebody else", "me"))
    assert school.push(school.ada, school.attempt(school.ada, 2)) == ["ok"]
    school.clock.now += 86_400_000_000
    school.centre.judging.judge_all(school.org_id)
    assert within(school, lambda unit: unit.rows.where(BadgeAward)) == [award]
    assert within(school, lambda unit: office.recompute(unit, school.centre.judging._catalogue)).nothing
    told = [n.title for n in school.mirror(school.ada).rows(_notice()).values() if n.notice == "badge_taken_back"]
    assert told == ["First steps was taken back. The reason: played by somebody else"]


def _notice():  # type: ignore[no-untyped-def]
    from domain.records.communication import Notification

    return Notification


def test_plan_performance_the_earned_badges_of_a_user_are_found_through_an_index(school: School) -> None:
    def plan(unit: Unit) -> str:
        explain = "EXPLAIN QUERY PLAN " if unit.connection.dialect.name == "sqlite" else "EXPLAIN "
        if unit.connection.dialect.name == "postgresql":
            unit.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        sql = f"{explain} SELECT * FROM badge_award WHERE org_id = '{unit.org_id}' AND user_id = 'x'"
        return "\n".join(str(row) for row in unit.connection.exec_driver_sql(sql))

    assert "badge_award_by_user_id" in within(school, plan)


def test_a_clock_that_is_turned_back_day_by_day_makes_no_streak(school: School) -> None:
    today = datetime.datetime.fromtimestamp(school.clock() / 1_000_000, datetime.UTC).date()
    told = [(today - datetime.timedelta(days=back)).isoformat() for back in range(1, 40)]
    made = [
        school.attempt(school.ada, number, played_on=today.isoformat(), told_on=day) for number, day in enumerate(told)
    ]
    assert set(school.push(school.ada, *made)) == {"ok"}
    school.clock.now += 3_600_000_000
    school.centre.judging.judge_all(school.org_id)
    lines = within(school, lambda unit: unit.rows.where(PointsEntry))
    assert len(lines) >= len(made)
    assert not [line for line in lines if line.reason is PointsReason.STREAK]
    assert within(school, lambda unit: office.recompute(unit, school.centre.judging._catalogue)).nothing


def test_days_played_while_a_clock_was_too_far_ahead_are_not_lost(school: School) -> None:
    """The machine had once shown a day a year ahead; it was set right, and seven days were played without contact."""
    today = datetime.datetime.fromtimestamp(school.clock() / 1_000_000, datetime.UTC).date()
    seen = (today + datetime.timedelta(days=365)).isoformat()
    days = [(today - datetime.timedelta(days=back)).isoformat() for back in range(7)]
    made = [school.attempt(school.ada, number, played_on=seen, told_on=day) for number, day in enumerate(days)]
    assert set(school.push(school.ada, *made)) == {"ok"}
    school.clock.now += 3_600_000_000
    school.centre.judging.judge_all(school.org_id)
    lines = within(school, lambda unit: unit.rows.where(PointsEntry))
    assert [line.reason for line in lines if line.reason is PointsReason.STREAK] == [PointsReason.STREAK]


def test_a_clock_that_is_turned_on_day_by_day_makes_no_streak(school: School) -> None:
    today = datetime.datetime.fromtimestamp(school.clock() / 1_000_000, datetime.UTC).date()
    days = [(today + datetime.timedelta(days=ahead)).isoformat() for ahead in range(40)]
    made = [school.attempt(school.ada, number, played_on=day) for number, day in enumerate(days)]
    assert set(school.push(school.ada, *made)) == {"ok"}
    school.clock.now += 3_600_000_000
    school.centre.judging.judge_all(school.org_id)
    lines = within(school, lambda unit: unit.rows.where(PointsEntry))
    assert len(lines) >= len(days)
    assert not [line for line in lines if line.reason is PointsReason.STREAK]
    # Who is counted anew later is counted the same.
    assert within(school, lambda unit: office.recompute(unit, school.centre.judging._catalogue)).nothing
