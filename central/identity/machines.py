"""Machines of a school: enrolled with a teacher's code, known by a token, revoked at once; displays paired by code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, text, update

from central.asking import fetched
from central.auditing import note
from central.database import Database
from central.identity import secrets
from central.problems import NotSignedIn, Refused
from central.rows import Rows
from central.statements import selecting
from central.sync.effects import follow
from central.sync.standing import Standing
from central.sync.unit import Unit
from central.tables import DEVICE, HEARD, PAIRING
from domain.records.identity import AccessRole, Machine, Member, SchoolClass, Site
from domain.records.ids import derived_id
from domain.records.pairing import Enrolled, KioskCode, KioskStatus, PairingCode

MINUTE = 60 * 1_000_000
# A teacher's code enrols a whole lab during one day; a display's code is read off and typed at once.
ENROL_LIFE = 24 * 60 * MINUTE
KIOSK_LIFE = 15 * MINUTE
# How often the staff's view of a machine is refreshed while nothing else about it changes.
CONTACT_EVERY = 5 * MINUTE

BAD_CODE = Refused("bad_code", "This code is not known or no longer valid. Please ask for a new one.", 403)


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolled machine, as its token shows it."""

    org_id: str
    device_id: str
    site_id: str
    class_id: str | None
    account: str | None
    contact_at: int | None


