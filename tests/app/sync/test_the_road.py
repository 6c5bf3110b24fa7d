"""From a lab computer with no network to the centre, to another computer, and back."""

from __future__ import annotations

import shutil

import pytest

from app.store.classroom import class_achievements, class_choices, class_overview, student_progress
from app.store.dashboard import badge_wall, student_dashboard
from app.store.display import kiosk_account, kiosk_reading
from app.store.keeper import Keeper
from app.store.outbox import sync_state
from app.store.playing import finish_attempt, start_attempt
from app.store.readings import Account, FinishedAttempt, SyncStanding
from app.store.sharing import feed_page, post_share, withdraw_share
from app.store.signing_in import sign_in, sign_in_page
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol, kiosk_code, kiosk_paired, sign_in_online
from domain.games import ALL
from domain.games.pupils import played_through
from domain.records.community import Scope
from domain.records.progress import PlayType


def play(world, keeper: Keeper, account: Account) -> FinishedAttempt:  # type: ignore[no-untyped-def]
    attempt = start_attempt(
        keeper=keeper,
        account=account,
        game_id=world.game.game_id,
        stage_id=world.stage.stage_id,
        step_id=f"step-{account.user_id}",
        play_type=PlayType.ASSIGNED,
    ).result()
    game = ALL[world.game.family](world.game, world.stage, attempt.seed, attempt.level, draw=False)
    played = played_through(game, seed=1, skill=1.0)
    return finish_attempt(
        keeper=keeper,
        account=account,
        attempt=attempt,
        outcome=played.outcome,
        duration_ms=played.duration // 1000,
        events=played.events,
    ).result()


def signed_in(machine, user_id: str, pin: str = "1234") -> Account:  # type: ignore[no-untyped-def]
    account = sign_in(keeper=machine.keeper, user_id=user_id, pin=pin).result().account
    assert account is not None
    return account


def standing(machine, account: Account) -> SyncStanding:  # type: ignore[no-untyped-def]
    return sync_state(keeper=machine.keeper, account=account).result().standing


def warm(world, name: str = "lab"):  # type: ignore[no-untyped-def]
    """A machine that has read what its students need."""
    machine = world.machine(name).enrol().begin()

    def ready() -> bool:
        page = sign_in_page(keeper=machine.keeper).result()
        return bool(page.classes) and all(p.ready_offline for c in page.classes for p in c.people)

    machine.until(ready)
    return machine


