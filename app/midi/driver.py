"""The system's MIDI driver through rtmidi: lists what is plugged in, opens a keyboard. Nothing else touches rtmidi."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import rtmidi

from app.midi.jack_graph import JackGraph
from domain.music.say import Say, say

APIS = {
    "alsa": rtmidi.API_LINUX_ALSA,
    "jack": rtmidi.API_UNIX_JACK,
    "coremidi": rtmidi.API_MACOSX_CORE,
    "windows": rtmidi.API_WINDOWS_MM,
}
NATIVE = {"linux": "alsa", "darwin": "coremidi", "win32": "windows"}
# ALSA's sequencer device. Asking ALSA without it prints to the terminal each time.
ALSA_SEQUENCER = Path("/dev/snd/seq")
CLIENT = "MLC Classroom"
# Seconds; a server whose other client was just killed stands still for five.
CONNECTING = 8.0

Receive = Callable[[tuple[Sequence[int], float], object], None]


class MidiUnavailableError(Exception):
    """This computer offers no MIDI now. `say` explains it and how to mend it."""

    def __init__(self, reason: Say) -> None:
        super().__init__(reason.english())
        self.say = reason


class KeyboardGoneError(Exception):
    """The keyboard vanished between listing and opening."""


class OpenKeyboard:
    """One connection to a keyboard."""

    def __init__(self, connection: rtmidi.MidiIn, is_connected: Callable[[], bool]) -> None:
        self._connection = connection
        # Does the connection still stand? A driver that cannot tell says yes.
        self.is_connected = is_connected

    def close(self) -> None:
        """Stop the driver's calls, then let go."""
        self._connection.cancel_callback()
        self._connection.close_port()
        self._connection.delete()


class Driver:
    """A kept connection for listing (0.02 ms a look; a new one each time costs 40 ms) and the way to open."""

    def __init__(self, name: str | None = None) -> None:
        """`name` is one of `APIS`, or None for the system's own. Raises MidiUnavailableError."""
        self.name = name or NATIVE.get(sys.platform, "alsa")
        self._listing = self._connect()
        self._graph = self._read_graph()
        self._opened = 0

    def raw_names(self) -> list[str]:
        """The driver's names of everything that sends MIDI. Raises MidiUnavailableError."""
        if self._graph is not None and not self._graph.alive:
            raise MidiUnavailableError(self._reason())
        try:
            return list(self._listing.get_ports())
        except (rtmidi.RtMidiError, UnicodeDecodeError) as error:
            raise MidiUnavailableError(self._reason()) from error

    def open(self, raw: str, receive: Receive) -> OpenKeyboard:
        """Listen to one keyboard; `receive` is called on the driver's thread. Raises KeyboardGoneError."""
        connection = self._connect()
        self._opened += 1
        port = f"keyboard-{os.getpid()}-{self._opened}"
        try:
            connection.set_callback(receive)
            connection.open_port(connection.get_ports().index(raw), name=port)
        except (rtmidi.RtMidiError, ValueError, UnicodeDecodeError) as error:
            connection.delete()
            raise KeyboardGoneError(raw) from error
        opened = OpenKeyboard(connection, lambda: self._graph is None or self._graph.is_connected(raw, port))
        if not stands(opened.is_connected):
            opened.close()
            raise KeyboardGoneError(raw)
        return opened

    def close(self) -> None:
        """Let go of the listing connection."""
        self._listing.delete()
        if self._graph is not None:
            self._graph.close()

    def _read_graph(self) -> JackGraph | None:
        if self.name != "jack":
            return None
        try:
            return JackGraph(f"{CLIENT} watch")
        except OSError:
            return None

    def _connect(self) -> rtmidi.MidiIn:
        if self.name not in APIS or APIS[self.name] not in rtmidi.get_compiled_api():
            raise MidiUnavailableError(say("This version cannot use the MIDI driver “{driver}”.", driver=self.name))
        if self.name == "alsa" and not ALSA_SEQUENCER.exists():
            raise MidiUnavailableError(self._reason())
        try:
            # Clock, active sensing and system exclusive stay in the driver.
            connection = rtmidi.MidiIn(APIS[self.name], name=CLIENT)
            connection.ignore_types(sysex=True, timing=True, active_sense=True)
        except rtmidi.RtMidiError as error:
            raise MidiUnavailableError(self._reason()) from error
        return connection

    def _reason(self) -> Say:
        if self.name == "alsa":
            return say(
                "This computer cannot listen to MIDI keyboards yet: the sound system's sequencer is not running. "
                "Ask for the “snd-seq” module to be switched on, then plug the keyboard in again."
            )
        if self.name == "jack":
            return say("The JACK sound server is not running. Start it, and the keyboards will appear here.")
        return say("This computer's MIDI service does not answer. Restarting the computer usually helps.")


def stands(is_connected: Callable[[], bool]) -> bool:
    """Wait until a new connection carries notes: JACK makes it between two of its cycles. False after `CONNECTING`."""
    pause = threading.Event()
    end = time.monotonic() + CONNECTING
    while not is_connected():
        if time.monotonic() > end:
            return False
        pause.wait(0.002)
    return True
