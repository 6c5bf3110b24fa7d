"""What guardians want to be told of, and the day that a clock told where its machine had seen a later one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns: who has said nothing hears of what is shared, and days of before are what their clock told."""
    op.add_column("sharing_preferences", sa.Column("family_news", sa.Text(), nullable=True))
    op.add_column("student_attempt", sa.Column("told_on", sa.Text(), nullable=True))
