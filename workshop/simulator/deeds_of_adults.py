"""What teachers and guardians do at a machine: through the store's own functions, else as rows; who does what."""

from __future__ import annotations

from typing import Any

from app.store.appealing import answer_appeal
from app.store.assigning import drop_group, keep_group, put_away
from app.store.family import set_family_limit, set_family_news, withdraw_childs
from app.store.governing import set_organisation_rules, write_guidelines
from app.store.listening import decide_doubt
from app.store.pathways import begin_pathway
from app.store.showing import people_to_show, show_to
from domain.community.listening import words_for
from domain.community.rules import COMMENT_MODES as MODES
from domain.records.achievements import Challenge, RestDay, RoleEngagement
from domain.records.communication import Announcement, Message
from domain.records.community import (
    AchievementType,
    ClassPolicy,
    FamilyNews,
    Highlight,
    ModerationAction,
    Scope,
    SharingOverride,
)
from domain.records.curriculum import CustomSequence
from domain.records.identity import AccessRole
from domain.records.ids import derived_id
from domain.records.outcomes import DOUBTS
from workshop.simulator.clock import HOUR
from workshop.simulator.deeds import OF_STUDENTS, SCOPES, comment, react_to, read_notices
from workshop.simulator.hands import Deed, Hands
from workshop.simulator.school import assignment, stage


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
                action=hands.chance.choice(
                    ["approve", "hide", "hide", "restore", "remove", "remove", "approve_message"]
                ),
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
    """Mark a holiday of a class or of a student, or unmark it."""
    class_id, student = _own_class(hands), _own_student(hands)
    day = f"2026-01-{hands.chance.randint(5, 12):02d}"
    if student is not None and hands.chance.random() < 0.4:
        hands.put(RestDay(org_id=hands.cast.org, id=derived_id("rest", student, day), student_id=student, day=day))
    elif class_id is not None:
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


def assign(hands: Hands) -> None:
    """Give a student work, or put some away, or bring it back."""
    student = _own_student(hands)
    given = hands.ids("SELECT id FROM student_assignment WHERE assigned_by_user_id = ? ORDER BY id", hands.me)
    if given and hands.chance.random() < 0.5:
        hands.does(put_away, assignment_ids=[hands.chance.choice(given)], away=hands.chance.random() < 0.6)
    elif student is not None:
        class_id = hands.one_of("SELECT class_id FROM class_enrollment WHERE student_id = ? ORDER BY 1", student)
        name = hands.new_id()
        hands.put(assignment(hands.cast.org, name, student, class_id or "", hands.me, hands.now()))


def group(hands: Hands) -> None:
    """Name some students, change who they are, or put a group away."""
    class_id, student = _own_class(hands), _own_student(hands)
    if class_id is None or student is None:
        return
    known = hands.one_of("SELECT id FROM student_group WHERE class_id = ? ORDER BY id", class_id)
    if known is not None and hands.chance.random() < 0.3:
        hands.does(drop_group, class_id=class_id, group_id=known)
    else:
        hands.does(keep_group, class_id=class_id, name="Early birds", student_ids=[student], group_id=known)


def pathway(hands: Hands) -> None:
    """Begin a pathway of one's own, publish it, or take it back to a draft."""
    mine = hands.one_of("SELECT id FROM custom_sequence WHERE owner_id = ? ORDER BY id", hands.me)
    if mine is None:
        hands.does(begin_pathway, name="Reading, slowly")
    else:
        status = hands.chance.choice(["draft", "published"])
        hands.write(lambda writing: writing.edit(CustomSequence, mine, {"status": status}))


def challenge(hands: Hands) -> None:
    """Set up a challenge for a class."""
    class_id = _own_class(hands)
    if class_id is not None:
        game, played = stage()
        now = hands.now()
        made = Challenge(
            org_id=hands.cast.org,
            id=hands.new_id(),
            game_id=game.game_id,
            stage_id=played.stage_id,
            name="Week of reading",
            start_at=now,
            end_at=now + 7 * 24 * HOUR,
            class_id=class_id,
        )
        hands.put(made)


