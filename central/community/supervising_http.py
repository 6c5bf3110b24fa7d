"""The routes of the supervision page."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Response, post
from litestar.params import RawBody

from central.app import Centre
from central.community.supervising import decide, look
from central.describing import OVERSEER
from central.exchanging import Asked, bearer, json_of, opt, plain
from domain.community.permissions import Act
from domain.records.supervision import Decision, Look, Supervision


def supervision_routes(centre: Centre) -> list[Any]:
    """Both routes, bound to a centre."""

    @post("/v1/supervision", sync_to_thread=True, status_code=200, opt=opt(Look, Supervision, OVERSEER))
    def supervise(request: Asked, body: RawBody) -> Response[bytes]:
        """What one student has made, or what waits in the organisation. The look is audited."""
        asked = plain(Look, body)
        who = centre.sign_in.acting(bearer(request), asked.account, Act.OVERSEE)
        return json_of(centre.school.within(who.org_id, partial(look, who=who, student_id=asked.student_id)))

    @post("/v1/supervision/decisions", sync_to_thread=True, status_code=200, opt=opt(Decision, Supervision, OVERSEER))
    def close(request: Asked, body: RawBody) -> Response[bytes]:
        """Hide or remove something, and look again."""
        asked = plain(Decision, body)
        who = centre.sign_in.acting(bearer(request), asked.account, Act.OVERSEE)
        decided = partial(decide, who=who, asked=asked, new_id=centre.fresh_id())
        centre.school.within(who.org_id, decided)
        return json_of(centre.school.within(who.org_id, partial(look, who=who, student_id=asked.student_id)))

    return [supervise, close]
