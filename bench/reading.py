"""Reads the lines of a bench as Corro reads a file of one report."""

import hashlib
import json
from collections.abc import Iterable

from bench.frame import Line
from corro.model import Document, Evidence, Received
from corro.read import read


def documents_of(lines: Iterable[Line]) -> dict[str, Document]:
    """Read each line by itself.

    Args:
        lines: Lines with `id`, `text` and whatever metadata the set gives.

    Returns:
        Documents by the line's id; a line that cannot be read has none.
    """
    found = {}
    for line in lines:
        content = json.dumps(line, ensure_ascii=False).encode()
        digest = hashlib.sha256(content).hexdigest()
        evidence = Evidence(digest, "application/json", len(content), f"{line['id']}.json")
        for document in read(Received(evidence, content, evidence.name)).documents[:1]:
            found[str(line["id"])] = document
    return found
