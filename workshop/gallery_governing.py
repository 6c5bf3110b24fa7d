"""Readings of a whole organisation: its rules, what it asks of everybody, and its figures."""

from __future__ import annotations

from typing import Any

import msgspec

from app.store.governing import Guidelines, GuidelinesVersion, OrganisationRules
from app.views.rooms_governing import GoverningRooms
from domain.community.guidelines import from_the_start
from domain.music.say import Say
from domain.records.community import AchievementType, ModerationState, Scope
from domain.records.reports import Figure, Part, UsageReport, Week
from domain.records.supervision import SeenItem, Supervision
from workshop.gallery_answers import done
from workshop.gallery_readings import DAY, NOW

RULES = OrganisationRules(
    most_scope=Scope.SCHOOL,
    allowed_types=tuple(kind for kind in AchievementType if kind is not AchievementType.CHALLENGE_SCORE),
    default_scope=Scope.PRIVATE,
    comment_mode="phrases",
)
FROM_THE_START = Guidelines(rules=from_the_start(), versions=())
_OWN = ("Be glad with others.", "Say kind things.", "If something hurts you, tell a grown-up.")
GUIDELINES = Guidelines(
    rules=tuple(Say("{words}", {"words": rule}) for rule in _OWN),
    versions=(
        GuidelinesVersion(number=2, rules=_OWN, at=NOW - 3 * DAY, confirmed=True),
        GuidelinesVersion(number=1, rules=_OWN[:2], at=NOW - 90 * DAY, confirmed=True),
    ),
)


def part(name: str, students: int | None, share: float, *, small: bool = False) -> Part:
    """A school with its share of all; in a small one little is told."""
    whole = (412, 9_840, 41_230, 7_120, 655, 318, 902, 1_204, 266, 9)
    amounts = [None if small and number > 2 else round(share * amount) for number, amount in enumerate(whole)]
    return Part(name=name, students=students, figures=dict(zip(Figure, amounts, strict=True)))


USAGE = UsageReport(
    weeks=4,
    made_at=NOW,
    whole=part("Hill Schools", 480, 1.0),
    schools=(part("Ash School", 190, 0.42), part("Elm School", 12, 0.03, small=True), part("Oak School", 278, 0.55)),
    trend=(
        Week(monday="2026-10-26", played=301, plays=2_210),
        Week(monday="2026-11-02", played=288, plays=2_090),
        Week(monday="2026-11-09", played=344, plays=2_840),
        Week(monday="2026-11-16", played=329, plays=2_700),
    ),
    kinds={
        "badge": 140,
        "personal_best": 61,
        "points_milestone": 44,
        "streak_milestone": 73,
        "level_advancement": None,
    },
    scopes={"class": 221, "family": 80, "school": 17},
    opened={"achievement_viewed": 4_210, "community_highlight_viewed": 390, "profile_viewed": 812},
)


def seen(number: int, kind: str, who: str, title: str, text: str, scope: Scope, state: str = "ok") -> SeenItem:
    """Something on the supervision page."""
    return SeenItem(
        target_type=kind,
        target_id=f"seen{number}",
        author_id=who,
        author_name=who,
        title=title,
        text=text,
        scope=scope,
        state=ModerationState(state),
        at=NOW - number * DAY if kind != "profile" else 0,
    )


SUPERVISED = Supervision(
    name="Silver Fox",
    items=(
        seen(1, "share", "Silver Fox", "30 days of music in a row", "My granny helped me!", Scope.FAMILY),
        seen(2, "comment", "Silver Fox", "", "You are so good at this", Scope.CLASS),
        seen(3, "share", "Silver Fox", "Sight-reader III", "", Scope.PRIVATE),
        seen(5, "share", "Silver Fox", "Rhythm keeper II", "", Scope.CLASS),
        seen(4, "profile", "Silver Fox", "", "I like cats and cellos", Scope.CLASS, "pending"),
    ),
)
WAITING = Supervision(
    name="",
    items=(
        seen(1, "comment", "Golden Wren", "", "I want to hear that again", Scope.SCHOOL, "pending"),
        seen(2, "share", "Calm Panda", "Everything right: Echo in thirds", "", Scope.CLASS, "reported"),
        msgspec.structs.replace(
            seen(3, "share", "Brave Otter", "Pianist II", "My granny helped me!", Scope.CLASS, "pending"),
            part="message",
        ),
    ),
    more=True,
)


def still_governing(**others: Any) -> GoverningRooms:
    """Rooms over these readings; any function can be replaced by name."""
    functions: dict[str, Any] = {
        "guidelines": lambda _account: done(GUIDELINES),
        "write_guidelines": lambda _account, _text: done(GUIDELINES),
        "rules": lambda _account: done(RULES),
        "set_rules": lambda _account, _changes: done(RULES),
        "usage": lambda _account, _weeks: done(USAGE),
        "supervise": lambda _account, student: done(SUPERVISED if student else WAITING),
        "pause": lambda _account, _student, until, _why: done(msgspec.structs.replace(SUPERVISED, muted_until=until)),
        "close": lambda _account, student, *_what: done(SUPERVISED if student else WAITING),
    }
    return GoverningRooms(**{**functions, **others})
