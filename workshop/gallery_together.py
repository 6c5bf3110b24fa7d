"""Readings about notices, points, challenges and highlights, for looking at views without a mirror."""

from __future__ import annotations

from typing import Any

import msgspec

from app.store.community_readings import (
    BoardLine,
    CalendarDay,
    ChallengeBoard,
    ChallengeCard,
    CollectionCard,
    ConsentLine,
    Growing,
    HighlightCard,
    HighlightsPage,
    MomentCard,
    NoticeCard,
    PeriodRow,
    PersonalBest,
    PointsPage,
    ProfileAs,
    StageChoice,
    StudentRules,
    Who,
)
from app.views.rooms_together import TogetherRooms
from domain.achievements.streaks import day_of, ordinal
from domain.community.highlights import rules
from domain.community.visibility import Relation
from domain.music.say import say
from domain.records.achievements import PointsReason
from domain.records.community import AchievementType, FamilyNews
from workshop import gallery_appeals as appeals
from workshop import gallery_community as community
from workshop.gallery_answers import done
from workshop.gallery_readings import BADGES, DAY, FEED, MINUTE, NOW, PREVIEW


def notice(number: int, kind: str, title: str, url: str | None, *, read: bool = False) -> NoticeCard:
    """Something to tell."""
    return NoticeCard(
        notice_id=f"n{number}",
        kind=kind,
        title=title,
        body="",
        action_url=url,
        created_at=NOW - number * 50 * MINUTE,
        read=read,
    )


NOTICES = (
    notice(1, "comment", "Golden Wren wrote something kind about: Pianist II", "share:sh3"),
    notice(2, "class_digest", "Silver Fox and 3 others shared 7 achievements", "feed:c1"),
    notice(3, "badge_released", "A new badge, and you have earned it already: Accompanist", "badge:b1", read=True),
)
_LAST = ordinal("2026-11-21")
_RESTS = (16, 17, 18, 19, 20)
DAYS = tuple(
    CalendarDay(day=day_of(_LAST - back), played=back not in _RESTS and back % 4 != 3, rest=back in _RESTS, points=80)
    for back in range(33, -1, -1)
)
WEEKS = tuple(
    PeriodRow(period=f"2026-{month:02}-{day:02}", points=points, days=days)
    for month, day, points, days in (
        (10, 12, 310, 3),
        (10, 19, 520, 4),
        (10, 26, 0, 0),
        (11, 2, 880, 6),
        (11, 9, 640, 5),
    )
)
POINTS = PointsPage(
    total=12_480,
    sources=((PointsReason.GAME_COMPLETE, 9_130), (PointsReason.BADGE_EARNED, 2_400), (PointsReason.STREAK, 950)),
    last_milestone=10_000,
    next_milestone=25_000,
    days=DAYS,
    day_streak=9,
    week_streak=6,
    weeks=WEEKS,
    months=(PeriodRow(period="2026-10", points=1_830, days=9), PeriodRow(period="2026-11", points=1_520, days=11)),
    best_week=WEEKS[3],
    best_month=None,
    moments=(
        MomentCard(
            achievement_type=AchievementType.POINTS_MILESTONE,
            achievement_id="m1",
            title=say("{points} points", points=10_000),
            at=NOW - 3 * DAY,
            shared=False,
        ),
        MomentCard(
            achievement_type=AchievementType.STREAK_MILESTONE,
            achievement_id="m2",
            title=say("{count} days of music in a row", count=7),
            at=NOW - 2 * DAY,
            shared=True,
        ),
    ),
)
NO_POINTS = msgspec.structs.replace(
    POINTS, total=0, sources=(), last_milestone=0, next_milestone=1_000, day_streak=0, week_streak=0, weeks=(),
    months=(), best_week=None, moments=(),
    days=tuple(CalendarDay(day=each.day, played=False, rest=False, points=0) for each in DAYS),
)  # fmt: skip
BESTS = (
    PersonalBest(
        game_id="G-01542", game_name="Treble notes from C4 to A4", stage_id="q", score=940, percent=94, attempts=5,
        achieved_at=NOW - DAY,
    ),
    PersonalBest(
        game_id="G-01543", game_name="Clap what you see: quavers", stage_id="q2", score=1_000, percent=100, attempts=2,
        achieved_at=NOW - 2 * DAY,
    ),
)  # fmt: skip
COLLECTIONS = (
    CollectionCard(name="persistence", badges=BADGES[2:7], held=4, done=False),
    CollectionCard(name="together", badges=BADGES[:3], held=3, done=True),
    CollectionCard(name="challenge", badges=BADGES[6:9], held=0, done=False),
)


