"""Scores places found in texts and put on the map."""

import sys

from bench.frame import Question, main
from bench.where.predict import predict

QUESTION = Question(
    name="where",
    scorer="where.py",
    dev="where/sahel-dev.jsonl",
    inputs=("id", "text", "published", "lang"),
    predict=predict,
    scorer_options=("--by", "kind"),
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
