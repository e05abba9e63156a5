"""Scores the linking of whole documents to incidents, on a closed pool of news reports."""

import sys
from collections.abc import Iterable, Iterator

from bench.frame import Line, Question, main
from bench.reading import documents_of
from corro.weigh.links.incidents import incidents


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's incident; a line that cannot be read is one of its own."""
    given = [_as_row(line) for line in lines]
    documents = documents_of(given)
    cluster_of = {member: group[0] for group in incidents(documents.values()) for member in group}
    for line in given:
        document = documents.get(str(line["id"]))
        yield {"id": line["id"], "cluster": cluster_of[document.id] if document else None}


def _as_row(line: Line) -> Line:
    """Name the site as a row of reports names it."""
    return {"outlet" if name == "url_domain" else name: value for name, value in line.items()}


QUESTION = Question(
    name="incidents",
    scorer="incidents.py",
    dev="incidents/gva-dev.jsonl",
    inputs=("id", "text", "title", "published", "url_domain"),
    predict=predict,
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
