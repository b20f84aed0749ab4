"""Alembic's entry: runs the migrations on the connection, and inside the transaction, that store.schema hands over."""

from alembic import context

from store.database.schema import VERSION_TABLE
from store.database.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, version_table=VERSION_TABLE)
context.run_migrations()
