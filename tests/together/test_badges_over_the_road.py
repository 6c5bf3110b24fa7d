"""An administrator's work on a badge, its picture on every machine, and a badge that leaves: over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from openbadgeslib import baking
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from together import Together

from app.store.badge_office import badge_file, badge_office
from app.store.keeper import Keeper
from app.store.machine import device_token, enrolment
from app.store.pictures import missing_pictures, pictures
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.recognising import recognise
from app.store.taking_along import takeaway
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol
from app.sync.office import Office
from app.sync.road import Road
from central.credentials.sealing import Sealing
from central.serving import Serving
from domain.achievements.grow import APPROVED
from domain.achievements.leaving import baked
from domain.records.achievements import BadgeStatus, SkillRole
from domain.records.badge_office import Step

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#224466"/></svg>'
OTHER = SVG.replace(b"#224466", b"#aa2244")


class Lab:
    """A machine of the school that speaks HTTP, on which the administrator and a student sit."""

    def __init__(self, house: Together, serving: Serving, folder: Path) -> None:
        self.house, self.serving = house, serving
        self.keeper: Keeper = house.lab_keeper(folder)
        code = house.centre.machines.enrol_code(house.org_id, house.site_id).code
        self.home = enrol(keeper=self.keeper, centre=serving.url, code=code, machine_name="PC 7")
        device = house.centre.machines.device(device_token(keeper=self.keeper).result() or "")
        house.centre.machines.grant(device, self.admin.user_id)
        self.office = Office(self.keeper)
        self.road = Road(keeper=self.keeper, transport=httpx.HTTPTransport())

    @property
    def admin(self) -> Account:
        return self.house.admin.account

    @property
    def ada(self) -> Account:
        return self.house.ada.account

    def meets(self) -> None:
        """Everybody of this machine meets the centre, and the pictures come."""
        for account in (self.admin, self.ada):
            self.road.exchange(account.user_id)
        self.road.round()

    def badge(self):  # type: ignore[no-untyped-def]
        [group] = badge_office(keeper=self.keeper, account=self.admin).result()
        return group.badges[0]


@pytest.fixture
def lab(together: Together, tmp_path: Path) -> Iterator[Lab]:
    centre = together.centre
    centre.credentials._sealing = Sealing("a secret of the test")
    role = SkillRole(
        org_id=together.org_id, id=centre.fresh_id(), role_code="pianist", role_name="Pianist", status=APPROVED
    )
    centre.school.put(role)
    with Serving(centre) as serving:
        centre.credentials.reached_at(serving.url)
        made = Lab(together, serving, tmp_path / "lab")
        made.meets()
        yield made
        made.road.close()
        made.keeper.close()


def icon(lab: Lab, svg: bytes = SVG) -> None:
    lab.office.give_icon(lab.admin, lab.badge().badge_id, svg)
    lab.meets()


def earned(lab: Lab) -> str:
    """Ada was seen once, the badge is released: her award's id."""
    icon(lab)
    [role] = lab.house.teacher.holds(SkillRole) or [None]
    if role is None:
        lab.house.all_meet()
        [role] = lab.house.teacher.holds(SkillRole)
    lab.house.teacher.does(recognise, student_id=lab.ada.user_id, skill_role_id=role, note="for the choir")
    lab.house.all_meet()
    lab.office.take_step(lab.admin, lab.badge().badge_id, Step.RELEASE)
    lab.meets()
    [holder] = badge_file(keeper=lab.keeper, account=lab.admin, badge_id=lab.badge().badge_id).result().holders
    return holder.award_id


def test_an_icon_goes_up_and_its_picture_reaches_every_machine(lab: Lab) -> None:
    assert lab.badge().status is BadgeStatus.PENDING_ICON
    icon(lab)
    first = pictures(keeper=lab.keeper).result()
    assert [png[:4] for png in first.values()] == [b"\x89PNG"]
    assert list(first) == [lab.badge().icon]
    icon(lab, OTHER)
    second = pictures(keeper=lab.keeper).result()
    assert list(second) == [lab.badge().icon]
    assert set(second.values()).isdisjoint(first.values())
    assert missing_pictures(keeper=lab.keeper).result() == ()


