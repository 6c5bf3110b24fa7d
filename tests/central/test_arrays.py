"""What is written into an array comes out of PostgreSQL as it was, whatever people have written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from central.statements import array_of_numbers, array_of_texts

# What no column takes is refused long before (`central.sync.push`): NUL, and halves of characters.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
ODD = st.sampled_from(
    ["", "NULL", "null", " ", "{", "}", ",", '"', "\\", '\\"', "a\nb", "\u1680", '{"a":["b\\"",null]}']
)


@pytest.fixture(scope="module")
def connection(postgres_url: str) -> Iterator[Connection]:
    """One connection for all examples."""
    engine = sqlalchemy.create_engine(postgres_url, poolclass=sqlalchemy.pool.NullPool)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@given(values=st.lists(st.none() | TEXTS | ODD))
def test_texts_come_back_as_they_were(connection: Connection, values: list[str | None]) -> None:
    found = connection.exec_driver_sql("SELECT %s::text[]", (array_of_texts(values),)).scalar_one()
    assert found == values


@given(values=st.lists(st.none() | st.integers(-(2**63), 2**63 - 1)))
def test_numbers_come_back_as_they_were(connection: Connection, values: list[int | None]) -> None:
    found = connection.exec_driver_sql("SELECT %s::bigint[]", (array_of_numbers(values),)).scalar_one()
    assert found == values


@given(values=st.lists(st.none() | st.booleans()))
def test_whether_something_holds_comes_back_as_it_was(connection: Connection, values: list[bool | None]) -> None:
    found = connection.exec_driver_sql("SELECT %s::boolean[]", (array_of_numbers(values),)).scalar_one()
    assert found == values
