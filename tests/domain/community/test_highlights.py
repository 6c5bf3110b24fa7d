"""Highlights: everybody comes round, improvement first, and nobody's likes count."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from domain.community import highlights
from domain.community.highlights import Candidate, Growth, HighlightKind
from domain.records.community import AchievementType


def candidate(student: str, improvement: int = 0, at: int = 1, rarity: str = "common") -> Candidate:
    return Candidate(
        share_id=f"{student}-{at}",
        student_id=student,
        shared_at=at,
        achievement_type=AchievementType.BADGE,
        improvement=improvement,
        rarity=rarity,
    )


def test_improvement_comes_first_and_each_student_once() -> None:
    made = [candidate("a", 5), candidate("a", 40, 2), candidate("b", 20), candidate("c", -30)]
    chosen = highlights.choose(made, {}, 3)
    assert [(c.student_id, c.improvement) for c in chosen] == [("a", 40), ("b", 20), ("c", -30)]
    assert highlights.choose(made[::-1], {}, 3) == chosen


@given(st.integers(4, 30), st.integers(1, 6), st.integers(5, 20), st.randoms())
def test_everybody_has_a_turn_before_anybody_has_another(size: int, most: int, weeks: int, rng: object) -> None:
    turns: Counter[str] = Counter()
    for week in range(weeks):
        made = [candidate(f"s{n}", rng.randint(-50, 50), week) for n in range(size)]  # type: ignore[attr-defined]
        turns.update(c.student_id for c in highlights.choose(made, turns, most))
    counts = [turns[f"s{n}"] for n in range(size)]
    assert max(counts) - min(counts) <= 1


def test_special_recognition_for_the_rarest() -> None:
    made = [candidate("a", rarity="legendary"), candidate("b", rarity="rare"), candidate("c", rarity="epic", at=5)]
    assert [c.student_id for c in highlights.special(made, ())] == ["c", "a"]
    assert [c.student_id for c in highlights.special(made, {"c-5"})] == ["a"]


def test_generating_an_edition_twice_makes_one_row() -> None:
    def row(edition: str) -> str:
        return highlights.highlight(
            candidate("a"),
            org_id="o",
            class_id="k",
            kind=HighlightKind.WEEKLY,
            edition=edition,
            from_at=1,
            until_at=9,
        ).id

    assert row("2026-03-02") == row("2026-03-02") != row("2026-03-09")


def test_the_carousel_shows_a_teachers_pick_first_and_each_share_once() -> None:
    weekly = [
        highlights.highlight(
            candidate(name),
            org_id="o",
            class_id="k",
            kind=HighlightKind.WEEKLY,
            edition="w",
            from_at=at,
            until_at=50,
        )
        for name, at in (("a", 1), ("b", 2))
    ]
    pick = highlights.by_teacher(org_id="o", class_id="k", share_id="a-1", note="Listen!", from_at=1, until_at=20)
    assert [h.share_id for h in highlights.carousel([*weekly, pick], 10)] == ["a-1", "b-1"]
    assert highlights.carousel([*weekly, pick], 10)[0].note == "Listen!"
    assert [h.share_id for h in highlights.carousel([*weekly, pick], 30)] == ["b-1", "a-1"]
    assert highlights.carousel(weekly, 50) == ()


def test_top_performers_are_measured_by_their_own_usual() -> None:
    found = highlights.top_performers(
        [
            Growth(student_id="star", points=500, usual=490),
            Growth(student_id="beginner", points=60, usual=10),
            Growth(student_id="away", points=0, usual=0),
        ],
        5,
    )
    assert [growth.student_id for growth in found] == ["beginner", "star"]


MONDAY = 739_000


def test_a_month_is_measured_by_one_s_own_months_and_not_by_the_time_before_one_began() -> None:
    weeks = {MONDAY: 40, MONDAY - 21: 60, MONDAY - 28: 30, MONDAY - 49: 30}
    month = highlights.growth("a", weeks, monday=MONDAY, length=4)
    assert (month.points, month.usual) == (100, 60)
    week = highlights.growth("a", weeks, monday=MONDAY, length=1)
    assert (week.points, week.usual) == (40, 40)
    assert highlights.growth("new", {}, monday=MONDAY, length=4) == Growth(student_id="new", points=0, usual=0)


@given(st.integers(1, 5), st.integers(1, 6), st.integers(1, 900))
def test_who_does_the_same_each_week_has_done_as_usual(length: int, spans: int, points: int) -> None:
    weeks = {MONDAY - 7 * back: points for back in range(length * (1 + spans))}
    found = highlights.growth("a", weeks, monday=MONDAY, length=length)
    assert found.points == found.usual == points * length


@given(st.dictionaries(st.integers(0, 15), st.integers(0, 900)), st.integers(1, 900))
def test_more_played_now_is_never_less_growth(back: dict[int, int], more: int) -> None:
    weeks = {MONDAY - 7 * week: points for week, points in back.items()}
    less = highlights.growth("a", weeks, monday=MONDAY, length=4)
    now = highlights.growth("a", {**weeks, MONDAY: weeks.get(MONDAY, 0) + more}, monday=MONDAY, length=4)
    assert now.points - now.usual == less.points - less.usual + more


def test_improvement_in_percent_points() -> None:
    assert highlights.improvement(5, 10, 8, 10) == 30
    assert highlights.improvement(0, 0, 8, 10) == 0
    assert highlights.improvement(8, 10, 5, 10) == -30


def test_the_rules_are_published() -> None:
    assert any("Likes" in rule.english() for rule in highlights.rules())
