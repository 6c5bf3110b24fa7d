"""The names of buckets: which mirrors a row goes to (sync.md, Down).

`staff:` is beside the plan's list: what the teachers of a class see and its students do not.
"""

from __future__ import annotations

from hashlib import blake2b

CATALOGUE = "catalogue"


def user(user_id: str) -> str:
    """What belongs to one person alone."""
    return f"user:{user_id}"


def of_class(class_id: str) -> str:
    """What the members of a class may see."""
    return f"class:{class_id}"


def staff(class_id: str) -> str:
    """What the teachers of a class may see."""
    return f"staff:{class_id}"


def school(site_id: str) -> str:
    """What everybody of a school may see."""
    return f"school:{site_id}"


def family(student_id: str) -> str:
    """What a student's guardians may see."""
    return f"family:{student_id}"


def org(org_id: str) -> str:
    """What everybody of an organisation may see."""
    return f"org:{org_id}"


def room(site_id: str) -> str:
    """What the enrolled machines of a school need before anybody signs in."""
    return f"room:{site_id}"


def kiosk(class_id: str) -> str:
    """What the display of a class may show."""
    return f"kiosk:{class_id}"


def row_hash(entity: str, row_id: str, seq: int) -> int:
    """The share of one row in its bucket's order-free hash (added up modulo 2**63)."""
    digest = blake2b(f"{entity}\x1f{row_id}\x1f{seq}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


HASH_MODULUS = 1 << 63
