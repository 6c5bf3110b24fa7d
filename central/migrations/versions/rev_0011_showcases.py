"""What students put together, each for those who may see it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ROLE = "mlc_app"


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def _text(name: str, *, empty: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def upgrade() -> None:
    """One table."""
    op.create_table(
        "showcase",
        _key("org_id"),
        _key("id"),
        _text("student_id", empty=False),
        _text("title_phrase", empty=False),
        _text("title_text"),
        _text("items"),
        _text("scope"),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=True),
        _text("moderation"),
        _text("stamps"),
        _text("extra"),
        _text("seen_in", empty=False),
    )
    op.create_index("showcase_by_student_id", "showcase", ["org_id", "student_id"])
    if op.get_bind().dialect.name == "postgresql":
        _protect()


def _protect() -> None:
    """As for every table with an organisation's data: a policy that binds even its owner."""
    own = "org_id = current_setting('mlc.org_id', true)"
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON showcase TO {ROLE}")
    op.execute("ALTER TABLE showcase ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE showcase FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own_organisation ON showcase USING ({own}) WITH CHECK ({own})")
