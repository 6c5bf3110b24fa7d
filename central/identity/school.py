"""The school's own administration: organisations, schools, people, classes, enrolment, secrets, tiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec
from argon2 import PasswordHasher
from sqlalchemy import Connection, select, text

from central.database import Database
from central.identity import secrets
from central.problems import Refused
from central.sync.effects import follow
from central.sync.standing import STAFF
from central.sync.unit import Unit
from central.tables import CREDENTIAL
from domain.records import Record
from domain.records.community import ClassPolicy
from domain.records.identity import (
    AccessRole,
    ClassEnrollment,
    GuardianLink,
    Member,
    MemberStatus,
    Organization,
    RosterName,
    SchoolClass,
    SignInTile,
    Site,
)
from domain.records.ids import derived_id

T = TypeVar("T")
# Decision 5.
_USERNAME = re.compile(r"^[\w.@-]{3,30}$")


class NewPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to be added. `secret` is a PIN or password; `class_ids` for students."""

    role: AccessRole
    display_name: str
    username: str
    secret: str
    avatar: str = "note"
    given_name: str = ""
    family_name: str = ""
    class_ids: tuple[str, ...] = ()
    user_id: str | None = None


class School:
    """What an administrator does. Everything goes through the same audiences and buckets as a push."""

    def __init__(
        self, database: Database, now: Callable[[], int], new_id: Callable[[], str], hasher: PasswordHasher
    ) -> None:
        self._database = database
        self._now = now
        self._new_id = new_id
        self._hasher = hasher

    def within(self, org_id: str, work: Callable[[Unit], T]) -> T:
        """Do some work in one transaction of the organisation, with everything that follows from it."""

        def inside(connection: Connection) -> T:
            unit = Unit(connection, org_id, self._now())
            result = work(unit)
            follow(unit)
            unit.ledger.settle()
            return result

        return self._database.write(org_id, inside)

    def looking(self, org_id: str, work: Callable[[Unit], T]) -> T:
        """Answer from one moment of the organisation; nothing is written."""
        with self._database.reading(org_id) as connection:
            return work(Unit(connection, org_id, self._now()))

    def put(self, *records: Record) -> None:
        """The centre's own version of some documents of one organisation: badges, skill roles, policies …"""
        if records:
            self.within(records[0].org_id, lambda unit: [unit.put(record) for record in records])

    def create_org(self, org_name: str, *, org_type: str = "ensemble", time_zone: str = "UTC") -> Organization:
        """A new organisation."""
        made_id = self._new_id()
        made = Organization(org_id=made_id, id=made_id, org_name=org_name, org_type=org_type, time_zone=time_zone)
        self.put(made)
        return made

    def create_site(self, org_id: str, site_name: str) -> Site:
        """A new school of an organisation."""
        made = Site(org_id=org_id, id=self._new_id(), site_name=site_name)
        self.put(made)
        return made

    def create_class(
        self, org_id: str, site_id: str, teacher_id: str, class_name: str, *, policy: ClassPolicy | None = None
    ) -> SchoolClass:
        """A new class of a teacher, with its rules for sharing."""
        made = SchoolClass(
            org_id=org_id, id=self._new_id(), site_id=site_id, teacher_id=teacher_id, class_name=class_name
        )
        rules = policy or ClassPolicy(org_id=org_id, id=made.id)
        self.put(made, msgspec.structs.replace(rules, org_id=org_id, id=made.id))
        return made

    def add_people(self, org_id: str, site_id: str, people: Sequence[NewPerson]) -> list[Member]:
        """New members of a school. Raises Refused for a user name that is taken or cannot be one."""
        prepared = [(person, _checked(person), secrets.secret_hash(person.secret, self._hasher)) for person in people]

        def work(unit: Unit) -> list[Member]:
            return [self._add(unit, site_id, person, username, hashed) for person, username, hashed in prepared]

        return self.within(org_id, work)

    def _add(self, unit: Unit, site_id: str, person: NewPerson, username: str, hashed: str) -> Member:
        taken = select(CREDENTIAL.c.user_id).where(
            CREDENTIAL.c.org_id == unit.org_id, CREDENTIAL.c.username_key == username.lower()
        )
        if unit.connection.execute(taken).first() is not None:
            raise Refused("username_taken", f"The user name {username} is taken in this organisation.", 422)
        member = Member(
            org_id=unit.org_id,
            id=person.user_id or self._new_id(),
            role=person.role,
            display_name=person.display_name,
            avatar=person.avatar,
            site_id=site_id,
        )
        unit.put(member)
        self._enrol(unit, member.id, person.class_ids)
        if person.given_name or person.family_name:
            unit.put(
                RosterName(
                    org_id=unit.org_id, id=member.id, given_name=person.given_name, family_name=person.family_name
                )
            )
        _set_secret(unit, member.id, username, hashed)
        self._tile(unit, member.id)
        return member

    def enrol(self, org_id: str, student_id: str, class_ids: Iterable[str]) -> None:
        """Put a student into classes."""

        def work(unit: Unit) -> None:
            self._enrol(unit, student_id, class_ids)
            self._tile(unit, student_id)

        self.within(org_id, work)

    def leave(self, org_id: str, student_id: str, class_id: str) -> None:
        """Take a student out of a class: what its people saw of them leaves their mirrors."""

        def work(unit: Unit) -> None:
            found = unit.rows.get(ClassEnrollment, derived_id("enrolment", class_id, student_id))
            if found is not None:
                unit.put(msgspec.structs.replace(found, present=False))
            self._tile(unit, student_id)

        self.within(org_id, work)

    def _enrol(self, unit: Unit, student_id: str, class_ids: Iterable[str]) -> None:
        for class_id in class_ids:
            unit.put(
                ClassEnrollment(
                    org_id=unit.org_id,
                    id=derived_id("enrolment", class_id, student_id),
                    class_id=class_id,
                    student_id=student_id,
                    enrolled_at=unit.now,
                )
            )

    def link_guardian(self, org_id: str, guardian_id: str, student_id: str) -> None:
        """A guardian of a student, verified by the school now."""
        self.put(
            GuardianLink(
                org_id=org_id,
                id=derived_id("guardian", guardian_id, student_id),
                guardian_id=guardian_id,
                student_id=student_id,
                verified_at=self._now(),
            )
        )

    def set_secret(self, org_id: str, user_id: str, secret: str) -> None:
        """A new PIN or password; enrolled machines get it with their next sync."""
        hashed = secrets.secret_hash(secret, self._hasher)

        def work(unit: Unit) -> None:
            row = unit.connection.execute(
                select(CREDENTIAL.c.username).where(CREDENTIAL.c.org_id == org_id, CREDENTIAL.c.user_id == user_id)
            ).first()
            if row is None:
                raise Refused("no_person", "There is no such person.", 404)
            _set_secret(unit, user_id, row[0], hashed)
            self._tile(unit, user_id)

        self.within(org_id, work)

    def set_status(self, org_id: str, user_id: str, status: MemberStatus) -> None:
        """Suspend, archive or bring back a person."""

        def work(unit: Unit) -> None:
            found = unit.rows.get(Member, user_id)
            if found is None:
                raise Refused("no_person", "There is no such person.", 404)
            left_at = (found.left_at or unit.now) if status is MemberStatus.ARCHIVED else None
            unit.put(msgspec.structs.replace(found, status=status, left_at=left_at))
            self._tile(unit, user_id)

        self.within(org_id, work)

    def _tile(self, unit: Unit, user_id: str) -> None:
        """What lab machines show and check for this person, made anew from what is known."""
        member = unit.rows.get(Member, user_id)
        if member is None or member.site_id is None or not _signs_in(member.role):
            return
        query = select(CREDENTIAL.c.secret_hash).where(
            CREDENTIAL.c.org_id == unit.org_id, CREDENTIAL.c.user_id == user_id
        )
        verifier = unit.connection.execute(query).scalar()
        if verifier is not None:
            unit.put(_tile_of(member, verifier, _classes(unit, user_id)))


