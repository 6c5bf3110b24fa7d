"""Which level of a stage a student plays next, within the bounds that the stage declares.

An Elo rating: a student's skill in a game and each level's difficulty share one scale, and each attempt moves the skill
towards what its score says. Whole numbers only, in the order of time, so every machine picks the same level.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import msgspec

from domain.music.say import Say, say
from domain.records.progress import StudentAttempt


class ParametersError(ValueError):
    """The file of the parameters says something that cannot be; the text names what."""


class Parameters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shown to teachers. `step` is the distance between two levels, `pace` how far one attempt moves the skill at most.

    A level is offered once it should give at least `target` percent of its points. With these numbers three faultless
    attempts open the next level, and attempts of 80 % stay where they are.
    """

    step: int = 200
    pace: int = 300
    target: int = 64

    def __post_init__(self) -> None:
        """Raises ValueError for numbers with which no level could ever be reached or left."""
        if not 40 <= self.step <= 2_000 or not 0 <= self.pace <= 2_000 or not 10 <= self.target <= 90:
            raise ValueError("`step` is 40 to 2000, `pace` 0 to 2000, `target` 10 to 90")


PARAMETERS = Parameters()


def read_parameters(text: str) -> Parameters:
    """The parameters of a TOML text. Raises ParametersError with a sentence that says what is wrong."""
    try:
        return msgspec.convert(tomllib.loads(text), Parameters)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ParametersError(f"levels.toml: {error}") from error


def in_words(parameters: Parameters) -> tuple[Say, ...]:
    """How levels are chosen, for teachers."""
    return (
        say("A game begins at its easiest level and grows with the player, within the levels that it declares."),
        say(
            "The next level comes as soon as the player should reach {target} of 100 points there: for a beginner, "
            "after {faultless} faultless rounds in a row.",
            target=parameters.target,
            faultless=faultless_rounds(parameters),
        ),
        say("Rounds that go badly bring the easier level back. Nothing is lost, and nobody is told of a step back."),
        say("A quiz and a challenge always ask for all that a game teaches."),
    )


def faultless_rounds(parameters: Parameters) -> int:
    """How many faultless rounds in a row open the second level to somebody who has just begun."""
    skill, rounds = parameters.step, 0
    while expected(skill, 2, parameters) < parameters.target and rounds < 100:
        skill += (100 - expected(skill, 1, parameters)) * parameters.pace // 100
        rounds += 1
    return rounds


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
