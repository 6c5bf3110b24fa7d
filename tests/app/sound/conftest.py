"""A sound server with a pretended loudspeaker, and an ear beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshop.rigs import Ear, ear, pulse_server


@pytest.fixture(scope="module")
def loudspeaker() -> Iterator[str]:
    with pulse_server() as address:
        yield address


@pytest.fixture
def listener(loudspeaker: str) -> Iterator[Ear]:
    with ear() as open_ear:
        yield open_ear
