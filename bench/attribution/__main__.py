"""Scores attributions on English news (PolNeAR)."""

import sys

from bench.frame import Question, main
from bench.statements.peers import installed, tell_missing
from bench.statements.predict import predict

QUESTION = Question(
    name="attribution",
    scorer="attribution.py",
    dev="attribution/dev.jsonl",
    inputs=("id", "text", "published"),
    predict=predict,
    peers=installed(),
)

if __name__ == "__main__":
    if "--peers" in sys.argv:
        tell_missing()
    sys.exit(main(QUESTION))
