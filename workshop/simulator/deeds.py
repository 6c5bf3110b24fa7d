"""What people do on a simulated machine: through the store's own functions where they exist, else as it writes rows."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

from app.store.keeper import Desk
from app.store.playing import finish_attempt, heard, start_attempt
from app.store.readings import Account
from app.store.sharing import post_share, react, withdraw_share
from app.store.writing import Writing
from domain.records import Record
from domain.records.achievements import RestDay, RoleEngagement
from domain.records.communication import Announcement, Message
from domain.records.community import (
    AchievementType,
    ClassPolicy,
    Comment,
    EngagementKind,
    GuardianLimit,
    Highlight,
    ItemReport,
    ModerationAction,
    PublicProfile,
    Scope,
    SharingOverride,
    SharingPreferences,
    SocialEngagement,
)
from domain.records.ids import derived_id
from workshop.simulator.clock import HOUR
from workshop.simulator.machine import Machine
from workshop.simulator.school import Cast, recordings, stage

Deed = Callable[["Hands"], None]
SCOPES = tuple(Scope)


class Hands:
    """One person at one machine, about to do something."""

    def __init__(self, machine: Machine, account: Account, cast: Cast, chance: random.Random) -> None:
        self.machine = machine
        self.keeper = machine.keeper
        self.account = account
        self.cast = cast
        self.chance = chance

    @property
    def me(self) -> str:
        """The person's id."""
        return self.account.user_id

    def ids(self, sql: str, *values: Any) -> list[str]:
        """The first column of a query on this person's mirror, in order."""

        def work(desk: Desk) -> list[str]:
            with desk.mirror(self.me).reading() as connection:
                return [str(row[0]) for row in connection.exec_driver_sql(sql, values)]

        return self.keeper.submit(work).result()

    def one_of(self, sql: str, *values: Any) -> str | None:
        """Any of them, or None."""
        found = self.ids(sql, *values)
        return self.chance.choice(found) if found else None

    def write(self, work: Callable[[Writing], None]) -> None:
        """One transaction on this person's mirror."""

        def inside(desk: Desk) -> None:
            with desk.mirror(self.me).writing() as writing:
                work(writing)

        self.keeper.submit(inside).result()

    def put(self, record: Record) -> None:
        """Keep and queue a record."""

        def work(writing: Writing) -> None:
            writing.put(record)

        self.write(work)

    def put_or_edit(self, record: Record, changes: Mapping[str, Any]) -> None:
        """Queue a new document, or the changes where it is here already."""

        def work(writing: Writing) -> None:
            try:
                writing.edit(type(record), record.id, changes)
            except KeyError:
                writing.put(record)

        self.write(work)

    def new_id(self) -> str:
        """An id of something made here and now."""
        return self.keeper.submit(lambda desk: desk.new_id()).result()

    def now(self) -> int:
        """This machine's time."""
        return self.machine.clock()


# -- students


def play(hands: Hands) -> None:
    """Play a stage to its end; now and then claim more than was played."""
    recording = hands.chance.choice(recordings())
    game, played = stage()
    attempt = start_attempt(
        keeper=hands.keeper,
        account=hands.account,
        game_id=game.game_id,
        stage_id=played.stage_id,
        seed=recording.seed,
        step_id=f"step-{hands.account.display_name}" if hands.chance.random() < 0.5 else None,
    ).result()
    for event in recording.events[:3]:
        heard(keeper=hands.keeper, attempt=attempt, event=event)
    hands.machine.clock.pass_by(recording.duration_ms * 1000)
    events = recording.events if hands.chance.random() > 0.1 else recording.events[:2]
    finish_attempt(
        keeper=hands.keeper,
        account=hands.account,
        attempt=attempt,
        outcome=recording.outcome,
        duration_ms=recording.duration_ms,
        events=events,
    ).result()


def share(hands: Hands) -> None:
    """Show a badge to others, with or without words; or show it to others than before."""
    _share(hands, hands.chance.choice(["", "", "I did it!"]), hands.chance.choice((*SCOPES, Scope.CLASS, Scope.PUBLIC)))


def share_widely(hands: Hands) -> None:
    """Show a badge to everybody."""
    _share(hands, "", Scope.PUBLIC)


def _share(hands: Hands, message: str, scope: Scope) -> None:
    award = hands.one_of("SELECT id FROM badge_award WHERE user_id = ? ORDER BY id", hands.me)
    if award is not None:
        post_share(keeper=hands.keeper, account=hands.account, award_id=award, message=message, scope=scope).result()


