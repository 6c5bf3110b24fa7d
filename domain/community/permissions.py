"""Who may do what with achievements and shares: the permissions of the document as data, one row for each sentence.

The rows say what a role may do and how far; whether an item is visible at all is `visibility`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from domain.records.identity import AccessRole


class Act(StrEnum):
    """What can be done."""

    SHARE = "share"
    UNSHARE = "unshare"
    SET_PREFERENCES = "set_preferences"
    EDIT_PROFILE = "edit_profile"
    ARRANGE_SHOWCASE = "arrange_showcase"
    LIKE = "like"
    CELEBRATE = "celebrate"
    COMMENT = "comment"
    BOOKMARK = "bookmark"
    REPORT = "report"
    BLOCK = "block"
    SHOW = "show"
    VIEW = "view"
    OVERSEE = "oversee"
    APPROVE = "approve"
    HIDE = "hide"
    REMOVE = "remove"
    WITHDRAW = "withdraw"
    MUTE = "mute"
    SET_CLASS_POLICY = "set_class_policy"
    OVERRIDE_STUDENT = "override_student"
    SET_FAMILY_LIMIT = "set_family_limit"
    HIGHLIGHT = "highlight"
    SET_GLOBAL_POLICY = "set_global_policy"
    WRITE_GUIDELINES = "write_guidelines"
    MANAGE_BADGES = "manage_badges"
    RECOGNISE = "recognise"
    ANALYTICS = "analytics"
    EXPORT_BADGE = "export_badge"


class Reach(StrEnum):
    """Whose things: one's own, what one sees, one's children's, one's classes', one's organisation's, everybody's."""

    OWN = "own"
    SEEN = "seen"
    CHILD = "child"
    CLASS = "class"
    ORG = "org"
    ALL = "all"


class Permission(msgspec.Struct, frozen=True):
    """One row: a role may do an act within a reach, because of a sentence of the document."""

    role: AccessRole
    act: Act
    reach: Reach
    source: str


_S: Final = "Student Permissions"
_T: Final = "Teacher Permissions"
_P: Final = "Parent Permissions"
_A: Final = "System Administrator Permissions"


def _rows(role: AccessRole, source: str, reach: Reach, *acts: Act) -> tuple[Permission, ...]:
    return tuple(Permission(role, act, reach, source) for act in acts)


def _teaching(role: AccessRole, reach: Reach) -> tuple[Permission, ...]:
    """What teaching staff may do, for their classes or, as administrators of a school, for all of them."""
    return (
        *_rows(role, f"{_T}: View", reach, Act.VIEW, Act.OVERSEE),
        *_rows(role, f"{_T}: Moderate", reach, Act.APPROVE, Act.HIDE, Act.REMOVE, Act.MUTE),
        *_rows(role, f"{_T}: Configure", reach, Act.SET_CLASS_POLICY),
        *_rows(role, f"{_T}: Highlight", reach, Act.HIGHLIGHT),
        *_rows(role, f"{_T}: Override", reach, Act.OVERRIDE_STUDENT),
        *_rows(role, "badge plan: recognition by hand", reach, Act.RECOGNISE),
        *_rows(role, f"{_T}: View", Reach.SEEN, Act.REPORT),
    )


MATRIX: Final[tuple[Permission, ...]] = (
    *_rows(AccessRole.STUDENT, f"{_S}: Share", Reach.OWN, Act.SHARE, Act.UNSHARE, Act.EXPORT_BADGE, Act.VIEW),
    *_rows(AccessRole.STUDENT, f"{_S}: Configure", Reach.OWN, Act.SET_PREFERENCES),
    *_rows(
        AccessRole.STUDENT, f"{_S}: Engage", Reach.SEEN, Act.VIEW, Act.LIKE, Act.CELEBRATE, Act.COMMENT, Act.BOOKMARK
    ),
    *_rows(AccessRole.STUDENT, f"{_S}: Engage", Reach.OWN, Act.COMMENT),
    *_rows(AccessRole.STUDENT, "Engagement Interface: Share and bookmark functionality", Reach.SEEN, Act.SHOW),
    *_rows(AccessRole.TEACHER, "Engagement Interface: Share and bookmark functionality", Reach.SEEN, Act.SHOW),
    *_rows(AccessRole.STUDENT, f"{_S}: Profile", Reach.OWN, Act.EDIT_PROFILE),
    *_rows(AccessRole.STUDENT, "Manual Sharing Options: custom showcases", Reach.OWN, Act.ARRANGE_SHOWCASE),
    *_rows(AccessRole.STUDENT, f"{_S}: Moderate", Reach.SEEN, Act.REPORT, Act.BLOCK),
    *_teaching(AccessRole.TEACHER, Reach.CLASS),
    *_rows(
        AccessRole.TEACHER, "Liking and Celebrating", Reach.SEEN, Act.LIKE, Act.CELEBRATE, Act.COMMENT, Act.BOOKMARK
    ),
    *_teaching(AccessRole.TEACHER_ADMIN, Reach.ORG),
    *_rows(AccessRole.TEACHER_ADMIN, "Liking and Celebrating", Reach.SEEN, Act.LIKE, Act.CELEBRATE, Act.COMMENT),
    *_rows(AccessRole.TEACHER_ADMIN, f"{_A}: Analytics", Reach.ORG, Act.ANALYTICS),
    *_teaching(AccessRole.SUBSCRIBER_ADMIN, Reach.ORG),
    *_rows(AccessRole.SUBSCRIBER_ADMIN, f"{_A}: Analytics", Reach.ORG, Act.ANALYTICS),
    *_rows(AccessRole.SUBSCRIBER_ADMIN, f"{_A}: Configure", Reach.ORG, Act.SET_GLOBAL_POLICY, Act.WRITE_GUIDELINES),
    *_rows(AccessRole.SUBSCRIBER_ADMIN, "badge plan: phase 3", Reach.ORG, Act.MANAGE_BADGES),
    *_rows(AccessRole.GUARDIAN, f"{_P}: View", Reach.CHILD, Act.VIEW),
    *_rows(AccessRole.GUARDIAN, f"{_P}: Configure", Reach.CHILD, Act.SET_FAMILY_LIMIT),
    *_rows(AccessRole.GUARDIAN, f"{_P}: Celebrate", Reach.CHILD, Act.LIKE, Act.CELEBRATE, Act.COMMENT),
    *_rows(AccessRole.GUARDIAN, f"{_P}: Moderate", Reach.CHILD, Act.WITHDRAW, Act.REPORT),
    *_rows(AccessRole.SYSTEM_ADMIN, f"{_A}: Full Access", Reach.ALL, Act.OVERSEE),
    *_rows(AccessRole.SYSTEM_ADMIN, f"{_A}: Moderate", Reach.ALL, Act.APPROVE, Act.HIDE, Act.REMOVE, Act.MUTE),
    *_rows(AccessRole.SYSTEM_ADMIN, f"{_A}: Configure", Reach.ALL, Act.SET_GLOBAL_POLICY, Act.WRITE_GUIDELINES),
    *_rows(AccessRole.SYSTEM_ADMIN, "badge plan: phase 3", Reach.ALL, Act.MANAGE_BADGES),
    *_rows(AccessRole.SYSTEM_ADMIN, f"{_A}: Analytics", Reach.ALL, Act.ANALYTICS),
    *_rows(AccessRole.SYSTEM_ADMIN, f"{_A}: Manage", Reach.ALL, Act.HIGHLIGHT),
    *_rows(AccessRole.KIOSK, "displays show what the room may see", Reach.SEEN, Act.VIEW),
)

_BY_ROLE: Final[dict[tuple[AccessRole, Act], frozenset[Reach]]] = {
    (role, act): frozenset(row.reach for row in MATRIX if row.role is role and row.act is act)
    for role in AccessRole
    for act in Act
}


def reaches(role: AccessRole, act: Act) -> frozenset[Reach]:
    """How far a role may do something; empty where it may not. Shared logins and machines may do nothing here."""
    return _BY_ROLE[role, act]


def allowed(role: AccessRole, act: Act, standing: frozenset[Reach] | set[Reach]) -> bool:
    """Whether a role may do something to an item that stands to it in these ways (own, seen, child, class, org).

    Everything stands in the reach `all`.
    """
    return bool(reaches(role, act) & ({Reach.ALL} | standing))
