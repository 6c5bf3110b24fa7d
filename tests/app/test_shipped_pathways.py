"""What is wrong in a pathway or in the game that it needs takes nothing else away."""

from __future__ import annotations

import logging

import pytest

from app.giving import shipped
from domain.games import CHECKS
from domain.games.catalogue import read_catalogue
from resources import texts


def test_one_broken_game_leaves_the_lifetime_musician_to_the_teachers(caplog: pytest.LogCaptureFixture) -> None:
    files = texts("games")
    (broken,) = (name for name, text in files.items() if 'game_id = "G-00101"' in text)
    files = {**files, broken: files[broken].replace('game_id = "G-00101"', 'game_id = "G-00101"\nunknown = 1', 1)}
    catalogue = read_catalogue(files.items(), CHECKS)
    with caplog.at_level(logging.ERROR, "app"):
        (life,) = shipped(texts("curricula"), catalogue)
    assert len(catalogue.problems) == 1
    assert sum(len(group.assignments) for group in life.groups) >= 70
    assert "life.toml:" in caplog.text


def test_a_pathway_that_is_none_leaves_the_others(caplog: pytest.LogCaptureFixture) -> None:
    catalogue = read_catalogue(texts("games").items(), CHECKS)
    with caplog.at_level(logging.ERROR, "app"):
        found = shipped({"cut.toml": "sequence_id = ", **texts("curricula")}, catalogue)
    assert [each.sequence_id for each in found] == ["SEQ-LIFE"]
    assert "cut.toml:1" in caplog.text
