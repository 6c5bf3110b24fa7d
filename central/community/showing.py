"""Somebody shows another's share to a person: who may see it anyway is told, and nobody else learns of anything."""

from __future__ import annotations

from central.community.telling import told
from central.sync.standing import standing_of
from central.sync.unit import Unit
from domain.community.moderation import share_for_others
from domain.music.say import say
from domain.records.community import SocialEngagement


def shown_told(unit: Unit, record: SocialEngagement) -> None:
    """One line for the person to whom it is shown, where it is in their mirror and no block stands between them."""
    share, actor = unit.known.share(record.target_id), unit.known.member(record.actor_user_id)
    reader = standing_of(unit.rows, unit.known, record.to_user_id or "")
    if share is None or actor is None or reader is None or share_for_others(share) is None:
        return
    if {share.student_id, actor.id} & reader.blocked or not unit.known.seen_in(share) & set(reader.buckets()):
        return
    line = say("{name} wants to show you: {title}", name=actor.display_name, title=share.title)
    told(unit, reader.account, "shown", f"{actor.id}:{share.id}", line, f"share:{share.id}")
