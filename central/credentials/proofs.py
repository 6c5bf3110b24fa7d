"""Data Integrity proofs, cryptosuite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2).

The meaning is signed and not the spelling: a document is made into RDF, brought into its canonical order, and hashed.
The two contexts that say what its words mean are shipped with the program; nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec

from central.credentials.keys import Signer, multibase
from resources import texts

Document = dict[str, Any]

VC_CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGE_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_FILES = {VC_CONTEXT: "credentials-v2.json", BADGE_CONTEXT: "open-badges-3.0.3.json"}
SUITE = "eddsa-rdfc-2022"


def proven(document: Document, signer: Signer, *, method: str, created: str) -> Document:
    """The document with its proof. `method` is the address of the public key, `created` an ISO time."""
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    digest = _hashed({"@context": document["@context"], **options}) + _hashed(document)
    return {**document, "proof": {**options, "proofValue": multibase(signer.private.sign(digest))}}


def _hashed(document: Document) -> bytes:
    return hashlib.sha256(_canonical(document).encode()).digest()


def _canonical(document: Document) -> str:
    # A second of imports that only a centre which signs has to pay.
    from pyld import jsonld

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": _shipped}
    return str(jsonld.normalize(document, options))


@cache
def _contexts() -> dict[str, Document]:
    found = texts("credentials", ".json")
    return {address: msgspec.json.decode(found[file]) for address, file in _FILES.items()}


def _shipped(address: str, _options: object) -> Document:
    """A context by its address, as the JSON-LD processor asks for it. Raises KeyError for any other."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": _contexts()[address],
    }
