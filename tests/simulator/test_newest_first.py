"""A mirror that is filled newest first, interrupted anywhere, while the centre goes on changing: it loses nothing."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store import intake
from central.sync import pull
from domain.records.communication import Announcement
from workshop.simulator import invariants
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR
from workshop.simulator.filling import fills_downwards, half_read
from workshop.simulator.machine import Machine, PowerCut, copy_folder
from workshop.simulator.world import World

MEMORY = Path("/dev/shm")
NEWS = 40


@contextmanager
def a_world(school: Path) -> Iterator[World]:
    """The school with its machines, a day later."""
    with (
        tempfile.TemporaryDirectory(prefix="mlc-newest-", dir=MEMORY if MEMORY.is_dir() else None) as folder,
        all_from(random.Random(1)),
    ):
        copy_folder(school, Path(folder) / "world")
        world = World(Path(folder) / "world", random.Random(1), BEGINNING + 24 * HOUR)
        try:
            yield world
        finally:
            world.close()


def news(world: World, number: int, **over: object) -> Announcement:
    """Something that the office tells the piano class."""
    plain = Announcement(
        org_id=world.cast.org,
        id=f"office-{number}",
        title=f"News {number}",
        content="",
        publish_at=number,
        class_id=world.cast.classes["piano"],
    )
    return msgspec.structs.replace(plain, **over)


class Reading:
    """Ada at a computer that is new to her; her class has a lot of news."""

    def __init__(self, world: World) -> None:
        self.world, self.ada = world, world.account("ada")
        world.centre.school.put(*(news(world, number) for number in range(NEWS)))
        world.add_machine("fresh")
        self.half_filled = 0

    @property
    def here(self) -> Machine:
        return self.world.labs[-1]

    def reads(self, answers: int, pieces: int | None) -> None:
        """Some answers of the centre arrive, then the network is gone; or the computer dies between two pieces."""
        self.world.network.left = answers
        self.here.keeper.pieces_left = pieces
        try:
            self.here.exchange(self.ada)
        except PowerCut:
            self.here.pull_the_plug(self.world.chance)
        self.here.keeper.pieces_left, self.world.network.left = None, None
        self.looked_at()

    def looked_at(self) -> None:
        found = fills_downwards(self.world.centre, self.world.cast.org, self.here, self.ada.user_id)
        self.half_filled += found is not None
        assert not found

    def happens(self, what: str, number: int) -> None:
        """The office changes something, moves it to another class, tells more of it, or loses its disk."""
        world = self.world
        if what == "restored":
            world.bring_back()
        elif what == "saved":
            world.save()
        else:
            other = {"changed": {"title": f"Again {number}"}, "gone": {"class_id": world.cast.classes["drums"]}}
            world.centre.school.put(news(world, number, **other.get(what, {})))

    def ends(self) -> None:
        """Without any more trouble the mirror holds what one holds that reads all in the order of its changes."""
        self.here.exchange(self.ada)
        self.here.exchange(self.ada)
        held = invariants.held_by(self.here, self.ada.user_id)
        token = self.world.token(self.here)
        assert list(invariants.mirror_is_the_centre(self.world.centre, self.ada.user_id, token, held)) == []


READS = st.tuples(st.just("reads"), st.integers(0, 4), st.one_of(st.none(), st.integers(0, 12)))
HAPPENS = st.tuples(st.sampled_from(["changed", "gone", "told"]), st.integers(0, NEWS + 10))
DISASTERS = st.tuples(st.sampled_from(["saved", "restored"]), st.just(0))
STORIES = st.lists(st.one_of(READS, READS, HAPPENS, HAPPENS, DISASTERS), max_size=14)


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "PAGE_ROWS", 6)
    monkeypatch.setattr(pull, "MOST_ROWS", 12)
    monkeypatch.setattr(intake, "PIECE", 3)
    monkeypatch.setattr(intake, "_HEAVY", 12)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("_small")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(story=STORIES)
def test_any_interruption_and_any_change_between_pages_end_as_a_clean_read(school: Path, story: list) -> None:  # type: ignore[type-arg]
    with a_world(school) as world:
        reading = Reading(world)
        for what, *how in story:
            if what == "reads":
                reading.reads(*how)
            else:
                reading.happens(what, *how)
        reading.ends()


@pytest.mark.usefixtures("_small")
def test_a_mirror_is_half_filled_after_each_answer_and_goes_on_where_it_was(school: Path) -> None:
    """What proves something above: it does happen that a mirror is left half filled."""
    with a_world(school) as world:
        reading = Reading(world)
        backs = []
        for _ in range(6):
            reading.reads(1, None)
            backs.append(back_of(reading))
        assert reading.half_filled == len(backs)
        assert backs == sorted(backs, reverse=True)
        assert len(set(backs)) == len(backs), "it goes on, and does not begin again"
        reading.ends()


def back_of(reading: Reading) -> int:
    """How far down the news of Ada's class have been read."""
    bucket = f"class:{reading.world.cast.classes['piano']}"
    cursors = half_read(reading.here, reading.ada.user_id)
    return next((filling.cursor.back for filling in cursors if filling.cursor.bucket == bucket), 0)
