"""Names, texts and regions of profiles; phrases; what users may write."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community import phrases, profiles, texts
from domain.community.texts import TextRefusedError
from domain.records.community import PublicProfile, Scope

PROFILE = PublicProfile(org_id="o", id="s", display_name="Brave Fox", bio_phrase="love_piano", region="North")


def checked(**changes: object) -> PublicProfile:
    return profiles.checked(
        msgspec.structs.replace(PROFILE, **changes), regions=("North", "South"), held_badges=("b1", "b2")
    )


@pytest.mark.parametrize("name", ["Brave Fox", "Zoë", "O'Neill fan", "小提琴手", "Player 7", "Jean-Luc"])
def test_good_names(name: str) -> None:
    assert profiles.display_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["", "ab", "x" * 31, "<b>Fox</b>", "kim@example.org", "555 0100", "Fox 2014", "---", "a/b/c", "\u202eevil\u202c/"],
)
def test_names_that_are_no_handles(name: str) -> None:
    with pytest.raises(TextRefusedError):
        profiles.display_name(name)


@pytest.mark.parametrize("name", ["Kim Lee", "kim lee", "Lee Kim", "KIM the lee", "Kím Lee"])
def test_a_real_name_is_refused(name: str) -> None:
    with pytest.raises(TextRefusedError, match="real name"):
        profiles.display_name(name, roster_names=("Kim Lee",))


def test_part_of_another_word_is_no_real_name() -> None:
    assert profiles.display_name("Kimono Leek", roster_names=("Kim", "Lee")) == "Kimono Leek"


def test_a_name_belongs_to_one() -> None:
    with pytest.raises(TextRefusedError, match="already"):
        profiles.display_name("brave fox", taken=("Brave Fox",))


def test_suggestions_are_free_and_need_no_approval() -> None:
    offered = profiles.suggestions(7, taken=("Brave Fox",))
    assert len(set(offered)) == 6
    assert offered == profiles.suggestions(7, taken=("Brave Fox",))
    for name in offered:
        assert profiles.is_from_lists(name)
        assert profiles.display_name(name) == name
    every = profiles.suggestions(0, taken=(), most=10_000)
    assert len(every) == len(set(every)) > 200
    assert profiles.suggestions(0, taken=every) == ()
    assert not profiles.is_from_lists("Kim Lee")


def test_a_good_profile_is_kept() -> None:
    assert checked() == PROFILE
    assert checked(showcase=("b1", "b2", "b1")).showcase == ("b1", "b2")
    assert checked(bio_text="  I  like\nBach ").bio_text == "I like Bach"


@pytest.mark.parametrize(
    "changes",
    [
        {"bio_phrase": "i_am_the_best"},
        {"region": "Oak Street 12"},
        {"styling": "url(evil)"},
        {"showcase": tuple("abcdefghij")},
        {"showcase": ("not-mine",)},
        {"bio_text": "x" * 161},
    ],
)
def test_what_may_not_stand_in_a_profile(changes: dict[str, object]) -> None:
    with pytest.raises(TextRefusedError):
        checked(**changes)


def test_the_region_and_the_handle_stay_at_the_school() -> None:
    for scope in Scope:
        seen = profiles.as_seen_at(PROFILE, scope)
        assert (seen.region is None) == (scope is Scope.PUBLIC)
        assert (seen.display_name == "") == (scope is Scope.PUBLIC)


def test_every_phrase_is_short_kind_and_the_same_each_time() -> None:
    for table in (phrases.comment_phrases(), phrases.bio_phrases(), phrases.report_reasons()):
        sentences = [said.english() for said in table.values()]
        assert len(set(sentences)) == len(sentences) >= 5
        assert all(len(sentence) <= 60 for sentence in sentences)
    assert phrases.comment_phrase("well_done").english() == "Well done!"
    assert phrases.bio_phrase("love_piano") == phrases.bio_phrases()["love_piano"]
    for unknown in (phrases.comment_phrase, phrases.bio_phrase):
        with pytest.raises(phrases.UnknownPhraseError):
            unknown("no such phrase")


def test_a_comment_is_one_line_of_at_most_two_hundred_characters() -> None:
    assert texts.comment_text(" so\n\tgood ") == "so good"
    assert len(texts.comment_text("x" * 200)) == 200
    with pytest.raises(TextRefusedError, match="200"):
        texts.comment_text("x" * 201)
    with pytest.raises(TextRefusedError, match="nothing"):
        texts.comment_text(" \u200b\u202e ")
    assert texts.message_text("") == ""


def test_towers_of_marks_are_cut() -> None:
    assert len(texts.written("a" + "\u0335" * 500 + "b", 200)) <= 5


@given(st.text(max_size=300))
def test_what_is_kept_is_kept_as_it_is(text: str) -> None:
    try:
        once = texts.written(text, 200)
    except TextRefusedError:
        return
    assert len(once) <= 200
    assert texts.written(once, 200) == once
    assert not any(ord(c) < 32 or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200f" for c in once)


def test_last_activity_is_a_day_and_within_the_week_not_even_that() -> None:
    friday = "2026-11-20"
    assert profiles.last_activity([], friday) is None
    assert profiles.last_activity(["2026-11-03", "2026-11-15"], friday) == profiles.LastActivity(day="2026-11-15")
    for day in ("2026-11-16", friday, "2027-01-01"):
        assert profiles.last_activity(["2026-11-03", day], friday) == profiles.LastActivity(day=None)
