"""The HTTP of the centre: routes, bodies in and out, problems as JSON. Decides nothing.

Sync bodies are msgspec JSON, under zstd where they begin with its magic number; everything else is plain JSON. Handlers
are plain functions in threads.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import Litestar, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath, RawBody
from litestar.response import Stream
from litestar.types import ASGIApp, Receive, Send
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central.app import Centre
from central.community.icons import png_of
from central.community.office_http import office_routes
from central.community.reports_http import report_routes
from central.community.supervising_http import supervision_routes
from central.community.world_http import world_routes
from central.credentials.http import credential_routes
from central.database import NotReady
from central.describing import DEVICE, DISPLAY, STAFF, described
from central.exchanging import Asked, answer_of, bearer, caller, json_of, opt, plain, read
from central.live import stream
from central.measures import Measures
from central.problems import Refused, kind_and_place
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
from domain.records.wire import Problem, PullRequest, SyncAnswer, SyncRequest

LOG = logging.getLogger("central")

# The largest body as sent; packed, a push of 1,000 attempts is a tenth of it.
MOST_SENT_BYTES = 2 * 1024 * 1024

EVENTS = "text/event-stream"
# Accounts of one machine that a stream of hints may be about.
MOST_LISTENED = 50
PROMETHEUS = "text/plain; version=0.0.4"

_SYNC = msgspec.json.Decoder(SyncRequest)
_PULL = msgspec.json.Decoder(PullRequest)

_SYNCING = {**opt(SyncRequest, SyncAnswer, DEVICE), "packs": True}
_PULLING = {**opt(PullRequest, SyncAnswer, DEVICE), "packs": True}
_HINTING = {**opt(None, EVENTS, DEVICE), "query": ("account",)}
_REPLAYING = {**opt(None, Performance, STAFF), "packs": True, "query": ("account",)}


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
        leaving = [*office_routes(self.centre), *credential_routes(self.centre), *world_routes(self.centre)]
        leaving += [*report_routes(self.centre), *supervision_routes(self.centre)]
        handlers = [*self._sync(), *doors, *self._pictures(), *leaving, *self._replays(), *self._watch()]
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
            device = centre.machines.device(bearer(request))
            answer = centre.sync.sync(device, read(_SYNC, body))
            for verdict in answer.verdicts:
                measures.ops(verdict.outcome.value, 1)
            return answer_of(answer)

        @post("/v1/sync/pull", sync_to_thread=True, status_code=200, opt=_PULLING)
        def pull(request: Asked, body: RawBody) -> Response[bytes]:
            """Read further pages of some buckets."""
            device = centre.machines.device(bearer(request))
            return answer_of(centre.sync.pull(device, read(_PULL, body)))

        @get("/v1/sync/hints", sync_to_thread=True, opt=_HINTING)
        def hints(request: Asked) -> Stream:
            """Which buckets moved, as server-sent events: `bucket seq`. What moved is read by a sync."""
            token = bearer(request)
            device = centre.machines.device(token)
            accounts = request.query_params.getall("account", [])[:MOST_LISTENED]
            listener = centre.hints.listener(device, accounts)
            lines = stream(centre.hints, listener, lambda: centre.machines.device(token))
            return Stream(lines, media_type=EVENTS, headers={"cache-control": "no-store"})

        return [sync, pull, hints]

    def _machines(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/machines/codes", sync_to_thread=True, status_code=200, opt=opt(CodeRequest, PairingCode, STAFF))
        def codes(request: Asked, body: RawBody) -> Response[bytes]:
            """A teacher asks for a code that enrols machines of their school."""
            asked = plain(CodeRequest, body)
            who = centre.sign_in.staff(bearer(request), asked.account)
            site = asked.site_id if who.is_admin and asked.site_id else who.site_id
            if site is None:
                raise Refused("no_site", "This account belongs to no school.")
            return json_of(centre.machines.enrol_code(who.org_id, site))

        @post("/v1/machines/enrol", sync_to_thread=True, status_code=200, opt=opt(EnrolRequest, Enrolled))
        def enrol(request: Asked, body: RawBody) -> Response[bytes]:
            """A machine becomes one of a school's."""
            doors.knock(caller(request), centre.now())
            asked = plain(EnrolRequest, body)
            return json_of(centre.machines.enrol(asked.code, asked.machine_name))

        @post("/v1/machines/revoke", sync_to_thread=True, status_code=204, opt=opt(MachineEnd, None, STAFF))
        def revoke(request: Asked, body: RawBody) -> Response[None]:
            """Staff end a machine of their school: from now on its token opens nothing."""
            asked = plain(MachineEnd, body)
            who = centre.sign_in.staff(bearer(request), asked.account)
            centre.machines.end(who, asked.device_id)
            return Response(None, status_code=204)

        return [codes, enrol, revoke]

    def _displays(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/kiosk/code", sync_to_thread=True, status_code=200, opt=opt(KioskCodeRequest, KioskCode))
        def code(request: Asked, body: RawBody) -> Response[bytes]:
            """A display asks to be paired."""
            doors.knock(caller(request), centre.now())
            return json_of(centre.machines.kiosk_code(plain(KioskCodeRequest, body or b"{}").machine_name))

        @get("/v1/kiosk/status", sync_to_thread=True, opt=opt(None, KioskStatus, DISPLAY))
        def status(request: Asked) -> Response[bytes]:
            """A display asks whether it was claimed."""
            return json_of(centre.machines.kiosk_status(bearer(request)))

        @post("/v1/kiosk/claim", sync_to_thread=True, status_code=204, opt=opt(KioskClaim, None, STAFF))
        def claim(request: Asked, body: RawBody) -> Response[None]:
            """A teacher gives a display to one of their classes."""
            asked = plain(KioskClaim, body)
            who = centre.sign_in.staff(bearer(request), asked.account)
            doors.knock(who.account, centre.now())
            if asked.class_id not in who.taught:
                raise Refused("not_your_class", "This class is not one of yours.", 403)
            centre.machines.claim(who.org_id, asked.class_id, asked.code)
            return Response(None, status_code=204)

        return [code, status, claim]

    def _people(self) -> list[Any]:
        centre, doors = self.centre, self.doors

        @post("/v1/sign-in", sync_to_thread=True, status_code=200, opt=opt(SignInRequest, SignedIn, DEVICE))
        def sign_in(request: Asked, body: RawBody) -> Response[bytes]:
            """Somebody signs in on an enrolled machine."""
            device = centre.machines.device(bearer(request))
            return json_of(centre.sign_in.on_machine(device, plain(SignInRequest, body)))

        @post("/v1/sessions", sync_to_thread=True, status_code=200, opt=opt(SessionRequest, Session))
        def session(request: Asked, body: RawBody) -> Response[bytes]:
            """Staff sign in without an enrolled machine."""
            doors.knock(caller(request), centre.now())
            asked = plain(SessionRequest, body)
            return json_of(centre.sign_in.session(asked.org_id, asked.username, asked.secret))

        return [sign_in, session]

    def _pictures(self) -> list[Any]:
        centre = self.centre

        @get("/v1/badges/{badge_id:str}/icon.png", sync_to_thread=True, opt=opt(None, "image/png", DEVICE))
        def picture(request: Asked, badge_id: FromPath[str]) -> Response[bytes]:
            """The picture of a badge whose icon was uploaded."""
            device = centre.machines.device(bearer(request))
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
            who = centre.sign_in.staff(bearer(request), request.query_params.get("account"))
            return answer_of(centre.school.within(who.org_id, lambda unit: performance_for(unit, who, attempt_id)))

        return [performance]

    def _watch(self) -> list[Any]:
        centre, measures = self.centre, self.measures

        @get("/health", sync_to_thread=False, media_type="text/plain", opt=opt(None, "text/plain"))
        def health() -> str:
            """The process is alive."""
            return "ok"

        @get("/ready", sync_to_thread=True, media_type="text/plain", opt=opt(None, "text/plain"))
        def ready() -> str:
            """The database answers at the right revision."""
            centre.database.prepare()
            return "ready"

        @get("/metrics", sync_to_thread=False, media_type=PROMETHEUS, opt=opt(None, PROMETHEUS))
        def metrics() -> str:
            """Prometheus metrics."""
            return measures.text()

        return [health, ready, metrics]


def _refused(_request: Asked, error: Refused) -> Response[bytes]:
    headers = {"Retry-After": str(error.retry_after)} if error.retry_after is not None else {}
    answer = json_of(Problem(error.code, error.text), error.status)
    answer.headers.update(headers)
    return answer


def _http(_request: Asked, error: HTTPException) -> Response[bytes]:
    texts = {404: "There is nothing here.", 405: "This can't be done here.", 413: "This is too large."}
    return json_of(
        Problem(f"http_{error.status_code}", texts.get(error.status_code, "This can't be done.")), error.status_code
    )


def _away(_request: Asked, error: Exception) -> Response[bytes]:
    # The driver's own sentence may hold values; its code ("SQLITE_FULL", "53100") never does.
    said = getattr(error, "orig", None)
    code = getattr(said, "sqlite_errorname", None) or getattr(said, "sqlstate", None) or "no code"
    LOG.error("the database failed: %s, %s", type(error).__name__, code)
    answer = json_of(Problem("busy", "The centre is busy. It will be tried again in a moment."), 503)
    answer.headers["Retry-After"] = "5"
    return answer


def _broken(request: Asked, error: Exception) -> Response[bytes]:
    # The message and the path may hold what a user wrote: only the error's kind and place and its route are logged.
    LOG.error("%s %s failed: %s", request.method, request.scope.get("path_template"), kind_and_place(error))
    return json_of(Problem("failed", "The centre had a problem. Nothing was lost; it will be tried again."), 500)


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
            Exception: _broken,
        },
        request_max_body_size=MOST_SENT_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
