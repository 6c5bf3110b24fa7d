"""Readings as a school would give them, for looking at views without a mirror: invented people, plausible figures."""

from __future__ import annotations

from app.midi.state import Keyboard, PortState
from app.store.readings import (
    Account,
    AssignmentCard,
    AssignmentPlayer,
    BadgeCard,
    ClassTile,
    PersonTile,
    RefusedOp,
    ShareCard,
    SharePreview,
    SignInPage,
    StepCard,
    StepState,
    StudentDashboard,
    SyncStanding,
    SyncState,
)
from domain.music.say import Say, say
from domain.records.community import AchievementType, Scope
from domain.records.identity import AccessRole
from domain.records.progress import StepElement
from workshop.cast import CLASSES, SCHOOL, TEACHERS, Pupil

NOW = 1_795_000_000_000_000
MINUTE = 60_000_000
DAY = 24 * 60 * MINUTE

STUDENT = Account(user_id="u1", org_id="o", role=AccessRole.STUDENT, display_name="Blue Finch", avatar="finch")
TEACHER = Account(user_id="t1", org_id="o", role=AccessRole.TEACHER, display_name="Ms Rivera", avatar="cello")


def pupils() -> list[Pupil]:
    """Everybody of the first class."""
    return list(next(iter(CLASSES.values())))


def sign_in_page() -> SignInPage:
    """Two classes and three teachers."""
    classes = tuple(
        ClassTile(class_id=name, class_name=name, people=tuple(_tile(p, i) for i, p in enumerate(people)))
        for name, people in CLASSES.items()
    )
    staff = tuple(
        PersonTile(
            user_id=t.username, role=AccessRole.TEACHER, display_name=t.name, avatar=t.avatar, ready_offline=True
        )
        for t in TEACHERS
    )
    return SignInPage(machine_name="Piano Lab 07", school_name=SCHOOL, classes=classes, staff=staff)


def _tile(pupil: Pupil, index: int) -> PersonTile:
    return PersonTile(
        user_id=pupil.handle,
        role=AccessRole.STUDENT,
        display_name=pupil.handle,
        avatar=pupil.avatar,
        ready_offline=index != 6,
    )


def _step(number: int, title: str, state: StepState, **more: object) -> StepCard:
    fields: dict[str, object] = {
        "step_id": f"s{number}",
        "title": title,
        "element": StepElement.GAM,
        "element_id": "G-01542",
        "stage_id": "G-01542-quiz",
        "state": state,
        "target_score": 900,
        "pass_threshold": 700,
    }
    return StepCard(**{**fields, **more})  # type: ignore[arg-type]


STEPS = (
    _step(1, "Meet the treble clef", StepState.COMPLETE, element=StepElement.VID, target_score=None),
    _step(2, "Line notes in the treble clef", StepState.COMPLETE, best_score=940, attempts=3),
    _step(3, "Treble notes from C4 to A4", StepState.IN_PROGRESS, best_score=610, attempts=2),
    _step(
        4,
        "Ledger lines above the staff",
        StepState.LOCKED,
        locked_because=say("Reach {score} points in “{step}” first.", score=700, step="Treble notes from C4 to A4"),
    ),
    _step(5, "A surprise for your ears", StepState.LOCKED, element=StepElement.AUD, optional=True, target_score=None),
)

ASSIGNMENT = AssignmentCard(
    assignment_id="a1",
    name="Reading treble notes",
    description="Five short steps to read faster than you can think.",
    status="in_progress",
    steps_done=2,
    steps_total=5,
    percent=40,
    due_at=NOW + 5 * DAY,
    assigned_by="Ms Rivera",
)
ASSIGNMENTS = (
    ASSIGNMENT,
    AssignmentCard(
        assignment_id="a2",
        name="Rhythm in four",
        description="Clap, tap and play.",
        status="open",
        steps_done=0,
        steps_total=6,
        percent=0,
        due_at=None,
        assigned_by="Ms Rivera",
    ),
    AssignmentCard(
        assignment_id="a3",
        name="Bass clef, first steps",
        description="",
        status="complete",
        steps_done=4,
        steps_total=4,
        percent=100,
        due_at=None,
        assigned_by="Ms Rivera",
    ),
)
PLAYER = AssignmentPlayer(card=ASSIGNMENT, steps=STEPS, next_step="s3")


def badge(name: str, icon: str, level: int, have: int, need: int, **more: object) -> BadgeCard:
    """A badge on the wall."""
    fields: dict[str, object] = {
        "badge_id": name,
        "name": name,
        "description": f"For every stage that you pass as a {name.lower()}.",
        "kind": "grow",
        "rarity": "common",
        "icon": icon,
        "level": level,
        "have": have,
        "need": need,
        "crossed_at": NOW - DAY if level else None,
        "confirmed": True,
        "award_id": f"award-{name}" if level else None,
    }
    return BadgeCard(**{**fields, **more})  # type: ignore[arg-type]


