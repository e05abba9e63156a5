"""A line of the bench as an annotated text: the body, its capitals put right, dated by its dateline."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from bench.frame import Line
from bench.muc4.letters import Letters
from bench.muc4.weights import Weights, weights
from corro.annotate import Annotator, Recognise
from corro.annotate.pipelines import load
from corro.model import Annotated, Document, Evidence, Mention, MentionKind, Received
from corro.read import read
from corro.resolve import load_gazetteer, place_spans
from corro.values import Language

MONTHS = {
    name: number
    for number, name in enumerate(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1)
}


@cache
def letters() -> Letters:
    """Return the letters of the weights beside the bench."""
    return Letters(load(Language.ENGLISH), weights())


def letters_of(known: Weights) -> Letters:
    """Return letters by weights that were just learnt."""
    return Letters(load(Language.ENGLISH), known)


def day(line: Line) -> date | None:
    """Return the day of a line's dateline."""
    match = re.match(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b", (line.get("dateline") or {}).get("date") or "")
    if not match or match[2] not in MONTHS:
        return None
    try:
        return date(1900 + int(match[3]), MONTHS[match[2]], int(match[1]))
    except ValueError:
        return None


def body(line: Line, put_right: Letters) -> str:
    """Return the body of a line with small letters: its own where it has them, letter for letter."""
    text, start, cased = line["text"], line.get("body_start") or 0, line.get("text_truecased")
    own = bool(cased) and len(cased) == len(text) and cased.lower() == text.lower()
    return str(cased)[start:] if own else put_right(text[start:])


def document(line: Line, put_right: Letters) -> Document:
    """Return a line's body as a document."""
    published = day(line)
    fields = {"text": body(line, put_right), "language": "en", **({"published": published.isoformat()} if published else {})}
    content = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()
    evidence = Evidence(hashlib.sha256(content).hexdigest(), "application/json", len(content), "text.json")
    found = read(Received(evidence, content, "text")).documents
    return found[0] if found else _empty(evidence)


def _empty(evidence: Evidence) -> Document:
    names = dict.fromkeys(("id", "series_id", "evidence_sha256", "locator", "label"), evidence.sha256)
    return Document(**names, text="", language=Language.ENGLISH)


def annotated(lines: Iterable[Line], put_right: Letters) -> Iterator[Annotated]:
    """Annotate lines, with places of the gazetteer and the recogniser on every sentence."""
    gazetteer = load_gazetteer(())

    def places(one: Document) -> list[Mention]:
        spans = place_spans(one.text, gazetteer)
        return [Mention(MentionKind.PLACE, span, span.of(one.text), proposed_by="gazetteer") for span in spans]

    annotator = Annotator([places], recognise=Recognise.ALWAYS)
    yield from annotator.annotate_many(document(line, put_right) for line in lines)
