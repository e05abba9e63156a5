"""The forms of the registers: which columns an item has, of which kind, and which status may follow which; data in `registers/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corro.vocab.files import read_toml, reading, rows_of


class ColumnKind(StrEnum):
    """What a column of a form takes."""

    TEXT = "text"
    CLAIMED = "claimed"
    TERM = "term"
    TERMS = "terms"
    TYPE = "type"
    TIME = "time"
    DURATION = "duration"
    COUNT = "count"
    CODE = "code"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form.

    Attributes:
        key: How the record stores it.
        kind: What it takes.
        en: English label.
        fr: French label.
        example: A value that it takes.
        of: The controlled list that its terms are of; for event types the letters of their families.
        register: For an item: of which register.
        required: Whether an item cannot be opened without it.
        meaning: What else there is to know, in a sentence.
    """

    key: str
    kind: ColumnKind
    en: str
    fr: str
    example: str
    of: str = ""
    register: str = ""
    required: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Columns that must be filled in where another has a value.

    Attributes:
        column: The other.
        value: Its value; `*` for any.
        needs: What must be filled in then: a column, or `column=value`.
    """

    column: str
    value: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one register.

    Attributes:
        register: Its name.
        prefix: What its items' ids begin with.
        status: The column that says how an item stands.
        opens_as: Statuses that an item may begin with; the first where none is given.
        moves: Which statuses may follow each.
        ends: Statuses after which nothing falls due any more.
        computed: Statuses that nobody enters.
        columns: The columns, in order.
        needs: What columns ask of others.
        source: Where it comes from.
    """

    register: str
    prefix: str
    status: str
    opens_as: tuple[str, ...]
    moves: Mapping[str, tuple[str, ...]]
    columns: tuple[Column, ...]
    ends: frozenset[str] = frozenset()
    computed: frozenset[str] = frozenset()
    needs: tuple[Need, ...] = field(default=())
    source: str = ""

    def column(self, key: str) -> Column | None:
        """Return a column by its key, or None."""
        return next((column for column in self.columns if column.key == key), None)


@cache
def forms() -> Mapping[str, Form]:
    """Return the forms of all registers by name, sorted.

    Raises:
        SetupError: One is malformed.
    """
    found = files("corro.vocab").joinpath("registers").iterdir()
    names = sorted(path.name.removesuffix(".toml") for path in found if path.name.endswith(".toml"))
    return MappingProxyType({name: _form(name) for name in names if name != "due"})


def form_of(item: str) -> Form | None:
    """Return the form of the register that an item's id tells, or None."""
    prefix = item.split("-", 1)[0].upper()
    return next((form for form in forms().values() if form.prefix == prefix), None)


def _form(register: str) -> Form:
    name = f"registers/{register}.toml"
    tables = read_toml(name)
    with reading(name, tables):
        needs = [Need(str(tables["status"]), status, tuple(listed)) for status, listed in tables.get("needs", {}).items()]
        needs += [Need(str(row["field"]), str(row["value"]), tuple(row["needs"])) for row in tables.get("needs_when", ())]
        return Form(
            register=register,
            prefix=str(tables["prefix"]),
            status=str(tables["status"]),
            opens_as=tuple(tables["opens_as"]),
            moves=MappingProxyType({status: tuple(then) for status, then in tables["moves"].items()}),
            columns=tuple(_column(row, name) for row in rows_of(tables, "field", name)),
            ends=frozenset(tables.get("ends", ())),
            computed=frozenset(tables.get("computed", ())),
            needs=tuple(needs),
            source=str(tables["source"]),
        )


def _column(row: Mapping[str, Any], name: str) -> Column:
    with reading(name, row):
        return Column(
            key=str(row["key"]),
            kind=ColumnKind(row["kind"]),
            en=str(row["en"]),
            fr=str(row["fr"]),
            example=str(row["example"]),
            of=str(row.get("list", "")),
            register=str(row.get("register", "")),
            required=bool(row.get("required", False)),
            meaning=str(row.get("meaning", "")),
        )
