"""R8: whatever people write, every view draws it as plain text, at once, and opens neither file nor network for it."""

from __future__ import annotations

import ctypes
import os
import random
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from app.views.kit.buttons import Button
from app.views.kit.text import ElidedLabel, PlainLabel
from app.views.kit.tiles import Tile
from domain.music.say import Say
from workshop import gallery

STRINGS = 500
# Fields of readings in which people write, or whose words come from the school.
WRITTEN = frozenset({
    "display_name", "author_name", "given_name", "family_name", "roster_name", "class_name", "school_name",
    "machine_name", "assigned_by", "title", "message", "text", "bio_text", "context", "note", "words", "why", "body",
    "description", "region", "name", "role_name", "game_name", "revoked_reason", "reason",
})  # fmt: skip
# CPU seconds that drawing one text may take (R8).
_ONE = 0.05
IN_ACCESS, IN_OPEN = 0x1, 0x20


class Trap:
    """A file and a door that the texts point to. Whoever opens either is noticed."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "canary.png"
        self.file.write_bytes(b"\x89PNG\r\n\x1a\n")
        self.door = socket.create_server(("127.0.0.1", 0))
        self.door.setblocking(False)
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._watch, str(self.file).encode(), IN_ACCESS | IN_OPEN) >= 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.door.getsockname()[1]}/canary.png"

    def sprung(self) -> list[str]:
        """What was opened since."""
        found = []
        with suppress(BlockingIOError):
            found += ["file"] * (len(os.read(self._watch, 4096)) // struct.calcsize("iIII"))
        with suppress(BlockingIOError):
            self.door.accept()[0].close()
            found.append("network")
        return found

    def close(self) -> None:
        os.close(self._watch)
        self.door.close()


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    if sys.platform != "linux":
        pytest.skip("files are watched by inotify")
    made = Trap(tmp_path)
    yield made
    made.close()


def hostile(trap: Trap, count: int) -> list[str]:
    """So many texts, the same in every run but for the trap's place: markup, scripts, controls, and mixtures."""
    rng = random.Random(8)
    file, url = trap.file.as_uri(), trap.url
    seeds = [
        f"<img src='{file}'>", f"<img src='{url}'>", f"<a href='{url}'>press</a>", f"<body background='{file}'>",
        f"<style>@import url({url});</style>", f"<link rel=stylesheet href='{file}'>", f"![x]({url})", file, url,
        f"<qt><img src='{trap.file}'></qt>", f"QLabel {{ background-image: url({trap.file}) }}",
        "<b>bold</b>", "<table>" * 30, "<table><tr><td>" * 18, "<ul>" * 60, "<!--", "<![CDATA[", "&lt;b&gt;", "&amp&",
        "<font size=400>big</font>", "<h1 style='font-size:9999px'>x</h1>", "<script>alert(1)</script>",
        "{0} {name} %1 %n %s %(x)s", "\\n\\t\\x00", "'; DROP TABLE member; --", '{"a": [', "=cmd|' /C calc'!A0",
        "\u202eright to left", "\u2066\u2067\u2068\u2069", "e" + "\u0301" * 400, "\u200b" * 300, "﷽" * 40, "🎹" * 80,
        "👩‍👩‍👧‍👦" * 30, "\ufdd0\uffff", "\0", "\x07\x1b[31m", "\n" * 400, "\t" * 200, " " * 400, "A" * 4_000,
        "W" * 4_000, "verylongword" * 200, "\u2028\u2029", "&&&&", "…" * 300, "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ก็็็็็็็็็็็็็็็็็็็็", "Ω≈ç√∫˜µ≤≥÷", "部落格",
        "مرحبا", "שלום", "नमस्ते", "🎵", "a\u0300\u0301\u0302" * 60, "\u061c\u200e\u200f",
    ]  # fmt: skip
    made = list(seeds)
    while len(made) < count:
        parts = rng.sample(seeds, rng.randint(2, 4))
        made.append("".join(part[: rng.choice([20, 200, 1_000])] for part in parts)[:4_000])
    return made[:count]


def poisoned(value: Any, text: str) -> Any:
    """The same reading, with a hostile text wherever people write."""
    if isinstance(value, Say):
        return msgspec.structs.replace(
            value, values={name: text if isinstance(each, str) else each for name, each in value.values.items()}
        )
    if isinstance(value, msgspec.Struct):
        fields = {field: getattr(value, field) for field in value.__struct_fields__}
        return msgspec.structs.replace(
            value,
            **{
                name: text if name in WRITTEN and isinstance(each, str) and each else poisoned(each, text)
                for name, each in fields.items()
            },
        )
    if type(value) in (tuple, list):
        return type(value)(poisoned(each, text) for each in value)
    return value


