"""By which a performance is known again when it comes under another attempt."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROLE = "mlc_app"
NAME = "performance_mark"


def upgrade() -> None:
    """One table, protected as every table with an organisation's data."""
    op.create_table(
        NAME,
        sa.Column("org_id", sa.Text(), primary_key=True, autoincrement=False, nullable=False),
        sa.Column("mark", sa.BigInteger(), primary_key=True, autoincrement=False, nullable=False),
        sa.Column("attempt_id", sa.Text(), nullable=False),
    )
    op.create_index(f"{NAME}_by_attempt", NAME, ["org_id", "attempt_id"])
    if op.get_bind().dialect.name == "postgresql":
        own = "org_id = current_setting('mlc.org_id', true)"
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {NAME} TO {ROLE}")
        op.execute(f"ALTER TABLE {NAME} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {NAME} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_organisation ON {NAME} USING ({own}) WITH CHECK ({own})")
