"""What the real code calls a fault of its own, which it survives: in a simulated world it is a breach."""

from __future__ import annotations

import logging


class Heard(logging.Handler):
    """Listens to the road and the judge. `problems` are what they said."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.problems: list[str] = []
        logging.getLogger("sync").addHandler(self)
        logging.getLogger("central.judging").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it with its traceback."""
        self.problems.append(logging.Formatter().format(record))

    def close(self) -> None:
        """Hear no more."""
        logging.getLogger("sync").removeHandler(self)
        logging.getLogger("central.judging").removeHandler(self)
        super().close()
