"""What an attempt brings, by the same lines as at the centre: points, engagements, awards, all with derived ids."""

from __future__ import annotations

from functools import partial

import msgspec
from sqlalchemy import Connection

from app.store.assignments import Assigned
from app.store.badges import badges_known
from app.store.keeper import Desk, Keeper, Urgency
from app.store.mirror import rows
from app.store.standing import rest_days
from app.store.tally import judged
from app.store.writing import Writing
from domain.achievements.derive import Derived, History, derive
from domain.achievements.facts import StageTags, StudentFacts, facts_of
from domain.games.catalogue import Catalogue
from domain.records.achievements import AwardRevocation, PointsEntry, RoleEngagement, SkillRole
from domain.records.progress import StudentAttempt
from local_schema.columns import record_of

# Takes a few milliseconds, so that a deed does not wait.
_COUNTED_AT_ONCE = 150
_SOME = "SELECT * FROM student_attempt WHERE student_id = ? AND id > ? ORDER BY id LIMIT ?"


class Figures(msgspec.Struct):
    """A student's figures, kept between attempts. `counted` are the ids of the attempts in them."""

    facts: StudentFacts
    counted: set[str]
    attempts: int


def tags_of(catalogue: Catalogue, attempt: StudentAttempt) -> StageTags:
    """What the catalogue says about the stage that was played; little, where it does not have it."""
    found = catalogue.stage(attempt.stage_id)
    if found is None:
        return StageTags(stage_id=attempt.stage_id, game_id=attempt.game_id)
    game, stage = found
    return StageTags(
        stage_id=attempt.stage_id,
        game_id=attempt.game_id,
        stage_type=stage.stage_type,
        category=game.category,
        mode=game.mode,
        skill_roles=game.skill_roles,
    )


def facts_in(desk: Desk, connection: Connection, student_id: str, latest: StudentAttempt | None = None) -> StudentFacts:
    """The student's figures with everything that this mirror holds; `latest` was stored a moment ago."""
    figures: Figures | None = desk.figures.get(student_id)
    sql = "SELECT count(*) FROM student_attempt WHERE student_id = ?"
    there = connection.exec_driver_sql(sql, (student_id,)).scalar_one()
    if figures is not None and latest is not None and figures.attempts + 1 == there:
        _add(desk, connection, figures, latest)
    if figures is None or figures.attempts != there:
        figures = _count(desk, connection, student_id)
        desk.figures[student_id] = figures
    return _with_the_rest(connection, student_id, figures.facts)


def prepare_figures(*, keeper: Keeper, student_id: str) -> None:
    """Count a student's figures behind other work, so that the end of the first attempt does not wait for it."""
    facts, counted = StudentFacts(), set[str]()

    def work(desk: Desk, after: str) -> None:
        with desk.mirror(student_id).reading() as connection:
            rest = rest_days(connection, student_id)
            found = judged(connection, rows(connection, _SOME, student_id, after, _COUNTED_AT_ONCE))
        for attempt in (record_of(StudentAttempt, row) for row in found):
            facts.add(attempt, tags_of(desk.catalogue, attempt), rest)
            counted.add(attempt.id)
        if len(found) == _COUNTED_AT_ONCE:
            keeper.submit(partial(work, after=found[-1]["id"]), Urgency.LATER)
        else:
            # What came in between with an earlier id is missed: then the numbers differ, and all is counted anew.
            desk.figures[student_id] = Figures(facts, counted, len(counted))

    keeper.submit(partial(work, after=""), Urgency.LATER)


def _count(desk: Desk, connection: Connection, student_id: str) -> Figures:
    found = rows(connection, "SELECT * FROM student_attempt WHERE student_id = ?", student_id)
    attempts = [record_of(StudentAttempt, row) for row in judged(connection, found)]
    tagged = [(attempt, tags_of(desk.catalogue, attempt)) for attempt in attempts]
    return Figures(facts_of(tagged, rest_days(connection, student_id)), {a.id for a in attempts}, len(attempts))


def _add(desk: Desk, connection: Connection, figures: Figures, attempt: StudentAttempt) -> None:
    if attempt.id not in figures.counted:
        rest = rest_days(connection, attempt.student_id)
        figures.facts.add(attempt, tags_of(desk.catalogue, attempt), rest)
        figures.counted.add(attempt.id)
        figures.attempts += 1


def _with_the_rest(connection: Connection, student_id: str, facts: StudentFacts) -> StudentFacts:
    """The figures that are not about attempts."""

    def number(sql: str) -> int:
        return int(connection.exec_driver_sql(sql, (student_id,)).scalar() or 0)

    done = [a for a in (p.card for p in Assigned(connection, student_id).players()) if a.percent == 100]
    facts.assignments_done = max(facts.assignments_done, len(done))
    facts.points = number("SELECT points FROM student_summary WHERE student_id = ?")
    facts.badges_held = number("SELECT count(*) FROM earned_badge WHERE user_id = ?")
    facts.people_celebrated = number(
        "SELECT count(DISTINCT s.student_id) FROM social_engagement AS e JOIN achievement_share AS s "
        "ON s.id = e.target_id WHERE e.actor_user_id = ? AND e.engagement = 'celebrate' AND e.present"
    )
    facts.kind_words = number("SELECT count(*) FROM comment WHERE author_id = ? AND NOT withdrawn")
    facts.engagements_by_hand = number(
        "SELECT count(*) FROM role_engagement WHERE user_id = ? AND source = 'by_hand' AND is_recognized"
    )
    return facts


def earn(desk: Desk, writing: Writing, attempt: StudentAttempt) -> tuple[int, list[str]]:
    """Derive what a stored attempt brings and keep it: new points, and the ids of new awards.

    `writing` holds the attempt already, and its sums are settled.
    """
    found = _derived(desk, writing, attempt)
    lines: list[PointsEntry] = list(found.points)
    new_points = writing.keep(lines)
    writing.keep_newest(list(found.engagements))
    awards = writing.keep(list(found.awards))
    writing.settle_sums()
    return sum(row["points"] for row in new_points), [row["id"] for row in awards]


def _derived(desk: Desk, writing: Writing, attempt: StudentAttempt) -> Derived:
    connection, student = writing.connection, attempt.student_id
    engagements = rows(connection, "SELECT * FROM role_engagement WHERE user_id = ?", student)
    revocations = rows(connection, "SELECT * FROM award_revocation WHERE user_id = ?", student)
    held = connection.exec_driver_sql("SELECT id FROM badge_award WHERE user_id = ?", (student,)).scalars()
    history = History(
        facts=facts_in(desk, connection, student, attempt),
        engagements=tuple(record_of(RoleEngagement, row) for row in engagements),
        held=frozenset(held),
        revocations=tuple(record_of(AwardRevocation, row) for row in revocations),
        rest_days=rest_days(connection, student),
    )
    roles = [record_of(SkillRole, row) for row in rows(connection, "SELECT * FROM skill_role")]
    return derive(
        attempt,
        tags=tags_of(desk.catalogue, attempt),
        history=history,
        roles=roles,
        badges=badges_known(connection),
        verified=None,
        now=desk.now(),
    )
