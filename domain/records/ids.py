"""Identifiers made from what they are given: no clock and no source of randomness is read here."""

from __future__ import annotations

import uuid

# The namespace of every identifier that two machines derive independently (decision 12).
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://musiclearningcommunity.com/records")


def new_id(at: int, entropy: bytes) -> str:
    """A UUIDv7 (RFC 9562, 5.7) for the time `at` in microseconds and 10 random bytes.

    Raises ValueError where fewer than 10 bytes are given.
    """
    if len(entropy) < 10:
        raise ValueError("a UUIDv7 needs 10 random bytes")
    milliseconds = (at // 1000) & (1 << 48) - 1
    tail = int.from_bytes(entropy[:10], "big")
    rand_a, rand_b = tail >> 68, tail & (1 << 62) - 1
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | rand_a << 64 | 2 << 62 | rand_b))


def derived_id(*parts: str | int) -> str:
    """The UUIDv5 of the parts: the same thing noted on two machines is one row."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(map(str, parts))))
