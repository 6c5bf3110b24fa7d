"""Who there is: organisations, sites, members, classes, families, machines (Identity & Access, Profiles)."""

from __future__ import annotations

from enum import StrEnum

from domain.records.record import Record


class AccessRole(StrEnum):
    """What an account may do. A skill role (Pianist, Ear trainer …) is another thing: `achievements.SkillRole`."""

    STUDENT = "student"
    GENERIC_STUDENT = "generic_student"
    TEACHER = "teacher"
    TEACHER_ADMIN = "teacher_admin"
    SUBSCRIBER_ADMIN = "subscriber_admin"
    GUARDIAN = "parent"
    SYSTEM_ADMIN = "system_admin"
    KIOSK = "kiosk"
    MACHINE = "machine"


class MemberStatus(StrEnum):
    """Archived instead of deleted (data model, Soft Deletes)."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"


class Organization(Record, frozen=True, kw_only=True):
    """A school, studio or district. `time_zone` is an IANA name; `community_opt_in` opens the pseudonymous boards."""

    org_name: str
    org_type: str = "ensemble"
    status: str = "active"
    time_zone: str = "UTC"
    community_opt_in: bool = False
    # When the subscription ended (microseconds).
    ended_at: int | None = None


class Site(Record, frozen=True, kw_only=True):
    """A school inside an organisation. `regions` is the list from which its students may pick one for their profile."""

    site_name: str
    regions: tuple[str, ...] = ()


class Member(Record, frozen=True, kw_only=True):
    """A person as others may see them: a handle and a picture, never a roster name. `id` is the user_id."""

    role: AccessRole
    display_name: str
    avatar: str = "note"
    site_id: str | None = None
    status: MemberStatus = MemberStatus.ACTIVE
    age_band: str | None = None
    # When they left the school (microseconds): thirteen months later everything of theirs is deleted (decision 13).
    left_at: int | None = None


class RosterName(Record, frozen=True, kw_only=True):
    """The name in the school's register, for the staff of the class only. `id` is the user_id."""

    given_name: str
    family_name: str


class SchoolClass(Record, frozen=True, kw_only=True):
    """The data model's Class."""

    site_id: str
    teacher_id: str
    class_name: str
    grade_level: str | None = None
    is_generic: bool = False
    max_students: int | None = None
    status: str = "active"


class ClassEnrollment(Record, frozen=True, kw_only=True):
    """Who is in which class. `id` is derived from both, so enrolling twice is one row."""

    class_id: str
    student_id: str
    enrolled_at: int
    present: bool = True


class SignInTile(Record, frozen=True, kw_only=True):
    """What a lab machine shows and checks when somebody signs in with no network. `id` is the user_id.

    `verifier` is the argon2id hash of the PIN or password. It reaches enrolled machines only, inside their encrypted
    machine mirror. `classes` are (class_id, class_name) pairs, empty for staff.
    """

    role: AccessRole
    display_name: str
    avatar: str
    site_id: str
    classes: list[tuple[str, str]]
    verifier: str
    status: MemberStatus = MemberStatus.ACTIVE


class GuardianLink(Record, frozen=True, kw_only=True):
    """A guardian of a student, verified by the school."""

    guardian_id: str
    student_id: str
    verified_at: int | None = None
    present: bool = True


class ConsentRecord(Record, frozen=True, kw_only=True):
    """What a guardian agreed to or withdrew. Append-only."""

    guardian_id: str
    student_id: str
    subject: str
    granted: bool
    at: int


class Machine(Record, frozen=True, kw_only=True):
    """A lab computer or a display, as the staff of its room sees it."""

    site_id: str
    machine_name: str
    purpose: str = "lab"
    class_id: str | None = None
    last_contact_at: int | None = None
    waiting: int = 0
    revoked_at: int | None = None
