"""The table of sources: agencies, outlets and organs with aliases, kind, owner and whether they are a party; it can be extended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from corro.errors import BadOptionError, SetupError
from corro.values import fold
from corro.vocab.files import read_csv, reading
from corro.vocab.terms import terms

_FILE = "sources.csv"
_COLUMNS = ("id", "name", "aliases", "kind", "country", "language", "owner_or_parent", "party_to_conflict", "reference")
_PARTY = {"yes": True, "true": True, "no": False, "false": False, "": None}


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes or credits: an agency, an outlet, an organ.

    Attributes:
        id: Key.
        name: Main name.
        aliases: Other names under which it stands in credits, bylines and datelines.
        kind: Key of the list `source_kinds`.
        country: ISO 3166-1 alpha-2 code, or empty.
        language: ISO 639-1 code of its main language, or empty.
        owner: Id of the owner or parent, or empty where unknown; unknown counts as not independent.
        party_to_conflict: Whether it is a party; None where nobody has said.
        reference: Where the row comes from.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    country: str = ""
    language: str = ""
    owner: str = ""
    party_to_conflict: bool | None = None
    reference: str = ""


_FURTHER: ContextVar[tuple[Path, ...]] = ContextVar("further tables of sources", default=())


@contextmanager
def further_sources(tables: Sequence[Path]) -> Iterator[None]:
    """Know the sources of further tables too, as long as the context lasts.

    Args:
        tables: Tables with the package's columns; a row of theirs replaces the package's row with the same id.

    Raises:
        BadOptionError: A table is missing or malformed.
    """
    before = _FURTHER.set(tuple(tables))
    try:
        _checked()
        yield
    finally:
        _FURTHER.reset(before)


def _checked() -> None:
    try:
        sources()
    except SetupError as error:
        raise BadOptionError(f"The table of sources cannot be used: {error.message}") from error


def sources() -> Mapping[str, Source]:
    """Return the known sources by id, the package's first, each table in its own order."""
    return _sources(_FURTHER.get())


def source_named(name: str) -> Source | None:
    """Return the source that bears a name or alias, folded, or None.

    Args:
        name: As it stands in a credit or as the name of an outlet.
    """
    return sources_by(fold).get(fold(name))


def sources_by(form: Callable[[str], str]) -> Mapping[str, Source]:
    """Return the known sources by the form of each of their names and aliases.

    Args:
        form: Gives spellings that are one name the same form.
    """
    return _by_form(form, _FURTHER.get())


@cache
def _sources(further: tuple[Path, ...]) -> Mapping[str, Source]:
    found: dict[str, Source] = {}
    for path in (None, *further):
        for row in read_csv(path, _FILE, _COLUMNS):
            found[row["id"]] = _source(row, str(path or _FILE))
    return MappingProxyType(found)


@cache
def _by_form(form: Callable[[str], str], further: tuple[Path, ...]) -> Mapping[str, Source]:
    return MappingProxyType(
        {form(name): source for source in _sources(further).values() for name in (source.name, *source.aliases)}
    )


def _source(row: Mapping[str, str], name: str) -> Source:
    with reading(name, row):
        if row["kind"] not in terms("source_kinds"):
            raise ValueError(f"kind is none of {', '.join(terms('source_kinds'))}")
        return Source(
            id=_given(row["id"]),
            name=_given(row["name"]),
            aliases=tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip()),
            kind=row["kind"],
            country=row["country"],
            language=row["language"],
            owner=row["owner_or_parent"],
            party_to_conflict=_PARTY[row["party_to_conflict"].lower()],
            reference=_given(row["reference"]),
        )


def _given(text: str) -> str:
    if not text:
        raise ValueError("id, name and reference must be given")
    return text
