"""Looking back, bound to one machine: attempts told again, what waits to be heard, as `Rooms` hands it to the views."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject

from app.stage.replaying import Replaying
from app.stage.running import Sounding
from app.store import heat, listening, replaying
from app.store.keeper import Keeper
from app.store.looking_readings import DoubtCard, Replay
from app.store.people import STAFF
from app.store.readings import Account
from app.sync.replays import fetch_performance
from app.sync.world import fetch_world
from app.views.rooms_looking import LookingRooms
from domain.games.retelling import Retold
from domain.learning.heat import HeatMap, heat_map, joined


class Looking:
    """Its own thread waits for disk and network; the screen and the store never do."""

    def __init__(self, *, keeper: Keeper, sound: Sounding, steady: Callable[[], int]) -> None:
        self._keeper, self._sound, self._steady = keeper, sound, steady
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looking-back")

    def close(self) -> None:
        """Let go; what has not begun is dropped."""
        self._thread.shutdown(cancel_futures=True)

    def rooms(self) -> LookingRooms:
        """What views may call of it."""
        return LookingRooms(
            replay=self.replay,
            replaying=self.replaying,
            heat=lambda account, student_id, class_id: self._thread.submit(self._heat, account, student_id, class_id),
            plays=lambda account: replaying.plays(keeper=self._keeper, account=account),
            world=lambda account, stage_id: self._thread.submit(
                fetch_world, keeper=self._keeper, account=account, stage_id=stage_id
            ),
            to_listen=lambda account: listening.to_listen(keeper=self._keeper, account=account),
            decide_doubt=self._decide,
        )

    def replay(self, account: Account, attempt_id: str) -> Future[Replay]:
        """An attempt told again, with its notes from the mirror, or for staff from the centre."""
        return self._thread.submit(self._replay, account, attempt_id)

    def replaying(self, retold: Retold, parent: QObject) -> Replaying:
        """A clock over an attempt, on the GUI thread; it belongs to the parent."""
        return Replaying(retold, sound=self._sound, now_us=self._steady, parent=parent)

    def _decide(self, account: Account, attempt_id: str, counts: bool, phrase_id: str) -> Future[tuple[DoubtCard, ...]]:
        return listening.decide_doubt(
            keeper=self._keeper, account=account, attempt_id=attempt_id, counts=counts, phrase_id=phrase_id
        )

    def _heat(self, account: Account, student_id: str | None, class_id: str | None) -> HeatMap:
        """One student after the other, so that the store is never busy for long."""
        keeper = self._keeper
        if student_id is not None:
            students: tuple[str, ...] = (student_id,)
        else:
            students = heat.students_in(keeper=keeper, account=account, class_id=class_id or "").result()
        played = (heat.played_by(keeper=keeper, account=account, student_id=each).result() for each in students)
        parts = [heat.sums_of(each) for each in played]
        return heat_map(joined(parts), heat.today(keeper=keeper).result())

    def _replay(self, account: Account, attempt_id: str) -> Replay:
        found = replaying.recorded(keeper=self._keeper, account=account, attempt_id=attempt_id).result()
        if found.performance is None and account.role in STAFF:
            fetch_performance(keeper=self._keeper, account=account, attempt_id=attempt_id)
            found = replaying.recorded(keeper=self._keeper, account=account, attempt_id=attempt_id).result()
        return replaying.told_again(found=found, account=account, catalogue=self._keeper.catalogue)
