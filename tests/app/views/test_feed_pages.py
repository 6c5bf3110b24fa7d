"""Pages of a feed put together: whatever is read again, and whenever, it is the feed: each share once, newest first."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.store.community_readings import FeedPage
from app.views.student.feed_pages import FeedPages, place_of
from domain.community.feed import Cursor
from workshop.gallery_readings import FEED

DEEDS = ["on", "top", "new", "gone", "like", "middle"]


def share(at: int, likes: int = 0):
    return msgspec.structs.replace(FEED[0], share_id=f"s{at:04}", shared_at=at, likes=likes)


def page(there: dict[int, int], after: Cursor | None, most: int) -> FeedPage:
    """What the store answers."""
    behind = [at for at in sorted(there, reverse=True) if after is None or place_of(share(at)) < after]
    cards = tuple(share(at, there[at]) for at in behind[:most])
    return FeedPage(shares=cards, next=place_of(cards[-1]) if len(behind) > most else None)


@given(
    st.sets(st.integers(1, 200), min_size=1),
    st.lists(
        st.tuples(st.sampled_from(["on", "top", "new", "gone", "like", "middle"]), st.integers(1, 400)), max_size=25
    ),
)
def test_read_to_its_end_it_is_the_feed(first: set[int], deeds: list[tuple[str, int]]) -> None:
    there, known = dict.fromkeys(first, 0), FeedPages()
    known.take(None, page(there, None, 5))
    for deed, number in deeds:
        if deed == "on" and known.next is not None:
            after = known.next
            read = page(there, after, 5)
            if not known.add(read):
                known.take(after, read)
        elif deed == "top":
            known.take(None, page(there, None, 5))
        elif deed == "middle" and len(known.shares) > 1:
            after = place_of(known.shares[number % (len(known.shares) - 1)])
            known.take(after, page(there, after, 5))
        elif deed == "new":
            there[number] = 0
        elif deed == "gone":
            there.pop(number, None)
        elif deed == "like" and number in there:
            there[number] += 1
        places = [place_of(each) for each in known.shares]
        assert places == sorted(set(places), reverse=True)
    # Read all of it again from the top, as scrolling through it does.
    after: Cursor | None = None
    while True:
        read = page(there, after, 5)
        known.take(after, read)
        if read.next is None:
            break
        after = read.next
    assert [each.shared_at for each in known.shares] == sorted(there, reverse=True)
    assert {each.shared_at: each.likes for each in known.shares} == there
    assert known.next is None


def test_so_much_new_that_a_page_does_not_reach_what_was_known_begins_anew() -> None:
    known = FeedPages()
    known.take(None, page(dict.fromkeys(range(1, 10), 0), None, 5))
    known.take(None, page(dict.fromkeys(range(1, 40), 0), None, 5))
    assert [each.shared_at for each in known.shares] == [39, 38, 37, 36, 35]
    assert known.next == place_of(share(35))


def test_one_share_as_it_is_now() -> None:
    known = FeedPages()
    known.take(None, page({1: 0, 2: 0}, None, 5))
    known.put(share(2, likes=3))
    known.put(share(77))
    assert [(each.shared_at, each.likes) for each in known.shares] == [(2, 3), (1, 0)]
