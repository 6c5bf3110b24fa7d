"""What one open keyboard hands on: notes that are always released, nothing after the end, never a flood."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from app.midi.hearing import MOST_NOTES_PER_SECOND, RECENT, Hearing
from app.midi.state import KeyboardSettings
from domain.music.note import Note, Pedal

PRONE = (0x80, 0x90, 0x91, 0xB0, 64, 60, 0, 127, 0xF0, 0xF7, 0xF8, 0xFE, 0xFF, 123, 120, 0xC0, 0xE0, 0xF2)


class Room:
    """A hearing with everything that it said, on a clock that is moved by hand."""

    def __init__(self, settings: KeyboardSettings | None = None) -> None:
        self.time = 0
        self.said: list[Note | Pedal] = []
        self.hearing = Hearing(
            name="Piano",
            on_note=self.said.append,
            on_pedal=self.said.append,
            now=lambda: self.time,
            settings=settings or KeyboardSettings(),
        )

    def send(self, *data: int, at: int | None = None) -> None:
        self.time = self.time if at is None else at
        self.hearing.receive((data, 0.0))


def test_a_key_goes_down_and_up_with_one_stamp_each() -> None:
    room = Room()
    room.send(0x90, 60, 100, at=5)
    room.send(0x80, 60, 64, at=9)
    assert room.said == [Note(60, 100, 5), Note(60, 0, 9)]


def test_note_on_with_velocity_0_is_a_release() -> None:
    room = Room()
    room.send(0x90, 60, 100)
    room.send(0x90, 60, 0)
    assert room.said == [Note(60, 100, 0), Note(60, 0, 0)]


def test_a_release_without_a_press_is_nothing() -> None:
    room = Room()
    room.send(0x80, 60, 0)
    assert room.said == []


def test_pedal_is_told_when_it_moves() -> None:
    room = Room()
    for value in (127, 127, 0):
        room.send(0xB0, 64, value)
    assert room.said == [Pedal(127, 0), Pedal(0, 0)]


def test_the_drum_channel_and_other_messages_are_no_keys() -> None:
    room = Room()
    room.send(0x99, 36, 100)
    room.send(0xC0, 5)
    room.send(0xE0, 0, 64)
    room.send(0xB0, 7, 100)
    assert room.said == []


def test_closing_releases_what_is_down_and_hears_no_more() -> None:
    room = Room()
    room.send(0x90, 60, 100)
    room.send(0x90, 64, 100)
    room.send(0xB0, 64, 90)
    room.time = 7
    room.hearing.close()
    room.send(0x90, 67, 100)
    room.hearing.close()
    assert room.said[3:] == [Note(60, 0, 7), Note(64, 0, 7), Pedal(0, 7)]


def test_all_notes_off_releases_everything() -> None:
    room = Room()
    room.send(0x90, 60, 100)
    room.send(0xB0, 123, 0)
    assert room.said[-1] == Note(60, 0, 0)


def test_transposed_keys_are_released_as_they_were_pressed() -> None:
    room = Room(KeyboardSettings(transpose=12))
    room.send(0x90, 60, 100)
    room.hearing.settings = KeyboardSettings(transpose=-12)
    room.send(0x80, 60, 0)
    assert [note.pitch for note in room.said if isinstance(note, Note)] == [72, 72]


def test_transposing_out_of_range_is_silence() -> None:
    room = Room(KeyboardSettings(transpose=24))
    room.send(0x90, 120, 100)
    room.send(0x80, 120, 0)
    assert room.said == []


def test_split_tells_the_hands_apart() -> None:
    settings = KeyboardSettings(split=60)
    assert settings.is_left_hand(59)
    assert not settings.is_left_hand(60)


def test_a_flood_is_bounded_and_its_keys_come_up() -> None:
    room = Room()
    for _ in range(10 * MOST_NOTES_PER_SECOND):
        room.send(0x90, 60, 100)
    assert len(room.said) == MOST_NOTES_PER_SECOND
    room.send(0x80, 60, 0)
    assert room.said[-1] == Note(60, 0, 0)
    room.send(0x90, 61, 100, at=1_000_000)
    assert room.said[-1] == Note(61, 100, 1_000_000)


def test_the_test_page_sees_the_latest_messages_only() -> None:
    room = Room()
    for number in range(RECENT + 10):
        room.send(0x90, number % 128, 1, at=number)
    recent = room.hearing.recent()
    assert len(recent) == RECENT
    assert (recent[-1].at, recent[-1].keyboard) == (RECENT + 9, "Piano")
    assert recent[-1].text.startswith("note_on")


@given(st.lists(st.lists(st.integers(0, 255), max_size=40), max_size=30))
def test_after_any_stream_every_key_is_up_again(pieces: list[list[int]]) -> None:
    room = Room()
    for piece in pieces:
        room.send(*piece)
    room.hearing.close()
    down: set[int] = set()
    pedal = 0
    for said in room.said:
        if isinstance(said, Pedal):
            pedal = said.value
            continue
        assert 0 <= said.pitch <= 127
        assert 0 <= said.velocity <= 127
        if said.velocity:
            down.add(said.pitch)
        else:
            assert said.pitch in down
            down.remove(said.pitch)
    assert not down
    assert pedal == 0


def streams(count: int) -> Iterator[bytes]:
    """Seeded noise, half of it with the bytes that matter more often than chance would have them."""
    chance = random.Random(20_260_101)
    for number in range(count):
        size = chance.randrange(400)
        if number % 2:
            yield chance.randbytes(size)
        else:
            yield bytes(chance.choice(PRONE) for _ in range(size))


def test_ten_thousand_malformed_streams() -> None:
    for stream in streams(10_000):
        room = Room()
        cut = len(stream) // 3
        for piece in (stream[:cut], stream[cut:]):
            room.send(*piece)
        room.hearing.close()
        assert len(room.said) <= len(stream)
        assert all(isinstance(said, Note | Pedal) for said in room.said)
