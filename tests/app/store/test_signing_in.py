"""Signing in with no network: verifier, limited tries, lease, a clock turned back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from app.store.keeper import Desk, Keeper
from app.store.machine import Enrolment, enrolment, no_longer_known, remember_enrolment
from app.store.shelf import MACHINE
from app.store.signing_in import FREE_TRIES, grant, sign_in, sign_in_page, sign_out
from domain.records.identity import AccessRole, MemberStatus, SignInTile
from local_schema.columns import row_of

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def tile(user_id: str, name: str, role: AccessRole = AccessRole.STUDENT, **changes: object) -> SignInTile:
    fields = {"classes": [("c1", "Piano A")] if role is AccessRole.STUDENT else [], "verifier": QUICK.hash("1234")}
    return SignInTile(
        org_id="org-1", id=user_id, role=role, display_name=name, avatar="note", site_id="s", **{**fields, **changes}
    )


@pytest.fixture
def school(keeper: Keeper) -> Keeper:
    """An enrolled machine with three tiles."""
    home = Enrolment(
        device_id="d1", org_id="org-1", site_id="s", machine_name="Lab 7", school_name="Hill School", centre="http://c"
    )
    remember_enrolment(keeper=keeper, enrolment=home, token="t").result()
    tiles = [
        tile("u-mia", "Mia"),
        tile("u-ben", "ben", status=MemberStatus.SUSPENDED),
        tile("u-ada", "Ada"),
        tile("u-tea", "Ms Lee", AccessRole.TEACHER),
    ]

    def work(desk: Desk) -> None:
        with desk.mirror(MACHINE).writing() as writing:
            writing.insert_new("sign_in_tile", [row_of(each) for each in tiles])

    keeper.submit(work).result()
    return keeper


def test_the_page_shows_classes_with_their_people_and_the_staff(school: Keeper) -> None:
    page = sign_in_page(keeper=school).result()
    assert (page.machine_name, page.school_name) == ("Lab 7", "Hill School")
    assert [(c.class_name, [p.display_name for p in c.people]) for c in page.classes] == [("Piano A", ["Ada", "Mia"])]
    assert [p.display_name for p in page.staff] == ["Ms Lee"]


def test_a_right_pin_signs_in_and_a_wrong_one_says_so(school: Keeper) -> None:
    assert sign_in(keeper=school, user_id="u-mia", pin="0000").result().refusal
    answer = sign_in(keeper=school, user_id="u-mia", pin="1234").result()
    assert answer.account is not None
    assert answer.account.display_name == "Mia"
    sign_out(keeper=school, account=answer.account).result()


@pytest.mark.parametrize("user_id", ["u-ben", "u-nobody"])
def test_the_suspended_and_the_unknown_are_refused(school: Keeper, user_id: str) -> None:
    answer = sign_in(keeper=school, user_id=user_id, pin="1234").result()
    assert answer.account is None
    assert answer.refusal is not None


def _lock_out(keeper: Keeper) -> int:
    answers = [sign_in(keeper=keeper, user_id="u-mia", pin="9").result() for _ in range(FREE_TRIES)]
    assert answers[-1].wait_until is not None
    return answers[-1].wait_until


def test_too_many_tries_wait_and_the_wait_doubles_and_outlives_the_program(
    school: Keeper, clock: Callable[[], int], open_keeper: Callable[[], Keeper]
) -> None:
    until = _lock_out(school)
    assert until - clock() == 30_000_000
    again = open_keeper()
    assert sign_in(keeper=again, user_id="u-mia", pin="1234").result().account is None
    clock.forward(seconds=31)  # type: ignore[attr-defined]
    second = sign_in(keeper=again, user_id="u-mia", pin="9").result()
    assert second.wait_until is not None
    assert second.wait_until - clock() == 60_000_000
    clock.forward(seconds=61)  # type: ignore[attr-defined]
    assert sign_in(keeper=again, user_id="u-mia", pin="1234").result().account is not None


def test_turning_the_clock_back_or_forward_gains_nothing(school: Keeper, clock: Callable[[], int]) -> None:
    _lock_out(school)
    clock.forward(days=-2)  # type: ignore[attr-defined]
    answer = sign_in(keeper=school, user_id="u-mia", pin="1234").result()
    assert answer.wait_until == clock() + 30_000_000


def test_the_lease_ends_after_fourteen_days_and_a_clock_turned_back_does_not_lengthen_it(
    school: Keeper, clock: Callable[[], int]
) -> None:
    clock.forward(days=13.9)  # type: ignore[attr-defined]
    assert sign_in(keeper=school, user_id="u-mia", pin="1234").result().account is not None
    clock.forward(days=0.2)  # type: ignore[attr-defined]
    assert "14 days" in str(sign_in(keeper=school, user_id="u-mia", pin="1234").result().refusal.english())  # type: ignore[union-attr]
    clock.forward(days=-10)  # type: ignore[attr-defined]
    assert sign_in(keeper=school, user_id="u-mia", pin="1234").result().account is None


def test_who_signed_in_online_can_sign_in_offline(keeper: Keeper, school: Keeper) -> None:
    from app.store.readings import Account

    guardian = Account(user_id="u-dad", org_id="org-1", role=AccessRole.GUARDIAN, display_name="Dad", avatar="note")
    grant(keeper=keeper, account=guardian, verifier=QUICK.hash("secret")).result()
    assert sign_in(keeper=keeper, user_id="u-dad", pin="secret").result().account == guardian


def test_a_late_refusal_of_the_old_token_says_nothing_of_a_machine_that_was_added_again(school: Keeper) -> None:
    home = enrolment(keeper=school).result(10)
    assert home is not None
    no_longer_known(keeper=school, token="t").result(10)
    assert sign_in_page(keeper=school).result(10).ended
    remember_enrolment(keeper=school, enrolment=home, token="new").result(10)
    no_longer_known(keeper=school, token="t").result(10)
    assert not sign_in_page(keeper=school).result(10).ended
