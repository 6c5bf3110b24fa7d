"""Badges that leave, read by code that is not ours: openbadgeslib (proof, did:web, status, PNG) and pyld."""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx
import jsonschema_rs
import jwt
import msgspec
import pytest
from openbadgeslib import baking
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.did import resolve_verification_method
from openbadgeslib.ob3.ldp import OB3LdpVerifier, verify_data_integrity_proof
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier
from small_school import PUBLIC_URL, School
from sqlalchemy import delete, insert, select

from central.community import badges as office
from central.community import icons
from central.credentials import keys
from central.credentials.documents import first_place, identity_hash
from central.credentials.sealing import SealBroken, Sealing
from central.problems import Refused
from central.serving import Serving
from central.sync.unit import Unit
from central.tables import CREDENTIAL, ISSUED_CREDENTIAL
from domain.achievements.engagements import recorded_by_hand
from domain.achievements.grow import APPROVED
from domain.achievements.leaving import baked
from domain.records.achievements import Badge, BadgeAward, BadgeKind, BadgeStatus, RoleEngagement, SkillRole
from domain.records.badge_office import Proof
from domain.records.ids import derived_id

_SCHEMAS = Path(__file__).with_name("open_badges")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#224466"/></svg>'


def within(school: School, work):  # type: ignore[no-untyped-def]
    return school.centre.school.within(school.org_id, work)


def grown(school: School, levels: int = 2) -> list[BadgeAward]:
    """Ada's awards of a released badge, the lowest first."""
    role = SkillRole(
        org_id=school.org_id, id=school.centre.fresh_id(), role_code="pianist", role_name="Pianist", status=APPROVED
    )
    school.centre.school.put(role)
    [badge] = within(school, lambda unit: unit.rows.where(Badge))
    within(school, lambda unit: icons.keep(unit, badge.id, SVG, b"\x89PNG", "me"))
    for number in range((1, 5, 20, 50)[levels - 1]):
        seen = recorded_by_hand(
            org_id=school.org_id,
            user_id=school.ada,
            skill_role_id=role.id,
            teacher_id=school.teacher,
            day=f"2025-10-{1 + number:02}",
            note=f"played {number}",
            at=school.clock() - 10**12 + number,
        )
        assert school.push(school.teacher, seen) == ["ok"]
    within(school, lambda unit: office.release(unit, "pianist", "me"))
    return sorted(within(school, lambda unit: unit.rows.where(BadgeAward)), key=lambda award: award.level)


def single(school: School) -> BadgeAward:
    """A single badge that Ada holds."""
    badge = Badge(
        org_id=school.org_id,
        id=school.centre.fresh_id(),
        badge_code="first_steps",
        badge_kind=BadgeKind.SINGLE,
        name="First steps",
        description="Pass your first stage.",
        status=BadgeStatus.RELEASED,
        icon_path="badges/icons/pianist.svg",
        criteria={"measure": "stages_passed", "at_least": 1},
    )
    award = BadgeAward(
        org_id=school.org_id,
        id=school.centre.fresh_id(),
        user_id=school.ada,
        badge_id=badge.id,
        level=1,
        crossed_at=school.clock() - 5,
        awarded_at=school.clock(),
    )
    school.centre.school.put(badge)
    within(school, lambda unit: unit.add_missing([award]))
    return award


def issued(school: School, award: BadgeAward) -> bytes:
    return school.centre.credentials.credential(school.org_id, school.ada, award.id)


def usernames(user_id: str) -> Callable[[Unit], str]:
    query = select(CREDENTIAL.c.username).where(CREDENTIAL.c.user_id == user_id)
    return lambda unit: str(unit.connection.execute(query).scalar_one())


def fetcher(school: School) -> Callable[[str], bytes]:
    """What a verifier would fetch from the world, answered by the services behind the routes."""
    answers = {
        f"{PUBLIC_URL}/v1/issuers/{school.org_id}/did.json": school.centre.credentials.keys,
        f"{PUBLIC_URL}/v1/issuers/{school.org_id}/status": school.centre.credentials.status_list,
    }
    return lambda url: answers[url](school.org_id)


