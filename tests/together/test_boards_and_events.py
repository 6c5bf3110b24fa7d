"""A challenge's board, what a teacher recognises and takes back, and what is noted: from machine to machine."""

from __future__ import annotations

import pytest
from together import Seat, Together

from app.store.challenges import begin_challenge, challenge_board, challenges
from app.store.community_readings import StageChoice
from app.store.highlights import highlight_share, highlights_of, keep_in_light
from app.store.moments import post_moment
from app.store.policies import class_rules, override_student, set_class_rules
from app.store.problems import StoreProblem
from app.store.profiles import set_sharing, sharing_settings
from app.store.recognising import recognise, role_choices, take_back
from app.store.sharing import feed_page
from central.rows import Rows
from domain.achievements.grow import APPROVED
from domain.records.achievements import SkillRole
from domain.records.communication import TelemetryEvent
from domain.records.community import Scope
from domain.records.progress import AttemptSummary, AttemptVerdict, PlayType, StudentAttempt, VerdictOfCentre

STAGE = "G-00103-quiz"


def plays(together: Together, seat: Seat, score: int, verdict: VerdictOfCentre = VerdictOfCentre.VERIFIED) -> None:
    """A challenge was played, and the judge has said so."""
    made = StudentAttempt(
        org_id=together.org_id,
        id=f"{seat.account.user_id}-{score}",
        student_id=seat.account.user_id,
        game_id="G-00103",
        stage_id=STAGE,
        score=score,
        max_possible_score=1_000,
        passed=True,
        duration_ms=1_000,
        play_type=PlayType.CHALLENGE,
        session_data=AttemptSummary(judge_version=1, seed=1, level=1),
        created_at=together.time(),
        played_on="2026-11-20",
    )
    judged = AttemptVerdict(
        org_id=together.org_id,
        id=made.id,
        student_id=made.student_id,
        verdict=verdict,
        score=score,
        passed=True,
        judge_version=1,
        judged_at=together.time(),
    )
    together.centre.school.within(together.org_id, lambda unit: (unit.add_facts([made]), unit.add_missing([judged])))


def test_a_board_shows_who_agreed_by_verified_scores_with_ties(together: Together) -> None:
    together.all_meet()
    stage = StageChoice(game_id="G-00103", stage_id=STAGE, game_name="Rhythm")
    begun = together.teacher.does(
        begin_challenge, stage=stage, name="Week of rhythm", class_id=together.class_id, days=7
    )
    challenge_id = begun[0].challenge_id
    for seat in (together.ada, together.bo):
        seat.does(set_sharing, boards=True, default_scope=Scope.CLASS)
    together.all_meet()
    plays(together, together.ada, 700)
    plays(together, together.ada, 900)
    plays(together, together.bo, 900)
    plays(together, together.cy, 950)
    plays(together, together.bo, 999, VerdictOfCentre.UNVERIFIABLE)
    together.all_meet()
    board = together.bo.does(challenge_board, challenge_id=challenge_id)
    assert [(line.rank, line.score, line.me) for line in board.top] == [(1, 900, False), (1, 900, True)]
    assert board.boards_on
    assert [told.english() for told in board.card.told] == [
        "On the board of Week of rhythm",
        "Place 1 in Week of rhythm",
    ]
    [card] = together.cy.does(challenges)
    assert (card.status, card.my_best, card.my_rank) == ("active", 950, None)
    together.ada.does(set_sharing, boards=False)
    together.all_meet()
    assert len(together.bo.does(challenge_board, challenge_id=challenge_id).top) == 1
    together.time.forward(days=8)
    assert together.bo.does(challenges)[0].status == "ended"


def test_a_teacher_recognises_and_takes_back_with_a_reason(together: Together) -> None:
    role = SkillRole(org_id=together.org_id, id="role", role_code="pianist", role_name="Pianist", status=APPROVED)
    together.centre.school.put(role)
    together.all_meet()
    ada = together.ada.account.user_id
    together.teacher.does(recognise, student_id=ada, skill_role_id="role", note="played for the choir")
    [choice] = together.teacher.does(recognise, student_id=ada, skill_role_id="role", note="played for the choir")
    assert choice.count == 1
    together.all_meet()
    [entry] = choice.recorded
    with pytest.raises(StoreProblem):
        together.teacher.does(take_back, engagement_id=entry.engagement_id, reason="  ")
    together.teacher.does(take_back, engagement_id=entry.engagement_id, reason="it was somebody else")
    together.all_meet()
    [after] = together.teacher.does(role_choices, student_id=ada)
    assert (after.count, after.recorded[0].revoked_reason) == (0, "it was somebody else")
    assert together.teacher.refused() == ()
    with pytest.raises(StoreProblem):
        together.bo.does(recognise, student_id=ada, skill_role_id="role")


