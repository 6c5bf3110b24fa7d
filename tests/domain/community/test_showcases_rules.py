"""What may stand in a showcase, in which order, and what of it others may hold."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.community import showcases
from domain.community.moderation import first_state_of_showcase, showcase_for_others
from domain.community.phrases import showcase_titles
from domain.community.texts import TextRefusedError
from domain.community.visibility import SCOPES
from domain.records.community import ModerationState, Showcase

PLAIN = Showcase(org_id="o", id="x", student_id="s", title_phrase="proud", made_at=1)
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def made(**changes: object) -> Showcase:
    return msgspec.structs.replace(PLAIN, **changes)


def test_each_item_stands_once_and_the_title_on_one_line() -> None:
    kept = showcases.checked(made(items=("b", "a", "b"), title_text="My\n\u202elong   week"))
    assert (kept.items, kept.title_text) == (("b", "a"), "My long week")


@pytest.mark.parametrize(
    "bad", [{"title_phrase": ""}, {"title_text": "x" * 61}, {"items": tuple(str(n) for n in range(13))}]
)
def test_what_can_not_be_kept_says_why(bad: dict[str, object]) -> None:
    with pytest.raises(TextRefusedError) as refused:
        showcases.checked(made(**bad))
    assert refused.value.why.english()


@given(items=IDS.filter(bool), to=st.integers(-3, 12), which=st.integers(0, 7))
def test_moving_keeps_every_item_and_the_order_of_the_others(items: list[str], to: int, which: int) -> None:
    item = items[which % len(items)]
    after = showcases.moved(items, item, to)
    assert after[max(0, min(to, len(items) - 1))] == item
    assert [each for each in after if each != item] == [each for each in items if each != item]


def test_what_is_not_there_can_not_be_moved() -> None:
    with pytest.raises(ValueError, match="not among"):
        showcases.moved(("a",), "b", 0)


def test_words_wait_and_phrases_do_not() -> None:
    assert first_state_of_showcase(made()) is ModerationState.OK
    assert first_state_of_showcase(made(title_text="x")) is ModerationState.PENDING


@given(
    items=IDS.map(tuple),
    shared=st.sets(st.sampled_from("abcdefgh")),
    state=st.sampled_from(list(ModerationState)),
    withdrawn=st.booleans(),
    words=st.sampled_from(("", "My week")),
)
def test_others_never_hold_more_than_they_may(
    items: tuple[str, ...], shared: set[str], state: ModerationState, withdrawn: bool, words: str
) -> None:
    held = showcase_for_others(made(items=items, moderation=state, withdrawn=withdrawn, title_text=words), shared)
    if withdrawn or state in (ModerationState.HIDDEN, ModerationState.REMOVED):
        assert held is None
        return
    assert held is not None
    assert held.items == tuple(item for item in items if item in shared)
    assert held.title_text == ("" if state is ModerationState.PENDING else words)


@given(one=st.sampled_from(SCOPES), other=st.sampled_from(SCOPES))
def test_it_reaches_as_far_as_the_narrower_of_itself_and_the_profile(one: str, other: str) -> None:
    ranks = [SCOPES.index(each) for each in (one, other)]
    assert SCOPES.index(showcases.reach(SCOPES[ranks[0]], SCOPES[ranks[1]])) == min(ranks)


def test_every_title_has_words() -> None:
    assert all(words.english() for words in showcase_titles().values())
