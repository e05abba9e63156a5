"""Scores the map alone: places for spans that are given."""

import sys
from collections.abc import Iterable, Iterator

from bench.frame import Line, Question, only_inputs
from bench.where.peers import exact_name, largest
from bench.where.predict import predict_spans
from bench.where.sets import SETS, run

GIVEN = ("start", "end", "name")
"""Fields of a place that may be read."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's places; of the places given only span and name are looked at."""
    return predict_spans({**line, "places": list(only_inputs(line["places"], GIVEN))} for line in lines)


QUESTION = Question(
    name="where_spans",
    scorer="where.py",
    dev=SETS[0],
    inputs=("id", "text", "published", "lang", "places"),
    predict=predict,
    peers={"the most populous place": largest, "exact name in the gazetteer": exact_name},
    scorer_options=("--gold-spans", "--by", "kind"),
)

if __name__ == "__main__":
    sys.exit(run(QUESTION))
