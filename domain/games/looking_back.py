"""What to say of an attempt, the good first: what went well, and the one thing that is worth the most next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from domain.games.game import JudgedNote, Outcome
from domain.music.say import Say

# From so many notes on a run or a concept is worth a sentence.
RUN, SURE = 3, 2
# No more than so many concepts are praised: children read the first lines.
MOST_CONCEPTS = 2


class WentWell(msgspec.Struct, frozen=True):
    """`run` is the longest row of right notes from `RUN` on, else 0. `sure` are concepts without a mistake and how
    often they came up, most often first. `better` are the points above the best attempt before. `to_the_end` is always
    true of a kept attempt: what can be said where nothing else can.
    """

    run: int
    sure: tuple[tuple[str, int], ...]
    better: int
    to_the_end: bool = True


class NextTime(msgspec.Struct, frozen=True):
    """The mistake that came most often: its first sentence, and how often."""

    why: Say
    times: int


def went_well(outcome: Outcome, best_before: int | None) -> WentWell:
    """What went well in an attempt. `best_before` is the best score of the same stage until then."""
    run = longest_run(outcome.notes)
    sure = [(concept, of) for concept, (right, of) in outcome.concepts.items() if right == of >= SURE]
    sure.sort(key=lambda each: (-each[1], each[0]))
    return WentWell(
        run=run if run >= RUN else 0,
        sure=tuple(sure[:MOST_CONCEPTS]),
        better=max(0, outcome.score - best_before) if best_before is not None else 0,
    )


def next_time(outcome: Outcome) -> NextTime | None:
    """What to look at next time; None where everything was right."""
    wrong = [note for note in outcome.notes if not note.right]
    if not wrong:
        return None
    kind, times = Counter(note.verdict for note in wrong).most_common(1)[0]
    return NextTime(next(note.why for note in wrong if note.verdict == kind), times)


def longest_run(notes: Sequence[JudgedNote]) -> int:
    """The longest row of right notes."""
    longest = run = 0
    for note in notes:
        run = run + 1 if note.right else 0
        longest = max(longest, run)
    return longest
