"""Showcases: achievements that a student puts together, in their own order, for those who may see each of them.

An item is the id of an achievement's post (`sharing.share_id`), whether it is posted or not. So a showcase never shows
more than the posts do: what was taken back, hidden or never shared is not in it for anybody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from domain.community.phrases import showcase_titles
from domain.community.texts import TextRefusedError, title_text
from domain.community.visibility import narrowest
from domain.music.say import say
from domain.records.community import Scope, Showcase

MOST_ITEMS: Final = 12
# As many as are looked through at once; the centre keeps this many of one student.
MOST_SHOWCASES: Final = 12


def checked(showcase: Showcase) -> Showcase:
    """The showcase as it is kept: each item once, the title on one line. Raises TextRefusedError with the reason."""
    if showcase.title_phrase not in showcase_titles():
        raise TextRefusedError(say("Please pick one of the titles."))
    once = tuple(dict.fromkeys(showcase.items))
    if len(once) > MOST_ITEMS:
        raise TextRefusedError(say("A showcase has room for {most}.", most=MOST_ITEMS))
    return msgspec.structs.replace(showcase, items=once, title_text=title_text(showcase.title_text))


def moved(items: Sequence[str], item: str, to: int) -> tuple[str, ...]:
    """The items with one of them at another place; beyond an end is that end. Raises ValueError for none of them."""
    if item not in items:
        raise ValueError(f"{item!r} is not among the items")
    rest = [each for each in items if each != item]
    place = max(0, min(to, len(rest)))
    return (*rest[:place], item, *rest[place:])


def reach(showcase: Scope, profile: Scope) -> Scope:
    """How far a showcase goes before adults' limits: it stands in a profile, and never reaches further than that."""
    return narrowest((showcase, profile))
