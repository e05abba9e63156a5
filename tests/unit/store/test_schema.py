"""The tables as the code sees them, and as the migrations make them."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from corro.store.connection import REVISION, connect_to_write, disconnect
from corro.store.migrate import configuration
from corro.store.schema import metadata


def test_the_migrations_make_the_tables_that_the_code_expects() -> None:
    """Columns and indexes alike; the full-text tables and Alembic's own are no part of the metadata."""
    connection = connect_to_write(None)
    try:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        assert compare_metadata(context, metadata) == []
        made = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'")}
        without_rowid = {table.name for table in metadata.sorted_tables if table.dialect_options["sqlite"]["with_rowid"] is False}
        assert {name for name in metadata.tables if "WITHOUT ROWID" in made[name]} == without_rowid
    finally:
        disconnect(connection)


def _ours(name: str | None, kind: str, parents: object) -> bool:
    del parents
    return kind != "table" or name in metadata.tables


def test_primary_keys_are_those_of_the_code() -> None:
    """Alembic does not compare them, so this does."""
    connection = connect_to_write(None)
    fresh = create_engine("sqlite://")
    metadata.create_all(fresh)
    try:
        for name in metadata.tables:
            made, expected = (inspect(one).get_pk_constraint(name)["constrained_columns"] for one in (connection, fresh))
            assert made == expected, name
    finally:
        fresh.dispose()
        disconnect(connection)


def test_the_newest_step_is_the_one_that_the_code_names() -> None:
    """So that a record is opened without loading Alembic."""
    assert ScriptDirectory.from_config(configuration()).get_heads() == [REVISION]
