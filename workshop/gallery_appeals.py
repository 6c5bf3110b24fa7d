"""Appeals of both sides, for looking at the views without a mirror."""

from __future__ import annotations

from app.store.appealing import AppealCase, ClosedThing
from app.store.community_readings import Who
from domain.music.say import say
from domain.records.community import ModerationState
from workshop.gallery_readings import MINUTE, NOW

CLOSED = (
    ClosedThing(
        target_type="comment", target_id="c1", part="item", what=say("An adult has hidden a comment of yours"),
        at=NOW - 40 * MINUTE, asked=False, answer="",
    ),
    ClosedThing(
        target_type="share", target_id="s1", part="item",
        what=say("An adult has taken down what you shared: {title}", title="Night in Vienna"),
        at=NOW - 900 * MINUTE, asked=True, answer="",
    ),
    ClosedThing(
        target_type="comment", target_id="c2", part="item", what=say("An adult has taken down a comment of yours"),
        at=NOW - 4_000 * MINUTE, asked=True, answer="restored",
    ),
)  # fmt: skip


def _case(number: int, name: str, avatar: str, text: str, *, mine: bool = False) -> AppealCase:
    return AppealCase(
        appeal_id=f"ap{number}",
        author=Who(user_id=name, display_name=name, avatar=avatar),
        target_type="comment",
        part="item",
        title="",
        text=text,
        state=ModerationState.REMOVED if number % 2 else ModerationState.HIDDEN,
        asked_at=NOW - number * 70 * MINUTE,
        mine=mine,
        ready=True,
    )


CASES = (
    _case(1, "Golden Wren", "wren", "You hit every wrong note on purpose, that was so funny!"),
    _case(2, "Calm Panda", "panda", "Wow, the left hand never stops.", mine=True),
)
