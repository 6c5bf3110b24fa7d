"""What can go wrong for a caller: a code for programs, a sentence for people, an HTTP status."""

from __future__ import annotations

import traceback
from pathlib import Path


class Refused(Exception):
    """The centre does not do what was asked. `text` is written for a user; `retry_after` is in seconds."""

    def __init__(self, code: str, text: str, status: int = 422, *, retry_after: int | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.status = status
        self.retry_after = retry_after


class NotSignedIn(Refused):
    """The token is missing, unknown, at its end or revoked."""

    def __init__(self) -> None:
        super().__init__(
            "not_known", "The centre does not know this machine any more. It has to be enrolled again.", 401
        )


class TooOld(Refused):
    """The client speaks a schema that the centre no longer serves. What it sent was taken."""

    def __init__(self) -> None:
        super().__init__(
            "too_old",
            "This computer's MLC Classroom is too old for the centre. Please ask your teacher to update it.",
            426,
        )


def kind_and_place(error: BaseException) -> str:
    """`KeyError at sync/unit.py:120`: what may stand in a log. A message may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    return f"{type(error).__name__} at {'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}"
