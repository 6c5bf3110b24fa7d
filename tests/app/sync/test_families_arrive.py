"""A guardian signs in by name once with the network, then by picture without it, and never among the teachers."""

from __future__ import annotations

from app.store.signing_in import sign_in_page, sign_out
from app.sync.arriving import arrive, arrive_by_name
from central.identity.school import NewPerson
from domain.records.identity import AccessRole


def guardian(world) -> str:  # type: ignore[no-untyped-def]
    made = NewPerson(role=AccessRole.GUARDIAN, display_name="Mr Finch", username="mr.finch", secret="a long password")
    (person,) = world.centre.school.add_people(world.org, world.site, [made])
    world.centre.school.link_guardian(world.org, person.id, world.mia)
    return str(person.id)


def test_by_name_first_and_by_picture_without_a_network_then(world) -> None:  # type: ignore[no-untyped-def]
    user_id = guardian(world)
    home = world.machine("home").enrol().begin()
    answer = arrive_by_name(keeper=home.keeper, username="Mr.Finch", secret="a long password")
    assert answer.account is not None
    assert (answer.account.user_id, answer.account.role) == (user_id, AccessRole.GUARDIAN)
    page = sign_in_page(keeper=home.keeper).result(10)
    assert [person.display_name for person in page.family] == ["Mr Finch"]
    assert "Mr Finch" not in [person.display_name for person in page.staff]
    sign_out(keeper=home.keeper, account=answer.account).result(10)
    world.serving.stop()
    assert arrive(keeper=home.keeper, user_id=user_id, secret="a long password").account is not None


def test_a_wrong_name_or_password_is_refused_in_the_same_words(world) -> None:  # type: ignore[no-untyped-def]
    guardian(world)
    home = world.machine("home").enrol()
    wrong = [
        arrive_by_name(keeper=home.keeper, username=name, secret="not it").refusal for name in ("mr.finch", "nobody")
    ]
    assert wrong[0] is not None
    assert wrong[0] == wrong[1]


def test_with_no_network_the_first_time_says_what_is_needed(world) -> None:  # type: ignore[no-untyped-def]
    guardian(world)
    home = world.machine("home").enrol()
    world.serving.stop()
    refusal = arrive_by_name(keeper=home.keeper, username="mr.finch", secret="a long password").refusal
    assert refusal is not None
    assert "needs the network" in refusal.english()
