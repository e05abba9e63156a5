"""Scores relations between pairs of short reports, English and French."""

import sys

from bench.disputes.predict import predict
from bench.frame import Question, main

QUESTION = Question(
    name="disputes",
    scorer="disputes.py",
    dev="disputes/dev.jsonl",
    inputs=("id", "lang", "field", "a", "b"),
    predict=predict,
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
