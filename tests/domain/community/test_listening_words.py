"""Which result stands, and what is said about it: the same for any order, never unkind, never an accusation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.community.listening import why_to_listen, words_for
from domain.community.notices import told
from domain.records.outcomes import DOUBTS, agreed, counted, decided
from domain.records.progress import AttemptReview, AttemptVerdict, VerdictOfCentre

REVIEWS = st.lists(st.tuples(st.integers(0, 3), st.booleans()), unique_by=lambda each: each, max_size=8)


def review(at: int, counts: bool) -> AttemptReview:
    return AttemptReview(
        org_id="o",
        id=f"{at}-{counts}",
        attempt_id="a",
        student_id="s",
        teacher_id="t",
        counts=counts,
        phrase_id="x",
        at=at,
    )


def verdict(kind: VerdictOfCentre, accepted: bool | None = None) -> AttemptVerdict:
    return AttemptVerdict(
        org_id="o", id="a", student_id="s", verdict=kind, score=300, passed=False, judge_version=1, judged_at=1,
        accepted=accepted,
    )  # fmt: skip


@given(made=REVIEWS, order=st.randoms(use_true_random=False))
def test_the_latest_decision_stands_in_any_order(made: list[tuple[int, bool]], order) -> None:  # type: ignore[no-untyped-def]
    reviews = [review(*each) for each in made]
    mixed = reviews.copy()
    order.shuffle(mixed)
    assert decided(mixed) == decided(reviews)
    if reviews:
        assert decided(reviews).at == max(each.at for each in reviews)  # type: ignore[union-attr]


@given(kind=st.sampled_from(VerdictOfCentre), score=st.integers(0, 1_000), passed=st.booleans())
def test_the_teachers_word_stands_above_the_centres_and_the_centres_above_the_claim(
    kind: VerdictOfCentre, score: int, passed: bool
) -> None:
    assert counted(score, passed, None) == (score, passed)
    assert counted(score, passed, verdict(kind, True)) == (score, passed)
    assert counted(score, passed, verdict(kind, False)) == (0, False)
    own = (300, False) if kind is VerdictOfCentre.MISMATCH else (score, passed)
    assert counted(score, passed, verdict(kind)) == own
    assert agreed(verdict(kind, True)) is (None if kind is VerdictOfCentre.PENDING else True)
    assert agreed(verdict(kind)) is {VerdictOfCentre.PENDING: None, VerdictOfCentre.VERIFIED: True}.get(kind, False)


def test_nobody_is_accused() -> None:
    said = [words.text for counts in (True, False) for words in words_for(counts).values()]
    said += [why_to_listen(kind).text for kind in DOUBTS]
    for sentence in said:
        assert not {"cheat", "forge", "fake", "lie", "wrong", "suspicious"} & set(
            sentence.lower().replace(".", "").split()
        )


def test_a_notice_of_a_decision_is_told_in_the_readers_language() -> None:
    for counts in (True, False):
        for words in words_for(counts).values():
            assert told("listened", words.english()).text == words.text
    assert told("assignment", "Your teacher has given you: First notes").values == {"name": "First notes"}
