"""Reads what people enter into the columns of a register, in English or French, and writes it as the record keeps it."""

import re
from collections.abc import Mapping

from corro.errors import BadValueError
from corro.values import Duration, fold, read_edtf
from corro.vocab import terms
from corro.vocab.event_types import event_types
from corro.vocab.figures import printed_figure, read_figure
from corro.vocab.forms import Column, ColumnKind, Form, form_of, forms

BESIDE = " | "
"""Stands between positions that are held side by side, as in the record's own lines."""

_CODE = re.compile(r"^[A-Z]{1,2}-[A-HJ-NP-Z2-9]{8}$")
"""A random code of the vault or of an item. Source: docs/decisions/0006-casework.md; letters: `corro.values.slug`."""

NO_CODE = "none"
_ACCORDING = re.compile(r"\s*(?:,|—|-)?\s+(?:according to|selon|d['’]après)\s+", re.IGNORECASE)
ACCORDING = ", according to "
LONGEST_TEXT = 2_000
"""Characters of one column. Source: own choice; a page of notes is a document, not a column."""


def read_values(form: Form, given: Mapping[str, str]) -> dict[str, str]:
    """Read what is to stand in the columns of an item.

    Args:
        form: The register's form.
        given: Text by column; a column may be named by its key or its label in either language. An empty text empties it.

    Returns:
        What the record keeps, by key.

    Raises:
        BadValueError: There is no such column, or it cannot hold that.
    """
    return {
        column.key: read_value(column, text) for column, text in ((column_of(form, name), text) for name, text in given.items())
    }


def column_of(form: Form, name: str) -> Column:
    """Return the column of that key or label.

    Raises:
        BadValueError: The form has none.
    """
    wanted = fold(name.replace("_", " "))
    for column in form.columns:
        if wanted in (fold(column.key.replace("_", " ")), fold(column.en), fold(column.fr)):
            return column
    known = ", ".join(column.key for column in form.columns)
    raise BadValueError(f"The register {form.register} has no column {name!r}. It has {known}.", column=name)


def read_value(column: Column, text: str) -> str:
    """Read one column; an empty text stays empty.

    Raises:
        BadValueError: The column cannot hold that; the message names it, what it takes, and an example.
    """
    written = " ".join(text.split())
    if not written:
        return ""
    try:
        return _READERS[column.kind](column, written)
    except ValueError as error:
        raise _refused(column, written, str(error)) from error


def expected(column: Column) -> str:
    """Return what a column takes, in words."""
    if column.kind in (ColumnKind.TERM, ColumnKind.TERMS):
        several = " (several with `;`)" if column.kind is ColumnKind.TERMS else ""
        return f"one of {', '.join(terms(column.of))}{several}"
    if column.kind is ColumnKind.TYPE:
        return f"an event type of family {' or '.join(column.of)}"
    if column.kind is ColumnKind.ITEM:
        return f"the id of an item of the register {column.register}"
    return _EXPECTED[column.kind]


_EXPECTED = {
    ColumnKind.TEXT: "words",
    ColumnKind.CLAIMED: "a value and who says so (`according to` or `selon`)",
    ColumnKind.TIME: "a date (2023, 2023-02, 2023-02-05, with ~ or ?; two with /) or a moment with its zone",
    ColumnKind.DURATION: "a length of time such as 48 hours, 3 jours or PT48H",
    ColumnKind.COUNT: "a number with its unit",
    ColumnKind.CODE: f"a random code such as P-7KQ2MD9R, or `{NO_CODE}`; never a name",
}


def _refused(column: Column, written: str, why: str) -> BadValueError:
    shown = "" if column.kind is ColumnKind.CODE else f" {written[:60]!r}"
    said = (
        f"Column {column.key}: cannot take{shown or ' this'} ({why}). It takes {expected(column)}; for instance {column.example!r}."
    )
    return BadValueError(said, column=column.key, expected=expected(column), example=column.example)


