"""Which of FluidSynth's audio drivers to try here, best first. Only those that have something to talk to."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

DEVICES = Path("/dev/snd")
NATIVE = {"darwin": ("coreaudio",), "win32": ("wasapi", "dsound")}


def candidates(environment: Mapping[str, str], *, platform: str = sys.platform, devices: Path = DEVICES) -> list[str]:
    """Driver names to try in order; empty where this computer has no way to sound.

    A sound server comes before the bare device, because it shares the device with other programs. Drivers without a
    server or device print to the terminal and may wait for seconds, so they are not tried.
    """
    if platform in NATIVE:
        return list(NATIVE[platform])
    found = []
    if has_socket(environment, "pipewire-0"):
        found.append("pipewire")
    if "PULSE_SERVER" in environment or has_socket(environment, "pulse/native"):
        found.insert(0, "pulseaudio")
    if any(devices.glob("pcmC*p")):
        found.append("alsa")
    return found


def has_socket(environment: Mapping[str, str], name: str) -> bool:
    """Does a service of this user's session listen there?"""
    folder = environment.get("XDG_RUNTIME_DIR")
    return bool(folder) and (Path(str(folder)) / name).exists()
