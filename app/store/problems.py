"""What can go wrong while keeping, each with a sentence for the person in front of the screen."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from domain.music.say import Say, say


class StoreProblem(Exception):
    """The store could not do what was asked; `say` tells the user what and how to go on. Nothing was half done."""

    def __init__(self, sentence: Say) -> None:
        super().__init__(sentence.english())
        self.say = sentence


class AccountGone(StoreProblem):
    """The account was taken off this computer while somebody was signed in to it: nothing more is kept of it."""

    def __init__(self) -> None:
        super().__init__(say("This account is not on this computer any more. Please sign in again."))


def disk_full() -> StoreProblem:
    """No room left for what was to be kept."""
    return StoreProblem(
        say("This computer's disk is full, so this could not be saved. Ask for space to be freed, then try again.")
    )


def disk_unreachable() -> StoreProblem:
    """The disk refused to read or write."""
    return StoreProblem(
        say("This computer's disk does not answer, so this could not be saved. Please tell your teacher.")
    )


def store_closed() -> StoreProblem:
    """The program is closing."""
    return StoreProblem(say("The program is closing, so this could not be done."))


_FULL = ("database or disk is full", "no space left")


def is_full(error: BaseException) -> bool:
    """Whether an error of the operating system or of SQLite says that the disk, or the user's share of it, is full."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    # SQLAlchemy wraps what SQLite says, and is too large to be loaded only to ask for its name.
    said = getattr(error, "orig", None)
    return said is not None and any(sign in str(said).lower() for sign in _FULL)


@contextmanager
def in_the_users_words() -> Iterator[None]:
    """Turn a full or silent disk into a StoreProblem; every other error passes."""
    try:
        yield
    except Exception as error:
        if is_full(error):
            raise disk_full() from error
        if isinstance(error, OSError) and error.errno in (errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM):
            raise disk_unreachable() from error
        raise
