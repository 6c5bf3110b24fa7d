"""Alembic's revisions of the mirror. What only adds (a field, an entity, an index) needs none: see `migrating`."""
