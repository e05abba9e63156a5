"""Scores attributions on English news (PolNeAR)."""

import sys

from bench.frame import Question, main
from bench.statements.predict import predict

QUESTION = Question(
    name="attribution",
    scorer="attribution.py",
    dev="attribution/dev.jsonl",
    inputs=("id", "text", "published"),
    predict=predict,
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
