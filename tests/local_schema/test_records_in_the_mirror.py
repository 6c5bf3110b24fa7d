"""Every synced entity: Struct → JSON → mirror → back, in a real encrypted file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from domain.records import ALL, Entity, Record
from local_schema.columns import UnreadableRecord, fits, record_of, row_of, row_of_json
from local_schema.opening import open_mirror
from local_schema.tables import ENTITIES

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
# What SQLite and PostgreSQL keep exactly.
NUMBERS = st.integers(-(2**63), 2**63 - 1)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(int, NUMBERS)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_mirror(Path(tmp_path_factory.mktemp("mirror")) / "m.mirror", os.urandom(32))
    yield engine
    engine.dispose()


def records(entity: Entity) -> st.SearchStrategy[Record]:
    """Any record of an entity."""
    return st.builds(entity.record, **{n: _values(t) for n, t in _types(entity.record)})


def _types(struct: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    return [(field.name, field.type) for field in msgspec.structs.fields(struct)]


def _values(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return st.builds(kind, **{n: _values(t) for n, t in _types(kind)})
    origin = getattr(kind, "__origin__", None)
    if origin is tuple and kind.__args__[-1] is Ellipsis:
        return st.lists(_values(kind.__args__[0]), max_size=3).map(tuple)
    return st.from_type(kind)


@pytest.mark.parametrize("entity", ALL, ids=lambda entity: entity.name)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_there_and_back(engine: Engine, entity: Entity, data: st.DataObject) -> None:
    record = data.draw(records(entity))
    row = row_of_json(entity.record, msgspec.json.encode(record))
    assert {**row_of(record), "extra": None} == row
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM {entity.name}")
        connection.execute(ENTITIES[entity.name].insert(), [row])
        found = connection.exec_driver_sql(f"SELECT * FROM {entity.name}").mappings().one()
    assert record_of(entity.record, found) == record


@pytest.mark.parametrize("entity", ALL, ids=lambda entity: entity.name)
@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b'{"id": 7}', b"\xff\xfe", b'{"org_id":"o","id":{}}'])
def test_what_does_not_fit_is_refused(entity: Entity, body: bytes) -> None:
    with pytest.raises(UnreadableRecord):
        row_of_json(entity.record, body)


def test_fields_of_a_newer_centre_are_kept() -> None:
    entity = next(entity for entity in ALL if entity.name == "site")
    row = row_of_json(entity.record, b'{"org_id":"o","id":"s","site_name":"Hill","colour":["red",1]}')
    assert msgspec.json.decode(row["extra"]) == {"colour": ["red", 1]}
    assert record_of(entity.record, row).id == "s"


def test_a_number_that_no_column_holds_is_found() -> None:
    entity = next(entity for entity in ALL if entity.name == "step_done")
    body = b'{"org_id":"o","id":"s","student_id":"a","step_id":"b","done_at":%d}'
    assert fits(entity.record, row_of_json(entity.record, body % (2**63 - 1)))
    assert not fits(entity.record, row_of_json(entity.record, body % 2**63))
