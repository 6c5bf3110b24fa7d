"""The end of the tour: the same pages in every theme, and every view of the program in every look."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.views.window import MainWindow
    from workshop.hands import Hands
    from workshop.tour import Story


def every_view_in_every_theme(story: Story, lab: MainWindow, teacher: Hands) -> None:
    """The same pages in light, dark and high contrast."""
    from app.views import places
    from app.views.kit.theme import Look
    from app.views.kit.tokens import ThemeName
    from workshop.hands import Hands

    desk = teacher.window
    pages = {
        "dashboard": (lab, places.AtHome()),
        "badges": (lab, places.AtBadges()),
        "class news": (lab, places.AtFeed()),
        "sync": (lab, places.AtSync()),
        "class": (desk, places.AtClass()),
    }
    for name in (ThemeName.DARK, ThemeName.CONTRAST, ThemeName.LIGHT):
        for window in (lab, desk):
            assert hasattr(window, "change_look")
            window.change_look(Look(name=name))
        for words, (window, where) in pages.items():
            assert hasattr(window, "go")
            window.go(where)
            story.step(f"{words} in {name.value}", Hands(window))


def every_view_in_every_look(story: Story) -> None:
    """All views of the program, those that the story does not reach too, in every look: light to large letters."""
    from workshop.hands import NotSeenError

    looks = story.folder / "looks"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "workshop.gallery", str(looks)]
    hung = subprocess.run(command, env=environment, capture_output=True, text=True)
    pictures = len(list(looks.glob("*.png")))
    if hung.returncode or not pictures:
        raise NotSeenError(f"the gallery: {hung.stderr[-500:]}")
    story.facts["pictures_of_every_view"] = pictures
    story.step("every view in every look")
