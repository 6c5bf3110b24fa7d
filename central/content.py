"""The catalogue of games as the centre knows it: read from the files that are shipped with the program."""

from __future__ import annotations

from importlib.resources import files

from domain.games import CHECKS
from domain.games.catalogue import Catalogue, read_catalogue


def shipped_catalogue() -> Catalogue:
    """Every game in `resources/games`. Files with mistakes are left out and named in its `problems`."""
    folder = files("resources") / "games"
    texts = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".toml"))
    return read_catalogue(texts, CHECKS)
