"""What views may call to give work: pathways, people, groups, what was given, and pathways of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    # A window needs to know what it may call long before anybody gives work.
    from collections.abc import Callable, Collection, Sequence
    from concurrent.futures import Future

    from app.store.giving_readings import GivenNow, GivenPage, GivingPage, GroupCard, StageChoice
    from app.store.readings import Account, AssignmentPlayer, StepCard
    from domain.learning.sequence import LearningElement
    from domain.records.curriculum import CustomSequence


class GivingRooms(msgspec.Struct, frozen=True, kw_only=True):
    """Functions that answer with a Future of a reading. Failures carry a `say` where one is known."""

    # (account, class_id).
    page: Callable[[Account, str], Future[GivingPage]]
    # (account, class_id, sequence_id, assignment definitions, students, day on which it is due or None).
    give: Callable[[Account, str, str, Sequence[str], Collection[str], str | None], Future[GivenNow]]
    given: Callable[[Account, str], Future[GivenPage]]
    # (account, assignments, away or back again): how many moved.
    put_away: Callable[[Account, Sequence[str], bool], Future[int]]
    # (account, class_id, name, students, the group that changes or None).
    keep_group: Callable[[Account, str, str, Collection[str], str | None], Future[tuple[GroupCard, ...]]]
    # (account, class_id, group_id).
    drop_group: Callable[[Account, str, str], Future[tuple[GroupCard, ...]]]
    # Pathways of one's own: begin one by its name, read one by its id, keep it as it was edited.
    begin_pathway: Callable[[Account, str], Future[CustomSequence]]
    own_pathway: Callable[[Account, str], Future[CustomSequence]]
    keep_pathway: Callable[[Account, CustomSequence], Future[CustomSequence]]
    # (account, a pathway as it is edited, an assignment's place in it): as a student will meet it.
    preview: Callable[[Account, CustomSequence, tuple[str, str]], Future[AssignmentPlayer]]
    # Games by words, for a step: at once, from memory.
    find_stages: Callable[[str], tuple[StageChoice, ...]]
    # The most points that a stage gives, 0 where there is none of that id: at once, from memory.
    most_points: Callable[[str], int]
    # A student's text, video, audio or surprise; None where its pathway is not here.
    element: Callable[[Account, StepCard], Future[LearningElement | None]]
    # Let a melody such as ("C4:1", "D4:0.5") sound, in beats a minute; an empty one is silence. Its length in µs.
    sing: Callable[[Sequence[str], int], int]
