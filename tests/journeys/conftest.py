"""The classroom of every journey."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from classroom import Classroom


@pytest.fixture
def classroom(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Classroom]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    room = Classroom(tmp_path)
    yield room
    room.close()
