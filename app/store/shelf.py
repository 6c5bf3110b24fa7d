"""The mirror files of this machine: which are open, how their keys are made, what happens to a broken one."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from app.store import keys
from app.store.journal import Deeds, Frame, Journal, reopened
from app.store.mirror import Announce, DamagedWhileOpen, Mirror, state, unlogged
from app.store.problems import AccountGone, StoreProblem
from app.store.secrets import Secrets
from app.store.tally import recounted_all
from app.store.writing import Writing
from domain.music.say import Say, say
from domain.records.stamps import HybridClock
from local_schema.opening import (
    BESIDE,
    MirrorDamaged,
    MirrorOutdated,
    MirrorTooNew,
    NotMigrated,
    damage_named,
    files_of,
    open_mirror,
)

# The machine's own mirror: the tiles of the sign-in page and the accounts of this machine.
MACHINE = keys.MACHINE
# Open files beside the machine's. Opening again costs 2 ms.
MOST_OPEN = 4
# Broken files kept for those who want to look at them.
_MOST_BROKEN = 2

Tell = Callable[[str, Say], None]


class Shelf:
    """Opens, keeps and closes the mirrors. Used by the keeper's worker only."""

    def __init__(
        self,
        folder: Path,
        secrets: Secrets,
        now: Callable[[], int],
        announce: Announce,
        tell: Tell,
        machine_mark: str = "",
        most_open: int = MOST_OPEN,
    ) -> None:
        self._folder = folder
        self._most_open = most_open
        self._machine_mark = machine_mark
        self._secrets = secrets
        self._now = now
        self._announce = announce
        self._tell = tell
        self._open: OrderedDict[str, Mirror] = OrderedDict()
        self._logs: dict[str, Journal] = {}
        # Accounts wiped in this run: a page or a game that still shows them must not make their files anew.
        self._gone: set[str] = set()
        self._key: bytes | None = None

    # -- keys and places

    def _machine_key(self) -> bytes:
        if self._key is None:
            found = self._secrets.get(keys.NAME)
            if found is None:
                if any(self._folder.glob("*.mirror")):
                    raise StoreProblem(
                        say("This computer's key is missing, so nothing kept here can be read. Ask your administrator.")
                    )
                found = os.urandom(32).hex()
                self._secrets.set(keys.NAME, found)
            self._key = bytes.fromhex(found)
        return self._key

    def key(self, purpose: str, account_id: str) -> bytes:
        """32 bytes for one purpose and one account, derived from the machine's key."""
        return keys.derived(self._machine_key(), purpose, account_id)

    def place(self, account_id: str, ending: str) -> Path:
        """Where a file of this account lies."""
        return keys.place(self._folder, self._machine_key(), account_id, ending)

    def exists(self, account_id: str) -> bool:
        """Whether this account has a mirror on this machine, or deeds whose mirror has to be made anew."""
        return any(self.place(account_id, ending).exists() for ending in (".mirror", ".deeds"))

    # -- opening

    def admit(self, account_id: str) -> None:
        """Raises AccountGone where the account was wiped and nobody has `welcome`d it since."""
        if account_id in self._gone:
            raise AccountGone

    def welcome(self, account_id: str) -> None:
        """Somebody signs in to this account, or the road asks for it anew: its files may be made."""
        self._gone.discard(account_id)

    def mirror(self, account_id: str) -> Mirror:
        """The mirror of an account, opened or made where it must be.

        Raises AccountGone where it was wiped, DamagedWhileOpen where its file has to be put aside first.
        """
        if account_id in self._open:
            self._open.move_to_end(account_id)
            return self._open[account_id]
        self.admit(account_id)
        try:
            mirror = self._open[account_id] = self._opened(account_id)
            self._notice_a_cloned_disk(mirror)
            self._recover_deeds(mirror)
        except BaseException:
            # Half open it would keep deeds without their log: who asks next begins anew.
            self.close_one(account_id)
            raise
        self._close_the_idle(account_id)
        return mirror

    def _opened(self, account_id: str) -> Mirror:
        path, key = self.place(account_id, ".mirror"), self.key("mirror", account_id)
        try:
            engine = _current(path, key)
            try:
                with damage_named(path):
                    self._begin(account_id, engine)
                    return Mirror(account_id, path, engine, self._now, self._announce, self._log)
            except BaseException:
                engine.dispose()
                raise
        except (MirrorDamaged, NotMigrated) as error:
            raise DamagedWhileOpen(account_id) from error
        except MirrorTooNew as error:
            raise StoreProblem(
                say("A newer version of this program was used on this computer. Please update the program here too.")
            ) from error

    def _begin(self, account_id: str, engine: Engine) -> None:
        """What a file gets that was made, or changed to this version, a moment ago."""
        with engine.begin() as connection:
            if state(connection, "recount") is not None:
                recounted_all(connection)
                connection.exec_driver_sql("DELETE FROM mirror_state WHERE name = 'recount'")
            if state(connection, "mirror_id") is None:
                born = Writing(connection, HybridClock(""), self._now())
                born.set_state("mirror_id", os.urandom(6).hex())
                born.set_state("account_id", account_id)
                self._remember_the_school(account_id, born)
                if MACHINE in self._open:
                    # The machine has met the centre before: how wrong its clock is holds for everybody on it.
                    born.set_state("centre_offset", self._open[MACHINE].offset)

    def _remember_the_school(self, account_id: str, born: Writing) -> None:
        """The machine goes on belonging to its school where its own mirror had to be made anew."""
        if account_id == MACHINE and (known := self._secrets.get(keys.ENROLMENT)) is not None:
            born.set_state(keys.ENROLMENT, known)

    def _notice_a_cloned_disk(self, mirror: Mirror) -> None:
        """On another computer than before, count as another mirror: its twin goes on under the old name."""
        with mirror.reading() as connection:
            known = state(connection, "machine_mark")
        if known == self._machine_mark:
            return
        if known is not None:
            mirror.take_name(os.urandom(6).hex())
        with mirror.writing() as writing:
            writing.set_state("machine_mark", self._machine_mark)

    def wipe(self, account_id: str) -> None:
        """Remove everything of an account from this machine, and keep nothing more of it until it is `welcome`."""
        self.close_one(account_id)
        self._gone.add(account_id)
        path = self.place(account_id, ".mirror")
        for file in (*files_of(path), *self._folder.glob(f"{path.name}.*"), self.place(account_id, ".deeds")):
            file.unlink(missing_ok=True)
        folder = self.place(account_id, ".attempts")
        for journal in folder.glob("*.journal"):
            journal.unlink()
        if folder.exists():
            folder.rmdir()

    def forget_copies(self, account_id: str, before: int) -> None:
        """Remove what a damage or a new version has put aside and nothing was written to since `before`.

        Others' things are in it that may long have been taken back.
        """
        path = self.place(account_id, ".mirror")
        for file in (*self._folder.glob(f"{path.name}.damaged-*"), path.with_name(f"{path.name}.before")):
            if file.exists() and file.stat().st_mtime * 1_000_000 < before:
                file.unlink()

    def _close_the_idle(self, account_id: str) -> None:
        for other in [o for o in self._open if o not in (MACHINE, account_id)][: -self._most_open + 1]:
            self.close_one(other)

    # -- damage

    def quarantine(self, account_id: str) -> None:
        """Put a broken file aside; the next opening makes a new one, filled from the journals and the centre."""
        self.close_one(account_id)
        path = self.place(account_id, ".mirror")
        aside = path.with_name(f"{path.name}.damaged-{self._now()}")
        for file, kept in zip(files_of(path), files_of(aside), strict=True):
            if file.exists():
                file.replace(kept)
        known = self._folder.glob(f"{path.name}.damaged-*")
        for old in sorted(file for file in known if not file.name.endswith(BESIDE))[:-_MOST_BROKEN]:
            for file in files_of(old):
                file.unlink(missing_ok=True)
        self._not_ready(account_id)
        self._tell(
            account_id,
            say(
                "The copy of your work on this computer was damaged and has been made anew. "
                "What was not sent yet has been recovered; the rest comes back from the school."
            ),
        )

    def _not_ready(self, account_id: str) -> None:
        """A mirror that is made anew is empty: it is filled before it counts as ready to be used with no network."""
        if account_id == MACHINE:
            return
        with suppress(DamagedWhileOpen), self.mirror(MACHINE).writing() as writing:
            writing.connection.exec_driver_sql(
                "UPDATE local_account SET last_contact_at = NULL WHERE user_id = ?", (account_id,)
            )
            writing.changed.add("local_account")

    # -- the log of deeds: operations that the centre has not taken yet, a second time beside the mirror

    def _deeds(self, account_id: str) -> tuple[Journal, list[Frame]]:
        return reopened(self.place(account_id, ".deeds"), self.key("journal", account_id))

    def _log(self, account_id: str, deeds: Deeds, afresh: bool) -> None:
        """Note deeds after their commit; `afresh`: none else waits any more, so the earlier ones may be forgotten."""
        log = self._logs[account_id]
        try:
            if afresh:
                log.empty()
            log.append(deeds)
        except OSError:
            # The mirror has the deeds durably; this is their second place, and the disk may have room again later.
            return

    def _recover_deeds(self, mirror: Mirror) -> None:
        """Put back what the file has lost: all of it after a quarantine, its tail where SQLite's log was broken."""
        journal, frames = self._deeds(mirror.account_id)
        self._logs[mirror.account_id] = journal
        logged = [frame for frame in frames if isinstance(frame, Deeds)]
        with mirror.reading() as connection:
            next_seq = int(state(connection, "next_dev_seq") or 1)
        if logged and logged[-1].next_seq > next_seq:
            found = [deed for frame in logged for deed in frame.deeds if deed[0].dev_seq >= next_seq]
            # What was recovered before stands there twice.
            lost = list({(d[0].entity, d[0].verb, d[0].id, d[0].stamp): d for d in found}.values())
            # Numbers are given anew, so the centre must not take them for those it has seen under the old name.
            mirror.take_name(os.urandom(6).hex())
            with mirror.writing() as writing:
                writing.recover(lost, [row for frame in logged for row in frame.derived])
        elif missing := unlogged(mirror, {deed[0].dev_seq for frame in logged for deed in frame.deeds}):
            # A power cut has taken the end of the log, which waits for the disk a little longer than the mirror.
            self._log(mirror.account_id, Deeds(tuple(missing), next_seq), False)

    # -- closing

    @property
    def dirty(self) -> bool:
        """Whether a log has not been flushed to the disk."""
        return any(log.dirty for log in self._logs.values())

    def flush(self) -> None:
        """Wait until the logs are on the disk."""
        for log in self._logs.values():
            if log.dirty:
                log.flush()

    def close_one(self, account_id: str) -> None:
        """Close an account's files."""
        if mirror := self._open.pop(account_id, None):
            mirror.close()
        if log := self._logs.pop(account_id, None):
            log.close()

    def close(self) -> None:
        """Close all files."""
        for account_id in [*self._open, *self._logs]:
            self.close_one(account_id)


def _current(path: Path, key: bytes) -> Engine:
    """The file in this version's shape."""
    try:
        return open_mirror(path, key)
    except MirrorOutdated:
        from local_schema.migrating import migrate

        migrate(path, key)
        return open_mirror(path, key)
