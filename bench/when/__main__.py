"""Scores times on the project's own texts; any file of the same form (TempEval-3) with `--gold`."""

import sys
from collections.abc import Iterable, Iterator

from bench.analysed import ends, published
from bench.frame import Line, Question, main
from bench.language import language_of
from corro.resolve import TimeMention, when


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's times."""
    for line in lines:
        found = when(line["text"], published(line), language_of(line))
        yield {"id": line["id"], "times": [time(mention) for mention in found]}


def time(mention: TimeMention) -> Line:
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
    dev="when/sahel-dev.jsonl",
    inputs=("id", "text", "published", "lang"),
    predict=predict,
    scorer_options=("--by", "lang"),
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
