"""What there is to tell this user: written by the centre, read once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from app.store.community_readings import NoticeCard
from app.store.keeper import Desk, Keeper
from app.store.mirror import rows
from app.store.readings import Account
from domain.records.communication import NotificationRead

_NOTICES = (
    "SELECT n.*, EXISTS (SELECT 1 FROM notification_read AS r WHERE r.id = n.id AND r.present) AS seen "
    "FROM notification AS n WHERE n.user_id = ? ORDER BY n.created_at DESC, n.id LIMIT ?"
)


def notices(*, keeper: Keeper, account: Account, limit: int = 50) -> Future[tuple[NoticeCard, ...]]:
    """The newest notices first, read or not."""

    def work(desk: Desk) -> tuple[NoticeCard, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            return tuple(
                NoticeCard(
                    notice_id=row["id"],
                    kind=row["notice"],
                    title=row["title"],
                    body=row["body"] or "",
                    action_url=row["action_url"],
                    created_at=row["created_at"],
                    read=bool(row["seen"]),
                )
                for row in rows(connection, _NOTICES, account.user_id, limit)
            )

    return keeper.submit(work)


def mark_read(*, keeper: Keeper, account: Account, notice_ids: Sequence[str]) -> Future[None]:
    """The user has seen these; twice is once."""

    def work(desk: Desk) -> None:
        with desk.mirror(account.user_id).writing() as writing:
            known = writing.present("notification_read", notice_ids)
            new = [notice_id for notice_id in dict.fromkeys(notice_ids) if notice_id not in known]
            if new:
                writing.put_all(
                    [NotificationRead(org_id=account.org_id, id=n, user_id=account.user_id, at=desk.now()) for n in new]
                )

    return keeper.submit(work)
