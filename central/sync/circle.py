"""Who stands around a student: classes with their rules, adults with their limits. Read once, asked often."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from domain.community.visibility import effective_scope
from domain.records.community import ClassPolicy, Scope, SharingPolicy
from domain.records.identity import AccessRole, MemberStatus


class ClassSide(msgspec.Struct, frozen=True, kw_only=True):
    """A class that a student is in, and what it allows."""

    class_id: str
    site_id: str
    teacher_id: str
    policy: ClassPolicy


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """A person with their classes, and what adults decided about sharing."""

    user_id: str
    role: AccessRole = AccessRole.STUDENT
    site_id: str | None = None
    status: MemberStatus = MemberStatus.ACTIVE
    classes: tuple[ClassSide, ...] = ()
    overrides: tuple[Scope, ...] = ()
    limits: tuple[Scope, ...] = ()
    # What the organisation has decided for all of its schools; None where it has not.
    organisation: SharingPolicy | None = None
    # The student agreed to be on boards (decision 4: off at first).
    boards: bool = False

    def reaching(self, wish: Scope, classes: Iterable[ClassSide] | None = None) -> Scope:
        """How far something of this wish reaches through some of the classes; through all where none are named."""
        sides = self.classes if classes is None else classes
        return effective_scope(
            wish,
            class_sharing=[side.policy.sharing_enabled for side in sides],
            overrides=self.overrides,
            limits=self.limits,
            organisation=self.organisation.most_scope if self.organisation is not None else None,
        )
