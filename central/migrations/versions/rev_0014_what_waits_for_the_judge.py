"""Which organisations have attempts to judge: asked once, when the centre starts, before anybody has come."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NAME = "what_waits"


def upgrade() -> None:
    """One policy: the queue, which holds ids and times, may be read for every organisation by who says so."""
    if op.get_bind().dialect.name == "postgresql":
        asked = "current_setting('mlc.every_queue', true) = 'on'"
        op.execute(f"CREATE POLICY {NAME} ON to_judge FOR SELECT USING ({asked})")


def downgrade() -> None:
    """Away with it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP POLICY {NAME} ON to_judge")
