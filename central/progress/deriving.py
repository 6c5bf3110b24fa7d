"""Points, engagements and awards of judged attempts, by the same lines as on the client: equal rows, never doubled."""

from __future__ import annotations

from collections.abc import Sequence

from central.progress.verdict import Judged
from central.sync.unit import Unit
from domain.achievements.derive import History, derive, is_verified, judged
from domain.achievements.facts import StageTags, StudentFacts, facts_of
from domain.achievements.moments import Story
from domain.achievements.other_rooms import Given, Known, hand_in
from domain.achievements.streaks import NotADayError
from domain.games.catalogue import Catalogue
from domain.learning.mastery import Answers
from domain.learning.progress import assignment_progress, step_facts
from domain.records.achievements import (
    AwardRevocation,
    Badge,
    BadgeAward,
    PointsEntry,
    RestDay,
    RoleEngagement,
    SkillRole,
)
from domain.records.community import AchievementShare, Comment, EngagementKind, SocialEngagement
from domain.records.progress import AttemptVerdict, PlayType, StepDone, StudentAssignment, StudentAttempt


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


class _Student:
    """What is known of one student before the attempts in question, moved on with each of them."""

    def __init__(self, unit: Unit, catalogue: Catalogue, student_id: str, new: frozenset[str]) -> None:
        rows = unit.rows
        self.rest_days = rest_days_of(unit, student_id)
        counted = _counted(unit, student_id, new)
        self._of_steps = [attempt for attempt in counted if attempt.step_id is not None]
        self.answers = Answers(counted)
        self._assignments = rows.where(StudentAssignment, student_id=student_id)
        self._steps_done = rows.where(StepDone, student_id=student_id)
        self.engagements = {e.id: e for e in rows.where(RoleEngagement, user_id=student_id)}
        self.awards = {a.id: a for a in rows.where(BadgeAward, user_id=student_id)}
        self.revocations = tuple(rows.where(AwardRevocation, user_id=student_id))
        self.badges = tuple(rows.where(Badge))
        self.lines = {entry.id: entry for entry in rows.where(PointsEntry, student_id=student_id)}
        self.points = sum(entry.points for entry in self.lines.values())
        self._kindness = _kindness(unit, student_id)
        self.given = _given(self._assignments, self._of_steps, self._steps_done)
        self.facts = _facts(catalogue, counted, self.rest_days)

    def add(self, attempt: StudentAttempt, tags: StageTags) -> None:
        """One more attempt, as it counts. Raises NotADayError."""
        self.facts.add(attempt, tags, self.rest_days)
        self.answers.add(attempt)
        if attempt.step_id is not None:
            self._of_steps.append(attempt)
            self.given = _given(self._assignments, self._of_steps, self._steps_done)

    def took(self, awards: Sequence[BadgeAward], points: Sequence[PointsEntry]) -> None:
        """What the last attempt has brought."""
        self.awards.update({award.id: award for award in awards})
        self.points += sum(entry.points for entry in points if entry.id not in self.lines)
        self.lines.update({entry.id: entry for entry in points})

    def known(self) -> Known:
        """The figures of other rooms."""
        celebrated, kind_words = self._kindness
        return Known(
            given=self.given,
            mastered=len(self.answers.mastered()),
            people_celebrated=celebrated,
            kind_words=kind_words,
            engagements=tuple(self.engagements.values()),
            awards=tuple(self.awards.values()),
            revocations=self.revocations,
            badges=self.badges,
            points=self.points,
        )

    def history(self) -> History:
        """What `derive` asks."""
        return History(
            facts=hand_in(self.facts, self.known()),
            engagements=tuple(self.engagements.values()),
            held=frozenset(self.awards),
            revocations=self.revocations,
            rest_days=self.rest_days,
        )


def story_of(unit: Unit, student_id: str) -> Story:
    """What a student's moments are made from: attempts that were judged, challenges only where they were verified."""
    rows = unit.rows
    verdicts = {v.id: v for v in rows.where(AttemptVerdict, student_id=student_id)}
    attempts = _counted(unit, student_id, frozenset())
    of_steps = [attempt for attempt in attempts if attempt.step_id is not None]
    done = rows.where(StepDone, student_id=student_id)
    return Story(
        student_id=student_id,
        attempts=tuple(
            a for a in attempts if a.play_type is not PlayType.CHALLENGE or is_verified(verdicts.get(a.id)) is True
        ),
        lines=tuple(rows.where(PointsEntry, student_id=student_id)),
        awards=tuple(rows.where(BadgeAward, user_id=student_id)),
        revocations=tuple(rows.where(AwardRevocation, user_id=student_id)),
        badges=tuple(rows.where(Badge)),
        given=_given(rows.where(StudentAssignment, student_id=student_id), of_steps, done),
        mastered=Answers(attempts).mastered(),
    )