def poisoned_rooms(rooms: Any, text: str) -> Any:
    """Rooms whose every answer is poisoned."""

    def changed(each: Any) -> Any:
        if type(each).__name__.endswith("Rooms"):
            return poisoned_rooms(each, text)
        if callable(each) and not hasattr(each, "changed"):
            return lambda *given, **named: _answer(each(*given, **named), text)
        return each

    fields = msgspec.structs.asdict(rooms)
    return msgspec.structs.replace(rooms, **{name: changed(each) for name, each in fields.items()})


def _answer(found: Any, text: str) -> Any:
    if not isinstance(found, Future):
        return found
    future: Future[Any] = Future()
    future.set_result(poisoned(found.result(), text))
    return future


@pytest.fixture
def gallery_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, Callable[..., QWidget]]]:
    """The gallery's views, over rooms and readings in which a text stands wherever people write."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("workshop.gallery")]
    rooms = {name: getattr(gallery, name) for name in ("still_rooms", "still_display")}
    readings = {
        (module, name): value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, msgspec.Struct | tuple) and not isinstance(value, type) and name.isupper()
    }

    def patched(text: str) -> dict[str, Callable[..., QWidget]]:
        for module in modules:
            for name, make in rooms.items():
                if hasattr(module, name):
                    monkeypatch.setattr(
                        module, name, lambda make=make, **more: poisoned_rooms(make(**more), text)
                    )  # fmt: skip
        for (module, name), value in readings.items():
            monkeypatch.setattr(module, name, poisoned(value, text))
        return gallery.VIEWS

    return patched


def assert_plain(widget: QWidget) -> int:
    """Every label in it is plain, nothing in it knows rich text. How many were looked at."""
    seen = 0
    for each in [widget, *widget.findChildren(QWidget)]:
        assert not isinstance(each, QTextEdit), "QTextEdit reads markup; QPlainTextEdit does not"
        assert not Qt.mightBeRichText(each.toolTip()), type(each).__name__
        if isinstance(each, QLabel):
            assert each.textFormat() is Qt.TextFormat.PlainText, (type(each).__name__, each.text()[:40])
            seen += 1
    return seen


def worst(trap: Trap) -> list[str]:
    """Four texts that hold the worst of all: markup that points out of the program, one word, marks, empty lines."""
    every = hostile(trap, 60)
    return [
        "".join(each[:120] for each in every[:28]),
        "W" * 4_000,
        "".join(each[:60] for each in every[31:]),
        "\n" * 400,
    ]


@pytest.mark.parametrize("name", sorted(gallery.VIEWS))
def test_every_view_draws_it_plain(theme, qtbot, trap: Trap, gallery_with, name: str) -> None:  # type: ignore[no-untyped-def]
    for text in worst(trap):
        view = gallery_with(text)[name](theme)
        theme.dress(view)
        view.resize(1366, 900)
        view.show()
        for _ in range(4):
            QApplication.processEvents()
        view.grab()
        assert_plain(view)
        view.close()
        view.deleteLater()
        # A hundred views with their windows would stay until the end of the run.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert trap.sprung() == []


def test_five_hundred_texts_in_every_widget_that_shows_text(theme, qtbot, trap: Trap, capsys) -> None:  # type: ignore[no-untyped-def]
    makers = {
        "plain": lambda text: PlainLabel(text, theme, wrap=True),
        "elided": lambda text: ElidedLabel(text, theme),
        "button": lambda text: Button(text[:200], theme),
        "tile": lambda text: Tile(text[:200], theme, lambda: None, avatar=text[:40]),
    }
    took: list[float] = []
    for text in hostile(trap, STRINGS):
        for make in makers.values():
            make(text).grab()
            began = time.thread_time()
            widget = make(text)
            widget.resize(320, 200)
            widget.grab()
            took.append(time.thread_time() - began)
            assert_plain(widget)
            widget.deleteLater()
    QApplication.processEvents()
    assert trap.sprung() == []
    assert median(took) < _ONE
    with capsys.disabled():
        print(
            f"\nhostile texts: {STRINGS} × {len(makers)} widgets, median {median(took) * 1e3:.1f} ms, "
            f"longest {max(took) * 1e3:.0f} ms, nothing opened"
        )


def test_the_trap_notices(trap: Trap) -> None:
    trap.file.read_bytes()
    with socket.create_connection(trap.door.getsockname()):
        pass
    assert {"file", "network"} <= set(trap.sprung())
