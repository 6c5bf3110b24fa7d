"""The HTTP of the centre: routes, bodies in and out, problems as JSON. Decides nothing.

Sync bodies are msgspec JSON, under zstd where they begin with its magic number; everything else is plain JSON. Handlers
are plain functions in threads.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from litestar import Litestar, Request, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath, RawBody
from litestar.response import Stream
from litestar.types import ASGIApp, Receive, Send
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central.app import Centre
from central.community.icons import png_of
from central.compression import MAGIC, packed, unpacked
from central.database import Again, NotReady
from central.describing import DEVICE, DISPLAY, STAFF, described
from central.live import stream
from central.measures import Measures
from central.problems import NotSignedIn, Refused
from central.progress.replay import performance_for
from central.throttle import Throttle
from domain.records.pairing import (
    CodeRequest,
    Enrolled,
    EnrolRequest,
    KioskClaim,
    KioskCode,
    KioskCodeRequest,
    KioskStatus,
    MachineEnd,
    PairingCode,
    Session,
    SessionRequest,
    SignedIn,
    SignInRequest,
)
from domain.records.progress import Performance
from domain.records.wire import MOST_BODY_BYTES, Problem, PullRequest, SyncAnswer, SyncRequest

T = TypeVar("T")
Asked = Request[Any, Any, Any]
LOG = logging.getLogger("central")

# The largest body as sent; packed, a push of 1,000 attempts is a tenth of it.
MOST_SENT_BYTES = 2 * 1024 * 1024
# Below this, packing saves nothing that a user could feel.
WORTH_PACKING = 400

EVENTS = "text/event-stream"
# Accounts of one machine that a stream of hints may be about.
MOST_LISTENED = 50
PROMETHEUS = "text/plain; version=0.0.4"

_SYNC = msgspec.json.Decoder(SyncRequest)
_PULL = msgspec.json.Decoder(PullRequest)
_ANSWER = msgspec.json.Encoder()


def _opt(body: type[msgspec.Struct] | None, answer: object, token: str | None = None) -> dict[str, Any]:
    """What a handler takes and gives, for the description (`central.describing`)."""
    return {"body": body, "answer": answer, **({"token": token} if token else {})}


_SYNCING = {**_opt(SyncRequest, SyncAnswer, DEVICE), "packs": True}
_PULLING = {**_opt(PullRequest, SyncAnswer, DEVICE), "packs": True}
_HINTING = {**_opt(None, EVENTS, DEVICE), "query": ("account",)}
_REPLAYING = {**_opt(None, Performance, STAFF), "packs": True, "query": ("account",)}


def _bearer(request: Asked) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise NotSignedIn
    return token.strip()


def _read(decoder: msgspec.json.Decoder[T], body: bytes) -> T:
    content = unpacked(body, MOST_BODY_BYTES) if body.startswith(MAGIC) else body
    try:
        return decoder.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bad_body", "The centre cannot read this request.") from error


def _plain(kind: type[T], body: bytes) -> T:
    return _read(msgspec.json.Decoder(kind), body)


def _answer(message: msgspec.Struct) -> Response[bytes]:
    content = _ANSWER.encode(message)
    if len(content) < WORTH_PACKING:
        return Response(content, media_type="application/json")
    return Response(packed(content), media_type="application/zstd")


def _json(message: msgspec.Struct, status: int = 200) -> Response[bytes]:
    return Response(msgspec.json.encode(message), media_type="application/json", status_code=status)


def _caller(request: Asked) -> str:
    return request.client.host if request.client else "unknown"


class Routes:
    """The handlers, bound to one centre."""

    def __init__(self, centre: Centre, measures: Measures) -> None:
        self.centre = centre
        self.measures = measures
        # Codes are short: nobody may try more than so many a minute from one address.
        self.doors = Throttle(per_minute=30)

    def router(self) -> Router:
        """Every route, under /v1 or beside it, and their description."""
        doors = [*self._machines(), *self._displays(), *self._people()]
        handlers = [*self._sync(), *doors, *self._pictures(), *self._replays(), *self._watch()]
        text = described("MLC Classroom: the central API", "1", handlers)

        @get("/schema/openapi.json", sync_to_thread=False)
        def description() -> Response[bytes]:
            return Response(text, media_type="application/json")

        return Router("/", route_handlers=[*handlers, description])

    def _sync(self) -> list[Any]:
        centre, measures = self.centre, self.measures

        @post("/v1/sync", sync_to_thread=True, status_code=200, opt=_SYNCING)
        def sync(request: Asked, body: RawBody) -> Response[bytes]:
            """Push what waits and read what moved, in one request."""
            device = centre.machines.device(_bearer(request))
            answer = centre.sync.sync(device, _read(_SYNC, body))
            for verdict in answer.verdicts:
                measures.ops(verdict.outcome.value, 1)
            return _answer(answer)

        @post("/v1/sync/pull", sync_to_thread=True, status_code=200, opt=_PULLING)
        def pull(request: Asked, body: RawBody) -> Response[bytes]:
            """Read further pages of some buckets."""
            device = centre.machines.device(_bearer(request))
            return _answer(centre.sync.pull(device, _read(_PULL, body)))

        @get("/v1/sync/hints", sync_to_thread=True, opt=_HINTING)
        def hints(request: Asked) -> Stream:
            """Which buckets moved, as server-sent events: `bucket seq`. What moved is read by a sync."""
            token = _bearer(request)
            device = centre.machines.device(token)
            accounts = request.query_params.getall("account", [])[:MOST_LISTENED]
            listener = centre.hints.listener(device, accounts)
            lines = stream(centre.hints, listener, lambda: centre.machines.device(token))
            return Stream(lines, media_type=EVENTS, headers={"cache-control": "no-store"})

        return [sync, pull, hints]

    def _machines(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/machines/codes", sync_to_thread=True, status_code=200, opt=_opt(CodeRequest, PairingCode, STAFF))
        def codes(request: Asked, body: RawBody) -> Response[bytes]:
            """A teacher asks for a code that enrols machines of their school."""
            asked = _plain(CodeRequest, body)
            who = centre.sign_in.staff(_bearer(request), asked.account)
            site = asked.site_id if who.is_admin and asked.site_id else who.site_id
            if site is None:
                raise Refused("no_site", "This account belongs to no school.")
            return _json(centre.machines.enrol_code(who.org_id, site))

        @post("/v1/machines/enrol", sync_to_thread=True, status_code=200, opt=_opt(EnrolRequest, Enrolled))
        def enrol(request: Asked, body: RawBody) -> Response[bytes]:
            """A machine becomes one of a school's."""
            doors.knock(_caller(request), centre.now())
            asked = _plain(EnrolRequest, body)
            return _json(centre.machines.enrol(asked.code, asked.machine_name))

        @post("/v1/machines/revoke", sync_to_thread=True, status_code=204, opt=_opt(MachineEnd, None, STAFF))
        def revoke(request: Asked, body: RawBody) -> Response[None]:
            """Staff end a machine of their school: from now on its token opens nothing."""
            asked = _plain(MachineEnd, body)
            who = centre.sign_in.staff(_bearer(request), asked.account)
            centre.machines.end(who, asked.device_id)
            return Response(None, status_code=204)

        return [codes, enrol, revoke]

    def _displays(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/kiosk/code", sync_to_thread=True, status_code=200, opt=_opt(KioskCodeRequest, KioskCode))
        def code(request: Asked, body: RawBody) -> Response[bytes]:
            """A display asks to be paired."""
            doors.knock(_caller(request), centre.now())
            return _json(centre.machines.kiosk_code(_plain(KioskCodeRequest, body or b"{}").machine_name))

        @get("/v1/kiosk/status", sync_to_thread=True, opt=_opt(None, KioskStatus, DISPLAY))
        def status(request: Asked) -> Response[bytes]:
            """A display asks whether it was claimed."""
            return _json(centre.machines.kiosk_status(_bearer(request)))

        @post("/v1/kiosk/claim", sync_to_thread=True, status_code=204, opt=_opt(KioskClaim, None, STAFF))
        def claim(request: Asked, body: RawBody) -> Response[None]:
            """A teacher gives a display to one of their classes."""
            asked = _plain(KioskClaim, body)
            who = centre.sign_in.staff(_bearer(request), asked.account)
            doors.knock(who.account, centre.now())
            if asked.class_id not in who.taught:
                raise Refused("not_your_class", "This class is not one of yours.", 403)
            centre.machines.claim(who.org_id, asked.class_id, asked.code)
            return Response(None, status_code=204)

        return [code, status, claim]

    def _people(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/sign-in", sync_to_thread=True, status_code=200, opt=_opt(SignInRequest, SignedIn, DEVICE))
        def sign_in(request: Asked, body: RawBody) -> Response[bytes]:
            """Somebody signs in on an enrolled machine."""
            device = centre.machines.device(_bearer(request))
            return _json(centre.sign_in.on_machine(device, _plain(SignInRequest, body)))

        @post("/v1/sessions", sync_to_thread=True, status_code=200, opt=_opt(SessionRequest, Session))
        def session(request: Asked, body: RawBody) -> Response[bytes]:
            """Staff sign in without an enrolled machine."""
            doors.knock(_caller(request), centre.now())
            asked = _plain(SessionRequest, body)
            return _json(centre.sign_in.session(asked.org_id, asked.username, asked.secret))

        return [sign_in, session]

    def _pictures(self) -> list[Any]:
        centre = self.centre

        @get("/v1/badges/{badge_id:str}/icon.png", sync_to_thread=True, opt=_opt(None, "image/png", DEVICE))
        def picture(request: Asked, badge_id: FromPath[str]) -> Response[bytes]:
            """The picture of a badge whose icon was uploaded."""
            device = centre.machines.device(_bearer(request))
            with centre.database.reading(device.org_id) as connection:
                png = png_of(connection, device.org_id, badge_id)
            if png is None:
                raise Refused("no_picture", "This badge has no picture of its own.", 404)
            return Response(png, media_type="image/png")

        return [picture]

    def _replays(self) -> list[Any]:
        centre = self.centre

        @get("/v1/attempts/{attempt_id:str}/performance", sync_to_thread=True, opt=_REPLAYING)
        def performance(request: Asked, attempt_id: FromPath[str]) -> Response[bytes]:
            """Every note of an attempt, for the staff of the student's classes; audited."""
            who = centre.sign_in.staff(_bearer(request), request.query_params.get("account"))
            return _answer(centre.school.within(who.org_id, lambda unit: performance_for(unit, who, attempt_id)))

        return [performance]

    def _watch(self) -> list[Any]:
        centre, measures = self.centre, self.measures

        @get("/health", sync_to_thread=False, media_type="text/plain", opt=_opt(None, "text/plain"))
        def health() -> str:
            """The process is alive."""
            return "ok"

        @get("/ready", sync_to_thread=True, media_type="text/plain", opt=_opt(None, "text/plain"))
        def ready() -> str:
            """The database answers at the right revision."""
            centre.database.prepare()
            return "ready"

        @get("/metrics", sync_to_thread=False, media_type=PROMETHEUS, opt=_opt(None, PROMETHEUS))
        def metrics() -> str:
            """Prometheus metrics."""
            return measures.text()

        return [health, ready, metrics]


def _refused(_request: Asked, error: Refused) -> Response[bytes]:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else {}
    answer = _json(Problem(error.code, error.text), error.status)
    answer.headers.update(headers)
    return answer


def _http(_request: Asked, error: HTTPException) -> Response[bytes]:
    texts = {404: "There is nothing here.", 405: "This can't be done here.", 413: "This is too large."}
    return _json(
        Problem(f"http_{error.status_code}", texts.get(error.status_code, "This can't be done.")), error.status_code
    )


def _away(_request: Asked, error: Exception) -> Response[bytes]:
    LOG.error("the database failed: %s", type(error).__name__)
    answer = _json(Problem("busy", "The centre is busy. It will be tried again in a moment."), 503)
    answer.headers["Retry-After"] = "5"
    return answer


def _broken(request: Asked, error: Exception) -> Response[bytes]:
    # The message and the path may hold what a user wrote: only the kind of error and its route go into the log.
    LOG.error("%s %s failed: %s", request.method, request.scope.get("path_template"), type(error).__name__)
    return _json(Problem("failed", "The centre had a problem. Nothing was lost; it will be tried again."), 500)


class Counted:
    """Counts every answer of an ASGI application by the pattern of its route: no address, no id, no query."""

    def __init__(self, inner: ASGIApp, measures: Measures, ticks: Callable[[], int]) -> None:
        self._inner = inner
        self._measures = measures
        # Nanoseconds of a clock that only goes forward.
        self._ticks = ticks

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """One request, answered and counted."""
        started, status = self._ticks(), 500

        async def noted(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._inner(scope, receive, noted)
        finally:
            route = scope.get("path_template") or "none"
            self._measures.request(route, status, (self._ticks() - started) // 1_000)


def web(centre: Centre, ticks: Callable[[], int] = time.perf_counter_ns) -> Counted:
    """The ASGI application over a centre. `ticks` gives nanoseconds, for the figures of how long answers take."""
    measures = Measures()
    return Counted(_litestar(centre, measures), measures, ticks)


def _litestar(centre: Centre, measures: Measures) -> Litestar:
    return Litestar(
        route_handlers=[Routes(centre, measures).router()],
        exception_handlers={
            Refused: _refused,
            HTTPException: _http,
            DBAPIError: _away,
            PoolTimeout: _away,
            NotReady: _away,
            Again: _away,
            Exception: _broken,
        },
        request_max_body_size=MOST_SENT_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
