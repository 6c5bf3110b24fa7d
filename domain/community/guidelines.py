"""What is asked of everybody who shares: an organisation's own words, or those that are there from the start."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.community.texts import TextRefusedError, written
from domain.music.say import Say, say
from domain.records.community import CommunityGuidelines

# Children read them: what does not fit on one page is read by nobody.
MOST_RULES: Final = 15
MOST_RULE: Final = 200
# Versions are counted; this many are more than a school writes in a lifetime.
_MOST_NUMBER: Final = 1_000_000


def from_the_start() -> tuple[Say, ...]:
    """The rules of an organisation that has written none."""
    return (
        say("Be glad with others. Everybody learns at their own pace, and every step counts."),
        say("Say kind things. If you would not say it to somebody's face, don't write it here."),
        say("Share only your own achievements, and only when you feel like it. You never have to."),
        say("Keep private things private: no full names, addresses, phone numbers, schools or photos."),
        say("Never share somebody else's secrets, and never pretend to be somebody else."),
        say("You decide who sees what you share, and you can take it back at any time."),
        say("If something hurts you or seems wrong, press Report or tell a grown-up. That is always right."),
        say(
            "Teachers read words before others see them. If something is hidden, you may ask a second grown-up to look."
        ),
    )


def kept(text: str) -> str:
    """Rules as they are kept: one on each line, none empty. Raises TextRefusedError, with the reason."""
    rules = [rule for line in text.splitlines() if (rule := written(line, MOST_RULE))]
    if not rules:
        raise TextRefusedError(say("Please write at least one rule."))
    if len(rules) > MOST_RULES:
        raise TextRefusedError(
            say("Please keep it to {most} rules. These are {count}.", most=MOST_RULES, count=len(rules))
        )
    return "\n".join(rules)


def checked(version: CommunityGuidelines) -> CommunityGuidelines:
    """A version that can be kept as it is. Raises TextRefusedError."""
    if kept(version.text) != version.text or not 0 < version.number <= _MOST_NUMBER:
        raise TextRefusedError(say("These rules can't be read. Please write them again."))
    return version


def newest_first(versions: Iterable[CommunityGuidelines]) -> list[CommunityGuidelines]:
    """All versions, the one that holds first.

    Of two that were written without knowing of each other the later one holds, and both stay to be read.
    """
    return sorted(versions, key=lambda version: (version.number, version.at, version.id), reverse=True)
