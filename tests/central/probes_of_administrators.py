"""What the authorisation matrix tries on the pages of administrators: figures, looking, closing."""

from __future__ import annotations

from typing import Any

from two_organisations import Caller

from domain.records.community import AchievementShare, AchievementType
from domain.records.ids import derived_id
from domain.records.supervision import Decision, Look


def reports(world: Any, caller: Caller, reach: str) -> bool:
    """The figures of one's organisation; there is no way to ask for another's."""
    if reach == "other organisation":
        return world.away.org_id in caller.get("/v1/reports/usage", account=caller.account, weeks="4").text
    return caller.get("/v1/reports/usage", account=caller.account, weeks="4").status_code == 200


def supervises(world: Any, caller: Caller, reach: str) -> bool:
    """Look at everything of a person."""
    return caller.post("/v1/supervision", Look(caller.account, world.student(caller, reach))).status_code == 200


def supervises_all(world: Any, caller: Caller, reach: str) -> bool:
    """Look at what waits in one's organisation; there is no way to ask for another's."""
    if reach == "other organisation":
        return world.away.org_id in caller.post("/v1/supervision", Look(caller.account)).text
    return caller.post("/v1/supervision", Look(caller.account)).status_code == 200


def closes(world: Any, caller: Caller, reach: str) -> bool:
    """Hide what somebody has shared."""
    home = world.away if reach == "other organisation" else world.home
    world.number += 1
    person = world.student(caller, reach)
    share = AchievementShare(
        org_id=home.org_id,
        id=derived_id("share", person, world.number),
        student_id=person,
        author_name="",
        author_avatar="note",
        achievement_type=AchievementType.STREAK_MILESTONE,
        achievement_id="x",
        title="t",
        shared_at=1,
    )
    home.centre.school.within(home.org_id, lambda unit: unit.add_facts([share]))
    asked = Decision(caller.account, person, "share", share.id, "hide")
    return caller.post("/v1/supervision/decisions", asked).status_code == 200
