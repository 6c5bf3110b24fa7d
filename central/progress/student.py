"""What is known of one student before some attempts are derived, moved on with each of them.

A student's own bucket is the log of all that is theirs: `refresh` reads again what has moved in it since the last look
and was not moved by the judge itself. So an attempt more costs the same after ten and after a hundred thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from functools import cache

from central.asking import fetched_together
from central.rows import Rows
from central.statements import mark, selecting, several
from central.sync.known import KnownRows
from domain.achievements.derive import History, judged
from domain.achievements.engagements import BY_HAND
from domain.achievements.facts import StageTags, StudentFacts
from domain.achievements.other_rooms import Given, Known, hand_in
from domain.achievements.streaks import NotADayError
from domain.games.catalogue import Catalogue
from domain.learning.mastery import Answers
from domain.learning.progress import after_attempt, assignment_progress, step_facts
from domain.records import entity_of
from domain.records.achievements import AwardRevocation, Badge, BadgeAward, PointsEntry, RestDay, RoleEngagement
from domain.records.buckets import user
from domain.records.community import AchievementShare, Comment, EngagementKind, SocialEngagement
from domain.records.progress import AssignmentStep, AttemptVerdict, StepDone, StudentAssignment, StudentAttempt

# What each part of a student hangs on, by the names in the log.
_ATTEMPTS = frozenset({entity_of(AttemptVerdict).name, entity_of(StudentAttempt).name})
_WORK = frozenset({entity_of(StudentAssignment).name, entity_of(StepDone).name})
_EARNED = frozenset(entity_of(kind).name for kind in (RoleEngagement, BadgeAward, AwardRevocation, PointsEntry))
_KINDNESS = frozenset({entity_of(SocialEngagement).name, entity_of(Comment).name})
_LOOKED_FOR = tuple(sorted(_ATTEMPTS | _WORK | _EARNED | _KINDNESS))
# Behind every place of a bucket.
_NOWHERE = 1 << 62
# How a line of the points log names the attempt that it is for.
_OF_ATTEMPT = entity_of(StudentAttempt).name


def tags_of(catalogue: Catalogue, stage_id: str) -> StageTags:
    """What the catalogue says about a stage; of an unknown one, nothing."""
    found = catalogue.stage(stage_id)
    if found is None:
        return StageTags(stage_id=stage_id, game_id="")
    game, stage = found
    return StageTags(
        stage_id=stage_id,
        game_id=game.game_id,
        stage_type=stage.stage_type.value,
        category=game.category,
        mode=game.mode,
        skill_roles=game.skill_roles,
    )


class Student:
    """One student in figures. `without` are attempts that were judged before and shall count anew."""

    def __init__(
        self, rows: Rows, known: KnownRows, catalogue: Catalogue, student_id: str, without: frozenset[str] = frozenset()
    ) -> None:
        self.student_id = student_id
        self.attempts = 0
        self.facts = StudentFacts()
        self.answers = Answers()
        # Before anything else is read: what moves meanwhile counts as moved after it.
        self._looked_at, _ = _log(rows, student_id)
        self._own = range(0)
        self.rest_days = rest_days_of(rows, known, student_id)
        for attempt in counted(rows, student_id, without):
            with suppress(NotADayError):
                self._count(attempt, tags_of(catalogue, attempt.stage_id))
        self._read_work(rows, without)
        self._read_earned(rows, without)
        self._kindness = _kindness(rows, student_id)

    def refresh(self, rows: Rows, known: KnownRows) -> bool:
        """Read again what others have moved since the last look. False where all has to be read anew."""
        last, moved = _log(rows, self.student_id, self._looked_at, self._own)
        if last < self._looked_at or moved & _ATTEMPTS or self.rest_days != rest_days_of(rows, known, self.student_id):
            return False
        self._looked_at, self._own = last, range(0)
        if moved & _WORK:
            self._read_work(rows)
        if moved & _EARNED:
            self._read_earned(rows)
        if moved & _KINDNESS:
            self._kindness = _kindness(rows, self.student_id)
        return True

    def wrote(self, places: range) -> None:
        """These places of the student's bucket were given to what came of this very student."""
        self._own = places

    # -- what is read

    def _read_work(self, rows: Rows, without: frozenset[str] = frozenset()) -> None:
        self._work = {each.id: each for each in rows.where(StudentAssignment, student_id=self.student_id)}
        self._of_step: dict[str, list[tuple[str, AssignmentStep]]] = {}
        for each in self._work.values():
            for step in each.steps:
                self._of_step.setdefault(step.step_id, []).append((each.id, step))
        done = rows.where(StepDone, student_id=self.student_id) if self._work else []
        played = counted(rows, self.student_id, without, list(self._of_step)) if self._of_step else []
        self._steps = {key: step_facts(each, played, done) for key, each in self._work.items()}
        self._given = {key: self._as_given(key) for key in self._work}

    def _read_earned(self, rows: Rows, without: frozenset[str] = frozenset()) -> None:
        student = self.student_id
        self._engagements: dict[str, dict[str, RoleEngagement]] = {}
        self._by_hand: dict[str, RoleEngagement] = {}
        for engagement in rows.where(RoleEngagement, user_id=student):
            self._engage(engagement)
        self.awards = {award.id: award for award in rows.where(BadgeAward, user_id=student)}
        self._revocations = tuple(rows.where(AwardRevocation, user_id=student))
        lines = rows.where(PointsEntry, student_id=student)
        self._points = sum(line.points for line in lines)
        # An attempt is derived once, and so is its line: only the others can come a second time.
        self._lines = {line.id for line in lines if line.ref_type != _OF_ATTEMPT or line.ref_id in without}

    # -- what comes

    def add(self, attempt: StudentAttempt, tags: StageTags) -> None:
        """One more attempt, as it counts. Raises NotADayError where it was played on no day: it brings nothing then."""
        for key, step in self._of_step.get(attempt.step_id or "", ()):
            self._steps[key][step.step_id] = after_attempt(step, self._steps[key][step.step_id], attempt)
            self._given[key] = self._as_given(key)
        self._count(attempt, tags)

    def _count(self, attempt: StudentAttempt, tags: StageTags) -> None:
        self.attempts += 1
        self.answers.add(attempt)
        self.facts.add(attempt, tags, self.rest_days)

    def took(
        self,
        engagements: Iterable[RoleEngagement],
        awards: Iterable[BadgeAward],
        points: Iterable[PointsEntry],
    ) -> None:
        """What the last attempt has brought."""
        for engagement in engagements:
            self._engage(engagement)
        self.awards.update((award.id, award) for award in awards)
        for line in points:
            if line.id not in self._lines:
                self._points += line.points
            if line.ref_type != _OF_ATTEMPT:
                self._lines.add(line.id)

    def _engage(self, engagement: RoleEngagement) -> None:
        self._engagements.setdefault(engagement.skill_role_id, {})[engagement.id] = engagement
        if engagement.source == BY_HAND:
            self._by_hand[engagement.id] = engagement

    def _as_given(self, key: str) -> Given:
        progress = assignment_progress(self._work[key], self._steps[key])
        return Given(assignment=self._work[key], completed_at=progress.completed_at)

    # -- what is asked

    def engaged(self, engagement: RoleEngagement) -> bool:
        """Whether there is one of this id already."""
        return engagement.id in self._engagements.get(engagement.skill_role_id, {})

    def known(self, badges: Sequence[Badge]) -> Known:
        """The figures of other rooms. `badges` are the catalogue's."""
        celebrated, kind_words = self._kindness
        return Known(
            given=tuple(self._given.values()),
            mastered=len(self.answers.mastered()),
            people_celebrated=celebrated,
            kind_words=kind_words,
            engagements=tuple(self._by_hand.values()),
            awards=tuple(self.awards.values()),
            revocations=self._revocations,
            badges=tuple(badges),
            points=self._points,
        )

    def history(self, badges: Sequence[Badge], roles: Iterable[str]) -> History:
        """What `derive` asks; `roles` are the ids of those that the stage is tagged with."""
        return History(
            facts=hand_in(self.facts, self.known(badges)),
            engagements=tuple(e for role in roles for e in self._engagements.get(role, {}).values()),
            held=frozenset(self.awards),
            revocations=self._revocations,
            rest_days=self.rest_days,
        )


