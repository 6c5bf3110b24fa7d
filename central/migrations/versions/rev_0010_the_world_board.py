"""The world board: made-up names, scores and days cross organisations; whose they are stays at home."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROLE = "mlc_app"
# Keys, then what else there is.
SHARED: tuple[tuple[str, str, tuple[sa.Column[object], ...]], ...] = (
    (
        "world_entry",
        "season stage_id name",
        (sa.Column("score", sa.BigInteger(), nullable=False), sa.Column("day", sa.Text(), nullable=False)),
    ),
    ("world_name_given", "season name", ()),
    ("world_presence", "season stage_id token", ()),
)
OWN = (("world_name", "org_id season user_id", "name"), ("world_token", "org_id season stage_id", "token"))


def _keys(names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), primary_key=True, nullable=False) for name in names.split()]


def upgrade() -> None:
    """Three tables without anybody's key, two of the organisation's own, and a student's own switch."""
    op.add_column("sharing_preferences", sa.Column("world", sa.Boolean(), nullable=True))
    for name, keys, columns in SHARED:
        op.create_table(name, *_keys(keys), *columns)
    op.create_index("world_entry_by_score", "world_entry", ["season", "stage_id", "score"])
    op.create_index("consent_record_by_student_id", "consent_record", ["org_id", "student_id"])
    for name, keys, value in OWN:
        op.create_table(name, *_keys(keys), sa.Column(value, sa.Text(), nullable=False), sqlite_with_rowid=False)
    if op.get_bind().dialect.name == "postgresql":
        for name, *_ in (*SHARED, *OWN):
            op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO {ROLE}")
        for name, *_ in OWN:
            own = "org_id = current_setting('mlc.org_id', true)"
            op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY own_organisation ON {name} USING ({own}) WITH CHECK ({own})")
