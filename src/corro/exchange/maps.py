"""What the columns of somebody's table mean: a small TOML file that can be saved, looked over, mended and used again."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corro.errors import ImportRefusedError
from corro.values import Language, PlacePrecision, fold

VERSION = 1

FIELDS = (
    "id", "type", "subtype", "date", "end", "date_precision", "place", "admin1", "admin2", "country", "latitude", "longitude",
    "place_precision", "actor", "actor_state", "target", "victim", "killed", "killed_low", "killed_high", "injured", "abducted",
    "arrested", "displaced", "source", "agency", "reported", "aggregated",
)  # fmt: skip
"""What a column can mean. Source: docs/how-to/exchange.md lists them with their meanings."""

COUNTS = ("killed", "injured", "abducted", "arrested", "displaced")
"""Fields that hold a number of persons. Source: roles of the event types."""

MONTH, WEEK, DAY, SPAN, YEAR = "month", "week", "day", "span", "year"
DATE_PRECISIONS = (DAY, SPAN, WEEK, MONTH, YEAR, "around_week", "within_month")
"""How fine a date is: as given, or (the last two) a day that stands for the week around it, or for its month."""

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
"""A dataset's key: it stands in ids, labels and media types. Source: own choice."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the columns of a table mean.

    Attributes:
        dataset: Key of the dataset.
        title: What it is called; its rows are claims by that.
        columns: Column by field.
        needs: Columns that a table must have to be taken for one of this dataset without being told.
        types: Event type by the words of the column `type`, or `type / subtype`, folded.
        state_types: The same where the actor is a State's.
        type: The event type of all rows, where no column says it.
        date_precisions: How fine the date is, by the words of its column.
        place_precisions: How near the place is, by the words of its column.
        aggregates: Words of the column `aggregated` that say that a row adds up several events.
        language: Language of the words.
        country: ISO 3166-1 code of all rows, where no column says it.
        sides: Whether actor and target are but two sides, of which nobody says who acted, unless one of them is civilians.
        state_words: Words of the column `actor_state` that say that the actor is a State's; where there are none, any word does.
    """

    dataset: str
    title: str
    columns: Mapping[str, str]
    needs: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    state_types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    type: str = ""
    date_precisions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    place_precisions: Mapping[str, PlacePrecision] = field(default_factory=lambda: MappingProxyType({}))
    aggregates: frozenset[str] = frozenset()
    language: Language = Language.UNKNOWN
    country: str = ""
    sides: bool = False
    state_words: frozenset[str] = frozenset()

    @property
    def rule(self) -> str:
        """The rule under which claims are made by this map: its dataset, and a digest of all that it says."""
        return f"map:{self.dataset}:{sha256(written(self).encode()).hexdigest()[:8]}"

    def fits(self, columns: Iterable[str]) -> bool:
        """Say whether a table with these columns is one of this dataset."""
        return bool(self.needs) and set(self.needs) <= set(columns)

    def check(self, columns: Iterable[str]) -> None:
        """Refuse a table that lacks a column which the map names.

        Raises:
            ImportRefusedError: A column is missing.
        """
        there = list(columns)
        missing = [f"{column!r} (for {name})" for name, column in self.columns.items() if column not in there]
        if missing:
            shown = [column for column in there if len(column.split()) <= _WORDS_OF_A_NAME] or ["none that looks like a name"]
            raise ImportRefusedError(f"The table lacks what the map names: {', '.join(missing)}. It has: {', '.join(shown)}.")


_WORDS_OF_A_NAME = 4
"""A cell of more words is no column's name but somebody's words, which must not stand in a message. Source: own choice."""


def parsed(text: str) -> ColumnMap:
    """Read a map.

    Raises:
        ImportRefusedError: It is no TOML, of another version, or names what there is not.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ImportRefusedError(f"The map is no TOML: {error}.") from error
    try:
        return _map(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ImportRefusedError(f"The map does not say what a map says: {error}.") from error


def _map(told: Mapping[str, Any]) -> ColumnMap:
    if told["version"] != VERSION:
        raise ImportRefusedError(f"The map has version {told['version']!r}; this Corro reads {VERSION}.")
    if not _KEY.fullmatch(told["dataset"]):
        raise ImportRefusedError('A map\'s dataset is named by small letters, digits and hyphens, such as "field-office-log".')
    unknown = sorted(set(told["columns"]) - set(FIELDS))
    if unknown:
        told_of = ", ".join(FIELDS)
        raise ImportRefusedError(f"The map gives columns for what there is not: {', '.join(unknown)}. There are {told_of}.")
    made = ColumnMap(
        dataset=told["dataset"],
        title=str(told["title"]),
        columns={name: str(told["columns"][name]) for name in FIELDS if told["columns"].get(name)},
        needs=tuple(told.get("needs", ())),
        types=_words(told.get("types", {})),
        state_types=_words(told.get("state_types", {})),
        type=str(told.get("type", "")),
        date_precisions=_words(told.get("date_precisions", {})),
        place_precisions={word: PlacePrecision(near) for word, near in _words(told.get("place_precisions", {})).items()},
        aggregates=frozenset(fold(str(word)) for word in told.get("aggregates", ())),
        language=Language(told.get("language") or Language.UNKNOWN),
        country=str(told.get("country", "")),
        sides=bool(told.get("sides", False)),
        state_words=frozenset(fold(str(word)) for word in told.get("state_words", ())),
    )
    _check_words(made)
    return made


def _words(table: Mapping[str, Any]) -> dict[str, str]:
    return {" / ".join(fold(part.strip()) for part in word.split(" / ")): str(meaning) for word, meaning in table.items()}


def _check_words(made: ColumnMap) -> None:
    from corro.vocab.event_types import event_types

    named = {*made.types.values(), *made.state_types.values(), *([made.type] if made.type else [])} - {""}
    if unknown := sorted(named - set(event_types())):
        raise ImportRefusedError(f"The map names event types that there are not: {', '.join(unknown)}.")
    if unknown := sorted(set(made.date_precisions.values()) - set(DATE_PRECISIONS)):
        raise ImportRefusedError(f"The map says that a date is {', '.join(unknown)}. There are {', '.join(DATE_PRECISIONS)}.")
    if not made.type and "type" not in made.columns:
        raise ImportRefusedError('The map says of no column which type of event a row tells of; say it for all with type = "A3".')


def written(made: ColumnMap) -> str:
    """Write a map as TOML, the same map always as the same text."""
    head = {"version": VERSION, "dataset": made.dataset, "title": made.title}
    lines = [f"{name} = {_quoted(value)}" for name, value in head.items()]
    language = "" if made.language is Language.UNKNOWN else made.language.value
    options = {"language": language, "type": made.type, "country": made.country}
    lines += [f"{name} = {_quoted(value)}" for name, value in options.items() if value]
    lines += ["sides = true"] if made.sides else []
    lines += [f"aggregates = [{', '.join(map(_quoted, sorted(made.aggregates)))}]"] if made.aggregates else []
    lines += [f"state_words = [{', '.join(map(_quoted, sorted(made.state_words)))}]"] if made.state_words else []
    lines += [f"needs = [{', '.join(map(_quoted, made.needs))}]"] if made.needs else []
    tables = {
        "columns": made.columns,
        "types": made.types,
        "state_types": made.state_types,
        "date_precisions": made.date_precisions,
        "place_precisions": made.place_precisions,
    }
    for name, table in tables.items():
        if table:
            lines += ["", f"[{name}]", *(f"{_quoted(key)} = {_quoted(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return '"' + "".join(_escaped(letter) for letter in str(value)) + '"'


def _escaped(letter: str) -> str:
    """Return a letter as a basic string of TOML has it. Source: TOML 1.0.0, String."""
    if letter in ('"', "\\"):
        return f"\\{letter}"
    return f"\\u{ord(letter):04x}" if ord(letter) < ord(" ") or letter == "\x7f" else letter


@cache
def datasets() -> Mapping[str, ColumnMap]:
    """Return the maps of the datasets that Corro knows, by key."""
    folder = files("corro.exchange").joinpath("datasets")
    found = [parsed(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")]
    return MappingProxyType({made.dataset: made for made in sorted(found, key=lambda made: made.dataset)})


def known_by(columns: Iterable[str]) -> ColumnMap | None:
    """Return the dataset that a table with these columns is of, or None."""
    there = tuple(columns)
    return next((_of_release(made, there) for made in datasets().values() if made.fits(there)), None)


def _of_release(made: ColumnMap, columns: tuple[str, ...]) -> ColumnMap:
    """Return a dataset's map without the columns that this release of it lacks; those that it needs are there."""
    kept = {name: column for name, column in made.columns.items() if column in columns}
    return made if len(kept) == len(made.columns) else replace(made, columns=kept)
