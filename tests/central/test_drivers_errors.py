"""Statements on the driver's own cursor fail with the errors of SQLAlchemy's way, and belong to its transactions."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from central.app import Centre
from central.asking import done, done_for_each, fetched

ORG = "asked"
_PUT = "INSERT INTO epoch (one, epoch, since) VALUES ({0}, {0}, {0})"
WRONG = {
    "a key that is there": (_PUT, (1, "e", 1)),
    "what must not be empty": (_PUT, (2, None, 1)),
    "no such table": ("SELECT * FROM nowhere WHERE a = {0}", (1,)),
    "no SQL": ("SELEKT {0}", (1,)),
    "too few values": (_PUT, (1,)),
}


def failed(connection: Connection, way: object, sql: str, values: object) -> DBAPIError:
    with pytest.raises(DBAPIError) as caught:
        way(connection, sql, values)  # type: ignore[operator]
    return caught.value


@pytest.mark.parametrize("wrong", WRONG)
def test_what_fails_is_named_as_sqlalchemy_names_it(centre: Centre, wrong: str) -> None:
    sql, values = WRONG[wrong]
    sql = sql.format("?" if centre.database.engine.dialect.name == "sqlite" else "%s")
    usual = _error(centre, Connection.exec_driver_sql, sql, values)
    for way in (fetched, done):
        found = _error(centre, way, sql, values)
        assert (type(found), type(found.orig), found.statement) == (type(usual), type(usual.orig), usual.statement)
        assert not found.connection_invalidated
    assert type(_error(centre, done_for_each, sql, [values])) is type(usual)


def test_an_error_does_not_say_what_somebody_wrote(centre: Centre) -> None:
    mark = "?" if centre.database.engine.dialect.name == "sqlite" else "%s"
    sql = f"INSERT INTO nowhere (comment) VALUES ({mark})"
    for way in (Connection.exec_driver_sql, fetched, done):
        assert "my secret" not in str(_error(centre, way, sql, ("my secret",)))
    assert "my secret" not in str(_error(centre, done_for_each, sql, [("my secret",)]))


def _error(centre: Centre, way: object, sql: str, values: object) -> DBAPIError:
    with centre.database.reading(ORG) as connection:
        return failed(connection, way, sql, values)


def test_what_is_done_is_undone_with_its_transaction(centre: Centre) -> None:
    mark = "?" if centre.database.engine.dialect.name == "sqlite" else "%s"
    sql = f"INSERT INTO to_judge (org_id, attempt_id, received_at, notes) VALUES ({mark}, {mark}, {mark}, {mark})"
    rows = [(ORG, f"a{n}", n, True) for n in range(3)]

    def fails(connection: Connection) -> None:
        done_for_each(connection, sql, rows)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        centre.database.write(ORG, fails)
    before = _queued(centre)
    centre.database.write(ORG, lambda connection: done_for_each(connection, sql, rows))
    assert (before, _queued(centre)) == ([], ["a0", "a1", "a2"])


def _queued(centre: Centre) -> list[str]:
    with centre.database.reading(ORG) as connection:
        return [str(name) for (name,) in fetched(connection, "SELECT attempt_id FROM to_judge ORDER BY 1")]


def test_a_server_that_goes_away_is_noticed_and_the_next_request_is_served(centre: Centre) -> None:
    if not centre.database.postgres:
        pytest.skip("a file does not go away")
    with pytest.raises(DBAPIError) as caught:
        _asked_of_one_that_went(centre)
    assert caught.value.connection_invalidated
    with centre.database.reading(ORG) as connection:
        assert fetched(connection, "SELECT 1") == [(1,)]


def _asked_of_one_that_went(centre: Centre) -> None:
    with centre.database.reading(ORG) as connection:
        [(backend,)] = fetched(connection, "SELECT pg_backend_pid()")
        with centre.database.engine.connect() as other:
            other.exec_driver_sql("SELECT pg_terminate_backend(%s)", (backend,))
        fetched(connection, "SELECT 1")
