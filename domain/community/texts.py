"""What people may write: how long, and which characters. Texts are always drawn as plain text; this is not about words.

A text that is refused says why to its author at once; what it means is for an adult to judge (`moderation`).
"""

from __future__ import annotations

import unicodedata
from typing import Final

from domain.music.say import Say, say

# Characters that a person sees, not bytes (decision 8; spec: comment input with character limits).
MOST_COMMENT: Final = 200
MOST_MESSAGE: Final = 200
MOST_BIO: Final = 160
MOST_TITLE: Final = 60
# Marks on one letter beyond this only paint over other lines.
_MOST_MARKS: Final = 3


class TextRefusedError(ValueError):
    """A text that can't be taken. `why` says it to its author."""

    def __init__(self, why: Say) -> None:
        super().__init__(why.english())
        self.why = why


def written(text: str, most: int) -> str:
    """The text as it is kept: composed (NFC), on one line, without invisible and direction-changing characters.

    Raises TextRefusedError where more than `most` characters are left.
    """
    result = _cleaned(text)
    # What is taken out may join what stood apart: spaces, marks, letters that compose.
    while (again := _cleaned(result)) != result:
        result = again
    if len(result) > most:
        raise TextRefusedError(
            say("Please keep it to {most} characters. This is {count}.", most=most, count=len(result))
        )
    return result


def _cleaned(text: str) -> str:
    one_line = " ".join(unicodedata.normalize("NFC", text).split())
    kept: list[str] = []
    marks = 0
    for character in one_line:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if (category[0] != "C" or character == "\u200d") and marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept).strip(" \u200d")


def comment_text(text: str) -> str:
    """A comment in one's own words. Raises TextRefusedError where it is empty or too long."""
    result = written(text, MOST_COMMENT)
    if not result:
        raise TextRefusedError(say("There is nothing to send yet."))
    return result


def message_text(text: str) -> str:
    """The personal text of a share; may be empty. Raises TextRefusedError where it is too long."""
    return written(text, MOST_MESSAGE)


def bio_text(text: str) -> str:
    """The text of a profile; may be empty. Raises TextRefusedError where it is too long."""
    return written(text, MOST_BIO)


def title_text(text: str) -> str:
    """The title of a showcase in one's own words; may be empty. Raises TextRefusedError where it is too long."""
    return written(text, MOST_TITLE)