def challenge(number: int, name: str, status: str, **more: object) -> ChallengeCard:
    """A challenge."""
    fields: dict[str, object] = {
        "challenge_id": f"ch{number}",
        "name": name,
        "description": "Everybody plays the same notes. The best try counts.",
        "game_id": "G-01542",
        "game_name": "Treble notes from C4 to A4",
        "stage_id": "G-01542-challenge",
        "seed": 7,
        "status": status,
        "start_at": NOW + (number - 2) * 7 * DAY,
        "end_at": NOW + (number - 1) * 7 * DAY,
    }
    return ChallengeCard(**{**fields, **more})  # type: ignore[arg-type]


CHALLENGES = (
    challenge(
        2, "Week of the treble clef", "active", my_best=860, my_rank=7,
        told=(say("On the board of {challenge}", challenge="Week of the treble clef"),),
    ),
    challenge(3, "Rhythm in spring", "upcoming", whole_school=True),
    challenge(1, "First of all", "ended", my_best=940, my_rank=2, description=""),
)  # fmt: skip


STAGES = (
    StageChoice(game_id="G-01542", stage_id="G-01542-challenge", game_name="Treble notes from C4 to A4"),
    StageChoice(game_id="G-01543", stage_id="G-01543-challenge", game_name="Clap what you see: quavers"),
)


def line(rank: int, name: str, avatar: str, score: int, *, me: bool = False) -> BoardLine:
    """A line of a board."""
    badge = BADGES[rank % 4]
    return BoardLine(
        rank=rank, who=Who(user_id=name, display_name=name, avatar=avatar), score=score, me=me, top_badge=badge
    )


BOARD = ChallengeBoard(
    card=CHALLENGES[0],
    top=(line(1, "Silver Fox", "fox", 990), line(2, "Golden Wren", "wren", 960), line(2, "Calm Panda", "panda", 960)),
    around=(
        line(5, "Sunny Lark", "lark", 880),
        line(6, "Quiet Mole", "mole", 870),
        line(7, "Blue Finch", "finch", 860, me=True),
        line(8, "Brave Otter", "otter", 850),
        line(9, "Loud Crow", "crow", 790),
    ),
    boards_on=True,
)
EMPTY_BOARD = msgspec.structs.replace(
    BOARD, top=(), around=(), boards_on=False, card=challenge(2, "Week of the treble clef", "active")
)
HIGHLIGHTS = HighlightsPage(
    class_id="c1",
    class_name="Piano Lab 4A",
    classes=(("c1", "Piano Lab 4A"),),
    cards=(
        HighlightCard(
            highlight_id="h1", share=FEED[0], kind="teacher", note="Listen to the left hand!", until_at=NOW + DAY
        ),
        HighlightCard(highlight_id="h2", share=FEED[1], kind="weekly", note="", until_at=NOW + DAY),
    ),
    growing=(
        Growing(who=Who(user_id="a", display_name="Sunny Lark", avatar="lark"), points=420, more=310),
        Growing(who=Who(user_id="b", display_name="Quiet Mole", avatar="mole"), points=260, more=90),
    ),
    month=(
        Growing(who=Who(user_id="c", display_name="Golden Wren", avatar="wren"), points=1_340, more=620),
        Growing(who=Who(user_id="b", display_name="Quiet Mole", avatar="mole"), points=880, more=240),
        Growing(who=Who(user_id="a", display_name="Sunny Lark", avatar="lark"), points=910, more=180),
    ),
    rules=rules(),
)
STUDENT_RULES = StudentRules(who=community.ME, override=None, muted_until=None)
CONSENTS = (
    ConsentLine(
        what=say("Schools that take part may see it under a made-up name"), granted=False, at=NOW - DAY, mine=True
    ),
    ConsentLine(
        what=say("Schools that take part may see it under a made-up name"), granted=True, at=NOW - 9 * DAY, mine=False
    ),
)