def _text(column: Column, written: str) -> str:
    del column
    if len(written) > LONGEST_TEXT:
        raise ValueError(f"longer than {LONGEST_TEXT} characters")
    return written


def _claimed(column: Column, written: str) -> str:
    return BESIDE.join(_one_claimed(column, part.strip()) for part in written.split(BESIDE))


def _one_claimed(column: Column, written: str) -> str:
    value, *holder = _ACCORDING.split(_text(column, written), maxsplit=1)
    if not holder or not value or not holder[0]:
        raise ValueError("nobody is named who says so")
    return f"{value}{ACCORDING}{holder[0]}"


def _term(column: Column, written: str) -> str:
    wanted = fold(written.replace("_", " ").replace("-", " "))
    fitting = [key for key, names in _names(column.of).items() if wanted in names]
    fitting = fitting or [key for key, names in _names(column.of).items() if any(name.startswith(wanted) for name in names)]
    if len(fitting) != 1:
        raise ValueError(f"that may be {', '.join(fitting)}" if fitting else "it is not in the list")
    return fitting[0]


def _names(list_name: str) -> dict[str, set[str]]:
    return {
        key: {fold(name.replace("_", " ").replace("-", " ")) for name in (key, term.en, term.fr, *term.fields.get("also", ()))}
        for key, term in terms(list_name).items()
    }


def _terms(column: Column, written: str) -> str:
    return "; ".join(dict.fromkeys(_term(column, part.strip()) for part in written.split(";") if part.strip()))


def _type(column: Column, written: str) -> str:
    code = written.split(maxsplit=1)[0].upper()
    if code not in event_types() or code[0] not in column.of:
        known = ", ".join(f"{kind.code} {kind.name_en}" for kind in event_types().values() if kind.code[0] in column.of)
        raise ValueError(f"there are {known}")
    return code


def _time(column: Column, written: str) -> str:
    del column
    return read_edtf(written).edtf


_UNITS = {"heure": "H", "hour": "H", "h": "H", "jour": "D", "day": "D", "j": "D", "d": "D"}
_LONG_UNITS = {"semaine": "W", "week": "W", "mois": "M", "month": "M", "an": "Y", "année": "Y", "year": "Y"}
_LENGTH = re.compile(r"^(\d+)\s*([a-zéû]+?)s?$")


def read_duration(written: str) -> Duration:
    """Read a length of time in ISO 8601 form, or a number with its unit in English or French.

    Raises:
        ValueError: It is neither.
    """
    match = _LENGTH.match(written.lower())
    unit = {**_UNITS, **_LONG_UNITS}.get(match[2]) or _LONG_UNITS.get(f"{match[2]}s") if match else None
    if not match or not unit:
        return Duration.of(written.upper())
    return Duration.of(f"PT{match[1]}H" if unit == "H" else f"P{match[1]}{unit}")


def _duration(column: Column, written: str) -> str:
    del column
    return read_duration(written).iso


def _figure(column: Column, written: str) -> str:
    del column
    return printed_figure(*read_figure(written))


def _code(column: Column, written: str) -> str:
    del column
    if written.lower() in (NO_CODE, "aucun", "aucune"):
        return NO_CODE
    if not _CODE.match(written.upper()):
        raise ValueError("this is no code")
    return written.upper()


def _item(column: Column, written: str) -> str:
    code = _code(column, written)
    form = form_of(code)
    if form is None or form.register != column.register:
        raise ValueError(f"ids of that register begin with {forms()[column.register].prefix}-")
    return code


_READERS = {
    ColumnKind.TEXT: _text,
    ColumnKind.CLAIMED: _claimed,
    ColumnKind.TERM: _term,
    ColumnKind.TERMS: _terms,
    ColumnKind.TYPE: _type,
    ColumnKind.TIME: _time,
    ColumnKind.DURATION: _duration,
    ColumnKind.COUNT: _figure,
    ColumnKind.CODE: _code,
    ColumnKind.ITEM: _item,
}
