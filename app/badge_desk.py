"""Badges that leave and badges that are kept, bound to one machine, as `Rooms` hands them to the views."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from app.store import badge_office, recognising, taking_along
from app.store.keeper import Keeper
from app.store.problems import StoreProblem, disk_full, is_full
from app.store.readings import Account
from app.sync.office import Office
from app.views.rooms_badges import BadgeRooms
from domain.achievements.icons import MOST_BYTES
from domain.music.say import say
from domain.records.achievements import Badge

T = TypeVar("T")


class BadgeDesk:
    """Its own thread waits for disk and network; the screen and the store never do. `after` is told of each change."""

    def __init__(self, *, keeper: Keeper, after: Callable[[], object], office: Office | None = None) -> None:
        self._keeper, self._after = keeper, after
        self._office = office or Office(keeper)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="badges")

    def close(self) -> None:
        """Let go; what has not begun is dropped."""
        self._thread.shutdown(cancel_futures=True)

    def rooms(self) -> BadgeRooms:
        """What views may call of it."""
        keeper, office = self._keeper, self._office
        return BadgeRooms(
            takeaway=lambda account, award_id: taking_along.takeaway(keeper=keeper, account=account, award_id=award_id),
            credential=lambda account, award_id, proof: self._thread.submit(
                office.credential, account, award_id, proof
            ),
            save=lambda path, content: self._thread.submit(_save, Path(path), content),
            office=lambda account: badge_office.badge_office(keeper=keeper, account=account),
            file=lambda account, badge_id: badge_office.badge_file(keeper=keeper, account=account, badge_id=badge_id),
            edit=lambda account, badge_id, words, place: self._changing(office.edit, account, badge_id, words, place),
            give_icon=self._give_icon,
            preview=lambda account, badge_id: self._thread.submit(office.preview, account, badge_id),
            take_step=lambda account, badge_id, step: self._changing(office.take_step, account, badge_id, step),
            revoke=lambda account, award_id, reason: self._changing(office.revoke, account, award_id, reason),
            contributions=lambda account, student_id: recognising.role_choices(
                keeper=keeper, account=account, student_id=student_id
            ),
            take_back=lambda account, engagement_id, reason: recognising.take_back(
                keeper=keeper, account=account, engagement_id=engagement_id, reason=reason
            ),
        )

    def _changing(self, work: Callable[..., T], *given: object) -> Future[T]:
        def then() -> T:
            answer = work(*given)
            self._after()
            return answer

        return self._thread.submit(then)

    def _give_icon(self, account: Account, badge_id: str, path: str) -> Future[Badge]:
        def work() -> Badge:
            return self._office.give_icon(account, badge_id, _drawing(Path(path)))

        return self._changing(work)


def _drawing(path: Path) -> bytes:
    """A file that somebody has chosen, never more of it than an icon may have. Raises StoreProblem."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise StoreProblem(say("This file can't be opened. Please choose another.")) from error


def _save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises StoreProblem."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        if is_full(error):
            raise disk_full() from error
        raise StoreProblem(say("The file can't be written there. Please choose another folder.")) from error
