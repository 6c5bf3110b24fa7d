"""The permissions of the document, sentence by sentence."""

from __future__ import annotations

import itertools

import pytest

from domain.community.permissions import MATRIX, Act, Reach, allowed, reaches
from domain.records.identity import AccessRole

R = AccessRole


@pytest.mark.parametrize(
    ("role", "act", "reach"),
    [
        (R.STUDENT, Act.SHARE, Reach.OWN),
        (R.STUDENT, Act.SET_PREFERENCES, Reach.OWN),
        (R.STUDENT, Act.LIKE, Reach.SEEN),
        (R.STUDENT, Act.COMMENT, Reach.SEEN),
        (R.STUDENT, Act.CELEBRATE, Reach.SEEN),
        (R.STUDENT, Act.EDIT_PROFILE, Reach.OWN),
        (R.STUDENT, Act.ARRANGE_SHOWCASE, Reach.OWN),
        (R.STUDENT, Act.REPORT, Reach.SEEN),
        (R.TEACHER, Act.VIEW, Reach.CLASS),
        (R.TEACHER, Act.REMOVE, Reach.CLASS),
        (R.TEACHER, Act.SET_CLASS_POLICY, Reach.CLASS),
        (R.TEACHER, Act.HIGHLIGHT, Reach.CLASS),
        (R.TEACHER, Act.OVERRIDE_STUDENT, Reach.CLASS),
        (R.TEACHER, Act.LIKE, Reach.SEEN),
        (R.GUARDIAN, Act.VIEW, Reach.CHILD),
        (R.GUARDIAN, Act.SET_FAMILY_LIMIT, Reach.CHILD),
        (R.GUARDIAN, Act.CELEBRATE, Reach.CHILD),
        (R.GUARDIAN, Act.COMMENT, Reach.CHILD),
        (R.GUARDIAN, Act.WITHDRAW, Reach.CHILD),
        (R.SYSTEM_ADMIN, Act.OVERSEE, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.REMOVE, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.APPROVE, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.MUTE, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.SET_GLOBAL_POLICY, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.ANALYTICS, Reach.ALL),
        (R.SYSTEM_ADMIN, Act.HIGHLIGHT, Reach.ALL),
    ],
)
def test_what_the_document_grants(role: AccessRole, act: Act, reach: Reach) -> None:
    assert reach in reaches(role, act)
    assert allowed(role, act, {reach})


@pytest.mark.parametrize(
    ("role", "act", "standing"),
    [
        (R.STUDENT, Act.LIKE, {Reach.OWN}),
        (R.STUDENT, Act.SHARE, {Reach.SEEN}),
        (R.STUDENT, Act.APPROVE, set(Reach) - {Reach.ALL}),
        (R.STUDENT, Act.HIDE, set(Reach) - {Reach.ALL}),
        (R.STUDENT, Act.ARRANGE_SHOWCASE, {Reach.SEEN}),
        (R.TEACHER, Act.ARRANGE_SHOWCASE, {Reach.CLASS, Reach.SEEN}),
        (R.GUARDIAN, Act.ARRANGE_SHOWCASE, {Reach.CHILD, Reach.SEEN}),
        (R.TEACHER, Act.REMOVE, {Reach.SEEN, Reach.ORG}),
        (R.TEACHER, Act.OVERRIDE_STUDENT, {Reach.ORG}),
        (R.TEACHER, Act.SET_FAMILY_LIMIT, {Reach.CLASS}),
        (R.GUARDIAN, Act.LIKE, {Reach.SEEN}),
        (R.GUARDIAN, Act.SHARE, {Reach.CHILD}),
        (R.GUARDIAN, Act.APPROVE, {Reach.CHILD}),
        (R.SYSTEM_ADMIN, Act.LIKE, {Reach.SEEN}),
        (R.KIOSK, Act.LIKE, {Reach.SEEN}),
    ],
)
def test_what_nobody_granted(role: AccessRole, act: Act, standing: set[Reach]) -> None:
    assert not allowed(role, act, standing)


def test_shared_logins_and_machines_do_nothing_here() -> None:
    for role, act in itertools.product((R.GENERIC_STUDENT, R.MACHINE), Act):
        assert reaches(role, act) == frozenset()
    assert {act for act in Act if reaches(R.KIOSK, act)} == {Act.VIEW}


def test_each_row_stands_once_and_names_its_sentence() -> None:
    keys = [(row.role, row.act, row.reach) for row in MATRIX]
    assert len(set(keys)) == len(keys)
    assert all(row.source for row in MATRIX)
    assert {row.act for row in MATRIX} == set(Act)


def test_only_system_administrators_reach_everybody() -> None:
    assert {row.role for row in MATRIX if row.reach is Reach.ALL} == {R.SYSTEM_ADMIN}
