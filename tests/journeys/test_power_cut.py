"""The machine is killed in the middle of a performance; the next morning the attempt is offered again."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from classroom import PIN, Classroom, Computer, Play, until

# R1: the whole client killed in the middle of a performance; some in every run, fifty in a long one.
KILLS, LONG_KILLS = 4, 50
# At most a second of notes may be missing.
A_SECOND = 1.0

BEGIN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication
from classroom import Computer, PIN
qt = QCoreApplication([])
computer = Computer.__new__(Computer)
from classroom import HandClock, Wires
computer.classroom, computer.folder, computer.name = None, Path(sys.argv[2]), "lab 3"
computer.clock, computer.wires = HandClock(), Wires()
computer.wires.cut = True
computer.open()
nova = computer.sign_in("Nova Sparrow", PIN)
nova.reads_on()
from classroom import Play
play = Play(nova, nova.next_step())
"""
CHILD = (
    BEGIN
    + """
play.answers(3)
from app.store.keeper import Urgency
computer.desktop.keeper.submit(lambda desk: desk.running.flush()).result()
print("three answers", flush=True)
sys.stdin.read()
"""
)

# Answers as fast as a quick child, each told with the system's steady clock once the stage has it.
PLAYER = (
    BEGIN
    + """
import threading, time
pace = threading.Event()
for number in range(1, 9):
    play.answers(1)
    print(number, time.monotonic(), flush=True)
    pace.wait(0.2)
print("end", time.monotonic(), flush=True)
sys.stdin.read()
"""
)


def client(code: str, folder: Path) -> subprocess.Popen[str]:
    """The client of a lab computer in a process of its own, with no network."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(Path(__file__).parent), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


def killed_while_playing(folder: Path, answers: int, wait: float) -> list[float]:
    """When each answer was with the stage, in seconds before the kill, which comes `wait` after so many answers."""
    child = client(PLAYER, folder)
    assert child.stdout is not None
    told = [float(child.stdout.readline().split()[1]) for _ in range(answers)]
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    rest, _ = child.communicate()
    told += [float(line.split()[1]) for line in rest.splitlines() if line.count(".") and not line.startswith("end")]
    return [killed - at for at in told]


def prove(classroom: Classroom, kills: int) -> Counter[str]:
    classroom.pupil("Nova Sparrow")
    lab = classroom.computer("lab 3")
    until(lambda: lab.knows("Nova Sparrow"), "the lab computer gets ready for its students")
    lab.close()
    chance, counted = random.Random(kills), Counter[str]()
    for _ in range(kills):
        ages = killed_while_playing(lab.folder, chance.randint(1, 7), chance.uniform(0, 0.6))
        kept = offered_again(lab)
        due = sum(age > A_SECOND for age in ages)
        assert due <= kept <= len(ages) + 1, (ages, kept)
        counted.update(kills=1, answers=len(ages), kept=min(kept, len(ages)), due=due)
    return counted


def offered_again(lab: Computer) -> int:
    """How many struck keys the next morning's program offers of the one attempt that was running; then it is left."""
    lab.open()
    nova = lab.sign_in("Nova Sparrow", PIN)
    (unfinished,) = lab.rooms.unfinished(nova.account).result()
    lab.rooms.discard_unfinished(nova.account, unfinished.attempt.attempt_id).result()
    lab.close()
    return sum(1 for event in unfinished.events if event[2])


@pytest.mark.timeout(240)
def test_a_performance_loses_less_than_a_second_whenever_the_power_goes(classroom: Classroom, capsys) -> None:  # type: ignore[no-untyped-def]
    counted = prove(classroom, KILLS)
    with capsys.disabled():
        print(f"\nR1, whole client: {dict(counted)}")


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_fifty_performances_lose_less_than_a_second(classroom: Classroom) -> None:
    print(f"R1, whole client: {dict(prove(classroom, LONG_KILLS))}")


def test_an_attempt_survives_the_kill_of_its_machine(classroom: Classroom) -> None:
    classroom.pupil("Nova Sparrow")
    lab = classroom.computer("lab 3")
    until(lambda: lab.knows("Nova Sparrow"), "the lab computer gets ready for its students")
    lab.close()

    child = client(CHILD, lab.folder)
    assert child.stdout is not None
    assert child.stdout.readline() == "three answers\n"
    child.send_signal(signal.SIGKILL)
    child.communicate()

    lab.open()
    nova = lab.sign_in("Nova Sparrow", PIN)
    unfinished = lab.rooms.unfinished(nova.account).result()
    assert [len([event for event in each.events if event[2]]) for each in unfinished] == [3]
    assert unfinished[0].attempt.stage_id == nova.next_step().stage_id

    offered = lab.rooms.dashboard(nova.account).result().unfinished
    assert offered is not None
    assert offered.attempt == unfinished[0].attempt
    play = Play(nova, offered.step, offered.attempt)
    play.answers()
    assert play.finished.attempt_id == offered.attempt.attempt_id
    assert sum(1 for event in play.ended[1] if event[2]) > 3  # type: ignore[index]
    play.gets_up()
    assert lab.rooms.dashboard(nova.account).result().unfinished is None
