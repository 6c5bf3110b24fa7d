"""What the centre counts about itself, in Prometheus' text format. Nothing personal: routes, statuses, numbers."""

from __future__ import annotations

import threading
from collections import Counter


class Measures:
    """Counters, safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._ops: Counter[str] = Counter()

    def request(self, route: str, status: int, microseconds: int) -> None:
        """One request was answered."""
        with self._lock:
            self._requests[(route, status)] += 1
            self._seconds[route] += microseconds

    def ops(self, outcome: str, count: int) -> None:
        """So many operations got this verdict."""
        with self._lock:
            self._ops[outcome] += count

    def text(self) -> str:
        """All of it, as Prometheus reads it."""
        with self._lock:
            lines = ["# TYPE mlc_requests_total counter"]
            lines += [
                f'mlc_requests_total{{route="{route}",status="{status}"}} {count}'
                for (route, status), count in sorted(self._requests.items())
            ]
            lines.append("# TYPE mlc_request_seconds_total counter")
            lines += [
                f'mlc_request_seconds_total{{route="{route}"}} {microseconds / 1e6:.6f}'
                for route, microseconds in sorted(self._seconds.items())
            ]
            lines.append("# TYPE mlc_ops_total counter")
            lines += [f'mlc_ops_total{{outcome="{name}"}} {count}' for name, count in sorted(self._ops.items())]
        return "\n".join(lines) + "\n"
