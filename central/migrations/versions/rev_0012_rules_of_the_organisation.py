"""What an organisation allows in all of its schools, and what it asks of everybody who shares."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROLE = "mlc_app"


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def _text(name: str, *, empty: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def upgrade() -> None:
    """Two tables."""
    op.create_table(
        "sharing_policy",
        _key("org_id"),
        _key("id"),
        _text("most_scope"),
        _text("allowed_types"),
        _text("default_scope"),
        _text("comment_mode"),
        *_kept(),
    )
    op.create_table(
        "community_guidelines",
        _key("org_id"),
        _key("id"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        _text("text", empty=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *_kept(),
    )
    if op.get_bind().dialect.name == "postgresql":
        _protect("sharing_policy")
        _protect("community_guidelines")


def _kept() -> tuple[sa.Column[str], ...]:
    return _text("stamps"), _text("extra"), _text("seen_in", empty=False)


def _protect(table: str) -> None:
    """As for every table with an organisation's data: a policy that binds even its owner."""
    own = "org_id = current_setting('mlc.org_id', true)"
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {ROLE}")
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own_organisation ON {table} USING ({own}) WITH CHECK ({own})")
