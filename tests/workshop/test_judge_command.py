"""`./mlc judge` on files: a report for programs, a table for people, code 2 for what cannot be judged."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import mido
import pytest

from domain.music.mei import QUARTER_NOTE, note, staff_mei
from domain.music.rhythm import Metre
from workshop.judge import judge_command

NAMES = ["C4", "D4", "E4", "F4", "G4", "A4", "B4", "C5"]
KEYS = [60, 62, 64, 65, 67, 69, 71, 72]


def recording(keys: list[int], beat: float = 0.5, start: float = 3.0) -> bytes:
    file = mido.MidiFile(ticks_per_beat=500)
    track = mido.MidiTrack()
    ticks = round(beat * 1_000)
    for number, key in enumerate(keys):
        track.append(mido.Message("note_on", note=key, velocity=70, time=round(start * 1_000) if number == 0 else 0))
        track.append(mido.Message("note_off", note=key, time=ticks))
    file.tracks.append(track)
    out = io.BytesIO()
    file.save(file=out)
    return out.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    score, performance = tmp_path / "score.mei", tmp_path / "played.mid"
    items = [note(name, QUARTER_NOTE, f"n{k}") for k, name in enumerate(NAMES)]
    score.write_text(staff_mei(items, metre=Metre(4, 4)))
    performance.write_bytes(recording([60, 62, 63, 65, 69, 71, 72, 40]))
    return score, performance


def report(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], **more: object) -> dict[str, object]:
    assert judge_command(*files, as_json=True, **more) == 0  # type: ignore[arg-type]
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_report(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    found = report(files, capsys)
    notes = found["notes"]
    assert isinstance(notes, list)
    assert [each["id"] for each in notes] == [f"n{k}" for k in range(8)]
    assert [each["verdict"] for each in notes[:3]] == ["right", "right", "wrong_accidental"]
    assert notes[4]["verdict"] == "missed"
    assert (notes[1]["played_index"], notes[1]["played_onset_ms"], notes[1]["matched"]) == (1, 3_500, True)
    assert (notes[2]["played_pitch"], notes[2]["matched"]) == (63, False)
    assert found["summary"]["played_notes"] == 8  # type: ignore[index]
    assert [each["played_pitch"] for each in found["extras"]] == [40]  # type: ignore[attr-defined]


def test_the_click_begins_with_the_first_notes(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    files[1].write_bytes(recording(KEYS))
    found = report(files, capsys, click=120, level="strict")
    assert found["summary"]["counts"] == {"right": 8}  # type: ignore[index]
    slow = report(files, capsys, click=100)
    assert slow["summary"]["pace"] == "rushing" or slow["summary"]["counts"] != {"right": 8}  # type: ignore[index]


def test_the_table(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert judge_command(*files) == 0
    printed = capsys.readouterr().out
    assert "missed" in printed
    assert "of 100" in printed


def test_a_midi_file_as_score(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    score = files[0].with_suffix(".mid")
    score.write_bytes(recording(KEYS, start=0))
    files[1].write_bytes(recording(KEYS, beat=0.7))
    found = report((score, files[1]), capsys)
    assert found["summary"]["counts"] == {"right": 8}  # type: ignore[index]


def test_repeats_are_taken_as_they_were_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measure = "".join(
        f"<note><pitch><step>{step}</step><octave>4</octave></pitch><duration>1</duration></note>" for step in "CDEF"
    )
    end = '<barline><repeat direction="backward"/></barline>'
    score, performance = tmp_path / "s.musicxml", tmp_path / "p.mid"
    score.write_text(
        f'<score-partwise><part id="P"><measure number="1"><attributes><divisions>1</divisions></attributes>{measure}'
        f"{end}</measure></part></score-partwise>"
    )
    for keys in ([60, 62, 64, 65], [60, 62, 64, 65] * 2):
        performance.write_bytes(recording(keys))
        found = report((score, performance), capsys)
        assert found["summary"]["counts"] == {"right": len(keys)}  # type: ignore[index]


@pytest.mark.parametrize(
    "spoil", ["cut score", "empty score", "cut performance", "empty performance", "no file", "level", "click", "kind"]
)
def test_bad_input_is_code_two_and_one_sentence(
    files: tuple[Path, Path], spoil: str, capsys: pytest.CaptureFixture[str]
) -> None:
    score, performance = files
    target = score if "score" in spoil else performance
    if spoil.startswith(("cut", "empty")):
        target.write_bytes(target.read_bytes()[: 0 if spoil.startswith("empty") else -20])
    if spoil == "no file":
        performance.unlink()
    if spoil == "kind":
        score = score.rename(score.with_suffix(".docx"))
        score.write_bytes(b"hello")
    code = judge_command(
        score, performance, level="happy" if spoil == "level" else "normal", click=0 if spoil == "click" else None
    )
    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    assert printed.err.strip().endswith(".")
    assert len(printed.err.strip().splitlines()) == 1


def test_as_a_program(files: tuple[Path, Path]) -> None:
    words = [sys.executable, "-m", "workshop.judge", "--score", str(files[0]), "--performance", str(files[1]), "--json"]
    home = Path(__file__).resolve().parents[2]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False, cwd=home)
    assert done.returncode == 0
    assert json.loads(done.stdout)["level"] == "normal"


@pytest.mark.parametrize(("by", "said"), [(2, "2 semitones too high"), (-12, "12 semitones too low")])
def test_a_transposed_keyboard_is_one_remark(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], by: int, said: str
) -> None:
    files[1].write_bytes(recording([key + by for key in KEYS]))
    found = report(files, capsys)
    assert found["summary"]["transposed"] == by  # type: ignore[index]
    assert found["summary"]["counts"] == {"right": 8}  # type: ignore[index]
    assert judge_command(*files) == 0
    assert said in capsys.readouterr().out


def test_who_plays_as_written_or_something_else_is_not_transposed(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for keys in (KEYS, [40, 47, 41, 50, 43], [*KEYS[:4], *(key + 1 for key in KEYS[4:])]):
        files[1].write_bytes(recording(keys))
        assert report(files, capsys)["summary"]["transposed"] == 0  # type: ignore[index]


def test_what_is_wrong_names_the_file(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    files[1].write_bytes(recording(KEYS)[:-9])
    assert judge_command(*files) == 2
    assert capsys.readouterr().err.startswith("played.mid: The MIDI file is cut off")
    files[1].write_bytes(recording(KEYS))
    files[0].write_text(files[0].read_text().replace('pname="e"', 'pname="h"', 1))
    assert judge_command(*files) == 2
    assert capsys.readouterr().err.startswith("score.mei: Line 1 of the MEI file: “h” is not")
