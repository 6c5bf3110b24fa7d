"""The routes of whoever keeps the badges: words and order, icon, release with its preview, retiring, taking back."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

from central.app import Centre
from central.community import badges as office
from central.community import icons
from central.describing import KEEPER
from central.exchanging import Asked, bearer, json_of, opt, plain
from central.sync.standing import Standing
from domain.community.permissions import Act
from domain.records.achievements import Badge
from domain.records.badge_office import AwardEnd, BadgeEdit, BadgeStep, ReleasePreview, Step

_STEPS = {Step.RELEASE: office.release, Step.RETIRE: office.retire}
_ICON = {**opt(None, Badge, KEEPER), "query": ("account",), "takes": "image/svg+xml"}
_PREVIEW = {**opt(None, ReleasePreview, KEEPER), "query": ("account",)}


def office_routes(centre: Centre) -> list[Any]:
    """Every route of this room, bound to a centre."""
    return [*_writing(centre), *_releasing(centre), _revoking(centre)]


def _keeper(centre: Centre, request: Asked, account: str | None) -> Standing:
    return centre.sign_in.permitted(bearer(request), account, Act.MANAGE_BADGES)


def _writing(centre: Centre) -> list[Any]:
    @post("/v1/badges/{badge_id:str}", sync_to_thread=True, status_code=200, opt=opt(BadgeEdit, Badge, KEEPER))
    def edit(request: Asked, badge_id: FromPath[str], body: RawBody) -> Response[bytes]:
        """Say what a badge is for, and where it stands in the order."""
        asked = plain(BadgeEdit, body)
        who = _keeper(centre, request, asked.account)
        return json_of(centre.school.within(who.org_id, partial(office.edit, badge_id=badge_id, asked=asked)))

    @post("/v1/badges/{badge_id:str}/icon", sync_to_thread=True, status_code=200, opt=_ICON)
    def icon(request: Asked, badge_id: FromPath[str], body: RawBody) -> Response[bytes]:
        """Give a badge its picture, an SVG drawing. It is not released by that."""
        who = _keeper(centre, request, request.query_params.get("account"))
        svg, png = icons.read_upload(body)
        kept = partial(icons.keep, badge_id=badge_id, svg=svg, png=png, actor=who.account)
        return json_of(centre.school.within(who.org_id, kept))

    return [edit, icon]


def _releasing(centre: Centre) -> list[Any]:
    @get("/v1/badges/{badge_id:str}/release", sync_to_thread=True, opt=_PREVIEW)
    def preview(request: Asked, badge_id: FromPath[str]) -> Response[bytes]:
        """Who would get a badge that is released now."""
        who = _keeper(centre, request, request.query_params.get("account"))
        return json_of(centre.school.looking(who.org_id, partial(office.preview, badge_id=badge_id)))

    @post("/v1/badges/{badge_id:str}/step", sync_to_thread=True, status_code=200, opt=opt(BadgeStep, Badge, KEEPER))
    def step(request: Asked, badge_id: FromPath[str], body: RawBody) -> Response[bytes]:
        """Release a badge to everybody who has earned it, or retire it."""
        asked = plain(BadgeStep, body)
        who = _keeper(centre, request, asked.account)
        done = partial(_STEPS[asked.step], code=badge_id, actor=who.account)
        return json_of(centre.school.within(who.org_id, done))

    return [preview, step]


def _revoking(centre: Centre) -> Any:
    path = "/v1/badges/awards/{award_id:str}/revoke"

    @post(path, sync_to_thread=True, status_code=204, opt=opt(AwardEnd, None, KEEPER))
    def revoke(request: Asked, award_id: FromPath[str], body: RawBody) -> Response[None]:
        """Take a single badge back, with a reason."""
        asked = plain(AwardEnd, body)
        who = _keeper(centre, request, asked.account)
        taken = partial(office.revoke, award_id=award_id, reason=asked.reason, actor=who.account)
        centre.school.within(who.org_id, taken)
        return Response(None, status_code=204)

    return revoke
