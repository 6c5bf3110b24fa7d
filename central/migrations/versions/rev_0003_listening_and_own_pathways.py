"""A teacher's decision about a doubt, pathways of one's own, groups of students."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROLE = "mlc_app"
NEW = ("attempt_review", "custom_sequence", "student_group")


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=empty)


def _kept() -> tuple[sa.Column[str], ...]:
    return _text("stamps", empty=True), _text("extra", empty=True), _text("seen_in")


def upgrade() -> None:
    """One column and three tables."""
    op.add_column("attempt_verdict", sa.Column("accepted", sa.Boolean(), nullable=True))
    op.create_table(
        "attempt_review",
        _key("org_id"),
        _key("id"),
        *(_text(name) for name in ("attempt_id", "student_id", "teacher_id")),
        sa.Column("counts", sa.Boolean(), nullable=False),
        _text("phrase_id"),
        _number("at"),
        *_kept(),
    )
    op.create_table(
        "custom_sequence",
        _key("org_id"),
        _key("id"),
        _text("owner_id"),
        _text("sequence_id"),
        _number("sequence_version", empty=True),
        _text("name"),
        *(_text(name, empty=True) for name in ("description", "instrument", "status", "groups", "elements")),
        _number("created_at"),
        *_kept(),
    )
    op.create_table(
        "student_group",
        _key("org_id"),
        _key("id"),
        _text("class_id"),
        _text("name"),
        _text("student_ids", empty=True),
        _number("archived_at", empty=True),
        _number("created_at"),
        *_kept(),
    )
    for table, column in (
        ("attempt_review", "attempt_id"),
        ("attempt_review", "student_id"),
        ("custom_sequence", "sequence_id"),
    ):
        op.create_index(f"{table}_by_{column}", table, ["org_id", column])
    if op.get_bind().dialect.name == "postgresql":
        _protect()


def _protect() -> None:
    """As for every table with an organisation's data: a policy that binds even its owner."""
    own = "org_id = current_setting('mlc.org_id', true)"
    for name in NEW:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO {ROLE}")
        op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_organisation ON {name} USING ({own}) WITH CHECK ({own})")
