"""Whom somebody has blocked is asked at every sync: found without looking through all reactions."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NAME = "social_engagement_by_actor_user_id"


def upgrade() -> None:
    """One index."""
    op.create_index(NAME, "social_engagement", ["org_id", "actor_user_id"])


def downgrade() -> None:
    """Away with it."""
    op.drop_index(NAME, "social_engagement")
