"""Everything that keeps a student's things from going further than adults want, as one value."""

from __future__ import annotations

from typing import Final

import msgspec

from domain.community.audience import narrowed_because, selectable
from domain.community.visibility import SCOPES, at_least, effective_scope, narrowest
from domain.music.say import Say, say
from domain.records.community import AchievementType, Scope

_NO_TYPES: Final[frozenset[AchievementType]] = frozenset()


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the adults around a student allow. The strictest wins.

    `classes` says for each class whether it shares, `overrides` and `guardians` hold one scope for each adult (None:
    nothing said), `organisation` that of all schools. What a class or the organisation has switched off stays in the
    family.
    """

    classes: tuple[bool, ...] = ()
    overrides: tuple[Scope | None, ...] = ()
    guardians: tuple[Scope | None, ...] = ()
    organisation: Scope | None = None
    off_in_class: frozenset[AchievementType] = _NO_TYPES
    off_everywhere: frozenset[AchievementType] = _NO_TYPES

    def effective(self, scope: Scope, kind: AchievementType | None = None) -> Scope:
        """How far something of this wish reaches; `kind` where it is an achievement."""
        most = Scope.FAMILY if self._is_off(kind) else Scope.PUBLIC
        wide = effective_scope(
            scope,
            class_sharing=self.classes,
            overrides=self.overrides,
            limits=self.guardians,
            organisation=self.organisation,
        )
        return narrowest((wide, most))

    def selectable(self, kind: AchievementType | None = None) -> tuple[Scope, ...]:
        """The scopes that make a difference today, narrowest first."""
        if self._is_off(kind):
            return SCOPES[: SCOPES.index(Scope.FAMILY) + 1]
        return selectable(
            class_sharing=self.classes,
            overrides=self.overrides,
            limits=self.guardians,
            organisation=self.organisation,
        )

    def why(self, scope: Scope, kind: AchievementType | None = None) -> Say | None:
        """Why something reaches less far than its owner wished, or None."""
        if self._is_off(kind) and not at_least(Scope.FAMILY, scope):
            if kind in self.off_in_class:
                return say("Your teacher has switched this kind off for the class, so it stays in your family.")
            return say("Your school has switched this kind off, so it stays in your family.")
        return narrowed_because(
            scope,
            class_sharing=self.classes,
            overrides=self.overrides,
            limits=self.guardians,
            organisation=self.organisation,
        )

    def _is_off(self, kind: AchievementType | None) -> bool:
        return kind in self.off_in_class or kind in self.off_everywhere
