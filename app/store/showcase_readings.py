"""What the store answers about showcases."""

from __future__ import annotations

import msgspec

from domain.music.say import Say
from domain.records.community import AchievementType, ModerationState, Scope


class ShowcaseItem(msgspec.Struct, frozen=True, kw_only=True):
    """One achievement in a showcase, or one that could be put in.

    `scope` is how far it really goes here, None while it is not shared; then `achievement_id` says what to share.
    `known` is false for what another computer has put in and this one has not heard of yet. `have` of `need` is how far
    a badge is on the way to its next level; 0 of 0 where there is none, or it is not for this viewer.
    """

    item_id: str
    achievement_type: AchievementType
    achievement_id: str
    title: Say
    context: str = ""
    icon: str = ""
    level: int = 0
    rarity: str = "common"
    scope: Scope | None = None
    who_sees: Say
    moderation: ModerationState = ModerationState.OK
    known: bool = True
    have: int = 0
    need: int = 0


class ShowcaseCard(msgspec.Struct, frozen=True, kw_only=True):
    """A showcase as this viewer sees it. `title` is what others read; `own_title` waits while `title_waits`.

    `who_sees` and `narrowed_because` are for its owner.
    """

    showcase_id: str
    title: Say
    title_phrase: str
    own_title: str
    title_waits: bool
    items: tuple[ShowcaseItem, ...]
    scope: Scope
    effective_scope: Scope
    who_sees: Say
    narrowed_because: Say | None
    moderation: ModerationState = ModerationState.OK


class ShowcaseDesk(msgspec.Struct, frozen=True, kw_only=True):
    """A showcase to be arranged: with everything earned that is not in it, the newest first, and scopes to pick."""

    card: ShowcaseCard
    choices: tuple[ShowcaseItem, ...]
    scopes: tuple[Scope, ...]
