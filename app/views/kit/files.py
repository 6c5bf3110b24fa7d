"""Where the program's own data files lie. `importlib.resources` would cost a first paint some 15 ms of imports."""

from __future__ import annotations

import os.path

import resources


def resource(*parts: str) -> str:
    """The path of a file or folder in `resources/`; whether it is there is for the caller to see."""
    return os.path.join(os.path.dirname(str(resources.__file__)), *parts)
