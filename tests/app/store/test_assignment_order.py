"""The order in which assignments are shown: the one that is due first is the one to press, what is done comes last."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.store.assignments import urgency
from app.store.readings import AssignmentCard, AssignmentPlayer

PLAYERS = st.builds(
    lambda due, begun, done: AssignmentPlayer(
        card=AssignmentCard(
            assignment_id="a",
            name="Meet the keys",
            description="",
            status="complete" if done else "in_progress" if begun else "open",
            steps_done=0,
            steps_total=3,
            percent=0,
            due_at=due,
            assigned_by="Ms Rivera",
        ),
        steps=(),
        next_step=None if done else "s1",
    ),
    st.none() | st.integers(1, 5),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(PLAYERS, max_size=8))
def test_the_list_begins_with_what_is_due_first_and_ends_with_what_is_done(players: list[AssignmentPlayer]) -> None:
    shown = sorted(players, key=urgency)
    open_ = [player for player in shown if player.next_step is not None]
    assert shown[: len(open_)] == open_
    due = [player.card.due_at for player in open_ if player.card.due_at is not None]
    assert due == sorted(due)
    assert [player.card.due_at for player in open_][: len(due)] == due
    later = [player for player in open_ if player.card.due_at is None]
    begun = [player.card.status == "in_progress" for player in later]
    assert begun == sorted(begun, reverse=True)


@given(st.lists(PLAYERS, max_size=8))
def test_what_is_alike_keeps_its_order(players: list[AssignmentPlayer]) -> None:
    places = {id(player): place for place, player in enumerate(players)}
    shown = sorted(players, key=urgency)
    for one, other in pairwise(shown):
        if urgency(one) == urgency(other):
            assert places[id(one)] < places[id(other)]
