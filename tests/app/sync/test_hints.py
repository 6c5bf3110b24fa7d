"""What is taken back leaves other screens at once, without anybody asking by time: over real HTTP."""

from __future__ import annotations

import threading

import httpx
import pytest
from test_the_road import play, signed_in, standing, warm

from app.store.display import kiosk_account, kiosk_reading
from app.store.readings import SyncStanding
from app.store.sharing import feed_page, post_share, withdraw_share
from app.store.signing_in import sign_in_page
from app.sync.enrolment import kiosk_code, kiosk_paired
from domain.records.communication import Announcement
from domain.records.community import Scope

PATIENCE = 60.0


def test_what_is_withdrawn_leaves_display_and_classmate_at_once(world) -> None:  # type: ignore[no-untyped-def]
    author, other, display = world.machine("author"), world.machine("other"), world.machine("display")
    author.enrol().begin()
    other.enrol().begin()
    code = kiosk_code(centre=world.serving.url)
    world.centre.machines.claim(world.org, world.piano, code.code)
    assert kiosk_paired(keeper=display.keeper, centre=world.serving.url, poll_token=code.poll_token) is not None
    display.begin()
    for machine, user in ((author, world.mia), (other, world.ben)):
        machine.until(lambda machine=machine, user=user: tiles_ready(machine, user))
    mia, ben = signed_in(author, world.mia), signed_in(other, world.ben)
    finished = play(world, author.keeper, mia)
    award = finished.new_badges[0].award_id
    share = post_share(keeper=author.keeper, account=mia, award_id=award, message="", scope=Scope.CLASS).result()
    author.until(lambda: standing(author, mia) is SyncStanding.ALL_AT_SCHOOL)
    world.centre.judging.judge_all(world.org)
    screen = kiosk_account(keeper=display.keeper).result()

    def on_display() -> bool:
        reading = kiosk_reading(keeper=display.keeper, account=screen).result()
        return any(shown.share_id == share.share_id for shown in reading.shares)

    def at_classmate() -> bool:
        return any(s.share_id == share.share_id for s in feed_page(keeper=other.keeper, account=ben).result().shares)

    other.until(at_classmate)
    display.until(on_display)
    withdraw_share(keeper=author.keeper, account=mia, share_id=share.share_id).result()
    display.until(lambda: not on_display())
    other.until(lambda: not at_classmate())


def test_a_display_that_is_taken_out_of_the_school_shows_nothing_of_the_class_any_more(world) -> None:  # type: ignore[no-untyped-def]
    display = world.machine("display")
    code = kiosk_code(centre=world.serving.url)
    world.centre.machines.claim(world.org, world.piano, code.code)
    assert kiosk_paired(keeper=display.keeper, centre=world.serving.url, poll_token=code.poll_token) is not None
    world.centre.school.put(
        Announcement(
            org_id=world.org, id="n", title="Concert", content="Friday", publish_at=1, class_id=world.piano,
            status="published",
        )
    )  # fmt: skip
    display.begin()
    screen = kiosk_account(keeper=display.keeper).result()

    def told() -> tuple[tuple[str, str], ...]:
        shown: tuple[tuple[str, str], ...] = kiosk_reading(keeper=display.keeper, account=screen).result().announcements
        return shown

    display.until(lambda: told() == (("Concert", "Friday"),))
    device = world.centre.machines.device(display.keeper.secrets.get("device-token"))
    world.centre.machines.revoke(device.org_id, device.device_id)
    display.until(lambda: told() == ())


def tiles_ready(machine, user_id: str) -> bool:  # type: ignore[no-untyped-def]
    people = [person for room in sign_in_page(keeper=machine.keeper).result().classes for person in room.people]
    return any(person.user_id == user_id and person.ready_offline for person in people)


def lines_of(world, token: str, accounts: list[str], seen: list[str], open_now: threading.Event) -> int:  # type: ignore[no-untyped-def]
    """Read a stream until it ends; the answer's status."""
    asked = [("account", account) for account in accounts]
    headers = {"authorization": f"Bearer {token}"}
    url = f"{world.serving.url}/v1/sync/hints"
    with httpx.stream("GET", url, params=asked, headers=headers, timeout=PATIENCE) as answer:
        open_now.set()
        for line in answer.iter_lines():
            seen.append(line)
        return answer.status_code


def test_only_ones_own_buckets_are_told_and_a_revoked_machine_hears_no_more(world) -> None:  # type: ignore[no-untyped-def]
    machine = warm(world)
    token = machine.keeper.secrets.get("device-token")
    seen: list[str] = []
    open_now = threading.Event()
    reader = threading.Thread(target=lines_of, args=(world, token, ["machine", world.mia], seen, open_now))
    reader.start()
    assert open_now.wait(PATIENCE)
    world.centre.school.put(world.assignment(world.ben), world.assignment(world.mia))
    machine.until(lambda: any(f"user:{world.mia} " in line for line in seen))
    assert not any(f"user:{world.ben} " in line for line in seen)
    device = world.centre.machines.device(token)
    world.centre.machines.revoke(device.org_id, device.device_id)
    reader.join(PATIENCE)
    assert not reader.is_alive()
    assert lines_of(world, token, ["machine"], [], threading.Event()) == 401


def test_a_stream_does_not_hold_up_a_service_that_stops(world, caplog: pytest.LogCaptureFixture) -> None:  # type: ignore[no-untyped-def]
    machine = warm(world)
    machine.until(lambda: machine.road._hints._socket is not None)
    world.serving.stop()
    # What the service says where a request had to be broken off.
    assert "timeout graceful shutdown exceeded" not in caplog.text
    machine.until(lambda: machine.road._hints._socket is None)