def test_a_fresh_machine_learns_whom_one_can_be_and_warms_their_mirrors(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    page = sign_in_page(keeper=lab.keeper).result()
    assert (page.machine_name, page.school_name) == ("Lab 7", "Hill School")
    assert [p.display_name for p in page.classes[0].people] == ["Ben", "Mia"]
    mia = signed_in(lab, world.mia)
    board = student_dashboard(keeper=lab.keeper, account=mia).result()
    assert board.next_step is not None
    assert board.next_assignment is not None
    assert board.next_assignment.assigned_by == "Ms Lee"


def test_what_was_played_with_no_network_reaches_the_centre_and_another_machine(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    world.serving.stop()
    mia = signed_in(lab, world.mia)
    done = play(world, lab.keeper, mia)
    assert [card.confirmed for card in done.new_badges] == [False]
    award = done.new_badges[0].award_id
    assert award is not None
    card = post_share(keeper=lab.keeper, account=mia, award_id=award, scope=Scope.CLASS).result()
    assert not card.confirmed
    lab.until(lambda: standing(lab, mia) is SyncStanding.NO_CONTACT)
    world.serving.start()
    lab.road.kick()
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    world.centre.judging.judge_all(world.org)
    lab.road.kick()
    lab.until(lambda: any(c.confirmed for c in badge_wall(keeper=lab.keeper, account=mia).result()))
    other = warm(world, "other")
    ben = signed_in(other, world.ben)
    other.until(lambda: len(feed_page(keeper=other.keeper, account=ben).result().shares) == 1)
    assert feed_page(keeper=other.keeper, account=ben).result().shares[0].author_name == "Mia"
    again = signed_in(other, world.mia)
    other.until(lambda: student_dashboard(keeper=other.keeper, account=again).result().points_total > 0)
    assert (
        student_dashboard(keeper=other.keeper, account=again).result().points_total
        == student_dashboard(keeper=lab.keeper, account=mia).result().points_total
    )


def test_staff_sign_in_online_once_and_offline_then(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    teacher = sign_in_online(keeper=lab.keeper, username="ms.lee", secret="music-room-7")
    assert teacher.display_name == "Ms Lee"
    world.serving.stop()
    assert signed_in(lab, teacher.user_id, "music-room-7") == teacher
    with pytest.raises(NoAnswer, match="No contact"):
        sign_in_online(keeper=lab.keeper, username="ms.lee", secret="music-room-7")


def test_a_wrong_code_enrols_nothing(world) -> None:  # type: ignore[no-untyped-def]
    machine = world.machine("lab")
    with pytest.raises(NoAnswer) as refused:
        enrol(keeper=machine.keeper, centre=world.serving.url, code="WRONG", machine_name="Lab")
    assert refused.value.say.english()


def test_the_teacher_sees_the_class_again_with_no_network(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    mia = signed_in(lab, world.mia)
    play(world, lab.keeper, mia)
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    world.centre.judging.judge_all(world.org)
    desk = world.machine("desk").enrol().begin()
    teacher = sign_in_online(keeper=desk.keeper, username="ms.lee", secret="music-room-7")

    def overview():  # type: ignore[no-untyped-def]
        return class_overview(keeper=desk.keeper, account=teacher, class_id=world.piano).result()

    desk.until(lambda: any(row.badges for row in overview().students))
    world.serving.stop()
    (choice,) = class_choices(keeper=desk.keeper, account=teacher).result()
    assert (choice.class_name, choice.students) == ("Piano A", 2)
    ben, row = overview().students
    assert (ben.display_name, ben.attempts) == ("Ben", 0)
    assert (row.display_name, row.roster_name, row.attempts, row.passed) == ("Mia", "Mia Roster", 1, 1)
    assert (row.assignments_done, row.assignments_total, row.streak_days) == (1, 1, 1)
    assert row.points == student_dashboard(keeper=lab.keeper, account=mia).result().points_total
    assert row.top_badge is not None
    assert row.top_badge.confirmed
    assert overview().fresh_at is not None
    assert overview().concepts
    achieved = class_achievements(keeper=desk.keeper, account=teacher, class_id=world.piano).result()
    assert "First steps" in [each.badge.name for each in achieved if each.badge]
    progress = student_progress(keeper=desk.keeper, account=teacher, student_id=world.mia).result()
    assert [(a.stage_id, a.verdict) for a in progress.recent] == [(world.stage.stage_id, "verified")]
    assert progress.assignments[0].card.percent == 100


def test_a_display_is_paired_and_shows_what_its_class_shares(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    mia = signed_in(lab, world.mia)
    award = play(world, lab.keeper, mia).new_badges[0].award_id
    assert award is not None
    share = post_share(keeper=lab.keeper, account=mia, award_id=award, scope=Scope.CLASS).result()
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    world.centre.judging.judge_all(world.org)
    display = world.machine("display")
    code = kiosk_code(centre=world.serving.url)
    assert kiosk_paired(keeper=display.keeper, centre=world.serving.url, poll_token=code.poll_token) is None
    world.centre.machines.claim(world.org, world.piano, code.code)
    home = kiosk_paired(keeper=display.keeper, centre=world.serving.url, poll_token=code.poll_token)
    assert home is not None
    account = kiosk_account(keeper=display.keeper).result()
    assert account is not None
    display.begin()

    def shown():  # type: ignore[no-untyped-def]
        return kiosk_reading(keeper=display.keeper, account=account).result()

    display.until(lambda: len(shown().shares) == 1)
    assert (shown().class_name, shown().shares[0].author_name) == ("Piano A", "Mia")
    world.serving.stop()
    assert len(shown().shares) == 1
    world.serving.start()
    withdraw_share(keeper=lab.keeper, account=mia, share_id=share.share_id).result()
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    display.road.kick()
    display.until(lambda: not shown().shares)


def test_a_restored_backup_gets_back_what_it_has_lost(world) -> None:  # type: ignore[no-untyped-def]
    lab = warm(world)
    mia = signed_in(lab, world.mia)
    world.serving.stop()
    world.centre.close()
    shutil.copyfile(world.folder / "centre.db", world.folder / "backup.db")
    world.open_centre()
    world.serving.start()
    done = play(world, lab.keeper, mia)
    lab.road.kick()
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    world.serving.stop()
    world.centre.close()
    shutil.copyfile(world.folder / "backup.db", world.folder / "centre.db")
    world.open_centre(new_epoch=True)
    world.serving.start()
    lab.road.kick()

    def back() -> bool:
        found = world.centre.judging.judge_all(world.org)
        return found > 0

    lab.until(back)
    lab.road.kick()
    lab.until(lambda: standing(lab, mia) is SyncStanding.ALL_AT_SCHOOL)
    assert student_dashboard(keeper=lab.keeper, account=mia).result().points_total == done.points_earned
