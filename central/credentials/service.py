"""Credentials of awards: given to their student, looked up by anybody, taken back when the award is."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import Connection, insert, select

from central.auditing import note
from central.credentials import documents, keys
from central.credentials.documents import PLACES, Issuer
from central.credentials.keys import PublicKey, Signer
from central.credentials.page import award_page
from central.credentials.pictures import picture
from central.credentials.proofs import BADGE_CONTEXT, VC_CONTEXT, Document, proven
from central.credentials.sealing import SealBroken, Sealing
from central.credentials.tokens import token
from central.database import Database
from central.problems import Refused
from central.rows import Rows
from central.sync.unit import Unit
from central.tables import CREDENTIAL, ISSUED_CREDENTIAL
from domain.achievements.grow import THRESHOLDS
from domain.community.permissions import Act, Reach, reaches
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, BadgeKind, BadgeStatus
from domain.records.badge_office import Proof
from domain.records.identity import Member, Organization

T = TypeVar("T")
Within = Callable[[str, Callable[[Unit], Any]], Any]

NOT_SET_UP = Refused("no_signing", "Your school has not set up signed badges yet. The certificate works without.", 409)
NO_AWARD = Refused("no_award", "There is no such badge.", 404)
TAKEN_BACK = Refused("taken_back", "This badge was taken back, so it can't be given out.", 409)


class _ToSign(msgspec.Struct, frozen=True):
    """A document with the key for it. It is signed after the transaction: no writer waits for a signature."""

    issuer: Issuer
    document: Document
    signer: Signer
    at: int


class _Signed(msgspec.Struct, frozen=True):
    """A signed status list that is served again while nothing has changed."""

    revoked: frozenset[int]
    key_id: str
    until: int
    content: bytes


class Credentials:
    """Everything about badges that leave. `public_url` is where the world reaches the centre; None: not set up."""

    def __init__(
        self,
        database: Database,
        within: Within,
        now: Callable[[], int],
        *,
        public_url: str | None,
        sealing: Sealing | None,
    ) -> None:
        self._database = database
        self._within = within
        self._now = now
        self.public_url = public_url
        self._sealing = sealing
        self._lists: dict[str, _Signed] = {}
        self._signing = threading.Lock()

    def reached_at(self, url: str) -> None:
        """The address that stands in credentials where the administrator has named no other."""
        self.public_url = self.public_url or url

    # -- for a student

    def credential(self, org_id: str, account: str, award_id: str, proof: Proof = Proof.EMBEDDED) -> bytes:
        """The signed credential of a student's own award, as JSON or as a token; noted in the audit log.

        Raises Refused: no such award of theirs (404), taken back or not set up (409), not for this role (403).
        """
        made = self._within(org_id, lambda unit: self._issue(unit, account, award_id))
        return self._proven(made) if proof is Proof.EMBEDDED else _token(made)

    def _issue(self, unit: Unit, account: str, award_id: str) -> _ToSign:
        award, badge = _award_of(unit.rows, award_id)
        owner = unit.rows.get(Member, account)
        if award.user_id != account or owner is None:
            raise NO_AWARD
        if Reach.OWN not in reaches(owner.role, Act.EXPORT_BADGE):
            raise Refused("not_allowed", "Badges of shared accounts stay at the school.", 403)
        if unit.rows.get(AwardRevocation, award_id) is not None:
            raise TAKEN_BACK
        issuer, place = self._issuer(unit.rows), _place_of(unit, award_id)
        salt = secrets.token_hex(16)
        made = documents.credential(
            issuer, badge, award, username=_username(unit.connection, unit.org_id, account), salt=salt, place=place
        )
        note(unit, account, "credential_issued", award_id)
        return _ToSign(issuer, made, self._signer(unit), unit.now)

    # -- for anybody

    def keys(self, org_id: str) -> bytes:
        """The did document of an organisation, as JSON. Raises Refused."""

        def work(rows: Rows) -> bytes:
            issuer = self._issuer(rows)
            return msgspec.json.encode(documents.keys_document(issuer, self._public(rows.connection, org_id)))

        return self._reading(org_id, work)

    def status_list(self, org_id: str) -> bytes:
        """The signed list of what was taken back, as JSON: it follows from the revocations, so it is never behind.

        Raises Refused.
        """
        _identifier(org_id)
        with self._database.reading(org_id) as connection:
            issuer, revoked = self._issuer(Rows(connection, org_id)), _revoked_places(connection, org_id)
            valid = {key.key_id for key in self._public(connection, org_id) if key.retired_at is None}
        known = self._lists.get(org_id)
        if known is not None and known.revoked == revoked and self._now() < known.until and known.key_id in valid:
            return known.content
        to_sign = self._within(org_id, lambda unit: self._list(unit, issuer, revoked))
        content = self._proven(to_sign)
        until = to_sign.at + documents.LIST_LIVES // 2
        self._lists[org_id] = _Signed(revoked, to_sign.signer.key_id, until, content)
        return content

    def _list(self, unit: Unit, issuer: Issuer, revoked: frozenset[int]) -> _ToSign:
        return _ToSign(issuer, documents.status_list(issuer, revoked, unit.now), self._signer(unit), unit.now)

    def achievement(self, org_id: str, badge_id: str, level: int) -> bytes:
        """A badge at a level, as JSON. Raises Refused for what is not, or not yet, to be earned."""

        def work(rows: Rows) -> bytes:
            made = documents.achievement(self._issuer(rows), _public_badge(rows, badge_id, level), level)
            context = [VC_CONTEXT, BADGE_CONTEXT]
            return msgspec.json.encode({"@context": context, **made})

        return self._reading(org_id, work)

    def picture(self, org_id: str, badge_id: str, level: int) -> bytes:
        """The SVG of a badge at a level. Raises Refused as `achievement` does."""
        return self._reading(org_id, lambda rows: picture(rows.connection, _public_badge(rows, badge_id, level), level))

    def page(self, org_id: str, award_id: str) -> str:
        """What anybody may see of an award whose address they were given, as HTML. Raises Refused."""

        def work(rows: Rows) -> str:
            award, badge = _award_of(rows, award_id)
            return award_page(self._issuer(rows), badge, award, rows.get(AwardRevocation, award_id))

        return self._reading(org_id, work)

    # -- for an administrator

    def rotate(self, org_id: str, actor: str) -> str:
        """A new key from now on; its name. Raises Refused where signing is not set up."""
        made: Signer = self._within(org_id, lambda unit: keys.rotate(unit, self._sealed(), actor))
        return made.key_id

    def withdraw(self, org_id: str, key_id: str, actor: str) -> None:
        """A key proves nothing any more, because somebody else may have it. Raises Refused."""
        self._within(org_id, lambda unit: keys.withdraw(unit, key_id, actor))

    def all_keys(self, org_id: str) -> list[PublicKey]:
        """Every key, the oldest first."""
        with self._database.reading(org_id) as connection:
            return self._public(connection, org_id)

    # -- inside

    def _reading(self, org_id: str, work: Callable[[Rows], T]) -> T:
        _identifier(org_id)
        with self._database.reading(org_id) as connection:
            return work(Rows(connection, org_id))

    def _issuer(self, rows: Rows) -> Issuer:
        org = rows.get(Organization, rows.org_id)
        if org is None:
            raise Refused("no_issuer", "There is no such school here.", 404)
        if self.public_url is None:
            raise NOT_SET_UP
        return Issuer(self.public_url.rstrip("/"), rows.org_id, org.org_name)

    def _public(self, connection: Connection, org_id: str) -> list[PublicKey]:
        return keys.public_keys(connection, org_id)

    def _sealed(self) -> Sealing:
        if self._sealing is None:
            raise NOT_SET_UP
        return self._sealing

    def _signer(self, unit: Unit) -> Signer:
        try:
            return keys.signer(unit, self._sealed())
        except SealBroken as error:
            text = "The school's signing key can't be opened: the secret of the centre is another one."
            raise Refused("sealed", text, 409) from error

    def _proven(self, made: _ToSign) -> bytes:
        method, created = made.issuer.method(made.signer.key_id), documents.moment(made.at)
        # The canonical order is found by one at a time: its library keeps caches that know no threads.
        with self._signing:
            signed = proven(made.document, made.signer, method=method, created=created)
        return msgspec.json.encode(signed)


def _token(made: _ToSign) -> bytes:
    return token(made.document, made.signer, method=made.issuer.method(made.signer.key_id)).encode()


def _identifier(text: str) -> str:
    """The id of an organisation, where it can be one. Raises Refused."""
    try:
        return str(UUID(text))
    except ValueError as error:
        raise NO_AWARD from error


def _kept(text: str) -> str:
    """An id as it may stand in a database. Raises Refused."""
    if "\0" in text:
        raise NO_AWARD
    return text


def _award_of(rows: Rows, award_id: str) -> tuple[BadgeAward, Badge]:
    award = rows.get(BadgeAward, _kept(award_id))
    badge = rows.get(Badge, award.badge_id) if award is not None else None
    if award is None or badge is None:
        raise NO_AWARD
    return award, badge


def _public_badge(rows: Rows, badge_id: str, level: int) -> Badge:
    badge = rows.get(Badge, _kept(badge_id))
    if badge is None or badge.status is BadgeStatus.PENDING_ICON:
        raise NO_AWARD
    if not 1 <= level <= (len(THRESHOLDS) if badge.badge_kind is BadgeKind.GROW else 1):
        raise NO_AWARD
    return badge


def _username(connection: Connection, org_id: str, user_id: str) -> str:
    query = select(CREDENTIAL.c.username).where(CREDENTIAL.c.org_id == org_id, CREDENTIAL.c.user_id == user_id)
    return str(connection.execute(query).scalar() or "")


def _place_of(unit: Unit, award_id: str) -> int:
    """The award's bit in the list: it follows from the award's id, so that it tells neither when nor to whom.

    After a restore from a backup an award has the same bit again, but for the rare two that had met in one.
    """
    table = ISSUED_CREDENTIAL
    own = table.c.org_id == unit.org_id
    known = unit.connection.execute(select(table.c.place).where(own, table.c.award_id == award_id)).scalar()
    if known is not None:
        return int(known)
    taken = {int(row[0]) for row in unit.connection.execute(select(table.c.place).where(own))}
    if len(taken) >= PLACES:
        raise Refused("list_full", "Your school has given out as many signed badges as one list holds.", 409)
    place = documents.first_place(award_id)
    while place in taken:
        place = (place + 1) % PLACES
    values = {"org_id": unit.org_id, "award_id": award_id, "place": place, "issued_at": unit.now}
    unit.connection.execute(insert(table).values(**values))
    return place


def _revoked_places(connection: Connection, org_id: str) -> frozenset[int]:
    """The bits of all awards that were taken back, also of those of which nobody knows here that they were given out:
    a restore may have forgotten it, and then their credentials would stand for good. A bit that is known to be
    another's is left to it.
    """
    table = ISSUED_CREDENTIAL
    given = connection.execute(select(table.c.award_id, table.c.place).where(table.c.org_id == org_id))
    places = {str(award_id): int(place) for award_id, place in given}
    held = frozenset(places.values())
    gone = [taken.id for taken in Rows(connection, org_id).where(AwardRevocation)]
    forgotten = {documents.first_place(award_id) for award_id in gone if award_id not in places} - held
    return frozenset(places[award_id] for award_id in gone if award_id in places) | forgotten
