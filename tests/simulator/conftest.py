"""The school of all worlds, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop.simulator.run import template


@pytest.fixture(scope="session")
def school() -> Iterator[Path]:
    """A folder with a centre and machines, to be copied for each world."""
    with template() as folder:
        yield folder
