"""The central API in a process of its own, for the demonstration and the tour: started, switched off, on again."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from workshop.rigs import tied

HOME = Path(__file__).resolve().parent.parent
PATIENCE = 30.0


class CentreProcess:
    """`mlc-central serve` over a folder with its embedded database. The port stays the same from start to start."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.port = port
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where the centre is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        """Is the process alive?"""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it; returns once it takes requests. Raises RuntimeError where it does not come up."""
        serve = ("-m", "central", "serve", "--data", str(self.folder), "--port", str(self.port))
        # It ends with this program, however that ends: nobody finds its port taken by what they closed.
        command = tied("TERM", sys.executable, *serve)
        self._process = subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        line = self._process.stdout.readline() if ready else ""
        if not line:
            self.stop()
            raise RuntimeError("The central API did not start. Its log above says why.")
        self.port = int(json.loads(line)["url"].rsplit(":", 1)[1])

    def stop(self) -> None:
        """Let it finish what is running, and end it."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> CentreProcess:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
