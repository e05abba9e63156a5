"""Scores lineages on news copies: sketches, candidates by shared keys, pairs, groups, as a build does it."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from bench.frame import Line, Question, main
from bench.reading import documents_of
from corro.model import CopyLink, Document
from corro.weigh import Sketch, compare, lineages, sketch, sketch_keys

MOST_IN_A_BLOCK = 400
"""Documents under one key above which the key tells nothing. Source: own choice, 2026-11; a quarter of the dev set."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's lineage; what the lineages cost apart from reading is said on the way."""
    documents = documents_of(lines)
    by_id = {document.id: document for document in documents.values()}
    began = time.process_time()
    lineage_of = found(by_id)
    rate = len(by_id) / max(time.process_time() - began, 1e-9)
    sys.stderr.write(f"lineage_documents_per_second: {rate:.1f}\n")
    for name, document in documents.items():
        yield {"id": name, "lineage": lineage_of[document.id]}


def found(documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the lineage of each document: sketches, candidates, comparisons, groups."""
    sketches = {key: sketch(document) for key, document in documents.items()}
    links = [link for one, other in candidates(sketches) if (link := compared(one, other, documents, sketches))]
    return {member: group.id for group in lineages(sorted(documents), links, (), documents) for member in group.documents}


def candidates(sketches: Mapping[str, Sketch]) -> Iterable[tuple[str, str]]:
    """Return pairs of documents that share a key."""
    blocks: dict[str, list[str]] = {}
    for name in sorted(sketches):
        for key in sketch_keys(sketches[name]):
            blocks.setdefault(key, []).append(name)
    return sorted({pair for block in blocks.values() if 1 < len(block) <= MOST_IN_A_BLOCK for pair in combinations(block, 2)})


def compared(one: str, other: str, documents: Mapping[str, Document], sketches: Mapping[str, Sketch]) -> CopyLink | None:
    """Return the verdict on two documents."""
    return compare(documents[one], sketches[one], documents[other], sketches[other])


QUESTION = Question(
    name="copies",
    scorer="copies.py",
    dev="copies/dev.jsonl",
    inputs=("id", "text", "outlet", "published"),
    predict=predict,
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
