"""A step whose game this program does not know: a clear sentence, and the rest goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.desktop import Desktop
from app.store.problems import StoreProblem
from app.store.readings import Account
from app.views.kit.theme import Look, Theme, register_fonts
from app.views.student.play import PlayView
from workshop.gallery_readings import STEPS, STUDENT


@pytest.fixture
def desktop(tmp_path: Path, qapp: Any) -> Any:
    made = Desktop(tmp_path, sound=False)
    yield made
    made.close()


def test_a_game_of_a_newer_catalogue_is_explained(desktop: Desktop, qtbot: Any) -> None:
    step = msgspec.structs.replace(STEPS[2], stage_id="G-98765-quiz")
    account: Account = STUDENT
    rooms = desktop.rooms()
    with pytest.raises(StoreProblem, match="does not know this game yet"):
        rooms.start_attempt(account, step).result(0)
    register_fonts()
    view = PlayView(Theme(Look()), rooms, account, lambda _place: None, step=step, assignment_id=None)
    qtbot.addWidget(view)
    view.show()
    said: list[str] = []

    def tells() -> bool:
        said[:] = [label.text() for label in view.findChildren(object) if hasattr(label, "text") and label.text()]
        return any("does not know this game yet" in text for text in said)

    qtbot.waitUntil(tells, timeout=5_000)
    assert "Back" in said
