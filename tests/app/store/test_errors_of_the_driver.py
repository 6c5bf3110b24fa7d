"""Statements on the driver's own cursor fail with the errors of SQLAlchemy's way, and say nothing of what was kept."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.store.asking import done, done_for_each, fetched, named, value
from app.store.keeper import Desk, Keeper

_PUT = "INSERT INTO mirror_state (name, value) VALUES (?, ?)"
WRONG = {
    "a key that is there": (_PUT, ("mirror_id", "secret words")),
    "what must not be empty": (_PUT, (None, "secret words")),
    "no such table": ("SELECT * FROM nowhere WHERE a = ?", ("secret words",)),
    "too few values": (_PUT, ("secret words",)),
}


def failed(connection: Connection, way: object, sql: str, values: object) -> DBAPIError:
    with pytest.raises(DBAPIError) as caught:
        way(connection, sql, values)  # type: ignore[operator]
    return caught.value


@pytest.mark.parametrize("wrong", WRONG)
def test_what_fails_is_named_as_sqlalchemy_names_it(keeper: Keeper, wrong: str) -> None:
    sql, values = WRONG[wrong]

    def work(desk: Desk) -> None:
        with desk.mirror("u-mia").reading() as connection:
            usual = failed(connection, Connection.exec_driver_sql, sql, values)
            found = [failed(connection, way, sql, values) for way in (fetched, named, value, done)]
            found.append(failed(connection, done_for_each, sql, [values]))
            assert {type(error) for error in found} == {type(usual)}
            assert {type(error.orig) for error in found} == {type(usual.orig)}
            assert not [error for error in found if "secret words" in str(error)]

    keeper.submit(work).result()
    assert keeper.submit(lambda desk: desk.mirror("u-mia").mirror_id).result()