def verified(school: School, content: bytes):  # type: ignore[no-untyped-def]
    fetch = fetcher(school)
    listed = json.loads(fetch(f"{PUBLIC_URL}/v1/issuers/{school.org_id}/status"))
    verify_data_integrity_proof(listed, resolve_verification_method(listed["proof"]["verificationMethod"], fetch))
    # Their status reader checks the signature of lists that are JWT only; ours was checked above.
    return OB3LdpVerifier().verify(content, check_status=True, verify_status_list=False, download=fetch)


@pytest.fixture(autouse=True)
def now(clock) -> None:  # type: ignore[no-untyped-def]
    """Their verifier reads the real clock; the school's clock stands before it, within the life of a list."""
    import time

    clock.now = time.time_ns() // 1000 - 60_000_000


def test_anothers_code_verifies_a_credential_with_its_status(school: School) -> None:
    for award in [*grown(school), single(school)]:
        found = verified(school, issued(school, award))
        assert found.issuer.name
        assert found.issuer.id == f"did:web:music.example:v1:issuers:{school.org_id}"


def as_token(school: School, award: BadgeAward) -> str:
    return school.centre.credentials.credential(school.org_id, school.ada, award.id, Proof.TOKEN).decode()


def anothers_verifier(school: School) -> OB3Verifier:
    return OB3Verifier.for_issuer_did(f"did:web:music.example:v1:issuers:{school.org_id}", download=fetcher(school))


def test_anothers_code_verifies_the_token_of_one_line_by_the_issuers_own_keys(school: School) -> None:
    for award in [*grown(school), single(school)]:
        line = as_token(school, award)
        assert jwt.get_unverified_header(line) | {"kid": ""} == {"alg": "EdDSA", "typ": "JWT", "kid": ""}
        found = anothers_verifier(school).verify(
            line, check_status=True, verify_status_list=False, download=fetcher(school)
        )
        whole = json.loads(issued(school, award))
        assert found.id == whole["id"]
        assert found.achievement.name == whole["credentialSubject"]["achievement"]["name"]


def test_a_changed_letter_breaks_a_token_and_so_does_a_withdrawn_key(school: School) -> None:
    line = as_token(school, single(school))
    head, body, proof = line.split(".")
    forged = body[:40] + ("A" if body[40] != "A" else "B") + body[41:]
    with pytest.raises(OB3VerificationError):
        anothers_verifier(school).verify(f"{head}.{forged}.{proof}")
    kid = jwt.get_unverified_header(line)["kid"]
    school.centre.credentials.rotate(school.org_id, "me")
    anothers_verifier(school).verify(line)
    school.centre.credentials.withdraw(school.org_id, kid.partition("#")[2], "me")
    with pytest.raises((OB3VerificationError, LibOpenBadgesException)):
        anothers_verifier(school).verify(line)


def test_a_token_of_an_award_that_was_taken_back_is_told_in_the_list(school: School) -> None:
    award = single(school)
    line = as_token(school, award)
    within(school, lambda unit: office.revoke(unit, award.id, "a mistake", "me"))
    with pytest.raises((OB3VerificationError, LibOpenBadgesException), match="revocation"):
        anothers_verifier(school).verify(line, check_status=True, verify_status_list=False, download=fetcher(school))


def test_what_leaves_keeps_the_schema_that_1edtech_publishes(school: School) -> None:
    schema = json.loads((_SCHEMAS / "ob_v3p0_achievementcredential_schema.json").read_bytes())
    valid = jsonschema_rs.Draft201909Validator(schema, validate_formats=True)
    for award in [*grown(school), single(school)]:
        content = json.loads(issued(school, award))
        valid.validate(content)
        del content["credentialSubject"]["achievement"]["criteria"]
        with pytest.raises(jsonschema_rs.ValidationError):
            valid.validate(content)


