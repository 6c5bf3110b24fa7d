"""One school whose people meet when the test says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from together import Together


@pytest.fixture
def together(tmp_path: Path) -> Iterator[Together]:
    house = Together(tmp_path)
    yield house
    house.close()