def _checked(person: NewPerson) -> str:
    username = person.username.strip()
    if not _USERNAME.match(username):
        raise Refused("bad_username", f"{username!r} can't be a user name: 3 to 30 letters, digits or . _ - @", 422)
    return username


def _signs_in(role: AccessRole) -> bool:
    return role in STAFF | {AccessRole.STUDENT, AccessRole.GENERIC_STUDENT}


def _classes(unit: Unit, user_id: str) -> list[tuple[str, str]]:
    enrolled = unit.rows.where(ClassEnrollment, student_id=user_id, present=True)
    found = unit.rows.where(SchoolClass, id=[e.class_id for e in enrolled], status="active")
    return sorted((klass.id, klass.class_name) for klass in found)


def _tile_of(member: Member, verifier: str, classes: list[tuple[str, str]]) -> SignInTile:
    return SignInTile(
        org_id=member.org_id,
        id=member.id,
        role=member.role,
        display_name=member.display_name,
        avatar=member.avatar,
        site_id=member.site_id or "",
        classes=classes,
        verifier=verifier,
        status=member.status,
    )


def _set_secret(unit: Unit, user_id: str, username: str, hashed: str) -> None:
    unit.connection.execute(
        _SECRET,
        {
            "org": unit.org_id,
            "user": user_id,
            "name": username,
            "key": username.lower(),
            "hash": hashed,
            "at": unit.now,
        },
    )


_SECRET = text(
    "INSERT INTO credential (org_id, user_id, username, username_key, secret_hash, changed_at) "
    "VALUES (:org, :user, :name, :key, :hash, :at) "
    "ON CONFLICT (org_id, user_id) DO UPDATE SET secret_hash = excluded.secret_hash, changed_at = excluded.changed_at"
)
