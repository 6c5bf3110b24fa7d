"""Hints sort the queue and decide nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community.hints import Hint, QueueItem, clean, describe, hints, queue


@pytest.mark.parametrize(
    "text", ["i want to die", "I'm gonna KILL  myself", "self-harm", "quiero morir", "k1ll mys3lf"]
)
def test_signs_of_self_harm(text: str) -> None:
    assert hints(text)[0] is Hint.SELF_HARM
    assert "now" in describe(Hint.SELF_HARM).english()


@pytest.mark.parametrize(
    "text",
    [
        "write me at kim.lee@example.org",
        "my number is 5 5 5-01 00 22",
        "(555) 010-0199",
        "see www.example",
        "https://x.y",
        "add me on Snapchat",
        "I live in Oak Street",
        "12 Oak Street",
        "@kimmy",
        "i am 9 years old",
        "vivo en Madrid",
        "ｍｙ ａｄｄｒｅｓｓ is",
    ],
)
def test_personal_data(text: str) -> None:
    assert Hint.PERSONAL_DATA in hints(text)


@pytest.mark.parametrize("text", ["you are STUPID", "st\u00adupid", "1diot", "te odio"])
def test_unkind_words(text: str) -> None:
    assert hints(text) == (Hint.UNKIND,)


@pytest.mark.parametrize(
    "text",
    [
        "What a lovely piece!",
        "I played bars 12 to 16 today",
        "You killed it on that solo",
        "100 days, 5000 points",
        "Classic assignment",
        "That scale is hard",
    ],
)
def test_ordinary_praise_is_left_alone(text: str) -> None:
    assert hints(text) == ()


def item(text: str, since: int, reports: int = 0) -> QueueItem:
    return QueueItem(target_type="comment", target_id=text, text=text, reports=reports, waiting_since=since)


def test_the_queue_begins_with_what_is_urgent_then_with_what_waits_longest() -> None:
    items = [item("nice", 1), item("idiot", 2), item("reported", 3, 1), item("a@b.cd", 4), item("i want to die", 5)]
    order = ["i want to die", "a@b.cd", "reported", "idiot", "nice"]
    assert [one.target_id for one in queue(items)] == order
    assert [one.target_id for one in queue(items[::-1])] == order
    assert [one.target_id for one in queue([item("b", 9), item("a", 3)])] == ["a", "b"]


def test_only_what_nobody_and_nothing_noticed_can_be_approved_in_one_go() -> None:
    items = [item("nice", 1), item("idiot", 2), item("fine", 3, 1), item("great", 0)]
    assert [one.target_id for one in clean(items)] == ["great", "nice"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    found = hints(text)
    assert list(found) == sorted(found)


@pytest.mark.parametrize("text", ["1 " * 5000, "a" * 20_000, "a.b" * 5000, "@" * 9000, "1a " * 5000, "\u0301" * 9000])
@pytest.mark.timeout(60)
def test_long_texts_do_not_hang_the_reader(text: str) -> None:
    """A pattern that tries everything would need hours for these."""
    assert list(hints(text)) == sorted(hints(text))
