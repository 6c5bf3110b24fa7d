"""The support report: what somebody who helps from afar needs to know of this computer, and nothing of a person."""

from __future__ import annotations

import io
import os
import platform
import zipfile
from pathlib import Path

import msgspec

from app.log import notes_in
from app.midi.state import PortState
from app.settings import Settings
from app.store.condition import Condition
from app.store.readings import SupportReport

# The name under which the report lies in the archive, beside the notes of the program.
REPORT = "report.json"


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """What runs on what."""

    version: str
    python: str
    qt: str
    system: str
    locale: str


class _Page(msgspec.Struct, frozen=True, kw_only=True):
    program: Program
    machine: Condition
    settings: Settings
    keyboards: PortState
    sound: str
    made_at: int


def support_report(
    *,
    folder: Path,
    program: Program,
    machine: Condition,
    settings: Settings,
    keyboards: PortState,
    sound: str,
    now: int,
) -> SupportReport:
    """Put it together. Reads the program's notes in `folder`; `now` in microseconds."""
    page = _Page(program=program, machine=machine, settings=settings, keyboards=keyboards, sound=sound, made_at=now)
    told = msgspec.json.format(msgspec.json.encode(page), indent=2)
    return SupportReport(text=told.decode(), files={REPORT: told, **notes_in(folder)})


def write_report(report: SupportReport, path: Path) -> None:
    """Write it as a zip file, whole or not at all. Raises OSError."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in report.files.items():
            archive.writestr(name, content)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(packed.getvalue())
    os.replace(beside, path)


def program_here(version: str, qt: str, locale: str) -> Program:
    """What runs here on what."""
    return Program(
        version=version, python=platform.python_version(), qt=qt, system=platform.platform(terse=True), locale=locale
    )
