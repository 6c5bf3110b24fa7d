"""The port on real JACK ports, with keyboards in processes of their own that are plugged, pulled and killed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from app.midi.driver import ALSA_SEQUENCER, Driver, MidiUnavailableError
from app.midi.port import Port
from app.midi.state import KeyboardSettings, PortState
from domain.music.note import Note, Pedal
from workshop.rigs import Player, numbered, player, wait_until


class Told:
    """A running port and everything that it said."""

    def __init__(self, chosen: Sequence[str] = ("Piano",), driver: str = "jack") -> None:
        self.notes: list[Note] = []
        self.pedals: list[Pedal] = []
        self.news: list[str] = []
        self.states: list[PortState] = []
        self.saved: list[Sequence[str]] = []
        self.port = Port(
            on_note=self.notes.append,
            on_pedal=self.pedals.append,
            on_state=self.states.append,
            on_lost=lambda name: self.news.append(f"lost {name}"),
            on_found=lambda name: self.news.append(f"found {name}"),
            now=lambda: time.perf_counter_ns() // 1000,
            load=lambda: chosen,
            save=self.saved.append,
            driver=driver,
        )

    def until(self, condition: Callable[[], bool], what: str) -> None:
        wait_until(condition, what=f"{what}; heard {self.news}, {self.port.state}")

    def until_news(self, *news: str) -> None:
        self.until(lambda: self.news == list(news), f"news {news}")


@contextmanager
def listening(chosen: Sequence[str] = ("Piano",), driver: str = "jack") -> Iterator[Told]:
    told = Told(chosen, driver)
    told.port.start()
    try:
        yield told
    finally:
        told.port.close()


def open_names(told: Told) -> list[str]:
    return [keyboard.name for keyboard in told.port.state.keyboards if keyboard.open]


def test_2000_of_2000_notes_arrive_in_order(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        sent = piano.notes(2_000, gap_us=1_500)
        told.until(lambda: len(told.notes) >= 4_000, "the notes")
    expected = [numbered(number)[0][1:] for number in range(2_000)]
    pressed = [note for note in told.notes if note.velocity]
    assert [[note.pitch, note.velocity] for note in pressed] == expected
    assert [note.pitch for note in told.notes if not note.velocity] == [pitch for pitch, _ in expected]
    assert [note.at for note in told.notes] == sorted(note.at for note in told.notes)
    late = sorted(note.at - at for note, at in zip(pressed, sent, strict=True))
    # Each is stamped when it arrives: a period of JACK is 1.3 ms, the rest is for a busy machine.
    assert late[0] >= 0
    assert late[len(late) // 2] < 10_000


def test_a_pulled_keyboard_releases_its_keys_is_missed_and_comes_back(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        piano.send([0x90, 60, 100], [0x90, 64, 90], [0xB0, 64, 127])
        told.until(lambda: len(told.pedals) == 1, "the pedal")
        piano.unplug()
        told.until_news("found Piano", "lost Piano")
        assert sorted(note.pitch for note in told.notes if not note.velocity) == [60, 64]
        assert told.pedals[-1].value == 0
        told.until(lambda: told.port.state.missing == ("Piano",), "the missing name")
        assert not told.port.state.ready
        piano.plug()
        told.until_news("found Piano", "lost Piano", "found Piano")
        piano.send([0x90, 67, 100])
        told.until(lambda: told.notes[-1].pitch == 67, "the note after the cable is back")
        told.until(lambda: told.port.state.missing == (), "nothing missing")


def test_a_killed_keyboard_is_noticed_too(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        piano.send([0x90, 60, 100])
        told.until(lambda: len(told.notes) == 1, "the note")
        piano.kill()
        told.until_news("found Piano", "lost Piano")
    assert told.notes[-1].velocity == 0


def test_a_keyboard_that_is_back_before_anybody_looked_is_opened_again(
    piano: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Looked at seldom, so that it is away and back under the same name between two looks.
    monkeypatch.setattr("app.midi.port.LOOK_EVERY", 2.0)
    with listening() as told:
        told.until_news("found Piano")
        piano.send([0x90, 60, 100])
        told.until(lambda: bool(told.notes), "the first note")
        piano.unplug()
        piano.plug()
        told.until_news("found Piano", "lost Piano", "found Piano")
        piano.send([0x90, 61, 100])
        told.until(lambda: told.notes[-1].pitch == 61, "a note after it is back")
    assert [(note.pitch, note.velocity > 0) for note in told.notes[:2]] == [(60, True), (60, False)]


def test_running_status_and_noise_from_a_real_port(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        piano.send([0x90, 60, 100], [62, 100], [0xFE], [0xF8], [0x90, 60], [0], [0x90, 62, 0])
        told.until(lambda: len(told.notes) == 4, "the notes")
    assert [(note.pitch, note.velocity > 0) for note in told.notes] == [
        (60, True),
        (62, True),
        (60, False),
        (62, False),
    ]


def test_the_first_keyboard_is_used_until_one_is_chosen(piano: Player) -> None:
    with listening(chosen=()) as told, player("Organ") as organ:
        told.until(lambda: len(told.port.state.keyboards) == 2, "both")
        assert open_names(told) == ["Piano"]
        told.port.choose(["Organ"])
        told.until(lambda: open_names(told) == ["Organ"], "the organ")
        piano.send([0x90, 60, 100])
        organ.send([0x90, 62, 100])
        told.until(lambda: len(told.notes) == 1, "the organ's note")
        assert told.notes[0].pitch == 62
        told.port.choose(["Organ", "Piano"])
        told.until(lambda: open_names(told) == ["Piano", "Organ"], "both open")
        piano.send([0x90, 60, 100])
        told.until(lambda: len(told.notes) == 2, "the piano's note")
    assert told.saved == [("Organ",), ("Organ", "Piano")]


def test_to_find_ones_keyboard_all_are_heard_for_a_while_and_then_the_used_one_again(piano: Player) -> None:
    with listening(chosen=()) as told, player("Organ") as organ:
        told.until(lambda: len(told.port.state.keyboards) == 2, "both")
        told.port.audition(True)
        told.until(lambda: open_names(told) == ["Piano", "Organ"], "both open")
        assert [keyboard.name for keyboard in told.port.state.keyboards if keyboard.used] == ["Piano"]
        organ.send([0x90, 62, 100])
        told.until(lambda: bool(told.port.recent()), "the organ's message")
        assert [(message.keyboard, message.kind, message.key) for message in told.port.recent()] == [
            ("Organ", "down", 62)
        ]
        told.port.audition(False)
        told.until(lambda: open_names(told) == ["Piano"], "the piano alone")
        assert told.notes[-1].velocity == 0
        assert told.saved == []


def test_another_keyboard_stands_in_only_when_it_is_plugged_in_for_it(piano: Player) -> None:
    with listening() as told, player("Organ") as organ:
        told.until(lambda: len(told.port.state.keyboards) == 2, "both")
        piano.unplug()
        told.until_news("found Piano", "lost Piano")
        told.until(lambda: told.port.state.missing == ("Piano",), "the missing name")
        assert open_names(told) == []
        organ.unplug()
        told.until(lambda: told.port.state.keyboards == (), "nothing there")
        organ.plug()
        told.until_news("found Piano", "lost Piano", "found Organ")
        assert told.port.state.missing == ("Piano",)
        piano.plug()
        told.until(lambda: open_names(told) == ["Piano"], "the chosen one again")


def test_settings_and_test_page(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        told.port.use(KeyboardSettings(transpose=-12))
        piano.send([0x90, 60, 100])
        told.until(lambda: bool(told.notes), "the note")
        assert told.notes[0].pitch == 48
        assert [message.text.split()[0] for message in told.port.recent()] == ["note_on"]


def test_nothing_is_heard_after_close(piano: Player) -> None:
    with listening() as told:
        told.until_news("found Piano")
        piano.send([0x90, 60, 100])
        told.until(lambda: bool(told.notes), "the note")
    piano.send([0x90, 61, 100])
    assert [note.pitch for note in told.notes] == [60, 60]


def test_a_port_that_was_never_started_closes() -> None:
    Told().port.close()


def test_a_missing_driver_is_explained() -> None:
    with listening(driver="carrier pigeon") as told:
        told.until(lambda: told.port.state.problem is not None, "the explanation")
        problem = told.port.state.problem
        assert problem is not None
        assert "carrier pigeon" in problem.english()


@pytest.mark.skipif(ALSA_SEQUENCER.exists(), reason="this machine has a sequencer")
def test_without_a_sequencer_the_user_is_told_what_to_ask_for(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MidiUnavailableError) as raised:
        Driver("alsa")
    assert "snd-seq" in raised.value.say.english()
    assert capfd.readouterr().err == ""


def test_without_a_jack_server_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "mlc-nobody")
    with pytest.raises(MidiUnavailableError) as raised:
        Driver("jack")
    assert "JACK" in raised.value.say.english()
