"""Posting what was earned: a new post, or the one that is there changed; never what an adult has taken down."""

from __future__ import annotations

from sqlalchemy import Connection

from app.store.problems import StoreProblem
from app.store.writing import Writing
from domain.music.say import say
from domain.records.community import AchievementShare


def post_in(writing: Writing, share: AchievementShare) -> None:
    """Keep a post, or change the one that is there, and queue it for the centre.

    Raises StoreProblem where an adult has taken it down.
    """
    if writing.one("achievement_share", share.id) is None:
        if _was_taken_down(writing.connection, share.id):
            raise StoreProblem(say("An adult has taken this down. Please ask your teacher about it."))
        writing.put(share)
        return
    names = ("message", "scope", "level", "shared_at")
    writing.edit(AchievementShare, share.id, {**{name: getattr(share, name) for name in names}, "withdrawn": False})


def _was_taken_down(connection: Connection, share_id: str) -> bool:
    sql = "SELECT 1 FROM notification WHERE notice = 'taken_down' AND action_url = ?"
    return connection.exec_driver_sql(sql, (f"share:{share_id}",)).first() is not None
