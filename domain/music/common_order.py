"""The longest common subsequence of two rows of whole numbers, by whole machine words at a time.

Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): one row of the table is one long integer, so the whole
table of two pieces of 5,000 notes takes some milliseconds and no band that a skipped page could leave.
"""

from __future__ import annotations

from collections.abc import Sequence


def leftmost(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of equal items in order, as many as possible; of several ways the one that takes everything earliest."""
    head = _common_head(left, right)
    pairs = [(i, i) for i in range(head)]
    pairs += [(head + i, head + j) for i, j in _middle(left[head:], right[head:])]
    return pairs


def rightmost(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """The same number of pairs, everything taken as late as it can be."""
    n, m = len(left) - 1, len(right) - 1
    return [(n - i, m - j) for i, j in reversed(leftmost(left[::-1], right[::-1]))]


def length(left: Sequence[int], right: Sequence[int]) -> int:
    """How many pairs there are."""
    places = _places(left)
    row = ones = (1 << len(left)) - 1
    for item in right:
        taken = row & places.get(item, 0)
        row = (row + taken | row - taken) & ones
    return len(left) - row.bit_count()


def _common_head(left: Sequence[int], right: Sequence[int]) -> int:
    for index, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return index
    return min(len(left), len(right))


def _middle(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    rows = _rows(left, right)
    pairs: list[tuple[int, int]] = []
    i, j = len(left) - 1, len(right)
    while i >= 0 and j > 0:
        if rows[j] >> i & 1:
            i -= 1
        elif rows[j - 1] >> i & 1:
            j -= 1
            pairs.append((i, j))
            i -= 1
        else:
            j -= 1
    pairs.reverse()
    return pairs


def _places(items: Sequence[int]) -> dict[int, int]:
    """Where each item stands, as the bits of a number."""
    places: dict[int, int] = {}
    for index, item in enumerate(items):
        places[item] = places.get(item, 0) | 1 << index
    return places


def _rows(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """Row j of the table: bit i is clear where the i-th item of `left` adds one to the length."""
    places = _places(left)
    ones = (1 << len(left)) - 1
    row = ones
    rows = [row]
    for item in right:
        taken = row & places.get(item, 0)
        row = (row + taken | row - taken) & ones
        rows.append(row)
    return rows
