"""Everything random in a simulated world comes from its seed, so that a failing seed fails again in the same way."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def all_from(chance: random.Random) -> Iterator[None]:
    """As long as it lasts, the system's source of randomness is `chance`: identifiers, tokens, nonces."""
    library: Any = random
    before, before_too = os.urandom, library._urandom
    os.urandom = library._urandom = chance.randbytes
    try:
        yield
    finally:
        os.urandom, library._urandom = before, before_too