# -- the log


@cache
def _moving(dialect: str) -> str:
    """The kinds of rows that have moved in a bucket behind a place, some places aside; of attempts those that left."""
    asked = (("bucket", False), ("entity", True))
    places = " AND seq > {0} AND NOT seq BETWEEN {0} AND {0} AND (entity <> {0} OR gone)".format(mark(dialect))
    return selecting("bucket_row", ("DISTINCT entity",), asked, dialect) + places


def _log(rows: Rows, student_id: str, after: int = _NOWHERE, own: range = range(0)) -> tuple[int, set[str]]:
    """The last place of the student's bucket, and what has moved behind `after` and was not moved by the judge.

    New attempts wait for the judge: they have not moved.
    """
    bucket, looked_for = user(student_id), several(rows.dialect, _LOOKED_FOR)
    head = selecting("bucket_head", ("seq",), (("bucket", False),), rows.dialect)
    values = (rows.org_id, bucket, looked_for, after, own.start, own.stop - 1, _OF_ATTEMPT)
    places, moved = fetched_together(rows.connection, [(head, (rows.org_id, bucket)), (_moving(rows.dialect), values)])
    return (int(places[0][0]) if places else 0), {str(entity) for (entity,) in moved}


# -- what is there


def counted(
    rows: Rows, student_id: str, without: Collection[str] = (), steps: Collection[str] | None = None
) -> list[StudentAttempt]:
    """The attempts that were judged, as they count; with `steps`, those that were played for one of them."""
    verdicts = {v.id: v for v in rows.where(AttemptVerdict, student_id=student_id)}
    some = {} if steps is None else {"step_id": steps}
    attempts = rows.where(StudentAttempt, student_id=student_id, **some) if verdicts else []
    return [judged(a, verdicts[a.id]) for a in attempts if a.id in verdicts and a.id not in without]


def rest_days_of(rows: Rows, known: KnownRows, student_id: str) -> frozenset[str]:
    """The holidays of a student's classes and their own rest passes, as ISO days."""
    classes = [side.class_id for side in known.circle(student_id).classes]
    own, of_classes = rows.where_each(
        (RestDay, {"student_id": student_id, "present": True}), (RestDay, {"class_id": classes, "present": True})
    )
    return frozenset(day.day for day in (*own, *of_classes))


def _kindness(rows: Rows, student_id: str) -> tuple[int, int]:
    """How many people this student has celebrated, and how many kind words they wrote."""
    cheers = rows.where(SocialEngagement, actor_user_id=student_id, engagement=EngagementKind.CELEBRATE, present=True)
    shares = rows.many(AchievementShare, [cheer.target_id for cheer in cheers])
    authors = {share.record.student_id for share in shares.values() if isinstance(share.record, AchievementShare)}
    words = rows.where(Comment, author_id=student_id, withdrawn=False)
    return len(authors), len(words)
