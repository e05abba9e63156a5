"""Scores event mentions across documents on ECB+ lines: the spans are given, topics and events are predicted."""

import sys
from collections.abc import Iterable, Iterator

from bench.frame import Line, Question, main
from corro.annotate import Annotator
from corro.model import Annotated, Document, Segment, SegmentKind
from corro.values import Language, Span
from corro.weigh.links.event_mentions import same_events


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's mentions with their events."""
    given = list(lines)
    events = same_events(annotated(given), [spans(line) for line in given])
    for line, numbers in zip(given, events, strict=True):
        mentions = zip(line["mentions"], numbers, strict=True)
        yield {"id": line["id"], "mentions": [{"start": m["start"], "end": m["end"], "cluster": number} for m, number in mentions]}


def annotated(lines: Iterable[Line]) -> list[Annotated]:
    """Return the grammar of each line's text, taken as one paragraph of English."""
    return list(Annotator().annotate_many(document(line) for line in lines))


def spans(line: Line) -> list[Span]:
    """Return the spans of a line's mentions."""
    return [Span(mention["start"], mention["end"]) for mention in line["mentions"]]


def document(line: Line) -> Document:
    """Return a line as a document whose text is the line's own, so that spans need no map."""
    name, text = str(line["id"]), line["text"]
    body = (Segment(SegmentKind.BODY, Span(0, len(text))),)
    return Document(name, name, "", name, name, text, body, Language.ENGLISH)


QUESTION = Question(
    name="ecb",
    scorer="incidents.py",
    dev="incidents/ecb-dev.jsonl",
    inputs=("id", "text", "mentions"),
    predict=predict,
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
