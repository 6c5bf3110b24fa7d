"""Guardians say whether they want to be told of what their child has earned and not shared."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One column; who has said nothing is told of what is shared, as before."""
    op.add_column("sharing_preferences", sa.Column("family_news", sa.Text(), nullable=True))
