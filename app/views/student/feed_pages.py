"""The pages of a feed that were read so far, put together: newest first, each share once, whatever was read again."""

from __future__ import annotations

from app.store.community_readings import FeedPage
from app.store.readings import ShareCard
from domain.community.feed import Cursor


def place_of(share: ShareCard) -> Cursor:
    """Where a share stands in the feed."""
    return Cursor(share.shared_at, share.share_id)


class FeedPages:
    """What is known of one feed. `next` is where further reading begins, None at the end."""

    def __init__(self) -> None:
        self.shares: tuple[ShareCard, ...] = ()
        self.next: Cursor | None = None
        self.read = False
        self._known: set[str] = set()

    def take(self, after: Cursor | None, page: FeedPage) -> None:
        """A page that was read behind `after` (None: from the newest on) stands for that stretch from now on.

        Where so much is new that the page doesn't reach what was known, the feed begins anew with it.
        """
        if after is None and page.next is not None and (not self.shares or place_of(self.shares[0]) < page.next):
            self.shares, self.next = page.shares, page.next
        else:
            self._mend(after, page)
        self.read = True
        self._known = {share.share_id for share in self.shares}

    def add(self, page: FeedPage) -> bool:
        """The page behind the last one. False where one of its shares stands above already: then `take` it."""
        if any(share.share_id in self._known for share in page.shares):
            return False
        self.shares, self.next = (*self.shares, *page.shares), page.next
        self._known.update(share.share_id for share in page.shares)
        return True

    def put(self, share: ShareCard) -> None:
        """One share as it is now; nothing where it is not in the feed."""
        self.shares = tuple(share if each.share_id == share.share_id else each for each in self.shares)

    def _mend(self, after: Cursor | None, page: FeedPage) -> None:
        new = {share.share_id for share in page.shares}
        left = [share for share in self.shares if share.share_id not in new]
        above = [share for share in left if after is not None and place_of(share) >= after]
        below = [share for share in left if page.next is not None and place_of(share) < page.next]
        # What was read last is where reading goes on, unless this was it.
        if page.next is None or not below:
            self.next = page.next
        self.shares = (*above, *page.shares, *below)
