"""MIDI files against mido's reading of them; twenty thousand broken ones end in one sentence each."""

from __future__ import annotations

import io
from random import Random

import mido
import pytest

from domain.music.rhythm import QUARTER
from domain.music.score import ScoreError
from domain.music.smf import MOST_BYTES, performance_of, read_smf, score_of_smf
from domain.records.progress import PEDAL


def saved(*tracks: list[mido.Message | mido.MetaMessage], division: int = 480, kind: int = 1) -> bytes:
    file = mido.MidiFile(ticks_per_beat=division, type=kind)
    file.tracks.extend(mido.MidiTrack(track) for track in tracks)
    out = io.BytesIO()
    file.save(file=out)
    return out.getvalue()


def on(pitch: int, time: int = 0, velocity: int = 64) -> mido.Message:
    return mido.Message("note_on", note=pitch, velocity=velocity, time=time)


def off(pitch: int, time: int = 0) -> mido.Message:
    return mido.Message("note_off", note=pitch, time=time)


def tempo(value: int, time: int = 0) -> mido.MetaMessage:
    return mido.MetaMessage("set_tempo", tempo=value, time=time)


CHANGES = [tempo(500_000), tempo(1_000_000, 480)]
MUSIC = [
    on(60),
    on(64, 10),
    off(60, 470),
    on(60, 0),
    mido.Message("control_change", control=64, value=127, time=240),
    on(60, 240, 0),
    off(64, 0),
]
GOOD = saved(CHANGES, MUSIC)


