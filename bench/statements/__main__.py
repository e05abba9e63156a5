"""Scores statements on the project's own texts, English and French."""

import sys

from bench.frame import Question, main
from bench.statements.predict import predict

QUESTION = Question(
    name="statements",
    scorer="statements.py",
    dev="attribution/sahel-dev.jsonl",
    inputs=("id", "lang", "published", "text"),
    predict=predict,
    scorer_options=("--by", "lang"),
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
