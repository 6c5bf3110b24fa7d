"""The machine is killed in the middle of a performance; the next morning the attempt is offered again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from classroom import PIN, Classroom, until

CHILD = """
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
play.answers(3)
from app.store.keeper import Urgency
computer.desktop.keeper.submit(lambda desk: desk.running.flush()).result()
print("three answers", flush=True)
sys.stdin.read()
"""


def test_an_attempt_survives_the_kill_of_its_machine(classroom: Classroom) -> None:
    classroom.pupil("Nova Sparrow")
    lab = classroom.computer("lab 3")
    until(lambda: lab.knows("Nova Sparrow"), "the lab computer gets ready for its students")
    lab.close()

    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(lab.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "three answers\n"
    child.send_signal(signal.SIGKILL)
    child.communicate()

    lab.open()
    nova = lab.sign_in("Nova Sparrow", PIN)
    unfinished = lab.rooms.unfinished(nova.account).result()
    assert [len([event for event in each.events if event[2]]) for each in unfinished] == [3]
    assert unfinished[0].attempt.stage_id == nova.next_step().stage_id
