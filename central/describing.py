"""The API's description in OpenAPI 3.1, made from the routes and the messages themselves, so that it says what they do.

Each handler carries what it takes and gives (`opt`): `body` and `answer` are messages or a media type, `token` is who
may call it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from litestar.handlers import HTTPRouteHandler

from domain.records.wire import Problem

# Who may call: an enrolled machine, staff (a session, or a machine with `account`), a display that waits to be claimed.
DEVICE, STAFF, DISPLAY, KEEPER = "device", "staff", "display", "keeper"
ADMINISTRATOR, OVERSEER = "administrator", "overseer"
_TOKENS = {
    DEVICE: "The token that a machine was given when it was enrolled.",
    STAFF: "A session's token, or a machine's token together with `account`, who has signed in on it.",
    KEEPER: "A machine's token together with `account`, who may manage badges and has signed in on it.",
    ADMINISTRATOR: "A session's token, or a machine's token together with `account`, who sees figures of the whole "
    "organisation and has signed in on it.",
    OVERSEER: "A session's token, or a machine's token together with `account`, a teacher or administrator who has "
    "signed in on it.",
    DISPLAY: "The token with which a display asks whether its code was claimed.",
}
# What every call may answer instead, all of it a Problem; 503 comes with Retry-After.
_PROBLEMS = {
    "400": "The request is not well formed.",
    "401": "The token is missing, unknown, at its end or revoked.",
    "403": "Not for this caller.",
    "404": "There is no such thing for this caller.",
    "405": "Not with this method.",
    "413": "Too large.",
    "422": "The content cannot be read or is not acceptable; the text says why.",
    "426": "The client is too old; what it sent was taken.",
    "429": "Too many tries; Retry-After says how many seconds to wait.",
    "500": "The centre had a problem.",
    "503": "The database is away or full; come back after Retry-After.",
}
_REF = "#/components/schemas/{name}"


def described(title: str, version: str, handlers: Sequence[HTTPRouteHandler]) -> bytes:
    """The description of these handlers as JSON."""
    messages = {kind for handler in handlers for kind in _messages(handler)} | {Problem}
    kinds = sorted(messages, key=lambda kind: kind.__name__)
    references, schemas = msgspec.json.schema_components(kinds, ref_template=_REF)
    named = dict(zip(kinds, references, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for handler in handlers:
        for path in handler.paths:
            methods = paths.setdefault(re.sub(r":\w+}", "}", path), {})
            methods |= {method.lower(): _operation(handler, path, named) for method in handler.http_methods}
    tokens = {
        name: {"type": "http", "scheme": "bearer", "description": description} for name, description in _TOKENS.items()
    }
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": title, "version": version},
            "paths": paths,
            "components": {"schemas": schemas, "securitySchemes": tokens},
        }
    )


def _messages(handler: HTTPRouteHandler) -> list[type[msgspec.Struct]]:
    found = (handler.opt.get("body"), handler.opt.get("answer"))
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


def _operation(
    handler: HTTPRouteHandler, path: str, named: dict[type[msgspec.Struct], dict[str, Any]]
) -> dict[str, Any]:
    problem = {"application/json": {"schema": named[Problem]}}
    answers: dict[str, Any] = {status: {"description": text, "content": problem} for status, text in _PROBLEMS.items()}
    answers[str(handler.status_code)] = {"description": "Done.", **_content(handler, named)}
    made: dict[str, Any] = {
        "operationId": f"{handler.handler_name}",
        "summary": (handler.fn.__doc__ or "").partition("\n")[0],
        "parameters": _parameters(handler, path),
        "responses": answers,
        "security": [{handler.opt["token"]: []}] if "token" in handler.opt else [],
    }
    body = handler.opt.get("body")
    if body is not None:
        # The same JSON under zstd is taken too where a message may be large.
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": named[body]}}}
    if "takes" in handler.opt:
        content = {handler.opt["takes"]: {"schema": {"type": "string", "format": "binary"}}}
        made["requestBody"] = {"required": True, "content": content}
    return made


def _content(handler: HTTPRouteHandler, named: dict[type[msgspec.Struct], dict[str, Any]]) -> dict[str, Any]:
    answer = handler.opt.get("answer")
    if answer is None:
        return {}
    if isinstance(answer, str):
        return {"content": {answer: {"schema": {"type": "string"}}}}
    content: dict[str, Any] = {"application/json": {"schema": named[answer]}}
    if handler.opt.get("packs"):
        content["application/zstd"] = {"schema": {"type": "string", "contentEncoding": "zstd"}}
    return {"content": content}


def _parameters(handler: HTTPRouteHandler, path: str) -> list[dict[str, Any]]:
    text = {"type": "string", "minLength": 1, "maxLength": 200}
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": text} for name in re.findall(r"{(\w+)", path)
    ]
    return found + [{"name": name, "in": "query", "schema": text} for name in handler.opt.get("query", ())]
