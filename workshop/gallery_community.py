"""Readings about words, profiles, moderation and families, for looking at views without a mirror."""

from __future__ import annotations

import msgspec

from app.store.community_readings import (
    ChildPage,
    ClassRules,
    CommentCard,
    ProfilePage,
    QueueCard,
    SeenAs,
    SharingSettings,
    Who,
)
from app.store.readings import Account
from app.store.showcase_readings import ShowcaseCard, ShowcaseDesk, ShowcaseItem
from domain.community.audience import who_sees
from domain.community.hints import Hint, describe
from domain.community.phrases import bio_phrases, comment_phrases, report_reasons, showcase_titles
from domain.community.profiles import LastActivity
from domain.community.visibility import Relation, Visible
from domain.music.say import Say
from domain.records.community import AchievementType, ModerationState, Scope
from domain.records.identity import AccessRole
from workshop.cast import SCHOOL
from workshop.gallery_readings import BADGES, FEED, MINUTE, NOW

GUARDIAN = Account(user_id="g1", org_id="o", role=AccessRole.GUARDIAN, display_name="Mr Finch", avatar="heron")


OPEN_SHARE = msgspec.structs.replace(FEED[0], comment_mode="moderated", comments=3)


def comment(number: int, name: str, phrase: str | None, text: str = "", **more: object) -> CommentCard:
    """A comment on the first share."""
    fields: dict[str, object] = {
        "comment_id": f"c{number}",
        "share_id": "sh1",
        "author_id": name,
        "author_name": name,
        "phrase": comment_phrases().get(phrase or ""),
        "text": text,
        "at": NOW - (9 - number) * 6 * MINUTE,
        "mine": False,
        "waits": False,
        "confirmed": True,
    }
    return CommentCard(**{**fields, **more})  # type: ignore[arg-type]


COMMENTS = (
    comment(1, "Golden Wren", "well_done"),
    comment(2, "Calm Panda", "so_much_practice"),
    comment(3, "Ms Rivera", None, "You kept the beat through every bar."),
    comment(
        4, "Blue Finch", None, "The second half was so fast!", author_id="u1", mine=True, waits=True, confirmed=False
    ),
)

_SCOPES = (Scope.PRIVATE, Scope.FAMILY, Scope.CLASS, Scope.SCHOOL)
SETTINGS = SharingSettings(
    default_scope=Scope.CLASS,
    effective_scope=Scope.CLASS,
    automatic=(AchievementType.BADGE,),
    world=False,
    boards=False,
    scopes=_SCOPES,
    who_sees=who_sees(Scope.CLASS),
    narrowed_because=None,
    switched_off=(AchievementType.CHALLENGE_SCORE,),
)
ME = Who(user_id="u1", display_name="Blue Finch", avatar="finch")
PROFILE = ProfilePage(
    who=ME,
    bio_phrase="learning_to_read",
    bio=bio_phrases()["learning_to_read"],
    bio_text="",
    bio_waits=False,
    region="North side",
    scope=Scope.CLASS,
    effective_scope=Scope.CLASS,
    who_sees=who_sees(Scope.CLASS),
    narrowed_because=None,
    styling="ocean",
    showcase=BADGES[:3],
    shares=(FEED[2],),
    points=12_480,
    badges=6,
    streak_days=9,
    mine=True,
    scopes=_SCOPES,
    regions=("North side", "River side"),
)
OTHERS_PROFILE = ProfilePage(
    who=Who(user_id="Silver Fox", display_name="Silver Fox", avatar="fox"),
    bio_phrase="love_rhythm",
    bio=bio_phrases()["love_rhythm"],
    bio_text="",
    bio_waits=False,
    region=None,
    scope=Scope.CLASS,
    effective_scope=Scope.CLASS,
    who_sees=who_sees(Scope.CLASS),
    narrowed_because=None,
    styling="plain",
    showcase=BADGES[3:6],
    shares=FEED[:1],
    points=8_310,
    badges=4,
    streak_days=1,
    mine=False,
)


def item(number: int, kind: AchievementType, title: str, scope: Scope | None, **more: object) -> ShowcaseItem:
    """Something earned, shared so far or not at all."""
    fields: dict[str, object] = {
        "item_id": f"i{number}",
        "achievement_type": kind,
        "achievement_id": f"a{number}",
        "title": Say("{words}", {"words": title}),
        "scope": scope,
        "who_sees": who_sees(scope) if scope is not None else Say("Only you: it is not shared yet"),
    }
    return ShowcaseItem(**{**fields, **more})  # type: ignore[arg-type]


