"""The published description against the running centre: no request makes it fail, every answer is as described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from small_school import Clock, opened
from two_organisations import STAFF, Caller, Organisation

from central.database import sqlite_url
from central.serving import Serving
from domain.records.wire import SCHEMA, Cursor, PullRequest, SyncRequest
from workshop.simulator.heard import Heard

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# How many requests each call of the description gets.
IN_EVERY_RUN, IN_A_LONG_RUN = 40, 1_000
# A stream has no end to be compared with a description; the matrix asks who may listen.
ENDLESS = "/v1/sync/hints"
BLIND = settings(
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Target:
    """A served centre, its description, and callers with real tokens."""

    def __init__(self, url: str, clock: Clock, home: Organisation, client: httpx.Client) -> None:
        self.url, self.clock, self.client = url, clock, client
        self.description = schemathesis.openapi.from_url(f"{url}/schema/openapi.json")
        self.callers = [Caller(role, home, client) for role in ("student", "teacher", "kiosk", "anonymous", *STAFF[1:])]
        self.statuses: Counter[int] = Counter()


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    clock = Clock()
    with (
        opened(sqlite_url(tmp_path_factory.mktemp("fuzz") / "centre.db"), clock) as centre,
        Serving(centre) as serving,
        httpx.Client(base_url=serving.url, timeout=20) as client,
    ):
        yield Target(serving.url, clock, Organisation(centre, "home"), client)


def _either(operation: schemathesis.schemas.APIOperation) -> st.SearchStrategy[schemathesis.Case]:
    """Requests as the description has them, and, where it can be broken, requests that break it."""
    good = operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)
    if not (operation.body or operation.path_parameters or operation.query):
        return good
    return good | operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)


def fuzz(target: Target, requests: int) -> int:
    """So many requests for each call. How many there were.

    What the centre's own code failed at in one operation is answered without a verdict and logged: that counts, too.
    """
    with closing(Heard()) as heard:
        sent = _fuzz(target, requests)
    assert heard.problems == []
    return sent


def _fuzz(target: Target, requests: int) -> int:
    sent = 0
    for found in target.description.get_all_operations():
        operation = found.ok()
        if operation.path == ENDLESS:
            continue

        @settings(BLIND, max_examples=requests)
        @given(case=_either(operation), caller=st.sampled_from(target.callers), right=st.booleans())
        def send(case: schemathesis.Case, caller: Caller, right: bool) -> None:
            nonlocal sent
            sent += 1
            # Doors where codes are tried let so many in a minute.
            target.clock.now += 60_000_000
            if right and isinstance(case.body, dict) and "schema" in case.body:
                # A body that gets past the first check reaches what is behind it.
                case.body = {**case.body, "account": caller.account, "schema": SCHEMA}
            case.headers = {**(case.headers or {}), **caller.headers()}
            answer = case.call(base_url=target.url, timeout=20)
            target.statuses[answer.status_code] += 1
            case.validate_response(answer, checks=CHECKS)

        send()
    return sent


def test_no_request_breaks_the_description(target: Target, capsys: pytest.CaptureFixture[str]) -> None:
    sent = fuzz(target, IN_EVERY_RUN)
    with capsys.disabled():
        print(f"\nfuzzing: {sent} requests, answers {dict(sorted(target.statuses.items()))}")
    assert sent >= IN_EVERY_RUN * 8
    assert {200, 401, 403, 422} <= set(target.statuses)
    assert not any(status >= 500 for status in target.statuses)


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_no_request_of_very_many_breaks_the_description(target: Target) -> None:
    sent = fuzz(target, IN_A_LONG_RUN)
    print(f"fuzzing: {sent} requests, answers {dict(sorted(target.statuses.items()))}")
    assert not any(status >= 500 for status in target.statuses)


def test_the_description_is_openapi_and_names_every_message(target: Target) -> None:
    description = target.client.get("/schema/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    sync = description["paths"]["/v1/sync"]["post"]
    assert sync["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/SyncRequest")
    assert sync["security"] == [{"device": []}]
    assert description["paths"]["/v1/kiosk/claim"]["post"]["responses"]["204"]
    assert not description["paths"]["/health"]["get"]["security"]
    for name in ("Problem", "SyncAnswer", "Performance", "SessionRequest"):
        assert description["components"]["schemas"][name]["type"] in ("object", "array")


@pytest.mark.parametrize("number", [-1, 1 << 63, 1 << 64])
def test_numbers_that_no_column_holds_are_refused(target: Target, number: int) -> None:
    caller = target.callers[0]
    for path, body in (
        ("/v1/sync", SyncRequest(caller.account, SCHEMA, waiting=number)),
        ("/v1/sync", SyncRequest(caller.account, SCHEMA, cursors=(Cursor(f"user:{caller.account}", number),))),
        ("/v1/sync/pull", PullRequest(caller.account, SCHEMA, "", (Cursor(f"user:{caller.account}", number),))),
    ):
        assert caller.post(path, body).status_code == 422, body
