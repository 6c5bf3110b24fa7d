"""Who sees what: the 4,000 cases of the table, and the rules over all 14,000 combinations."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest

from domain.community.visibility import (
    SCOPES,
    Relation,
    Standing,
    UnknownWordError,
    View,
    Visible,
    decide,
    effective_scope,
    reactions,
    subtracted,
    view,
    widest,
)
from domain.records.community import EngagementKind, ModerationState, Scope

ORACLE = Path(__file__).with_name("visibility-oracle.csv")
SCOPE_WORDS = ["private", "family_only", "class_only", "school_only", "public"]
OVERRIDES = ["none", "family_only", "class_only", "school_only"]
LIMITS = ["unset", "family_only", "class_only", "school_only", "public"]
STATES = ["ok", "pending", "reported", "hidden", "removed"]
ORDER = [Visible.NO, Visible.OVERSIGHT, Visible.PSEUDONYM, Visible.YES]
# What a wider scope, a lifted limit may do: from no to anything, from oversight to yes; never backwards.
COMBINATIONS = list(itertools.product(list(Relation), SCOPE_WORDS, [True, False], OVERRIDES, LIMITS, STATES))


def test_every_case_of_the_oracle_is_equal() -> None:
    with ORACLE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4000
    for row in rows:
        got = decide(
            row["viewer_relation"],
            row["share_visibility"],
            row["class_sharing_enabled"] == "true",
            row["teacher_override"],
            row["parent_limit"],
            row["moderation_state"],
        )
        assert (got.visible.value, got.may_comment) == (
            row["expected_visible"],
            row["expected_can_comment"] == "yes",
        ), row


def test_there_are_fourteen_thousand_combinations() -> None:
    assert len(COMBINATIONS) == len(set(COMBINATIONS)) == 14_000


def narrower_cases(case: tuple[str, str, bool, str, str, str]) -> list[tuple[str, str, bool, str, str, str]]:
    """The same case with one knob turned one notch narrower."""
    relation, share, on, override, limit, state = case
    narrower_override = ["none", "school_only", "class_only", "family_only"]
    narrower_limit = ["public", "unset", "class_only", "family_only"]
    cases = []
    if share != "private":
        cases.append((relation, SCOPE_WORDS[SCOPE_WORDS.index(share) - 1], on, override, limit, state))
    if on:
        cases.append((relation, share, False, override, limit, state))
    if override != "family_only":
        at = narrower_override.index(override)
        cases.append((relation, share, on, narrower_override[at + 1], limit, state))
    if limit != "family_only":
        at = narrower_limit.index("unset" if limit == "school_only" else limit)
        cases.append((relation, share, on, override, narrower_limit[at + 1], state))
    return cases


def test_narrowing_never_widens() -> None:
    for case in COMBINATIONS:
        wide = decide(*case)
        for narrow in (decide(*c) for c in narrower_cases(case)):
            assert ORDER.index(narrow.visible) <= ORDER.index(wide.visible), case
            assert narrow.may_comment <= wide.may_comment, case


def test_adults_never_narrow_below_family() -> None:
    for relation, share, on, override, limit, state in COMBINATIONS:
        if share != "private" and state == "ok" and relation in {"self", "parent"}:
            assert decide(relation, share, on, override, limit, state).visible is Visible.YES


def test_a_stricter_state_never_widens() -> None:
    stricter = ["ok", "reported", "pending", "hidden", "removed"]
    for relation, share, on, override, limit, _ in COMBINATIONS:
        shown = [ORDER.index(decide(relation, share, on, override, limit, state).visible) for state in stricter]
        assert shown == sorted(shown, reverse=True)


def test_a_private_item_reaches_no_feed_but_ones_own() -> None:
    for relation, share, on, override, limit, state in COMBINATIONS:
        if share == "private" and relation != "self":
            assert decide(relation, share, on, override, limit, state).visible in {Visible.NO, Visible.OVERSIGHT}


def test_nobody_comments_on_what_they_do_not_see_with_its_name() -> None:
    for case in COMBINATIONS:
        got = decide(*case)
        assert not got.may_comment or got.visible is Visible.YES


def test_only_other_organisations_see_a_pseudonym_and_only_with_both_opted_in() -> None:
    for relation, scope, state in itertools.product(Relation, SCOPES, ModerationState):
        open_view, closed = view(relation, scope, state), view(relation, scope, state, opted_in=False)
        if open_view.visible is Visible.PSEUDONYM:
            assert closed == View(Visible.NO)
        else:
            assert closed == open_view


def test_the_strictest_of_several_guardians_and_teachers_wins_in_any_order() -> None:
    choices = [None, *SCOPES]
    for overrides in itertools.permutations(choices, 3):
        for limits in itertools.permutations(choices, 2):
            got = effective_scope(Scope.PUBLIC, class_sharing=(True, True), overrides=overrides, limits=limits)
            assert got == effective_scope(
                Scope.PUBLIC, class_sharing=(True, True), overrides=overrides[::-1], limits=limits[::-1]
            )
            for override, limit in itertools.product(overrides, limits):
                one = effective_scope(Scope.PUBLIC, class_sharing=(True,), overrides=(override,), limits=(limit,))
                assert SCOPES.index(got) <= SCOPES.index(one)


def test_one_class_that_is_off_keeps_wider_viewers_out() -> None:
    assert effective_scope(Scope.SCHOOL, class_sharing=(True, False)) is Scope.FAMILY
    assert effective_scope(Scope.SCHOOL, class_sharing=(True, True)) is Scope.SCHOOL


def test_without_any_guardian_the_school_is_the_furthest() -> None:
    assert effective_scope(Scope.PUBLIC) is Scope.SCHOOL
    assert effective_scope(Scope.PUBLIC, limits=(Scope.PUBLIC,)) is Scope.PUBLIC
    assert effective_scope(Scope.PUBLIC, limits=(Scope.PUBLIC, None)) is Scope.SCHOOL


FLAGS = list(Standing.__struct_fields__)


@pytest.mark.parametrize("flag", FLAGS)
def test_each_subtraction_takes_away_and_never_adds(flag: str) -> None:
    for relation, scope, state in itertools.product(Relation, SCOPES, ModerationState):
        before = view(relation, scope, state)
        after = subtracted(before, relation, Standing(**{flag: True}))
        assert ORDER.index(after.visible) <= ORDER.index(before.visible)
        assert after.may_comment <= before.may_comment
        assert reactions(after, relation, Standing(**{flag: True})) <= reactions(before, relation)


def test_two_subtractions_take_at_least_what_each_takes() -> None:
    for one, other in itertools.combinations(FLAGS, 2):
        for relation, scope in itertools.product(Relation, SCOPES):
            before = view(relation, scope, ModerationState.OK)
            both = subtracted(before, relation, Standing(**{one: True, other: True}))
            for flag in (one, other):
                single = subtracted(before, relation, Standing(**{flag: True}))
                assert ORDER.index(both.visible) <= ORDER.index(single.visible)


def test_a_block_hides_a_classmate_and_leaves_the_teacher_the_supervision_page() -> None:
    blocked = Standing(blocked=True)
    seen = view(Relation.CLASSMATE, Scope.CLASS, ModerationState.OK)
    assert subtracted(seen, Relation.CLASSMATE, blocked).visible is Visible.NO
    seen = view(Relation.TEACHER_OF_CLASS, Scope.CLASS, ModerationState.OK)
    assert subtracted(seen, Relation.TEACHER_OF_CLASS, blocked).visible is Visible.OVERSIGHT


def test_a_protected_student_stays_in_the_family_whatever_the_scope() -> None:
    for relation, scope in itertools.product(Relation, SCOPES):
        got = subtracted(view(relation, scope, ModerationState.OK), relation, Standing(author_protected=True))
        assert got.visible is not Visible.YES or relation in {Relation.SELF, Relation.GUARDIAN}
        assert got.visible is not Visible.PSEUDONYM


def test_a_mute_takes_words_and_reactions_and_not_the_feed() -> None:
    muted = Standing(viewer_muted=True)
    got = subtracted(view(Relation.CLASSMATE, Scope.CLASS, ModerationState.OK), Relation.CLASSMATE, muted)
    assert got == View(Visible.YES, False)
    assert reactions(got, Relation.CLASSMATE, muted) == frozenset()


def test_who_may_react() -> None:
    for relation in (Relation.SELF, Relation.KIOSK_OF_CLASS, Relation.ORG_ADMIN, Relation.SYSTEM_ADMIN):
        assert reactions(view(relation, Scope.SCHOOL, ModerationState.OK), relation) == frozenset()
    elsewhere = view(Relation.STUDENT_ELSEWHERE, Scope.PUBLIC, ModerationState.OK)
    assert reactions(elsewhere, Relation.STUDENT_ELSEWHERE) == {EngagementKind.CELEBRATE}
    mate = view(Relation.CLASSMATE, Scope.CLASS, ModerationState.OK)
    assert EngagementKind.LIKE in reactions(mate, Relation.CLASSMATE)


def test_somebody_related_in_two_ways_sees_the_best_of_both() -> None:
    one, other = View(Visible.OVERSIGHT), View(Visible.YES, True)
    assert widest([one, other]) == widest([other, one]) == View(Visible.YES, True)
    assert widest([]) == View(Visible.NO)


@pytest.mark.parametrize(("at", "column"), [(0, "viewer_relation"), (1, "share_visibility")])
def test_an_unknown_word_is_named(at: int, column: str) -> None:
    words: list[str] = ["self", "public"]
    words[at] = "everyone"
    with pytest.raises(UnknownWordError, match=column):
        decide(words[0], words[1], True, "none", "unset", "ok")


@pytest.mark.parametrize(
    ("override", "limit", "state"), [("x", "unset", "ok"), ("none", "x", "ok"), ("none", "unset", "x")]
)
def test_unknown_settings_are_refused(override: str, limit: str, state: str) -> None:
    with pytest.raises(UnknownWordError, match="'x'"):
        decide("self", "public", True, override, limit, state)
