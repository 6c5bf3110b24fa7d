"""Messages over HTTP: JSON under zstd, bounded in time and size, with every failure as a sentence for the user."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import httpx
import msgspec
from backports import zstd

from domain.music.say import Say, say
from domain.records.wire import MOST_BODY_BYTES, Problem, PullRequest, SyncAnswer, SyncRequest

T = TypeVar("T")
_MAGIC = b"\x28\xb5\x2f\xfd"
# The centre does not take this machine's token.
UNKNOWN_MACHINE = "unknown_machine"
# The person was deleted for good, or never was.
ERASED = "erased"
ON_HOLD = "on_hold"
# This machine may not speak for the person: not of its school, or not known to have signed in on it.
NOT_HERE = "not_here"
# Nobody answers there.
NO_CONTACT = "no_contact"
# Below this, packing saves nothing.
_WORTH_PACKING = 400
# The centre gives a sign of life every five seconds.
_LIVE = httpx.Timeout(connect=5.0, read=20.0, write=5.0, pool=5.0)
_TIMES = httpx.Timeout(connect=5.0, read=60.0, write=60.0, pool=5.0)


class NoAnswer(Exception):
    """The centre could not be asked, or its answer is of no use. `retry_after` is in seconds, where it said so.

    `lasting` is True where asking again soon cannot help: the machine is not known any more, or the program too old.
    """

    def __init__(self, sentence: Say, *, code: str, retry_after: float | None = None, lasting: bool = False) -> None:
        super().__init__(sentence.english())
        self.say = sentence
        self.code = code
        self.retry_after = retry_after
        self.lasting = lasting


def _no_contact() -> NoAnswer:
    return NoAnswer(
        say("No contact with the school just now. Everything is kept on this computer and will be sent later."),
        code=NO_CONTACT,
    )


def nonsense() -> NoAnswer:
    """The centre's answer fits nothing that was asked."""
    return NoAnswer(
        say("The school's server gave an answer that makes no sense. Everything is kept here and will be sent later."),
        code="nonsense",
    )


class Carrier:
    """One client for one centre. Used by one thread; `close` ends its connections."""

    def __init__(self, centre: str, *, transport: httpx.BaseTransport | None = None) -> None:
        """`centre` is the address that the administrator gave, such as `https://music.school.example`."""
        # A centre in the same room may be reached without TLS: to read all certificates for that is 30 ms for nothing.
        secure = not centre.startswith("http://")
        self._client = httpx.Client(
            base_url=centre, timeout=_TIMES, transport=transport, follow_redirects=False, verify=secure
        )
        # What a browser would say of itself is a third of a quiet exchange.
        self._client.headers.clear()

    def sync(self, token: str, request: SyncRequest) -> SyncAnswer:
        """Send what waits, read what moved. Raises NoAnswer."""
        return self._message("/v1/sync", token, request)

    def pull(self, token: str, request: PullRequest) -> SyncAnswer:
        """Read further pages. Raises NoAnswer."""
        return self._message("/v1/sync/pull", token, request)

    def call(self, method: str, path: str, kind: type[T], *, token: str | None = None, body: Any = None) -> T:
        """A small exchange in plain JSON. Raises NoAnswer."""
        content = None if body is None else msgspec.json.encode(body)
        return _decoded(self._exchanged(method, path, token, content, "application/json"), kind)

    def fetch(self, path: str, token: str, *, body: Any = None) -> bytes:
        """Read something that is no message: a picture, a signed document. Raises NoAnswer."""
        if body is None:
            return self._exchanged("GET", path, token, None, "")
        return self._exchanged("POST", path, token, msgspec.json.encode(body), "application/json")

    def send(self, path: str, kind_of_answer: type[T], *, token: str, content: bytes, kind: str) -> T:
        """Post something that is no message, such as a drawing of that media type. Raises NoAnswer."""
        return _decoded(self._exchanged("POST", path, token, content, kind), kind_of_answer)

    def tell(self, path: str, *, token: str, body: Any) -> None:
        """Post something that has no answer but that it was taken. Raises NoAnswer."""
        self._exchanged("POST", path, token, msgspec.json.encode(body), "application/json")

    def listen(self, token: str, accounts: Sequence[str], opened: Callable[[socket.socket], object]) -> Iterator[str]:
        """The lines of the centre's hints, for as long as it gives them. Raises NoAnswer.

        `opened` gets the connection's socket: to shut it down from another thread ends the lines.
        """
        headers = {"authorization": f"Bearer {token}", "accept": "text/event-stream"}
        path, params = "/v1/sync/hints", {"account": list(accounts)}
        try:
            with self._client.stream("GET", path, params=params, headers=headers, timeout=_LIVE) as response:
                if response.status_code >= 300:
                    raise _refused(response, _bounded(response))
                opened(response.extensions["network_stream"].get_extra_info("socket"))
                yield from response.iter_lines()
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise _no_contact() from error

    def _message(self, path: str, token: str, message: SyncRequest | PullRequest) -> SyncAnswer:
        content = msgspec.json.encode(message)
        packed = zstd.compress(content) if len(content) >= _WORTH_PACKING else content
        kind = "application/zstd" if packed is not content else "application/json"
        return _decoded(self._exchanged("POST", path, token, packed, kind), SyncAnswer)

    def _exchanged(self, method: str, path: str, token: str | None, content: bytes | None, kind: str) -> bytes:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        if content is not None:
            headers["content-type"] = kind
        try:
            with self._client.stream(method, path, content=content, headers=headers) as response:
                body = _unpacked(_bounded(response))
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise _no_contact() from error
        if response.status_code >= 300:
            raise _refused(response, body)
        return body

    def close(self) -> None:
        """End the connections."""
        self._client.close()


def _bounded(response: httpx.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_raw():
        size += len(part)
        if size > MOST_BODY_BYTES:
            raise nonsense()
        parts.append(part)
    return b"".join(parts)


def _unpacked(body: bytes) -> bytes:
    """The body, never larger than a message may be, however small it came."""
    if not body.startswith(_MAGIC):
        return body
    unpacker = zstd.ZstdDecompressor()
    try:
        content = unpacker.decompress(body, max_length=MOST_BODY_BYTES)
    except zstd.ZstdError as error:
        raise nonsense() from error
    if not unpacker.eof:
        raise nonsense()
    return content


def _decoded(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise nonsense() from error


def _refused(response: httpx.Response, body: bytes) -> NoAnswer:
    """What an answer other than 200 means to the user; the centre's own words where it has some."""
    status = response.status_code
    wait = _seconds(response.headers.get("retry-after"))
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        problem = Problem("", "")
    if status == 401:
        sentence = say("This computer is not known at the school any more. Ask your teacher to enrol it again.")
        return NoAnswer(sentence, code=UNKNOWN_MACHINE, lasting=True)
    if problem.text and 400 <= status < 500:
        told = say("{problem}", problem=problem.text)
        return NoAnswer(told, code=problem.code, retry_after=wait, lasting=status in (403, 404, 410, 422, 426))
    sentence = say("The school's server has a problem just now. Everything is kept here and will be sent later.")
    return NoAnswer(sentence, code=f"http_{status}", retry_after=wait)


def _seconds(header: str | None) -> float | None:
    """Retry-After in seconds; a date (RFC 9110 allows it) is left to the ordinary waiting."""
    return float(header) if header is not None and header.isdigit() else None