def test_a_refused_drawing_says_why_and_changes_nothing(lab: Lab) -> None:
    with pytest.raises(NoAnswer, match="may not use") as refused:
        lab.office.give_icon(lab.admin, lab.badge().badge_id, SVG.replace(b"<circle", b'<circle onclick="x()"'))
    assert refused.value.lasting
    lab.meets()
    assert lab.badge().icon == ""


def test_words_and_place_of_a_badge_reach_the_mirror(lab: Lab) -> None:
    lab.office.edit(lab.admin, lab.badge().badge_id, "For every piece you play.", 7)
    lab.meets()
    assert (lab.badge().description, lab.badge().sort_order) == ("For every piece you play.", 7)


def test_a_release_shows_who_would_get_it_before_and_gives_it_then(lab: Lab) -> None:
    icon(lab)
    lab.house.all_meet()
    [role] = lab.house.teacher.holds(SkillRole)
    for note in ("one", "two", "three", "four", "five"):
        lab.house.teacher.does(recognise, student_id=lab.ada.user_id, skill_role_id=role, note=note)
    lab.house.all_meet()
    found = lab.office.preview(lab.admin, lab.badge().badge_id)
    assert [(p.display_name, p.levels, p.have, p.need) for p in found.people] == [("Brave Otter", (1, 2), 5, 20)]
    lab.meets()
    assert lab.badge().holders == 0
    for _twice in range(2):
        assert lab.office.take_step(lab.admin, lab.badge().badge_id, Step.RELEASE).status is BadgeStatus.RELEASED
    lab.meets()
    assert lab.badge().holders == 1


def test_a_badge_leaves_as_a_picture_that_others_verify_and_as_a_certificate(lab: Lab) -> None:
    award = earned(lab)
    taken = takeaway(keeper=lab.keeper, account=lab.ada, award_id=award).result()
    assert (taken.badge.level, taken.display_name, taken.school_name) == (1, "Brave Otter", "Maple Street")
    assert httpx.get(taken.address).status_code == 200
    credential = lab.office.credential(lab.ada, award)
    assert json.loads(credential)["id"] == taken.address
    [png] = pictures(keeper=lab.keeper).result().values()
    picture = baked(png, credential.decode())
    host = lab.serving.url.removeprefix("http://")

    def download(url: str) -> bytes:
        return httpx.get(url.replace(f"https://{host}", lab.serving.url)).raise_for_status().content

    read = baking.extract_png(picture, keyword=b"openbadgecredential")
    badge = OB3LdpVerifier().verify(read, check_status=False, download=download)
    assert badge.issuer.name == "Riverside"


def test_without_contact_it_says_so_and_the_certificate_works(lab: Lab) -> None:
    award = earned(lab)
    lab.serving.stop()
    with pytest.raises(NoAnswer, match="certificate works without"):
        lab.office.credential(lab.ada, award)
    with pytest.raises(NoAnswer, match="nothing was changed"):
        lab.office.take_step(lab.admin, lab.badge().badge_id, Step.RETIRE)
    assert takeaway(keeper=lab.keeper, account=lab.ada, award_id=award).result().address.startswith(lab.home.centre)
    lab.serving.start()


def test_only_those_who_keep_badges_see_the_office(lab: Lab) -> None:
    for account in (lab.ada, lab.house.teacher.account, lab.house.guardian.account):
        with pytest.raises(StoreProblem):
            badge_office(keeper=lab.keeper, account=account).result()
    with pytest.raises(NoAnswer):
        lab.office.edit(lab.ada, lab.badge().badge_id, "mine", 1)


def test_anothers_award_is_not_taken_along(lab: Lab) -> None:
    award = earned(lab)
    with pytest.raises(StoreProblem, match="not here"):
        takeaway(keeper=lab.keeper, account=lab.house.bo.account, award_id=award).result()
    with pytest.raises(NoAnswer):
        lab.office.credential(lab.house.bo.account, award)
    assert enrolment(keeper=lab.keeper).result() == lab.home
