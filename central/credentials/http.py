"""The routes of badges that leave: one for their student, the others for anybody who checks one. Decides nothing."""

from __future__ import annotations

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, RawBody

from central.app import Centre
from central.credentials.page import POLICY
from central.describing import DEVICE
from central.exchanging import Asked, bearer, caller, opt, plain
from central.throttle import Throttle
from domain.records.badge_office import CredentialRequest, Proof

CREDENTIAL, TOKEN, DID, LD, HTML, SVG = (
    "application/vc",
    "application/vc+jwt",
    "application/did+json",
    "application/ld+json",
    "text/html",
    "image/svg+xml",
)
# Checking a badge costs the centre a signature at most; nobody needs more a minute from one address.
CHECKS_A_MINUTE = 240


def credential_routes(centre: Centre) -> list[Any]:
    """Every route of this room, bound to a centre."""
    door = Throttle(CHECKS_A_MINUTE)

    def knock(request: Asked) -> None:
        door.knock(caller(request), centre.now())

    return [_issue(centre), *_checks(centre, knock), *_looks(centre, knock)]


def _issue(centre: Centre) -> Any:
    @post("/v1/credentials", sync_to_thread=True, status_code=200, opt=opt(CredentialRequest, CREDENTIAL, DEVICE))
    def credential(request: Asked, body: RawBody) -> Response[bytes]:
        """A student takes a badge with them: the signed credential of an award of theirs."""
        device = centre.machines.device(bearer(request))
        asked = plain(CredentialRequest, body)
        centre.sync.readable(device, [asked.account])
        content = centre.credentials.credential(device.org_id, asked.account, asked.award_id, asked.proof)
        return Response(content, media_type=CREDENTIAL if asked.proof is Proof.EMBEDDED else TOKEN)

    return credential


def _checks(centre: Centre, knock: Any) -> list[Any]:
    @get("/v1/issuers/{org_id:str}/did.json", sync_to_thread=True, opt=opt(None, DID))
    def keys(request: Asked, org_id: FromPath[str]) -> Response[bytes]:
        """The keys with which a school signs."""
        knock(request)
        return Response(centre.credentials.keys(org_id), media_type=DID)

    @get("/v1/issuers/{org_id:str}/status", sync_to_thread=True, opt=opt(None, CREDENTIAL))
    def status(request: Asked, org_id: FromPath[str]) -> Response[bytes]:
        """Which of a school's credentials were taken back."""
        knock(request)
        return Response(centre.credentials.status_list(org_id), media_type=CREDENTIAL)

    return [keys, status]


def _looks(centre: Centre, knock: Any) -> list[Any]:
    @get("/v1/issuers/{org_id:str}/badges/{badge_id:str}/{level:int}", sync_to_thread=True, opt=opt(None, LD))
    def achievement(request: Asked, org_id: FromPath[str], badge_id: FromPath[str], level: FromPath[int]) -> Any:
        """A badge at one of its levels."""
        knock(request)
        return Response(centre.credentials.achievement(org_id, badge_id, level), media_type=LD)

    where = "/v1/issuers/{org_id:str}/badges/{badge_id:str}/{level:int}/image.svg"

    @get(where, sync_to_thread=True, opt=opt(None, SVG))
    def image(request: Asked, org_id: FromPath[str], badge_id: FromPath[str], level: FromPath[int]) -> Any:
        """The picture of a badge at one of its levels."""
        knock(request)
        headers = {"content-security-policy": POLICY, "x-content-type-options": "nosniff"}
        return Response(centre.credentials.picture(org_id, badge_id, level), media_type=SVG, headers=headers)

    @get("/v1/awards/{org_id:str}/{award_id:str}", sync_to_thread=True, opt=opt(None, HTML))
    def award(request: Asked, org_id: FromPath[str], award_id: FromPath[str]) -> Response[str]:
        """The page for whoever was given the address of an award."""
        knock(request)
        headers = {"content-security-policy": POLICY, "referrer-policy": "no-referrer", "cache-control": "no-store"}
        return Response(centre.credentials.page(org_id, award_id), media_type=HTML, headers=headers)

    return [achievement, image, award]
