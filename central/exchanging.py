"""What every route does alike: who calls, a body in, a message out, and what is said of it in the description."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from litestar import Request, Response

from central.compression import MAGIC, packed, unpacked
from central.problems import NotSignedIn, Refused
from domain.records.wire import MOST_BODY_BYTES

T = TypeVar("T")
Asked = Request[Any, Any, Any]

# Below this, packing saves nothing that a user could feel.
WORTH_PACKING = 400
_ANSWER = msgspec.json.Encoder()


def opt(body: type[msgspec.Struct] | None, answer: object, token: str | None = None) -> dict[str, Any]:
    """What a handler takes and gives, for the description (`central.describing`)."""
    return {"body": body, "answer": answer, **({"token": token} if token else {})}


def bearer(request: Asked) -> str:
    """The token that a call shows. Raises NotSignedIn without one."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise NotSignedIn
    return token.strip()


def read(decoder: msgspec.json.Decoder[T], body: bytes) -> T:
    """A body, packed or plain, as its message. Raises Refused."""
    content = unpacked(body, MOST_BODY_BYTES) if body.startswith(MAGIC) else body
    try:
        return decoder.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("bad_body", "The centre cannot read this request.") from error


def plain(kind: type[T], body: bytes) -> T:
    """A small body as its message. Raises Refused."""
    return read(msgspec.json.Decoder(kind), body)


def answer_of(message: msgspec.Struct) -> Response[bytes]:
    """A message of sync as an answer, packed where that saves something."""
    content = _ANSWER.encode(message)
    if len(content) < WORTH_PACKING:
        return Response(content, media_type="application/json")
    return Response(packed(content), media_type="application/zstd")


def json_of(message: msgspec.Struct, status: int = 200) -> Response[bytes]:
    """A message as an answer in plain JSON."""
    return Response(msgspec.json.encode(message), media_type="application/json", status_code=status)


def caller(request: Asked) -> str:
    """The address that a call comes from."""
    return request.client.host if request.client else "unknown"