BADGES = (
    badge("Sight-reader", "sight_reader", 3, 23, 50),
    badge("Pianist", "pianist", 2, 9, 20, confirmed=False),
    badge("Rhythm keeper", "rhythm_keeper", 1, 3, 5),
    badge("Ear trainer", "ear_trainer", 4, 61, 0),
    badge("Perfect week", "perfect_week", 1, 0, 0, kind="single", rarity="rare"),
    badge("Thousand notes", "thousand_notes", 1, 0, 0, kind="single", rarity="legendary"),
    badge("Accompanist", "accompanist", 0, 0, 1),
    badge("Encourager", "encourager", 0, 3, 5),
    badge("Night in Vienna", "night_in_vienna", 0, 2, 6, kind="single", rarity="epic"),
)


def share(index: int, name: str, avatar: str, title: str, icon: str, level: int, **more: object) -> ShareCard:
    """A post."""
    fields: dict[str, object] = {
        "share_id": f"sh{index}",
        "author_id": name,
        "author_name": name,
        "author_avatar": avatar,
        "achievement_type": AchievementType.BADGE,
        "title": title,
        "context": "Level III with 20 stages passed",
        "icon": icon,
        "level": level,
        "rarity": "common",
        "message": "",
        "message_waits": False,
        "scope": Scope.CLASS,
        "effective_scope": Scope.CLASS,
        "who_sees": say("Your class and its teachers"),
        "shared_at": NOW - index * 47 * MINUTE,
        "likes": 4 - index if index < 4 else 0,
        "celebrations": index,
        "comments": 0,
        "liked": index == 1,
        "celebrated": False,
        "mine": False,
        "confirmed": True,
    }
    return ShareCard(**{**fields, **more})  # type: ignore[arg-type]


FEED = (
    share(1, "Silver Fox", "fox", "Sight-reader III", "sight_reader", 3, message="Three weeks of practice!"),
    share(
        2,
        "Golden Wren",
        "wren",
        "Perfect week",
        "perfect_week",
        1,
        rarity="rare",
        context="Five days, every note right",
    ),
    share(
        3,
        "Blue Finch",
        "finch",
        "Pianist II",
        "pianist",
        2,
        mine=True,
        confirmed=False,
        message="My hands know the way now.",
        message_waits=True,
        context="Level II with 5 stages passed",
    ),
)

DASHBOARD = StudentDashboard(
    account=STUDENT,
    next_assignment=ASSIGNMENT,
    next_step=STEPS[2],
    assignments=ASSIGNMENTS,
    points_total=12_480,
    points_this_week=640,
    streak_days=9,
    played_today=True,
    badges=BADGES,
    feed=FEED,
    badges_earned=6,
    reviews_due=3,
)
EMPTY_DASHBOARD = StudentDashboard(
    account=STUDENT,
    next_assignment=None,
    next_step=None,
    assignments=(),
    points_total=0,
    points_this_week=0,
    streak_days=0,
    played_today=False,
    badges=(),
    feed=(),
)

PREVIEW = SharePreview(
    card=share(
        0,
        "Blue Finch",
        "finch",
        "Pianist II",
        "pianist",
        2,
        mine=True,
        scope=Scope.PRIVATE,
        effective_scope=Scope.PRIVATE,
        who_sees=say("Only you"),
        likes=0,
    ),
    scopes=(Scope.PRIVATE, Scope.FAMILY, Scope.CLASS, Scope.SCHOOL),
    narrowed_because=None,
)

PORT_READY = PortState(keyboards=(Keyboard(name="Roland FP-30X", chosen=True, open=True, used=True),), driver="jack")
PORT_EMPTY = PortState(driver="jack")
NO_KEYBOARD: Say = say(
    "This game is played on a real keyboard. Please plug a MIDI keyboard into this computer with its USB cable and "
    "switch it on."
)
SYNC_WAITING = SyncState(standing=SyncStanding.NO_CONTACT, waiting=3, last_contact_at=NOW - 26 * MINUTE)
SYNC_FILLING = SyncState(standing=SyncStanding.ALL_AT_SCHOOL, last_contact_at=NOW, older=64)
SYNC_REFUSED = SyncState(
    standing=SyncStanding.REFUSED,
    waiting=2,
    last_contact_at=NOW - 2 * MINUTE,
    refused=(
        RefusedOp(
            dev_seq=14,
            entity="achievement_share",
            words="I learned all of them by heart!",
            what=say("Your share “Pianist II”"),
            code="scope_not_allowed",
            refused_at=NOW - 9 * MINUTE,
            why="Your class shares with the class only at the moment.",
        ),
        RefusedOp(
            dev_seq=17,
            entity="student_attempt",
            words="",
            what=say("A game you played"),
            code="not_your_class",
            refused_at=NOW - 8 * MINUTE,
            why="This game belongs to a class that you have left.",
        ),
    ),
)
