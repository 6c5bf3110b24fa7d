"""Memory that was only needed while the machine was opened goes back to the system."""

from __future__ import annotations

import sys


def give_back() -> bool:
    """Return what has been freed to the system now: whether anything was returned.

    The C library of Linux keeps the freed memory of each thread for that thread, and those that open the machine and
    read the sound font are through with it: 3 MiB, in 1 to 4 ms. Other systems return it by themselves.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in musl
    return bool(trim and trim(0))
