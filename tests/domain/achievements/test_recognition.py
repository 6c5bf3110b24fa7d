"""The other places of recognition: by hand, on release, and when one is revoked."""

from __future__ import annotations

import achievement_samples as people
import msgspec
import pytest

from domain.achievements import engagements, points
from domain.achievements.recognition import after_recognition, after_release, after_revocation

NOW = people.at(300)
BADGE = msgspec.structs.replace(people.grow_badge(), points_value=20)


def test_an_engagement_recorded_by_hand_moves_the_badge_up_like_any_other() -> None:
    four = [people.engagement(n) for n in range(4)]
    made = engagements.recorded_by_hand(
        org_id=people.ORG,
        user_id=people.STUDENT,
        skill_role_id="role-pianist",
        teacher_id="t",
        day=people.day(9),
        note="assembly",
        at=people.at(9),
    )
    first = after_recognition(four[0], engagements=(), badges=[BADGE], held=(), now=NOW)
    held = {award.id for award in first.awards}
    brought = after_recognition(made, engagements=four, badges=[BADGE, people.grow_badge("singer")], held=held, now=NOW)
    assert [(award.level, award.crossed_at) for award in brought.awards] == [(2, people.at(9))]
    assert [(line.points, line.earned_on) for line in brought.points] == [(40, people.day(9))]
    again = after_recognition(
        made, engagements=[*four, made], badges=[BADGE], held=held | {brought.awards[0].id}, now=NOW
    )
    assert again.awards == again.points == ()


def test_a_release_writes_points_on_the_days_that_were_crossed() -> None:
    brought = after_release(BADGE, [people.engagement(n) for n in range(5)], held=(), now=NOW)
    assert [award.level for award in brought.awards] == [1, 2]
    assert [(line.points, line.earned_on) for line in brought.points] == [(20, people.day(0)), (40, people.day(4))]
    held = {award.id for award in brought.awards}
    assert after_release(BADGE, [people.engagement(n) for n in range(5)], held=held, now=NOW).awards == ()


def test_a_revoked_engagement_takes_the_level_and_leaves_the_points() -> None:
    five = [people.engagement(n) for n in range(5)]
    brought = after_release(BADGE, five, held=(), now=NOW)
    gone = engagements.revoked(five[2], "another child played")
    taken = after_revocation(
        gone, engagements=five, badges=[BADGE], awards=brought.awards, revocations=(), revoked_by="t", now=NOW
    )
    assert [(r.id, r.reason) for r in taken] == [(brought.awards[1].id, "another child played")]
    assert points.total(brought.points) == 60
    silent = msgspec.structs.replace(gone, revoked_reason=None)
    with pytest.raises(ValueError, match="reason"):
        after_revocation(
            silent, engagements=five, badges=[BADGE], awards=brought.awards, revocations=(), revoked_by="t", now=NOW
        )
