"""Alembic's entry: runs the revisions on the connection that `central/migrating.py` hands over."""

from __future__ import annotations

from alembic import context

from central.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transaction_per_migration=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
