"""How Alembic runs on a mirror: on the connection that `migrating` hands over, inside its transaction."""

from alembic import context

from local_schema.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