def test_a_changed_word_breaks_the_proof(school: School) -> None:
    [award, _] = grown(school)
    content = json.loads(issued(school, award))
    content["credentialSubject"]["achievement"]["name"] = "Pianist, level IV"
    with pytest.raises(OB3VerificationError):
        verified(school, json.dumps(content).encode())


def test_a_revoked_award_is_told_in_the_list_and_gets_no_new_credential(school: School) -> None:
    first, second = grown(school)
    one, two = issued(school, first), issued(school, second)
    [last] = within(school, lambda unit: unit.rows.where(RoleEngagement, id=second.evidence[-1:]))
    assert school.edit(school.teacher, last, is_recognized=False, revoked_reason="noted twice") == "ok"
    assert verified(school, one)
    with pytest.raises(OB3VerificationError, match=r"(?i)revo"):
        verified(school, two)
    with pytest.raises(Refused, match="taken back"):
        issued(school, second)


def take_back(school: School, award: BadgeAward) -> None:
    [last] = within(school, lambda unit: unit.rows.where(RoleEngagement, id=award.evidence[-1:]))
    assert school.edit(school.teacher, last, is_recognized=False, revoked_reason="noted twice") == "ok"


def bit(content: bytes) -> int:
    return int(json.loads(content)["credentialStatus"]["statusListIndex"])


def test_a_restore_that_forgot_what_was_given_out_still_takes_it_back(school: School) -> None:
    first, second = grown(school)
    one, two = issued(school, first), issued(school, second)
    # The copy is of the evening before: both awards came back from the mirrors, what was given out did not.
    within(school, lambda unit: unit.connection.execute(delete(ISSUED_CREDENTIAL)))
    assert bit(issued(school, first)) == bit(one)
    take_back(school, second)
    assert verified(school, one)
    with pytest.raises(OB3VerificationError, match=r"(?i)revo"):
        verified(school, two)


def test_a_bit_that_is_known_to_be_anothers_is_left_to_it(school: School) -> None:
    first, second = grown(school)
    place = first_place(second.id)
    held = {"org_id": school.org_id, "award_id": first.id, "place": place, "issued_at": 1}
    within(school, lambda unit: unit.connection.execute(insert(ISSUED_CREDENTIAL).values(**held)))
    one = issued(school, first)
    take_back(school, second)
    assert verified(school, one)


def test_two_awards_hardly_ever_meet_in_one_bit() -> None:
    bits = Counter(first_place(derived_id("award", number)) for number in range(2_000))
    assert max(bits.values()) == 1


def test_keys_change_and_what_was_signed_before_stays_valid_until_its_key_is_withdrawn(school: School) -> None:
    first, second = grown(school)
    old = issued(school, first)
    school.centre.credentials.rotate(school.org_id, "me")
    new = issued(school, second)
    methods = {json.loads(content)["proof"]["verificationMethod"] for content in (old, new)}
    assert len(methods) == 2
    assert verified(school, old)
    assert verified(school, new)
    [lost] = [key.key_id for key in school.centre.credentials.all_keys(school.org_id) if key.retired_at is not None]
    school.centre.credentials.withdraw(school.org_id, lost, "me")
    with pytest.raises(OB3VerificationError):
        verified(school, old)
    assert verified(school, new)


def test_a_credential_names_nobody_and_two_of_them_do_not_tell_that_they_are_one_childs(school: School) -> None:
    first, second = (issued(school, award) for award in grown(school))
    username = within(school, usernames(school.ada))
    for content in (first, second):
        text = content.decode()
        for secret in (school.ada, school.teacher, school.class_id, username, "played", "student 0"):
            assert secret not in text
    one, two = json.loads(first)["credentialSubject"], json.loads(second)["credentialSubject"]
    assert one["id"] != two["id"]
    [mine], [other] = one["identifier"], two["identifier"]
    assert mine["identityHash"] != other["identityHash"]
    assert mine["identityHash"] == identity_hash(username, mine["salt"])


