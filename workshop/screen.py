"""A screen where there is none: Xvfb on a free display number, without a window manager."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator

SIZE = "1366x900x24"


@contextlib.contextmanager
def virtual_screen(size: str = SIZE) -> Iterator[str]:
    """An X server of its own; yields the value for DISPLAY. Raises RuntimeError where Xvfb is missing or dies."""
    if shutil.which("Xvfb") is None:
        raise RuntimeError("Xvfb is missing: install the package xvfb")
    ready, told = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[told],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    try:
        with os.fdopen(ready) as number:
            display = number.readline().strip()
        if not display:
            raise RuntimeError(f"Xvfb ended with status {server.wait()}")
        yield f":{display}"
    finally:
        server.terminate()
        server.wait()


def has_display() -> bool:
    """Can this user see windows?"""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
