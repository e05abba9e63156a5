"""Takes the names of agencies and others out of a credit."""

import re
from collections.abc import Iterable, Iterator

from corro.model import Basis, Labelled
from corro.values import Span, fold

_LEAD = re.compile(
    r"^[\s(]*(?:(?:with|avec)\b|(?:additional\s+)?reporting\s+by\b|sources?\s*:|credits?\s*:|crédits?\s*:|photo\s*:|by\b|par\b)?\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:(?:has|have)\s+)?contributed\b.*|\s+(?:a|ont)\s+contribué\b.*|[\s).]+$", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"\s*(?:[,;/&+|]|\b(?:and|et|with|avec)\b)\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:the\s+|l['’])?(?P<name>[A-ZÀ-ÖØ-Þ][^()]*|dpa|afp)", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]|dpa\b")
_EDITING = re.compile(r"\s*(?:;|\.)\s*(?:editing|writing|édité|édition)\b.*", re.IGNORECASE | re.DOTALL)
_MOST_WORDS = 6
"""Names of agencies have up to five words (Agence malienne de presse et de publicité is split). Source: corro.vocab sources.csv,
2026-11."""

_LONGEST_CREDIT = 400
_LONGEST_SIGNATURE = 120
"""Characters. Source: our own judgement, a line of names."""

_LINE = re.compile(r"\(?(?:with|avec)\s+(?=[A-ZÀ-ÖØ-Þ])[^.()]{2,60}\)?\.?", re.IGNORECASE)
_AT_THE_END = re.compile(r"\((?:(?:with|avec)\s+|source\s*:\s*)[^()]{2,60}\)\s*\Z", re.IGNORECASE)
_SIGNED = re.compile(r"\((?P<names>[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ]*(?:\s?[,/]\s?[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÿ]*)*)\)\s*\Z")


def credited(text: str, basis: Basis, start: int | None = None) -> tuple[Labelled, ...]:
    """Find who is credited in a credit such as `AFP and Reuters contributed to this report`.

    Args:
        text: The credit.
        basis: Where it comes from.
        start: Where it begins in the text as shown; None where it stands outside.

    Returns:
        The names, each with its span where there is one.
    """
    return tuple(
        Labelled(text[name.start : name.end], basis, None if start is None else name.moved(start)) for name in _names(text)
    )


def is_credit_line(text: str) -> bool:
    """Say whether a line is nothing but `with X` or `avec X`."""
    match = _LINE.fullmatch(text)
    return bool(match) and _begins_with_capital(text)


def credit_at_the_end(text: str) -> int | None:
    """Return where a credit in brackets begins that closes a paragraph (`… (with AFP)`), or None."""
    tail = max(0, len(text) - _LONGEST_SIGNATURE)
    match = _AT_THE_END.search(text, tail) or _agency_signature(text, tail)
    return match.start() if match and match.start() > 0 else None


def merged_credits(found: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Merge credits of one name: the most trusted basis stays, and a span where any of them has one."""
    by_name: dict[str, Labelled] = {}
    for credit in found:
        key = fold(credit.text)
        known = by_name.get(key)
        if known is None:
            by_name[key] = credit
        elif known.span is None and credit.span is not None:
            by_name[key] = Labelled(known.text, known.basis, credit.span)
    return tuple(by_name.values())


def is_agency(name: str) -> bool:
    """Say whether a name is that of a news agency in the table of sources."""
    from corro.vocab import source_named

    source = source_named(name.strip().strip("()."))
    return source is not None and source.kind == "agency"


def _agency_signature(text: str, tail: int) -> re.Match[str] | None:
    """Find known agencies in brackets at the end (`… (AFP)`); other brackets may hold anything."""
    match = _SIGNED.search(text, tail)
    if match and all(is_agency(name) for name in re.split(r"\s?[,/]\s?", match["names"])):
        return match
    return None


def _begins_with_capital(text: str) -> bool:
    lead = _LEAD.match(text)
    return bool(lead) and bool(_CAPITAL.match(text, lead.end() if lead else 0))


def _names(text: str) -> Iterator[Span]:
    text = text[:_LONGEST_CREDIT]
    editing = _EDITING.search(text)
    limit = editing.start() if editing else len(text)
    tail = _TAIL.search(text, 0, limit)
    lead = _LEAD.match(text, 0, limit)
    start, end = (lead.end() if lead else 0), (tail.start() if tail else limit)
    for at, stop in _pieces(text, start, max(start, end)):
        name = _NAME.match(text, at, stop)
        if name and _CAPITAL.match(text, name.start("name")) and len(name["name"].split()) <= _MOST_WORDS:
            yield Span(name.start("name"), name.start("name") + len(name["name"].rstrip(" .)")))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for between in _BETWEEN.finditer(text, start, end):
        yield at, between.start()
        at = between.end()
    yield at, end
