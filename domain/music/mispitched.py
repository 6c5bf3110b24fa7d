"""Names for what was played instead of a written note, and for what was played beside all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from domain.music.played import Played
from domain.music.rules import Rules
from domain.music.score import Score
from domain.music.verdicts import ExtraVerdict, Grade, NoteVerdict, Verdict

from .align import Alignment
from .pairing import FAR, cheapest_pairs, spans
from .timeline import FARTHEST

# A wrong note stands for a missed one when it was struck this near to where that was expected, or so many hundredths of
# the way to the moment before or after.
INSTEAD, INSTEAD_PERCENT = 250_000, 75
# What a wrong pitch costs beside the distance in time, so that of two notes the likelier error is taken.
SEMITONE_COST, OCTAVE_COST = 8_000, 16_000
# A slip is put right within this time, on a neighbouring key.
CORRECTED, NEIGHBOUR = 300_000, 2
# A right note is struck again within this time.
AGAIN = 1_000_000
NONE = -1


def pair_leftovers(
    score: Score, heard: Played, aligned: Alignment, missed: Sequence[int], spare: Sequence[int]
) -> dict[int, int]:
    """Missed notes and the spare played notes that stand for them, cheapest pairs in order of time, by group."""
    at = aligned.line.at
    wanted = sorted((at[score.slice_of[index]], index) for index in missed)
    reach = [_instead(at, score.slice_of[index]) for _, index in wanted]
    starts, ends = spans([at for at, _ in wanted], reach, [heard.onsets[place] for place in spare])
    costs = [
        [_cost(at, far, score.pitches[index], heard, place) for place in spare[start:end]]
        for (at, index), far, start, end in zip(wanted, reach, starts, ends, strict=True)
    ]
    return {wanted[row][1]: spare[column] for row, column in cheapest_pairs(reach, starts, costs, len(spare))}


def _instead(at: list[int], moment: int) -> int:
    """How far from its moment a wrong note may lie: where steps are long or somebody waits, most of the way."""
    before, after = at[max(0, moment - 1)], at[min(moment + 1, len(at) - 1)]
    return max(INSTEAD, min(FARTHEST, max(at[moment] - before, after - at[moment]) * INSTEAD_PERCENT // 100))


def _cost(at: int, reach: int, pitch: int, heard: Played, place: int) -> int:
    """What it costs to take a played note for a written one; `FAR` where it lies too far from its time."""
    apart = abs(heard.pitches[place] - pitch)
    distance = abs(heard.onsets[place] - at)
    if distance > reach:
        return FAR
    return distance // 2 + (OCTAVE_COST if apart % 12 == 0 else min(apart * SEMITONE_COST, INSTEAD // 3))


def name_wrong(score: Score, heard: Played, aligned: Alignment, index: int, place: int) -> NoteVerdict:
    """What kind of wrong note was played for a written one."""
    note = score.notes[index]
    apart = heard.pitches[place] - score.pitches[index]
    offset = heard.onsets[place] - aligned.line.at[score.slice_of[index]]
    if apart == 0:
        return NoteVerdict(Verdict.EARLY if offset < 0 else Verdict.LATE, Grade.NONE, place, offset)
    verdict = Verdict.WRONG_NOTE
    if apart % 12 == 0:
        verdict = Verdict.WRONG_HAND if _other_hand(score, index, heard.pitches[place]) else Verdict.WRONG_OCTAVE
    elif _same_letter(note.pitch.alter, apart):
        verdict = Verdict.WRONG_ACCIDENTAL
    return NoteVerdict(verdict, Grade.NONE, place, offset, apart)


def _same_letter(alter: int, apart: int) -> bool:
    """Whether the played key is the written staff position with another accidental that is in use there."""
    return abs(apart) == 1 and abs(alter + apart) <= 1


def _other_hand(score: Score, index: int, pitch: int) -> bool:
    """Whether a key lies where only the other hand plays in this score."""
    hands = score.hands
    low, high = hands[score.notes[index].staff]
    others = [hand for staff, hand in hands.items() if staff != score.notes[index].staff]
    return any(a <= pitch <= b for a, b in others) and not low <= pitch <= high


def name_extra(
    score: Score, heard: Played, rules: Rules, aligned: Alignment, matched: list[bool], place: int
) -> ExtraVerdict:
    """What kind of note too many it is: brushed, a corrected slip, a repetition, or just extra.

    `matched` says of each played note whether it is a written one.
    """
    onset, pitch = heard.onsets[place], heard.pitches[place]
    near = _nearest_note(score, aligned, onset, pitch)
    offset = onset - aligned.line.at[score.slice_of[near]]
    verdict = _kind(heard, rules, matched, place)
    return ExtraVerdict(verdict, place, near, offset, pitch - score.pitches[near])


def name_asked(score: Score, heard: Played, aligned: Alignment, matched: list[bool]) -> list[ExtraVerdict]:
    """Notes that count another time, those of ornaments, written or not, and wrong keys that were put right.

    `matched` says of each played note whether it is a written one.
    """
    return [
        ExtraVerdict(
            verdict,
            place,
            near,
            heard.onsets[place] - aligned.line.at[score.slice_of[near]],
            heard.pitches[place] - score.pitches[near],
        )
        for verdict, places in (
            (Verdict.RETAKEN, aligned.again),
            (Verdict.ORNAMENT, aligned.ornaments),
            (Verdict.DECORATED, aligned.decorated),
            (Verdict.CORRECTED, aligned.corrected),
        )
        for place, near in places.items()
        if not matched[place]
    ]


def _kind(heard: Played, rules: Rules, matched: list[bool], place: int) -> Verdict:
    onset, pitch = heard.onsets[place], heard.pitches[place]
    length = heard.releases[place] - onset if heard.releases[place] >= 0 else None
    if length is not None and length < rules.brush_length and heard.velocities[place] < rules.brush_velocity:
        return Verdict.BRUSHED
    around = range(bisect_left(heard.onsets, onset - AGAIN), bisect_left(heard.onsets, onset + CORRECTED))
    if length is not None and length < rules.slip_length:
        for other in around:
            near_key = 0 < abs(heard.pitches[other] - pitch) <= NEIGHBOUR
            if matched[other] and near_key and -rules.chord <= heard.onsets[other] - onset <= CORRECTED:
                return Verdict.SLIP
    again = any(matched[other] and heard.pitches[other] == pitch for other in around)
    return Verdict.REPEATED if again else Verdict.EXTRA


def _nearest_note(score: Score, aligned: Alignment, onset: int, pitch: int) -> int:
    """The written note nearest in time, of one chord the nearest in pitch."""
    at = aligned.line.at
    moment = bisect_left(at, onset)
    if moment == len(at) or (moment and onset - at[moment - 1] <= at[moment] - onset):
        moment -= 1
    return min(score.slices[moment], key=lambda index: abs(score.pitches[index] - pitch))


def swapped(score: Score, heard: Played, match: list[int]) -> list[tuple[int, int, int]]:
    """Neighbours that were played in each other's place: the two written notes and the first of the two played.

    Only single notes count: two moments one after the other in the score, two strokes one after the other when played,
    with the pitches crossed, and at least one of the two matched so already.
    """
    found: list[tuple[int, int, int]] = []
    crossed = NONE
    for a, b, first in _crossings(score.alone, score.pitches, heard.pitches, match):
        theirs = ((b, first), (a, first + 1))
        as_matched = all(
            match[index] == place or (match[index] == NONE and _has_no_place(place, match)) for index, place in theirs
        )
        if as_matched and a != crossed:
            found.append((a, b, first))
            crossed = b
    return found


def _has_no_place(stroke: int, match: list[int]) -> bool:
    """Whether a played note is nothing that is written."""
    for index in range(len(match)):
        place = match[index]
        if place == stroke:
            return False
    return True


def _crossings(alone: list[int], pitches: list[int], heard: list[int], match: list[int]) -> list[tuple[int, int, int]]:
    """Single written notes one after the other, and the first of two played notes that cross them.

    `alone` says for each moment which note it has, -1 where it has several.
    """
    found: list[tuple[int, int, int]] = []
    last = len(heard) - 1
    left = before = NONE
    for moment in range(len(alone)):
        right = alone[moment]
        after = match[right] if right >= 0 else NONE
        if min(left, right) >= 0:
            first = before - 1 if before >= 0 else after
            if 0 <= first < last and (after < 0 or after == first):
                key, wanted = heard[first], pitches[right]
                if key == wanted and heard[first + 1] == pitches[left]:
                    found.append((left, right, first))
        left, before = right, after
    return [(a, b, first) for a, b, first in found if pitches[a] != pitches[b]]
