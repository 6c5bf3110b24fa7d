"""What went well comes first and is true; what to do next time is the mistake that came most often."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.games.game import JudgedNote, Outcome
from domain.games.looking_back import RUN, SURE, longest_run, next_time, went_well
from domain.music.say import say

VERDICTS = ("neighbour", "wrong_octave", "missed")


def outcome(rights: list[tuple[str, bool, str]], score: int = 500) -> Outcome:
    notes = tuple(
        JudgedNote(
            wanted="C4", played="C4", verdict="right" if right else kind, why=say(kind), concept=concept, right=right
        )
        for concept, right, kind in rights
    )
    concepts = {
        each: (sum(n.right for n in notes if n.concept == each), sum(n.concept == each for n in notes))
        for each in {n.concept for n in notes}
    }
    return Outcome(score=score, max_possible_score=1_000, passed=True, counts={}, concepts=concepts, notes=notes)


lines = st.lists(st.tuples(st.sampled_from(["treble", "bass", "steps"]), st.booleans(), st.sampled_from(VERDICTS)))


@given(lines, st.integers(0, 1_000), st.none() | st.integers(0, 1_000))
def test_praise_is_true_and_advice_is_the_commonest(
    rights: list[tuple[str, bool, str]], score: int, best: int | None
) -> None:
    ended = outcome(rights, score)
    well, advice = went_well(ended, best), next_time(ended)
    assert well.run == 0 or (well.run >= RUN and well.run == longest_run(ended.notes))
    for concept, times in well.sure:
        assert times >= SURE
        assert all(right for each, right, _ in rights if each == concept)
    assert well.better == 0 or (best is not None and best + well.better == score)
    assert well.to_the_end
    wrong = [kind for _, right, kind in rights if not right]
    assert (advice is None) == (not wrong)
    if advice is not None:
        assert advice.times == max(wrong.count(kind) for kind in VERDICTS)
        assert wrong.count(advice.why.text) == advice.times


def test_a_run_is_counted_over_its_longest_row() -> None:
    rights = [True, True, False, True, True, True, False]
    assert longest_run(outcome([("treble", each, "missed") for each in rights]).notes) == 3
    assert longest_run(()) == 0
