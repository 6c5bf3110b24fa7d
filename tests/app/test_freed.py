"""What opening the machine has left over is not kept."""

from __future__ import annotations

import subprocess
import sys

import pytest

# A thread takes 64 MiB in small pieces, keeps the last of them, so that its store cannot shrink by itself, and ends.
THREAD = """
import ctypes, threading
from pathlib import Path
from app.freed import give_back

c = ctypes.CDLL(None)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

def work():
    pieces = [c.malloc(65536) for _ in range(1024)]
    for piece in pieces:
        ctypes.memset(piece, 1, 65536)
    for piece in pieces[:-1]:
        c.free(piece)

thread = threading.Thread(target=work)
thread.start()
thread.join()
before = resident()
give_back()
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems return it by themselves")
def test_what_a_thread_has_freed_goes_back_to_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", THREAD], check=True, capture_output=True, text=True)
    assert int(done.stdout) > 48 * 2**20
