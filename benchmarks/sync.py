"""Attempts up to the centre and down to a second machine, one new one on top, and nothing new: beside the floor.

Real processes, a real socket, real files. Records are whole attempts with their notes' summary; all ends are counted.
"""

from __future__ import annotations

import socket
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.line import Program, alone, cpu_seconds, forget_peak, loopback_bytes, peak_mib
from benchmarks.measuring import show, spread

PEERS = {"ours": "benchmarks.peer_ours", "floor": "benchmarks.floor"}
SMALL = 20


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def served(module: str, users: int = 1) -> Iterator[tuple[Path, int, Program]]:
    """A folder, a port and a server on it."""
    with tempfile.TemporaryDirectory(prefix="mlc-bench-") as name:
        port = free_port()
        with Program(module, "server", name, str(port), str(users)) as server:
            yield Path(name), port, server


def one_run(module: str, count: int) -> dict[str, float]:
    """Up, down, then the small things. Raises RuntimeError where a record is missing in the end."""
    with served(module) as (folder, port, server):
        arguments = ("client", str(folder), str(port))
        with Program(module, *arguments, "a", "0") as first, Program(module, *arguments, "b", "0") as second:
            for client in (first, second):
                client.do("enroll")
            first.do("sync", mode="both")
            figures = {"insert s": first.do("insert", n=count)["seconds"]}
            figures |= _big(first, server, "up", count)
            figures |= _big(second, server, "down", count)
            for client in (first, second):
                client.do("sync", mode="both")
            figures |= _quiet(first, server) | _single(first, second)
            _complete(first, second, count + SMALL)
            return figures


def _big(client: Program, server: Program, name: str, count: int) -> dict[str, float]:
    forget_peak(client.pid)
    memory, carried, used = peak_mib(client.pid), loopback_bytes(), cpu_seconds(server.pid)
    answer = client.do("sync", mode="push" if name == "up" else "pull")
    return {
        f"{name} s": answer["seconds"],
        f"{name} CPU s, both ends": answer["cpu"] + cpu_seconds(server.pid) - used,
        f"{name} bytes a record": (loopback_bytes() - carried) / count,
        f"{name} client memory MiB": peak_mib(client.pid) - memory,
    }


def _quiet(client: Program, server: Program) -> dict[str, float]:
    used, carried = cpu_seconds(server.pid), loopback_bytes()
    taken = [client.do("sync", mode="both")["seconds"] for _ in range(10 * SMALL)]
    return {
        "quiet ms": 1000 * statistics.median(taken),
        "quiet ms CPU at the centre": 1000 * (cpu_seconds(server.pid) - used) / len(taken),
        "quiet bytes, with TCP": (loopback_bytes() - carried) / len(taken),
    }


def _single(first: Program, second: Program) -> dict[str, float]:
    up, down = [], []
    for _ in range(SMALL):
        first.do("insert", n=1)
        up.append(first.do("sync", mode="both")["seconds"])
        down.append(second.do("sync", mode="both")["seconds"])
    return {"one up ms": 1000 * statistics.median(up), "one down ms": 1000 * statistics.median(down)}


def _complete(first: Program, second: Program, wanted: int) -> None:
    for name, client in (("first", first), ("second", second)):
        found = client.do("count")["count"]
        if found != wanted:
            raise RuntimeError(f"the {name} machine holds {found} attempts, not {wanted}")


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    n: Annotated[str, typer.Option(help="How many attempts, several with commas.")] = "1000,10000",
    runs: Annotated[int, typer.Option(help="Runs of each.")] = 5,
) -> None:
    """Run ours and the floor in turn."""
    alone("benchmarks.sync", sys.argv[1:])
    figures: dict[str, object] = {}
    for count in (int(word) for word in n.split(",")):
        taken: dict[str, list[dict[str, float]]] = {name: [] for name in PEERS}
        for _ in range(runs):
            for name, module in PEERS.items():
                taken[name].append(one_run(module, count))
        for key in taken["ours"][0]:
            for name, rows in taken.items():
                figures[f"{count} {name}: {key}"] = spread([row[key] for row in rows])
    show("sync", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
