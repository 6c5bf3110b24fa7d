"""Credentials as one line: a compact JWS, the external proof of Open Badges 3.0 (8.2, JSON Web Token Proof Format).

The document is the payload, with the registered claims beside it. EdDSA (RFC 8037), because the keys are Ed25519; the
header names the key by its address, so that a verifier takes it from the issuer's did document.
"""

from __future__ import annotations

import base64
import datetime
from typing import Any

import msgspec

from central.credentials.keys import Signer
from central.credentials.proofs import Document


def token(document: Document, signer: Signer, *, method: str) -> str:
    """The credential as a signed token. `method` is the address of the public key."""
    header = {"alg": "EdDSA", "typ": "JWT", "kid": method}
    claims = {
        "iss": document["issuer"]["id"],
        "sub": document["credentialSubject"]["id"],
        "jti": document["id"],
        "nbf": _seconds(document["validFrom"]),
    }
    signed = f"{_part(header)}.{_part({**document, **claims})}"
    return f"{signed}.{_url(signer.private.sign(signed.encode()))}"


def _seconds(moment: str) -> int:
    return int(datetime.datetime.fromisoformat(moment).timestamp())


def _part(content: dict[str, Any]) -> str:
    return _url(msgspec.json.encode(content))


def _url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
