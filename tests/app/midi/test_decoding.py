"""Bytes in, whole messages out, whatever the bytes are."""

from __future__ import annotations

import mido
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.midi.decoding import Decoder

NOT_MUSIC = {"clock", "active_sensing", "start", "stop", "continue", "reset", "sysex"}
ANY_BYTES = st.lists(st.integers(0, 255), max_size=300)


def types(messages: list[mido.Message]) -> list[str]:
    return [message.type for message in messages]


def test_a_whole_message_comes_out_at_once() -> None:
    (message,) = Decoder().feed([0x90, 60, 100])
    assert (message.type, message.note, message.velocity, message.channel) == ("note_on", 60, 100, 0)


def test_running_status_within_and_between_pieces() -> None:
    decoder = Decoder()
    assert [m.note for m in decoder.feed([0x90, 60, 1, 61, 2])] == [60, 61]
    assert [m.note for m in decoder.feed([62])] == []
    assert [(m.note, m.velocity) for m in decoder.feed([3, 63, 4])] == [(62, 3), (63, 4)]


def test_running_status_holds_after_a_message_that_came_whole() -> None:
    decoder = Decoder()
    decoder.feed([0x80, 60, 0])
    assert types(decoder.feed([61, 0])) == ["note_off"]


def test_real_time_bytes_may_stand_anywhere_and_are_dropped() -> None:
    assert types(Decoder().feed([0xF8, 0x90, 0xFE, 60, 0xF8, 100, 0xFF])) == ["note_on"]


def test_a_new_status_ends_an_unfinished_message() -> None:
    (message,) = Decoder().feed([0x90, 60, 0x80, 61, 0])
    assert (message.type, message.note) == ("note_off", 61)


def test_system_exclusive_is_dropped_and_ends_running_status() -> None:
    decoder = Decoder()
    assert types(decoder.feed([0x90, 60, 1, 0xF0, 1, 2, 3])) == ["note_on"]
    assert decoder.feed([4] * 100_000) == []
    assert decoder.feed([0xF7, 60, 1]) == []


def test_a_new_status_ends_an_endless_system_exclusive() -> None:
    assert types(Decoder().feed([0xF0, 1, 2, 0x90, 60, 1])) == ["note_on"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([0xF2, 1, 2], ["songpos"]),
        ([0xF3, 1], ["song_select"]),
        ([0xF1, 5], ["quarter_frame"]),
        ([0xF6], ["tune_request"]),
        ([0xF4, 1, 0xF5, 2], []),
        ([0xC0, 5, 6], ["program_change", "program_change"]),
        ([0xE0, 0, 64], ["pitchwheel"]),
        ([0xF3, 1, 1], ["song_select"]),
    ],
)
def test_every_kind_of_message(data: list[int], expected: list[str]) -> None:
    assert types(Decoder().feed(data)) == expected


def test_what_is_no_byte_is_noise() -> None:
    assert types(Decoder().feed([0x90, 60, 300, -1, 100])) == ["note_on"]


def test_an_endless_system_exclusive_takes_no_memory() -> None:
    decoder = Decoder()
    decoder.feed([0xF0, *[1] * 200_000])
    assert decoder._data == []


@given(ANY_BYTES)
def test_any_bytes_give_typed_messages(data: list[int]) -> None:
    for message in Decoder().feed(data):
        assert isinstance(message, mido.Message)
        assert message.type not in NOT_MUSIC


@given(st.lists(ANY_BYTES, max_size=10))
def test_pieces_make_no_difference(pieces: list[list[int]]) -> None:
    decoder = Decoder()
    apart = [message for piece in pieces for message in decoder.feed(piece)]
    together = Decoder().feed([byte for piece in pieces for byte in piece])
    assert apart == together


@given(
    notes=st.lists(st.tuples(st.integers(0, 15), st.integers(0, 127), st.integers(0, 127)), max_size=50),
    running=st.booleans(),
)
def test_notes_survive_with_and_without_running_status(notes: list[tuple[int, int, int]], *, running: bool) -> None:
    data: list[int] = []
    status = None
    for channel, pitch, velocity in notes:
        if not running or status != 0x90 + channel:
            status = 0x90 + channel
            data.append(status)
        data += [pitch, velocity]
    heard = [(m.channel, m.note, m.velocity) for m in Decoder().feed(data)]
    assert heard == notes
