"""Tokens keep their promises: contrast, scale, sizes of targets; a theme dresses every widget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.views.kit.buttons import Button
from app.views.kit.theme import Look, Theme
from app.views.kit.tokens import BADGE_BORDERS, PAIRS, PALETTES, TARGET, ThemeName, contrast


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_that_is_used_can_be_read(name: ThemeName, ink: str, ground: str, least: float) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= least


def test_borders_of_badges_are_the_plans() -> None:
    assert BADGE_BORDERS == {2: "#CD7F32", 3: "#C0C0C0", 4: "#FFD700"}


@given(percent=st.integers(-1000, 1000))
def test_text_size_stays_between_one_and_two_hundred_per_cent(percent: int) -> None:
    assert 100 <= Theme(Look(percent=percent)).percent <= 200


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("kind", ["primary", "quiet", "nav"])
def test_buttons_are_as_large_as_a_finger(qtbot, percent: int, kind: str) -> None:
    theme = Theme(Look(percent=percent))
    button = Button("I", theme, kind=kind)
    qtbot.addWidget(button)
    theme.dress(button)
    button.show()
    assert button.height() >= TARGET * percent / 100
    assert button.width() >= TARGET * percent / 100
