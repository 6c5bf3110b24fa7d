"""Makes the demonstration school at the centre: people, badges, assignments and a term of plausible history.

Every attempt of the history was really played: a simulated pupil answers the real game, and the centre judges the
recorded notes as it judges anybody's.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from central.app import Centre
from central.identity.school import NewPerson
from central.sync.effects import follow
from central.sync.unit import Unit
from domain.achievements import catalogue as badge_catalogue
from domain.games import ALL
from domain.games.catalogue import Catalogue, DeviceProfile, StageType
from domain.games.pupils import Played, played_through
from domain.learning.curriculum import parse_sequence
from domain.learning.heat import notes_of
from domain.learning.progress import NOTHING_DONE, StepFacts, after_attempt, after_done, assignment_progress
from domain.learning.sequence import Sequence, assignment_for
from domain.records import Record
from domain.records.achievements import Badge, BadgeAward
from domain.records.communication import Announcement
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    EngagementKind,
    ModerationState,
    Scope,
    SharingPreferences,
    SocialEngagement,
)
from domain.records.identity import AccessRole, Member, SchoolClass
from domain.records.ids import derived_id, new_id
from domain.records.progress import (
    JUDGE_VERSION,
    AssignmentStep,
    AttemptSummary,
    Performance,
    PlayType,
    StepDone,
    StudentAssignment,
    StudentAttempt,
)
from workshop import cast

HOUR = 3600 * 1_000_000
DAY = 24 * HOUR
WEEKS = 12
# Lessons are on Mondays and Thursdays (0 is Monday), in the morning.
LESSON_DAYS = (0, 3)
LESSON_HOUR = 9
PER_LESSON = (3, 8)
SEED = 20_250_901
SHARES_PER_CLASS = 9
LESSONS_PER_ASSIGNMENT = 4
STREAK_DAYS = 12
FREELY_PLAYED = (StageType.PLAY, StageType.QUIZ)
MESSAGES = (
    "I practised this all week!",
    "Thank you for helping me, everyone.",
    "Finally!",
    "My favourite badge so far.",
)

Say = Callable[[str], None]


@dataclass
class Place:
    """The school as it was made: what a demonstration needs to know of it."""

    org_id: str
    site_id: str
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    teachers: dict[str, Member] = field(default_factory=dict)
    students: dict[str, Member] = field(default_factory=dict)
    attempts: int = 0


class Chance(random.Random):
    """The demonstration's dice: the same school at every start."""

    def identifier(self, at: int) -> str:
        """A UUIDv7 for a time."""
        return new_id(at, self.randbytes(10))


def make_school(
    centre: Centre,
    games: Catalogue,
    sequences: Iterable[Sequence],
    say: Say,
    *,
    classes: Mapping[str, tuple[cast.Pupil, ...]] = cast.CLASSES,
    weeks: int = WEEKS,
) -> Place:
    """Make the whole school. `say` is told what is being done."""
    chance = Chance(SEED)
    say("people and classes")
    place = with_people(centre, classes)
    say("badges")
    badges = with_badges(centre, place.org_id)
    life = next(each for each in sequences if each.sequence_id == "SEQ-LIFE")
    for class_name, pupils in classes.items():
        for pupil in pupils:
            say(f"a term of {pupil.handle} in {class_name}")
            term = Term(centre, place, games, life, class_name, pupil, chance, weeks)
            place.attempts += with_a_term(centre, place, term)
    say("the centre judges every attempt")
    centre.judging.judge_all(place.org_id)
    say("shares, cheers and the notice board")
    with_community(centre, place, badges, chance, classes)
    return place


def with_people(centre: Centre, classes: Mapping[str, tuple[cast.Pupil, ...]]) -> Place:
    """Organisation, school, staff, classes and students."""
    school = centre.school
    org = school.create_org(cast.ORGANIZATION, time_zone=cast.TIME_ZONE)
    site = school.create_site(org.id, cast.SCHOOL)
    place = Place(org.id, site.id)
    for teacher, member in zip(
        cast.TEACHERS, school.add_people(org.id, site.id, [staff_entry(each) for each in cast.TEACHERS]), strict=True
    ):
        place.teachers[teacher.name] = member
    owners = [place.teachers[each.name] for each in cast.TEACHERS]
    for (class_name, pupils), owner in zip(classes.items(), owners, strict=False):
        policy = ClassPolicy(org_id=org.id, id="", default_scope=Scope.CLASS)
        room = school.create_class(org.id, site.id, owner.id, class_name, policy=policy)
        place.classes[class_name] = room
        people = school.add_people(org.id, site.id, [student_entry(each, room.id) for each in pupils])
        for pupil, member in zip(pupils, people, strict=True):
            place.students[pupil.handle] = member
    return place


