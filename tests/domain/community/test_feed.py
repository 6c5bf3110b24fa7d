"""The feed: newest first, filters, and pages that neither repeat nor skip."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.community.feed import ACTIVITY, VISIBILITY_SCOPE, FeedFilter, filter_name, page, types_of
from domain.records.community import AchievementShare, AchievementType, Scope


def share(
    number: int, at: int, kind: AchievementType = AchievementType.BADGE, withdrawn: bool = False
) -> AchievementShare:
    return AchievementShare(
        org_id="o",
        id=f"s{number:05d}",
        student_id="s",
        author_name="n",
        author_avatar="fox",
        achievement_type=kind,
        achievement_id="a",
        title="t",
        shared_at=at,
        withdrawn=withdrawn,
    )


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 9), st.randoms())
def test_pages_follow_each_other_without_gap_or_repeat(times: list[int], most: int, rng: object) -> None:
    shares = [share(number, at) for number, at in enumerate(times)]
    rng.shuffle(shares)  # type: ignore[attr-defined]
    got, cursor = [], None
    while True:
        one = page(shares, after=cursor, most=most)
        got += one.shares
        cursor = one.next
        if cursor is None:
            break
    assert [s.id for s in got] == [s.id for s in sorted(shares, key=lambda s: (s.shared_at, s.id), reverse=True)]


def test_a_new_share_does_not_shift_the_next_page() -> None:
    shares = [share(number, number) for number in range(10)]
    first = page(shares, most=4)
    second = page([*shares, share(99, 99)], after=first.next, most=4)
    assert [s.id for s in second.shares] == ["s00005", "s00004", "s00003", "s00002"]


def test_filters_and_withdrawn_shares() -> None:
    shares = [share(n, n, kind) for n, kind in enumerate(AchievementType)]
    for shown in FeedFilter:
        assert {s.achievement_type for s in page(shares, shown=shown).shares} == types_of(shown)
        assert filter_name(shown).english()
    assert set().union(*(types_of(f) for f in FeedFilter if f is not FeedFilter.ALL)) == set(AchievementType)
    assert page([share(1, 1, withdrawn=True)]).shares == ()


def test_the_words_of_the_document() -> None:
    assert set(ACTIVITY) == set(AchievementType)
    spec = {"badge_earned", "points_milestone", "streak_achieved", "challenge_score", "collection_complete"}
    assert spec <= set(ACTIVITY.values())
    assert set(VISIBILITY_SCOPE.values()) == {"global", "class", "school", "family"}
    assert Scope.PRIVATE not in VISIBILITY_SCOPE


def test_the_first_page_of_ten_thousand_shares_has_the_newest() -> None:
    shares = [share(number, number * 7919 % 10_007) for number in range(10_000)]
    newest = sorted((one.shared_at for one in shares), reverse=True)[:20]
    assert [one.shared_at for one in page(shares).shares] == newest
