"""The judge's modules as machine code, where they were built: the same sources, told their C types by `.pxd` files.

`workshop/compiling.py` builds them into this folder and `setup.py` into a wheel. Each carries in `SOURCES` the digest
of what it was built from, so that a source that was changed since is never judged by old machine code (`judging.py`).
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

MODULES = (
    "columns",
    "common_order",
    "timeline",
    "pairing",
    "takes",
    "stutters",
    "corrections",
    "ornaments",
    "anchors",
    "align",
    "windows",
    "marks",
    "timing",
    "alone",
    "clean",
    "dynamics",
    "mispitched",
    "judge",
)
MUSIC = Path(__file__).resolve().parent.parent


def sources() -> list[Path]:
    """The files that are compiled, and their types."""
    files = [MUSIC / f"{name}{ending}" for name in MODULES for ending in (".py", ".pxd")]
    return [file for file in files if file.suffix == ".py" or file.exists()]


def digest() -> str:
    """What the sources are now. Raises FileNotFoundError where a program came without them."""
    found = blake2b(digest_size=16)
    for file in sources():
        found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()
