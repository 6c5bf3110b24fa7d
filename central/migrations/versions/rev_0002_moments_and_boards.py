"""What the centre agreed to of a shared moment, scores of challenges, pictures of badges, regions of schools."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLE = "mlc_app"
NEW = ("challenge_score", "badge_icon")


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), primary_key=True, autoincrement=False, nullable=False)


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=empty)


def upgrade() -> None:
    """Two columns and two tables."""
    op.add_column("achievement_share", _number("agreed_at", empty=True))
    op.add_column("site", _text("regions", empty=True))
    op.create_table(
        "challenge_score",
        _key("org_id"),
        _key("id"),
        _text("challenge_id"),
        _text("student_id"),
        _number("score"),
        _number("achieved_at"),
        _text("attempt_id"),
        _text("stamps", empty=True),
        _text("extra", empty=True),
        _text("seen_in"),
    )
    for name in ("challenge_id", "student_id"):
        op.create_index(f"challenge_score_by_{name}", "challenge_score", ["org_id", name])
    op.create_table(
        "badge_icon",
        _key("org_id"),
        _key("badge_id"),
        _text("svg"),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        _number("uploaded_at"),
    )
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
