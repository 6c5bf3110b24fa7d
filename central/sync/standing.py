"""On whose behalf a machine speaks: the account's role, its people, and the buckets that it may read."""

from __future__ import annotations

import msgspec

from central.rows import Rows
from central.sync.known import KnownRows
from domain.records import buckets
from domain.records.identity import AccessRole, ClassEnrollment, Member, MemberStatus

# The account of a machine's own mirror, before anybody signs in.
MACHINE = "machine"
ADMINS = frozenset({AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN})
STAFF = ADMINS | {AccessRole.TEACHER}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An account as the rules of writing and reading see it. `taught` is every class for an administrator."""

    org_id: str
    account: str
    role: AccessRole
    site_id: str | None = None
    classes: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    kiosk_class: str | None = None
    # Students who have blocked this one, or whom this one has blocked.
    blocked: frozenset[str] = frozenset()

    @property
    def is_admin(self) -> bool:
        """Whether the account administers the organisation."""
        return self.role in ADMINS

    def buckets(self) -> tuple[str, ...]:
        """Every bucket that the account may read, in the order of their names."""
        return tuple(sorted({*self._shared(), *self._personal()}))

    def _shared(self) -> list[str]:
        names = [buckets.CATALOGUE, buckets.org(self.org_id)]
        if self.role is AccessRole.MACHINE and self.site_id:
            names.append(buckets.room(self.site_id))
        if self.role in STAFF | {AccessRole.STUDENT, AccessRole.GENERIC_STUDENT} and self.site_id:
            names.append(buckets.school(self.site_id))
        if self.kiosk_class:
            names.append(buckets.kiosk(self.kiosk_class))
        return names

    def _personal(self) -> list[str]:
        if self.role in (AccessRole.MACHINE, AccessRole.KIOSK):
            return []
        names = [buckets.user(self.account), *(buckets.family(child) for child in self.children)]
        names += [buckets.of_class(class_id) for class_id in (*self.classes, *self.taught)]
        return names + [buckets.staff(class_id) for class_id in self.taught]


def machine_standing(org_id: str, site_id: str) -> Standing:
    """The standing of a lab machine's own mirror."""
    return Standing(org_id=org_id, account=MACHINE, role=AccessRole.MACHINE, site_id=site_id)


def kiosk_standing(org_id: str, account: str, class_id: str) -> Standing:
    """The standing of a display of a class."""
    return Standing(org_id=org_id, account=account, role=AccessRole.KIOSK, kiosk_class=class_id)


def standing_of(rows: Rows, known: KnownRows, account: str) -> Standing | None:
    """The standing of a person; None for somebody unknown, suspended or archived."""
    member = rows.get(Member, account)
    if member is None or member.status is not MemberStatus.ACTIVE:
        return None
    enrolled = rows.where(ClassEnrollment, student_id=account, present=True)
    return Standing(
        org_id=member.org_id,
        account=account,
        role=member.role,
        site_id=member.site_id,
        classes=tuple(sorted(found.class_id for found in enrolled)),
        taught=_taught(known, member),
        children=known.guarded(account) if member.role is AccessRole.GUARDIAN else (),
        blocked=known.blocked(account) if member.role is AccessRole.STUDENT else frozenset(),
    )


def _taught(known: KnownRows, member: Member) -> tuple[str, ...]:
    if member.role not in STAFF:
        return ()
    return known.all_classes() if member.role in ADMINS else known.taught(member.id)
