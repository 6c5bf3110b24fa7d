"""An administrator's report: sums over an organisation and its schools, made by the database, with nobody in them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection

from central.asking import fetched
from central.problems import Refused
from central.statements import mark
from central.sync.unit import Unit
from domain.community.reports import Counted, told, told_of_parts
from domain.records.identity import Organization, Site
from domain.records.reports import PERIODS, Figure, Part, UsageReport, Week

_DAY: Final = 24 * 3600 * 1_000_000
_WEEK: Final = 7 * _DAY
# 1970-01-05 was a Monday.
_FIRST_MONDAY: Final = 4 * _DAY

# For each figure: the table, its person, its time, what is added up, and what has to hold.
_SOURCES: Final[dict[Figure, tuple[str, str, str, str, str]]] = {
    Figure.PLAYED: ("student_attempt", "student_id", "created_at", "COUNT(DISTINCT x.student_id)", ""),
    Figure.PLAYS: ("student_attempt", "student_id", "created_at", "COUNT(*)", ""),
    Figure.MINUTES: ("student_attempt", "student_id", "created_at", "SUM(x.duration_ms) / 60000", ""),
    Figure.PASSED: ("student_attempt", "student_id", "created_at", "COUNT(*)", "x.passed"),
    Figure.BADGES: ("badge_award", "user_id", "crossed_at", "COUNT(*)", ""),
    Figure.SHARES: ("achievement_share", "student_id", "shared_at", "COUNT(*)", "NOT x.withdrawn"),
    Figure.LIKES: ("social_engagement", "actor_user_id", "at", "COUNT(*)", "x.engagement = 'like' AND x.present"),
    Figure.CELEBRATIONS: (
        "social_engagement",
        "actor_user_id",
        "at",
        "COUNT(*)",
        "x.engagement = 'celebrate' AND x.present",
    ),
    Figure.COMMENTS: ("comment", "author_id", "at", "COUNT(*)", "NOT x.withdrawn"),
    Figure.REPORTS: ("item_report", "reporter_id", "at", "COUNT(*)", ""),
}
_BY_SCHOOL: Final = (
    "SELECT m.site_id, {sum}, COUNT(DISTINCT x.{person}) FROM {table} AS x "
    "JOIN member AS m ON m.org_id = x.org_id AND m.id = x.{person} "
    "WHERE x.org_id = {v} AND x.{at} >= {v} AND x.{at} < {v} AND m.role = 'student'{also} GROUP BY m.site_id"
)
_STUDENTS: Final = (
    "SELECT site_id, COUNT(*), COUNT(*) FROM member WHERE org_id = {v} AND role = 'student' AND status = 'active' "
    "GROUP BY site_id"
)
_BY_WEEK: Final = (
    "SELECT (x.created_at - {first}) / {week} AS nth, COUNT(*), COUNT(DISTINCT x.student_id) "
    "FROM student_attempt AS x JOIN member AS m ON m.org_id = x.org_id AND m.id = x.student_id "
    "WHERE x.org_id = {v} AND x.created_at >= {v} AND x.created_at < {v} AND m.role = 'student' GROUP BY nth"
)
_SPREAD: Final = (
    "SELECT {by}, COUNT(*), COUNT(DISTINCT student_id) FROM achievement_share "
    "WHERE org_id = {v} AND shared_at >= {v} AND shared_at < {v} AND NOT withdrawn GROUP BY {by}"
)
_OPENED: Final = (
    "SELECT name, COUNT(*), COUNT(DISTINCT actor) FROM telemetry_event "
    "WHERE org_id = {v} AND at >= {v} AND at < {v} AND name LIKE '%viewed' GROUP BY name"
)
Sums = dict[str | None, Counted]


def usage(unit: Unit, weeks: int) -> UsageReport:
    """The figures of the last `weeks` weeks, the running one among them. Raises Refused for another period."""
    if weeks not in PERIODS:
        raise Refused("bad_period", "Please pick one of the periods.", 422)
    since, until = _monday_of(unit.now) - (weeks - 1) * _WEEK, unit.now
    period = (unit.org_id, since, until)
    students = _sums(unit.connection, _STUDENTS, (unit.org_id,))
    figures = {figure: _sums(unit.connection, _by_school(figure), period) for figure in Figure}
    return UsageReport(
        weeks=weeks,
        made_at=unit.now,
        whole=_whole(unit, students, figures),
        schools=_schools(unit, students, figures),
        trend=_trend(unit.connection, period),
        kinds=_told(_sums(unit.connection, _SPREAD.replace("{by}", "achievement_type"), period)),
        scopes=_told(_sums(unit.connection, _SPREAD.replace("{by}", "scope"), period)),
        opened=_told(_sums(unit.connection, _OPENED, period)),
    )


def _by_school(figure: Figure) -> str:
    table, person, at, total, also = _SOURCES[figure]
    wanted = f" AND {also}" if also else ""
    return _BY_SCHOOL.format(table=table, person=person, at=at, sum=total, also=wanted, v="{v}")


def _sums(connection: Connection, sql: str, values: tuple[Any, ...]) -> Sums:
    """What a question answers, by the first column of its rows."""
    asked = sql.replace("{v}", mark(connection.dialect.name))
    if connection.dialect.name == "postgresql":
        # The driver's own sign for a value.
        asked = asked.replace("'%viewed'", "'%%viewed'")
    return {row[0]: Counted(int(row[1] or 0), int(row[2])) for row in fetched(connection, asked, values)}


def _together(parts: Iterable[Counted]) -> Counted:
    """Several schools as one: nobody is a student of two."""
    found = list(parts)
    return Counted(sum(each.amount for each in found), sum(each.people for each in found))


def _whole(unit: Unit, students: Sums, figures: dict[Figure, Sums]) -> Part:
    org = unit.rows.get(Organization, unit.org_id)
    return Part(
        name=org.org_name if org is not None else "",
        students=told(_together(students.values())),
        figures={figure: told(_together(sums.values())) for figure, sums in figures.items()},
    )


def _schools(unit: Unit, students: Sums, figures: dict[Figure, Sums]) -> tuple[Part, ...]:
    sites = sorted(unit.rows.where(Site), key=lambda site: (site.site_name, site.id))
    shown: dict[str, dict[Figure, int | None]] = defaultdict(dict)
    for figure, sums in figures.items():
        of_sites = {site.id: sums.get(site.id, Counted()) for site in sites}
        for site_id, amount in told_of_parts(_together(sums.values()), of_sites).items():
            shown[site_id][figure] = amount
    people = told_of_parts(_together(students.values()), {site.id: students.get(site.id, Counted()) for site in sites})
    return tuple(Part(name=site.site_name, students=people[site.id], figures=shown[site.id]) for site in sites)


def _trend(connection: Connection, period: tuple[str, int, int]) -> tuple[Week, ...]:
    sums = _sums(connection, _BY_WEEK.replace("{first}", str(_FIRST_MONDAY)).replace("{week}", str(_WEEK)), period)
    by_week = {int(nth or 0): counted for nth, counted in sums.items()}
    first, last = ((at - _FIRST_MONDAY) // _WEEK for at in period[1:])
    return tuple(_week(nth, by_week.get(nth, Counted())) for nth in range(first, last + 1))


def _week(nth: int, plays: Counted) -> Week:
    monday = datetime.datetime.fromtimestamp((_FIRST_MONDAY + nth * _WEEK) / 1_000_000, tz=datetime.UTC).date()
    return Week(monday=monday.isoformat(), played=told(Counted(plays.people, plays.people)), plays=told(plays))


def _monday_of(now: int) -> int:
    return now - (now - _FIRST_MONDAY) % _WEEK


def _told(sums: Sums) -> dict[str, int | None]:
    """A spread of the organisation's figures: without its small parts, and without what would give them away."""
    by_name = {str(name): counted for name, counted in sums.items()}
    return {name: told(counted) for name, counted in sorted(by_name.items())}
