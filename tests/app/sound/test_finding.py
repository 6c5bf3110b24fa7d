"""Which SoundFont and which driver are taken, on folders made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.sound.drivers import candidates
from app.sound.fonts import find_font, known_folders


def test_liked_fonts_come_first_and_folders_may_be_missing(tmp_path: Path) -> None:
    for name in ("zzz.sf2", "aaa.SF2", "FluidR3Mono_GM.sf3", "notes.txt"):
        (tmp_path / name).touch()
    found = find_font((tmp_path / "nowhere", tmp_path))
    assert found == tmp_path / "FluidR3Mono_GM.sf3"
    found.unlink()
    assert find_font((tmp_path,)) == tmp_path / "aaa.SF2"


def test_no_font_is_none(tmp_path: Path) -> None:
    assert find_font((tmp_path,)) is None


def test_the_users_own_folder_comes_before_the_systems(tmp_path: Path) -> None:
    assert str(known_folders(tmp_path)[0]).startswith(str(tmp_path))


def test_a_bundle_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert known_folders(tmp_path)[0] == tmp_path / "resources" / "soundfonts"


def test_drivers_are_tried_only_where_something_answers(tmp_path: Path) -> None:
    nobody = {"platform": "linux", "devices": tmp_path}
    assert candidates({}, **nobody) == []
    assert candidates({"PULSE_SERVER": "unix:/x"}, **nobody) == ["pulseaudio"]
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    (tmp_path / "pipewire-0").touch()
    (tmp_path / "pcmC0D0p").touch()
    assert candidates({"XDG_RUNTIME_DIR": str(tmp_path)}, **nobody) == ["pulseaudio", "pipewire", "alsa"]
    assert candidates({}, platform="darwin") == ["coreaudio"]
