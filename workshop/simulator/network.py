"""A network that loses, cuts, repeats and reorders, in front of the real services of the centre.

It stands where httpx would open a socket; bodies are the bytes of the wire on both sides.
"""

from __future__ import annotations

import random
import traceback
from collections import Counter
from collections.abc import Callable
from enum import StrEnum

import httpx
import msgspec

from central.app import Centre
from central.compression import MAGIC, packed, unpacked
from central.problems import NotSignedIn, Refused
from domain.records.pairing import EnrolRequest, KioskCodeRequest
from domain.records.wire import MOST_BODY_BYTES, Problem, PullRequest, SyncRequest


class Fault(StrEnum):
    """What can happen to one exchange."""

    REQUEST_LOST = "request lost"
    REQUEST_CUT = "request cut"
    ANSWER_LOST = "answer lost"
    ANSWER_CUT = "answer cut"
    TWICE = "sent twice"
    LATE = "lost, and delivered late"
    BUSY = "503"
    NONSENSE = "nonsense answered"


ALL = tuple(Fault)
# Of all requests in a world with faults, before so many something changes at the centre.
_MEANWHILE = 0.02
NONSENSE = (b"<html>Please log in", b"", b"{}", b"null", b"\x28\xb5\x2f\xfd\x00")


class Network(httpx.BaseTransport):
    """One network for all machines of a world. `rate` is the share of exchanges that something happens to."""

    def __init__(
        self,
        centre: Callable[[], Centre],
        chance: random.Random,
        counted: Counter[str],
        meanwhile: Callable[[], None],
    ) -> None:
        self._centre = centre
        self._chance = chance
        self._counted = counted
        # What may happen at the centre between two requests of one round.
        self._meanwhile = meanwhile
        self.rate = 0.0
        # How many exchanges still come through before the network is down; None: any number.
        self.left: int | None = None
        # Tracebacks of what the centre could not do: there must be none.
        self.broken: list[str] = []
        # Requests that are still on their way although their sender has given them up.
        self._late: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one exchange, or fail as a socket would."""
        self._counted["exchanges"] += 1
        if self.left is not None:
            self.left -= 1
        if self.left is not None and self.left < 0:
            raise httpx.ConnectError("the network is down", request=request)
        if self.rate and self._chance.random() < _MEANWHILE:
            self._meanwhile()
        if self._chance.random() >= self.rate:
            return self._served(request)
        fault = self._chance.choice(ALL)
        self._counted[fault.value] += 1
        return self._faulty(fault, request)

    def _faulty(self, fault: Fault, request: httpx.Request) -> httpx.Response:
        if fault is Fault.BUSY:
            return _answer(503, _problem("busy", "Later."), {"retry-after": "5"})
        if fault is Fault.NONSENSE:
            return _answer(200, self._chance.choice(NONSENSE))
        if fault is Fault.TWICE:
            self._served(request)
            return self._served(request)
        if fault is Fault.ANSWER_CUT:
            whole = self._served(request)
            content = whole.read()
            return _answer(whole.status_code, content[: self._chance.randrange(len(content) or 1)])
        if fault is Fault.REQUEST_CUT:
            self._served(_cut(request, self._chance))
        if fault is Fault.ANSWER_LOST:
            self._served(request)
        if fault is Fault.LATE:
            self._late.append(request)
        raise httpx.ReadError(fault.value, request=request)

    def deliver_late(self) -> None:
        """What was on its way arrives now, in any order; nobody waits for the answers."""
        late, self._late = self._late, []
        self._chance.shuffle(late)
        for request in late:
            self._served(request)

    # -- the centre's door, as `central.web` has it

    def _served(self, request: httpx.Request) -> httpx.Response:
        try:
            content = _handled(self._centre(), request)
        except NotSignedIn as error:
            return _answer(401, _problem("not_signed_in", str(error)))
        except Refused as error:
            return _answer(error.status, _problem(error.code, error.text))
        except Exception:
            self.broken.append(traceback.format_exc())
            return _answer(500, _problem("failed", "The centre had a problem."))
        return _answer(200, packed(content) if len(content) >= 400 else content)


def _handled(centre: Centre, request: httpx.Request) -> bytes:
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    body = request.content
    body = unpacked(body, MOST_BODY_BYTES) if body.startswith(MAGIC) else body
    try:
        match request.url.path:
            case "/v1/sync":
                asked = msgspec.json.decode(body, type=SyncRequest)
                return msgspec.json.encode(centre.sync.sync(centre.machines.device(token), asked))
            case "/v1/sync/pull":
                further = msgspec.json.decode(body, type=PullRequest)
                return msgspec.json.encode(centre.sync.pull(centre.machines.device(token), further))
            case "/v1/machines/enrol":
                enrol = msgspec.json.decode(body, type=EnrolRequest)
                return msgspec.json.encode(centre.machines.enrol(enrol.code, enrol.machine_name))
            case "/v1/kiosk/code":
                display = msgspec.json.decode(body, type=KioskCodeRequest)
                return msgspec.json.encode(centre.machines.kiosk_code(display.machine_name))
            case "/v1/kiosk/status":
                return msgspec.json.encode(centre.machines.kiosk_status(token))
            case path:
                raise Refused("nothing_here", f"There is nothing at {path}.", 404)
    except msgspec.MsgspecError as error:
        raise Refused("bad_body", "The centre cannot read this request.") from error


def _cut(request: httpx.Request, chance: random.Random) -> httpx.Request:
    content = request.content[: chance.randrange(len(request.content) or 1)]
    headers = {"authorization": request.headers.get("authorization", "")}
    return httpx.Request(request.method, request.url, headers=headers, content=content)


def _problem(code: str, text: str) -> bytes:
    return msgspec.json.encode(Problem(code, text))


def _answer(status: int, content: bytes, headers: dict[str, str] | None = None) -> httpx.Response:
    # A stream, because that is what the carrier reads; a plain body would count as read already.
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))
