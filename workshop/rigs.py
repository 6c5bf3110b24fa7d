"""Real MIDI and real sound on a machine that has neither: a JACK server without a card, a player in its own process, a
PulseAudio server with a pretended loudspeaker, and an ear that writes down what comes out of it.

Plain context managers, for the tour, the tests and the benchmarks alike.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

JACK_COMMAND = ("-r", "-S", "-t", "500", "-d", "dummy", "-r", "48000", "-p", "64")
JACK_NAMES = 6
SINK = "classroom"
RATE = 48_000
PATIENCE = 20.0


class RigError(Exception):
    """A rig could not be set up; the text says what is missing."""


def wait_until(condition: Callable[[], bool], *, patience: float = PATIENCE, what: str = "it") -> None:
    """Return as soon as the condition holds; raise RigError after `patience` seconds."""
    end = time.monotonic() + patience
    pause = threading.Event()
    while not condition():
        if time.monotonic() > end:
            raise RigError(f"waited {patience:g} s in vain: {what}")
        pause.wait(0.005)


@contextlib.contextmanager
def environment(**values: str) -> Iterator[None]:
    """These environment variables, for as long as it lasts."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def jack_server() -> Iterator[str]:
    """A JACK server of its own, and JACK_DEFAULT_SERVER pointing at it. Yields the server's name."""
    if shutil.which("jackd") is None:
        raise RigError("jackd is missing: install jackd2")
    with contextlib.ExitStack() as held:
        name = held.enter_context(started_jack())
        held.enter_context(environment(JACK_DEFAULT_SERVER=name, JACK_NO_AUDIO_RESERVATION="1"))
        yield name


@contextlib.contextmanager
def started_jack() -> Iterator[str]:
    """A server under one of a few names, which a lock keeps for this process.

    JACK knows at most eight servers a machine and forgets a killed one only when its name is used again.
    """
    for number in range(JACK_NAMES):
        with locked(f"mlc-jack-{number}") as mine:
            server = start_jack(f"mlc-{number}") if mine else None
            if server is not None:
                try:
                    yield f"mlc-{number}"
                finally:
                    end(server)
                return
    raise RigError("no JACK server could be started; if none runs, remove /dev/shm/jack*")


