"""Reads the lines of metadata that may stand at the head of a text file."""

import re
from dataclasses import dataclass

from corro.read.fields import known_fields

_FENCE = re.compile(r"[ \t]*---[ \t]*(?:\r\n|\r|\n)")
_LINE = re.compile(
    r"[ \t]*(?P<name>[A-Za-zÀ-ÿ_ -]{1,40}?)[ \t]*:(?P<value>[^\r\n]*)(?:\r\n|\r|\n)|[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)"
)
_LAST_FENCE = re.compile(r"[ \t]*---[ \t]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the head of a text.

    Attributes:
        fields: The metadata of known names.
        end: Where the report itself begins.
    """

    fields: dict[str, str]
    end: int


def front_matter(text: str) -> FrontMatter:
    """Read front matter: a line `---`, lines `key: value`, a line `---`.

    A block that is not closed, or holds anything else, is no front matter and stays part of the report.

    Args:
        text: The decoded text.

    Returns:
        Its fields and end; no fields and 0 where there is none.
    """
    none = FrontMatter({}, 0)
    opened = _FENCE.match(text, 1 if text.startswith("\ufeff") else 0)
    if opened is None:
        return none
    given: dict[str, object] = {}
    at = opened.end()
    while (closed := _LAST_FENCE.match(text, at)) is None:
        line = _LINE.match(text, at)
        if line is None:
            return none
        if line["name"]:
            given[line["name"]] = _unquoted(line["value"].strip())
        at = line.end()
    return FrontMatter(known_fields(given), closed.end())


def _unquoted(value: str) -> str:
    """Take off one pair of quotation marks around the whole value, as YAML allows them."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("null", "~") else value
