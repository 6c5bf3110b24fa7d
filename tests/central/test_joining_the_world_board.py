"""`mlc-central community world`: an organisation takes part, and leaves; both stand in the audit log."""

from __future__ import annotations

import json
from pathlib import Path

import sqlalchemy
from typer.testing import CliRunner

from central.cli import app
from central.database import Database, sqlite_url
from central.tables import AUDIT


def test_an_organisation_joins_and_leaves(tmp_path: Path) -> None:
    run = CliRunner()
    data = ["--data", str(tmp_path)]
    made = json.loads(run.invoke(app, ["create-school", "Hill Schools", *data]).stdout)
    told = [
        run.invoke(app, ["community", "world", "--org", made["org_id"], flag, *data]).stdout.strip()
        for flag in ("--join", "--leave")
    ]
    assert told == ["This organisation takes part in the world board.", "This organisation has left the world board."]
    [file] = tmp_path.glob("*.db")
    database = Database(sqlite_url(file))
    with database.reading(made["org_id"]) as connection:
        actions = connection.execute(sqlalchemy.select(AUDIT.c.action).order_by(AUDIT.c.number)).scalars().all()
    database.close()
    assert [action for action in actions if action.startswith("world_board")] == [
        "world_board_joined",
        "world_board_left",
    ]
    wrong = run.invoke(app, ["community", "world", "--org", "nobody", "--join", *data])
    assert wrong.exit_code != 0
