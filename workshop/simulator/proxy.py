"""A TCP proxy in front of a real server: cuts at any byte, answers nonsense or 503, repeats, keeps back, trickles.

One fault for each connection, asked from `plan` when it comes in; without one, everything passes.
"""

from __future__ import annotations

import contextlib
import random
import re
import socket
import threading
from collections import Counter
from collections.abc import Callable
from types import TracebackType

import msgspec

_PIECE = 65_536
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_NONSENSE = b"HTTP/1.1 200 OK\r\ncontent-length: 24\r\nconnection: close\r\n\r\n<html>Please sign in</ht>"


class Fault(msgspec.Struct, frozen=True):
    """What happens to a connection: cut once so many bytes went up or came down, or answered without asking."""

    up: int | None = None
    down: int | None = None
    answer: bytes | None = None
    # The request comes to the server twice; the caller hears the second answer.
    repeat: bool = False
    # The caller hears nothing; the request comes to the server with `deliver_late`, after newer ones.
    late: bool = False
    # Seconds for which the answer is kept back, so that others overtake it.
    hold: float = 0.0
    # Bytes that pass in a millisecond, either way.
    trickle: int | None = None


def any_fault(chance: random.Random, most: int) -> Fault:
    """Some fault; cuts fall within `most` bytes."""
    kind = chance.randrange(10)
    if kind < 4:
        return Fault(up=chance.randrange(most))
    if kind < 8:
        return Fault(down=chance.randrange(most))
    return Fault(answer=BUSY if kind == 8 else _NONSENSE)


def any_weather(chance: random.Random, most: int) -> Fault:
    """Some fault as above, or a request that comes twice or late, an answer that is kept back, a line that is slow."""
    kind = chance.randrange(8)
    if kind < 4:
        return any_fault(chance, most)
    slow = {4: Fault(repeat=True), 5: Fault(late=True), 6: Fault(hold=chance.uniform(0, 0.2))}
    return slow.get(kind) or Fault(trickle=chance.randrange(40, 400))


class Proxy:
    """Listens on a free port of this machine. `counted` says what happened to how many connections."""

    def __init__(self, target_port: int, plan: Callable[[], Fault | None]) -> None:
        # Where connections go from now on: a centre that comes back may listen elsewhere.
        self.target = target_port
        self._plan = plan
        self._late: list[bytes] = []
        self._carried = 0
        self._moved = threading.Condition()
        self.counted: Counter[str] = Counter()
        self._ended = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self._accept, name="proxy", daemon=True)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Proxy:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut_all()
        self._thread.join()

    def cut_all(self) -> None:
        """Cut every connection that is open."""
        for end in list(self._open):
            _cut(end)

    def deliver_late(self) -> None:
        """Bring what was kept back to the server, the newest first; nobody hears the answers."""
        while self._late:
            self._deliver(self._late.pop())

    def _deliver(self, request: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self.target)) as server:
            server.sendall(request)
            server.recv(_PIECE)

    def wait_for(self, size: int, patience: float) -> None:
        """Return once so many more bytes have come from either side. Raises TimeoutError after `patience` seconds."""
        with self._moved:
            wanted = self._carried + size
            if not self._moved.wait_for(lambda: self._carried >= wanted, patience):
                raise TimeoutError("nothing passes")

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(caller,), name="proxied", daemon=True).start()

    def _carry(self, caller: socket.socket) -> None:
        fault = self._plan() or Fault()
        self._open.add(caller)
        try:
            if fault.answer is not None:
                self.counted["answered by the proxy"] += 1
                caller.recv(_PIECE)
                caller.sendall(fault.answer)
                return
            request = _whole_request(caller) if fault.repeat or fault.late else b""
            if fault.late:
                self.counted["late"] += 1
                self._late.append(request)
                return
            with socket.create_connection(("127.0.0.1", self.target)) as server:
                self._open.add(server)
                if fault.repeat:
                    self.counted["repeated"] += 1
                    self._deliver(request)
                    server.sendall(request)
                self._both_ways(caller, server, fault)
                self._open.discard(server)
        except OSError:
            self.counted["broken"] += 1
        finally:
            self._open.discard(caller)
            caller.close()

    def _both_ways(self, caller: socket.socket, server: socket.socket, fault: Fault) -> None:
        self.counted.update(["kept back"] * (fault.hold > 0) + ["trickled"] * (fault.trickle is not None))
        downwards = (server, caller, fault.down, fault.trickle, fault.hold)
        back = threading.Thread(target=self._pump, args=downwards, name="proxied back", daemon=True)
        back.start()
        self._pump(caller, server, fault.up, fault.trickle)
        back.join()

    def _pump(
        self, source: socket.socket, sink: socket.socket, most: int | None, trickle: int | None, hold: float = 0.0
    ) -> None:
        left = most
        try:
            while piece := source.recv(_PIECE):
                with self._moved:
                    self._carried += len(piece)
                    self._moved.notify_all()
                self._ended.wait(hold)
                self._pass_on(sink, piece if left is None else piece[:left], trickle)
                if left is not None:
                    left -= len(piece)
                    if left <= 0:
                        self.counted["cut"] += 1
                        break
        except OSError:
            self.counted["broken"] += 1
        _cut(source)
        _cut(sink)

    def _pass_on(self, sink: socket.socket, piece: bytes, trickle: int | None) -> None:
        step = trickle or len(piece)
        for start in range(0, len(piece), step or 1):
            sink.sendall(piece[start : start + step])
            if trickle:
                self._ended.wait(0.001)


def _whole_request(caller: socket.socket) -> bytes:
    """The first request of a connection, as it came."""
    request = b""
    while piece := caller.recv(_PIECE):
        request += piece
        head, end, body = request.partition(b"\r\n\r\n")
        size = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        if end and len(body) >= (int(size[1]) if size else 0):
            break
    return request


def _cut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
