"""What teachers see of a class with no network: figures from sums kept beside the facts, so a million attempts cost
nothing here, and always with the time of the last contact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import Connection

from app.store.asking import fetched, named
from app.store.assignments import Assigned, urgency
from app.store.badges import badges_known, card_of
from app.store.freshness import others_shown
from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import rows, state
from app.store.problems import StoreProblem
from app.store.readings import (
    Account,
    AttemptRow,
    BadgeCard,
    ClassAchievement,
    ClassChoice,
    ClassOverview,
    ConceptRow,
    StudentProgress,
    StudentRow,
)
from app.store.sharing import shares_of
from app.store.standing import class_rest_days, refresh, stale_students, streak_today
from domain.music.say import say
from domain.records.identity import AccessRole

_ADMINS = (AccessRole.TEACHER_ADMIN, AccessRole.SUBSCRIBER_ADMIN)
_IN_CLASS = "SELECT student_id FROM class_enrollment WHERE class_id = :class_id AND present"
# Exactly what `_student_row` takes, in its order: a class is 500 rows, and each column more is felt.
_STUDENTS = (
    "SELECT m.id, m.display_name, m.avatar, r.given_name, r.family_name, s.attempts, s.passed, s.ms, s.points, "
    "s.streak_days, s.streak_last_day, s.badges, s.assignments_done, s.assignments_total, s.last_played_at, "
    "s.top_award_id, s.stale "
    "FROM member AS m LEFT JOIN roster_name AS r ON r.id = m.id LEFT JOIN student_summary AS s ON s.student_id = m.id "
    "WHERE m.id IN ({which}) AND m.status = 'active' ORDER BY r.family_name, r.given_name, m.display_name"
)
_TOP_AWARDS = (
    "SELECT id AS award_id, badge_id, level, crossed_at, EXISTS (SELECT 1 FROM bucket_row AS b "
    "WHERE b.entity = 'badge_award' AND b.row_id = badge_award.id) AS confirmed, false AS shared "
    "FROM badge_award WHERE id IN (SELECT value FROM json_each(?))"
)
_CONCEPTS = (
    "SELECT concept, sum(right_answers) AS right, sum(answers) AS of, count(*) AS students FROM concept_sum "
    "WHERE student_id IN ({which}) GROUP BY concept ORDER BY concept"
)
_AWARDS = (
    "SELECT a.*, m.display_name, m.avatar, EXISTS (SELECT 1 FROM bucket_row AS b WHERE b.entity = 'badge_award' "
    "AND b.row_id = a.id) AS confirmed FROM badge_award AS a JOIN member AS m ON m.id = a.user_id "
    "WHERE a.user_id IN ({which}) AND NOT EXISTS (SELECT 1 FROM award_revocation AS r WHERE r.id = a.id) "
    "ORDER BY a.crossed_at DESC, a.id LIMIT :limit"
)
_ATTEMPTS = (
    "SELECT a.*, ifnull(v.verdict, 'pending') AS verdict, v.accepted FROM student_attempt AS a "
    "LEFT JOIN attempt_verdict AS v ON v.id = a.id WHERE a.student_id = ? ORDER BY a.created_at DESC LIMIT ?"
)
# Students whose figures are counted anew in one go behind other work.
_REFRESHED = 20


def class_choices(*, keeper: Keeper, account: Account) -> Future[tuple[ClassChoice, ...]]:
    """The classes that this person may open, by name."""

    def work(desk: Desk) -> tuple[ClassChoice, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            found = rows(
                connection,
                "SELECT c.id, c.class_name, (SELECT count(*) FROM class_enrollment AS e WHERE e.class_id = c.id "
                "AND e.present) AS students FROM school_class AS c WHERE c.status = 'active' "
                "AND (c.teacher_id = ? OR ?) ORDER BY c.class_name",
                account.user_id,
                account.role in _ADMINS,
            )
            return tuple(
                ClassChoice(class_id=row["id"], class_name=row["class_name"], students=row["students"]) for row in found
            )

    return keeper.submit(work)


def class_overview(*, keeper: Keeper, account: Account, class_id: str) -> Future[ClassOverview]:
    """The class view: a row for each student, and how the class stands with each concept."""

    def work(desk: Desk) -> ClassOverview:
        mirror = desk.mirror(account.user_id)
        with mirror.reading() as connection:
            found = _lines(connection, class_id)
            if not (stale := [line[0] for line in found if line[-1]]):
                return _overview(desk, connection, class_id, found)
        with mirror.writing() as writing:
            for student_id in stale:
                refresh(writing.connection, student_id)
        with mirror.reading() as connection:
            return _overview(desk, connection, class_id, _lines(connection, class_id))

    return keeper.submit(work)


def class_achievements(
    *, keeper: Keeper, account: Account, class_id: str, limit: int = 50
) -> Future[tuple[ClassAchievement, ...]]:
    """What the students of a class have earned and shared, newest first."""

    def work(desk: Desk) -> tuple[ClassAchievement, ...]:
        with desk.mirror(account.user_id).reading() as connection:
            shared = _shared(connection, account, class_id, limit) if others_shown(desk, connection) else ()
            both = [*_earned(connection, class_id, limit), *shared]
        return tuple(sorted(both, key=lambda each: -each.at)[:limit])

    return keeper.submit(work)


def student_progress(*, keeper: Keeper, account: Account, student_id: str, recent: int = 30) -> Future[StudentProgress]:
    """One student: assignments with their steps, concepts, recent attempts. Raises StoreProblem for who is not here."""

    def work(desk: Desk) -> StudentProgress:
        mirror = desk.mirror(account.user_id)
        with mirror.writing() as writing:
            refresh(writing.connection, student_id)
        with mirror.reading() as connection:
            which, values = ":student_id", {"student_id": student_id}
            lines = fetched(connection, _STUDENTS.format(which=which), values)
            found = _student_rows(desk, connection, lines, frozenset())
            if not found:
                raise StoreProblem(say("This student is not in one of your classes any more."))
            return StudentProgress(
                row=found[0],
                assignments=tuple(sorted(Assigned(connection, student_id).players(), key=urgency)),
                concepts=_concepts(connection, which, values),
                recent=latest_attempts(connection, student_id, recent),
                fresh_at=_fresh_at(connection),
            )

    return keeper.submit(work)


def latest_attempts(connection: Connection, student_id: str, most: int) -> tuple[AttemptRow, ...]:
    """A student's attempts, newest first."""
    return tuple(_attempt_row(row) for row in rows(connection, _ATTEMPTS, student_id, most))


