"""Handle and picture beside a score, for the board of a whole school."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns."""
    op.add_column("challenge_score", sa.Column("display_name", sa.Text(), nullable=True))
    op.add_column("challenge_score", sa.Column("avatar", sa.Text(), nullable=True))
