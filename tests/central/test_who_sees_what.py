"""Mirrors hold what their account may see and nothing else; narrowing takes rows out again. On both databases."""

from __future__ import annotations

import msgspec
import pytest
from small_school import School

from domain.community.moderation import digest
from domain.community.sharing import reaction_id
from domain.records.achievements import BadgeAward, PointsEntry, PointsReason
from domain.records.community import (
    AchievementShare,
    AchievementType,
    ClassPolicy,
    Comment,
    EngagementCounts,
    EngagementKind,
    GuardianLimit,
    ItemReport,
    ModerationAction,
    ModerationState,
    Scope,
    SharingOverride,
    SharingPreferences,
    SocialEngagement,
)
from domain.records.identity import Member, RosterName, SchoolClass, SignInTile
from domain.records.ids import derived_id
from domain.records.progress import Performance, StudentAttempt


def viewers(school: School, share: AchievementShare) -> set[str]:
    """Who has the share in their mirror."""
    people = ("ada", "bo", "cy", "teacher", "other_teacher", "guardian")
    return {who for who in people if share.id in school.mirror(getattr(school, who)).rows(AchievementShare)}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.PRIVATE, {"ada"}),
        (Scope.FAMILY, {"ada", "guardian"}),
        (Scope.CLASS, {"ada", "guardian", "bo", "teacher"}),
        (Scope.SCHOOL, {"ada", "guardian", "bo", "teacher", "cy", "other_teacher"}),
        (Scope.PUBLIC, {"ada", "guardian", "bo", "teacher", "cy", "other_teacher"}),
    ],
)
def test_a_share_reaches_its_scope(school: School, scope: Scope, expected: set[str]) -> None:
    share = school.share(school.ada, scope)
    assert school.push(school.ada, share) == ["ok"]
    assert viewers(school, share) == expected