def together(**others: Any) -> TogetherRooms:
    """Rooms over these readings; any function can be replaced by name."""
    functions: dict[str, Any] = {
        "notices": lambda _account: done(NOTICES),
        "mark_read": lambda _account, _ids: done(None),
        "points_page": lambda _account: done(POINTS),
        "personal_bests": lambda _account: done(BESTS),
        "collections": lambda _account: done(COLLECTIONS),
        "moment_preview": lambda *_: done(PREVIEW),
        "post_moment": lambda *_: done(FEED[2]),
        "challenges": lambda _account: done(CHALLENGES),
        "challenge_board": lambda _account, _id: done(BOARD),
        "challenge_stages": lambda _account: done(STAGES),
        "begin_challenge": lambda _account, *_what: done(CHALLENGES),
        "highlights": lambda _account, _class: done(HIGHLIGHTS),
        "keep_in_light": lambda _account, _highlight, _present: done(None),
        "profile_as": lambda _account, relation: done(profile_as(relation)),
        "share_opened": lambda _account, _id: done(None),
        "profile_opened": lambda _account, _id: done(None),
        "highlights_opened": lambda _account, _many: done(None),
        "make_showcase": lambda _account: done(community.SHOWCASE),
        "showcase_desk": lambda _account, _id: done(community.SHOWCASE_DESK),
        "edit_showcase": lambda _account, _id, _changes: done(community.SHOWCASE_DESK),
        "remove_showcase": lambda _account, _id, _present: done(()),
        "student_rules": lambda _account, _student: done(STUDENT_RULES),
        "override_student": lambda _account, _student, scope: done(
            msgspec.structs.replace(STUDENT_RULES, override=scope)
        ),
        "mute_student": lambda _account, _student, until, _why: done(
            msgspec.structs.replace(STUDENT_RULES, muted_until=until)
        ),
        "mark_rest": lambda _account, _class, _student, day, on: done((day,) if on else ()),
        "rest_days_of": lambda _account, _whose: done(("2026-11-23", "2026-11-24")),
        "people_to_show": lambda _account, _share: done(community.CHILDREN),
        "show_to": lambda _account, _share, _user: done(None),
        "family_news": lambda _account: done(FamilyNews.DAILY),
        "set_family_news": lambda _account, news: done(news),
        "consents": lambda _account, _student: done(CONSENTS),
        "closed_things": lambda _account: done(appeals.CLOSED),
        "ask_again": lambda _account, *_target: done(appeals.CLOSED[1:]),
        "appeal_cases": lambda _account: done(appeals.CASES),
        "answer_appeal": lambda _account, _appeal, _restore, _reason: done(appeals.CASES[1:]),
    }
    return TogetherRooms(**{**functions, **others})


def profile_as(relation: Relation) -> ProfileAs:
    """The student's profile: the class sees it, other schools do not."""
    there = relation not in (Relation.STUDENT_ELSEWHERE, Relation.SCHOOLMATE)
    shown = (community.OTHERS_SHOWCASE,)
    page = msgspec.structs.replace(community.PROFILE, mine=False, scopes=(), regions=(), showcases=shown)
    return ProfileAs(relation=relation, page=page if there else None)
