"""The clocks that everything else is handed: the wall's and the monotonic one."""

from __future__ import annotations

import time


def wall_clock() -> int:
    """Microseconds since 1970 UTC."""
    return time.time_ns() // 1000


def steady_clock() -> int:
    """Microseconds on the program's one monotonic clock: notes, ticks and pauses are measured on it."""
    return time.perf_counter_ns() // 1000
