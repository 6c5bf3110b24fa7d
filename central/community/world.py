"""The world board at the centre: who stands on it is decided anew from what is stored, never added up.

What crosses organisations (`world_entry`) has no key of a person or an organisation; whose a name is stays in the
organisation's own `world_name`, under row-level security. Rows of seasons that are over are deleted.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import text

from central.auditing import note
from central.problems import Refused
from central.rows import Rows
from central.sync.known import KnownRows
from central.sync.unit import Unit
from domain.achievements.challenges import PODIUM
from domain.community.rules import types_left
from domain.community.world import (
    FEWEST_SCHOOLS,
    MOST_NEAR,
    NO_SCHOOL,
    NOT_AGREED,
    OPEN,
    SWITCHED_OFF,
    TOO_FEW,
    Season,
    WorldBoard,
    WorldLine,
    badge_board,
    day_of,
    family_agrees,
    made_name,
    near_me,
    season_at,
)
from domain.records import Record
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, Challenge, ChallengeScore
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    GuardianLimit,
    ModerationState,
    Scope,
    SharingOverride,
    SharingPolicy,
    SharingPreferences,
)
from domain.records.identity import (
    AccessRole,
    ClassEnrollment,
    ConsentRecord,
    GuardianLink,
    Member,
    MemberStatus,
    Organization,
    SchoolClass,
)
from domain.records.outcomes import agreed
from domain.records.progress import AttemptVerdict

# Records about one student after which they may have to come or go, by the field that names them.
_ABOUT: dict[type[Record], str] = {
    AchievementShare: "student_id",
    BadgeAward: "user_id",
    AwardRevocation: "user_id",
    ChallengeScore: "student_id",
    AttemptVerdict: "student_id",
    SharingPreferences: "id",
    Member: "id",
    GuardianLimit: "student_id",
    SharingOverride: "student_id",
    ConsentRecord: "student_id",
    GuardianLink: "student_id",
    ClassEnrollment: "student_id",
}


def take_part(unit: Unit, *, join: bool, actor: str) -> None:
    """The organisation takes part in the world board from now on, or no more; its students' lines follow. Audited.

    Raises Refused where there is no such organisation.
    """
    org = unit.rows.get(Organization, unit.org_id)
    if org is None:
        raise Refused("no_organisation", "There is no such organisation.", 404)
    note(unit, actor, "world_board_joined" if join else "world_board_left", unit.org_id)
    unit.put(msgspec.structs.replace(org, community_opt_in=join))


def world_changed(unit: Unit, touched: Iterable[Record]) -> None:
    """Settle everybody whom the written records may bring onto the world board, or take from it."""
    students: set[str] = set()
    for record in touched:
        students.update(_concerned(unit, record))
    settle(unit, students)


def _concerned(unit: Unit, record: Record) -> Iterable[str]:
    if isinstance(record, AttemptVerdict) and agreed(record):
        # What is verified comes with its score on the challenge's board.
        return ()
    if isinstance(record, ClassPolicy | SchoolClass):
        return unit.known.students_of(record.id)
    if isinstance(record, Organization | SharingPolicy):
        return [p.id for p in unit.rows.where(SharingPreferences, world=True)] + _named(unit)
    column = _ABOUT.get(type(record))
    return (getattr(record, column),) if column else ()


def settle(unit: Unit, students: Iterable[str]) -> None:
    """Give each of these students the lines of the running season that they may have now, and no others."""
    wanted = sorted(set(students))
    if not wanted or (not _takes_part(unit.rows) and not _named(unit)):
        return
    # Read again under a lock, so that a score can't slip in beside a consent that is being withdrawn.
    unit.rows.get(Organization, unit.org_id)
    known, season = KnownRows(unit.rows, unit.now), season_at(unit.now)
    for student_id in wanted:
        stays = _why_not(unit.rows, known, student_id) is not None
        scores = {} if stays else _scores(unit.rows, season, student_id) | _levels(unit.rows, known, season, student_id)
        if scores:
            _enter(unit, season, student_id, scores)
        else:
            leave(unit, student_id)
    _count_in(unit, season)


def leave(unit: Unit, user_id: str) -> None:
    """Take everything of a person from the world board, of every season; a later name is another one."""
    own = {"org": unit.org_id, "user": user_id}
    for season, name in unit.connection.execute(_NAMES_OF, own).all():
        for statement in (_END_ENTRIES, _END_NAME):
            unit.connection.execute(statement, {"season": season, "name": name})
    unit.connection.execute(_END_OWN, own)


def forget_seasons(unit: Unit) -> None:
    """Delete every line, name and token of the seasons that are over."""
    season = season_at(unit.now)
    for statement in (*_FORGET_SHARED, *_FORGET_OWN):
        unit.connection.execute(statement, {"org": unit.org_id, "season": season.name})


def _takes_part(rows: Rows) -> bool:
    return bool(rows.connection.execute(_OPTED_IN, {"org": rows.org_id}).scalar())


def _named(unit: Unit) -> list[str]:
    return [str(user) for user in unit.connection.execute(_NAMED, {"org": unit.org_id}).scalars()]


def _why_not(rows: Rows, known: KnownRows, student_id: str) -> str | None:
    """The state that keeps a student from the world board; None where nothing does."""
    if not _takes_part(rows):
        return NO_SCHOOL
    mine = rows.get(SharingPreferences, student_id)
    if mine is None or not mine.world:
        return SWITCHED_OFF
    return None if _adults_agree(rows, known, student_id) else NOT_AGREED


def _adults_agree(rows: Rows, known: KnownRows, student_id: str) -> bool:
    """Every guardian has agreed, and no class, teacher or family keeps what is theirs within the school (rule 2)."""
    circle = known.circle(student_id)
    if circle.role is not AccessRole.STUDENT or circle.status is not MemberStatus.ACTIVE:
        return False
    policies = [side.policy for side in circle.classes]
    reach = circle.reaching(Scope.PUBLIC)
    allowed = AchievementType.CHALLENGE_SCORE in types_left([p.allowed_types for p in policies], circle.organisation)
    links = rows.where(GuardianLink, student_id=student_id, present=True)
    guardians = [link.guardian_id for link in links if link.verified_at is not None]
    said = rows.where(ConsentRecord, student_id=student_id)
    return reach is Scope.PUBLIC and allowed and family_agrees(guardians, said)


def _scores(rows: Rows, season: Season, student_id: str) -> dict[str, tuple[int, str]]:
    """For each stage the best score of the season that the centre has verified, and its day."""
    mine = [
        s for s in rows.where(ChallengeScore, student_id=student_id) if season.begins <= s.achieved_at < season.ends
    ]
    verdicts = rows.many(AttemptVerdict, [score.attempt_id for score in mine])
    stages = {c.id: c.stage_id for c in rows.where(Challenge, id=[s.challenge_id for s in mine])} if mine else {}
    best: dict[str, tuple[int, str]] = {}
    for score in sorted(mine, key=lambda s: (s.score, -s.achieved_at)):
        found = verdicts.get(score.attempt_id)
        if score.challenge_id in stages and found is not None and _verified(found.record):
            best[stages[score.challenge_id]] = (score.score, day_of(score.achieved_at))
    return best


def _levels(rows: Rows, known: KnownRows, season: Season, student_id: str) -> dict[str, tuple[int, str]]:
    """For each badge that its student has shared beyond the school in the season the highest level, and its day."""
    circle = known.circle(student_id)
    allowed = types_left([side.policy.allowed_types for side in circle.classes], circle.organisation)
    if AchievementType.BADGE not in allowed:
        return {}
    shared = rows.where(
        AchievementShare,
        student_id=student_id,
        achievement_type=AchievementType.BADGE.value,
        scope=Scope.PUBLIC.value,
        withdrawn=False,
        moderation=ModerationState.OK.value,
    )
    ids = [share.achievement_id for share in shared if season.begins <= share.shared_at < season.ends]
    held = [award for award in rows.where(BadgeAward, id=ids) if award.user_id == student_id] if ids else []
    gone = rows.known(AwardRevocation, ids) if ids else set()
    codes = {badge.id: badge.badge_code for badge in rows.where(Badge, id=[award.badge_id for award in held])}
    days = {share.achievement_id: day_of(share.shared_at) for share in shared}
    best: dict[str, tuple[int, str]] = {}
    for award in sorted(held, key=lambda award: award.level):
        if award.id not in gone and award.badge_id in codes:
            best[badge_board(codes[award.badge_id])] = (award.level, days[award.id])
    return best


def _verified(record: Record) -> bool:
    return isinstance(record, AttemptVerdict) and agreed(record) is True


def _enter(unit: Unit, season: Season, student_id: str, scores: dict[str, tuple[int, str]]) -> None:
    name = _name_of(unit, season, student_id) or _draw(unit, season, student_id)
    key = {"season": season.name, "name": name}
    for stage_id in unit.connection.execute(_STAGES_OF, key).scalars().all():
        if stage_id not in scores:
            unit.connection.execute(_END_ENTRY, key | {"stage": stage_id})
    for stage_id, (score, day) in scores.items():
        unit.connection.execute(_PUT_ENTRY, key | {"stage": stage_id, "score": score, "day": day})


def _name_of(rows: Unit | Rows, season: Season, user_id: str) -> str | None:
    own = {"org": rows.org_id, "season": season.name, "user": user_id}
    found = rows.connection.execute(_NAME_OF, own).scalar()
    return None if found is None else str(found)


def _draw(unit: Unit, season: Season, student_id: str) -> str:
    """A name that nobody else has in this season, drawn by chance."""
    forget_seasons(unit)
    draw = 0
    while True:
        name = made_name(secrets.randbelow, draw)
        if unit.connection.execute(_GIVE_NAME, {"season": season.name, "name": name}).rowcount == 1:
            break
        draw += 1
    own = {"org": unit.org_id, "season": season.name, "user": student_id, "name": name}
    unit.connection.execute(_KEEP_NAME, own)
    return name


def _count_in(unit: Unit, season: Season) -> None:
    """A random token of the organisation on each board that it is on, and on no other."""
    own = {"org": unit.org_id, "season": season.name}
    there = set(unit.connection.execute(_BOARDS_OF_ORG, own).scalars())
    tokens: dict[str, str] = {row.stage_id: row.token for row in unit.connection.execute(_TOKENS, own)}
    for stage_id in sorted(tokens.keys() - there):
        gone = own | {"stage": stage_id, "token": tokens[stage_id]}
        unit.connection.execute(_END_PRESENCE, gone)
        unit.connection.execute(_END_TOKEN, gone)
    for stage_id in sorted(there - tokens.keys()):
        new = own | {"stage": stage_id, "token": secrets.token_hex(16)}
        unit.connection.execute(_KEEP_TOKEN, new)
        unit.connection.execute(_PUT_PRESENCE, new)


def world_board(rows: Rows, account: str, stage_id: str, now: int) -> WorldBoard:
    """The world board of a stage as this student sees it. Only who takes part sees it; else its state says why not."""
    season = season_at(now)
    why = _why_not(rows, KnownRows(rows, now), account)
    if why is not None:
        return WorldBoard(stage_id=stage_id, season=season.name, state=why)
    mine = _name_of(rows, season, account)
    board = WorldBoard(stage_id=stage_id, season=season.name, state=TOO_FEW, my_name=mine or "")
    asked = {"season": season.name, "stage": stage_id, "me": mine or "", "podium": PODIUM, "near": MOST_NEAR - 1}
    if int(rows.connection.execute(_SCHOOLS, asked).scalar_one()) < FEWEST_SCHOOLS:
        return board
    found = [(row.number, _line(row, mine)) for row in rows.connection.execute(_LINES, asked)]
    at = next((number for number, line in found if line.me), None)
    near = [line for number, line in found if at is not None and abs(number - at) < MOST_NEAR]
    return WorldBoard(
        stage_id=stage_id,
        season=season.name,
        state=OPEN,
        top=tuple(line for number, line in found if number <= PODIUM),
        around=near_me(near),
        my_name=mine or "",
    )


def _line(row: Any, mine: str | None) -> WorldLine:
    return WorldLine(rank=int(row.place), name=row.name, score=int(row.score), me=row.name == mine)


_OPTED_IN = text("SELECT community_opt_in FROM organization WHERE org_id = :org AND id = :org")
_NAMED = text("SELECT DISTINCT user_id FROM world_name WHERE org_id = :org")
_NAMES_OF = text("SELECT season, name FROM world_name WHERE org_id = :org AND user_id = :user")
_NAME_OF = text("SELECT name FROM world_name WHERE org_id = :org AND season = :season AND user_id = :user")
_KEEP_NAME = text("INSERT INTO world_name (org_id, season, user_id, name) VALUES (:org, :season, :user, :name)")
_END_OWN = text("DELETE FROM world_name WHERE org_id = :org AND user_id = :user")
_GIVE_NAME = text("INSERT INTO world_name_given (season, name) VALUES (:season, :name) ON CONFLICT DO NOTHING")
_END_NAME = text("DELETE FROM world_name_given WHERE season = :season AND name = :name")
_STAGES_OF = text("SELECT stage_id FROM world_entry WHERE season = :season AND name = :name")
_END_ENTRIES = text("DELETE FROM world_entry WHERE season = :season AND name = :name")
_END_ENTRY = text("DELETE FROM world_entry WHERE season = :season AND stage_id = :stage AND name = :name")
_PUT_ENTRY = text(
    "INSERT INTO world_entry (season, stage_id, name, score, day) VALUES (:season, :stage, :name, :score, :day) "
    "ON CONFLICT (season, stage_id, name) DO UPDATE SET score = excluded.score, day = excluded.day"
)
_BOARDS_OF_ORG = text(
    "SELECT DISTINCT e.stage_id FROM world_name AS n JOIN world_entry AS e ON e.season = n.season AND e.name = n.name "
    "WHERE n.org_id = :org AND n.season = :season"
)
_TOKENS = text("SELECT stage_id, token FROM world_token WHERE org_id = :org AND season = :season")
_KEEP_TOKEN = text("INSERT INTO world_token (org_id, season, stage_id, token) VALUES (:org, :season, :stage, :token)")
_END_TOKEN = text("DELETE FROM world_token WHERE org_id = :org AND season = :season AND stage_id = :stage")
_PUT_PRESENCE = text("INSERT INTO world_presence (season, stage_id, token) VALUES (:season, :stage, :token)")
_END_PRESENCE = text("DELETE FROM world_presence WHERE season = :season AND stage_id = :stage AND token = :token")
_SCHOOLS = text("SELECT count(*) FROM world_presence WHERE season = :season AND stage_id = :stage")
_FORGET_SHARED = tuple(
    text(f"DELETE FROM {table} WHERE season < :season")
    for table in ("world_entry", "world_name_given", "world_presence")
)
_FORGET_OWN = tuple(
    text(f"DELETE FROM {table} WHERE org_id = :org AND season < :season") for table in ("world_name", "world_token")
)
# Names are unique in a season, so the order is the same at every asking. One's own number is found once, not by row.
_LINES = text(
    "WITH placed AS MATERIALIZED (SELECT name, score, rank() OVER (ORDER BY score DESC) AS place, "
    "row_number() OVER (ORDER BY score DESC, day, name) AS number FROM world_entry "
    "WHERE season = :season AND stage_id = :stage) "
    "SELECT name, score, place, number FROM placed WHERE number <= :podium OR number BETWEEN "
    "(SELECT number FROM placed WHERE name = :me) - :near AND (SELECT number FROM placed WHERE name = :me) + :near "
    "ORDER BY number"
)
