"""A disk that is really full, at a computer and at the centre: said clearly, nothing lost, and on with it once there is
room. What every system can do without a small disk is in tests/app/store/test_surviving.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.simulator.run import scratch

HOME = Path(__file__).resolve().parents[2]
# A disk of its own that only this process and its children see: needs no rights where user namespaces are allowed.
WITH_A_SMALL_DISK = ("unshare", "--map-root-user", "--mount", "sh", "-c")
# PostgreSQL does not run as root, and in such a namespace there is nobody else: for it the disk is root's to mount.
MOUNTED_BY_ROOT = ("unshare", "--mount", "sh", "-c")
MOUNT = 'mount -t tmpfs -o size=%dm small "$1"'


def small_disks(how: tuple[str, ...]) -> bool:
    """Whether a small disk can be had here."""
    if shutil.which("unshare") is None:
        return False
    with scratch() as folder:
        tried = subprocess.run((*how, MOUNT % 20, "sh", str(folder)), check=False, capture_output=True)
    return tried.returncode == 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("whose", "how", "megabytes"),
    [("client", WITH_A_SMALL_DISK, 20), ("centre", WITH_A_SMALL_DISK, 20), ("postgres", MOUNTED_BY_ROOT, 80)],
    ids=["client", "centre", "postgres"],
)
def test_a_full_disk_is_said_and_loses_nothing(whose: str, how: tuple[str, ...], megabytes: int) -> None:
    if not small_disks(how):
        pytest.skip("no small disk can be mounted here: neither root nor user namespaces")
    with scratch() as small, scratch() as other:
        program = (sys.executable, str(Path(__file__).with_name("proof_small_disk.py")), whose, str(small), str(other))
        done = subprocess.run(
            (*how, f'{MOUNT % megabytes} && shift && exec "$@"', "sh", str(small), *program),
            cwd=HOME,
            env={**os.environ, "PYTHONPATH": str(HOME), "XDG_RUNTIME_DIR": str(other)},
            capture_output=True,
            text=True,
            check=False,
        )
    print(done.stdout, done.stderr)
    assert done.returncode == 0
