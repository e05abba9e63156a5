"""Statements in the format of the scorer."""

from collections.abc import Iterable, Iterator

from bench.analysed import analyses, raw, raw_all
from bench.frame import Line
from corro.model import Document, Statement


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's attributions."""
    for line, analysis in analyses(lines):
        found = [attribution(statement, analysis.document) for statement in analysis.statements]
        yield {"id": line["id"], "attributions": found}


def attribution(statement: Statement, document: Document) -> Line:
    """Return one statement as an attribution; what stays open is null."""
    return {
        "id": statement.id,
        "source": raw_all(document, statement.source),
        "cue": [raw(document, statement.cue)] if statement.cue else [],
        "content": raw_all(document, statement.content),
        "speaker": statement.speaker.name or statement.speaker.label or None,
        "capacity": statement.capacity or None,
        "channel": statement.channel.value,
        "act": statement.act.value,
        "quote": statement.quotation.value,
        "inside": statement.inside,
    }
