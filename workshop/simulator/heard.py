"""What the real code calls a fault of its own, which it survives: in a simulated world it is a breach."""

from __future__ import annotations

import logging

_WHOSE = ("sync", "central.sync", "central.judging")


class Heard(logging.Handler):
    """Listens to both ends of the road and to the judge. `problems` are what they said."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.problems: list[str] = []
        for name in _WHOSE:
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it with its traceback."""
        self.problems.append(logging.Formatter().format(record))

    def close(self) -> None:
        """Hear no more."""
        for name in _WHOSE:
            logging.getLogger(name).removeHandler(self)
        super().close()
