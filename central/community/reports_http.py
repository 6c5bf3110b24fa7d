"""The route of an administrator's reports."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Response, get

from central.app import Centre
from central.community.reports import usage
from central.describing import ADMINISTRATOR
from central.exchanging import Asked, bearer, json_of, opt
from central.problems import Refused
from domain.community.permissions import Act
from domain.records.reports import UsageReport

_USAGE = {**opt(None, UsageReport, ADMINISTRATOR), "query": ("account", "weeks")}


def report_routes(centre: Centre) -> list[Any]:
    """The route, bound to a centre."""

    @get("/v1/reports/usage", sync_to_thread=True, opt=_USAGE)
    def report(request: Asked) -> Response[bytes]:
        """How an organisation and its schools play and share: sums, and nothing about fewer than five people."""
        who = centre.sign_in.permitted(bearer(request), request.query_params.get("account"), Act.ANALYTICS)
        weeks = _number(request.query_params.get("weeks", ""))
        return json_of(centre.school.looking(who.org_id, partial(usage, weeks=weeks)))

    return [report]


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 3:
        raise Refused("bad_period", "Please pick one of the periods.", 422)
    return int(text)
