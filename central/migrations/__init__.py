"""Alembic's revisions of the centre's tables. Alembic is imported only while it migrates (`central/migrating.py`)."""
