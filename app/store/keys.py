"""How the keys and names of this machine's files follow from its one key. Needs nothing but the standard library."""

from __future__ import annotations

import hmac
from hashlib import blake2b
from pathlib import Path

# Under this name the machine's key lies among its secrets, 32 bytes in hexadecimal.
NAME = "machine-key"
# How this machine belongs to its school: in the state of its mirror, and a second time among its secrets, so that it
# outlives a damaged mirror.
ENROLMENT = "enrolment"
# The machine's own mirror: the tiles of the sign-in page and the accounts of this machine.
MACHINE = "machine"


def derived(machine_key: bytes, purpose: str, account_id: str) -> bytes:
    """32 bytes for one purpose and one account."""
    return hmac.digest(machine_key, f"{purpose}\x1f{account_id}".encode(), "sha256")


def place(folder: Path, machine_key: bytes, account_id: str, ending: str) -> Path:
    """Where a file of this account lies. Names do not say whose they are."""
    name = blake2b(account_id.encode(), key=derived(machine_key, "name", ""), digest_size=12).hexdigest()
    return folder / f"{name}{ending}"
