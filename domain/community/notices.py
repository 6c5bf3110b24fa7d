"""The sentences of notices, read back from how the centre wrote them, so that each is told in its reader's language."""

from __future__ import annotations

import re
from functools import cache

from domain.community.hints import Hint, describe
from domain.community.listening import words_for
from domain.music.say import Say, say


def new_work(name: str) -> Say:
    """There is something new to play."""
    return say("Your teacher has given you: {name}", name=name)


def _sentences() -> dict[str, tuple[Say, ...]]:
    """What the centre may have written, by the kind of notice; the values are only names here."""
    name, title, count, others = "name", "title", "count", "others"
    return {
        "child_shared": (say("{name} has something to show you: {title}", name=name, title=title),),
        "shown": (say("{name} wants to show you: {title}", name=name, title=title),),
        "child_earned": (say("{name} has earned a badge: {badge}", name=name, badge=title),),
        "family_digest": (
            say("{name} has earned {count} badges", name=name, count=count),
            say("{name} has earned a badge: {badge}", name=name, badge=title),
        ),
        "comment": (say("{name} wrote something kind about: {title}", name=name, title=title),),
        "taken_down": (
            say("An adult has taken down what you shared: {title}", title=title),
            say("An adult has taken down a comment of yours"),
            say("An adult has taken down a showcase of yours"),
            say("An adult has taken down your profile"),
        ),
        "hidden": (
            say("An adult has hidden your words about: {title}", title=title),
            say("An adult has hidden what you shared: {title}", title=title),
            say("An adult has hidden a comment of yours"),
            say("An adult has hidden a showcase of yours"),
            say("An adult has hidden your profile"),
        ),
        "appeal": (
            say("A second adult has looked: it is back"),
            say("A second adult has looked: it stays away"),
        ),
        "badge_taken_back": (say("{name} was taken back. The reason: {title}", name=name, title=title),),
        "urgent": (describe(Hint.SELF_HARM),),
        "badge_released": (say("A new badge, and you have earned it already: {name}", name=name),),
        "listened": (*words_for(True).values(), *words_for(False).values()),
        "assignment": (new_work(name),),
        "class_digest": (
            say(
                "{name} and {others} others shared {count} achievements",
                name=name,
                others=others,
                count=count,
            ),
            say("{name} shared {count} achievements", name=name, count=count),
        ),
    }


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sentence)
    return re.compile(
        "".join(re.escape(part) if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)), re.DOTALL
    )


def told(kind: str, title: str) -> Say:
    """The sentence of a notice with its values. One that no kind knows is told as it was written."""
    for sentence in _sentences().get(kind, ()):
        found = _pattern(sentence.text).fullmatch(title)
        if found is not None:
            return Say(text=sentence.text, values=found.groupdict())
    return Say(text="{words}", values={"words": title})
