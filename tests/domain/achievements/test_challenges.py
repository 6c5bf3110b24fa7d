"""Challenges: status, ranks with ties, the five around me, made-up names."""

from __future__ import annotations

import achievement_samples as people
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.achievements import challenges, pseudonyms
from domain.achievements.challenges import ChallengeStatus, Entry, Place
from domain.records.achievements import Challenge
from domain.records.progress import PlayType

CHALLENGE = Challenge(
    org_id=people.ORG,
    id="challenge-1",
    game_id="G-00001",
    stage_id="G-00001-challenge",
    name="Note sprint",
    start_at=people.at(0),
    end_at=people.at(7),
)


def entry(student: str, score: int, achieved_at: int = 1) -> Entry:
    return Entry(student_id=student, score=score, achieved_at=achieved_at, ref_id=f"{student}-{achieved_at}")


def ranks(places: tuple[Place, ...]) -> list[tuple[str, int]]:
    return [(place.entry.student_id, place.rank) for place in places]


def test_status_is_derived_from_the_times() -> None:
    times = {
        CHALLENGE.start_at - 1: ChallengeStatus.UPCOMING,
        CHALLENGE.start_at: ChallengeStatus.ACTIVE,
        CHALLENGE.end_at - 1: ChallengeStatus.ACTIVE,
        CHALLENGE.end_at: ChallengeStatus.ENDED,
    }
    assert {now: challenges.status(CHALLENGE, now) for now in times} == times


def test_only_verified_attempts_in_the_challenge_and_in_time_count() -> None:
    good = people.attempt(1, stage="G-00001-challenge", play_type=PlayType.CHALLENGE)
    assert challenges.counts(CHALLENGE, good, verified=True)
    assert not challenges.counts(CHALLENGE, good, verified=None)
    assert not challenges.counts(CHALLENGE, good, verified=False)
    for change in ({"play_type": PlayType.FREE_PLAY}, {"stage_id": "other"}, {"created_at": people.at(8)}):
        assert not challenges.counts(CHALLENGE, msgspec.structs.replace(good, **change), verified=True)


def test_an_attempt_becomes_an_entry_of_its_student() -> None:
    made = challenges.entry_of(people.attempt(4, score=88))
    assert (made.student_id, made.score, made.ref_id) == (people.STUDENT, 88, "attempt-4")


def test_equal_scores_share_a_rank_and_who_was_first_is_named_first() -> None:
    places = challenges.board([entry("d", 10), entry("b", 80, 5), entry("c", 80, 3), entry("a", 95)])
    assert ranks(places) == [("a", 1), ("c", 2), ("b", 2), ("d", 4)]


def test_each_student_stands_once_with_the_best() -> None:
    places = challenges.board([entry("a", 50, 1), entry("a", 90, 2), entry("a", 90, 3), entry("b", 70)])
    assert ranks(places) == [("a", 1), ("b", 2)]
    assert places[0].entry.achieved_at == 2


def test_who_has_boards_switched_off_leaves_no_gap() -> None:
    places = challenges.board([entry("a", 90), entry("b", 80), entry("c", 70)], shown={"a", "c"})
    assert ranks(places) == [("a", 1), ("c", 2)]


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 9), st.integers(0, 99))), st.randoms())
def test_order_and_repeats_do_not_matter(raw: list[tuple[str, int, int]], rng: object) -> None:
    entries = [entry(*one) for one in raw]
    shuffled = entries + entries[:3]
    rng.shuffle(shuffled)  # type: ignore[attr-defined]
    places = challenges.board(shuffled)
    assert places == challenges.board(entries)
    for place in places:
        assert place.rank == 1 + sum(other.entry.score > place.entry.score for other in places)


@given(st.integers(1, 40), st.integers(0, 39))
def test_five_around_me(size: int, at: int) -> None:
    places = challenges.board([entry(f"s{n:02d}", 1000 - n) for n in range(size)])
    me = f"s{at % size:02d}"
    seen = challenges.around(places, me)
    assert len(seen) == min(5, size)
    assert me in [place.entry.student_id for place in seen]
    if 2 <= at % size < size - 2:
        assert seen[2].entry.student_id == me


def test_who_is_not_on_the_board_sees_its_top() -> None:
    places = challenges.board([entry(f"s{n}", 100 - n) for n in range(9)])
    assert challenges.around(places, "nobody") == places[:5]
    assert challenges.around((), "nobody") == ()


def test_moments_tell_of_arriving_and_rising_and_never_of_falling() -> None:
    before = challenges.board([entry("a", 90), entry("b", 80)])
    after = challenges.board([entry("a", 90), entry("b", 80), entry("me", 85)])
    told = challenges.moments(CHALLENGE, before, after, "me")
    assert [moment.title.english() for moment in told] == ["On the board of Note sprint", "Place 2 in Note sprint"]
    assert challenges.moments(CHALLENGE, before, after, "b") == ()
    assert challenges.moments(CHALLENGE, before, after, "nobody") == ()
    assert len({moment.achievement_id for moment in told}) == 2


def test_seasons_are_quarters() -> None:
    assert [pseudonyms.season(f"2026-{month:02d}-01") for month in (1, 3, 4, 12)] == [
        "2026-1",
        "2026-1",
        "2026-2",
        "2026-4",
    ]


def test_a_pseudonym_lasts_a_season_and_tells_nothing_without_the_secret() -> None:
    name = pseudonyms.pseudonym("student-1", "2026-1", b"secret")
    assert name == pseudonyms.pseudonym("student-1", "2026-1", b"secret")
    assert name != pseudonyms.pseudonym("student-1", "2026-2", b"secret")
    assert name != pseudonyms.pseudonym("student-1", "2026-1", b"other")
    assert len({pseudonyms.pseudonym(f"s{n}", "2026-1", b"secret") for n in range(2000)}) > 1990
    with pytest.raises(ValueError, match="secret"):
        pseudonyms.pseudonym("student-1", "2026-1", b"")