def refresh_figures(*, keeper: Keeper, account_id: str) -> None:
    """Count anew what has become stale, a few students at a time behind other work. For the road's thread."""

    def work(desk: Desk) -> bool:
        mirror = desk.mirror(account_id)
        with mirror.reading() as connection:
            stale = stale_students(connection, _REFRESHED)
        if stale:
            with mirror.writing(durable=False) as writing:
                for student_id in stale:
                    refresh(writing.connection, student_id)
                writing.changed.add("student_summary")
        return len(stale) == _REFRESHED

    while keeper.submit(work, Urgency.LATER).result():
        pass


def _lines(connection: Connection, class_id: str) -> list[Sequence[Any]]:
    return fetched(connection, _STUDENTS.format(which=_IN_CLASS), {"class_id": class_id})


def _overview(desk: Desk, connection: Connection, class_id: str, found: Sequence[Sequence[Any]]) -> ClassOverview:
    return ClassOverview(
        class_id=class_id,
        class_name=_class_name(connection, class_id),
        fresh_at=_fresh_at(connection),
        students=_student_rows(desk, connection, found, class_rest_days(connection, class_id)),
        concepts=_concepts(connection, _IN_CLASS, {"class_id": class_id}),
    )


def _class_name(connection: Connection, class_id: str) -> str:
    found = connection.exec_driver_sql("SELECT class_name FROM school_class WHERE id = ?", (class_id,)).scalar()
    return str(found or "")


