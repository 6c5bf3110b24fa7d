"""When a step of a pathway of one's own opens: what students will read until then, and what could never be met."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.learning.progress import NOTHING_DONE, measured_before, reasons
from domain.music.say import Say, say
from domain.records.curriculum import CustomSequence, OwnStep
from domain.records.progress import AssignmentStep, Gating, StepElement

# The title of a step, and the most points that a game's stage gives (0: no such stage).
Titles = Callable[[OwnStep], str]
Most = Callable[[str], int]


def read_until_open(steps: Sequence[OwnStep], place: int, titles: Titles) -> tuple[Say, ...]:
    """The sentences that a student who has done nothing yet meets at a step, the first one first."""
    given = _given(steps, titles)
    return tuple(reasons(place, given, [NOTHING_DONE] * len(given)))


def most_asked(steps: Sequence[OwnStep], place: int, most: Most) -> int:
    """The most points that may be asked for before a step opens: what the hardest of the games gives; 0 without one."""
    games = measured_before(place, _given(steps, lambda step: step.code))
    return min((most(steps[n].stage or "") for n in games), default=0)


def never_opens(steps: Sequence[OwnStep], place: int, titles: Titles, most: Most) -> Say | None:
    """Why what is asked before a step opens can't be done by anybody, or None."""
    step = steps[place]
    if not step.min_score and not step.min_attempts:
        return None
    given = _given(steps, titles)
    games = measured_before(place, given)
    if not games:
        return say("No game stands before “{step}” whose plays or points could count.", step=given[place].title)
    for n in games:
        highest = most(steps[n].stage or "")
        if step.min_score > highest:
            return say(
                "“{game}” gives at most {most} points, but “{step}” asks for {score}.",
                game=given[n].title,
                most=highest,
                step=given[place].title,
                score=step.min_score,
            )
    return None


def never_met(own: CustomSequence, titles: Titles, most: Most) -> Say | None:
    """The first step of a pathway that could never open, as a sentence; None where all can."""
    rows = [each.steps for group in own.groups for each in group.assignments]
    found = (never_opens(steps, place, titles, most) for steps in rows for place in range(len(steps)))
    return next((why for why in found if why is not None), None)


def _given(steps: Sequence[OwnStep], titles: Titles) -> list[AssignmentStep]:
    """The steps as they will be frozen, their codes for ids. What is no game counts alike here."""
    return [
        AssignmentStep(
            step_id=step.code,
            step_def_id=step.code,
            order_index=place,
            element_type=StepElement.GAM if step.stage else StepElement.TXT,
            element_id=step.element or step.stage or "",
            title=titles(step),
            optional=step.optional,
            gating=Gating(
                sequential=step.sequential,
                requires=step.requires,
                min_attempts=step.min_attempts,
                min_score=step.min_score,
            ),
        )
        for place, step in enumerate(steps)
    ]
