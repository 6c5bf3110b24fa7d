"""PostgreSQL itself keeps organisations apart, as the unprivileged role that the centre works under."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
import sqlalchemy
from small_school import Clock, School, opened
from sqlalchemy.exc import ProgrammingError

from central.app import Centre
from central.database import ROLE
from central.rows import Rows, Stored
from central.tables import METADATA, TENANT_TABLES
from domain.records.identity import Member


@pytest.fixture
def schools(postgres_url: str, clock: Clock) -> Iterator[tuple[Centre, School, School]]:
    """Two organisations on one PostgreSQL, each with people, attempts, a share, machines."""
    with opened(postgres_url, clock) as centre:
        one, two = School(centre, clock), School(centre, clock)
        for school in (one, two):
            school.push(school.ada, school.attempt(school.ada), school.share(school.ada))
        yield centre, one, two


def test_the_centre_works_under_a_role_without_privileges(schools: tuple[Centre, School, School]) -> None:
    centre, one, _ = schools
    with centre.database.reading(one.org_id) as connection:
        assert connection.exec_driver_sql("SELECT current_user").scalar() == ROLE
        rights = connection.exec_driver_sql(
            f"SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = '{ROLE}'"
        ).one()
        assert tuple(rights) == (False, False, False)


def test_no_table_shows_a_row_of_another_organisation(schools: tuple[Centre, School, School]) -> None:
    centre, one, two = schools
    filled = 0
    for name in TENANT_TABLES:
        with centre.database.reading(one.org_id) as connection:
            rows = connection.exec_driver_sql(f"SELECT DISTINCT org_id FROM {name}").scalars().all()
            probe = sqlalchemy.text(f"SELECT count(*) FROM {name} WHERE org_id = :org")
            assert connection.execute(probe, {"org": two.org_id}).scalar() == 0, name
        assert set(rows) <= {one.org_id}, name
        filled += bool(rows)
    assert filled >= 12


def test_nothing_is_seen_without_an_organisation(schools: tuple[Centre, School, School]) -> None:
    centre, _, _ = schools
    with centre.database.reading("") as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM member").scalar() == 0


def test_of_all_organisations_only_their_queues_can_be_read_and_by_nobody_changed(
    schools: tuple[Centre, School, School],
) -> None:
    centre, one, two = schools

    def asked(connection: sqlalchemy.Connection) -> None:
        connection.exec_driver_sql("SELECT set_config('mlc.every_queue', 'on', true)")
        waiting = set(connection.exec_driver_sql("SELECT org_id FROM to_judge").scalars())
        assert waiting >= {one.org_id, two.org_id}
        for name in set(TENANT_TABLES) - {"to_judge"}:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0, name
        for statement in ("DELETE FROM to_judge", "UPDATE to_judge SET notes = true"):
            assert connection.exec_driver_sql(statement).rowcount == 0

    centre.database.write("", asked)


def test_rows_of_another_organisation_cannot_be_written_changed_or_deleted(
    schools: tuple[Centre, School, School],
) -> None:
    centre, one, two = schools

    def steal(connection: sqlalchemy.Connection) -> int:
        statement = sqlalchemy.text("UPDATE member SET display_name = 'x' WHERE org_id = :org")
        changed = connection.execute(statement, {"org": two.org_id}).rowcount
        gone = connection.execute(sqlalchemy.text("DELETE FROM member WHERE org_id = :org"), {"org": two.org_id})
        return changed + gone.rowcount

    assert centre.database.write(one.org_id, steal) == 0
    with centre.database.reading(two.org_id) as connection:
        member = Rows(connection, two.org_id).get(Member, two.ada)
    assert member is not None
    stolen = Member(org_id=two.org_id, id="new", role=member.role, display_name="x")
    with pytest.raises(ProgrammingError, match="row-level security"):
        centre.school.within(one.org_id, lambda unit: unit.rows.add([Stored(stolen, {}, None, ())]))


def test_the_audit_can_only_be_added_to(schools: tuple[Centre, School, School]) -> None:
    centre, one, _ = schools
    for statement in ("DELETE FROM audit", "UPDATE audit SET actor = 'x'"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            centre.database.write(one.org_id, partial(_run, statement))


def _run(statement: str, connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql(statement)


def test_a_policy_that_is_dropped_is_noticed(schools: tuple[Centre, School, School], postgres_url: str) -> None:
    """Each policy in turn: without it, the table answers nothing at all rather than everything."""
    centre, one, _ = schools
    engine = sqlalchemy.create_engine(postgres_url, poolclass=sqlalchemy.pool.NullPool)
    own = "org_id = current_setting('mlc.org_id', true)"
    with engine.connect() as admin:
        for name in sorted(TENANT_TABLES):
            admin.exec_driver_sql(f"DROP POLICY own_organisation ON {name}")
            admin.commit()
            with centre.database.reading(one.org_id) as connection:
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0, name
            admin.exec_driver_sql(f"CREATE POLICY own_organisation ON {name} USING ({own}) WITH CHECK ({own})")
            admin.commit()
    engine.dispose()
    assert set(METADATA.tables) > set(TENANT_TABLES)
