"""${message}"""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Change what cannot be changed by adding."""
    ${upgrades if upgrades else "pass"}
