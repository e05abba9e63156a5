"""Joins Alembic to the connection that `corro.store.migrate` hands over."""

from alembic import context

from corro.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
