"""A file about levels that is damaged or gone stops nobody from playing."""

from __future__ import annotations

import logging

import pytest

from app.practising import level_parameters
from domain.learning.adaptive import PARAMETERS, Parameters
from resources import texts


def test_ours_is_read() -> None:
    assert level_parameters(texts("learning")) == PARAMETERS
    assert level_parameters({"levels.toml": "pace = 200"}) == Parameters(pace=200)


@pytest.mark.parametrize(
    "files", [{}, {"levels.toml": "step = "}, {"levels.toml": "step = 1"}, {"levels.toml": "x = 1"}]
)
def test_what_cannot_be_read_is_as_it_was_shipped(files: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "app"):
        assert level_parameters(files) == PARAMETERS
    assert "levels" in caplog.text
