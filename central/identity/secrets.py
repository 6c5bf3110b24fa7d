"""Tokens, short codes and password hashes. Only hashes are ever stored (decision 11)."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Letters and digits that nobody mistakes for one another, in capitals: 32 of them.
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 8

# OWASP's argon2id profile of 19 MiB, 2 passes: a classroom of 30 signs in at once on a small server.
OWASP: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def token(kind: str, org_id: str) -> str:
    """A new opaque token of 256 random bits. It names its organisation, so that no look-up crosses organisations."""
    return f"{kind}_{uuid.UUID(org_id).hex}_{secrets.token_urlsafe(32)}"


def poll_token() -> str:
    """A new token for a display that belongs to no organisation yet."""
    return f"mlck_{secrets.token_urlsafe(32)}"


def org_of(presented: str, kind: str) -> str | None:
    """The organisation that a token names, or None for what is no token of this kind."""
    parts = presented.split("_", 2)
    if len(parts) != 3 or parts[0] != kind:
        return None
    try:
        return str(uuid.UUID(hex=parts[1]))
    except ValueError:
        return None


def hashed(presented: str) -> str:
    """What is stored of a token or code."""
    return hashlib.sha256(presented.encode()).hexdigest()


def code() -> str:
    """A new short code to type: 40 bits, in two groups of four."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def normal_code(typed: str) -> str:
    """A code as it was typed, with case, blanks and dashes made alike."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def secret_hash(secret: str, hasher: PasswordHasher) -> str:
    """The argon2id hash of a PIN or password. The service hashes with `OWASP`."""
    return hasher.hash(secret)


def matches(stored: str, secret: str) -> bool:
    """Whether a PIN or password is the one behind a hash. The cost is the one that the hash names."""
    try:
        return OWASP.verify(stored, secret)
    except (VerificationError, InvalidHashError):
        return False
