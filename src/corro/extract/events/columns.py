"""Figures under a column head of a table that was pasted as text: the counts of the event that the row tells."""

import re
from collections.abc import Iterator, Sequence

from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.words import word_set
from corro.model import CountValue, Slot
from corro.values import Count, Span

_HEADS = {
    "killed": word_set("killed dead deaths fatalities tués tuées morts décès décédés"),
    "injured": word_set("injured wounded injuries blessés blessées"),
    "arrested": word_set("arrested arrests detained arrêtés arrestations interpellés"),
    "abducted": word_set("abducted abductions kidnapped enlevés enlèvements kidnappés"),
}
"""Heads of columns by what is counted below. Source: own list of the heads of incident tables, English and French, 2026-11."""

_GAP = re.compile(r"[ \t]*\t[ \t]*| {3,}| +\| +")
_FIGURE = re.compile(r"\d{1,5}")
_CELLS = 3
_FURTHEST = 200
"""Cells that a row has at least, and rows that a head reaches down. Source: own judgement, 2026-11."""


def column_counts(grammar: Grammar, triggers: Sequence[Found]) -> Iterator[tuple[Found, Slot]]:
    """Yield the counts of the events that stand alone in a row, from the cells below a head, marked as inferred.

    Args:
        grammar: The text's tree.
        triggers: The events of the text, in order.
    """
    text = grammar.annotated.document.text
    lines = [_line(text, grammar.tokens[found.index].start) for found in triggers]
    for at, (found, line) in enumerate(zip(triggers, lines, strict=True)):
        if found.code[0] not in "VAH" or line in (*lines[:at][-1:], *lines[at + 1 :][:1]):
            continue
        cells = _cells(text, line)
        heads = _heads_above(text, line.start, len(cells)) if len(cells) >= _CELLS else []
        if heads:
            yield from ((found, slot) for slot in _slots(text, heads, cells))


def _slots(text: str, heads: Sequence[str], cells: Sequence[Span]) -> Iterator[Slot]:
    for head, cell in zip(heads, cells, strict=True):
        if head and _FIGURE.fullmatch(cell.of(text)):
            number = int(cell.of(text))
            yield Slot(head, cell, CountValue(Count(number, number)), inferred=True, rule="events.column")


def _heads_above(text: str, start: int, width: int) -> list[str]:
    """Return what each column counts, by the nearest row above of the same width that names any; empty where none does."""
    for _ in range(_FURTHEST):
        line = _line(text, start - 1) if start > 0 else None
        if line is None:
            break
        cells = _cells(text, line)
        if text[line.start : line.end].strip() and len(cells) != width:
            break
        heads = [_head(cell.of(text)) for cell in cells]
        if any(heads):
            return heads
        start = line.start
    return []


def _head(cell: str) -> str:
    return next((role for role, words in _HEADS.items() if cell.strip().lower() in words), "")


def _line(text: str, offset: int) -> Span:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Span(start, len(text) if end < 0 else max(end, start))


def _cells(text: str, line: Span) -> list[Span]:
    gaps = list(_GAP.finditer(text, line.start, line.end))
    edges = [line.start, *(edge for gap in gaps for edge in gap.span()), line.end]
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
