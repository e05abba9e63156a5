"""Decides when a report came out: metadata, then dateline, then the line that says so, then the option; else it stays unknown."""

from dataclasses import dataclass
from datetime import date

from corro.model import Basis, Dated, Severity
from corro.read.dates import ReadDate, date_in_dateline, read_date
from corro.read.draft import Doubt
from corro.read.options import ReadOptions
from corro.values import Interval

_PROBLEMS = {
    "impossible": ("impossible_publication_date", "The publication date {words!r} is in no calendar, and is not used."),
    "ambiguous": (
        "unclear_publication_date",
        "The publication date {words!r} can be read with day first or month first, and is not used.",
    ),
    "no_year": (
        "unclear_publication_date",
        "The publication date {words!r} has no year, and nothing near it gives one; it is not used.",
    ),
    "not_understood": ("unclear_publication_date", "The publication date {words!r} cannot be understood, and is not used."),
    "future": ("future_publication_date", "The publication date {words!r} lies in the future, and is not used."),
}

_LONGEST_DATE = 100
_MOST_DAYS_APART = 31
"""A report may come out some days after its dateline. Source: our own judgement, as for datelines without a year."""


@dataclass(frozen=True, slots=True)
class Clues:
    """The words that say when a report came out.

    Attributes:
        metadata: As the metadata give it, or empty.
        dateline: The dateline's date, or empty.
        line: A line such as `Published on 5 February 2023`, or empty.
        captured: When this version was taken, where that is known.
    """

    metadata: str = ""
    dateline: str = ""
    line: str = ""
    captured: Interval | None = None


def publication(clues: Clues, options: ReadOptions) -> tuple[Dated, tuple[Doubt, ...]]:
    """Decide when a report came out, and on what basis.

    Args:
        clues: The words that say so.
        options: The date given for those that do not say, and today.

    Returns:
        The date with its basis, and doubts: dates that cannot be, and the lack of any.
    """
    read = (
        (Basis.METADATA, clues.metadata, read_date(clues.metadata[:_LONGEST_DATE]) if clues.metadata else ReadDate()),
        (Basis.DATELINE, clues.dateline, date_in_dateline(clues.dateline, _near(clues, options))),
        (Basis.TEXT, clues.line, date_in_dateline(clues.line, _near(clues, options))),
        (Basis.OPTION, str(options.published), ReadDate(Interval.day(options.published)) if options.published else ReadDate()),
    )
    checked = [(basis, words, _not_in_future(found, options.today)) for basis, words, found in read]
    doubts = [_doubt(words, found.problem) for _, words, found in checked if found.problem]
    dated = [(basis, found.interval) for basis, _, found in checked if found.interval]
    if not dated:
        return Dated(), (*doubts, _unknown())
    return Dated(dated[0][1], dated[0][0]), (*doubts, *_year_taken(clues, dated[0][0]), *_clash(dated))


def capture(words: str) -> tuple[Dated, tuple[Doubt, ...]]:
    """Read when a version was taken.

    Args:
        words: As the metadata give it, or empty.

    Returns:
        The date, and a doubt where it cannot be read.
    """
    found = read_date(words[:_LONGEST_DATE]) if words else ReadDate()
    if not found.problem:
        return Dated(found.interval, Basis.METADATA if found.interval else Basis.UNKNOWN), ()
    message = f"The date of capture {words[:_LONGEST_DATE]!r} cannot be read, and is not used."
    return Dated(), (Doubt("unclear_capture_date", message, severity=Severity.NOTE),)


def _near(clues: Clues, options: ReadOptions) -> date | None:
    metadata = read_date(clues.metadata[:_LONGEST_DATE]).interval if clues.metadata else None
    known = metadata or clues.captured
    return known.first if known else options.published


def _not_in_future(found: ReadDate, today: date | None) -> ReadDate:
    first = found.interval.first if found.interval else None
    return ReadDate(problem="future") if today and first and first > today else found


def _doubt(words: str, problem: str) -> Doubt:
    code, message = _PROBLEMS[problem]
    shown = words[:_LONGEST_DATE]
    return Doubt(code, message.format(words=shown), detail=shown)


def _unknown() -> Doubt:
    message = (
        "Nothing says when the report came out, so its `yesterday` and `last month` stay open. Give the date with --published."
    )
    return Doubt("no_publication_date", message)


def _year_taken(clues: Clues, basis: Basis) -> tuple[Doubt, ...]:
    words = {Basis.DATELINE: clues.dateline, Basis.TEXT: clues.line}.get(basis, "")
    if not words or date_in_dateline(words, None).problem != "no_year":
        return ()
    message = f"The dateline's date {words!r} has no year; the nearest one to the date given otherwise was taken."
    return (Doubt("publication_year_inferred", message, severity=Severity.NOTE, detail=words[:_LONGEST_DATE]),)


def _clash(dated: list[tuple[Basis, Interval]]) -> tuple[Doubt, ...]:
    """Say where metadata and dateline are further apart than printing takes."""
    by_basis = dict(dated)
    metadata, dateline = by_basis.get(Basis.METADATA), by_basis.get(Basis.DATELINE)
    if metadata is None or dateline is None or metadata.first is None or dateline.first is None or metadata.overlaps(dateline):
        return ()
    days = (metadata.first - dateline.first).days
    if -1 <= days <= _MOST_DAYS_APART:
        return ()
    message = f"The metadata date the report {metadata}, its dateline {dateline}; the metadata are used."
    return (Doubt("publication_date_clash", message, detail=f"{metadata} | {dateline}"),)
