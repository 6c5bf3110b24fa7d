"""Attempts, roles and badges to test with."""

from __future__ import annotations

import datetime

from domain.achievements.facts import StageTags
from domain.achievements.grow import badge_for, release, with_icon
from domain.records.achievements import Badge, RoleEngagement, SkillRole
from domain.records.progress import AttemptSummary, PlayType, StudentAttempt

ORG, STUDENT = "org-1", "student-1"
MONDAY = datetime.date(2026, 3, 2)
DAY = 86_400_000_000


def day(offset: int) -> str:
    """The ISO day so many days after a Monday."""
    return (MONDAY + datetime.timedelta(days=offset)).isoformat()


def at(offset: int, extra: int = 0) -> int:
    """A time on that day, in microseconds since 1970 UTC."""
    return (MONDAY - datetime.date(1970, 1, 1)).days * DAY + offset * DAY + 36_000_000_000 + extra


def attempt(
    number: int,
    *,
    offset: int = 0,
    stage: str = "G-00001-quiz",
    score: int = 80,
    passed: bool = True,
    play_type: PlayType = PlayType.ASSIGNED,
    concepts: dict[str, tuple[int, int]] | None = None,
    level: int = 1,
    duration_ms: int = 60_000,
) -> StudentAttempt:
    """An attempt of the one student, `offset` days after the Monday."""
    return StudentAttempt(
        org_id=ORG,
        id=f"attempt-{number}",
        student_id=STUDENT,
        step_id="step-1" if play_type is PlayType.ASSIGNED else None,
        game_id=stage.rsplit("-", 1)[0],
        stage_id=stage,
        score=score,
        max_possible_score=100,
        passed=passed,
        duration_ms=duration_ms,
        play_type=play_type,
        session_data=AttemptSummary(judge_version=1, seed=1, level=level, concepts=concepts or {}),
        created_at=at(offset, number),
        played_on=day(offset),
    )


def tags(
    stage: str = "G-00001-quiz", category: str = "Staff", skill_roles: tuple[str, ...] = ("pianist",)
) -> StageTags:
    """What the catalogue says about a stage."""
    return StageTags(
        stage_id=stage,
        game_id=stage.rsplit("-", 1)[0],
        stage_type=stage.rsplit("-", 1)[1],
        category=category,
        skill_roles=skill_roles,
    )


def role(code: str = "pianist", status: str = "approved", name: str = "Pianist") -> SkillRole:
    """A skill role."""
    return SkillRole(org_id=ORG, id=f"role-{code}", role_code=code, role_name=name, status=status)


def grow_badge(code: str = "pianist", *, released: bool = True) -> Badge:
    """The badge of a role, released with an icon unless said otherwise."""
    badge = badge_for(role(code), ())
    assert badge is not None
    return release(with_icon(badge, "icons/pianist.svg")) if released else badge


def engagement(
    number: int, *, offset: int | None = None, user: str = STUDENT, recognised: bool = True
) -> RoleEngagement:
    """The engagement of a day, as pianist."""
    offset = number if offset is None else offset
    return RoleEngagement(
        org_id=ORG,
        id=f"engagement-{user}-{number:03d}",
        user_id=user,
        skill_role_id="role-pianist",
        source="assigned_step",
        ref_id=f"attempt-{number}",
        occurred_on=day(offset),
        occurred_at=at(offset),
        is_recognized=recognised,
    )
