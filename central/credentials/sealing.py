"""How signing keys lie in the database: sealed with a secret that is kept elsewhere, so that a backup signs nothing."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# The name of the environment variable with the secret, and of the file beside an embedded database.
VARIABLE = "MLC_SIGNING_SECRET"
FILE = "signing.secret"
_LEAST = 16
_NONCE = 12


class SealBroken(Exception):
    """What was sealed can't be opened: the secret is another one."""


class Sealing:
    """Seals and opens small secrets (AES-256-GCM, its key derived from the secret)."""

    def __init__(self, secret: str) -> None:
        """Raises ValueError for a secret that is too short to be one."""
        if len(secret) < _LEAST:
            raise ValueError(f"{VARIABLE} must have at least {_LEAST} letters.")
        derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"mlc signing keys").derive(
            secret.encode()
        )
        self._cipher = AESGCM(derived)

    def seal(self, content: bytes, about: str) -> bytes:
        """Sealed bytes; `about` (the key's id) is bound to them, so that none is put in another's place."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """The content. Raises SealBroken."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBroken from error


def sealing_beside(folder: Path) -> Sealing:
    """The sealing of an embedded database: its secret is a file beside it that only the centre's user may read."""
    place = folder / FILE
    if not place.exists():
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return Sealing(place.read_text("ascii").strip())
