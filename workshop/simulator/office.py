"""What the school's office does at the centre: people move, are suspended and come back, badges are taken back."""

from __future__ import annotations

import random

from central.app import Centre
from central.community.badges import revoke
from central.sync.unit import Unit
from domain.records.achievements import BadgeAward
from domain.records.identity import MemberStatus
from workshop.simulator.school import STUDENTS, Cast


def administer(centre: Centre, cast: Cast, chance: random.Random) -> None:
    """One of these things, to one of the students."""
    school, org = centre.school, cast.org
    student = cast.people[chance.choice(STUDENTS)]
    class_id = chance.choice(sorted(cast.classes.values()))
    what = chance.randrange(5)
    if what == 0:
        school.leave(org, student, class_id)
    elif what == 1:
        school.enrol(org, student, [class_id])
    elif what == 2:
        school.set_status(org, student, chance.choice((MemberStatus.SUSPENDED, MemberStatus.ACTIVE)))
    elif what == 3:
        school.link_guardian(org, cast.people["kim"], student)
    else:
        _take_a_badge_back(centre, cast, student, chance)


def _take_a_badge_back(centre: Centre, cast: Cast, student: str, chance: random.Random) -> None:
    def work(unit: Unit) -> None:
        found = [a.id for a in unit.rows.where(BadgeAward, user_id=student) if not a.badge_id.endswith("grow")]
        if found:
            revoke(unit, chance.choice(sorted(found)), "By mistake", cast.people["lee"])

    centre.school.within(cast.org, work)
