"""Data only: games and curricula, melodies, badges, themes, fonts, translations; and the one way to read it."""

from __future__ import annotations

from pathlib import Path

# Not importlib.resources: it would cost the first paint 5 ms, and this program is not run from an archive.
_HERE = Path(__file__).parent


def texts(folder: str, ending: str = ".toml") -> dict[str, str]:
    """The texts of a folder by file name, in order. Raises FileNotFoundError for a folder that is not there."""
    found = [file for file in _HERE.joinpath(folder).iterdir() if file.name.endswith(ending)]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name)}


def names(folder: str) -> list[str]:
    """The names of the files of a folder."""
    return sorted(file.name for file in _HERE.joinpath(*folder.split("/")).iterdir())
