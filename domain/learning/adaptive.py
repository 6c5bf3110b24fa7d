"""Which level of a stage a student plays next, within the bounds that the stage declares.

An Elo rating: a student's skill in a game and each level's difficulty share one scale, and each attempt moves the skill
towards what its score says. Whole numbers only, in the order of time, so every machine picks the same level.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from domain.records.progress import StudentAttempt


class Parameters(msgspec.Struct, frozen=True, kw_only=True):
    """Shown to teachers. `step` is the distance between two levels, `pace` how far one attempt moves the skill at most.

    A level is offered once it should give at least `target` percent of its points. With these numbers three faultless
    attempts open the next level, and attempts of 80 % stay where they are.
    """

    step: int = 200
    pace: int = 300
    target: int = 64


PARAMETERS = Parameters()

# Expected share of points (percent) for a skill that is so far (in quarters of a step) above the level: the logistic
# curve of Elo, 10 ** (-d / 400), with a step of 200, tabled so that no machine rounds it differently.
_EXPECTED = (9, 12, 15, 19, 24, 30, 36, 43, 50, 57, 64, 70, 76, 81, 85, 88, 91)


def expected(skill: int, level: int, parameters: Parameters = PARAMETERS) -> int:
    """The share of points, in percent, that a student of this skill should reach at a level (from 1 on)."""
    quarters = (skill - level * parameters.step) * 4 // parameters.step
    return _EXPECTED[min(max(quarters, -8), 8) + 8]


def skill_after(attempts: Iterable[StudentAttempt], parameters: Parameters = PARAMETERS) -> int:
    """The skill in one game after these attempts at it, beginning as a player of level 1."""
    skill = parameters.step
    rows = sorted({each.id: each for each in attempts}.values(), key=lambda each: (each.created_at, each.id))
    for attempt in rows:
        reached = 100 * attempt.score // max(1, attempt.max_possible_score)
        surprise = reached - expected(skill, attempt.session_data.level, parameters)
        skill += surprise * parameters.pace // 100
    return skill


def level_for(
    attempts: Iterable[StudentAttempt], lowest: int, highest: int, parameters: Parameters = PARAMETERS
) -> int:
    """The hardest level within the bounds that should still give the target share of points, else the lowest.

    Raises ValueError where the bounds are none.
    """
    if not 1 <= lowest <= highest:
        raise ValueError("the lowest level lies between 1 and the highest")
    skill = skill_after(attempts, parameters)
    fitting = [level for level in range(lowest, highest + 1) if expected(skill, level, parameters) >= parameters.target]
    return max(fitting, default=lowest)
