"""What is said in a credential, and what is not: no name, no user name in clear, no attempt, no time of day.

Shapes: Open Badges 3.0 (1EdTech), Verifiable Credentials Data Model 2.0, Bitstring Status List 1.0, Controlled
Identifiers 1.0 (W3C).
"""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import urllib.parse
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from central.credentials.keys import PublicKey
from central.credentials.proofs import BADGE_CONTEXT, VC_CONTEXT, Document
from domain.achievements.grow import NUMERALS, THRESHOLDS
from domain.achievements.leaving import award_address
from domain.records.achievements import Badge, BadgeAward, BadgeKind
from domain.records.ids import derived_id

# Many more than the least that the specification allows (131,072; Bitstring, 6.1), so that two awards hardly ever meet
# in one bit, also where a restore has forgotten which bits were given. Almost all are nought: packed it is 2 KB.
PLACES: Final = 1 << 24
_DAY: Final = 86_400 * 1_000_000
# How long a copy of the list may be believed.
LIST_LIVES: Final = _DAY


class Issuer(msgspec.Struct, frozen=True):
    """The school as a credential names it. `base` is the centre's public address."""

    base: str
    org_id: str
    name: str

    @property
    def did(self) -> str:
        """The issuer's identifier (did:web): where its keys are found follows from it."""
        parts = urllib.parse.urlsplit(self.base)
        path = [urllib.parse.quote(part, safe="") for part in parts.path.split("/") if part]
        return ":".join(["did:web", parts.netloc.replace(":", "%3A"), *path, "v1", "issuers", self.org_id])

    @property
    def home(self) -> str:
        """The address under which everything about this issuer lies."""
        return f"{self.base}/v1/issuers/{self.org_id}"

    def method(self, key_id: str) -> str:
        """The address of a public key."""
        return f"{self.did}#{key_id}"

    def achievement(self, badge: Badge, level: int) -> str:
        """The address of a badge at one of its levels."""
        return f"{self.home}/badges/{badge.id}/{level}"

    @property
    def status_list(self) -> str:
        """The address of the list that says which credentials were taken back."""
        return f"{self.home}/status"


def moment(at: int) -> str:
    """A time in microseconds as XML Schema has it."""
    return datetime.datetime.fromtimestamp(at // 1_000_000, tz=datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day(at: int) -> str:
    """The day of a time, as ISO text: a credential tells no hour of a child's day."""
    return moment(at)[:10]


def keys_document(issuer: Issuer, keys: Sequence[PublicKey]) -> Document:
    """The did document: every key that still proves something."""
    valid = [key for key in keys if not key.withdrawn]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": issuer.did,
        "verificationMethod": [
            {
                "id": issuer.method(key.key_id),
                "type": "Multikey",
                "controller": issuer.did,
                "publicKeyMultibase": key.multibase,
            }
            for key in valid
        ],
        "assertionMethod": [issuer.method(key.key_id) for key in valid],
    }


def achievement(issuer: Issuer, badge: Badge, level: int) -> Document:
    """A badge at a level, as an Achievement."""
    address = issuer.achievement(badge, level)
    made: Document = {
        "id": address,
        "type": ["Achievement"],
        "name": title(badge, level),
        "description": badge.description or badge.name,
        "achievementType": "Badge",
        "criteria": {"narrative": criteria(badge, level)},
        "image": {"id": f"{address}/image.svg", "type": "Image", "caption": title(badge, level)},
        "creator": _profile(issuer),
    }
    if badge.badge_kind is BadgeKind.GROW:
        made["resultDescription"] = [_levels(badge)]
    return made


def title(badge: Badge, level: int) -> str:
    """The name of a badge at a level, for readers."""
    return f"{badge.name}, level {NUMERALS[level - 1]}" if badge.badge_kind is BadgeKind.GROW else badge.name


def criteria(badge: Badge, level: int) -> str:
    """What one has to do for it, in words."""
    if badge.badge_kind is BadgeKind.GROW:
        each = "" if THRESHOLDS[level - 1] == 1 else "each "
        return f"{_times(THRESHOLDS[level - 1])} as {badge.name}, {each}seen by the school's judge or by a teacher."
    return badge.description


