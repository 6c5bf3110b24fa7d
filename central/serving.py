"""The centre over HTTP: in the foreground for a service, in a thread for a teacher's machine, tests and the tour."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, cast

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from central.app import Centre
from central.web import web

# How long running requests may take to end when the service is stopped.
GRACE_SECONDS = 10


class _Gathered:
    """A transport that sends what is written in one turn of the loop as one packet."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Send it with whatever else comes now."""
        if not self._parts:
            self._loop.call_soon(self._send)
        self._parts.append(data)

    def _send(self) -> None:
        if self._parts:
            self._transport.write(b"".join(self._parts))
            self._parts.clear()

    def close(self) -> None:
        """Send what is left, then close."""
        self._send()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class _OnePacket(HttpToolsProtocol):
    """Head and body of an answer travel together: to a sync that has nothing new, that is half of its packets."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(cast(asyncio.Transport, _Gathered(transport, self.loop)))


def _config(centre: Centre) -> uvicorn.Config:
    return uvicorn.Config(
        web(centre),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        http=_OnePacket,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=75,
        backlog=512,
    )


def listening(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 takes a free one. Raises OSError where the address is in use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio switches Nagle off; without, each answer waits 40 ms for an acknowledgement.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


class Serving:
    """A running HTTP server over a centre. `start` and `stop` may alternate; the port stays the same."""

    def __init__(self, centre: Centre, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._centre = centre
        self._host = host
        self.port = port
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where the centre is reached."""
        return f"http://{self._host}:{self.port}"

    def start(self) -> None:
        """Serve in a thread. Returns once connections are taken. Raises OSError where the address is in use."""
        bound = listening(self._host, self.port)
        self.port = bound.getsockname()[1]
        ready = threading.Event()
        self._centre.hints.closing = False
        server = _Told(_config(self._centre), ready.set, self._centre)
        self._server = server
        self._thread = threading.Thread(
            target=server.run, kwargs={"sockets": [bound]}, name="central-http", daemon=True
        )
        self._thread.start()
        if not ready.wait(15):
            raise TimeoutError("the HTTP server did not start")

    def stop(self) -> None:
        """Finish what is running and take no more connections."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(GRACE_SECONDS + 5)
        self._server = self._thread = None

    def __enter__(self) -> Serving:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Told(uvicorn.Server):
    """A server that says when it takes connections."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], centre: Centre) -> None:
        super().__init__(config)
        self._ready = ready
        self._centre = centre

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Streams of hints never end out of their own accord.
        self._centre.hints.closing = True
        await super().shutdown(sockets)


def serve(centre: Centre, bound: socket.socket, ready: Callable[[], None]) -> None:
    """Serve in the foreground until SIGINT or SIGTERM, then finish what runs. `ready` is called once it serves."""
    _rarely_look_for_circles()
    _Told(_config(centre), ready, centre).run(sockets=[bound])


def _rarely_look_for_circles() -> None:
    """What was loaded at the start stays; requests make thousands of values and no circles among them.

    With Python's own thresholds, a third of the time of a large push went into looking for some.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
