"""The cue phrases by which a line shows that it is furniture, a caption, a credit or a date line: a table, matched folded."""

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from corro.errors import SetupError
from corro.values import fold

FURNITURE, CAPTION, CREDIT = "furniture", "caption", "credit"
PUBLISHED_LINE, UPDATED_LINE = "published_line", "updated_line"

_LONGEST_LINE = 300
"""Lines of more characters are prose, whatever they hold. Source: chosen on samples/mali and kasanda-dev, 2026-11; the longest
caption there has 89."""

_PATTERNS = {
    "starts": r"^(?:{phrases})(?!\w)",
    "ends": r"(?:{phrases})$",
    "holds": r"(?<!\w)(?:{phrases})(?!\w)",
    "is": r"^(?:{phrases})$",
    "last_bracket": r"\((?:{phrases})(?: ?:)? [^()]*\)$",
}

_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s?\d{1,4}\s?[-–]?(?:\s*(?:/|of|sur)\s*\d{1,4})?", re.IGNORECASE)
_FILE_PICTURE = re.compile(r"FILE(?: PHOTO)?\s*[-–—:]\s")
"""How AP marks a picture from the archive. Source: AP Stylebook (2022), captions."""

_MENU_BARS = re.compile(r"\s[|·•]\s")
_LONGEST_MENU_ITEM_WORDS = 8
"""Source: chosen on samples/mali and kasanda-dev, 2026-11."""


def cue(line: str) -> str | None:
    """Say what a line is by the phrases in it.

    Args:
        line: One paragraph.

    Returns:
        A kind of `cues.csv`, or None where no phrase tells; a menu of short items between bars
        is furniture, and so is a page number.

    Raises:
        SetupError: The table is malformed.
    """
    if len(line) > _LONGEST_LINE:
        return None
    if _is_menu(line) or _PAGE_NUMBER.fullmatch(line):
        return FURNITURE
    if _FILE_PICTURE.match(line):
        return CAPTION
    folded = fold(line)
    return next((kind for kind, pattern in _table() if pattern.search(folded)), None)


_ROW_CELLS = 3
_DATED = re.compile(r"\s*(?:\d{1,2}(?:er)? [^\W\d]{3,9}\.? \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)\s*$")
"""A day in the first of three cells between bars: the row of a table and no menu. Source: own observation, 2026-11."""


def _is_menu(line: str) -> bool:
    items = _MENU_BARS.split(line)
    if len(items) >= _ROW_CELLS and _DATED.match(items[0]):
        return False
    return len(items) > 1 and all(len(item.split()) <= _LONGEST_MENU_ITEM_WORDS for item in items)


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Read the table into one pattern a kind, in the order in which the kinds stand in it."""
    phrases: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    lines = files("corro.read").joinpath("cues.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        if row["match"] not in _PATTERNS or not row["phrase"]:
            raise SetupError(f"The table cues.csv is wrong at {row['phrase']!r}.")
        phrases[row["kind"]][row["match"]].append(re.escape(fold(row["phrase"])))
    return tuple((kind, _pattern(by_match)) for kind, by_match in phrases.items())


def _pattern(by_match: dict[str, list[str]]) -> re.Pattern[str]:
    alternatives = (_PATTERNS[match].format(phrases="|".join(found)) for match, found in by_match.items())
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives))
