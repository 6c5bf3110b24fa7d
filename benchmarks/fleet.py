"""The end of a lesson: thirty machines with two hundred attempts each sync at the same moment, beside the floor."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.line import Program, alone, cpu_seconds
from benchmarks.measuring import show, spread
from benchmarks.sync import PEERS, served


def one_run(module: str, machines: int, attempts: int) -> dict[str, float]:
    """All at once. Raises RuntimeError where one of them failed at its first try."""
    with served(module, users=machines) as (folder, port, server), ExitStack() as held:
        clients = [
            held.enter_context(Program(module, "client", str(folder), str(port), f"c{user}", str(user)))
            for user in range(machines)
        ]
        for client in clients:
            client.do("enroll")
            client.do("sync", mode="both")
            client.do("insert", n=attempts)
        return _together(clients, server, folder / "go")


def _together(clients: list[Program], server: Program, go: Path) -> dict[str, float]:
    for client in clients:
        client.tell("sync", mode="push", wait_for=str(go))
    used = cpu_seconds(server.pid)
    began = time.monotonic()
    go.touch()
    answers = [client.answer() for client in clients]
    failed = [answer.get("error") for answer in answers if not answer["ok"]]
    if failed:
        raise RuntimeError(f"{len(failed)} of {len(answers)} failed: {failed[0]}")
    waits = sorted(answer["t_end"] - began for answer in answers)
    return {
        "all through s": waits[-1],
        "half through s": waits[len(waits) // 2],
        "CPU s at the centre": cpu_seconds(server.pid) - used,
        "CPU s of all machines": sum(answer["cpu"] for answer in answers),
    }


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    machines: Annotated[int, typer.Option(help="How many machines.")] = 30,
    attempts: Annotated[int, typer.Option(help="Attempts on each.")] = 200,
    runs: Annotated[int, typer.Option(help="Runs of each.")] = 5,
) -> None:
    """Run ours and the floor in turn."""
    alone("benchmarks.fleet", sys.argv[1:])
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in PEERS}
    for _ in range(runs):
        for name, module in PEERS.items():
            taken[name].append(one_run(module, machines, attempts))
    figures = {
        f"{name}: {key}": spread([row[key] for row in rows]) for key in taken["ours"][0] for name, rows in taken.items()
    }
    show("fleet", figures, as_json=json)


if __name__ == "__main__":
    typer.run(main)