def test_a_performance_in_microseconds() -> None:
    assert performance_of(GOOD) == [
        (0, 60, 64),
        (10 * 500_000 // 480, 64, 64),
        (500_000, 60, 0),
        (500_000, 60, 64),
        (1_000_000, PEDAL, 127),
        (1_500_000, 60, 0),
        (1_500_000, 64, 0),
    ]


def test_any_performance_is_timed_as_mido_times_it() -> None:
    chance = Random(3)
    for _ in range(20):
        track = [on(chance.randrange(128), chance.randrange(2_000), chance.randrange(1, 128)) for _ in range(40)]
        changes = [tempo(chance.randrange(200_000, 2_000_000), chance.randrange(900)) for _ in range(6)]
        data = saved(changes, track, division=chance.choice((96, 480, 1_000)))
        at, theirs = 0.0, []
        for message in mido.MidiFile(file=io.BytesIO(data)):
            at += message.time
            if message.type == "note_on":
                theirs.append((at * 1_000_000, message.note))
        ours = performance_of(data)
        assert [pitch for _, pitch, _ in ours] == [pitch for _, pitch in theirs]
        assert all(abs(a[0] - b[0]) <= 8 for a, b in zip(ours, theirs, strict=True))


def test_a_score() -> None:
    metre = [
        mido.MetaMessage("time_signature", numerator=6, denominator=8),
        mido.MetaMessage("key_signature", key="Eb"),
    ]
    left = [on(48), off(48, 960)]
    score = score_of_smf(saved([*metre, *CHANGES], MUSIC, left))
    assert [(n.pitch.midi, n.onset, n.duration, n.staff) for n in score.notes] == [
        (48, 0, 2 * QUARTER, 2),
        (60, 0, QUARTER, 1),
        (64, 0, 2 * QUARTER, 1),
        (60, QUARTER, QUARTER, 1),
    ]
    assert (score.beat, score.fifths, score.tempi) == (QUARTER * 3 // 2, -3, ((0, 500_000), (QUARTER, 1_000_000)))
    assert score.times == [0, 500_000]


def test_running_status_sysex_and_strange_chunks_are_read_over() -> None:
    track = bytes.fromhex("00 903c40 10 4040 00 f0 03 010203 00 ff 01 02 6869 00 80 3c40 00 4040 00 ff2f00")
    strange = b"XFIH" + (4).to_bytes(4, "big") + b"abcd"
    data = GOOD[:8] + bytes.fromhex("0000 0001 0060") + strange + b"MTrk" + len(track).to_bytes(4, "big") + track
    assert [(pitch, velocity) for _, pitch, velocity in performance_of(data)] == [(60, 64), (64, 64), (60, 0), (64, 0)]


def test_running_status_goes_on_behind_a_text() -> None:
    track = bytes.fromhex("00 903c40 00 ff 01 02 6869 10 4040 00 ff2f00")
    data = GOOD[:8] + bytes.fromhex("0000 0001 0060") + b"MTrk" + len(track).to_bytes(4, "big") + track
    assert [pitch for _, pitch, _ in performance_of(data)] == [60, 64]


@pytest.mark.parametrize(
    ("frames", "ticks", "second"), [(24, 24 * 80, 1), (25, 25 * 80, 1), (30, 30 * 80, 1), (29, 30 * 80, 1.001)]
)
def test_film_frames_are_seconds_whatever_the_tempo(frames: int, ticks: int, second: float) -> None:
    long = saved([tempo(250_000)], [on(60), off(60, ticks), on(62), off(62, ticks)])
    data = long[:12] + bytes((256 - frames, 80)) + long[14:]
    assert [at for at, _, velocity in performance_of(data) if velocity] == [0, round(second * 1_000_000)]
    assert score_of_smf(data).onsets == [0, round(second * 1_000_000)]


def test_one_song_alone_and_a_wrapped_file_are_read() -> None:
    single = saved([on(60), off(60, 5)])
    assert len(performance_of(single[:8] + b"\x00\x02" + single[10:])) == 2
    wrapped = b"RIFF" + (len(GOOD) + 12).to_bytes(4, "little") + b"RMIDdata" + len(GOOD).to_bytes(4, "little") + GOOD
    assert performance_of(wrapped) == performance_of(GOOD)


def test_measures_are_numbered_by_the_time_signatures() -> None:
    def metre(beats: int, unit: int, time: int = 0) -> mido.MetaMessage:
        return mido.MetaMessage("time_signature", numerator=beats, denominator=unit, time=time)

    notes = [message for key in range(60, 72) for message in (on(key), off(key, 480))]
    plain = [note.measure for note in score_of_smf(saved(notes)).notes]
    assert plain == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
    changing = [metre(3, 4), metre(2, 4, 6 * 480)]
    assert [note.measure for note in score_of_smf(saved(changing, notes)).notes] == [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5]
    cut_short = [metre(4, 4), metre(3, 8, 5 * 480)]
    assert [note.measure for note in score_of_smf(saved(cut_short, notes)).notes][:8] == [1, 1, 1, 1, 2, 3, 3, 4]


def test_drums_are_not_played_on_keys() -> None:
    drums = [mido.Message("note_on", channel=9, note=40, velocity=9), on(60), off(60, 5)]
    assert len(performance_of(saved(drums))) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF" + GOOD,
        GOOD[:4],
        GOOD[:13],
        GOOD[:-1],
        GOOD[: len(GOOD) // 2],
        GOOD[:8] + b"\x00\x02" + GOOD[10:],
        GOOD[:12] + b"\xee\x50" + GOOD[14:],
        GOOD[:12] + b"\x00\x00" + GOOD[14:],
        GOOD[:10] + b"\x00\x00" + GOOD[12:],
        GOOD[:10] + b"\x00\x09" + GOOD[12:],
        saved([tempo(500_000)]),
        saved([tempo(5)], MUSIC),
        saved([on(60), off(60, 0x0FFFFFFF)], division=1),
        b"MThd" + b"\x00" * MOST_BYTES,
    ],
)
def test_what_is_no_whole_midi_file_is_refused(data: bytes) -> None:
    with pytest.raises(ScoreError) as refusal:
        performance_of(data)
    assert str(refusal.value).endswith(".")


def broken(source: bytes, chance: Random) -> bytes:
    data = bytearray(source)
    for _ in range(chance.randrange(1, 8)):
        way, place = chance.randrange(4), chance.randrange(len(data))
        if way == 0:
            data[place] = chance.randrange(256)
        elif way == 1:
            del data[place : place + chance.randrange(1, 20)]
        elif way == 2:
            data[place:place] = chance.randbytes(chance.randrange(1, 20))
        else:
            data = data[: max(20, place)]
        if len(data) < 20:
            return bytes(data)
    return bytes(data)


@pytest.mark.timeout(600)
def test_twenty_thousand_broken_files_are_read_or_refused() -> None:
    chance = Random(7)
    refused = 0
    for _ in range(20_000):
        data = broken(GOOD, chance)
        for reader in (performance_of, score_of_smf):
            try:
                reader(data)
            except ScoreError:
                refused += 1
    assert refused > 10_000


def test_noise_is_refused() -> None:
    chance = Random(9)
    for _ in range(2_000):
        with pytest.raises(ScoreError):
            read_smf(chance.randbytes(chance.randrange(200)))
