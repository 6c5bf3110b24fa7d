"""What an attempt brings, by the same lines as at the centre: points, engagements, awards, all with derived ids."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from app.store.badges import badges_known
from app.store.keeper import Desk
from app.store.mirror import rows
from app.store.standing import rest_days
from app.store.tally import judged
from app.store.writing import Writing
from domain.achievements.derive import Derived, History, derive
from domain.achievements.facts import StageTags, StudentFacts
from domain.achievements.moments import Story
from domain.achievements.other_rooms import Given, Known, hand_in
from domain.games.catalogue import Catalogue
from domain.learning.mastery import Answers
from domain.learning.progress import assignment_progress, step_facts
from domain.learning.review import Reviews
from domain.records import Record, entity_of
from domain.records.achievements import AwardRevocation, BadgeAward, PointsEntry, RoleEngagement, SkillRole
from domain.records.progress import StepDone, StudentAssignment, StudentAttempt
from local_schema.columns import record_of

R = TypeVar("R", bound=Record)
_CELEBRATED = (
    "SELECT count(DISTINCT s.student_id) FROM social_engagement AS e JOIN achievement_share AS s "
    "ON s.id = e.target_id WHERE e.actor_user_id = ? AND e.engagement = 'celebrate' AND e.present"
)


class Figures(msgspec.Struct):
    """A student's figures, kept between attempts. `counted` are the ids of the attempts in them, `of_steps` those that
    were played for an assignment, `answers` the newest answers to each concept, `reviews` when each comes back.
    """

    facts: StudentFacts = msgspec.field(default_factory=StudentFacts)
    counted: set[str] = msgspec.field(default_factory=set)
    of_steps: list[StudentAttempt] = msgspec.field(default_factory=list)
    answers: Answers = msgspec.field(default_factory=Answers)
    reviews: Reviews = msgspec.field(default_factory=Reviews)

    def add(self, attempt: StudentAttempt, tags: StageTags, rest: frozenset[str]) -> None:
        """One more attempt; twice is once. Raises NotADayError where `played_on` is no calendar day."""
        if attempt.id in self.counted:
            return
        self.facts.add(attempt, tags, rest)
        self.counted.add(attempt.id)
        self.answers.add(attempt)
        self.reviews.add(attempt)
        if attempt.step_id is not None:
            self.of_steps.append(attempt)


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
    figures = figures_in(desk, connection, student_id, latest)
    return hand_in(figures.facts, known_in(connection, student_id, figures))


def figures_known(desk: Desk, connection: Connection, student_id: str) -> Figures | None:
    """The figures of a student where they are kept and up to date: a page that opens need not wait for a count."""
    figures: Figures | None = desk.figures.get(student_id)
    return figures if figures is not None and len(figures.counted) == _attempts(connection, student_id) else None


def figures_in(desk: Desk, connection: Connection, student_id: str, latest: StudentAttempt | None = None) -> Figures:
    """The figures that are kept of a student, up to date."""
    figures: Figures | None = desk.figures.get(student_id)
    there = _attempts(connection, student_id)
    if figures is not None and latest is not None and len(figures.counted) + 1 == there:
        figures.add(latest, tags_of(desk.catalogue, latest), rest_days(connection, student_id))
    if figures is None or len(figures.counted) != there:
        figures = _count(desk, connection, student_id)
        desk.figures[student_id] = figures
    return figures


def _attempts(connection: Connection, student_id: str) -> int:
    sql = "SELECT count(*) FROM student_attempt WHERE student_id = ?"
    return int(connection.exec_driver_sql(sql, (student_id,)).scalar_one())


def _count(desk: Desk, connection: Connection, student_id: str) -> Figures:
    found = rows(connection, "SELECT * FROM student_attempt WHERE student_id = ?", student_id)
    rest = rest_days(connection, student_id)
    figures = Figures()
    for attempt in (record_of(StudentAttempt, row) for row in judged(connection, found)):
        figures.add(attempt, tags_of(desk.catalogue, attempt), rest)
    return figures


def known_in(connection: Connection, student_id: str, figures: Figures) -> Known:
    """What this mirror knows of a student beside the attempts."""

    def number(sql: str) -> int:
        return int(connection.exec_driver_sql(sql, (student_id,)).scalar() or 0)

    return Known(
        given=_given(connection, student_id, figures),
        mastered=len(figures.answers.mastered()),
        people_celebrated=number(_CELEBRATED),
        kind_words=number("SELECT count(*) FROM comment WHERE author_id = ? AND NOT withdrawn"),
        engagements=tuple(_all(connection, RoleEngagement, "user_id", student_id)),
        awards=tuple(_all(connection, BadgeAward, "user_id", student_id)),
        revocations=tuple(_all(connection, AwardRevocation, "user_id", student_id)),
        badges=tuple(badges_known(connection)),
        points=number("SELECT points FROM student_summary WHERE student_id = ?"),
    )


def _all(connection: Connection, kind: type[R], column: str, value: str) -> list[R]:
    found = rows(connection, f"SELECT * FROM {entity_of(kind).name} WHERE {column} = ?", value)
    return [record_of(kind, row) for row in found]


def _given(connection: Connection, student_id: str, figures: Figures) -> tuple[Given, ...]:
    """Every assignment, also those that were put away, with the true time of its completion."""
    done = _all(connection, StepDone, "student_id", student_id)
    assignments = _all(connection, StudentAssignment, "student_id", student_id)
    facts = [(each, step_facts(each, figures.of_steps, done)) for each in assignments]
    return tuple(
        Given(assignment=each, completed_at=assignment_progress(each, found).completed_at) for each, found in facts
    )


def story_in(desk: Desk, connection: Connection, student_id: str) -> Story:
    """What a student's moments are made from, as far as this mirror knows it."""
    figures = figures_in(desk, connection, student_id)
    known = known_in(connection, student_id, figures)
    found = rows(connection, "SELECT * FROM student_attempt WHERE student_id = ?", student_id)
    return Story(
        student_id=student_id,
        attempts=tuple(record_of(StudentAttempt, row) for row in judged(connection, found)),
        lines=tuple(_all(connection, PointsEntry, "student_id", student_id)),
        awards=known.awards,
        revocations=known.revocations,
        badges=known.badges,
        given=known.given,
        mastered=figures.answers.mastered(),
    )


def names_of_games(desk: Desk) -> Callable[[str], str]:
    """The catalogue's name of a game by its id; the id itself where it is unknown."""
    names = {game.game_id: game.name for game in desk.catalogue.games}
    return lambda game_id: names.get(game_id, game_id)


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
    history = History(
        facts=facts_in(desk, connection, student, attempt),
        engagements=tuple(_all(connection, RoleEngagement, "user_id", student)),
        held=frozenset(award.id for award in _all(connection, BadgeAward, "user_id", student)),
        revocations=tuple(_all(connection, AwardRevocation, "user_id", student)),
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
