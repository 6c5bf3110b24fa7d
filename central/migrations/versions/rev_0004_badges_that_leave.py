"""Keys that sign credentials, and the place of each credential in the list of what was taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROLE = "mlc_app"
NEW = ("signing_key", "issued_credential")


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def upgrade() -> None:
    """Two tables."""
    op.create_table(
        "signing_key",
        _key("org_id"),
        _key("key_id"),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "issued_credential",
        _key("org_id"),
        _key("award_id"),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
    )
    op.create_index("issued_credential_by_place", "issued_credential", ["org_id", "place"], unique=True)
    if op.get_bind().dialect.name == "postgresql":
        _protect()


def _protect() -> None:
    """As for every table with an organisation's data: a policy that binds even its owner."""
    own = "org_id = current_setting('mlc.org_id', true)"
    for name in NEW:
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO {ROLE}")
        op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_organisation ON {name} USING ({own}) WITH CHECK ({own})")