def look_again(hands: Hands) -> None:
    """Answer what an author asks about something that another adult has closed."""
    asked = hands.one_of("SELECT id FROM appeal ORDER BY id")
    if asked is not None:
        hands.does(answer_appeal, appeal_id=asked, restore=hands.chance.random() < 0.6)


def listen(hands: Hands) -> None:
    """Decide about an attempt that the centre doubts."""
    kinds = ", ".join(f"'{doubt.value}'" for doubt in sorted(DOUBTS))
    doubted = hands.one_of(f"SELECT id FROM attempt_verdict WHERE verdict IN ({kinds}) ORDER BY id")
    if doubted is not None:
        counts = hands.chance.random() < 0.5
        hands.does(decide_doubt, attempt_id=doubted, counts=counts, phrase_id=hands.chance.choice([*words_for(counts)]))


def rule_all(hands: Hands) -> None:
    """An administrator changes the rules of all schools; mostly they stay wide enough to see something."""
    most = hands.chance.choice((Scope.FAMILY, Scope.CLASS, Scope.SCHOOL, Scope.PUBLIC, Scope.PUBLIC))
    kinds = [kind for kind in AchievementType if hands.chance.random() < 0.8]
    hands.does(set_organisation_rules, most_scope=most, allowed_types=kinds, comment_mode=hands.chance.choice(MODES))


def ask_of_all(hands: Hands) -> None:
    """An administrator writes what is asked of everybody."""
    hands.does(write_guidelines, text=hands.chance.choice(["Be kind.", "Be kind.\nBe brave."]))


def limit(hands: Hands) -> None:
    """A guardian narrows their child, lifts that, or agrees to the pseudonymous community."""
    scope = hands.chance.choice((None, *SCOPES))
    hands.does(set_family_limit, student_id=hands.cast.people["ada"], scope=scope)


def show_on(hands: Hands) -> None:
    """Show somebody's share to another of the class."""
    share_id = hands.one_of("SELECT id FROM achievement_share WHERE NOT withdrawn ORDER BY id")
    people = people_to_show(keeper=hands.keeper, account=hands.account, share_id=share_id).result() if share_id else ()
    if people:
        hands.does(show_to, share_id=share_id, user_id=hands.chance.choice(people).user_id)


def ask_for_news(hands: Hands) -> None:
    """A guardian says what they want to be told of."""
    hands.does(set_family_news, news=hands.chance.choice(list(FamilyNews)))


def withdraw(hands: Hands) -> None:
    """A guardian takes back what their child has shared or written."""
    kind, table, author = hands.chance.choice(
        (("share", "achievement_share", "student_id"), ("comment", "comment", "author_id"))
    )
    item = hands.one_of(f"SELECT id FROM {table} WHERE {author} = ? ORDER BY id", hands.cast.people["ada"])
    if item is not None:
        hands.does(withdraw_childs, target_type=kind, target_id=item)


OF_TEACHERS: tuple[Deed, ...] = (
    *(set_policy, set_policy, moderate, moderate, moderate, narrow, rest, put_in_the_light, recognise),
    *(
        write_to,
        announce,
        react_to,
        comment,
        assign,
        assign,
        group,
        pathway,
        challenge,
        listen,
        look_again,
        read_notices,
        show_on,
    ),
)
OF_ADMINISTRATORS: tuple[Deed, ...] = (rule_all, ask_of_all, moderate, look_again, read_notices)
OF_GUARDIANS: tuple[Deed, ...] = (limit, limit, ask_for_news, react_to, withdraw, comment, read_notices)


def of(role: AccessRole) -> tuple[Deed, ...]:
    """What somebody with this role does."""
    if role is AccessRole.STUDENT:
        return OF_STUDENTS
    if role is AccessRole.SUBSCRIBER_ADMIN:
        return OF_ADMINISTRATORS
    return OF_TEACHERS if role is AccessRole.TEACHER else OF_GUARDIANS
