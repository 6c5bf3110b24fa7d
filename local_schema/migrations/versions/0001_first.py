"""The first schema. A new file is made whole from the tables, so there is nothing to do here."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: everything since is added by `migrating`."""