def staff_entry(teacher: cast.Teacher) -> NewPerson:
    """A member of staff as the school adds one."""
    role = AccessRole.SUBSCRIBER_ADMIN if teacher.admin else AccessRole.TEACHER
    return NewPerson(
        role=role, display_name=teacher.name, username=teacher.username, secret=cast.PASSWORD, avatar=teacher.avatar
    )


def student_entry(pupil: cast.Pupil, class_id: str) -> NewPerson:
    """A student as the school adds one."""
    return NewPerson(
        role=AccessRole.STUDENT,
        display_name=pupil.handle,
        username=pupil.handle.lower().replace(" ", "."),
        secret=cast.PIN,
        avatar=pupil.avatar,
        given_name=pupil.given_name,
        family_name=pupil.family_name,
        class_ids=(class_id,),
    )


def with_badges(centre: Centre, org_id: str) -> dict[str, Badge]:
    """The badge catalogue of the house, released: by badge id."""
    from resources import names, texts

    icons = [name.removesuffix(".svg") for name in names("badges/icons")]
    for file, text in texts("badges").items():
        found = badge_catalogue.parse(text, file, org_id=org_id, icons=icons)
        centre.school.put(*found.roles, *found.badges)
        return {badge.id: badge for badge in found.badges}
    return {}


def read_sequences(games: Catalogue) -> list[Sequence]:
    """Every curriculum of the house."""
    from resources import texts

    return [parse_sequence(text, file, games.stages) for file, text in texts("curricula").items()]


def with_the_newcomer(centre: Centre, place: Place, sequences: Iterable[Sequence]) -> None:
    """One more student, who has just come: the whole first chapter, an assignment a week, nothing played; a parent."""
    pupil, room = cast.NEWCOMER, place.classes[cast.FIRST_CLASS]
    member = centre.school.add_people(place.org_id, place.site_id, [student_entry(pupil, room.id)])[0]
    place.students[pupil.handle] = member
    life = next(each for each in sequences if each.sequence_id == "SEQ-LIFE")
    now = centre.now()
    assignments = [
        assignment_for(
            student_id=member.id,
            definition=definition,
            group=life.groups[0],
            sequence=life,
            org_id=place.org_id,
            assignment_id=centre.fresh_id(),
            assigned_by_user_id=room.teacher_id,
            created_at=now,
            class_id=room.id,
            due_at=now + number * 7 * DAY,
        )
        for number, definition in enumerate(life.groups[0].assignments, 1)
    ]
    preferences = SharingPreferences(org_id=place.org_id, id=member.id, default_scope=Scope.CLASS, boards=True)
    centre.school.put(preferences, *assignments)
    with_guardian(centre, place, pupil)


def with_guardian(centre: Centre, place: Place, pupil: cast.Pupil) -> None:
    """A parent of one student, who signs in by name."""
    parent = NewPerson(
        role=AccessRole.GUARDIAN, display_name=cast.GUARDIAN, username=cast.GUARDIAN_NAME, secret=cast.PASSWORD
    )
    member = centre.school.add_people(place.org_id, place.site_id, [parent])[0]
    centre.school.link_guardian(place.org_id, member.id, place.students[pupil.handle].id)


def with_a_term(centre: Centre, place: Place, term: Term) -> int:
    """One student's assignments and everything they played in a term, in one transaction; how many attempts."""
    records = list(term.records())

    def work(unit: Unit) -> None:
        for assignment in term.assignments:
            unit.put(assignment)
        for kind in (Performance, StudentAttempt, StepDone):
            unit.add_facts([record for record in records if isinstance(record, kind)])

    centre.school.within(place.org_id, work)
    return sum(isinstance(record, StudentAttempt) for record in records)


