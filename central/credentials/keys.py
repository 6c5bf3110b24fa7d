"""The keys with which an organisation signs: made at the first credential, sealed, changed by an administrator.

Older keys go on proving what they have signed; a key that was lost to somebody is withdrawn and proves nothing.
"""

from __future__ import annotations

from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select, update

from central.auditing import note
from central.credentials.sealing import Sealing
from central.problems import Refused
from central.sync.unit import Unit
from central.tables import SIGNING_KEY

_ALPHABET: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
# The multicodec of an Ed25519 public key (W3C Controlled Identifiers 1.0, 2.2.2 Multikey).
_ED25519_PUBLIC: Final = b"\xed\x01"


class PublicKey(msgspec.Struct, frozen=True):
    """What everybody may know of a key. `retired_at`: signs no more; `withdrawn`: proves nothing either."""

    key_id: str
    multibase: str
    made_at: int
    retired_at: int | None
    withdrawn: bool


class Signer(msgspec.Struct, frozen=True):
    """A key that can sign."""

    key_id: str
    private: Ed25519PrivateKey


def multibase(content: bytes) -> str:
    """Bytes as multibase base58-btc, the form of Multikey and of proof values."""
    number, text = int.from_bytes(content, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = _ALPHABET[rest] + text
    zeros = len(content) - len(content.lstrip(b"\0"))
    return "z" + _ALPHABET[0] * zeros + text


def public_keys(connection: Connection, org_id: str) -> list[PublicKey]:
    """Every key of an organisation, the oldest first."""
    columns = (
        SIGNING_KEY.c.key_id,
        SIGNING_KEY.c.public_key,
        SIGNING_KEY.c.made_at,
        SIGNING_KEY.c.retired_at,
        SIGNING_KEY.c.withdrawn,
    )
    query = select(*columns).where(SIGNING_KEY.c.org_id == org_id)
    rows = connection.execute(query.order_by(SIGNING_KEY.c.made_at, SIGNING_KEY.c.key_id))
    return [PublicKey(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]


def signer(unit: Unit, sealing: Sealing) -> Signer:
    """The key of now; the first is made here. Raises SealBroken."""
    own = (SIGNING_KEY.c.org_id == unit.org_id, SIGNING_KEY.c.retired_at.is_(None))
    query = select(SIGNING_KEY.c.key_id, SIGNING_KEY.c.sealed).where(*own).order_by(SIGNING_KEY.c.made_at.desc())
    row = unit.connection.execute(query.limit(1)).first()
    if row is None:
        return _new_key(unit, sealing)
    return Signer(row[0], Ed25519PrivateKey.from_private_bytes(sealing.open(bytes(row[1]), row[0])))


def rotate(unit: Unit, sealing: Sealing, actor: str) -> Signer:
    """A new key from now on. What the earlier ones have signed stays valid."""
    own = (SIGNING_KEY.c.org_id == unit.org_id, SIGNING_KEY.c.retired_at.is_(None))
    unit.connection.execute(update(SIGNING_KEY).where(*own).values(retired_at=unit.now))
    made = _new_key(unit, sealing)
    note(unit, actor, "signing_key_rotated", made.key_id)
    return made


def withdraw(unit: Unit, key_id: str, actor: str) -> None:
    """A key has come into wrong hands: nothing that it has signed is proven any more. Raises Refused."""
    own = (SIGNING_KEY.c.org_id == unit.org_id, SIGNING_KEY.c.key_id == key_id)
    values = {"withdrawn": True, "retired_at": unit.now}
    if unit.connection.execute(update(SIGNING_KEY).where(*own).values(**values)).rowcount == 0:
        raise Refused("no_key", "There is no such key.", 404)
    note(unit, actor, "signing_key_withdrawn", key_id)


def _new_key(unit: Unit, sealing: Sealing) -> Signer:
    private = Ed25519PrivateKey.generate()
    public = multibase(_ED25519_PUBLIC + private.public_key().public_bytes_raw())
    # Named by itself, so that two names never mean one key nor one name two.
    key_id = f"key-{public[-16:]}"
    unit.connection.execute(
        insert(SIGNING_KEY).values(
            org_id=unit.org_id,
            key_id=key_id,
            public_key=public,
            sealed=sealing.seal(private.private_bytes_raw(), key_id),
            made_at=unit.now,
            withdrawn=False,
        )
    )
    return Signer(key_id, private)
