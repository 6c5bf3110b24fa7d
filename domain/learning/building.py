"""Building a pathway of one's own: every edit gives another whole pathway, and leaves nothing that points nowhere.

Codes are for good: ids of what was given to students follow from them. So a name or a place may change, a code does
not, and no code is given twice while its owner is there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from domain.records.curriculum import CustomSequence, OwnAssignment, OwnElement, OwnGroup, OwnStep
from domain.records.progress import StepElement

T = TypeVar("T")
# What a child can work through, and what a teacher can still oversee.
MOST_GROUPS, MOST_ASSIGNMENTS, MOST_STEPS = 40, 40, 24


class FullError(ValueError):
    """No more of this fits; the text says what."""


def add_group(own: CustomSequence, name: str) -> CustomSequence:
    """One more chapter at the end. Raises FullError."""
    _room(own.groups, MOST_GROUPS, "chapters")
    code = _free("G", [group.group_code for group in own.groups])
    return _with(own, groups=(*own.groups, OwnGroup(group_code=code, name=name)))


def add_assignment(own: CustomSequence, group_code: str, name: str) -> CustomSequence:
    """One more assignment at the end of a chapter. Raises FullError."""

    def longer(group: OwnGroup) -> OwnGroup:
        _room(group.assignments, MOST_ASSIGNMENTS, "assignments")
        code = _free("A", [each.assignment_code for each in group.assignments])
        return _with(group, assignments=(*group.assignments, OwnAssignment(assignment_code=code, name=name)))

    return change_group(own, group_code, longer)


def add_game(own: CustomSequence, place: tuple[str, str], stage_id: str) -> CustomSequence:
    """One more step of an assignment, by its chapter's and its own code: a stage of a game. Raises FullError."""

    def longer(each: OwnAssignment) -> OwnAssignment:
        _room(each.steps, MOST_STEPS, "steps")
        return _with(each, steps=(*each.steps, OwnStep(code=_fresh(stage_id, each.steps), stage=stage_id)))

    return change_assignment(own, place, longer)


def add_element(own: CustomSequence, place: tuple[str, str], element: OwnElement) -> CustomSequence:
    """One more step: a text, video, audio or surprise, which the pathway keeps. Raises FullError."""
    known = _with(own, elements=(*own.elements, element))

    def longer(each: OwnAssignment) -> OwnAssignment:
        _room(each.steps, MOST_STEPS, "steps")
        code = _fresh(element.element_id, each.steps)
        return _with(each, steps=(*each.steps, OwnStep(code=code, element=element.element_id)))

    return change_assignment(known, place, longer)


def element_id(own: CustomSequence, kind: StepElement) -> str:
    """A free id for a new element of a kind, such as TXT-OWN-0001-E."""
    taken = {element.element_id for element in own.elements}
    number = next(n for n in range(1, 10_000) if f"{kind.value}-OWN-{n:04}-E" not in taken)
    return f"{kind.value}-OWN-{number:04}-E"


def change_group(own: CustomSequence, group_code: str, change: Callable[[OwnGroup], OwnGroup]) -> CustomSequence:
    """The pathway with one chapter changed."""
    groups = tuple(change(group) if group.group_code == group_code else group for group in own.groups)
    return _with(own, groups=groups)


def change_assignment(
    own: CustomSequence, place: tuple[str, str], change: Callable[[OwnAssignment], OwnAssignment]
) -> CustomSequence:
    """The pathway with one assignment changed, by its chapter's and its own code."""
    group_code, code = place

    def within(group: OwnGroup) -> OwnGroup:
        some = tuple(change(each) if each.assignment_code == code else each for each in group.assignments)
        return _with(group, assignments=some)

    return change_group(own, group_code, within)


def change_step(own: CustomSequence, place: tuple[str, str], code: str, **fields: object) -> CustomSequence:
    """The pathway with some fields of one step changed."""

    def within(each: OwnAssignment) -> OwnAssignment:
        steps = tuple(_with(step, **fields) if step.code == code else step for step in each.steps)
        return _with(each, steps=steps)

    return change_assignment(own, place, within)


def move_step(own: CustomSequence, place: tuple[str, str], code: str, by: int) -> CustomSequence:
    """A step further up (-1) or down (1). What it, or another, required of a step that comes later now is let go."""
    return change_assignment(
        own, place, lambda each: _with(each, steps=_sound(_moved(each.steps, lambda s: s.code == code, by)))
    )


def remove_step(own: CustomSequence, place: tuple[str, str], code: str) -> CustomSequence:
    """Without a step; its text goes with it where no other step shows it."""
    shorter = change_assignment(
        own, place, lambda each: _with(each, steps=_sound(tuple(s for s in each.steps if s.code != code)))
    )
    return _without_unused(shorter)


def move_assignment(own: CustomSequence, place: tuple[str, str], by: int) -> CustomSequence:
    """An assignment further up or down in its chapter."""
    group_code, code = place
    return change_group(
        own,
        group_code,
        lambda group: _with(group, assignments=_moved(group.assignments, lambda a: a.assignment_code == code, by)),
    )


def remove_assignment(own: CustomSequence, place: tuple[str, str]) -> CustomSequence:
    """Without an assignment; what was given of it stays with those who have it."""
    group_code, code = place
    shorter = change_group(
        own,
        group_code,
        lambda group: _with(group, assignments=tuple(a for a in group.assignments if a.assignment_code != code)),
    )
    return _without_unused(shorter)


def move_group(own: CustomSequence, group_code: str, by: int) -> CustomSequence:
    """A chapter further up or down."""
    return _with(own, groups=_moved(own.groups, lambda group: group.group_code == group_code, by))


def remove_group(own: CustomSequence, group_code: str) -> CustomSequence:
    """Without a chapter and all that is in it."""
    left = tuple(group for group in own.groups if group.group_code != group_code)
    return _without_unused(_with(own, groups=left))


def _with(thing: T, **fields: object) -> T:
    return msgspec.structs.replace(thing, **fields)  # type: ignore[type-var]


def _room(some: tuple[object, ...], most: int, what: str) -> None:
    if len(some) >= most:
        raise FullError(f"no more than {most} {what} fit")


def _free(letter: str, codes: list[str]) -> str:
    """The number after the highest one that is there."""
    highest = max((int(code[2:]) for code in codes), default=0)
    if highest < 99:
        return f"{letter}-{highest + 1:02}"
    return next(code for n in range(1, 100) if (code := f"{letter}-{n:02}") not in codes)


def _fresh(wanted: str, steps: tuple[OwnStep, ...]) -> str:
    taken = {step.code for step in steps}
    names = (wanted, *(f"{wanted}+{n}" for n in range(2, MOST_STEPS + 2)))
    return next(name for name in names if name not in taken)


def _moved(some: tuple[T, ...], is_it: Callable[[T], bool], by: int) -> tuple[T, ...]:
    here = next((n for n, each in enumerate(some) if is_it(each)), None)
    if here is None:
        return some
    rest = [*some[:here], *some[here + 1 :]]
    rest.insert(max(0, min(here + by, len(rest))), some[here])
    return tuple(rest)


def _sound(steps: tuple[OwnStep, ...]) -> tuple[OwnStep, ...]:
    """Steps require earlier ones only."""
    before: set[str] = set()
    kept = []
    for step in steps:
        kept.append(_with(step, requires=tuple(code for code in step.requires if code in before)))
        before.add(step.code)
    return tuple(kept)


def _without_unused(own: CustomSequence) -> CustomSequence:
    used = {step.element for group in own.groups for each in group.assignments for step in each.steps}
    return _with(own, elements=tuple(element for element in own.elements if element.element_id in used))
