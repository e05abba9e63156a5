"""Scores events on the project's own passages, English and French."""

import sys

from bench.frame import Question, main
from bench.passages.predict import predict

QUESTION = Question(
    name="passages",
    scorer="passages.py",
    dev="passages/dev.jsonl",
    inputs=("id", "lang", "published", "text"),
    predict=predict,
    scorer_options=("--by", "lang"),
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