class Term:
    """A student's term: lesson by lesson, the next step of the assignment, sometimes something freely chosen."""

    def __init__(
        self,
        centre: Centre,
        place: Place,
        games: Catalogue,
        life: Sequence,
        class_name: str,
        pupil: cast.Pupil,
        chance: Chance,
        weeks: int,
    ) -> None:
        self._weeks = weeks
        self._place, self._games, self._pupil, self._chance = place, games, pupil, chance
        self._student = place.students[pupil.handle]
        self._class = place.classes[class_name]
        self._templates = [(group, each) for group in life.groups for each in group.assignments]
        self._life = life
        self._now = centre.now()
        self._facts: dict[str, StepFacts] = {}
        self.assignments: list[StudentAssignment] = []

    def records(self) -> Iterator[Record]:
        """Attempts, performances and finished steps in the order in which they happened."""
        lessons = list(lesson_times(self._now, self._weeks))
        for number, at in enumerate(lessons):
            if number % LESSONS_PER_ASSIGNMENT == 0:
                self._assign(at)
            if self._chance.random() <= self._pupil.diligence:
                yield from self._lesson(at)
        for at in self._days_at_home():
            yield from self._attempt(self._free_stage(), None, at)
        self._assign(self._now)

    def _days_at_home(self) -> Iterator[int]:
        """The diligent ones also play every day until yesterday evening: their streak runs."""
        days = int(STREAK_DAYS * max(0.0, self._pupil.diligence - 0.6) / 0.4)
        yesterday = self._now - 14 * HOUR
        yield from (yesterday - back * DAY for back in range(days)[::-1])

    def _assign(self, at: int) -> None:
        """The next assignment of the sequence; the last of it stays for the end, so that everybody has a next step."""
        if len(self.assignments) >= len(self._templates) - (at != self._now):
            return
        group, definition = self._templates[len(self.assignments)]
        self.assignments.append(
            assignment_for(
                student_id=self._student.id,
                definition=definition,
                group=group,
                sequence=self._life,
                org_id=self._place.org_id,
                assignment_id=self._chance.identifier(at),
                assigned_by_user_id=self._class.teacher_id,
                created_at=at - HOUR,
                class_id=self._class.id,
                due_at=at + 14 * DAY,
            )
        )

    def _lesson(self, at: int) -> Iterator[Record]:
        wanted = self._chance.randint(*PER_LESSON)
        for _turn in range(wanted):
            at += self._chance.randint(20, 90) * 1_000_000
            made = list(self._turn(at))
            yield from made
            at += sum(each.duration_ms * 1000 for each in made if isinstance(each, StudentAttempt))

    def _turn(self, at: int) -> Iterator[Record]:
        current = next((each for each in self.assignments if not self._done(each)), None)
        step = self._next_step(current) if current else None
        if step is None:
            yield from self._attempt(self._free_stage(), None, at)
        elif step.stage_id:
            yield from self._attempt(step.stage_id, step, at)
        else:
            yield self._step_done(step.step_id, at)

    def _done(self, assignment: StudentAssignment) -> bool:
        return assignment_progress(assignment, self._facts).status == "complete"

    def _next_step(self, assignment: StudentAssignment) -> AssignmentStep | None:
        next_id = assignment_progress(assignment, self._facts).next_step
        return next((step for step in assignment.steps if step.step_id == next_id), None)

    def _free_stage(self) -> str:
        stages = [
            stage.stage_id
            for game, stage in self._games.stages.values()
            if stage.enabled and stage.stage_type in FREELY_PLAYED and game.difficulty <= 4
        ]
        return self._chance.choice(sorted(stages))

    def _step_done(self, step_id: str, at: int) -> StepDone:
        done = StepDone(
            org_id=self._place.org_id,
            id=derived_id("step_done", self._student.id, step_id),
            student_id=self._student.id,
            step_id=step_id,
            done_at=at,
        )
        self._facts[step_id] = after_done(self._facts.get(step_id, NOTHING_DONE), done.done_at)
        return done

    def _attempt(self, stage_id: str, step: AssignmentStep | None, at: int) -> Iterator[Record]:
        seed = self._chance.getrandbits(31)
        played = self._play(stage_id, seed)
        game, stage = self._games.stages[stage_id]
        outcome = played.outcome
        attempt = StudentAttempt(
            org_id=self._place.org_id,
            id=self._chance.identifier(at),
            student_id=self._student.id,
            step_id=step.step_id if step else None,
            game_id=game.game_id,
            stage_id=stage_id,
            game_version=game.game_version,
            stage_version=stage.stage_version,
            score=outcome.score,
            max_possible_score=outcome.max_possible_score,
            passed=outcome.passed,
            duration_ms=played.duration // 1000,
            play_type=PlayType.ASSIGNED if step else PlayType.FREE_PLAY,
            session_data=AttemptSummary(
                judge_version=JUDGE_VERSION,
                seed=seed,
                level=1,
                counts=outcome.counts,
                concepts=outcome.concepts,
                notes=notes_of(outcome.notes),
            ),
            created_at=at,
            played_on=local_day(at),
            time_zone=cast.TIME_ZONE,
        )
        yield Performance(
            org_id=attempt.org_id,
            id=attempt.id,
            student_id=attempt.student_id,
            input_kind=input_kind(game.device_profile),
            events=played.events,
        )
        yield attempt
        if step:
            self._facts[step.step_id] = after_attempt(step, self._facts.get(step.step_id, NOTHING_DONE), attempt)

    def _play(self, stage_id: str, seed: int) -> Played:
        game, stage = self._games.stages[stage_id]
        machine = ALL[game.family](game, stage, seed, 1, draw=False)
        # Everybody gets a little better through the term.
        skill = min(0.98, self._pupil.skill + 0.01 * len(self.assignments))
        return played_through(machine, seed, skill)


