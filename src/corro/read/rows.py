"""Reads JSON and JSON Lines: each object is a report with its metadata; every line ends as a document or with its reason."""

import json
from collections.abc import Iterator, Mapping

from corro.model import Received
from corro.read.decode import Decoded, decode
from corro.read.draft import Draft, Refusal
from corro.read.fields import TEXT, known_fields, names_of
from corro.read.options import ReadOptions

_BROKEN_JSON = "The file is no JSON ({detail}). Mend it, or give one object a line as .jsonl."
_BROKEN_LINE = "The line is no JSON object ({detail}). Mend this line and give the file again; the other lines are kept."
_NO_TEXT = "There is no text under {names}. Give the report's words under `text`."


def read_lines(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read JSON Lines; the value of `text` is a row's raw text. See `corro.read.door` for the contract of a reader."""
    del options
    decoded = decode(received.content)
    for number, line in enumerate(decoded.text.split("\n")):
        if line.strip("\ufeff \t\r"):
            yield _line(line.strip("\ufeff \t\r"), number, decoded)


def read_json(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a JSON file: one object, a list of them, or an object that holds such a list. See `corro.read.door`."""
    del options
    decoded = decode(received.content)
    try:
        value = json.loads(decoded.text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield Refusal("json_broken", _BROKEN_JSON.format(detail=_place(error)))
        return
    found = _objects(value)
    if isinstance(value, Mapping) and found == [value]:
        yield _row(value, 0, "", decoded)
        return
    for number, row in enumerate(found):
        yield _row(row, number, f"#{number + 1}", decoded)


def _objects(value: object) -> list[object]:
    """Return the reports in a JSON value."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and not known_fields(value).get(TEXT):
        lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], Mapping)]
        if len(lists) == 1:
            return lists[0]
    return [value]


def _line(line: str, number: int, decoded: Decoded) -> Draft | Refusal:
    part = f"#{number + 1}"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Refusal("line_broken", _BROKEN_LINE.format(detail=_place(error)), part)
    return _row(value, number, part, decoded)


def _row(value: object, index: int, part: str, decoded: Decoded) -> Draft | Refusal:
    if not isinstance(value, Mapping):
        return Refusal("line_broken", _BROKEN_LINE.format(detail="no object in braces"), part)
    fields = known_fields(value)
    text = fields.pop(TEXT, "")
    if not any(letter.isalnum() for letter in text):
        return Refusal("no_text", _NO_TEXT.format(names=", ".join(f"`{name}`" for name in names_of(TEXT))), part)
    return Draft(text, fields, encoding=decoded.encoding, index=index, part=part, doubts=decoded.doubts)


def _place(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