def _given(
    assignments: Sequence[StudentAssignment], of_steps: Sequence[StudentAttempt], done: Sequence[StepDone]
) -> tuple[Given, ...]:
    facts = ((each, step_facts(each, of_steps, done)) for each in assignments)
    return tuple(
        Given(assignment=each, completed_at=assignment_progress(each, found).completed_at) for each, found in facts
    )


def derive_all(unit: Unit, catalogue: Catalogue, student_id: str, found: Sequence[Judged]) -> None:
    """Write what some judged attempts of one student bring, in the order in which they were played."""
    student = _Student(unit, catalogue, student_id, frozenset(f.attempt.id for f in found))
    roles = unit.rows.where(SkillRole)
    points: list[PointsEntry] = []
    awards: list[BadgeAward] = []
    engaged: list[RoleEngagement] = []
    earlier: list[RoleEngagement] = []
    for one in sorted(found, key=lambda f: (f.attempt.created_at, f.attempt.id)):
        attempt = judged(one.attempt, record_of(one, unit.now))
        tags = tags_of(catalogue, attempt.stage_id)
        try:
            student.add(attempt, tags)
            derived = derive(
                attempt,
                tags=tags,
                history=student.history(),
                roles=roles,
                badges=student.badges,
                verified=bool(is_verified(record_of(one, unit.now))),
                now=unit.now,
            )
        except NotADayError:
            continue
        engaged += [e for e in derived.engagements if e.id not in student.engagements]
        for engagement in derived.engagements:
            if engagement.id in student.engagements:
                earlier.append(engagement)
            student.engagements[engagement.id] = engagement
        student.took(derived.awards, derived.points)
        points += derived.points
        awards += derived.awards
    unit.add_missing(engaged)
    for engagement in earlier:
        unit.put(engagement)
    unit.add_missing(awards)
    unit.add_missing(points)


def record_of(found: Judged, now: int) -> AttemptVerdict:
    """The verdict as it is kept."""
    return AttemptVerdict(
        org_id=found.attempt.org_id,
        id=found.attempt.id,
        student_id=found.attempt.student_id,
        verdict=found.verdict,
        score=found.score,
        passed=found.passed,
        judge_version=found.attempt.session_data.judge_version,
        judged_at=now,
        accepted=found.accepted,
    )


def rest_days_of(unit: Unit, student_id: str) -> frozenset[str]:
    """The holidays of a student's classes and their own rest passes, as ISO days."""
    classes = [side.class_id for side in unit.known.circle(student_id).classes]
    days = [*unit.rows.where(RestDay, student_id=student_id, present=True)]
    days += unit.rows.where(RestDay, class_id=classes, present=True) if classes else []
    return frozenset(day.day for day in days)


def _counted(unit: Unit, student_id: str, new: frozenset[str]) -> list[StudentAttempt]:
    """The attempts that were judged earlier, as they count."""
    verdicts = {v.id: v for v in unit.rows.where(AttemptVerdict, student_id=student_id)}
    return [
        judged(attempt, verdicts[attempt.id])
        for attempt in unit.rows.where(StudentAttempt, student_id=student_id)
        if attempt.id in verdicts and attempt.id not in new
    ]


def _facts(catalogue: Catalogue, before: Sequence[StudentAttempt], rest_days: frozenset[str]) -> StudentFacts:
    try:
        return facts_of([(attempt, tags_of(catalogue, attempt.stage_id)) for attempt in before], rest_days)
    except NotADayError:
        return StudentFacts()


def _kindness(unit: Unit, student_id: str) -> tuple[int, int]:
    """How many people this student has celebrated, and how many kind words they wrote."""
    cheers = unit.rows.where(
        SocialEngagement, actor_user_id=student_id, engagement=EngagementKind.CELEBRATE, present=True
    )
    shares = unit.rows.many(AchievementShare, [cheer.target_id for cheer in cheers])
    authors = {share.record.student_id for share in shares.values() if isinstance(share.record, AchievementShare)}
    words = unit.rows.where(Comment, author_id=student_id, withdrawn=False)
    return len(authors), len(words)
