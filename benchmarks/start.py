"""From exec to the first usable, painted window; memory; idle load: the client beside a bare PySide6 window.

The client opens the mirror of a class of 30 with a year of attempts. Both programs print a line the moment their window
has been painted, both run on the same virtual screen, in turn. `work_s` is the processor's time that a program has used
by then: it says the same on a machine that does other things meanwhile. Both have their byte code, as an installed
program has.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.measuring import show, spread

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """CPU time that a process has used so far, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def worked_seconds(pid: int) -> float:
    """The same in nanoseconds' steps (Linux's scheduler counts it for each thread), of the threads that still live."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def resident_mib(pid: int) -> float:
    """Resident memory of a process in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def one_run(command: list[str], *, settle: float, idle: float) -> dict[str, float]:
    """Start a program, wait for its `painted` line, then watch it do nothing."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout is not None
        try:
            for line in program.stdout:
                if line.startswith("painted"):
                    break
            else:
                raise SystemExit(f"The window never came: {' '.join(command)}")
            painted, worked = time.monotonic() - began, worked_seconds(program.pid)
            time.sleep(settle)
            before = cpu_seconds(program.pid)
            time.sleep(idle)
            load = 100 * (cpu_seconds(program.pid) - before) / idle
            return {
                "start_s": painted,
                "work_s": worked,
                "rss_mib": resident_mib(program.pid),
                "idle_cpu_percent": load,
            }
        finally:
            program.kill()


def main(
    json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    runs: Annotated[int, typer.Option(help="Runs of each program.")] = 5,
    settle: Annotated[float, typer.Option(help="Seconds to wait before memory and load are read.")] = 3.0,
    idle: Annotated[float, typer.Option(help="Seconds over which the idle load is read.")] = 4.0,
) -> None:
    """Run both programs in turn on a virtual screen and compare."""
    from workshop.screen import virtual_screen
    from workshop.year import a_machine_with_a_year

    with virtual_screen() as display, a_machine_with_a_year() as folder:
        os.environ["DISPLAY"] = display
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        commands = {
            "bare": [sys.executable, "-c", BARE],
            "client": [sys.executable, "-m", "app.main", "--data", str(folder), "--say-when-painted"],
        }
        taken: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                figures = one_run(command, settle=settle, idle=idle)
                if turn:  # the first turn only warms the disk cache
                    taken[name].append(figures)
    show("start", compared(taken), as_json=json)


def compared(taken: dict[str, list[dict[str, float]]]) -> dict[str, object]:
    """Medians of both programs, and the client's ratio to the bare window, run by run."""
    figures: dict[str, object] = {}
    for key in ("start_s", "work_s", "rss_mib", "idle_cpu_percent"):
        for name, rows in taken.items():
            figures[f"{name} {key}"] = spread([row[key] for row in rows])
    pairs = list(zip(taken["client"], taken["bare"], strict=True))
    for key in ("start_s", "work_s", "rss_mib"):
        figures[f"ratio {key}"] = spread([ours[key] / bare[key] for ours, bare in pairs])
    return figures


if __name__ == "__main__":
    typer.run(main)
