"""A class list as CSV: read, checked line by line, and brought in as one piece."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Sequence

import msgspec

from central.identity.school import NewPerson, School
from central.problems import Refused
from domain.records.identity import AccessRole, Member

COLUMNS = ("given_name", "family_name", "username", "class", "pin", "display_name", "role")
_NEEDED = ("given_name", "family_name", "username")


class BadRoster(Refused):
    """The file cannot be brought in; the text names the line."""

    def __init__(self, text: str) -> None:
        super().__init__("bad_roster", text)


class Line(msgspec.Struct, frozen=True):
    """One person of the file."""

    person: NewPerson
    class_name: str
    made_pin: bool


def read_roster(text: str) -> list[Line]:
    """The people in a CSV text with a header line (`COLUMNS`; the last four may be missing). Raises BadRoster.

    Without a PIN one of four digits is made. Without a display name, people are called by their given name and the
    first letter of their family name.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise BadRoster(f"The first line must name the columns. Missing: {', '.join(missing)}")
    lines = [_line(row, number) for number, row in enumerate(reader, start=2)]
    names = [line.person.username.lower() for line in lines]
    for number, name in enumerate(names, start=2):
        if names.index(name) != number - 2:
            raise BadRoster(f"Line {number}: the user name {name} stands in this file twice.")
    return lines


def _line(row: dict[str, str | None], number: int) -> Line:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    empty = [name for name in _NEEDED if not cells[name]]
    if empty:
        raise BadRoster(f"Line {number}: {empty[0]} is empty.")
    try:
        role = AccessRole(cells["role"] or "student")
    except ValueError as error:
        raise BadRoster(f"Line {number}: {cells['role']!r} is no role.") from error
    pin = cells["pin"] or f"{secrets.randbelow(10_000):04d}"
    person = NewPerson(
        role=role,
        display_name=cells["display_name"] or f"{cells['given_name']} {cells['family_name'][:1]}.",
        username=cells["username"],
        secret=pin,
        given_name=cells["given_name"],
        family_name=cells["family_name"],
    )
    return Line(person, cells["class"], not cells["pin"])


def import_roster(
    school: School, org_id: str, site_id: str, class_ids: dict[str, str], lines: Sequence[Line]
) -> list[Member]:
    """Bring everybody in, or nobody. `class_ids` by class name. Raises Refused."""
    unknown = sorted({line.class_name for line in lines if line.class_name and line.class_name not in class_ids})
    if unknown:
        raise BadRoster(f"There is no class called {unknown[0]}. Make it first, or correct the file.")
    people = [
        msgspec.structs.replace(line.person, class_ids=(class_ids[line.class_name],) if line.class_name else ())
        for line in lines
    ]
    return school.add_people(org_id, site_id, people)
