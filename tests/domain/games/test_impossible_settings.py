"""Settings with which a game could ask nothing, or would never stop looking for a question, are refused when read."""

from __future__ import annotations

import msgspec
import pytest

from domain.games import ALL, CHECKS
from domain.games.note_reading import Reading

# What has no default.
NEEDED = {"key_signatures": {"fifths": [0, 1]}}
EMPTIED = [
    (name, field.name)
    for name, family in ALL.items()
    for field in msgspec.structs.fields(family.settings)
    if isinstance(field.default, tuple) and field.default
]


@pytest.mark.parametrize(("family", "field"), EMPTIED)
def test_a_list_that_was_emptied_leaves_nothing_to_ask(family: str, field: str) -> None:
    with pytest.raises(ValueError, match=field):
        CHECKS[family]({**NEEDED.get(family, {}), field: []})


def test_a_note_that_is_named_twice_is_asked_as_one() -> None:
    """Two alike were looked through for ever for one that is not the last."""
    assert len(Reading(treble=("C4", "C4"), only=True).pool()) == 1


@pytest.mark.parametrize("notes", [-1, 0, 1])
def test_one_note_is_no_scale(notes: int) -> None:
    with pytest.raises(ValueError, match="notes"):
        CHECKS["scales"]({"notes": notes})


@pytest.mark.parametrize("name", ["a", "CC", "H", ""])
def test_keys_are_named_as_musicians_do(name: str) -> None:
    with pytest.raises(ValueError, match=r"names|is not the name of a pitch"):
        CHECKS["keyboard_geography"]({"names": [name]})