def test_the_level_stands_as_a_result_on_the_scale_of_its_badge(school: School) -> None:
    _, second = (json.loads(issued(school, award))["credentialSubject"] for award in grown(school))
    [scale], [result] = second["achievement"]["resultDescription"], second["result"]
    rungs = {rung["id"]: rung["name"] for rung in scale["rubricCriterionLevel"]}
    assert result["resultDescription"] == scale["id"]
    assert rungs[result["achievedLevel"]] == "Level II"
    assert list(rungs.values()) == ["Level I", "Level II", "Level III", "Level IV"]


def test_a_baked_picture_gives_its_credential_to_anothers_reader(school: School) -> None:
    _, second = grown(school)
    credential = issued(school, second)
    png = icons.drawn(school.centre.credentials.picture(school.org_id, second.badge_id, 2))
    picture = baked(baked(png, "an earlier one"), credential.decode())
    assert verified(school, baking.extract_png(picture, keyword=b"openbadgecredential"))


def test_nobody_gets_anothers_credential_and_shared_accounts_get_none(school: School) -> None:
    [award, _] = grown(school)
    with pytest.raises(Refused) as refused:
        school.centre.credentials.credential(school.org_id, school.bo, award.id)
    assert refused.value.status == 404
    for nonsense in ("", "x", "\0", "00000000-0000-0000-0000-000000000000", "'; DROP TABLE badge"):
        with pytest.raises(Refused):
            school.centre.credentials.credential(school.org_id, school.ada, nonsense)


def test_the_private_key_lies_sealed_and_another_secret_signs_nothing(school: School) -> None:
    [award, _] = grown(school)
    issued(school, award)

    def other(unit: Unit) -> object:
        return keys.signer(unit, Sealing("another secret!!"))

    with pytest.raises(SealBroken):
        within(school, other)


def test_over_http_for_its_student_for_anybody_and_for_nobody_else(school: School) -> None:
    [award, _] = grown(school)
    with Serving(school.centre) as serving, httpx.Client(base_url=serving.url) as client:
        token = {"authorization": f"Bearer {school.enrolled.token}"}
        asked = {"account": school.ada, "award_id": award.id}
        answer = client.post("/v1/credentials", json=asked, headers=token)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/vc")
        assert client.post("/v1/credentials", json=asked).status_code == 401
        stranger = {"account": school.bo, "award_id": award.id}
        assert client.post("/v1/credentials", json=stranger, headers=token).status_code == 404

        def download(url: str) -> bytes:
            return client.get(url.removeprefix(PUBLIC_URL)).raise_for_status().content

        assert OB3LdpVerifier().verify(answer.content, check_status=True, verify_status_list=False, download=download)
        page = client.get(answer.json()["id"].removeprefix(PUBLIC_URL))
        assert "This badge stands" in page.text
        assert "student 0" not in html.unescape(page.text)
        assert "default-src 'none'" in page.headers["content-security-policy"]
        level = client.get(answer.json()["credentialSubject"]["achievement"]["id"].removeprefix(PUBLIC_URL))
        assert level.json()["name"] == "Pianist, level I"
        picture = client.get(level.json()["image"]["id"].removeprefix(PUBLIC_URL))
        assert picture.content.startswith(b"<svg")
        for path in ("/v1/awards/x/y", f"/v1/awards/{school.org_id}/{school.ada}", "/v1/issuers/%00/did.json"):
            assert client.get(path).status_code == 404


def test_without_a_secret_or_an_address_it_says_so(school: School) -> None:
    [award, _] = grown(school)
    school.centre.credentials._sealing = None
    with pytest.raises(Refused, match="certificate works without"):
        issued(school, award)


def test_single_badges_that_were_taken_back_are_told_too(school: School) -> None:
    award = single(school)
    content = issued(school, award)
    within(school, lambda unit: office.revoke(unit, award.id, "given by mistake", "me"))
    with pytest.raises(OB3VerificationError, match=r"(?i)revo"):
        verified(school, content)
    assert msgspec.json.decode(school.centre.credentials.keys(school.org_id))["id"].startswith("did:web:")
