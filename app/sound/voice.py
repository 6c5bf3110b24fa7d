"""Reading aloud with the voice that the system has: its own program gets the words on a pipe, never on a command line.

Off until a person switches it on. Nothing is installed for it: where there is no voice, `find` says so.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable

import msgspec

# How long a speaking program may take to fall silent, in seconds.
PATIENCE = 2.0
# What a person listens to at most, in letters: some two minutes.
MOST_LETTERS = 2_000
# Speaks what comes in, with a voice of the language where there is one (System.Speech is part of Windows).
_POWERSHELL = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'{language}') }} catch {{}}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """A program that speaks what it reads. `{language}` in `command` is a code such as `es`; `hush` silences it."""

    command: tuple[str, ...]
    hush: tuple[str, ...] = ()


PROGRAMS = {
    "linux": (
        Program(command=("spd-say", "-w", "-e", "-l", "{language}"), hush=("spd-say", "-C")),
        Program(command=("espeak-ng", "--stdin", "-v", "{language}")),
        Program(command=("espeak", "--stdin", "-v", "{language}")),
    ),
    "darwin": (Program(command=("say", "-f", "-")),),
    "win32": (Program(command=("powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)),),
}


def find(which: Callable[[str], str | None] = shutil.which, system: str = sys.platform) -> Program | None:
    """The first speaking program that this system has, or None."""
    return next((program for program in PROGRAMS.get(system, ()) if which(program.command[0])), None)


class Voice:
    """One voice. Calls return at once, from any thread; a new text takes the place of the one that is being read."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._turn = threading.Condition()
        self._wanted: tuple[str, str] | None = None
        self._speaking: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def say(self, text: str, language: str) -> None:
        """Read this aloud. `language` is a code such as `en`; anything else is read as English."""
        code = language if len(language) == 2 and language.isascii() and language.isalpha() else "en"
        with self._turn:
            if self._closed:
                return
            self._interrupt()
            self._wanted = (text[:MOST_LETTERS], code.lower())
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
                self._thread.start()
            self._turn.notify()

    @property
    def speaking(self) -> bool:
        """Is something being read?"""
        with self._turn:
            return self._wanted is not None or self._speaking is not None

    def stop(self) -> None:
        """Silence, now."""
        with self._turn:
            self._wanted = None
            self._interrupt()

    def close(self) -> None:
        """Silence for good."""
        with self._turn:
            self._closed = True
            self._wanted = None
            self._interrupt()
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _interrupt(self) -> None:
        if self._speaking is not None:
            self._speaking.kill()

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            self._speak(*wanted)

    def _next(self) -> tuple[str, str] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._wanted is not None or self._closed)
            wanted, self._wanted = self._wanted, None
            return wanted

    def _speak(self, text: str, language: str) -> None:
        command = [part.format(language=language) for part in self._program.command]
        try:
            process = _started(command)
        except OSError as error:
            logging.getLogger("app").warning("the voice does not start: %s", type(error).__name__)
            return
        with self._turn:
            self._speaking = process
            if self._wanted is not None or self._closed:
                process.kill()
        # What was interrupted has closed its pipe; nothing is lost with it.
        process.communicate(text.encode("utf-8"))
        with self._turn:
            self._speaking = None
        if process.returncode and self._program.hush:
            self._hush()

    def _hush(self) -> None:
        """Where another process does the speaking, that one has to be told."""
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            process = _started(list(self._program.hush))
            try:
                process.communicate(timeout=PATIENCE)
            finally:
                process.kill()


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    """The program with a pipe to it, without a window of its own. Raises OSError where it is gone."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