ITEMS = (
    item(1, AchievementType.BADGE, "Sight-reader", Scope.CLASS, icon="sight_reader", level=3, have=23, need=50),
    item(2, AchievementType.STREAK_MILESTONE, "30 days of music in a row", Scope.CLASS),
    item(3, AchievementType.PERSONAL_BEST, "A new best: Treble notes from C4 to A4", Scope.FAMILY),
    item(4, AchievementType.BADGE, "Night owl", None, icon="ear_trainer", level=1, rarity="rare"),
    item(5, AchievementType.POINTS_MILESTONE, "10000 points", None),
    item(6, AchievementType.SKILL_MASTERY, "Mastered: dotted rhythms", Scope.CLASS),
    item(7, AchievementType.CHALLENGE_SCORE, "Everything right: Echo in thirds", None),
    item(8, AchievementType.COLLECTION_COMPLETE, "All of: First steps", Scope.SCHOOL),
    item(9, AchievementType.SEQUENCE_MILESTONE, "Finished: Reading in the treble", None),
    item(10, AchievementType.LEVEL_ADVANCEMENT, "Level 3 in Rhythm mirror", None),
    item(11, AchievementType.ASSIGNMENT_STREAK, "5 assignments in time", None),
)
SHOWCASE = ShowcaseCard(
    showcase_id="w1",
    title=showcase_titles()["best"],
    title_phrase="best",
    own_title="All my Mondays",
    title_waits=True,
    items=ITEMS[:4],
    scope=Scope.CLASS,
    effective_scope=Scope.CLASS,
    who_sees=who_sees(Scope.CLASS),
    narrowed_because=None,
)
SHOWCASE_DESK = ShowcaseDesk(card=SHOWCASE, choices=ITEMS[4:], scopes=_SCOPES)
EMPTY_DESK = ShowcaseDesk(
    card=msgspec.structs.replace(
        SHOWCASE, items=(), own_title="", title_waits=False, scope=Scope.PRIVATE, effective_scope=Scope.PRIVATE,
        who_sees=who_sees(Scope.PRIVATE),
    ),
    choices=ITEMS,
    scopes=_SCOPES,
)  # fmt: skip
# How far a badge is on its way is its owner's and the teachers' to know.
_TOLD = (msgspec.structs.replace(ITEMS[0], have=0, need=0), ITEMS[1])
OTHERS_SHOWCASE = msgspec.structs.replace(SHOWCASE, own_title="", title_waits=False, items=_TOLD)
PROFILE = msgspec.structs.replace(PROFILE, showcases=(SHOWCASE,), school=SCHOOL, active=LastActivity(day=None))
OTHERS_PROFILE = msgspec.structs.replace(
    OTHERS_PROFILE, showcases=(OTHERS_SHOWCASE,), school=SCHOOL, active=LastActivity(day="2026-11-09")
)


def seen_as(relation: Relation) -> SeenAs:
    """The student's share: classmates and adults see it, other schools do not."""
    there = relation not in (Relation.STUDENT_ELSEWHERE, Relation.SCHOOLMATE)
    return SeenAs(
        relation=relation,
        visible=Visible.YES if there else Visible.NO,
        may_comment=there,
        card=FEED[0] if there else None,
    )


def waiting(number: int, name: str, avatar: str, text: str, **more: object) -> QueueCard:
    """Something in the adults' queue."""
    fields: dict[str, object] = {
        "target_type": "comment",
        "target_id": f"q{number}",
        "part": "item",
        "author": Who(user_id=name, display_name=name, avatar=avatar),
        "title": "",
        "text": text,
        "state": ModerationState.PENDING,
        "word": "pending",
        "hints": (),
        "urgent": False,
        "reasons": (),
        "waiting_since": NOW - number * 40 * MINUTE,
        "clean": True,
    }
    return QueueCard(**{**fields, **more})  # type: ignore[arg-type]


QUEUE = (
    waiting(
        1,
        "Quiet Mole",
        "mole",
        "I don't want to be here any more",
        hints=(describe(Hint.SELF_HARM),),
        urgent=True,
        clean=False,
    ),
    waiting(
        2,
        "Golden Wren",
        "wren",
        "Call me after school: 555 0134",
        hints=(describe(Hint.PERSONAL_DATA),),
        clean=False,
    ),
    waiting(
        3,
        "Silver Fox",
        "fox",
        "",
        target_type="share",
        title="Sight-reader III",
        state=ModerationState.REPORTED,
        word="reported",
        reasons=(report_reasons()["not_true"],),
        hints=(describe(Hint.REPORTED),),
        clean=False,
    ),
    waiting(4, "Calm Panda", "panda", "Wow, the left hand never stops."),
    waiting(
        5, "Blue Finch", "finch", "My hands know the way now.", target_type="share", part="message", title="Pianist II"
    ),
)
RULES = ClassRules(
    class_id="c1",
    sharing_enabled=True,
    allowed_types=tuple(kind for kind in AchievementType if kind is not AchievementType.CHALLENGE_SCORE),
    default_scope=Scope.CLASS,
    comment_mode="phrases",
)
CHILDREN = (ME, Who(user_id="u2", display_name="Sunny Lark", avatar="lark"))
CHILD = ChildPage(
    who=ME,
    shares=(msgspec.structs.replace(FEED[2], mine=False, message_waits=False),),
    badges=BADGES[:4],
    profile=PROFILE,
    limit=Scope.CLASS,
    community_agreed=False,
    words=COMMENTS[:2],
)
BLOCKED = (Who(user_id="u9", display_name="Loud Crow", avatar="crow"),)
