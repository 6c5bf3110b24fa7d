"""'Who can see this now' says what the visibility rules do."""

from __future__ import annotations

import itertools

from domain.community.audience import narrowed_because, scope_name, selectable, who_sees
from domain.community.visibility import SCOPES, effective_scope
from domain.records.community import ModerationState, Scope

LIMITS: list[Scope | None] = [None, *SCOPES[1:]]


def test_a_reason_is_given_exactly_where_something_was_narrowed() -> None:
    for share, on, override, limit in itertools.product(SCOPES, [True, False], [None, *SCOPES], LIMITS):
        reached = effective_scope(share, class_sharing=(on,), overrides=(override,), limits=(limit,))
        because = narrowed_because(share, class_sharing=(on,), overrides=(override,), limits=(limit,))
        assert (because is not None) == (reached is not share)


def test_the_reason_names_who_narrowed() -> None:
    off = narrowed_because(Scope.SCHOOL, class_sharing=(False,))
    assert off is not None
    assert "switched sharing off" in off.english()
    teacher = narrowed_because(Scope.SCHOOL, overrides=(Scope.CLASS,))
    assert teacher is not None
    assert "Your teacher" in teacher.english()
    family = narrowed_because(Scope.SCHOOL, limits=(Scope.FAMILY,))
    assert family is not None
    assert "Your family" in family.english()


def test_the_selector_starts_at_the_narrowest_and_offers_only_what_can_happen() -> None:
    for on, override, limit in itertools.product([True, False], [None, *SCOPES], LIMITS):
        offered = selectable(class_sharing=(on,), overrides=(override,), limits=(limit,))
        assert offered[0] is Scope.PRIVATE
        for scope in offered:
            assert effective_scope(scope, class_sharing=(on,), overrides=(override,), limits=(limit,)) is scope


def test_every_scope_and_state_has_words() -> None:
    assert len({scope_name(scope).english() for scope in Scope}) == 5
    assert len({who_sees(scope).english() for scope in Scope}) == 5
    for state in (ModerationState.PENDING, ModerationState.HIDDEN, ModerationState.REMOVED):
        assert who_sees(Scope.PUBLIC, state) == who_sees(Scope.CLASS, state)
        assert who_sees(Scope.PUBLIC, state) != who_sees(Scope.PUBLIC)
    assert "class" in who_sees(Scope.CLASS).english()
