"""A sound server whose loudspeaker is the microphone: what is played to it is what a child sings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workshop.rigs import pulse_server


@pytest.fixture(scope="module")
def room() -> Iterator[str]:
    with pulse_server() as address:
        yield address
