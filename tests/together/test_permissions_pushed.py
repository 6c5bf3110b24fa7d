"""The permissions of the document, by what the centre takes from whom: each act pushed by each role."""

from __future__ import annotations

from collections.abc import Callable

from together import Seat, Together, changed

from app.store.moments import post_moment
from domain.achievements.engagements import recorded_by_hand
from domain.achievements.grow import APPROVED
from domain.community.highlights import by_teacher
from domain.community.permissions import Act, Reach, allowed
from domain.community.sharing import reaction_id
from domain.records import Record
from domain.records.achievements import SkillRole
from domain.records.community import (
    ClassPolicy,
    Comment,
    EngagementKind,
    GuardianLimit,
    ItemReport,
    ModerationAction,
    ModerationState,
    PublicProfile,
    Scope,
    SharingOverride,
    SharingPreferences,
    Showcase,
    SocialEngagement,
)

# What each role is to a share of Ada's that her class sees: the reaches in which the item stands to the person.
STANDS = {
    "bo": {Reach.SEEN},
    "teacher": {Reach.SEEN, Reach.CLASS},
    "admin": {Reach.SEEN, Reach.ORG},
    "guardian": {Reach.SEEN, Reach.CHILD},
    "far": set(),
    "other_teacher": set(),
    "display": {Reach.SEEN},
}


def acts(together: Together, share_id: str) -> dict[Act, Callable[[Seat], Record]]:
    """How each act about Ada's share, or Ada, is pushed."""
    org, ada = together.org_id, together.ada.account.user_id

    def me(seat: Seat) -> str:
        return seat.account.user_id

    def engaged(kind: EngagementKind) -> Callable[[Seat], Record]:
        return lambda seat: SocialEngagement(
            org_id=org,
            id=reaction_id(me(seat), kind, share_id),
            actor_user_id=me(seat),
            target_type="share",
            target_id=share_id,
            engagement=kind,
            at=together.time(),
        )

    def decided(action: str, target: str = "share") -> Callable[[Seat], Record]:
        return lambda seat: ModerationAction(
            org_id=org,
            id=f"{action}-{me(seat)}",
            target_type=target,
            target_id=ada if target == "user" else share_id,
            actor_id=me(seat),
            action=action,
            at=together.time(),
            seen=ModerationState.PENDING,
            until=together.time() + 10_000_000 if action == "mute" else None,
        )

    return {
        Act.LIKE: engaged(EngagementKind.LIKE),
        Act.CELEBRATE: engaged(EngagementKind.CELEBRATE),
        Act.COMMENT: lambda seat: Comment(
            org_id=org,
            id=f"c-{me(seat)}",
            share_id=share_id,
            author_id=me(seat),
            author_name="",
            phrase_id="well_done",
            at=together.time(),
        ),
        Act.REPORT: lambda seat: ItemReport(
            org_id=org,
            id=f"r-{me(seat)}",
            target_type="share",
            target_id="nothing" if me(seat) == ada else share_id,
            reporter_id=me(seat),
            reason="unkind",
            at=together.time(),
        ),
        Act.ARRANGE_SHOWCASE: lambda seat: Showcase(
            org_id=org, id=f"w-{me(seat)}", student_id=ada, title_phrase="proud", items=(share_id,), made_at=1
        ),
        Act.APPROVE: decided("approve"),
        Act.MUTE: decided("mute", "user"),
        Act.SET_CLASS_POLICY: lambda _seat: ClassPolicy(org_id=org, id=together.class_id, comment_mode="moderated"),
        Act.OVERRIDE_STUDENT: lambda seat: SharingOverride(
            org_id=org, id=f"o-{me(seat)}", student_id=ada, teacher_id=me(seat), scope=None
        ),
        Act.SET_FAMILY_LIMIT: lambda seat: GuardianLimit(
            org_id=org, id=f"g-{me(seat)}", student_id=ada, guardian_id=me(seat), scope=Scope.SCHOOL
        ),
        Act.HIGHLIGHT: lambda seat: changed(
            by_teacher(
                org_id=org,
                class_id=together.class_id,
                share_id=share_id,
                note="",
                from_at=together.time(),
                until_at=together.time() + 1,
            ),
            id=f"h-{me(seat)}",
        ),
        Act.RECOGNISE: lambda seat: recorded_by_hand(
            org_id=org,
            user_id=ada,
            skill_role_id="role",
            teacher_id=me(seat),
            day="2026-11-20",
            note=me(seat),
            at=together.time(),
        ),
        # The last: it closes the share.
        Act.WITHDRAW: decided("withdraw"),
    }


def test_the_centre_takes_what_the_matrix_allows_and_nothing_else(together: Together) -> None:
    together.centre.school.put(
        SkillRole(org_id=together.org_id, id="role", role_code="pianist", role_name="Pianist", status=APPROVED)
    )
    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    wrong = []
    for act, made in acts(together, share.share_id).items():
        for name, stands in STANDS.items():
            seat: Seat = getattr(together, name)
            may = allowed(seat.account.role, act, stands)
            # A family's report, like every adult's, hides what it is about: the others come before it.
            if act is Act.REPORT and seat.account.role in ("teacher", "parent", "subscriber_admin"):
                continue
            code = seat.pushes(made(seat))
            if (code == "ok") is not may:
                wrong.append((act.value, name, code, may))
    assert wrong == []


def test_nobody_writes_for_somebody_else(together: Together) -> None:
    ada, org = together.ada.account.user_id, together.org_id
    together.all_meet()
    mine = SharingPreferences(org_id=org, id=ada, default_scope=Scope.PUBLIC)
    face = PublicProfile(org_id=org, id=ada, display_name="me", scope=Scope.PUBLIC)
    for seat in (together.bo, together.teacher, together.guardian, together.admin):
        assert seat.pushes(mine) != "ok"
        assert seat.pushes(face) != "ok"


HOSTILE = (
    "<table><tr><td>" * 40 + "x",
    "<img src=https://tracker.example/x.png>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egnp.exe",
    "a" + "\u0301" * 60,
    "'; DROP TABLE comment; --",
    "{0.__class__} %s %n",
    "☃\u200d\u200b\ufeff end",
)


def test_hostile_words_arrive_as_the_words_they_are(together: Together) -> None:
    from app.store.comments import comment_on, comments_of
    from app.store.moderating import moderation_queue
    from app.store.problems import StoreProblem
    from domain.community.texts import MOST_COMMENT, written

    kind, moment = together.gives_streak(together.ada)
    share = together.ada.does(post_moment, achievement_type=kind, achievement_id=moment, scope=Scope.CLASS)
    together.all_meet()
    kept = []
    for text in HOSTILE:
        try:
            kept.append(together.bo.does(comment_on, share_id=share.share_id, text=text).text)
        except StoreProblem:
            assert len(text) > MOST_COMMENT
    together.all_meet()
    queue = [card.text for card in together.teacher.does(moderation_queue)]
    assert sorted(queue) == sorted(kept) == sorted(written(t, 999) for t in HOSTILE if len(t) <= MOST_COMMENT)
    assert not any("\u202e" in text or "\ufeff" in text for text in queue)
    assert together.ada.does(comments_of, share_id=share.share_id) == ()
    raw = Comment(
        org_id=together.org_id,
        id="raw",
        share_id=share.share_id,
        author_id=together.bo.account.user_id,
        author_name="x",
        text="x" * 201,
        at=1,
    )
    assert together.bo.pushes(raw) == "unfit"
    assert together.bo.pushes(changed(raw, id="raw2", text="", phrase_id="not a phrase")) == "unfit"
