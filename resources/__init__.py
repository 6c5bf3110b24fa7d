"""Data only: games and curricula, melodies, badges, themes, fonts, translations; and the one way to read it."""

from __future__ import annotations

from importlib.resources import files


def texts(folder: str, ending: str = ".toml") -> dict[str, str]:
    """The texts of a folder by file name, in order. Raises FileNotFoundError for a folder that is not there."""
    found = [file for file in files("resources").joinpath(folder).iterdir() if file.name.endswith(ending)]
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(found, key=lambda file: file.name)}


def names(folder: str) -> list[str]:
    """The names of the files of a folder."""
    return sorted(file.name for file in files("resources").joinpath(*folder.split("/")).iterdir())
