"""Who has business with the centre; copied disks; what leaves a machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from store_rig import CATALOGUE, Clock, Heard, answered

from app.store.accounts import business, erase_account, invite, look_through, wipe_account
from app.store.keeper import Desk, Keeper
from app.store.lab import lab, take_off
from app.store.outbox import discard_refused, next_request
from app.store.playing import discard_unfinished, finish_attempt, start_attempt
from app.store.problems import AccountGone, StoreProblem
from app.store.readings import ERASED, Account, RunningAttempt
from app.store.secrets import FileSecrets
from app.store.sharing import feed_page
from app.store.signing_in import grant, sign_out
from domain.games.game import Outcome as Played
from domain.records.communication import Message
from domain.records.community import AchievementShare, AchievementType, Scope
from domain.records.identity import AccessRole
from domain.records.progress import PlayType
from domain.records.wire import OpVerdict, Outcome

MESSAGE = Message(org_id="org-1", id="m1", from_user_id="u-mia", to_user_id="t", subject="", body="x", created_at=1)


RIGHT = Played(score=900, max_possible_score=1000, passed=True, counts={"right": 1}, concepts={}, notes=())


def started(keeper: Keeper, mia: Account) -> RunningAttempt:
    return start_attempt(
        keeper=keeper,
        account=mia,
        game_id="G-00001",
        stage_id="G-00001-quiz",
        play_type=PlayType.FREE_PLAY,
        step_id=None,
    ).result()


def write(keeper: Keeper) -> None:
    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.put(MESSAGE)

    keeper.submit(work).result()


def test_work_of_somebody_who_signed_out_is_still_business(keeper: Keeper, mia: Account) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    assert business(keeper=keeper).result().present == ("u-mia",)
    write(keeper)
    sign_out(keeper=keeper, account=mia).result()
    assert business(keeper=keeper).result().waiting == ("u-mia",)
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.OK)])
    assert business(keeper=keeper).result().waiting == ()


def test_unsent_work_is_business_after_a_restart(open_keeper: Callable[[], Keeper], mia: Account) -> None:
    keeper = open_keeper()
    grant(keeper=keeper, account=mia, verifier="v").result()
    write(keeper)
    sign_out(keeper=keeper, account=mia).result()
    assert business(keeper=open_keeper()).result().waiting == ("u-mia",)


def test_an_account_is_wiped_only_when_everything_is_at_the_school(keeper: Keeper, mia: Account) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    write(keeper)
    with pytest.raises(StoreProblem, match="not at the school"):
        wipe_account(keeper=keeper, user_id="u-mia").result()
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.OK)])
    wipe_account(keeper=keeper, user_id="u-mia").result()
    assert not keeper.submit(lambda desk: desk.shelf.exists("u-mia")).result()
    assert business(keeper=keeper).result().present == ()


def test_a_game_of_a_deleted_account_leaves_nothing_behind(keeper: Keeper, mia: Account, heard: Heard) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    attempt = started(keeper, mia)
    erase_account(keeper=keeper, user_id="u-mia").result()
    assert heard.changes[-1] == ("u-mia", frozenset({ERASED}))
    with pytest.raises(AccountGone):
        finish_attempt(
            keeper=keeper, account=mia, attempt=attempt, outcome=RIGHT, duration_ms=60_000, events=[(0, 60, 90)]
        ).result()
    with pytest.raises(AccountGone):
        started(keeper, mia)
    with pytest.raises(AccountGone):
        feed_page(keeper=keeper, account=mia).result()
    discard_unfinished(keeper=keeper, account=mia, attempt_id=attempt.attempt_id).result()
    for ending in (".mirror", ".deeds", ".attempts"):
        assert not keeper.submit(lambda desk, ending=ending: desk.shelf.place("u-mia", ending)).result().exists()


def test_who_comes_back_after_being_taken_off_begins_anew(keeper: Keeper, mia: Account) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    wipe_account(keeper=keeper, user_id="u-mia").result()
    with pytest.raises(AccountGone):
        write(keeper)
    grant(keeper=keeper, account=mia, verifier="v").result()
    write(keeper)
    assert business(keeper=keeper).result().present == ("u-mia",)


def test_the_road_asks_anew_for_somebody_who_was_taken_off_but_is_still_at_the_school(keeper: Keeper) -> None:
    wipe_account(keeper=keeper, user_id="u-mia").result()
    with pytest.raises(AccountGone):
        next_request(keeper=keeper, account_id="u-mia").result()
    invite(keeper=keeper, user_id="u-mia").result()
    assert next_request(keeper=keeper, account_id="u-mia").result().ops == ()


def test_an_account_whose_work_was_refused_stays_until_somebody_has_looked(keeper: Keeper, mia: Account) -> None:
    grant(keeper=keeper, account=mia, verifier="v").result()
    write(keeper)
    answered(keeper, "u-mia", [OpVerdict(1, Outcome.REFUSED, "no_right", "Not allowed.")])
    with pytest.raises(StoreProblem, match="not at the school"):
        wipe_account(keeper=keeper, user_id="u-mia").result()
    discard_refused(keeper=keeper, account=mia, dev_seq=1).result()
    wipe_account(keeper=keeper, user_id="u-mia").result()


def test_a_teacher_reads_who_has_used_this_computer_and_takes_somebody_off(keeper: Keeper, mia: Account) -> None:
    teacher = Account(user_id="u-lee", org_id="org-1", role=AccessRole.TEACHER, display_name="Ms Lee", avatar="owl")
    grant(keeper=keeper, account=mia, verifier="v").result()
    sign_out(keeper=keeper, account=mia).result()
    grant(keeper=keeper, account=teacher, verifier="v").result()
    people = {person.user_id: person for person in lab(keeper=keeper, account=teacher).result().people}
    assert not people["u-mia"].waits
    assert (people["u-lee"].present, people["u-mia"].present) == (True, False)
    with pytest.raises(StoreProblem, match="Only teachers"):
        take_off(keeper=keeper, account=mia, user_id="u-lee")
    with pytest.raises(StoreProblem, match="Sign out first"):
        take_off(keeper=keeper, account=teacher, user_id="u-lee")
    take_off(keeper=keeper, account=teacher, user_id="u-mia").result()
    assert [person.user_id for person in lab(keeper=keeper, account=teacher).result().people] == ["u-lee"]
    assert not keeper.submit(lambda desk: desk.shelf.exists("u-mia")).result()


def test_a_copied_disk_counts_as_another_mirror(tmp_path: Path) -> None:
    def name(mark: str) -> str:
        with Keeper(
            folder=tmp_path / "m",
            secrets=FileSecrets(tmp_path / "k"),
            now=Clock(),
            catalogue=CATALOGUE,
            machine_mark=mark,
        ) as keeper:
            return next_request(keeper=keeper, account_id="u-mia").result().mirror

    first = name("this computer")
    assert name("this computer") == first
    assert name("its twin") not in ("", first)


def test_what_others_shared_is_wiped_after_thirty_days_without_contact(
    keeper: Keeper, mia: Account, clock: Clock
) -> None:
    share = AchievementShare(
        org_id="org-1",
        id="s1",
        student_id="u-ben",
        author_name="Ben",
        author_avatar="drum",
        achievement_type=AchievementType.BADGE,
        achievement_id="w",
        title="t",
        scope=Scope.CLASS,
        shared_at=1,
    )

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").writing() as writing:
            writing.keep_newest([share])
            writing.set_state("last_contact_at", desk.now())

    grant(keeper=keeper, account=mia, verifier="v").result()
    keeper.submit(work).result()
    look_through(keeper=keeper)
    assert len(feed_page(keeper=keeper, account=mia).result().shares) == 1
    clock.forward(days=31)
    look_through(keeper=keeper)

    def left(desk: Desk) -> int:
        with desk.mirror("u-mia").reading() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM achievement_share").scalar_one())

    assert keeper.submit(left).result() == 0