def input_kind(profile: DeviceProfile) -> str:
    """With what such a game is usually played."""
    return "midi" if profile is DeviceProfile.MIDI_REQUIRED else "screen"


def lesson_times(now: int, weeks: int) -> Iterator[int]:
    """The beginnings of the lessons of the last weeks, oldest first, in microseconds."""
    zone = ZoneInfo(cast.TIME_ZONE)
    today = dt.datetime.fromtimestamp(now / 1_000_000, zone).date()
    for back in range(weeks * 7, 0, -1):
        day = today - dt.timedelta(days=back)
        if day.weekday() in LESSON_DAYS:
            begin = dt.datetime.combine(day, dt.time(LESSON_HOUR), zone)
            yield int(begin.timestamp() * 1_000_000)


def local_day(at: int) -> str:
    """The calendar day of a time at the school, as ISO text."""
    return dt.datetime.fromtimestamp(at / 1_000_000, ZoneInfo(cast.TIME_ZONE)).date().isoformat()


def with_community(
    centre: Centre,
    place: Place,
    badges: dict[str, Badge],
    chance: Chance,
    classes: Mapping[str, tuple[cast.Pupil, ...]],
) -> None:
    """Settings, shared badges with their cheers, and a notice for the displays."""
    handles = {member.id: member for member in place.students.values()}
    preferences = [
        SharingPreferences(org_id=place.org_id, id=one, default_scope=Scope.CLASS, boards=True) for one in handles
    ]
    centre.school.put(*preferences)

    def work(unit: Unit) -> None:
        awards = [row for row in all_awards(unit) if row.badge_id in badges]
        for class_name, pupils in classes.items():
            members = [place.students[pupil.handle] for pupil in pupils]
            share_some(unit, members, awards, badges, chance)
            unit.put(notice(place, class_name, centre.now()))

    centre.school.within(place.org_id, work)


def all_awards(unit: Unit) -> list[BadgeAward]:
    """Every award of the organisation, newest first."""
    return sorted(unit.rows.where(BadgeAward), key=lambda award: award.crossed_at, reverse=True)


def share_some(
    unit: Unit,
    members: list[Member],
    awards: list[BadgeAward],
    badges: dict[str, Badge],
    chance: Chance,
) -> None:
    """The newest badges of a class, one each, shared with the class; classmates cheer."""
    by_student = {member.id: member for member in members}
    shared: set[str] = set()
    for award in awards:
        author = by_student.get(award.user_id)
        if author is None or author.id in shared or len(shared) == SHARES_PER_CLASS:
            continue
        shared.add(author.id)
        at = award.crossed_at + chance.randint(60, 900) * 1_000_000
        share = share_of(award, badges[award.badge_id], author, chance, at)
        unit.put(share)
        for other in members:
            if other.id != author.id and chance.random() < 0.45:
                unit.put(cheer(share, other, chance.choice((EngagementKind.LIKE, EngagementKind.CELEBRATE)), at))
    follow(unit)


def share_of(award: BadgeAward, badge: Badge, author: Member, chance: Chance, at: int) -> AchievementShare:
    """A badge as its owner shared it with the class."""
    message = chance.choice((*MESSAGES, "", ""))
    return AchievementShare(
        org_id=award.org_id,
        id=chance.identifier(at),
        student_id=author.id,
        author_name=author.display_name,
        author_avatar=author.avatar,
        achievement_type=AchievementType.BADGE,
        achievement_id=award.id,
        title=badge.name,
        context=badge.description,
        level=award.level,
        rarity=badge.rarity,
        icon=badge.icon_path or "",
        message=message,
        scope=Scope.CLASS,
        shared_at=at,
        moderation=ModerationState.OK,
        message_state=ModerationState.OK,
    )


def cheer(share: AchievementShare, actor: Member, kind: EngagementKind, at: int) -> SocialEngagement:
    """A classmate's like or celebration."""
    return SocialEngagement(
        org_id=share.org_id,
        id=derived_id(actor.id, kind, share.id),
        actor_user_id=actor.id,
        target_type="share",
        target_id=share.id,
        engagement=kind,
        at=at,
    )


def notice(place: Place, class_name: str, now: int) -> Announcement:
    """What the class's display announces."""
    return Announcement(
        org_id=place.org_id,
        id=derived_id("notice", place.classes[class_name].id),
        title="Winter concert",
        content="Bring a friend on Friday at six. Everybody plays one piece they like.",
        publish_at=now - DAY,
        expire_at=now + 60 * DAY,
        class_id=place.classes[class_name].id,
    )
