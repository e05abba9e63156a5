"""`corro doctor`: what is installed, what is missing, and what would run."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from corro import __version__
from corro.errors import CorroError

PACKAGES = ("spacy", "sqlalchemy", "alembic", "cattrs", "trafilatura", "pypdfium2", "python-docx", "ftfy", "py3langid", "rapidfuzz")


@click.command("doctor")
def command() -> None:
    """Say what is installed, what is missing, and which language models would run. Exits with 1 if something is missing."""
    missing = 0
    for good, line in checks():
        click.echo(("ok       " if good else "missing  ") + line)
        missing += not good
    if missing:
        click.echo("\nRun `make install`, or install the lists in requirements/ as it does.", err=True)
    sys.exit(1 if missing else 0)


def checks() -> Iterator[tuple[bool, str]]:
    """Yield for each thing that Corro needs whether it is there, and a line about it."""
    yield sys.version_info >= (3, 11), f"Corro {__version__} on Python {platform.python_version()}"
    yield from map(_package, PACKAGES)
    yield from _models()
    yield _gazetteer()
    yield _full_text()


def _package(name: str) -> tuple[bool, str]:
    try:
        return True, f"{name} {version(name)}"
    except PackageNotFoundError:
        return False, name


def _models() -> Iterator[tuple[bool, str]]:
    from corro.annotate import models

    for model in models():
        note = "" if model.preferred or not model.name else " (a better one stands in requirements/models.txt)"
        yield bool(model.name), f"language model {model.language.value}: {model.name or 'none installed'}{note}"


def _gazetteer() -> tuple[bool, str]:
    from corro.resolve import load_gazetteer

    try:
        return True, f"gazetteer: {len(load_gazetteer()):,} places (GeoNames, CC BY 4.0)"
    except CorroError as error:
        return False, f"gazetteer: {error.message}"


def _full_text() -> tuple[bool, str]:
    import sqlite3

    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("pragma compile_options")}
    return "ENABLE_FTS5" in options, f"SQLite {sqlite3.sqlite_version} with full-text search (FTS5)"
