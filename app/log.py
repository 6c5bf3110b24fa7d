"""What the program notes about its own running: a small file beside the mirrors, in which nothing of a person stands.

An exception's message may hold what somebody wrote, and SQLAlchemy's hold whole rows, so of an exception only its kind
and the places in the code are noted. Other people's libraries are noted without the values of their messages.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

NAME = "log.txt"
# Together about what a support desk reads: the last file and two before it.
_MOST_BYTES, _BEFORE = 256 * 1024, 2
_OURS = ("app", "store", "sync", "midi", "sound")
# The innermost lines of a traceback; the outer ones are the event loop's.
_PLACES = 6


class Careful(logging.Formatter):
    """A line in UTC: when, how bad, which room, what; of an exception its kind and its places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """UTC, so that the notes of two computers can be laid side by side."""
        return time.strftime(datefmt or "", time.gmtime(record.created))

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever was thrown."""
        ours = record.name.partition(".")[0] in _OURS
        safe = logging.makeLogRecord(record.__dict__)
        safe.exc_info = safe.exc_text = safe.stack_info = None
        if not ours:
            safe.msg, safe.args = str(record.msg).split("\n", 1)[0] if record.args else "(a message)", None
        line = super().format(safe).replace("\n", " ")
        return line + (f" [{kind_and_places(record.exc_info[1])}]" if record.exc_info and record.exc_info[1] else "")


def kind_and_places(error: BaseException) -> str:
    """`ValueError at store/playing.py:12 < store/keeper.py:190`, and what it came from; never a message."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
    places = " < ".join(f"{'/'.join(Path(f.filename).parts[-2:])}:{f.lineno}" for f in reversed(frames))
    said = type(error).__name__ + (f" at {places}" if places else "")
    cause = error.__cause__ or error.__context__
    return said if cause is None else f"{said}, from {kind_and_places(cause)}"


def note_into(folder: Path) -> logging.Handler:
    """Note into `folder` from now on, what nobody caught too. The handler, to be given to `stop_noting`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    handler = RotatingFileHandler(path, maxBytes=_MOST_BYTES, backupCount=_BEFORE, encoding="utf-8", delay=True)
    handler.setFormatter(Careful())
    handler.setLevel(logging.INFO)
    root = logging.getLogger()
    root.addHandler(handler)
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    sys.excepthook = _uncaught
    threading.excepthook = lambda thrown: _uncaught(thrown.exc_type, thrown.exc_value, thrown.exc_traceback)
    return handler


def stop_noting(handler: logging.Handler) -> None:
    """Close the file; what is thrown is shown by Python again."""
    logging.getLogger().removeHandler(handler)
    handler.close()
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def notes_in(folder: Path) -> dict[str, bytes]:
    """The files that were noted, the newest first, by their names."""
    names = [NAME, *(f"{NAME}.{number}" for number in range(1, _BEFORE + 1))]
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


def _uncaught(_kind: type[BaseException], error: BaseException | None, _places: TracebackType | None) -> None:
    if error is not None and not isinstance(error, KeyboardInterrupt):
        logging.getLogger("app").error("nobody caught this", exc_info=error)
