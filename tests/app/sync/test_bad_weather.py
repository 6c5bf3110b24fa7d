"""A centre that answers 500, nonsense, too much, too late or nothing; an answer that is lost; a machine sent away."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest
from backports import zstd

from app.store.keeper import Desk, Keeper
from app.store.machine import Enrolment, device_token, remember_enrolment
from app.store.outbox import next_request, sync_state
from app.store.readings import Account, SyncStanding
from app.store.secrets import FileSecrets
from app.store.signing_in import grant
from app.sync.carrier import Carrier, NoAnswer
from app.sync.road import QUIET, Road
from domain.achievements.icons import AT_CENTRE
from domain.games.catalogue import Catalogue
from domain.records.achievements import Badge, BadgeKind
from domain.records.communication import Message
from domain.records.identity import AccessRole
from domain.records.wire import MOST_BODY_BYTES, BucketPage, SyncAnswer, SyncRequest

MIA = Account(user_id="u-mia", org_id="org-1", role=AccessRole.STUDENT, display_name="Mia", avatar="note")
Answer = tuple[int, dict[str, str], bytes]
FINE: Answer = (200, {}, msgspec.json.encode(SyncAnswer("e1", 1_800_000_000_000_000)))


class Weather:
    """A real HTTP server whose next answers are set by the test. It counts what it was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[bytes] = []
        weather = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                weather.asked.append(self.rfile.read(int(self.headers["content-length"])))
                status, headers, body = weather.answers.pop(0) if weather.answers else FINE
                if status == 0:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(status)
                for name, value in {"content-length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def weather() -> Iterator[Weather]:
    made = Weather()
    yield made
    made.close()


@pytest.fixture
def keeper(tmp_path: Path, weather: Weather) -> Iterator[Keeper]:
    with Keeper(
        folder=tmp_path / "m",
        secrets=FileSecrets(tmp_path / "keys.json"),
        now=lambda: 1_800_000_000_000_000,
        catalogue=Catalogue([]),
    ) as made:
        home = Enrolment(
            device_id="d", org_id="org-1", site_id="s", machine_name="Lab", school_name="Hill", centre=weather.url
        )
        remember_enrolment(keeper=made, enrolment=home, token="secret-token").result()
        yield made


def write_a_message(keeper: Keeper) -> None:
    message = Message(org_id="org-1", id="m1", from_user_id="u-mia", to_user_id="t", subject="", body="x", created_at=1)

    def work(desk: object) -> None:
        with desk.mirror("u-mia").writing() as writing:  # type: ignore[attr-defined]
            writing.put(message)

    keeper.submit(work).result()


BOMB = zstd.compress(b" " * (MOST_BODY_BYTES + 1))
BAD: dict[str, Answer] = {
    "500": (500, {}, b"Traceback: secret"),
    "nonsense": (200, {}, b"<html>log in to the hotel's network</html>"),
    "wrong shape": (200, {}, b'{"epoch": 1}'),
    "cut": (200, {"content-length": "5000"}, b"{"),
    "cut while packed": (200, {}, zstd.compress(FINE[2] * 100)[:20]),
    "a bomb": (200, {}, BOMB),
    "no answer": (0, {}, b""),
    "a redirect": (302, {"location": "http://example.invalid/"}, b""),
    "busy": (503, {"retry-after": "7"}, b""),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_answer_is_a_sentence_and_nothing_is_lost(keeper: Keeper, weather: Weather, kind: str) -> None:
    write_a_message(keeper)
    carrier = Carrier(weather.url)
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    weather.answers = [BAD[kind]] * 3
    request = next_request(keeper=keeper, account_id="u-mia").result()
    with pytest.raises(NoAnswer) as told:
        carrier.sync("secret-token", request)
    assert "kept" in told.value.say.english()
    assert "secret" not in str(told.value)
    waits = [road.round() for _ in range(2)]
    assert waits == ([7.0, 7.0] if kind == "busy" else [1.0, 2.0])
    assert next_request(keeper=keeper, account_id="u-mia").result().ops == request.ops
    weather.answers = []
    assert road.round() >= 0
    carrier.close()
    road.close()


def test_the_wait_doubles_to_five_minutes(keeper: Keeper, weather: Weather) -> None:
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    weather.answers = [BAD["500"]] * 12
    assert [road.round() for _ in range(11)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    road.close()


def test_a_centre_that_fails_for_one_account_is_asked_for_the_others(keeper: Keeper, weather: Weather) -> None:
    grant(keeper=keeper, account=MIA, verifier="v").result()
    write_a_message(keeper)
    weather.answers = [BAD["500"]]
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    assert road.round() == QUIET
    assert len(weather.asked) == 2
    state = sync_state(keeper=keeper, account=MIA).result()
    assert (state.standing, state.waiting) == (SyncStanding.NO_CONTACT, 1)
    road.close()


def test_a_picture_that_does_not_come_slows_nothing_down(keeper: Keeper, weather: Weather) -> None:
    badge = Badge(
        org_id="org-1",
        id="b",
        badge_code="b",
        badge_kind=BadgeKind.SINGLE,
        name="B",
        icon_path=f"{AT_CENTRE}b/1",
        criteria={"measure": "played", "at_least": 1},
    )

    def told(desk: Desk) -> None:
        with desk.mirror("machine").writing() as writing:
            writing.keep_newest([badge])

    keeper.submit(told).result()
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    # This server knows no pictures at all: it answers 501.
    assert [road.round() for _ in range(3)] == [QUIET] * 3
    road.close()


def test_who_signs_in_is_spoken_for_at_once_though_the_road_rests(keeper: Keeper, weather: Weather) -> None:
    answered = threading.Event()

    def listen(account_id: str, entities: frozenset[str]) -> None:
        road.changed(account_id, entities)
        if account_id == MIA.user_id and "sync" in entities:
            answered.set()

    road = Road(keeper=keeper, jitter=lambda _bound: 3600.0)
    weather.answers = [BAD["500"]]
    assert road.round() == 3600.0
    keeper.on_change = listen
    road.start()
    grant(keeper=keeper, account=MIA, verifier="v").result()
    assert answered.wait(20)
    road.close()


def test_a_time_that_the_centre_has_named_is_waited_for(keeper: Keeper, weather: Weather) -> None:
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    weather.answers = [BAD["busy"]]
    assert road.round() == 7.0
    road._wake.clear()
    keeper.on_change = road.changed
    grant(keeper=keeper, account=MIA, verifier="v").result()
    assert not road._wake.is_set()
    road.kick()
    assert road._wake.is_set()
    road.close()


def test_a_machine_that_was_sent_away_says_so_and_keeps_its_work(keeper: Keeper, weather: Weather) -> None:
    write_a_message(keeper)
    weather.answers = [(401, {}, b"")]
    with pytest.raises(NoAnswer, match="enrol it again") as told:
        Carrier(weather.url).sync("t", next_request(keeper=keeper, account_id="u-mia").result())
    assert told.value.lasting
    assert len(next_request(keeper=keeper, account_id="u-mia").result().ops) == 1


def test_a_program_that_is_too_old_shows_the_centres_own_words(weather: Weather) -> None:
    body = b'{"code": "too_old", "text": "Update {this} program."}'
    weather.answers = [(426, {}, body)]
    carrier = Carrier(weather.url)
    with pytest.raises(NoAnswer) as told:
        carrier.sync("t", SyncRequest(account="a", schema=1))
    assert told.value.say.english() == "Update {this} program."
    carrier.close()


def test_nobody_there(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    carrier = Carrier(f"http://127.0.0.1:{port}")
    with pytest.raises(NoAnswer, match="No contact"):
        carrier.sync("t", SyncRequest(account="a", schema=1))
    carrier.close()


def test_a_quiet_sync_is_one_small_request(keeper: Keeper, weather: Weather) -> None:
    carrier = Carrier(weather.url)
    carrier.sync("t", next_request(keeper=keeper, account_id="u-mia").result())
    assert len(weather.asked) == 1
    assert len(weather.asked[0]) < 300
    carrier.close()


def test_the_token_is_in_no_mirror(keeper: Keeper, tmp_path: Path) -> None:
    assert device_token(keeper=keeper).result() == "secret-token"
    keeper.close()
    content = b"".join(path.read_bytes() for path in (tmp_path / "m").iterdir() if path.is_file())
    assert b"secret-token" not in content


def test_a_centre_that_always_says_more_and_gives_nothing_is_left(keeper: Keeper, weather: Weather) -> None:
    page = BucketPage("user:u-mia", 0, 9, (), more=True)
    endless: Answer = (200, {}, msgspec.json.encode(SyncAnswer("e1", 1_800_000_000_000_000, (), (page,))))
    weather.answers = [endless] * 100
    road = Road(keeper=keeper, jitter=lambda bound: bound)
    assert road.round() == 1.0
    assert len(weather.asked) < 5
    road.close()


def test_closing_ends_the_thread(keeper: Keeper) -> None:
    road = Road(keeper=keeper)
    road.start()
    road.kick()
    road.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "sync"]


def test_no_contact_is_shown(keeper: Keeper, weather: Weather) -> None:
    assert sync_state(keeper=keeper, account=MIA).result().standing is SyncStanding.NO_CONTACT