class Machines:
    """Everything about machines. `now` gives microseconds, `new_id` a new identifier."""

    def __init__(
        self, database: Database, now: Callable[[], int], new_id: Callable[[], str], epoch: Callable[[], str]
    ) -> None:
        self._database = database
        self._now = now
        self._new_id = new_id
        self._epoch = epoch

    # -- tokens

    def device(self, presented: str) -> Device:
        """The machine behind a token. Raises NotSignedIn."""
        org_id = secrets.org_of(presented, "mlcd")
        if org_id is None:
            raise NotSignedIn
        with self._database.reading(org_id) as connection:
            sql = selecting("device", _DEVICE, _BY_TOKEN, connection.dialect.name) + " AND revoked_at IS NULL"
            found = fetched(connection, sql, (org_id, secrets.hashed(presented)))
        if not found:
            raise NotSignedIn
        device_id, site_id, class_id, account, contact_at = found[0]
        return Device(
            org_id=org_id,
            device_id=device_id,
            site_id=site_id,
            class_id=class_id,
            account=account,
            contact_at=contact_at,
        )

    def revoke(self, org_id: str, device_id: str, *, by: str = "administrator") -> None:
        """The machine may do nothing any more, from now on. `by` is who did it, for the audit log."""

        def work(unit: Unit) -> None:
            where = (DEVICE.c.org_id == org_id, DEVICE.c.device_id == device_id)
            unit.connection.execute(update(DEVICE).where(*where).values(revoked_at=self._now()))
            # It sends nothing any more, so nothing of it can be a repeat.
            unit.connection.execute(delete(HEARD).where(HEARD.c.org_id == org_id, HEARD.c.device_id == device_id))
            seen = unit.rows.get(Machine, device_id)
            if seen is not None:
                unit.put(msgspec.structs.replace(seen, revoked_at=self._now()))
            note(unit, by, "machine.revoke", device_id)

        self._unit(org_id, work)

    def end(self, who: Standing, device_id: str) -> None:
        """Staff revoke a machine of their own school, or an administrator one of the organisation; audited.

        Raises Refused for a machine that is not theirs to end. Twice is once.
        """
        with self._database.reading(who.org_id) as connection:
            seen = Rows(connection, who.org_id).get(Machine, device_id)
        theirs = seen is not None and (who.is_admin or seen.site_id == who.site_id)
        if seen is None or not theirs:
            raise Refused("no_machine", "There is no such computer at your school.", 404)
        if seen.revoked_at is None:
            self.revoke(who.org_id, device_id, by=who.account)

    def contact(self, device: Device, waiting: int) -> None:
        """The machine was here; the staff see that anew once five minutes have passed."""
        now = self._now()
        if device.contact_at is not None and now - device.contact_at < CONTACT_EVERY:
            return

        def work(unit: Unit) -> None:
            where = (DEVICE.c.org_id == device.org_id, DEVICE.c.device_id == device.device_id)
            due = (DEVICE.c.contact_at.is_(None)) | (DEVICE.c.contact_at <= now - CONTACT_EVERY)
            if unit.connection.execute(update(DEVICE).where(*where, due).values(contact_at=now)).rowcount == 0:
                return
            seen = unit.rows.get(Machine, device.device_id)
            if seen is not None:
                unit.put(msgspec.structs.replace(seen, last_contact_at=now, waiting=waiting))

        self._unit(device.org_id, work)

    def was_cloned(self, device: Device) -> None:
        """Two disks use this machine's mirror: noted, so that the staff can enrol one of them anew."""

        def work(connection: Connection) -> None:
            where = (DEVICE.c.org_id == device.org_id, DEVICE.c.device_id == device.device_id)
            connection.execute(update(DEVICE).where(*where).values(cloned_at=self._now()))

        self._database.write(device.org_id, work, beside=True)

    def _unit(self, org_id: str, work: Callable[[Unit], Any]) -> None:
        def inside(connection: Connection) -> None:
            unit = Unit(connection, org_id, self._now())
            work(unit)
            follow(unit)
            unit.ledger.settle()

        self._database.write(org_id, inside)

    # -- who may be on it

    def grant(self, device: Device, user_id: str) -> None:
        """Somebody signed in on this machine: from now on it may sync their account."""
        row = {
            "org_id": device.org_id,
            "device_id": device.device_id,
            "user_id": user_id,
            "granted_at": self._now(),
        }
        self._database.write(device.org_id, lambda connection: connection.execute(_GRANT, row), beside=True)

    def has_grant(self, connection: Connection, device: Device, user_id: str) -> bool:
        """Whether this person has signed in on this machine."""
        sql = selecting("device_grant", ("granted_at",), _OF_PERSON, connection.dialect.name)
        return bool(fetched(connection, sql, (device.org_id, device.device_id, user_id)))

    # -- lab machines

    def enrol_code(self, org_id: str, site_id: str) -> PairingCode:
        """A code that enrols machines of this school for a day. Raises Refused for an unknown school."""
        with self._database.reading(org_id) as connection:
            if Rows(connection, org_id).get(Site, site_id) is None:
                raise Refused("no_site", "There is no such school.", 404)
        code, expires_at = secrets.code(), self._now() + ENROL_LIFE
        row = _pairing(code, "machine", expires_at) | {"org_id": org_id, "site_id": site_id}
        self._pair(lambda connection: connection.execute(insert(PAIRING).values(row)))
        return PairingCode(code, expires_at)

    def enrol(self, code: str, machine_name: str) -> Enrolled:
        """Make a machine one of the school's. Raises Refused for a code that is unknown or over."""
        found = self._pairing(code, "machine")
        name = machine_name.strip()[:60] or "Classroom computer"
        device_id, token = self._new_id(), secrets.token("mlcd", found.org_id)
        school = ""

        def work(unit: Unit) -> None:
            nonlocal school
            site = unit.rows.get(Site, found.site_id)
            school = site.site_name if site else ""
            unit.connection.execute(insert(DEVICE).values(self._device_row(found, device_id, token, "lab")))
            unit.put(self._machine(found, device_id, name, "lab", None))

        self._unit(found.org_id, work)
        return Enrolled(token, device_id, found.org_id, found.site_id, self._epoch(), school, name)

    def _device_row(self, found: _Pairing, device_id: str, token: str, purpose: str) -> dict[str, Any]:
        return {
            "org_id": found.org_id,
            "device_id": device_id,
            "site_id": found.site_id,
            "purpose": purpose,
            "token_hash": secrets.hashed(token),
            "enrolled_at": self._now(),
        }

    def _machine(self, found: _Pairing, device_id: str, name: str, purpose: str, class_id: str | None) -> Machine:
        return Machine(
            org_id=found.org_id,
            id=device_id,
            site_id=found.site_id,
            machine_name=name,
            purpose=purpose,
            class_id=class_id,
            last_contact_at=self._now(),
        )

    # -- displays

    def kiosk_code(self, machine_name: str) -> KioskCode:
        """A code for a display to show, and the token with which it asks whether it was claimed."""
        code, expires_at = secrets.code(), self._now() + KIOSK_LIFE
        poll = secrets.poll_token()
        row = _pairing(code, "kiosk", expires_at) | {
            "poll_hash": secrets.hashed(poll),
            "machine_name": machine_name.strip()[:60] or "Classroom display",
        }
        self._pair(lambda connection: connection.execute(insert(PAIRING).values(row)))
        return KioskCode(code, poll, expires_at)

    def claim(self, org_id: str, class_id: str, code: str) -> None:
        """A teacher gives the display that shows the code to a class. Raises Refused."""
        found = self._pairing(code, "kiosk")
        if found.org_id:
            raise BAD_CODE
        device_id, account = self._new_id(), derived_id("kiosk", class_id)

        def work(unit: Unit) -> str:
            klass = unit.rows.get(SchoolClass, class_id)
            if klass is None:
                raise Refused("no_class", "There is no such class.", 404)
            here = msgspec.structs.replace(found, org_id=org_id, site_id=klass.site_id)
            row = self._device_row(here, device_id, secrets.token("mlcd", org_id), "display")
            unit.connection.execute(insert(DEVICE).values(row | {"class_id": class_id, "account": account}))
            unit.put(_kiosk_member(klass, account))
            unit.put(self._machine(here, device_id, found.machine_name, "display", class_id))
            unit.connection.execute(
                update(PAIRING)
                .where(PAIRING.c.code_hash == secrets.hashed(secrets.normal_code(code)))
                .values(org_id=org_id, site_id=klass.site_id, device_id=device_id)
            )
            return klass.site_id

        self._unit(org_id, work)

    def kiosk_status(self, poll: str) -> KioskStatus:
        """What became of a display's code. Once claimed, each answer carries a new token: a lost answer costs nothing.

        Raises Refused once the code is over.
        """
        found = self._by_poll(poll)
        if found is None:
            raise BAD_CODE
        if not found.org_id or found.device_id is None:
            return KioskStatus(False)
        token = secrets.token("mlcd", found.org_id)
        where = (DEVICE.c.org_id == found.org_id, DEVICE.c.device_id == found.device_id)

        def work(connection: Connection) -> tuple[str, str, str]:
            connection.execute(update(DEVICE).where(*where).values(token_hash=secrets.hashed(token)))
            account, class_id = connection.execute(select(DEVICE.c.account, DEVICE.c.class_id).where(*where)).one()
            klass = Rows(connection, found.org_id).get(SchoolClass, class_id)
            return account, class_id, klass.class_name if klass else ""

        account, class_id, name = self._database.write(found.org_id, work, beside=True)
        return KioskStatus(
            True, token, found.device_id, found.org_id, found.site_id, class_id, account, name, self._epoch()
        )

    # -- codes

    def _pair(self, work: Callable[[Connection], Any]) -> None:
        def inside(connection: Connection) -> None:
            connection.execute(delete(PAIRING).where(PAIRING.c.expires_at < self._now()))
            work(connection)

        self._database.write("", inside, beside=True)

    def _pairing(self, code: str, purpose: str) -> _Pairing:
        wanted = PAIRING.c.code_hash == secrets.hashed(secrets.normal_code(code))
        with self._database.reading("") as connection:
            row = connection.execute(
                _PAIRINGS.where(wanted, PAIRING.c.purpose == purpose, PAIRING.c.expires_at >= self._now())
            ).first()
        if row is None:
            raise BAD_CODE
        return _Pairing(row[0] or "", row[1] or "", row[2], row[3])

    def _by_poll(self, poll: str) -> _Pairing | None:
        with self._database.reading("") as connection:
            row = connection.execute(
                _PAIRINGS.where(PAIRING.c.poll_hash == secrets.hashed(poll), PAIRING.c.expires_at >= self._now())
            ).first()
        return None if row is None else _Pairing(row[0] or "", row[1] or "", row[2], row[3])


class _Pairing(msgspec.Struct, frozen=True):
    org_id: str
    site_id: str
    device_id: str | None
    machine_name: str


def _pairing(code: str, purpose: str, expires_at: int) -> dict[str, Any]:
    return {
        "code_hash": secrets.hashed(secrets.normal_code(code)),
        "purpose": purpose,
        "machine_name": "",
        "expires_at": expires_at,
    }


def _kiosk_member(klass: SchoolClass, account: str) -> Member:
    return Member(
        org_id=klass.org_id, id=account, role=AccessRole.KIOSK, display_name=klass.class_name, site_id=klass.site_id
    )


_DEVICE = ("device_id", "site_id", "class_id", "account", "contact_at")
_BY_TOKEN = (("token_hash", False),)
_OF_PERSON = (("device_id", False), ("user_id", False))
_PAIRINGS = select(PAIRING.c.org_id, PAIRING.c.site_id, PAIRING.c.device_id, PAIRING.c.machine_name)
_GRANT = text(
    "INSERT INTO device_grant (org_id, device_id, user_id, granted_at) "
    "VALUES (:org_id, :device_id, :user_id, :granted_at) "
    "ON CONFLICT (org_id, device_id, user_id) DO UPDATE SET granted_at = excluded.granted_at"
)