def take_back(hands: Hands) -> None:
    """Take a share back."""
    mine = "SELECT id FROM achievement_share WHERE student_id = ? AND NOT withdrawn ORDER BY id"
    share_id = hands.one_of(mine, hands.me)
    if share_id is not None:
        withdraw_share(keeper=hands.keeper, account=hands.account, share_id=share_id).result()


def _others_share(hands: Hands) -> str | None:
    return hands.one_of(
        "SELECT id FROM achievement_share WHERE student_id <> ? AND NOT withdrawn ORDER BY id", hands.me
    )


def react_to(hands: Hands) -> None:
    """Like or celebrate what somebody shared, or take that back."""
    share_id = _others_share(hands)
    if share_id is not None:
        kind = hands.chance.choice((EngagementKind.LIKE, EngagementKind.CELEBRATE))
        present = hands.chance.random() < 0.7
        react(keeper=hands.keeper, account=hands.account, share_id=share_id, engagement=kind, present=present).result()


def comment(hands: Hands) -> None:
    """Say something about what somebody shared."""
    share_id = _others_share(hands)
    if share_id is not None:
        words = hands.chance.random() < 0.4
        hands.put(
            Comment(
                org_id=hands.cast.org,
                id=hands.new_id(),
                share_id=share_id,
                author_id=hands.me,
                author_name=hands.account.display_name,
                phrase_id=None if words else "well_done",
                text="Nice" if words else "",
                at=hands.now(),
            )
        )


def take_comment_back(hands: Hands) -> None:
    """Take a comment back."""
    found = hands.one_of("SELECT id FROM comment WHERE author_id = ? AND NOT withdrawn ORDER BY id", hands.me)
    if found is not None:
        hands.write(lambda writing: writing.edit(Comment, found, {"withdrawn": True}))


def report(hands: Hands) -> None:
    """Say that something is not all right."""
    share_id = _others_share(hands)
    if share_id is not None:
        report_id = derived_id("report", hands.me, share_id)
        if not hands.ids("SELECT id FROM item_report WHERE id = ?", report_id):
            hands.put(
                ItemReport(
                    org_id=hands.cast.org,
                    id=report_id,
                    target_type="share",
                    target_id=share_id,
                    reporter_id=hands.me,
                    reason="unkind",
                    at=hands.now(),
                )
            )


def block(hands: Hands) -> None:
    """Block somebody, or let them be seen again."""
    other = hands.chance.choice([user for user in sorted(hands.cast.people.values()) if user != hands.me])
    hands.put(
        SocialEngagement(
            org_id=hands.cast.org,
            id=derived_id(hands.me, EngagementKind.BLOCK, other),
            actor_user_id=hands.me,
            target_type="user",
            target_id=other,
            engagement=EngagementKind.BLOCK,
            at=hands.now(),
            present=hands.chance.random() < 0.6,
        )
    )


def prefer(hands: Hands) -> None:
    """Change one's own settings."""
    changes: dict[str, Any] = {
        "boards": hands.chance.random() < 0.6,
        "text_percent": hands.chance.choice([100, 125, 150]),
    }
    hands.put_or_edit(SharingPreferences(org_id=hands.cast.org, id=hands.me, **changes), changes)


def profile(hands: Hands) -> None:
    """Say who one is."""
    changes: dict[str, Any] = {
        "scope": hands.chance.choice(SCOPES),
        "bio_text": hands.chance.choice(["", "I like Bach"]),
    }
    record = PublicProfile(org_id=hands.cast.org, id=hands.me, display_name=hands.account.display_name, **changes)
    hands.put_or_edit(record, changes)


# -- staff


def _own_class(hands: Hands) -> str | None:
    return hands.one_of("SELECT id FROM school_class WHERE teacher_id = ? ORDER BY id", hands.me)


def _own_student(hands: Hands) -> str | None:
    sql = (
        "SELECT e.student_id FROM class_enrollment AS e JOIN school_class AS c ON c.id = e.class_id "
        "WHERE c.teacher_id = ? AND e.present ORDER BY 1"
    )
    return hands.one_of(sql, hands.me)


def set_policy(hands: Hands) -> None:
    """Change the rules of a class."""
    class_id = _own_class(hands)
    if class_id is not None:
        kinds = [AchievementType.BADGE] if hands.chance.random() < 0.7 else [AchievementType.STREAK_MILESTONE]
        changes: dict[str, Any] = {
            "sharing_enabled": hands.chance.random() < 0.7,
            "allowed_types": tuple(kinds),
            "comment_mode": hands.chance.choice(["off", "phrases", "moderated"]),
        }
        hands.put_or_edit(ClassPolicy(org_id=hands.cast.org, id=class_id, **changes), changes)


