"""Words reach the system's voice on a pipe, a new text takes the place of an old one, and silence is at once."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.sound.voice import MOST_LETTERS, PROGRAMS, Program, Voice, find

PATIENCE = 20.0
# A program that reads to the end, writes down what it was given, and, where the text asks for it, goes on for ever.
_SPEAKER = """
import sys, threading
words = sys.stdin.buffer.read().decode()
with open({file!r}, "a", encoding="utf-8") as paper:
    paper.write(sys.argv[1] + " " + words + "\\n")
if "for ever" in words:
    threading.Event().wait()
"""


class Paper:
    """What was said, as a program outside wrote it down."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "said.txt"
        self.file.touch()
        self.hushed = folder / "hushed.txt"
        script = folder / "speaker.py"
        script.write_text(_SPEAKER.format(file=str(self.file)))
        hush = folder / "hush.py"
        hush.write_text(f"open({str(self.hushed)!r}, 'w').close()")
        self.program = Program(command=(sys.executable, str(script), "{language}"), hush=(sys.executable, str(hush)))

    def waits_for(self, *lines: str) -> None:
        """Raises AssertionError where the lines do not come."""
        wait_until(lambda: self.file.read_text("utf-8").splitlines() == list(lines))


def wait_until(true: object) -> None:
    assert callable(true)
    pause = threading.Event()
    for _ in range(int(PATIENCE / 0.02)):
        if true():
            return
        pause.wait(0.02)
    raise AssertionError("it did not come about")


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path)


@pytest.fixture
def voice(paper: Paper) -> Iterator[Voice]:
    made = Voice(paper.program)
    yield made
    made.close()


def test_words_come_whole_and_in_their_language(voice: Voice, paper: Paper) -> None:
    voice.say("¿Cuál es más alta?", "es")
    paper.waits_for("es ¿Cuál es más alta?")
    voice.say("Which is higher? $(touch x) -- --help", "EN")
    paper.waits_for("es ¿Cuál es más alta?", "en Which is higher? $(touch x) -- --help")


def test_a_new_text_takes_the_place_of_the_old_one(voice: Voice, paper: Paper) -> None:
    voice.say("on and on for ever", "en")
    paper.waits_for("en on and on for ever")
    voice.say("Press any D.", "en")
    paper.waits_for("en on and on for ever", "en Press any D.")
    assert paper.hushed.exists()


def test_silence_is_at_once_and_for_good(voice: Voice, paper: Paper) -> None:
    voice.say("on and on for ever", "en")
    paper.waits_for("en on and on for ever")
    assert voice.speaking
    voice.stop()
    wait_until(paper.hushed.exists)
    wait_until(lambda: not voice.speaking)
    voice.close()
    voice.say("Not any more.", "en")
    assert paper.file.read_text("utf-8") == "en on and on for ever\n"


def test_long_texts_end_and_strange_languages_are_english(voice: Voice, paper: Paper) -> None:
    voice.say("a" * 10_000, "../x")
    paper.waits_for("en " + "a" * MOST_LETTERS)


def test_a_program_that_is_gone_stops_nothing(paper: Paper, caplog: pytest.LogCaptureFixture) -> None:
    voice = Voice(Program(command=("no-such-program-anywhere",)))
    voice.say("A child's own words", "en")
    wait_until(lambda: "does not start" in caplog.text)
    assert "own words" not in caplog.text
    voice.close()


@pytest.mark.parametrize("system", PROGRAMS)
def test_each_system_has_its_program_or_none(system: str) -> None:
    found = find(lambda name: name if name in {"espeak-ng", "say", "powershell"} else None, system)
    assert found is not None
    assert "spd-say" not in found.command
    assert find(lambda _name: None, system) is None
    assert find(lambda name: name, "amiga") is None


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no voice on this machine")
def test_the_real_voice_of_linux_speaks(tmp_path: Path) -> None:
    """Into a file: a machine for tests has no loudspeaker."""
    program = find(lambda name: name if name == "espeak-ng" else None, "linux")
    assert program is not None
    sound = tmp_path / "said.wav"
    voice = Voice(Program(command=(*program.command, "-w", str(sound))))
    voice.say("Press any D.", "en")
    wait_until(lambda: sound.exists() and sound.stat().st_size > 10_000)
    voice.close()
