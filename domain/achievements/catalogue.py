"""The badge catalogue: TOML text in, skill roles and badges out. Reading the file is left to the ends.

`[[role]]` makes a skill role and its grow badge, `[[badge]]` a single badge, `[[collection]]` names a group of those. A
badge whose icon is there is released; without one it waits as `pending_icon`. Errors name the file and the line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from typing import Annotated, Final, NoReturn, TypeVar

import msgspec

from domain.achievements import grow, single
from domain.records.achievements import Badge, BadgeKind, BadgeStatus, Rarity, SkillRole
from domain.records.ids import derived_id

# Where an icon lies under `resources/`.
ICON_FOLDER: Final = "badges/icons"

_Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
_Points = Annotated[int, msgspec.Meta(ge=0, le=1_000)]


_Entry = TypeVar("_Entry", bound=msgspec.Struct)


class CatalogueError(ValueError):
    """The badge catalogue has a mistake. The sentence says where (`file`, line `line`, 0 where unknown) and what."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}:{line}: {what}" if line else f"{file}: {what}")
        self.file = file
        self.line = line


class _RoleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    role_code: _Code
    role_name: _Name
    description: str
    icon: str
    points_value: _Points


class CollectionEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of single badges that belong together; `icon` is a path under `resources/` once it is read."""

    code: _Code
    name: _Name
    icon: str


class _BadgeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    badge_code: _Code
    name: _Name
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    collection: str
    icon: str
    rarity: Rarity
    points_value: _Points
    criteria: dict[str, str | int]


class BadgeCatalogue(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be earned: approved skill roles, grow badges and single badges, collections by code."""

    roles: tuple[SkillRole, ...]
    badges: tuple[Badge, ...]
    collections: dict[str, CollectionEntry]


def icon_path(icon: str) -> str:
    """Where the drawing of an icon lies under `resources/`."""
    return f"{ICON_FOLDER}/{icon}.svg"


def parse(text: str, file: str, *, org_id: str, icons: Collection[str]) -> BadgeCatalogue:
    """The catalogue for an organisation. `icons` are the names of the drawings that there are.

    Raises CatalogueError with file and line.
    """
    source = _Source(text, file)
    roles = source.entries("role", _RoleEntry, "role_code")
    collections = source.entries("collection", CollectionEntry, "code")
    entries = source.entries("badge", _BadgeEntry, "badge_code")
    known = {entry.code for entry in collections}
    for place, entry in enumerate(entries):
        _check(source, place, entry, known)
    grown = [_grow_badge(role, org_id, place, icons) for place, role in enumerate(roles, 1)]
    single_badges = [_single_badge(entry, org_id, place, icons) for place, entry in enumerate(entries, len(roles) + 1)]
    return BadgeCatalogue(
        roles=tuple(_role(entry, org_id) for entry in roles),
        badges=(*grown, *single_badges),
        collections={c.code: msgspec.structs.replace(c, icon=icon_path(c.icon)) for c in collections},
    )


def role_id(org_id: str, role_code: str) -> str:
    """The id of a skill role of the catalogue."""
    return derived_id("skill_role", org_id, role_code)


def _role(entry: _RoleEntry, org_id: str) -> SkillRole:
    return SkillRole(
        org_id=org_id,
        id=role_id(org_id, entry.role_code),
        role_code=entry.role_code,
        role_name=entry.role_name,
        status=grow.APPROVED,
    )


def _with_icon(badge: Badge, icon: str, icons: Collection[str]) -> Badge:
    if icon not in icons:
        return badge
    return grow.release(grow.with_icon(badge, icon_path(icon)))


def _grow_badge(entry: _RoleEntry, org_id: str, place: int, icons: Collection[str]) -> Badge:
    badge = grow.badge_for(_role(entry, org_id), ())
    if badge is None:
        raise AssertionError("a role of the catalogue is approved and has no badge yet")
    badge = msgspec.structs.replace(
        badge, description=entry.description, points_value=entry.points_value, sort_order=place
    )
    return _with_icon(badge, entry.icon, icons)


def _single_badge(entry: _BadgeEntry, org_id: str, place: int, icons: Collection[str]) -> Badge:
    badge = Badge(
        org_id=org_id,
        id=derived_id("single_badge", org_id, entry.badge_code),
        badge_code=entry.badge_code,
        badge_kind=BadgeKind.SINGLE,
        name=entry.name,
        description=entry.description,
        status=BadgeStatus.PENDING_ICON,
        rarity=entry.rarity,
        points_value=entry.points_value,
        criteria=entry.criteria,
        collection=entry.collection,
        sort_order=place,
    )
    return _with_icon(badge, entry.icon, icons)


def _check(source: _Source, place: int, entry: _BadgeEntry, collections: Collection[str]) -> None:
    try:
        single.check(entry.criteria)
    except single.CriteriaError as error:
        source.fail("badge", place, f"{entry.badge_code}: {error}")
    if entry.collection not in collections:
        source.fail("badge", place, f"{entry.badge_code}: there is no collection {entry.collection!r}")


class _Source:
    """The text with its tables, and where each begins."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.splitlines()
        try:
            self.tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            raise CatalogueError(file, int(found[1]) if found else len(self.lines), str(error)) from error
        unknown = sorted(set(self.tables) - {"role", "collection", "badge"})
        if unknown:
            raise CatalogueError(file, 0, f"there is nothing called {unknown[0]!r} in a badge catalogue")

    def line(self, table: str, place: int) -> int:
        """The line of the heading of the table's entry number `place`, from 1; 0 where it is not written that way."""
        headings = [number for number, line in enumerate(self.lines, 1) if line.strip() == f"[[{table}]]"]
        return headings[place] if place < len(headings) else 0

    def fail(self, table: str, place: int, what: str) -> NoReturn:
        """Raise CatalogueError for an entry."""
        raise CatalogueError(self.file, self.line(table, place), what)

    def entries(self, table: str, kind: type[_Entry], key: str) -> list[_Entry]:
        """The checked entries of one kind, each `key` once."""
        found: list[_Entry] = []
        seen: set[str] = set()
        for place, raw in enumerate(self.tables.get(table, [])):
            try:
                found.append(msgspec.convert(raw, kind))
            except msgspec.ValidationError as error:
                self.fail(table, place, str(error))
            if raw[key] in seen:
                self.fail(table, place, f"{key} {raw[key]!r} is there twice")
            seen.add(raw[key])
        return found
