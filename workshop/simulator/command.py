"""`./mlc simulate`: many seeds on all cores, their counters, and how to replay the ones that failed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import msgspec

from workshop.simulator.run import STEPS, Result

HOME = Path(__file__).resolve().parents[2]
# Sentences shown of one failing seed.
_SHOWN = 6


def simulate(seeds: int, first: int = 1, steps: int = STEPS, jobs: int = 0) -> int:
    """Run `seeds` worlds of `steps` steps, from the seed `first` on, in `jobs` processes (0: one a core).

    Prints the counters and every breach. The exit code: 0 where all held.
    """
    began = time.monotonic()
    results = run_all(seeds, first, steps, jobs)
    return report(results, seeds, steps, time.monotonic() - began)


def run_all(seeds: int, first: int, steps: int, jobs: int = 0) -> list[Result]:
    """The results in the order of the seeds; a process that ended early leaves its seeds out."""
    jobs = max(1, min(jobs or os.cpu_count() or 1, seeds))
    shares = [(first + seeds * i // jobs, seeds * (i + 1) // jobs - seeds * i // jobs) for i in range(jobs)]
    found: list[Result] = []
    threads = [Thread(target=_one_process, args=(start, count, steps, found)) for start, count in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found, key=lambda result: result.seed)


def _one_process(first: int, count: int, steps: int, found: list[Result]) -> None:
    # The order of sets of texts differs from process to process unless it is fixed: a seed must replay exactly.
    command = [sys.executable, "-m", "workshop.simulator.run", str(first), str(count), str(steps)]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    with subprocess.Popen(command, cwd=HOME, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            found.append(msgspec.json.decode(line, type=Result))


def report(results: Iterable[Result], seeds: int, steps: int, seconds: float) -> int:
    """Print what was found. 0 where every seed ran and nothing was broken."""
    results = list(results)
    counted: Counter[str] = Counter()
    for result in results:
        counted.update(result.counted)
    for name, count in counted.most_common():
        print(f"  {name:<28} {count:>10,}")
    rows: Counter[str] = Counter()
    for result in results:
        rows.update(result.rows)
    print("  rows at the centres in the end: " + ", ".join(f"{name} {count:,}" for name, count in rows.most_common()))
    failed = [result for result in results if result.breaches]
    for result in failed:
        print(f"seed {result.seed}: {len(result.breaches)} breaches")
        for breach in result.breaches[:_SHOWN]:
            print(f"    {breach[:600]}")
        print(f"    again: ./mlc simulate --seeds 1 --seed {result.seed} --steps {steps}")
    missing = seeds - len(results)
    print(f"{len(results)} seeds of {steps} steps in {seconds:.0f} s, {len(failed)} failed, {missing} did not end")
    return int(bool(failed or missing))
