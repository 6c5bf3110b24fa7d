"""Brings the pictures of badges to this machine that were drawn at the centre."""

from __future__ import annotations

import logging

from app.store.keeper import Keeper
from app.store.pictures import keep_picture, missing_pictures
from app.sync.carrier import NO_CONTACT, Carrier, NoAnswer
from domain.achievements.icons import AT_CENTRE

LOG = logging.getLogger("sync")
_PNG = b"\x89PNG\r\n\x1a\n"
# The centre's own limit for a drawing (`central.community.icons`).
_MOST_BYTES = 1024 * 1024


class Pictures:
    """Remembers what the centre does not have, so that it is not asked for again until the program starts anew."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._given_up: set[str] = set()

    def fetch(self, carrier: Carrier, token: str) -> None:
        """Fetch what is missing. What does not come now is asked for with the next round, and delays nothing else."""
        for icon in missing_pictures(keeper=self._keeper).result():
            if icon in self._given_up:
                continue
            try:
                self._fetch_one(carrier, token, icon)
            except NoAnswer as problem:
                LOG.info("a picture did not come: %s", problem.code)
                if problem.code == NO_CONTACT or problem.retry_after is not None:
                    return

    def _fetch_one(self, carrier: Carrier, token: str, icon: str) -> None:
        badge_id = icon.removeprefix(AT_CENTRE).partition("/")[0]
        try:
            png = carrier.fetch(f"/v1/badges/{badge_id}/icon.png", token)
        except NoAnswer as problem:
            if not problem.lasting:
                raise
            png = b""
        if png.startswith(_PNG) and len(png) <= _MOST_BYTES:
            keep_picture(keeper=self._keeper, icon=icon, png=png).result()
        else:
            LOG.warning("the centre has no picture for one badge")
            self._given_up.add(icon)
