"""An administrator's badges, the week's highlights, boards, telemetry, icons and the audit: on both databases."""

from __future__ import annotations

import msgspec
import pytest
from small_school import School

from central.auditing import broken_at
from central.community import analytics, icons
from central.community import badges as office
from central.community.lighting import weekly
from central.problems import Refused
from central.sync.unit import Unit
from domain.achievements.engagements import recorded_by_hand
from domain.achievements.grow import APPROVED
from domain.records.achievements import Badge, BadgeAward, BadgeStatus, SkillRole
from domain.records.communication import Notification, TelemetryEvent
from domain.records.community import AchievementShare, Highlight, ModerationAction, Scope, SharingPreferences

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#224466"/></svg>'
DAY = 86_400_000_000


def within(school: School, work):  # type: ignore[no-untyped-def]
    return school.centre.school.within(school.org_id, work)


def with_role(school: School) -> Badge:
    role = SkillRole(
        org_id=school.org_id, id=f"role-{school.org_id}", role_code="pianist", role_name="Pianist", status=APPROVED
    )
    school.centre.school.put(role)
    [badge] = within(school, lambda unit: unit.rows.where(Badge))
    return badge


def with_icon(school: School, badge: Badge) -> None:
    within(school, lambda unit: icons.keep(unit, badge.id, SVG, b"\x89PNG", "me"))


def test_an_approved_role_brings_its_badge_once_and_a_release_gives_the_true_dates(school: School) -> None:
    badge = with_role(school)
    assert (badge.status, len(badge.thresholds)) == (BadgeStatus.PENDING_ICON, 4)
    assert within(school, office.backfill) == ()
    with pytest.raises(Refused, match="needs an icon"):
        within(school, lambda unit: office.release(unit, "pianist", "me"))
    for number in range(5):
        seen = recorded_by_hand(
            org_id=school.org_id,
            user_id=school.ada,
            skill_role_id=badge.skill_role_id or "",
            teacher_id=school.teacher,
            day=f"2025-10-{10 + number}",
            note="played for the choir",
            at=school.clock() + number,
        )
        assert school.push(school.teacher, msgspec.structs.replace(seen, id=f"{school.ada}-{number}")) == ["ok"]
    with_icon(school, badge)
    school.centre.school.put(
        SharingPreferences(org_id=school.org_id, id=school.ada, default_scope=Scope.CLASS, automatic=("badge",))  # type: ignore[arg-type]
    )
    for _twice in range(2):
        within(school, lambda unit: office.release(unit, "pianist", "me"))
    awards = sorted(school.mirror(school.ada).rows(BadgeAward).values(), key=lambda a: a.level)
    assert [a.level for a in awards] == [1, 2]
    assert all(a.crossed_at < a.awarded_at for a in awards)
    assert [n.notice for n in school.mirror(school.ada).rows(Notification).values()] == ["badge_released"]
    assert not school.mirror(school.ada).rows(AchievementShare)
    assert within(school, lambda unit: office.recompute(unit, school.centre.judging._catalogue)).nothing
    within(school, lambda unit: office.retire(unit, "pianist", "me"))
    with pytest.raises(Refused, match="retired"):
        within(school, lambda unit: office.release(unit, "pianist", "me"))
    assert len(school.mirror(school.ada).rows(BadgeAward)) == 2


def test_the_recompute_notices_a_lost_row(school: School) -> None:
    from domain.records.achievements import PointsEntry

    assert school.push(school.ada, school.attempt(school.ada)) == ["ok"]
    school.clock.now += DAY
    school.centre.judging.judge_all(school.org_id)
    catalogue = school.centre.judging._catalogue
    assert within(school, lambda unit: office.recompute(unit, catalogue)).nothing
    [line] = within(school, lambda unit: unit.rows.where(PointsEntry, student_id=school.ada))
    sql = f"DELETE FROM points_entry WHERE org_id = '{school.org_id}' AND id = '{line.id}'"
    within(school, lambda unit: unit.connection.exec_driver_sql(sql))
    found = within(school, lambda unit: office.recompute(unit, catalogue))
    assert (found.points, found.nothing) == (1, False)


def test_highlights_are_chosen_once_a_week_and_everybody_has_a_turn(school: School) -> None:
    shares = [school.share(who, shared_at=weekly(school.clock.now).until - DAY) for who in (school.ada, school.bo)]
    assert [school.push(s.student_id, s) for s in shares] == [["ok"], ["ok"]]
    private = school.share(school.ada, Scope.FAMILY, shared_at=weekly(school.clock.now).until - DAY)
    school.push(school.ada, private)
    first = school.centre.nightly.run(school.org_id)
    assert first.highlights >= 2
    assert school.centre.nightly.run(school.org_id) == type(first)(highlights=0, digests=0, erased=0)
    lit = school.mirror(school.bo).rows(Highlight)
    assert {h.share_id for h in lit.values()} == {s.id for s in shares}
    assert school.mirror(school.bo).rows(AchievementShare)[shares[0].id].is_featured
    school.clock.now += 7 * DAY
    for who in (school.ada, school.bo):
        new = school.share(who, id=f"new-{who}", shared_at=weekly(school.clock.now).until - DAY)
        assert school.push(who, new) == ["ok"]
    assert school.centre.nightly.run(school.org_id).highlights == 2


