"""Runs the steps in `migrations/` that a record still lacks."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for a record.

    Args:
        connection: The record's; None to read the scripts only.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Bring a record to the newest form, wholly or not at all.

    Args:
        connection: The record's, outside a transaction.
    """
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(configuration(connection), "head")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")