def _times(count: int) -> str:
    return "One recognised contribution" if count == 1 else f"{count} recognised contributions"


def _scale(badge: Badge) -> str:
    return f"urn:uuid:{derived_id('badge_scale', badge.id)}"


def _rung(badge: Badge, level: int) -> str:
    return f"urn:uuid:{derived_id('badge_rung', badge.id, level)}"


def _levels(badge: Badge) -> Document:
    rungs = [
        {
            "id": _rung(badge, level),
            "type": ["RubricCriterionLevel"],
            "name": f"Level {NUMERALS[level - 1]}",
            "level": str(level),
            "description": criteria(badge, level),
        }
        for level in range(1, len(THRESHOLDS) + 1)
    ]
    return {
        "id": _scale(badge),
        "type": ["ResultDescription"],
        "name": "Level",
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": rungs,
    }


def _profile(issuer: Issuer) -> Document:
    return {"id": issuer.did, "type": ["Profile"], "name": issuer.name, "url": issuer.base}


def credential(issuer: Issuer, badge: Badge, award: BadgeAward, *, username: str, salt: str, place: int) -> Document:
    """The credential of an award, still without its proof. `place` is its bit in the status list.

    The subject's id is another one in each credential, so two of them don't tell that they are one child's. Who holds
    it can show that it is theirs by their user name, which is there as a salted hash only.
    """
    address = award_address(issuer.base, issuer.org_id, award.id)
    subject: Document = {
        "id": f"urn:uuid:{derived_id('credential_subject', award.id)}",
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": identity_hash(username, salt),
                "identityType": "userName",
                "salt": salt,
            }
        ],
        "achievement": achievement(issuer, badge, award.level),
    }
    if badge.badge_kind is BadgeKind.GROW:
        result = {"type": ["Result"], "resultDescription": _scale(badge), "achievedLevel": _rung(badge, award.level)}
        subject["result"] = [result]
    return {
        "@context": [VC_CONTEXT, BADGE_CONTEXT],
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": title(badge, award.level),
        "issuer": _profile(issuer),
        "validFrom": f"{day(award.crossed_at)}T00:00:00Z",
        "awardedDate": f"{day(award.crossed_at)}T00:00:00Z",
        "credentialSubject": subject,
        "evidence": [_evidence(badge, award)],
        "credentialStatus": {
            "id": f"{issuer.status_list}#{place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(place),
            "statusListCredential": issuer.status_list,
        },
    }


def identity_hash(username: str, salt: str) -> str:
    """The salted hash of an identity (Open Badges 3.0, IdentityHash)."""
    return "sha256$" + hashlib.sha256((username + salt).encode()).hexdigest()


def _evidence(badge: Badge, award: BadgeAward) -> Document:
    """What was done, counted: nothing of it leads back to a lesson, a piece or a time of day."""
    on = day(award.crossed_at)
    if badge.badge_kind is BadgeKind.GROW:
        words = f"{_times(THRESHOLDS[award.level - 1])} as {badge.name}; the last one on {on}."
    else:
        words = f"{badge.description} Reached on {on}."
    return {"type": ["Evidence"], "name": "What was done", "narrative": words}


def first_place(award_id: str) -> int:
    """Which bit an award has, unless another has it already: it tells neither when nor to whom it was given."""
    return int.from_bytes(hashlib.sha256(award_id.encode()).digest()[:8], "big") % PLACES


def status_list(issuer: Issuer, places: Iterable[int], now: int) -> Document:
    """The list of what was taken back, still without its proof; a copy may be believed for a day."""
    bits = bytearray(PLACES // 8)
    for place in places:
        bits[place // 8] |= 0x80 >> place % 8
    packed = base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode().rstrip("=")
    return {
        "@context": [VC_CONTEXT],
        "id": issuer.status_list,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.did,
        "validFrom": moment(now),
        "validUntil": moment(now + LIST_LIVES),
        "credentialSubject": {
            "id": f"{issuer.status_list}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": f"u{packed}",
        },
    }
