"""Kind words: sentences of the list at once and offline; words of one's own wait for an adult (decision 8)."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.community_readings import CommentCard
from app.store.keeper import Desk, Keeper
from app.store.policies import must_not_be_paused
from app.store.problems import StoreProblem
from app.store.readings import Account, ShareCard
from app.store.sharing import checked, share_card
from app.store.telemetry import noted
from domain.community.moderation import first_state_of_comment
from domain.community.phrases import comment_phrases
from domain.community.telemetry import Event
from domain.community.texts import comment_text
from domain.music.say import say
from domain.records.community import Comment, ModerationState
from domain.records.identity import AccessRole
from local_schema.columns import record_of

_OF_SHARE = (
    "SELECT c.*, EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'comment' AND b.row_id = c.id) AS confirmed "
    "FROM comment AS c WHERE c.share_id = :share AND NOT c.withdrawn "
    "AND (c.author_id = :me OR c.moderation IN ('ok', 'reported')) AND c.moderation <> 'removed' "
    "AND c.author_id NOT IN (SELECT target_id FROM social_engagement WHERE actor_user_id = :me "
    "AND engagement = 'block' AND present) "
    "ORDER BY c.at, c.id"
)

_BY_AUTHOR = (
    "SELECT c.*, EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'comment' AND b.row_id = c.id) AS confirmed "
    "FROM comment AS c WHERE c.author_id = :author AND NOT c.withdrawn AND c.moderation <> 'removed' "
    "ORDER BY c.at DESC, c.id LIMIT :most"
)


def comment_on(
    *, keeper: Keeper, account: Account, share_id: str, phrase_id: str | None = None, text: str = ""
) -> Future[CommentCard]:
    """Comment with a sentence of the list, or with words of one's own (at most 200 characters).

    Raises StoreProblem where there is nothing to send, where it is too long, and where words are switched off.
    """

    def work(desk: Desk) -> CommentCard:
        with desk.mirror(account.user_id).writing() as writing:
            must_not_be_paused(writing.connection, account, desk.now())
            share = share_card(writing.connection, account, share_id)
            made = _made(desk, account, share, phrase_id, text)
            writing.put(made)
            told: dict[str, str | int | bool] = {
                "engagement_type": "comment",
                "comment_length": len(made.text),
                "engagement_context": "feed",
            }
            noted(desk, writing, account, Event.ACHIEVEMENT_COMMENTED, told, about=share.author_id)
            return _one(writing.connection, account, share_id, made.id)

    return keeper.submit(work)


def _made(desk: Desk, account: Account, share: ShareCard, phrase_id: str | None, text: str) -> Comment:
    if share.comment_mode == "off" or share.moderation is not ModerationState.OK:
        raise StoreProblem(say("Words are switched off here. A celebration still works."))
    if phrase_id is None and account.role is AccessRole.STUDENT and share.comment_mode != "moderated":
        raise StoreProblem(say("Here you can pick one of the sentences."))
    if phrase_id is not None and phrase_id not in comment_phrases():
        raise StoreProblem(say("Please pick one of the sentences."))
    words = "" if phrase_id else checked(comment_text, text)
    comment = Comment(
        org_id=account.org_id,
        id=desk.new_id(),
        share_id=share.share_id,
        author_id=account.user_id,
        author_name=account.display_name,
        phrase_id=phrase_id,
        text=words,
        at=desk.now(),
    )
    return msgspec.structs.replace(comment, moderation=first_state_of_comment(comment))


def comments_of(*, keeper: Keeper, account: Account, share_id: str) -> Future[tuple[CommentCard, ...]]:
    """The comments on a share, oldest first: what others may see, and one's own that still wait."""

    def work(desk: Desk) -> tuple[CommentCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return _all(connection, account, share_id)

    return keeper.submit(work)


def words_of(connection: Connection, account: Account, author_id: str, most: int) -> tuple[CommentCard, ...]:
    """What somebody has written lately, the newest first, as far as this mirror holds it."""
    found = connection.exec_driver_sql(_BY_AUTHOR, {"author": author_id, "most": most}).mappings()
    return tuple(_card(dict(row), account) for row in found)


def withdraw_comment(*, keeper: Keeper, account: Account, comment_id: str) -> Future[None]:
    """Take one's own comment back."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            found = writing.one("comment", comment_id)
            if found is not None and found["author_id"] == account.user_id and not found["withdrawn"]:
                writing.edit(Comment, comment_id, {"withdrawn": True})

    return keeper.submit(work)


def _all(connection: Connection, account: Account, share_id: str) -> tuple[CommentCard, ...]:
    values = {"share": share_id, "me": account.user_id}
    found = connection.exec_driver_sql(_OF_SHARE, values).mappings()
    return tuple(_card(dict(row), account) for row in found)


def _one(connection: Connection, account: Account, share_id: str, comment_id: str) -> CommentCard:
    return next(card for card in _all(connection, account, share_id) if card.comment_id == comment_id)


def _card(row: Mapping[str, Any], account: Account) -> CommentCard:
    comment = record_of(Comment, row)
    return CommentCard(
        comment_id=comment.id,
        share_id=comment.share_id,
        author_id=comment.author_id,
        author_name=comment.author_name,
        phrase=comment_phrases().get(comment.phrase_id or ""),
        text=comment.text,
        at=comment.at,
        mine=comment.author_id == account.user_id,
        waits=comment.moderation is not ModerationState.OK,
        confirmed=bool(row.get("confirmed")),
    )
