"""The line protocol by which sync programs are measured side by side: a JSON command a line in, an answer a line out.

Answers begin with `@@`. A client knows insert {n}, sync {mode}, count, enroll, quit; a server says when it is ready.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
HOME = Path(__file__).resolve().parent.parent
Answer = dict[str, Any]
Handler = Callable[[Mapping[str, Any]], Answer]


def say(answer: Mapping[str, Any]) -> None:
    """One line to whoever measures."""
    sys.stdout.write("@@" + json.dumps(answer) + "\n")
    sys.stdout.flush()


def serve(handlers: Mapping[str, Handler]) -> None:
    """Answer commands until `quit` or the end of stdin."""
    say({"ready": True, "pid": os.getpid()})
    for line in sys.stdin:
        if not line.strip():
            continue
        command = json.loads(line)
        if command["op"] == "quit":
            say({"ok": True})
            return
        say(_answered(handlers, command))


def _answered(handlers: Mapping[str, Handler], command: Mapping[str, Any]) -> Answer:
    while command.get("wait_for") and not os.path.exists(command["wait_for"]):
        time.sleep(0.005)
    used, began = cpu_seconds("self"), time.monotonic()
    try:
        answer = {"ok": True, **handlers[command["op"]](command)}
    except Exception as error:
        answer = {"ok": False, "error": f"{type(error).__name__}: {str(error)[:400]}"}
    ended = time.monotonic()
    return {"seconds": ended - began, **answer, "t_end": ended, "cpu": cpu_seconds("self") - used}


def cpu_seconds(pid: int | str) -> float:
    """CPU time that a process has used so far, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def peak_mib(pid: int) -> float:
    """The most memory that a process has held since `forget_peak`, in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def forget_peak(pid: int) -> None:
    """Count the peak of a process anew."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def loopback_bytes() -> int:
    """What has gone over the loopback so far, headers included."""
    for line in Path("/proc/net/dev").read_text().splitlines():
        if line.strip().startswith("lo:"):
            return int(line.split(":")[1].split()[0])
    return 0


class Program:
    """A server or client that obeys the protocol, in a process of its own."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=HOME,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.pid = int(self.answer()["pid"])

    def answer(self) -> Answer:
        """The next answer. Raises RuntimeError where the program has ended."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("@@"):
                found: Answer = json.loads(line[2:])
                return found
        raise RuntimeError("the measured program has ended")

    def tell(self, op: str, **more: Any) -> None:
        """Ask for something without waiting."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"op": op, **more}) + "\n")
        self._process.stdin.flush()

    def do(self, op: str, **more: Any) -> Answer:
        """Ask for something and wait. Raises RuntimeError where it failed."""
        self.tell(op, **more)
        answer = self.answer()
        if not answer["ok"]:
            raise RuntimeError(f"{op}: {answer.get('error')}")
        return answer

    def end(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.communicate()

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def alone(module: str, arguments: Sequence[str]) -> None:
    """Start again in a network of one's own, where that is allowed: so the bytes on the loopback are this program's."""
    if (
        os.environ.get("MLC_BENCH_ALONE")
        or subprocess.run(["unshare", "-n", "true"], stderr=subprocess.DEVNULL, check=False).returncode
    ):
        return
    os.environ["MLC_BENCH_ALONE"] = "1"
    again = 'ip link set lo up; exec "$@"'
    os.execvp("unshare", ["unshare", "-n", "sh", "-c", again, "sh", sys.executable, "-m", module, *arguments])
