"""A MIDI keyboard as a process: `python -m workshop.player NAME` offers a JACK port and plays what stdin asks for.

A line is a gap in microseconds and messages in hexadecimal: '500 903c40 803c00'. The answer is one line with the time
of each message, in microseconds of the monotonic clock. An empty line is printed once the port is there.
"""

from __future__ import annotations

import sys
import time

import rtmidi

# Sleeping is good to about 60 µs; the rest is spun, so that gaps are true.
SPIN_US = 200


def now_us() -> int:
    """Microseconds of the clock that all processes of this machine share."""
    return time.monotonic_ns() // 1000


def wait_for(moment: int) -> None:
    """Return at that moment, in microseconds."""
    left = moment - now_us()
    if left > SPIN_US:
        time.sleep((left - SPIN_US) / 1_000_000)
    while now_us() < moment:
        pass


def play(out: rtmidi.MidiOut, line: str) -> str:
    """Send one line's messages; when each was sent."""
    gap, *messages = line.split()
    sent = []
    moment = now_us()
    for message in messages:
        wait_for(moment)
        sent.append(str(now_us()))
        out.send_message(bytes.fromhex(message))
        moment += int(gap)
    return " ".join(sent)


def main(name: str) -> None:
    """Offer the port and play until stdin ends."""
    out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=name)
    out.open_virtual_port("out")
    print(flush=True)
    for line in sys.stdin:
        print(play(out, line), flush=True)
    out.close_port()
    out.delete()


if __name__ == "__main__":
    main(sys.argv[1])
