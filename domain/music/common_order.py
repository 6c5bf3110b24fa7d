"""The longest common subsequence of two rows of whole numbers.

Where they hardly differ, the way is found in as many steps as there are differences: Myers, "An O(ND) difference
algorithm and its variations" (1986). Else by whole machine words at a time: Hyyrö, "Bit-parallel LCS-length computation
revisited" (2004), one row of the table is one long integer, so two pieces of 5,000 notes take some milliseconds and no
band limits what a skipped page could leave. Both walk back the same way, so they find the same pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

NONE = -1
# More differences than this are left to the table: the steps grow with their square.
MOST_APART = 96


def leftmost(left: list[int], right: list[int], names: list[int]) -> list[int]:
    """For each item of `left` its equal in `right`, or -1: in order, as many as possible, everything taken earliest.

    `names` says what each item of `right` is called in the answer.
    """
    ways = _ways(left, right)
    if ways:
        return _walked_back(ways, len(left), names)
    return _from_table(left, right, names)


def rightmost(left: list[int], right: list[int], names: list[int]) -> list[int]:
    """The same number of pairs, everything taken as late as it can be."""
    return leftmost(left[::-1], right[::-1], names[::-1])[::-1]


def length(left: Sequence[int], right: Sequence[int]) -> int:
    """How many pairs there are."""
    places = _places(left)
    row = ones = _ones(len(left))
    for item in right:
        taken = row & places.get(item, 0)
        row = (row + taken | row - taken) & ones
    return len(left) - row.bit_count()


def _ways(left: list[int], right: list[int]) -> list[list[int]]:
    """How far each diagonal of the table is reached with 0, 1, 2 … items left out; nothing where too many must be.

    With d left out the diagonals -d, 2-d … d can be reached (items of `left` used less those of `right`); each entry is
    how many items of `left` are used there.
    """
    goal = len(left) - len(right)
    ways: list[list[int]] = []
    before: list[int] = []
    for apart in range(MOST_APART + 1):
        row: list[int] = []
        for step in range(apart + 1):
            used = before[step - 1] + 1 if step > 0 else 0
            if step < apart and before[step] > used:
                used = before[step]
            row.append(_slide(left, right, used, used - (2 * step - apart)))
        ways.append(row)
        if -apart <= goal <= apart and (goal + apart) % 2 == 0 and row[(goal + apart) // 2] >= len(left):
            return ways
        before = row
    return []


def _slide(left: list[int], right: list[int], i: int, j: int) -> int:
    """How many items of `left` are used after all equal ones that follow."""
    n, m = len(left), len(right)
    while i < n and j < m and left[i] == right[j]:
        i += 1
        j += 1
    return i


def _walked_back(ways: list[list[int]], n: int, names: list[int]) -> list[int]:
    """Back from the end, items left out of `left` before those of `right`, as `_from_table` does it."""
    found = [NONE] * n
    i, j = n, len(names)
    for apart in range(len(ways) - 1, 0, -1):
        before, step = ways[apart - 1], (i - j + apart) // 2
        dropped = before[step - 1] + 1 if step > 0 else 0
        skipped = before[step] if step < apart else 0
        turn = min(i, max(dropped, skipped))
        found[turn:i] = names[turn - i + j : j]
        i, j = turn, turn - i + j
        if i == 0 or j == 0:
            return found
        if dropped >= i:
            i -= 1
        else:
            j -= 1
    found[:i] = names[:i]
    return found


def _from_table(left: list[int], right: list[int], names: list[int]) -> list[int]:
    rows = _rows(left, right)
    found = [NONE] * len(left)
    i, j = len(left) - 1, len(right)
    while i >= 0 and j > 0:
        if rows[j] >> i & 1:
            i -= 1
        elif rows[j - 1] >> i & 1:
            j -= 1
            found[i] = names[j]
            i -= 1
        else:
            j -= 1
    return found


def _places(items: Sequence[int]) -> dict[int, int]:
    """Where each item stands, as the bits of a number."""
    places: dict[int, int] = {}
    for index, item in enumerate(items):
        places[item] = places.get(item, 0) | 1 << index
    return places


def _ones(count: int) -> int:
    """A number of so many bits, all set. Apart from the others, for compiled it must not become 64 bits."""
    return (1 << count) - 1


def _rows(left: Sequence[int], right: Sequence[int]) -> list[int]:
    """Row j of the table: bit i is clear where the i-th item of `left` adds one to the length."""
    places = _places(left)
    ones = _ones(len(left))
    row = ones
    rows = [row]
    for item in right:
        taken = row & places.get(item, 0)
        row = (row + taken | row - taken) & ones
        rows.append(row)
    return rows
