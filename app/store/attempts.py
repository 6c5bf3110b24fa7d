"""The journals of running attempts: notes are on the disk before their attempt ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from app.store.journal import Began, Frame, Heard, Journal, read_frames, reopened
from app.store.readings import RunningAttempt, UnfinishedAttempt
from app.store.shelf import Shelf
from domain.records.progress import RawEvent

_FLUSH_AFTER = 500_000


class Running:
    """The attempts that have begun and not ended. Used by the keeper's worker only."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._journals: dict[str, Journal] = {}
        self._flushed_at = 0

    def _place(self, account_id: str, attempt_id: str) -> Path:
        self._shelf.admit(account_id)
        folder = self._shelf.place(account_id, ".attempts")
        folder.mkdir(exist_ok=True, mode=0o700)
        return folder / f"{attempt_id}.journal"

    def _key(self, account_id: str) -> bytes:
        return self._shelf.key("journal", account_id)

    def begin(self, attempt: RunningAttempt) -> None:
        """Open a journal; the attempt is on the disk when this returns."""
        account_id = attempt.account.user_id
        journal = Journal(self._place(account_id, attempt.attempt_id), self._key(account_id))
        self._journals[attempt.attempt_id] = journal
        try:
            journal.append(Began(attempt))
            journal.flush()
        except OSError:
            # Without its beginning it could be offered to nobody.
            with suppress(OSError):
                self.end(account_id, attempt.attempt_id)
            raise

    def resume(self, attempt: RunningAttempt) -> tuple[RawEvent, ...]:
        """Go on with an attempt whose machine went away; what was heard until then."""
        account_id = attempt.account.user_id
        journal, frames = reopened(self._place(account_id, attempt.attempt_id), self._key(account_id))
        if not frames:
            journal.append(Began(attempt))
        self._journals[attempt.attempt_id] = journal
        return _events(frames)

    def hear(self, attempt: RunningAttempt, events: tuple[RawEvent, ...], at: int) -> None:
        """Append notes. An attempt without an open journal is over: its last notes came with its end."""
        if journal := self._journals.get(attempt.attempt_id):
            journal.append(Heard(events, at))

    def end(self, account_id: str, attempt_id: str) -> None:
        """The attempt is in the mirror, or was given up: its journal is not needed any more."""
        if journal := self._journals.pop(attempt_id, None):
            journal.close()
        # Not `_place`: who leaves a game of an account that is gone is told nothing new by it.
        (self._shelf.place(account_id, ".attempts") / f"{attempt_id}.journal").unlink(missing_ok=True)

    def put_down(self, attempt: RunningAttempt) -> None:
        """Nobody plays it just now: its journal waits to be offered. One in which nothing was played is not needed."""
        journal = self._journals.get(attempt.attempt_id)
        if journal is None:
            return
        if journal.frames == 1:
            self.end(attempt.account.user_id, attempt.attempt_id)
            return
        self._journals.pop(attempt.attempt_id)
        with suppress(OSError):
            journal.flush()
        journal.close()

    def forget(self, account_id: str) -> None:
        """Close the journals of an account that is being wiped: some systems remove no file that is open."""
        folder = self._shelf.place(account_id, ".attempts")
        for attempt_id in [name for name in self._journals if (folder / f"{name}.journal").exists()]:
            self._journals.pop(attempt_id).close()

    def unfinished(self, account_id: str) -> list[UnfinishedAttempt]:
        """Attempts of this account that have begun and are not open now, newest first."""
        folder = self._shelf.place(account_id, ".attempts")
        found = [self._read(account_id, path) for path in sorted(folder.glob("*.journal"))]
        return sorted((u for u in found if u is not None), key=lambda u: u.attempt.started_at, reverse=True)

    def _read(self, account_id: str, path: Path) -> UnfinishedAttempt | None:
        if path.stem in self._journals:
            return None
        frames, _ = read_frames(path, self._key(account_id))
        if not frames or not isinstance(frames[0], Began):
            return None
        heard = [frame for frame in frames if isinstance(frame, Heard)]
        last = heard[-1].at if heard else frames[0].attempt.started_at
        return UnfinishedAttempt(attempt=frames[0].attempt, events=_events(frames), last_note_at=last)

    def journal(self, attempt_id: str) -> Journal:
        """The open journal of a running attempt. Raises KeyError where there is none."""
        return self._journals[attempt_id]

    @property
    def dirty(self) -> bool:
        """Whether something has not been flushed to the disk."""
        return self._shelf.dirty or any(journal.dirty for journal in self._journals.values())

    def flush(self) -> None:
        """Wait until everything is on the disk."""
        for journal in self._journals.values():
            if journal.dirty:
                journal.flush()
        self._shelf.flush()

    def flush_if_due(self, now: int) -> None:
        """Flush where the last time is longer ago than half a second."""
        if self.dirty and abs(now - self._flushed_at) >= _FLUSH_AFTER:
            self.flush()
            self._flushed_at = now

    def close(self) -> None:
        """Flush and close the open journals; they stay, to be offered again."""
        for journal in self._journals.values():
            with suppress(OSError):
                journal.flush()
            journal.close()
        self._journals.clear()


def _events(frames: list[Frame]) -> tuple[RawEvent, ...]:
    return tuple(event for frame in frames if isinstance(frame, Heard) for event in frame.events)
