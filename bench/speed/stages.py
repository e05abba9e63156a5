"""What extraction costs beside the grammar that it stands on: processor time of both over the same reports, in one process."""

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from bench import frame
from bench.speed.generate import reports
from corro.model import Annotated, Document

WARM = 8
"""Reports read before the clock starts, so that models and word lists are loaded. Source: own choice."""


def stages(documents: int) -> frame.Line:
    """Measure the grammar and the extraction of so many generated reports.

    Args:
        documents: How many.

    Returns:
        Milliseconds of processor time a document for each, and extraction's share of the grammar's; below 1 extraction costs less.
    """
    from corro.annotate import Annotator
    from corro.extract import extract

    annotator = Annotator()
    given = _documents(documents + WARM)
    for warmed in annotator.annotate_many(given[:WARM]):
        extract(warmed)
    annotated, parsing = _timed(lambda: list(annotator.annotate_many(given[WARM:])))
    _, extracting = _timed(lambda: _extracted(extract, annotated))
    return {
        "documents": documents,
        "parse_ms": round(1000 * parsing / documents, 2),
        "extract_ms": round(1000 * extracting / documents, 2),
        "extract_to_parse": round(extracting / parsing, 3),
    }


def _extracted(extract: Callable[[Annotated], Any], annotated: Sequence[Annotated]) -> int:
    return sum(1 for one in annotated if extract(one))


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def _documents(count: int) -> list[Document]:
    """Return so many generated reports as `corro.read` reads them."""
    from corro.model import Evidence, Received
    from corro.read import read

    lines = (json.dumps(report.line(), ensure_ascii=False) for report in reports(count))
    made: list[Document] = []
    for number, line in enumerate(lines):
        content = line.encode()
        evidence = Evidence(f"{number:064x}", "application/json", len(content), f"{number}.json")
        made += read(Received(evidence, content, str(number))).documents
    return made
