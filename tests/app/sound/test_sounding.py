"""The real synthesiser on a real sound server, heard by its samples."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from listening import frequency, loudest_pitch, onsets, strength

from app.sound.piano import Synth
from app.sound.silent import Silent
from app.sound.state import Instrument, SoundState
from domain.games.picture import Sound
from domain.games.tapping import Beat
from workshop.rigs import RATE, Ear, wait_until

OCTAVE = range(55, 75)


@contextmanager
def playing(**wishes: Any) -> Iterator[Synth]:
    synth = Synth(on_state=lambda _state: None, **wishes)
    synth.start()
    wait_until(lambda: not synth.state.loading, what="the synthesiser")
    try:
        yield synth
    finally:
        synth.close()


def written(target: Path) -> Sequence[int]:
    """The left channel of what the synthesiser wrote: blocks one after the other, whatever the machine is busy with."""
    # The size in the header comes with the file's end; what was written so far begins after its 44 bytes.
    heard = target.read_bytes()[44:]
    return memoryview(heard[: len(heard) // 4 * 4]).cast("h")[::2].tolist()


def wait_for_sound(target: Path, seconds: float) -> None:
    wait_until(lambda: target.exists() and target.stat().st_size > seconds * RATE * 4, what=f"{seconds:g} s of sound")


def uneven(begins: Sequence[float], beat: float) -> list[float]:
    """The gaps more than 2 ms off the beat: FluidSynth's own clock counts in whole ones, at either end of a gap."""
    gaps = [later - earlier for earlier, later in itertools.pairwise(begins)]
    return [gap for gap in gaps if abs(gap - beat) > 0.0021]


def heard_during(ear: Ear, seconds: float) -> Sequence[int]:
    start = len(ear.samples())
    ear.wait(seconds)
    return ear.samples()[start:].tolist()


def once_it_sounds(ear: Ear, start: int, seconds: float) -> Sequence[int]:
    """That much from the moment at which something is heard after sample `start`: a busy machine is late."""
    while not (begins := onsets(ear.samples()[start:].tolist(), threshold=150)):
        ear.wait(0.05)
    first = start + round(begins[0] * RATE)
    ear.wait(seconds)
    return ear.samples()[first : first + round(seconds * RATE)].tolist()


def loudness(samples: Sequence[int], start: float, end: float) -> int:
    """The furthest from silence between two moments, in seconds."""
    return max(map(abs, samples[round(start * RATE) : round(end * RATE)]))


def test_a_key_sounds_from_the_loudspeaker_at_its_pitch_and_stops(listener: Ear) -> None:
    with playing() as synth:
        synth.wake()
        listener.wait(0.3)
        before = len(listener.samples())
        synth.note(60, 100)
        samples = once_it_sounds(listener, before, 0.5)
        synth.note(60, 0)
        listener.wait(1.5)
        after = heard_during(listener, 0.2)
    assert loudest_pitch(samples, range(55, 67)) == 60
    assert max(map(abs, after)) < max(map(abs, samples)) / 20


@pytest.mark.parametrize("chord", [(60, 64, 67), (57, 60, 65)])
def test_a_chord_holds_its_pitches_and_no_others(tmp_path: Path, chord: tuple[int, ...]) -> None:
    target = tmp_path / "heard.wav"
    with playing(driver="file", wave_file=target) as synth:
        synth.play([Sound(pitch=pitch, length=1_000_000) for pitch in chord])
        wait_for_sound(target, 0.9)
    samples = written(target)
    begin = round(onsets(samples, threshold=150)[0] * RATE)
    samples = samples[begin + 8_000 : begin + 24_000]
    level = {pitch: strength(samples, frequency(pitch)) for pitch in OCTAVE}
    neighbours = {pitch + shift for pitch in chord for shift in (-1, 1)} - set(chord)
    assert min(level[pitch] for pitch in chord) > 3 * max(level[pitch] for pitch in neighbours if pitch in level)


def test_the_pedal_holds_what_is_let_go(tmp_path: Path) -> None:
    target = tmp_path / "heard.wav"
    with playing(driver="file", wave_file=target) as synth:
        synth.pedal(127)
        synth.note(60, 100)
        wait_for_sound(target, 0.2)
        synth.note(60, 0)
        wait_for_sound(target, 1.0)
        held = loudness(written(target), 0.8, 1.0)
        synth.pedal(0)
        let_go = len(written(target)) / RATE
        wait_for_sound(target, let_go + 1.3)
    assert loudness(written(target), let_go + 1.0, let_go + 1.2) < held / 5


