"""Files that break, or cannot be opened for a while: nobody else's are touched, and nothing is half open."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from store_rig import answered

from app.store.accounts import business, wipe_account
from app.store.condition import condition
from app.store.contact import up_to_date
from app.store.keeper import Desk, Keeper
from app.store.machine import note_contact
from app.store.outbox import discard_refused, next_request
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.store.signing_in import grant, sign_in_page
from domain.records.communication import Message
from domain.records.identity import AccessRole
from domain.records.wire import OpVerdict, Outcome
from local_schema.opening import engine_for

TEACHERS = [
    Account(user_id=f"u-{name}", org_id="org-1", role=AccessRole.TEACHER, display_name=name, avatar="note")
    for name in ("Lee", "Rey", "Sol")
]
LEE, REY, SOL = TEACHERS


def say_something(keeper: Keeper, account: Account, message_id: str = "m1") -> None:
    message = Message(
        org_id="org-1", id=message_id, from_user_id=account.user_id, to_user_id="t", subject="", body="x", created_at=1
    )

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            writing.put(message)

    keeper.submit(work).result()


def place(keeper: Keeper, account: Account, ending: str) -> Path:
    return keeper.submit(lambda desk: desk.shelf.place(account.user_id, ending)).result()


def everybody_writes(keeper: Keeper, accounts: Iterable[Account] = tuple(TEACHERS)) -> None:
    for account in accounts:
        grant(keeper=keeper, account=account, verifier="v").result()
        say_something(keeper, account)


def waits(keeper: Keeper, account: Account) -> list[str]:
    return [op.id for op in next_request(keeper=keeper, account_id=account.user_id).result().ops]


def spoil(path: Path) -> None:
    """Overwrite all but the first pages, and leave a log of a program that was killed."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))
    Path(f"{path}-wal").write_bytes(os.urandom(5_000))


def test_a_mirror_whose_log_cannot_be_read_is_not_left_half_open(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper, [LEE])
    deeds = place(keeper, LEE, ".deeds")
    keeper = open_keeper()
    kept = deeds.rename(deeds.with_name("elsewhere"))
    deeds.mkdir()
    with pytest.raises(OSError, match="directory"):
        say_something(keeper, LEE, "m2")
    deeds.rmdir()
    kept.rename(deeds)
    say_something(keeper, LEE, "m3")
    assert waits(keeper, LEE) == ["m1", "m3"]
    place(keeper, LEE, ".mirror").unlink()
    assert waits(open_keeper(), LEE) == ["m1", "m3"]


def test_several_broken_files_hold_up_neither_each_other_nor_a_report(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper)
    places = [place(keeper, account, ".mirror") for account in TEACHERS]
    keeper.close()
    for path in places:
        spoil(path)
    keeper = open_keeper()
    found = condition(keeper=keeper)
    assert (len(found.mirrors), found.set_aside) == (4, 3)
    assert [waits(keeper, account) for account in TEACHERS] == [["m1"]] * 3


def test_what_was_put_aside_has_a_bound_and_goes_with_the_account(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper, [LEE])
    path = place(keeper, LEE, ".mirror")
    for _ in range(4):
        keeper.close()
        spoil(path)
        keeper = open_keeper()
        assert waits(keeper, LEE) == ["m1"]
        keeper.now.forward(seconds=1)  # type: ignore[attr-defined]
    aside = sorted(each.name for each in path.parent.glob("*damaged*"))
    assert len([name for name in aside if not name.endswith(("-wal", "-shm"))]) == 2
    assert len([name for name in aside if name.endswith("-wal")]) == 2

    def all_sent(desk: Desk) -> None:
        with desk.mirror(LEE.user_id).writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM outbox")
            writing.everything_is_sent()

    keeper.submit(all_sent).result()
    wipe_account(keeper=keeper, user_id=LEE.user_id).result()
    assert not list(path.parent.glob(f"{path.stem}*"))


def test_a_mirror_that_is_made_anew_is_not_ready_before_it_is_filled(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper, [LEE])

    def met_the_centre(desk: Desk) -> None:
        with desk.mirror(LEE.user_id).writing() as writing:
            note_contact(writing, desk.now())

    keeper.submit(met_the_centre).result()
    up_to_date(keeper=keeper, account_id=LEE.user_id)
    assert [tile.ready_offline for tile in sign_in_page(keeper=keeper).result().staff] == [True]
    path = place(keeper, LEE, ".mirror")
    keeper.close()
    spoil(path)
    keeper = open_keeper()
    assert waits(keeper, LEE) == ["m1"]
    assert [tile.ready_offline for tile in sign_in_page(keeper=keeper).result().staff] == [False]


def test_deeds_whose_mirror_is_missing_are_known_to_wait(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper)
    path = place(keeper, REY, ".mirror")
    keeper.close()
    path.unlink()
    keeper = open_keeper()
    assert REY.user_id in business(keeper=keeper).result().waiting
    assert waits(keeper, REY) == ["m1"]


def test_what_was_refused_outlives_its_mirror_until_somebody_has_looked(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper, [LEE])
    say_something(keeper, LEE, "m2")
    refused = [OpVerdict(number, Outcome.REFUSED, "not_yours", "No.") for number in (1, 2)]
    answered(keeper, LEE.user_id, refused)
    discard_refused(keeper=keeper, account=LEE, dev_seq=1).result()
    path = place(keeper, LEE, ".mirror")
    keeper.close()
    spoil(path)
    assert waits(open_keeper(), LEE) == ["m2"]


def test_a_log_whose_end_the_power_has_taken_is_made_whole_again(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper, [LEE])
    say_something(keeper, LEE, "m2")
    deeds, path = place(keeper, LEE, ".deeds"), place(keeper, LEE, ".mirror")
    keeper.close()
    os.truncate(deeds, deeds.stat().st_size - 5)
    keeper = open_keeper()
    assert waits(keeper, LEE) == ["m1", "m2"]
    keeper.close()
    spoil(path)
    assert waits(open_keeper(), LEE) == ["m1", "m2"]


def make_too_new(keeper: Keeper, account: Account) -> None:
    path = place(keeper, account, ".mirror")
    key = keeper.submit(lambda desk: desk.shelf.key("mirror", account.user_id)).result()
    keeper.close()
    engine = engine_for(path, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 999")
    engine.dispose()


def test_a_file_of_a_newer_program_holds_nobody_else_up(open_keeper: Callable[[], Keeper]) -> None:
    keeper = open_keeper()
    everybody_writes(keeper)
    make_too_new(keeper, LEE)
    keeper = open_keeper()
    found = business(keeper=keeper).result()
    assert {REY.user_id, SOL.user_id} <= {*found.present, *found.waiting}
    with pytest.raises(StoreProblem, match="newer version"):
        waits(keeper, LEE)
