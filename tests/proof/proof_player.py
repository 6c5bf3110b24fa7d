"""Clients to be killed. `proof_player.py FOLDER CAST NAME` starts a nursery that forks a client for each line it reads.

A client is what a computer of the class is (`proof_class.Computer`): store, road, a student who does one thing after
the other. On its standard output it says what it is about to do, and what was acknowledged; the nursery says `dead`
when the client was killed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import msgspec
from proof_class import Computer

from workshop.simulator.school import Cast, catalogue

HOME = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


class Player:
    """A computer of the class in a process of its own. What it was told goes to `computer`, which is closed here."""

    def __init__(self, computer: Computer, cast: Cast) -> None:
        self._computer = computer
        self._process = 0
        self._deeds = self._wanted = 0
        self._heard = threading.Condition()
        said = msgspec.json.encode(cast).decode()
        name = computer.account.display_name
        self._nursery = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(computer.folder.parent), said, name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=HOME,
            env={**os.environ, "PYTHONPATH": f"{HOME}{os.pathsep}{HOME / 'tests' / 'proof'}"},
        )
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()

    def start(self) -> None:
        """Start the program; returns when it plays."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write("one more\n")
        self._nursery.stdin.flush()
        self._wait(lambda: self._process != 0)

    def plays(self, deeds: int) -> None:
        """Returns when it has said so much more."""
        with self._heard:
            until = self._deeds + deeds
        self._wait(lambda: self._deeds >= until)

    def kill(self) -> None:
        """Signal 9; returns when it is gone and all that it said was heard."""
        os.kill(self._process, signal.SIGKILL)
        self._wait(lambda: self._process == 0)

    def _wait(self, until: Callable[[], bool]) -> None:
        with self._heard:
            assert self._heard.wait_for(until, _PATIENCE), "the client does not get on"

    def _listen(self) -> None:
        assert self._nursery.stdout is not None
        for line in self._nursery.stdout:
            with self._heard:
                self._take(*line.split())
                self._heard.notify_all()

    def _take(self, what: str, subject: str = "", how: str = "") -> None:
        computer = self._computer
        self._deeds += 1
        if what == "client":
            self._process = int(subject)
        elif what == "dead":
            self._process = 0
        elif what == "begun":
            computer.begun.add(subject)
        elif what == "played":
            computer.attempts.add(subject)
            computer.begun.discard(subject)
        elif what == "shared":
            computer.shares.add(subject)
        elif what == "liking":
            computer.unsure.add(subject)
        elif what == "liked":
            computer.reactions[subject] = how == "yes"
            computer.unsure.discard(subject)
        computer.counted[what] += 1

    def __enter__(self) -> Player:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.close()
        self._listening.join()
        self._nursery.stdout.close()
        self._nursery.wait()


class Telling(Computer):
    """Says everything to whoever outlives it."""

    def tell(self, *words: str) -> None:
        os.write(1, (" ".join(words) + "\n").encode())


def live(folder: Path, cast: Cast, name: str) -> None:
    """Play, share and like without end, while the road does its work."""
    computer = Telling(folder, cast, name)
    computer.chance = random.Random(os.getpid())
    computer.road.start()
    computer.tell("client", str(os.getpid()))
    pause = threading.Event()
    while not pause.wait(computer.chance.uniform(0, 0.05)):
        computer.does_something()


def nursery(folder: Path, cast: Cast, name: str) -> None:
    catalogue()
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                live(folder, cast, name)
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    nursery(Path(sys.argv[1]), msgspec.json.decode(sys.argv[2], type=Cast), sys.argv[3])
