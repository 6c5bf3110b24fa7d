"""A computer joins its school with nobody in front of it: with the code in a file."""

from __future__ import annotations

import logging
import platform
from pathlib import Path

from app.store.keeper import Keeper
from app.store.machine import Enrolment, enrolment
from app.store.problems import StoreProblem
from app.sync.carrier import NoAnswer
from app.sync.enrolment import enrol
from app.views.student.joining import MOST_NAME, address_of
from domain.music.say import say

LOG = logging.getLogger("app")
# More is no code: a file that was meant for something else is not sent anywhere.
_MOST_CODE = 64


def join_by_file(*, keeper: Keeper, centre: str, code_file: Path, name: str = "") -> Enrolment:
    """The school of this computer, joined now where it has none: asks the centre, so not on the screen's thread.

    Without a `name` the school knows the computer by the system's. Raises StoreProblem where the file has no code or
    the address is missing, NoAnswer where the centre says no or nothing.
    """
    known = enrolment(keeper=keeper).result()
    if known is not None:
        return known
    if not centre:
        raise StoreProblem(say("The address of the school is missing."))
    code, called = code_in(code_file), name or platform.node()
    return enrol(keeper=keeper, centre=address_of(centre), code=code, machine_name=called[:MOST_NAME])


def code_in(file: Path) -> str:
    """The code in a file, whatever stands around it. Raises StoreProblem."""
    try:
        code = file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "no text"
        raise StoreProblem(say("The code cannot be read: {path}: {why}", path=str(file), why=why)) from error
    if not code or len(code) > _MOST_CODE or len(code.split()) > 1:
        raise StoreProblem(say("There is no code in {path}.", path=str(file)))
    return code


def try_to_join(*, keeper: Keeper, centre: str, code_file: Path, name: str = "") -> bool:
    """The same at the start, where nobody waits for it: whether this computer has a school now.

    What went wrong is noted; the first page offers to add the computer by hand.
    """
    try:
        join_by_file(keeper=keeper, centre=centre, code_file=code_file, name=name)
    except (StoreProblem, NoAnswer) as problem:
        LOG.warning("this computer could not join its school by itself: %s", problem.say.english())
        return False
    return True
