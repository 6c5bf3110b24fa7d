"""Where SoundFonts lie on the systems that schools have."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

SYSTEM_FOLDERS = {
    "linux": ("/usr/share/sounds/sf3", "/usr/share/sounds/sf2", "/usr/share/soundfonts", "/usr/local/share/soundfonts"),
    "darwin": ("/Library/Audio/Sounds/Banks", "/opt/homebrew/share/soundfonts", "/usr/local/share/soundfonts"),
    "win32": (r"C:\soundfonts", r"C:\ProgramData\soundfonts"),
}
OWN_FOLDERS = {
    "linux": ".local/share/soundfonts",
    "darwin": "Library/Audio/Sounds/Banks",
    "win32": "Music/SoundFonts",
}
# Good pianos first; the rest by name, so that two starts choose alike.
LIKED = ("FluidR3Mono_GM.sf3", "FluidR3_GM.sf2", "MuseScore_General.sf3", "MuseScore_General.sf2", "GeneralUser-GS.sf2")
ENDINGS = (".sf2", ".sf3")


def find_font(folders: tuple[Path, ...] | None = None) -> Path | None:
    """The best SoundFont of the known places, or None."""
    found = [font for folder in (known_folders() if folders is None else folders) for font in fonts_in(folder)]
    return min(found, key=lambda font: (rank(font), font.name), default=None)


def known_folders(home: Path | None = None) -> tuple[Path, ...]:
    """Where this system keeps SoundFonts; beside a bundled program first."""
    bundle = getattr(sys, "_MEIPASS", None)
    beside = (Path(bundle) / "resources" / "soundfonts",) if bundle else ()
    own = (home or Path.home()) / OWN_FOLDERS.get(sys.platform, OWN_FOLDERS["linux"])
    return (*beside, own, *(Path(folder) for folder in SYSTEM_FOLDERS.get(sys.platform, ())))


def fonts_in(folder: Path) -> Iterator[Path]:
    """The readable SoundFonts of a folder that may not exist."""
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in ENDINGS and path.is_file() and os.access(path, os.R_OK):
                yield path
    except OSError:
        return


def rank(font: Path) -> int:
    """The place in the list of liked fonts."""
    return LIKED.index(font.name) if font.name in LIKED else len(LIKED)
