"""Authors who ask that a second adult looks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ROLE = "mlc_app"


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def _text(name: str, *, empty: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def upgrade() -> None:
    """One table."""
    op.create_table(
        "appeal",
        _key("org_id"),
        _key("id"),
        _text("target_type", empty=False),
        _text("target_id", empty=False),
        _text("part"),
        _text("author_id", empty=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _text("title"),
        _text("text"),
        _text("state"),
        _text("answer"),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        _text("stamps"),
        _text("extra"),
        _text("seen_in", empty=False),
    )
    op.create_index("appeal_by_target_id", "appeal", ["org_id", "target_id"])
    if op.get_bind().dialect.name == "postgresql":
        _protect()


def _protect() -> None:
    """As for every table with an organisation's data: a policy that binds even its owner."""
    own = "org_id = current_setting('mlc.org_id', true)"
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON appeal TO {ROLE}")
    op.execute("ALTER TABLE appeal ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE appeal FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own_organisation ON appeal USING ({own}) WITH CHECK ({own})")
