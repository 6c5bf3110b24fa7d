"""Names that stay, twins told apart, and which keyboard is listened to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.midi.naming import Naming, plain_name, wanted

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("raw", "driver", "name"),
    [
        ("CASIO USB-MIDI:CASIO USB-MIDI MIDI 1 20:0", "alsa", "CASIO USB-MIDI"),
        ("CASIO USB-MIDI:CASIO USB-MIDI MIDI 2 20:1", "alsa", "CASIO USB-MIDI MIDI 2"),
        ("Digital Piano:Digital Piano Port-0 24:0", "alsa", "Digital Piano"),
        ("FLUID Synth (12):port 128:0", "alsa", "FLUID Synth (12): port"),
        ("Piano:out", "jack", "Piano"),
        ("Piano-01:out", "jack", "Piano"),
        ("a2j:Roland (capture)", "jack", "a2j: Roland (capture)"),
        ("Digital Piano 0", "windows", "Digital Piano"),
        ("Yamaha P-125", "coremidi", "Yamaha P-125"),
        ("7", "windows", "7"),
    ],
)
def test_numbers_of_the_driver_are_left_out(raw: str, driver: str, name: str) -> None:
    assert plain_name(raw, driver) == name


@given(st.text(min_size=1, max_size=30), st.sampled_from(["alsa", "jack", "windows", "coremidi"]))
def test_every_name_stays_a_name(raw: str, driver: str) -> None:
    assert plain_name(raw, driver)


def test_twins_get_numbers_and_keep_them_when_one_goes() -> None:
    naming = Naming("alsa")
    first, second = "Piano:Piano MIDI 1 20:0", "Piano:Piano MIDI 1 24:0"
    assert list(naming.names([first, second]).values()) == ["Piano", "Piano (2)"]
    assert naming.names([second]) == {second: "Piano (2)"}
    again = "Piano:Piano MIDI 1 28:0"
    assert naming.names([second, again]) == {second: "Piano (2)", again: "Piano"}


def test_what_nobody_plays_on_is_not_listed() -> None:
    assert Naming("alsa").names(["Midi Through:Midi Through Port-0 14:0", "System:Announce 0:1"]) == {}


@pytest.mark.parametrize(
    ("chosen", "present", "current", "passed_over", "expected"),
    [
        # Nothing was chosen: the first, and then the one that is open.
        ([], ["A", "B"], [], NOBODY, ("A",)),
        ([], ["A", "B"], ["B"], NOBODY, ("B",)),
        ([], [], [], NOBODY, ()),
        # What was chosen, also two at once.
        (["B"], ["A", "B"], ["A"], NOBODY, ("B",)),
        (["A", "B"], ["A", "B", "C"], [], NOBODY, ("A", "B")),
        # The same model in another socket.
        (["A"], ["A (2)"], [], NOBODY, ("A (2)",)),
        (["A (2)"], ["A"], [], NOBODY, ("A",)),
        # Another one stands in, but not one that lay there when the played one was lost.
        (["B"], ["A"], [], NOBODY, ("A",)),
        (["B"], ["A"], [], frozenset({"A"}), ()),
        (["B"], ["A", "C"], [], frozenset({"A"}), ("C",)),
        ([], ["A"], [], frozenset({"A"}), ()),
    ],
)
def test_which_keyboard_is_listened_to(
    chosen: list[str], present: list[str], current: list[str], passed_over: frozenset[str], expected: tuple[str, ...]
) -> None:
    assert wanted(chosen, present, current, passed_over) == expected


NAMES = st.lists(st.sampled_from(["A", "A (2)", "B", "C"]), unique=True)


@given(NAMES, NAMES, NAMES)
def test_only_what_is_there_is_listened_to_and_never_twice(
    chosen: list[str], present: list[str], current: list[str]
) -> None:
    names = wanted(chosen, present, current, NOBODY)
    assert set(names) <= set(present)
    assert len(set(names)) == len(names)
    assert bool(names) == bool(present)
