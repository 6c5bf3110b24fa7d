"""What is asked of everybody who shares: always readable, always one version that holds, whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community.guidelines import MOST_RULE, MOST_RULES, checked, from_the_start, kept, newest_first
from domain.community.texts import TextRefusedError
from domain.records.community import CommunityGuidelines

VERSION = st.builds(
    CommunityGuidelines,
    org_id=st.just("o"),
    id=st.text("abcdef", min_size=4, max_size=8),
    number=st.integers(1, 4),
    text=st.just("Be kind."),
    at=st.integers(0, 5),
)


def version(text: str, number: int = 1) -> CommunityGuidelines:
    return CommunityGuidelines(org_id="o", id="v", number=number, text=text, at=1)


@given(st.text(max_size=400))
def test_what_is_kept_stays_as_it_is_kept(text: str) -> None:
    try:
        rules = kept(text)
    except TextRefusedError:
        return
    assert kept(rules) == rules
    assert checked(version(rules)).text == rules
    assert all(0 < len(rule) <= MOST_RULE for rule in rules.split("\n"))


@given(st.lists(VERSION, unique_by=lambda each: each.id, min_size=1), st.randoms())
def test_every_mirror_finds_the_same_version(versions: list[CommunityGuidelines], chance: object) -> None:
    shuffled = list(versions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert newest_first(shuffled) == newest_first(versions)
    assert newest_first(versions)[0].number == max(each.number for each in versions)


def test_no_clock_decides_which_version_holds() -> None:
    written_on_a_machine_that_runs_ahead = CommunityGuidelines(org_id="o", id="a", number=1, text="Old.", at=10**18)
    now = CommunityGuidelines(org_id="o", id="b", number=2, text="New.", at=1)
    assert newest_first([written_on_a_machine_that_runs_ahead, now])[0] is now


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "at least one"),
        (" \n\u200b\n ", "at least one"),
        ("x" * (MOST_RULE + 1), "characters"),
        ("Be kind.\n" * (MOST_RULES + 1), "rules"),
    ],
)
def test_what_children_cannot_read_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(TextRefusedError, match=reason):
        kept(text)


@pytest.mark.parametrize(("text", "number"), [("  Be kind. ", 1), ("Be kind.", 0), ("Be kind.", 10**9)])
def test_a_version_that_no_program_of_ours_writes_is_refused(text: str, number: int) -> None:
    with pytest.raises(TextRefusedError):
        checked(version(text, number))


def test_the_rules_from_the_start_are_short_and_whole() -> None:
    rules = [rule.english() for rule in from_the_start()]
    assert kept("\n".join(rules)) == "\n".join(rules)
    assert any("Report" in rule for rule in rules)
