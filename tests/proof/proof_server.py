"""Centres to be killed. `proof_server.py` starts a nursery that forks a centre for each line: the database's URL.

The nursery has everything imported and the games read, so that a centre is there again at once. A centre says its
process and its port on the standard output when it takes connections; the nursery says `dead` when it was killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from central.app import build
from central.content import shipped_catalogue
from central.serving import listening, serve
from domain.games.catalogue import Catalogue

HOME = Path(__file__).resolve().parents[2]


class Mortal:
    """A centre over `url` in a process of its own, which can be killed and started as often as one likes."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._process = 0
        self._nursery = subprocess.Popen(
            [sys.executable, str(Path(__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=HOME,
            env={**os.environ, "PYTHONPATH": str(HOME)},
        )

    def start(self) -> int:
        """Start it; the port at which it takes connections."""
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(self._url + "\n")
        self._nursery.stdin.flush()
        self._process, port = map(int, self._said())
        return port

    def kill(self) -> None:
        """Signal 9; returns when it is gone."""
        os.kill(self._process, signal.SIGKILL)
        assert self._said() == ["dead"]
        self._process = 0

    def _said(self) -> list[str]:
        assert self._nursery.stdout is not None
        words = self._nursery.stdout.readline().split()
        assert words, "the nursery of centres has ended"
        return words

    def __enter__(self) -> Mortal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process:
            os.kill(self._process, signal.SIGKILL)
        self._nursery.communicate()


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def live(url: str, games: Catalogue) -> None:
    """What `mlc-central serve` does, until it is killed."""
    with build(url, games) as centre:
        bound = listening("127.0.0.1", 0)
        serve(centre, bound, lambda: tell(os.getpid(), bound.getsockname()[1]))


def nursery() -> None:
    games = shipped_catalogue()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                live(line.strip(), games)
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        tell("dead")


if __name__ == "__main__":
    nursery()
