"""Builds the record of the sample reports and prints what it found of what was expected.

    python -m bench.mali [--record FILE] [--lost] [--json] [--freeze]

How things are matched stands in `bench.mali.score`, what every expectation looks at in `bench.mali.expectations`. The project's own
scorer: it needs nothing but the samples and the gold beside them. It exits with 0 whatever was found.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bench import frame
from bench.building import build_record
from bench.contents import Contents, contents_of
from bench.export import export, incidents_of
from bench.frame import Line
from bench.mali.expectations import Built, check
from bench.mali.lost import counted, mentioned
from bench.mali.lost import show as show_lost
from bench.mali.score import score

SAMPLES = frame.ROOT / "samples" / "mali"
GOLD = SAMPLES.with_name("mali-gold") / "gold.json"
DETAILS = ("missing", "wrong_pairs", "rows", "by_discrepancy")
"""Parts of the scores that are lists of names; they are printed, and left out of what is frozen."""


def main() -> int:
    """Run the bench.

    Returns:
        The exit status, 0.
    """
    chosen = _arguments()
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    contents, seconds = _contents(chosen.record)
    built = _scored(gold, contents)
    followed = mentioned(gold, built.found, contents, incidents_of(contents))
    result = {
        **built.scores,
        "mentions": counted(followed),
        "expectations": expectations(built),
        "documents": len(contents.documents),
        "broken": contents.broken(),
        "seconds": seconds,
    }
    figures = without(result, DETAILS)
    if chosen.lost:
        show_lost(followed, contents)
    elif chosen.json:
        print(json.dumps(figures if chosen.brief else result, ensure_ascii=False))
    else:
        show(result)
    if chosen.freeze:
        print(f"kept in {frame.freeze('mali', figures).relative_to(frame.ROOT)}", file=sys.stderr)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.mali", description=__doc__.splitlines()[0])
    parser.add_argument("--record", type=Path, help="look at this record of the samples instead of building one")
    parser.add_argument(
        "--lost", action="store_true", help="print where each expected mention of an incident is lost, and nothing else"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--brief", action="store_true", help="with --json: figures only, no names of what is missing")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/mali/result.json")
    return parser.parse_args()


def _contents(record: Path | None) -> tuple[Contents, float]:
    """Return what a record holds, built now unless one is given, with the seconds that building took."""
    if record:
        return contents_of(record), 0.0
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "mali.record")
        began = time.perf_counter()
        build_record([SAMPLES], target)
        return contents_of(target), round(time.perf_counter() - began, 2)


def _scored(gold: Line, contents: Contents) -> Built:
    found = export(contents)
    texts = {document.label: document.text for document in contents.documents.values()}
    return Built(gold, found, score(gold, found, texts), contents)


def expectations(built: Built) -> Line:
    """Return how many expectations hold, and which do not."""
    held = check(built)
    words = {row["id"]: row["what"] for row in built.gold["expectations"]}
    return {"found": sum(held.values()), "expected": len(held), "missing": [f"{key} {words[key]}" for key in held if not held[key]]}


def without(result: Line, names: tuple[str, ...]) -> Line:
    """Return a result without some of its keys, at every depth."""
    return {key: without(value, names) if isinstance(value, dict) else value for key, value in result.items() if key not in names}


def show(result: Line) -> None:
    """Print found of expected, one kind of thing a line, and below it what is missing."""
    for name, part in result.items():
        if isinstance(part, dict):
            _show_part(name, part, "")
        else:
            print(f"{name}: {part}")


def _show_part(name: str, part: Mapping[str, object], indent: str) -> None:
    counted = f"{part['found']} of {part['expected']}" if {"found", "expected"} <= part.keys() else ""
    more = ", ".join(f"{part[key]} {key.replace('_', ' ')}" for key in ("predicted", "too_many", "words_alone") if key in part)
    print(f"{indent}{name.replace('_', ' ')}: {counted}{f' ({more})' if more else ''}")
    for key, value in part.items():
        if key in DETAILS and key != "rows":
            _show_details(key, value, indent + "    ")
        elif key == "lost" and isinstance(value, dict):
            print(f"{indent}    lost: {', '.join(f'{number} {stage}' for stage, number in value.items())}")
        elif isinstance(value, dict):
            _show_part(key, value, indent + "  ")


def _show_details(name: str, value: object, indent: str) -> None:
    if isinstance(value, dict):
        for key, detail in value.items():
            print(f"{indent}{key}: {', '.join(detail) if isinstance(detail, list) else detail}")
    elif isinstance(value, list):
        for detail in value:
            print(f"{indent}{name.replace('_', ' ')}: {detail}")


if __name__ == "__main__":
    sys.exit(main())