def test_narrowing_and_unsharing_take_a_share_out_of_mirrors(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    school.push(school.ada, share)
    assert "cy" in viewers(school, share)
    assert school.edit(school.ada, share, scope="class") == "ok"
    assert viewers(school, share) == {"ada", "guardian", "bo", "teacher"}
    assert school.edit(school.ada, share, withdrawn=True) == "ok"
    assert viewers(school, share) == {"ada"}


def test_the_strictest_adult_wins_and_lifting_gives_it_back(school: School) -> None:
    share = school.share(school.ada, Scope.CLASS)
    school.push(school.ada, share)
    override = SharingOverride(
        org_id=school.org_id, id="o", student_id=school.ada, teacher_id=school.teacher, scope=Scope.FAMILY
    )
    assert school.push(school.teacher, override) == ["ok"]
    assert viewers(school, share) == {"ada", "guardian"}
    assert school.edit(school.teacher, override, scope=None) == "ok"
    assert "bo" in viewers(school, share)
    limit = GuardianLimit(
        org_id=school.org_id, id="g", student_id=school.ada, guardian_id=school.guardian, scope=Scope.FAMILY
    )
    assert school.push(school.guardian, limit) == ["ok"]
    assert viewers(school, share) == {"ada", "guardian"}


def test_a_class_that_stops_sharing_loses_what_was_shared(school: School) -> None:
    share = school.share(school.ada, Scope.SCHOOL)
    school.push(school.ada, share)
    policy = ClassPolicy(org_id=school.org_id, id=school.class_id, sharing_enabled=False)
    assert school.push(school.teacher, policy) == ["ok"]
    assert viewers(school, share) == {"ada", "guardian"}


def test_a_type_that_is_switched_off_in_the_class_is_not_shown(school: School) -> None:
    share = school.share(school.ada, Scope.CLASS)
    school.push(school.ada, share)
    policy = ClassPolicy(org_id=school.org_id, id=school.class_id, allowed_types=(AchievementType.BADGE,))
    assert school.push(school.teacher, policy) == ["ok"]
    assert "bo" not in viewers(school, share)


def test_leaving_a_class_takes_everything_of_it_along(school: School) -> None:
    share, attempt = school.share(school.ada, Scope.CLASS), school.attempt(school.ada)
    school.push(school.ada, attempt, share)
    assert attempt.id in school.mirror(school.teacher).rows(StudentAttempt)
    school.centre.school.leave(school.org_id, school.ada, school.class_id)
    assert viewers(school, share) == {"ada", "guardian"}
    teacher = school.mirror(school.teacher)
    assert attempt.id not in teacher.rows(StudentAttempt)
    assert school.ada not in teacher.rows(Member)
    assert school.class_id not in school.mirror(school.ada).rows(SchoolClass)
    school.centre.school.enrol(school.org_id, school.ada, [school.class_id])
    assert attempt.id in school.mirror(school.teacher).rows(StudentAttempt)
    assert "bo" in viewers(school, share)


def test_a_badge_is_shown_to_others_once_the_centre_agrees(school: School) -> None:
    award = BadgeAward(
        org_id=school.org_id,
        id="award-" + school.ada,
        user_id=school.ada,
        badge_id="b",
        level=1,
        crossed_at=1,
        awarded_at=1,
    )
    share = school.share(school.ada, achievement_type=AchievementType.BADGE, achievement_id=award.id)
    assert school.push(school.ada, share) == ["ok"]
    assert viewers(school, share) == {"ada"}
    school.centre.school.within(school.org_id, lambda unit: unit.add_missing([award]))
    assert viewers(school, share) == {"ada", "guardian", "bo", "teacher"}


def test_a_personal_text_waits_for_an_adult(school: School) -> None:
    share = school.share(school.ada, message="I did it")
    school.push(school.ada, share)

    def message(who: str) -> str:
        return school.mirror(who).rows(AchievementShare)[share.id].message

    assert (message(school.bo), message(school.ada), message(school.teacher)) == ("", "I did it", "I did it")
    approve = ModerationAction(
        org_id=school.org_id,
        id="m" + school.ada,
        target_type="share",
        target_id=share.id,
        actor_id=school.teacher,
        action="approve_message",
        at=school.clock(),
        text_seen=digest("I did it"),
    )
    assert school.push(school.bo, approve) == ["not_allowed"]
    assert school.push(school.teacher, approve) == ["ok"]
    assert message(school.bo) == "I did it"
    assert school.edit(school.ada, share, message="something else") == "ok"
    assert message(school.bo) == ""


def test_hiding_removes_and_two_reports_hide(school: School) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    hide = ModerationAction(
        org_id=school.org_id,
        id="h" + school.ada,
        target_type="share",
        target_id=share.id,
        actor_id=school.teacher,
        action="hide",
        at=school.clock(),
    )
    assert school.push(school.other_teacher, msgspec.structs.replace(hide, actor_id=school.other_teacher)) == [
        "not_your_student"
    ]
    assert school.push(school.teacher, hide) == ["ok"]
    assert "bo" not in viewers(school, share)
    assert "teacher" in viewers(school, share)
    second = school.share(school.bo, Scope.SCHOOL)
    school.push(school.bo, second)
    for number, reporter in enumerate((school.ada, school.cy)):
        report = ItemReport(
            org_id=school.org_id,
            id=derived_id("report", second.id, reporter),
            target_type="share",
            target_id=second.id,
            reporter_id=reporter,
            reason="unkind",
            at=school.clock(),
        )
        assert school.push(reporter, report) == ["ok"]
        state = school.mirror(school.bo).rows(AchievementShare)[second.id].moderation
        assert state is (ModerationState.REPORTED, ModerationState.HIDDEN)[number]
    assert second.id not in school.mirror(school.ada).rows(AchievementShare)


def test_comments_and_reactions_are_counted_once(school: School) -> None:
    share = school.share(school.ada)
    school.push(school.ada, share)
    like = SocialEngagement(
        org_id=school.org_id,
        id=reaction_id(school.bo, EngagementKind.LIKE, share.id),
        actor_user_id=school.bo,
        target_type="share",
        target_id=share.id,
        engagement=EngagementKind.LIKE,
        at=school.clock(),
    )
    phrase = Comment(
        org_id=school.org_id,
        id="c" + school.bo,
        share_id=share.id,
        author_id=school.bo,
        author_name="x",
        phrase_id="well_done",
        at=school.clock(),
    )
    words = msgspec.structs.replace(phrase, id="w" + school.bo, phrase_id=None, text="hello")
    assert school.push(school.bo, like, like, phrase, words) == ["ok", "ok", "ok", "no_words"]
    counts = school.mirror(school.ada).rows(EngagementCounts)[share.id]
    assert (counts.likes, counts.celebrations, counts.comments) == (1, 0, 1)
    theirs = reaction_id(school.cy, EngagementKind.LIKE, share.id)
    stranger = msgspec.structs.replace(like, id=theirs, actor_user_id=school.cy)
    assert school.push(school.cy, stranger) == ["nothing_there"]
    assert school.push(
        school.ada,
        msgspec.structs.replace(
            like, id=reaction_id(school.ada, EngagementKind.LIKE, share.id), actor_user_id=school.ada
        ),
    ) == ["not_allowed"]
    assert school.edit(school.bo, like, present=False) == "ok"
    assert school.mirror(school.ada).rows(EngagementCounts)[share.id].likes == 0


def test_free_words_wait_for_an_adult(school: School) -> None:
    policy = ClassPolicy(org_id=school.org_id, id=school.class_id, comment_mode="moderated")
    share = school.share(school.ada)
    school.push(school.teacher, policy)
    school.push(school.ada, share)
    words = Comment(
        org_id=school.org_id,
        id="w" + school.bo,
        share_id=share.id,
        author_id=school.bo,
        author_name="x",
        text="hello",
        at=school.clock(),
    )
    assert school.push(school.bo, words) == ["ok"]
    assert words.id not in school.mirror(school.ada).rows(Comment)
    assert words.id in school.mirror(school.teacher).rows(Comment)
    approve = ModerationAction(
        org_id=school.org_id,
        id="a" + school.bo,
        target_type="comment",
        target_id=words.id,
        actor_id=school.teacher,
        action="approve",
        at=school.clock(),
        seen=ModerationState.PENDING,
        text_seen=digest("hello"),
    )
    assert school.push(school.teacher, approve) == ["ok"]
    assert words.id in school.mirror(school.ada).rows(Comment)


def test_notes_stay_with_their_student_and_roster_names_with_the_staff(school: School) -> None:
    attempt = school.attempt(school.ada)
    notes = Performance(
        org_id=school.org_id, id=attempt.id, student_id=school.ada, input_kind="midi", events=((0, 60, 80),)
    )
    name = RosterName(org_id=school.org_id, id=school.ada, given_name="Ada", family_name="L")
    school.centre.school.put(name)
    school.push(school.ada, attempt, notes)
    assert notes.id in school.mirror(school.ada).rows(Performance)
    assert notes.id not in school.mirror(school.teacher).rows(Performance)
    assert school.ada in school.mirror(school.teacher).rows(RosterName)
    assert school.ada not in school.mirror(school.bo).rows(RosterName)
    assert attempt.id not in school.mirror(school.other_teacher).rows(StudentAttempt)


def test_boards_show_only_who_agreed(school: School) -> None:
    def points(who: str) -> PointsEntry:
        return PointsEntry(
            org_id=school.org_id,
            id="p" + who,
            student_id=who,
            points=10,
            reason=PointsReason.STREAK,
            ref_type="streak",
            ref_id="r",
            earned_at=1,
            earned_on="2026-11-20",
        )

    entries = [points(school.ada), points(school.bo)]
    school.centre.school.within(school.org_id, lambda unit: unit.add_missing(entries))
    preferences = SharingPreferences(org_id=school.org_id, id=school.ada, boards=True)
    assert school.push(school.ada, preferences) == ["ok"]
    assert set(school.mirror(school.bo).rows(PointsEntry)) == {"p" + school.ada, "p" + school.bo}
    assert set(school.mirror(school.ada).rows(PointsEntry)) == {"p" + school.ada}
    assert school.edit(school.ada, preferences, boards=False) == "ok"
    assert set(school.mirror(school.bo).rows(PointsEntry)) == {"p" + school.bo}


def test_sign_in_tiles_reach_the_machine_alone(school: School) -> None:
    tiles = school.mirror("machine").rows(SignInTile)
    assert {school.ada, school.bo, school.cy, school.teacher} <= set(tiles)
    assert tiles[school.ada].classes == [(school.class_id, "5a")]
    assert not school.mirror(school.ada).rows(SignInTile)
    assert not school.mirror(school.teacher).rows(SignInTile)


def test_the_display_holds_only_what_the_room_may_see(school: School) -> None:
    centre = school.centre
    shown = centre.machines.kiosk_code("Wall")
    assert centre.machines.kiosk_status(shown.poll_token).paired is False
    centre.machines.claim(school.org_id, school.class_id, shown.code.lower().replace("-", " "))
    status = centre.machines.kiosk_status(shown.poll_token)
    device = centre.machines.device(status.token)
    share, private = school.share(school.ada), school.share(school.ada, Scope.FAMILY)
    school.push(school.ada, share, private, school.attempt(school.ada))
    wall = school.mirror(status.user_id, device)
    assert set(wall.rows(AchievementShare)) == {share.id}
    assert not wall.rows(StudentAttempt)
    assert not wall.rows(Member)
    report = ItemReport(
        org_id=school.org_id,
        id="r" + school.ada,
        target_type="share",
        target_id=share.id,
        reporter_id=school.bo,
        reason="unkind",
        at=school.clock(),
    )
    school.push(school.bo, report)
    assert not school.mirror(status.user_id, device).rows(AchievementShare)
