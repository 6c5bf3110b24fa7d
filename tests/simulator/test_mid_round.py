"""A centre that is put back to its backup between two pages of one answer."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from app.store import intake
from central.sync import pull
from domain.records.communication import Announcement
from workshop.simulator import deeds_of_adults, network
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR
from workshop.simulator.world import World


def from_the_office(world: World, number: int) -> Announcement:
    """Something to read for the piano class."""
    class_id = world.cast.classes["piano"]
    return Announcement(
        org_id=world.cast.org, id=f"office-{number}", title="News", content="", publish_at=number, class_id=class_id
    )


def test_what_was_lost_is_told_although_the_restore_fell_between_two_pages(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lee's machine has read what he announced. The centre loses it while the machine reads what the office did."""
    shutil.copytree(school, tmp_path / "world")
    with all_from(random.Random(1)):
        world = World(tmp_path / "world", random.Random(1), BEGINNING + 24 * HOUR)
        here, lee = world.labs[0], world.account("lee")
        world.here = {machine.name: [] for machine in world.machines} | {here.name: [lee]}
        world.save()
        for _ in range(3):
            world.do(here, lee, deeds_of_adults.announce)
        here.exchange(lee)
        world.centre.school.put(*(from_the_office(world, number) for number in range(15)))
        monkeypatch.setattr(pull, "PAGE_ROWS", 10)
        monkeypatch.setattr(pull, "MOST_ROWS", 10)
        monkeypatch.setattr(intake, "_HEAVY", 8)
        asked = []

        def meanwhile() -> None:
            asked.append(len(asked))
            if len(asked) == 2:
                world.bring_back()

        monkeypatch.setattr(network, "_MEANWHILE", 1.0)
        world.network.rate, world.network._meanwhile = 1e-12, meanwhile
        here.exchange(lee)
        assert len(asked) > 1
        world.settle()
        found = list(world.breaches())
        world.close()
    assert found == []
