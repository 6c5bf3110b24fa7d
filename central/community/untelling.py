"""A notice goes with what it tells of: what is taken back, hidden, or not for this person any more is in no mirror."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import bindparam, delete

from central.rows import Stored
from central.sync.unit import Unit
from central.tables import table_of
from domain.records import buckets, entity_of
from domain.records.communication import Notification
from domain.records.community import AchievementShare, Comment, EngagementKind, SocialEngagement
from domain.records.identity import GuardianLink
from domain.records.ids import derived_id

# What a guardian is told of a child.
OF_A_CHILD: Final = frozenset({"child_shared", "child_earned", "family_digest"})
_TABLE: Final = table_of(Notification)
_DELETE: Final = delete(_TABLE).where(_TABLE.c.org_id == bindparam("org"), _TABLE.c.id == bindparam("of"))


def notice_id(user_id: str, kind: str, about: str) -> str:
    """The id of a notice follows from whom it tells what, so nobody is told twice."""
    return derived_id("notice", user_id, kind, about)


def share_untold(unit: Unit, share: AchievementShare, seen_in: Iterable[str], *, open_: bool) -> None:
    """Whom a share does not reach any more hears nothing of it. `open_` where it may be shown to others at all."""
    kept = set(seen_in) if open_ else set()
    gone: list[str] = []
    for link in unit.rows.where(GuardianLink, student_id=share.student_id):
        if buckets.family(share.student_id) not in kept or not link.present or link.verified_at is None:
            gone.append(notice_id(link.guardian_id, "child_shared", share.id))
    if not open_:
        shows = unit.rows.where(SocialEngagement, target_id=share.id, engagement=EngagementKind.SHOW.value)
        gone += [notice_id(one.to_user_id or "", "shown", f"{one.actor_user_id}:{share.id}") for one in shows]
    _drop(unit, unit.rows.many(Notification, gone).values() if gone else ())


def comment_untold(unit: Unit, comment: Comment, author_id: str) -> None:
    """Words that were taken back, or closed by an adult, are not told of under the share."""
    _drop(unit, unit.rows.many(Notification, [notice_id(author_id, "comment", comment.id)]).values())


def link_changed(unit: Unit, link: GuardianLink) -> None:
    """Who is not linked to a child any more keeps nothing that told of the child."""
    if link.present and link.verified_at is not None:
        return
    shares = {share.id for share in unit.rows.where(AchievementShare, student_id=link.student_id)}
    about = {f"child:{link.student_id}", *(f"share:{share}" for share in shares)}
    told = unit.rows.stored_where(Notification, user_id=link.guardian_id)
    _drop(unit, [row for row in told if _tells_of(row, about)])


def _tells_of(row: Stored, about: set[str]) -> bool:
    notice = row.record
    return isinstance(notice, Notification) and notice.notice in OF_A_CHILD and notice.action_url in about


def _drop(unit: Unit, told: Iterable[Stored]) -> None:
    for row in told:
        unit.ledger.leaves(entity_of(Notification).name, row.record.id, row.seen_in)
        unit.connection.execute(_DELETE, {"org": unit.org_id, "of": row.record.id})
