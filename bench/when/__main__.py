"""Scores times on the project's own texts and on two sets of news (TempEval-3); any file of the same form with `--gold`.

python -m bench.when [--gold FILE] [--limit N] [--json] [--freeze] [--peers]
python -m bench.when --predict IN.jsonl OUT.jsonl
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench import frame
from bench.analysed import ends, published
from bench.frame import Line, Question
from bench.language import language_of
from bench.when.peers import installed, missing
from corro.resolve import TimeMention, when

SETS = ("when/sahel-dev.jsonl", "when/timebank.jsonl", "when/aquaint.jsonl")
ROUNDS = 3


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's times."""
    for line in lines:
        found = when(line["text"], published(line), language_of(line))
        yield {"id": line["id"], "times": [as_line(mention) for mention in found]}


def as_line(mention: TimeMention) -> Line:
    """Return one time; what stays open is null."""
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "type": mention.type.value,
        "value": mention.value or None,
        "interval": ends(mention.interval),
        "anchor": mention.anchor or None,
    }


QUESTION = Question(
    name="when",
    scorer="when.py",
    dev=SETS[0],
    inputs=("id", "text", "published", "lang"),
    predict=predict,
    peers=installed(),
    scorer_options=("--by", "lang"),
)


def main() -> int:
    """Run the bench: all sets that are there, or what the options ask for.

    Returns:
        The exit status: 0, or 2 where gold data is missing.
    """
    chosen = frame.arguments(QUESTION.name).parse_args()
    if chosen.peers and missing():
        print(f"Not installed, and so left out: {', '.join(missing())}.", file=sys.stderr)
    if chosen.predict or chosen.peers or chosen.own or chosen.held:
        return frame.main(QUESTION)
    files = [chosen.gold] if chosen.gold else [frame.gold_folder() / name for name in SETS]
    there = [path for path in files if path.is_file()]
    for path in there:
        if len(there) > 1 and not chosen.json:
            print(f"== {path.stem}")
        frame.report(QUESTION.name, _scored(path, chosen.limit), chosen, path.stem)
    if not there:
        print(frame.missing_gold(files[0]))
    return 0 if there else 2


def _scored(path: Path, limit: int | None) -> Line:
    result = frame.score(QUESTION, path, limit, predict)
    return {**result, "documents_per_second": rules_alone(frame.read_lines(path, limit))}


def rules_alone(lines: Sequence[Line]) -> float:
    """Return how many documents a second the rules read, languages told and words loaded beforehand; the best of some rounds."""
    given = [(line["text"], published(line), language_of(line)) for line in lines]
    fastest = min(_seconds(given) for _ in range(ROUNDS))
    return round(len(given) / max(fastest, 1e-9), 1)


def _seconds(given: Sequence[tuple[object, ...]]) -> float:
    began = time.perf_counter()
    for one in given:
        when(*one)  # type: ignore[arg-type]
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