def test_a_games_clicks_are_even_to_two_milliseconds(tmp_path: Path) -> None:
    target = tmp_path / "heard.wav"
    with playing(driver="file", wave_file=target) as synth:
        synth.play(Beat(length=250_000, per_bar=4).clicks(8))
        wait_for_sound(target, 2.7)
    begins = onsets(written(target), threshold=1_500)
    assert len(begins) == 8
    assert uneven(begins, 0.25) == []


def test_a_click_is_heard_from_the_loudspeaker(listener: Ear) -> None:
    with playing() as synth:
        listener.wait(0.2)
        start = len(listener.samples())
        synth.play(Beat(length=250_000, per_bar=4).clicks(4))
        assert loudness(once_it_sounds(listener, start, 0.1), 0, 0.1) > 1_500


def test_stop_forgets_what_is_scheduled(listener: Ear) -> None:
    with playing() as synth:
        listener.wait(0.2)
        start = len(listener.samples())
        synth.play([Sound(pitch=60, after=600_000)])
        synth.stop()
        listener.wait(1.0)
        assert onsets(listener.samples()[start:].tolist(), threshold=150) == []


def test_volume_and_instrument(tmp_path: Path) -> None:
    target = tmp_path / "heard.wav"
    with playing(driver="file", wave_file=target) as synth:
        synth.program(73)
        synth.volume(100)
        synth.note(72, 100)
        wait_for_sound(target, 0.5)
        loud = loudness(written(target), 0, 0.5)
        synth.volume(10)
        lowered = len(written(target)) / RATE
        wait_for_sound(target, lowered + 0.5)
    assert 0 < loudness(written(target), lowered + 0.2, lowered + 0.5) < loud / 3


def test_silence_closes_the_device_and_the_next_note_opens_it(listener: Ear) -> None:
    with playing(rest_after=0.3) as synth:
        synth.wake()
        engine = synth._engine
        assert engine is not None
        wait_until(lambda: not engine.awake, what="rest")
        start = len(listener.samples())
        synth.note(64, 100)
        assert loudest_pitch(once_it_sounds(listener, start, 0.5), range(59, 71)) == 64


def test_scheduled_music_keeps_the_device_awake(listener: Ear) -> None:
    with playing(rest_after=0.2) as synth:
        start = len(listener.samples())
        synth.play([Sound(pitch=60, after=1_200_000)])
        once_it_sounds(listener, start, 0.1)


def test_calls_from_many_threads_while_it_closes(loudspeaker: str) -> None:
    synth = Synth(on_state=lambda _state: None)
    synth.start()
    stop = threading.Event()

    def press() -> None:
        while not stop.is_set():
            synth.note(60, 80)
            synth.note(60, 0)
            synth.play([Sound(pitch=62, after=1_000)])

    threads = [threading.Thread(target=press) for _ in range(3)]
    for thread in threads:
        thread.start()
    wait_until(lambda: not synth.state.loading, what="the synthesiser")
    synth.close()
    synth.note(60, 80)
    stop.set()
    for thread in threads:
        thread.join()
    assert not synth.state.on


def test_a_file_is_a_driver_too(tmp_path: Path, loudspeaker: str) -> None:
    target = tmp_path / "heard.wav"
    with playing(driver="file", wave_file=target) as synth:
        synth.note(60, 100)
        wait_until(lambda: target.exists() and target.stat().st_size > RATE, what="the file")


@pytest.mark.parametrize(
    ("wishes", "words"),
    [({"driver": "nobody"}, "loudspeaker"), ({"font": Path("/nowhere/piano.sf2")}, "piano.sf2")],
)
def test_what_is_missing_is_said_and_notes_are_silent(
    loudspeaker: str, wishes: dict[str, Any], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with playing(**wishes) as synth:
        problem = synth.state.problem
        assert problem is not None
        assert words in problem.english()
        synth.note(60, 100)
        synth.play([Sound(pitch=60)])
        synth.pedal(1)
        synth.stop()
        synth.wake()
    assert capfd.readouterr().err == ""


def test_after_mending_it_starts_again(loudspeaker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = loudspeaker
    monkeypatch.delenv("PULSE_SERVER")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    with playing() as synth:
        assert not synth.state.on
        monkeypatch.setenv("PULSE_SERVER", address)
        wait_until(lambda: synth._thread is not None and not synth._thread.is_alive(), what="the thread's end")
        synth.start()
        wait_until(lambda: not synth.state.loading, what="the synthesiser")
        assert synth.state.on


def test_the_silent_instrument_says_why() -> None:
    instrument: Instrument = Silent()
    instrument.start()
    instrument.note(60, 100)
    instrument.pedal(1)
    instrument.program(1)
    instrument.volume(5)
    instrument.play([])
    instrument.wake()
    instrument.stop()
    instrument.close()
    state: SoundState = instrument.state
    assert not state.on
    assert state.problem is not None
