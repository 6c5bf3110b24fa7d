"""When a person left the school, and when an organisation's subscription ended: retention counts from there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns."""
    op.add_column("member", sa.Column("left_at", sa.BigInteger(), nullable=True))
    op.add_column("organization", sa.Column("ended_at", sa.BigInteger(), nullable=True))
