"""What this mirror knows of the rules around a student: the centre decides, the screen tells it, offline too."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from app.store.mirror import rows
from app.store.readings import Account
from domain.community.limits import Limits
from domain.community.sharing import starting_scope
from domain.records.community import AchievementType, ClassPolicy, Scope, SharingPolicy, SharingPreferences
from local_schema.columns import record_of

_POLICIES = (
    "SELECT p.* FROM class_policy AS p JOIN class_enrollment AS e ON e.class_id = p.id "
    "WHERE e.student_id = ? AND e.present"
)


def organisation_policy(connection: Connection) -> SharingPolicy | None:
    """The organisation's rules; None where it has made none."""
    found = rows(connection, "SELECT * FROM sharing_policy")
    return record_of(SharingPolicy, found[0]) if found else None


def class_policies(connection: Connection, student_id: str) -> list[ClassPolicy]:
    """The rules of the classes that a student is in, as far as this mirror holds them."""
    return [record_of(ClassPolicy, row) for row in rows(connection, _POLICIES, student_id)]


def limits_of(connection: Connection, student_id: str) -> Limits:
    """Everything that narrows what a student shares."""
    overrides = rows(connection, "SELECT scope FROM sharing_override WHERE student_id = ?", student_id)
    guardians = rows(connection, "SELECT scope FROM guardian_limit WHERE student_id = ?", student_id)
    policies, organisation = class_policies(connection, student_id), organisation_policy(connection)
    every = frozenset(AchievementType)
    return Limits(
        classes=tuple(policy.sharing_enabled for policy in policies),
        overrides=tuple(Scope(row["scope"]) if row["scope"] else None for row in overrides),
        guardians=tuple(Scope(row["scope"]) if row["scope"] else None for row in guardians),
        organisation=organisation.most_scope if organisation is not None else None,
        off_in_class=frozenset(kind for kind in every if any(kind not in p.allowed_types for p in policies)),
        off_everywhere=every - set(organisation.allowed_types if organisation is not None else every),
    )


def preferences_in(connection: Connection, account: Account) -> SharingPreferences:
    """The settings of an account; where it has none yet, what its classes or the organisation begin with.

    Nothing is shared by itself, and nobody stands on boards, before they say so (decision 4).
    """
    found = rows(connection, "SELECT * FROM sharing_preferences WHERE id = ?", account.user_id)
    if found:
        return record_of(SharingPreferences, found[0])
    first = starting_scope(None, class_policies(connection, account.user_id), organisation_policy(connection))
    return msgspec.structs.replace(SharingPreferences(org_id=account.org_id, id=account.user_id), default_scope=first)
