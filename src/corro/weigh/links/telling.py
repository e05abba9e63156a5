"""What a document tells of an incident, for linking whole documents: its words, names, figures and ages, each counted."""

import re
from collections import Counter
from dataclasses import dataclass

from corro.model import Document
from corro.values import fold

LEAD_CHARACTERS = 500
"""Characters of headline and text that are its lead. Source: chosen on the GVA development pool, 2026-11."""

KINDS = ("words", "names", "figures", "ages", "lead")
"""What is counted and compared."""

_TOKEN = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d")
_POSSESSIVE = re.compile(r"['’]s$")
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old|, (\d{2}),|\bage[d]? (\d{1,2})\b|\b(?:âgée? de )?(\d{1,2}) ans\b")
"""How reports give an age, in English and in French. Source: own list, 2026-11."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What linking whole documents may know of one.

    Attributes:
        id: The document.
        counts: How often each word occurs, by kind: all `words`, `names` (words with a capital), `figures`, `ages`, words of the
            `lead`.
        published: Day of publication as an ordinal, or None.
        outlet: Folded name of who published it, or empty.
    """

    id: str
    counts: dict[str, Counter[str]]
    published: int | None
    outlet: str


def telling(document: Document) -> Telling:
    """Count what a document tells.

    Args:
        document: The document.

    Returns:
        Its words, names, figures and ages with headline and lead.
    """
    text = f"{document.title.text}. {document.text}"
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for match in _TOKEN.finditer(text):
        token = match.group()
        kinds, word = _counted(token)
        for kind in kinds:
            counts[kind][word] += 1
        if match.start() < LEAD_CHARACTERS:
            counts["lead"][word] += 1
    counts["ages"].update(next(age for age in ages if age) for ages in _AGE.findall(text))
    interval = document.published.interval
    published = interval.first.toordinal() if interval and interval.first else None
    return Telling(document.id, counts, published, fold(document.outlet.text))


def _counted(token: str) -> tuple[tuple[str, ...], str]:
    """Return under which kinds a token counts, and in which form."""
    if token[0].isdigit():
        return ("words", "figures"), token.replace(",", "")
    word = _POSSESSIVE.sub("", token.lower())
    return (("words", "names") if token[0].isupper() and len(token) > 1 else ("words",)), word
