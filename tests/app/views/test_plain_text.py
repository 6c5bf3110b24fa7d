"""What users write is drawn as plain text, at once, whatever it is (R8)."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.views.kit.buttons import Button
from app.views.kit.text import MOST_LETTERS, ElidedLabel, PlainLabel, breakable
from app.views.kit.tiles import Tile
from app.views.student.share_tile import ShareTile
from workshop.gallery_readings import NOW, share

HOSTILE = [
    "<b>bold</b>", "<img src='file:///etc/passwd'>", "<a href='http://example.org'>x</a>", "<table>" * 30,
    "&lt;", "&amp&", "\u202ertl override", "A" * 1_000_000, "\0", "\n" * 5_000, "%1 %s {name} {0}", "🎹" * 500,
    "e" + "\u0301" * 5_000, "﷽" * 200, "<?xml?><!DOCTYPE a>", "javascript:alert(1)", "\u2028\u2029", "\ud83c\udfb5",
]  # fmt: skip


def makers(theme):
    return {
        "plain": lambda text: PlainLabel(text, theme, wrap=True),
        "elided": lambda text: ElidedLabel(text, theme),
        "button": lambda text: Button(text[:200], theme),
        "tile": lambda text: Tile(text[:200], theme, lambda: None, avatar=text[:40]),
        "share": lambda text: ShareTile(
            share(1, text[:200], text[:40], text[:200], text[:200], 2, message=text[:200], context=text[:200]),
            theme,
            now=NOW,
        ),
    }


@pytest.mark.parametrize("kind", ["plain", "elided", "button", "tile", "share"])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_drawn_plain_and_at_once(theme, qtbot, kind: str, text: str) -> None:
    # The first letter of a script loads its font once.
    makers(theme)[kind](text).grab()
    began = time.thread_time()
    widget: QWidget = makers(theme)[kind](text)
    qtbot.addWidget(widget)
    theme.dress(widget)
    widget.resize(320, 200)
    widget.grab()
    assert time.thread_time() - began < 0.2
    for label in [widget, *widget.findChildren(QLabel)]:
        if isinstance(label, QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText
            assert len(label.text().replace("\u200b", "")) <= MOST_LETTERS + 1
        assert not Qt.mightBeRichText(label.toolTip())


def test_long_words_may_break_and_letters_stay_whole() -> None:
    assert breakable("Donaudampfschiffahrt and piano") == "Donaudampfschiffahrt and piano"
    assert breakable("a" * 24) == "\u200b".join(["a" * 8] * 3)
    for whole in ("e\u0301" * 30, "👩\u200d👩\u200d👧" * 12, "ก็" * 30):
        pieces = breakable(whole).split("\u200b")
        assert "".join(pieces) == whole
        assert not any(piece.startswith(("\u0301", "\u200d", "็")) for piece in pieces)


def test_a_word_as_long_as_a_page_fits_into_a_column(theme, qtbot) -> None:
    label = PlainLabel("W" * 2_000, theme, wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200
