"""Scores role fillers and the other slots of MUC-4."""

import sys

from bench.frame import Question, main
from bench.muc4.predict import predict

QUESTION = Question(
    name="muc4",
    scorer="muc4.py",
    dev="events/muc4-dev.jsonl",
    inputs=("id", "text", "text_truecased", "body_start", "dateline"),
    predict=predict,
    scorer_options=("--bootstrap", "1000"),
)

if __name__ == "__main__":
    sys.exit(main(QUESTION))
