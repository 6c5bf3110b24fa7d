"""The same worlds as a hypothesis state machine, which looks for the shortest story that breaks something."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from workshop.simulator import deeds, deeds_of_adults
from workshop.simulator.chance import all_from
from workshop.simulator.clock import BEGINNING, HOUR
from workshop.simulator.hands import Deed
from workshop.simulator.machine import copy_folder
from workshop.simulator.world import World

MEMORY = Path("/dev/shm")
OF_STUDENTS = sorted({deed.__name__: deed for deed in deeds.OF_STUDENTS}.values(), key=lambda deed: deed.__name__)
OF_TEACHERS = sorted(
    {deed.__name__: deed for deed in deeds_of_adults.OF_TEACHERS}.values(), key=lambda deed: deed.__name__
)


def stories(school: Path) -> type[RuleBasedStateMachine]:
    """The machine over copies of this school."""

    class Story(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.scratch = tempfile.TemporaryDirectory(prefix="mlc-story-", dir=MEMORY if MEMORY.is_dir() else None)
            folder = Path(self.scratch.name) / "world"
            copy_folder(school, folder)
            self.entropy = all_from(random.Random(1))
            self.entropy.__enter__()
            self.world = World(folder, random.Random(1), BEGINNING + 24 * HOUR)

        def machine(self, number: int):  # type: ignore[no-untyped-def]
            return self.world.labs[number % len(self.world.labs)]

        @rule(lab=st.integers(0, 3), name=st.sampled_from(("ada", "bo", "cy")), deed=st.sampled_from(OF_STUDENTS))
        def student_does(self, lab: int, name: str, deed: Deed) -> None:
            self.world.do(self.machine(lab), self.world.account(name), deed)

        @rule(lab=st.integers(0, 3), name=st.sampled_from(("lee", "ray")), deed=st.sampled_from(OF_TEACHERS))
        def teacher_does(self, lab: int, name: str, deed: Deed) -> None:
            self.world.do(self.machine(lab), self.world.account(name), deed)

        @rule(lab=st.integers(0, 3), rate=st.sampled_from((0.0, 0.5)))
        def round_of_a_machine(self, lab: int, rate: float) -> None:
            self.world.network.rate = rate
            self.world.walk_with(self.machine(lab))

        @rule(lab=st.integers(0, 3), hours=st.integers(-48, 48))
        def clock_set(self, lab: int, hours: int) -> None:
            self.machine(lab).clock.wrong_by = hours * HOUR

        @rule(step=st.sampled_from((World.save, World.bring_back, World.clone, World.judge, World.wait)))
        def something_happens(self, step) -> None:  # type: ignore[no-untyped-def]
            step(self.world)

        @rule(step=st.sampled_from((World.administer, World.restart_centre, World.restart_machine)))
        def somebody_intervenes(self, step) -> None:  # type: ignore[no-untyped-def]
            step(self.world)

        def teardown(self) -> None:
            try:
                self.world.settle()
                assert list(self.world.breaches()) == []
            finally:
                self.world.close()
                self.entropy.__exit__(None, None, None)
                self.scratch.cleanup()

    return Story


def settled(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )


@pytest.mark.timeout(600)
def test_no_short_story_breaks_anything(school: Path) -> None:
    run_state_machine_as_test(stories(school), settings=settled(25))


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_no_story_breaks_anything(school: Path) -> None:
    run_state_machine_as_test(stories(school), settings=settled(2_000))
