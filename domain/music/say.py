"""A sentence for a person, before it is translated.

The room has no Qt, so a sentence is an English template with named values; a view translates the template and fills it.
Every template is written as a literal in a call of `say`, which is where the translation tool finds it.
"""

from __future__ import annotations

import msgspec


class Say(msgspec.Struct, frozen=True):
    """`text` holds `{names}` that `values` fills. A value that starts with a note letter is named in the user's way."""

    text: str
    values: dict[str, str | int] = {}

    def english(self) -> str:
        """The sentence as it stands, for reports and tests."""
        return self.text.format(**self.values)


def say(text: str, **values: str | int) -> Say:
    """A sentence with its values."""
    return Say(text, values)
