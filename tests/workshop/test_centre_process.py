"""The centre of a demonstration ends with it, however that ends, and two demonstrations share one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from central.app import build
from domain.games.catalogue import Catalogue
from workshop.centre_process import HOME, CentreProcess
from workshop.demo import Made, answers, database_of, served

PATIENCE = 30.0
STARTS = """
import sys
from pathlib import Path
from workshop.centre_process import CentreProcess
centre = CentreProcess(Path(sys.argv[1]))
centre.start()
print(centre.url, flush=True)
sys.stdin.read()
"""


def until(condition: Callable[[], bool], what: str) -> None:
    end, pause = time.monotonic() + PATIENCE, threading.Event()
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what}"
        pause.wait(0.05)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "centre"
    folder.mkdir()
    with build(database_of(folder), Catalogue(()), background=False):
        return folder


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="ties one process to another")
def test_it_ends_with_whoever_started_it_even_when_that_is_killed(school: Path) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTS, str(school)], cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert starter.stdout is not None
        url = starter.stdout.readline().strip()
        assert answers(url)
    finally:
        starter.kill()
        starter.communicate()
    until(lambda: not answers(url), "the centre ends")


def test_a_second_one_finds_the_first_and_leaves_it_running(school: Path, tmp_path: Path) -> None:
    made = Made(org_id="o", site_id="s", classes={}, students={}, teachers={})
    with served(tmp_path, made) as first:
        with served(tmp_path, made) as second:
            assert second.url == first.url
        assert answers(first.url)
    assert not answers(first.url)


def test_a_port_that_is_taken_is_an_error_and_no_wait(school: Path, tmp_path: Path) -> None:
    with CentreProcess(school) as other:
        elsewhere = tmp_path / "elsewhere" / "centre"
        elsewhere.mkdir(parents=True)
        taken = CentreProcess(elsewhere, other.port)
        with pytest.raises(RuntimeError, match="did not start"):
            taken.start()
