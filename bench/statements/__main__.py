"""Scores statements on the project's own texts, English and French."""

import sys

from bench.frame import Question, main
from bench.statements.peers import installed, tell_missing
from bench.statements.predict import predict

QUESTION = Question(
    name="statements",
    scorer="statements.py",
    dev="attribution/sahel-dev.jsonl",
    inputs=("id", "lang", "published", "text"),
    predict=predict,
    peers=installed(),
    scorer_options=("--by", "lang"),
)

if __name__ == "__main__":
    if "--peers" in sys.argv:
        tell_missing()
    sys.exit(main(QUESTION))
