"""Every place has a view, and the view takes just what the place names."""

from __future__ import annotations

import inspect

import pytest

from app.views import places
from app.views.kit.page import Page
from app.views.pages import VIEWS, WHOLE, Seat, view_of
from app.views.places import Place

# The window's own, and what opens over a page.
_ELSEWHERE = {places.AtSignIn, places.AtShare, places.AtShareMoment, places.AtBadgeMoment}


def _places() -> set[type[Place]]:
    found = (thing for thing in vars(places).values() if isinstance(thing, type) and issubclass(thing, Place))
    return set(found) - {Place}


def test_every_place_is_shown_by_a_view_or_opens_over_one() -> None:
    assert set(VIEWS) == _places() - _ELSEWHERE


@pytest.mark.parametrize("place", VIEWS, ids=lambda place: place.__name__)
def test_a_view_takes_the_fields_of_its_place(place: type[Place]) -> None:
    view = view_of(place)
    asked = list(inspect.signature(view).parameters.values())
    seat, rest = asked[: len(Seat._fields)], asked[len(Seat._fields) :]
    assert inspect.isclass(view)
    assert issubclass(view, Page)
    assert [each.name for each in seat] == list(Seat._fields)
    fields = {"where"} if place in WHOLE else set(place.__struct_fields__)
    needed = {each.name for each in rest if each.default is inspect.Parameter.empty}
    assert needed <= fields <= {each.name for each in rest}