def moderate(hands: Hands) -> None:
    """Decide about a share or a comment."""
    kind, table = hands.chance.choice((("share", "achievement_share"), ("comment", "comment")))
    target = hands.one_of(f"SELECT id FROM {table} ORDER BY id")
    if target is not None:
        hands.put(
            ModerationAction(
                org_id=hands.cast.org,
                id=hands.new_id(),
                target_type=kind,
                target_id=target,
                actor_id=hands.me,
                action=hands.chance.choice(["approve", "hide", "restore", "remove", "approve_message"]),
                at=hands.now(),
            )
        )


def narrow(hands: Hands) -> None:
    """Narrow one student, or lift that."""
    student = _own_student(hands)
    if student is not None:
        scope = hands.chance.choice((None, *SCOPES))
        row_id = derived_id("override", hands.me, student)
        record = SharingOverride(org_id=hands.cast.org, id=row_id, student_id=student, teacher_id=hands.me, scope=scope)
        hands.put_or_edit(record, {"scope": scope})


def rest(hands: Hands) -> None:
    """Mark a holiday of a class, or unmark it."""
    class_id = _own_class(hands)
    if class_id is not None:
        day = f"2026-01-{hands.chance.randint(5, 12):02d}"
        hands.put(
            RestDay(
                org_id=hands.cast.org,
                id=derived_id("rest", class_id, day),
                class_id=class_id,
                day=day,
                present=hands.chance.random() < 0.7,
            )
        )


def put_in_the_light(hands: Hands) -> None:
    """Highlight a share for a class."""
    class_id, share_id = _own_class(hands), hands.one_of("SELECT id FROM achievement_share ORDER BY id")
    if class_id is not None and share_id is not None:
        hands.put(
            Highlight(
                org_id=hands.cast.org,
                id=derived_id("highlight", class_id, share_id),
                class_id=class_id,
                share_id=share_id,
                kind="teacher",
                from_at=hands.now(),
                until_at=hands.now() + 7 * 24 * HOUR,
                present=hands.chance.random() < 0.7,
            )
        )


def recognise(hands: Hands) -> None:
    """Recognise a contribution by hand."""
    student = _own_student(hands)
    if student is not None:
        now = hands.now()
        hands.put(
            RoleEngagement(
                org_id=hands.cast.org,
                id=hands.new_id(),
                user_id=student,
                skill_role_id="role-1",
                source="by_hand",
                ref_id=hands.me,
                occurred_on="2026-01-05",
                occurred_at=now,
            )
        )


def write_to(hands: Hands) -> None:
    """Write to a student."""
    student = _own_student(hands)
    if student is not None:
        hands.put(
            Message(
                org_id=hands.cast.org,
                id=hands.new_id(),
                from_user_id=hands.me,
                to_user_id=student,
                subject="Practice",
                body="Try bar 12 slowly.",
                created_at=hands.now(),
            )
        )


def announce(hands: Hands) -> None:
    """Tell a class something."""
    class_id = _own_class(hands)
    if class_id is not None:
        hands.put(
            Announcement(
                org_id=hands.cast.org,
                id=hands.new_id(),
                title="Concert",
                content="On Friday",
                publish_at=hands.now(),
                class_id=class_id,
            )
        )


def limit(hands: Hands) -> None:
    """A guardian narrows their child, or lifts that."""
    student = hands.cast.people["ada"]
    scope = hands.chance.choice((None, *SCOPES))
    row_id = derived_id("limit", hands.me, student)
    record = GuardianLimit(org_id=hands.cast.org, id=row_id, student_id=student, guardian_id=hands.me, scope=scope)
    hands.put_or_edit(record, {"scope": scope})


OF_STUDENTS: tuple[Deed, ...] = (
    *(play, play, play, play, share, share, share, take_back, react_to, react_to, react_to),
    *(comment, comment, take_comment_back, report, block, prefer, prefer, profile),
)
OF_TEACHERS: tuple[Deed, ...] = (
    *(set_policy, set_policy, moderate, moderate, moderate, narrow, rest, put_in_the_light, recognise),
    *(write_to, announce, react_to, comment),
)
OF_GUARDIANS: tuple[Deed, ...] = (limit, limit, react_to)