def start_jack(name: str) -> subprocess.Popen[bytes] | None:
    """A JACK server that answers, or None where it ended at once because the name is taken."""
    server = subprocess.Popen(
        tied("TERM", "jackd", "-n", name, *JACK_COMMAND), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_until(lambda: server.poll() is not None or jack_answers(name), what="the JACK server")
    except RigError:
        end(server)
        raise
    return server if server.poll() is None else None


@contextlib.contextmanager
def locked(name: str) -> Iterator[bool]:
    """Is this name ours for now? The lock ends with the process, however that happens."""
    with (Path(tempfile.gettempdir()) / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


def jack_answers(name: str) -> bool:
    """Does that server take clients?"""
    asked = subprocess.run(["jack_lsp", "-s", name], capture_output=True, check=False)
    return asked.returncode == 0


def tied(signal: str, *command: str) -> list[str]:
    """The command, made to get that signal when this program ends, however that happens."""
    return ["setpriv", "--pdeathsig", signal, *command] if shutil.which("setpriv") else list(command)


def end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """Ask a process to end, then make it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


class Player:
    """A MIDI keyboard in its own process (`workshop.player`), on the JACK server of the environment."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._process: subprocess.Popen[str] | None = None
        self.plug()

    def plug(self) -> None:
        """Plug it in; returns when its port is there."""
        self._process = subprocess.Popen(
            tied("KILL", sys.executable, "-m", "workshop.player", self.name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=Path(__file__).resolve().parent.parent,
        )
        self._answer()

    def unplug(self) -> None:
        """Pull the plug: the port vanishes at once, whatever is held down."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def kill(self) -> None:
        """Kill the keyboard's process in the middle of whatever it does; JACK notices after some seconds."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def send(self, *messages: Sequence[int], gap_us: int = 0) -> list[int]:
        """Send messages; returns when each was sent, in microseconds of the monotonic clock of this machine."""
        process = self._process
        if process is None or process.stdin is None:
            raise RigError("the player is unplugged")
        words = " ".join(bytes(message).hex() for message in messages)
        process.stdin.write(f"{gap_us} {words}\n")
        process.stdin.flush()
        return [int(word) for word in self._answer().split()]

    def notes(self, count: int, *, gap_us: int, first: int = 0) -> list[int]:
        """Send `count` numbered note-ons and note-offs (see `numbered`); returns when each note-on was sent."""
        on_and_off = [message for number in range(first, first + count) for message in numbered(number)]
        return self.send(*on_and_off, gap_us=gap_us // 2)[::2]

    def _answer(self) -> str:
        process = self._process
        if process is None or process.stdout is None:
            raise RigError("the player is unplugged")
        line = process.stdout.readline()
        if not line:
            raise RigError("the player's process has ended; is the JACK server running?")
        return line


def numbered(number: int) -> tuple[list[int], list[int]]:
    """A note-on and its note-off that carry a number below 12,700 in pitch (piano range) and velocity."""
    pitch, velocity = 21 + number % 88, 1 + number // 88 % 127
    return [0x90, pitch, velocity], [0x80, pitch, 0]


@contextlib.contextmanager
def player(name: str = "Piano") -> Iterator[Player]:
    """A keyboard that is plugged in."""
    keyboard = Player(name)
    try:
        yield keyboard
    finally:
        keyboard.unplug()


@contextlib.contextmanager
def pulse_server() -> Iterator[str]:
    """A PulseAudio server of its own with one pretended loudspeaker; PULSE_SERVER points at it. Yields the address."""
    if shutil.which("pulseaudio") is None:
        raise RigError("pulseaudio is missing: install pulseaudio and pulseaudio-utils")
    with tempfile.TemporaryDirectory(prefix="mlc-sound-") as home:
        socket = f"{home}/native"
        with environment(XDG_RUNTIME_DIR=home, PULSE_SERVER=f"unix:{socket}", HOME=home, PULSE_RUNTIME_PATH=home):
            server = subprocess.Popen(
                tied(
                    "TERM",
                    *("pulseaudio", "-n", "--exit-idle-time=-1", "--disable-shm=1", "--daemonize=no"),
                    *("--use-pid-file=no", "-L", f"module-native-protocol-unix socket={socket}"),
                    *("-L", f"module-null-sink sink_name={SINK} rate={RATE}"),
                ),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                wait_until(lambda: pulse_answers(server), what="the PulseAudio server")
                yield f"unix:{socket}"
            finally:
                end(server)


def pulse_answers(server: subprocess.Popen[bytes]) -> bool:
    """Does the server have its loudspeaker? Raises RigError where its process has ended."""
    if server.poll() is not None:
        raise RigError(f"pulseaudio ended with {server.returncode}")
    listed = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, check=False)
    return SINK in listed.stdout


class Ear:
    """Hears the pretended loudspeaker: one channel of 16-bit samples at `RATE`."""

    def __init__(self) -> None:
        self._samples = bytearray()
        self._process = subprocess.Popen(
            tied(
                "KILL",
                *("parec", "--raw", f"--device={SINK}.monitor", "--format=s16le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5"),
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, name="ear")
        self._thread.start()

    def samples(self) -> memoryview:
        """Everything heard so far, as signed whole numbers."""
        kept = bytes(self._samples)
        return memoryview(kept[: len(kept) // 2 * 2]).cast("h")

    @property
    def seconds(self) -> float:
        """How long it has been listening, by its own samples."""
        return len(self._samples) / 2 / RATE

    def wait(self, seconds: float) -> None:
        """Return when that much more has been heard."""
        target = self.seconds + seconds
        wait_until(lambda: self.seconds >= target, patience=seconds + PATIENCE, what=f"{seconds:g} s of sound")

    def close(self) -> None:
        """Stop listening."""
        end(self._process)
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        while True:
            select.select([descriptor], [], [])
            piece = os.read(descriptor, 65_536)
            if not piece:
                return
            self._samples += piece


@contextlib.contextmanager
def ear() -> Iterator[Ear]:
    """Listen to the loudspeaker of `pulse_server`; yields once it hears."""
    listener = Ear()
    try:
        listener.wait(0.05)
        yield listener
    finally:
        listener.close()
