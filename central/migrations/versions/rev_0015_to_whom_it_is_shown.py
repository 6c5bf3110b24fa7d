"""Somebody's share can be shown to a person of the class: to whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One column; no engagement of before was with a person in this way."""
    op.add_column("social_engagement", sa.Column("to_user_id", sa.Text(), nullable=True))