def _fresh_at(connection: Connection) -> int | None:
    found = state(connection, "last_contact_at")
    return None if found is None else int(found)


def _student_rows(
    desk: Desk, connection: Connection, found: Sequence[Sequence[Any]], rest: frozenset[str]
) -> tuple[StudentRow, ...]:
    tops = _top_badges(connection, [row[-2] for row in found if row[-2] is not None])
    today = desk.day(desk.now())
    return tuple(_student_row(row, tops, rest, today) for row in found)


def _student_row(row: Sequence[Any], tops: Mapping[str, BadgeCard], rest: frozenset[str], today: str) -> StudentRow:
    who, name, avatar, given, family, attempts, passed, ms, points, days, last_day, held, done, total, at, top, _ = row
    return StudentRow(
        student_id=who,
        display_name=name,
        roster_name=f"{given or ''} {family or ''}".strip(),
        avatar=avatar,
        attempts=attempts or 0,
        passed=passed or 0,
        minutes=(ms or 0) // 60_000,
        points=points or 0,
        streak_days=streak_today(days or 0, last_day, rest, today),
        badges=held or 0,
        top_badge=tops.get(top),
        assignments_done=done or 0,
        assignments_total=total or 0,
        last_played_at=at,
    )


def _top_badges(connection: Connection, awards: Sequence[str]) -> dict[str, BadgeCard]:
    """The cards of these awards, by the awards' ids, of badges that are known."""
    if not awards:
        return {}
    badges = {badge.id: badge for badge in badges_known(connection)}
    found = named(connection, _TOP_AWARDS, (msgspec.json.encode(awards).decode(),))
    return {
        row["award_id"]: card_of(badges[row["badge_id"]], row, (0, 0)) for row in found if row["badge_id"] in badges
    }


def _concepts(connection: Connection, which: str, values: Mapping[str, Any]) -> tuple[ConceptRow, ...]:
    return tuple(ConceptRow(**row) for row in named(connection, _CONCEPTS.format(which=which), values))


def _earned(connection: Connection, class_id: str, limit: int) -> list[ClassAchievement]:
    badges = {badge.id: badge for badge in badges_known(connection)}
    found = named(connection, _AWARDS.format(which=_IN_CLASS), {"class_id": class_id, "limit": limit})
    return [_award(row, _award_card(row, badges)) for row in found]


def _award_card(row: Mapping[str, Any], badges: Mapping[str, Any]) -> BadgeCard | None:
    badge = badges.get(row["badge_id"])
    earned = {**row, "award_id": row["id"], "shared": False}
    return None if badge is None else card_of(badge, earned, (0, 0))


def _award(row: Mapping[str, Any], card: BadgeCard | None) -> ClassAchievement:
    return ClassAchievement(
        student_id=row["user_id"],
        display_name=row["display_name"],
        avatar=row["avatar"],
        badge=card,
        share=None,
        at=row["crossed_at"],
    )


def _shared(connection: Connection, account: Account, class_id: str, limit: int) -> Sequence[ClassAchievement]:
    cards = shares_of(connection, account, f"s.student_id IN ({_IN_CLASS})", {"class_id": class_id}, limit)
    return [
        ClassAchievement(
            student_id=card.author_id,
            display_name=card.author_name,
            avatar=card.author_avatar,
            badge=None,
            share=card,
            at=card.shared_at,
        )
        for card in cards
    ]


def _attempt_row(row: Mapping[str, Any]) -> AttemptRow:
    return AttemptRow(
        attempt_id=row["id"],
        game_id=row["game_id"],
        stage_id=row["stage_id"],
        score=row["score"],
        max_possible_score=row["max_possible_score"],
        passed=bool(row["passed"]),
        duration_ms=row["duration_ms"],
        created_at=row["created_at"],
        verdict=row["verdict"],
        accepted=None if row["accepted"] is None else bool(row["accepted"]),
    )
