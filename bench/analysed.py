"""Runs Corro's analysis over the lines of a bench, and leads what it finds back to the characters of the line's own text."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bench.contents import BROKEN
from bench.frame import Line
from corro.model import Analysis, Document
from corro.values import Interval, Span


def analyses(lines: Iterable[Line]) -> Iterator[tuple[Line, Analysis]]:
    """Analyse each line by itself, as `corro.analyse` does for anybody; what broke is told on standard error at the end.

    Args:
        lines: Lines with `text`, and `published` and `lang` where known.

    Yields:
        Each line with its analysis.
    """
    from corro import analyse

    broken = []
    for line in lines:
        analysis = analyse(line["text"], published=published(line), language=line.get("lang"))
        broken += [f"{line['id']}: {issue.detail}" for issue in analysis.issues if issue.code == BROKEN]
        yield line, analysis
    tell(broken)


def tell(broken: Sequence[str]) -> None:
    """Tell on standard error of documents on which a stage broke, so that no figure hides it."""
    if broken:
        print(f"{len(broken)} documents could not be analysed; the first: {broken[0]}", file=sys.stderr)


def published(line: Line) -> date | None:
    """Return the day on which a line's text came out, or None where it bears no date."""
    return date.fromisoformat(line["published"][:10]) if line.get("published") else None


def raw(document: Document, span: Span) -> list[int]:
    """Return where a span stands in the text as it was given: `[start, end]`.

    The end is that of the last character, so that a span before a repaired character does not grow.
    """
    start = document.offsets.to_raw(span.start)
    if span.start == span.end:
        return [start, start]
    return [start, document.offsets.to_raw(span.end - 1) + 1]


def raw_all(document: Document, spans: Iterable[Span]) -> list[list[int]]:
    """Return where spans stand in the text as it was given."""
    return [raw(document, span) for span in spans]


def ends(interval: Interval | None) -> list[str] | None:
    """Return both ends of an interval as ISO dates, or None where it has not both."""
    if interval is None or interval.first is None or interval.last is None:
        return None
    return [interval.first.isoformat(), interval.last.isoformat()]
