"""What the program notes about itself: enough to help, nothing of a person."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.log import NAME, note_into, notes_in, stop_noting

CANARY = "Amara Bello 2580"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = note_into(tmp_path)
    yield tmp_path
    stop_noting(handler)


def noted(folder: Path) -> str:
    return (folder / NAME).read_text()


def broken() -> None:
    try:
        raise KeyError(CANARY)
    except KeyError as error:
        raise ValueError(f"no row for {CANARY}") from error


def test_of_an_exception_only_its_kind_and_places_are_noted(folder: Path) -> None:
    try:
        broken()
    except ValueError:
        logging.getLogger("store").exception("a listener failed")
    text = noted(folder)
    assert "ERROR store: a listener failed [ValueError at app/test_log.py:" in text
    assert "from KeyError at app/test_log.py:" in text
    assert CANARY not in text
    assert text.count("\n") == 1


def test_values_in_other_libraries_messages_are_left_out(folder: Path) -> None:
    logging.getLogger("httpx").warning("GET %s failed", f"https://x/{CANARY}")
    logging.getLogger("sqlalchemy.pool").error(f"row {CANARY}")
    text = noted(folder)
    assert "WARNING httpx: GET %s failed" in text
    assert "ERROR sqlalchemy.pool: (a message)" in text
    assert CANARY not in text


def test_what_nobody_caught_on_a_thread_is_noted(folder: Path) -> None:
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert "ERROR app: nobody caught this [ValueError" in noted(folder)
    assert CANARY not in noted(folder)


def test_the_notes_stay_small(folder: Path) -> None:
    for _ in range(20_000):
        logging.getLogger("sync").info("no hints: %s", "no_contact " * 5)
    files = notes_in(folder)
    assert list(files) == ["log.txt", "log.txt.1", "log.txt.2"]
    assert sum(map(len, files.values())) < 900 * 1024