def test_a_class_hears_of_its_day_in_one_line(school: School) -> None:
    for number in range(3):
        school.push(school.ada, school.share(school.ada, id=f"{school.ada}{number}"))
    assert school.centre.nightly.run(school.org_id).digests == 2
    [line] = [n for n in school.mirror(school.bo).rows(Notification).values() if n.notice == "class_digest"]
    assert "3 achievements" in line.title


def test_what_posts_itself_is_significant_asked_for_and_confirmed(school: School) -> None:
    school.push(school.ada, SharingPreferences(org_id=school.org_id, id=school.ada, default_scope=Scope.CLASS))
    school.streak(school.ada)
    assert not school.mirror(school.bo).rows(AchievementShare)
    asked = SharingPreferences(org_id=school.org_id, id=school.bo, default_scope=Scope.CLASS)
    kinds = ("streak_milestone",)
    school.push(school.bo, msgspec.structs.replace(asked, automatic=kinds))
    from domain.achievements.points import DAYS, for_streak

    new = for_streak(
        org_id=school.org_id, student_id=school.bo, kind=DAYS, milestone=30, at=school.clock() + 10**9, on="2025-10-09"
    )
    within(school, lambda unit: unit.add_missing([new]))
    [posted] = school.mirror(school.ada).rows(AchievementShare).values()
    assert (posted.student_id, posted.automatic, posted.scope) == (school.bo, True, Scope.CLASS)
    assert posted.title == "30 days of music in a row"


def test_telemetry_takes_what_is_declared_and_tells_nothing_of_few(school: School) -> None:
    def event(number: int, actor: str, **properties: object) -> TelemetryEvent:
        return TelemetryEvent(
            org_id=school.org_id,
            id=f"{school.org_id}-{number}",
            name="achievement_shared",
            actor=actor,
            at=school.clock(),
            properties=properties or {"sharing_scope": "class", "personal_message": True},  # type: ignore[arg-type]
        )

    assert school.push(school.ada, event(0, "p0")) == ["ok"]
    assert school.push(school.ada, event(90, "p0", personal_message="I am Ada and I live at")) == ["unfit"]
    assert school.push(school.ada, event(91, "p0", name="Ada")) == ["unfit"]
    [few] = within(school, lambda unit: analytics.sums(unit.rows))
    assert (few.events, few.people, few.by) == (1, None, {})
    school.push(school.ada, *(event(n, f"p{n}") for n in range(1, 6)))
    [many] = within(school, lambda unit: analytics.sums(unit.rows))
    assert (many.people, many.by["sharing_scope"]) == (6, {"class": 6})
    lines = within(school, lambda unit: list(analytics.statements(unit.rows)))
    assert all(msgspec.json.decode(line)["verb"]["id"].startswith("http") for line in lines)
    assert school.ada not in b"".join(lines).decode()


def test_decisions_are_in_an_audit_whose_chain_breaks_when_it_is_changed(school: School) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    for number in range(3):
        act = ModerationAction(
            org_id=school.org_id,
            id=f"{school.org_id}{number}",
            target_type="share",
            target_id=share.id,
            actor_id=school.teacher,
            action="hide",
            at=school.clock(),
        )
        assert school.push(school.teacher, act) == ["ok"]
    assert within(school, broken_at) is None


def test_an_icon_is_drawn_by_a_child_and_refused_with_a_reason(school: School) -> None:
    badge = with_role(school)
    svg, png = icons.read_upload(SVG)
    within(school, lambda unit: icons.keep(unit, badge.id, svg, png, "me"))

    def stored(unit: Unit) -> bytes | None:
        return icons.png_of(unit.connection, unit.org_id, badge.id)

    assert (within(school, stored) or b"").startswith(b"\x89PNG")
    kept = school.mirror(school.ada).rows(Badge)[badge.id]
    assert (kept.icon_path, kept.status) == (icons.icon_name(badge.id, png), BadgeStatus.PENDING_ICON)
    for bad in (b"", b"<svg/>", SVG.replace(b"<circle", b"<script"), b"x" * 70_000):
        with pytest.raises(Refused):
            icons.read_upload(bad)
    with pytest.raises(Refused):
        icons.drawn(b"this is no drawing")