def test_a_pick_of_the_teacher_stands_in_the_carousel(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    together.teacher.does(highlight_share, class_id=together.class_id, share_id=share.share_id, note="Listen to this")
    together.all_meet()
    [lit] = together.bo.does(highlights_of, class_id=together.class_id)
    assert (lit.note, lit.share.share_id) == ("Listen to this", share.share_id)
    together.time.forward(days=8)
    together.all_meet()
    assert together.bo.does(highlights_of, class_id=together.class_id) == ()


def test_a_teacher_takes_out_of_the_light_what_the_rules_have_chosen_and_their_own_picks(together: Together) -> None:
    shares = []
    for seat in (together.ada, together.bo):
        kind, moment = together.gives_streak(seat)
        shares.append(seat.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS).share_id)
    together.all_meet()
    together.time.forward(days=7)
    together.centre.nightly.run(together.org_id)
    together.teacher.does(highlight_share, class_id=together.class_id, share_id=shares[0], note="Listen")
    together.all_meet()
    lit = together.bo.does(highlights_of, class_id=together.class_id)
    assert {one.kind for one in lit} > {"teacher"}
    for one in lit:
        together.teacher.does(keep_in_light, highlight_id=one.highlight_id, present=False)
    together.all_meet()
    assert together.teacher.refused() == ()
    assert together.bo.does(highlights_of, class_id=together.class_id) == ()
    assert together.centre.nightly.run(together.org_id).highlights == 0
    for one in lit:
        if one.kind == "teacher":
            together.teacher.does(keep_in_light, highlight_id=one.highlight_id, present=True)
        else:
            with pytest.raises(StoreProblem, match="Only the rules"):
                together.teacher.does(keep_in_light, highlight_id=one.highlight_id, present=True)
    with pytest.raises(StoreProblem):
        together.bo.does(keep_in_light, highlight_id=lit[0].highlight_id, present=False)
    together.all_meet()
    assert [one.kind for one in together.bo.does(highlights_of, class_id=together.class_id)] == ["teacher"]


def test_the_rules_of_a_class_hold_for_what_is_there_already(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.SCHOOL)
    together.all_meet()
    together.teacher.does(set_class_rules, class_id=together.class_id, sharing_enabled=False)
    together.all_meet()
    assert not together.teacher.does(class_rules, class_id=together.class_id).sharing_enabled
    assert together.bo.does(feed_page).shares == ()
    settings = together.ada.does(sharing_settings)
    assert settings.scopes == (Scope.PRIVATE, Scope.FAMILY)
    assert [card.share_id for card in together.guardian.does(feed_page).shares] == [share.share_id]


def test_events_say_what_is_declared_and_name_nobody(together: Together) -> None:
    kind, moment = together.gives_streak(together.ada)
    together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, message="secret", scope=Scope.CLASS)
    together.all_meet()
    with together.centre.database.reading(together.org_id) as connection:
        [event] = Rows(connection, together.org_id).where(TelemetryEvent)
    assert (event.name, event.properties["personal_message"]) == ("achievement_shared", True)
    assert together.ada.account.user_id not in repr(event)
    assert "secret" not in repr(event)
    assert list(together.ada.holds(TelemetryEvent)) == [event.id]
    together.time.forward(days=31)
    together.ada.does(set_sharing, boards=True)
    together.ada.does(set_sharing, boards=False)
    assert event.id not in together.ada.holds(TelemetryEvent)


def test_a_whole_school_has_one_board_of_who_agreed_and_may(together: Together) -> None:
    together.all_meet()
    stage = StageChoice(game_id="G-00103", stage_id=STAGE, game_name="Rhythm")
    [begun] = together.admin.does(begin_challenge, stage=stage, name="Spring", class_id=None, days=7)
    for seat in (together.ada, together.bo, together.far):
        seat.does(set_sharing, boards=True)
    together.teacher.does(override_student, student_id=together.bo.account.user_id, scope=Scope.CLASS)
    together.all_meet()
    for seat, score in ((together.ada, 700), (together.bo, 800), (together.far, 900), (together.cy, 950)):
        plays(together, seat, score)
    together.all_meet()

    def seen(seat: Seat) -> list[tuple[int, str]]:
        board = seat.does(challenge_board, challenge_id=begun.challenge_id)
        return [(line.rank, line.who.display_name) for line in board.top]

    assert seen(together.ada) == [(1, "Jolly Oboe"), (2, "Calm Lark"), (3, "Brave Otter")]
    assert seen(together.far) == [(1, "Jolly Oboe"), (2, "Brave Otter")]
    assert "Calm Lark" not in together.far.bytes_of_everything()
    assert "Quick Fox" not in together.far.bytes_of_everything()
    together.ada.does(set_sharing, boards=False)
    together.all_meet()
    assert seen(together.far) == [(1, "Jolly Oboe")]
