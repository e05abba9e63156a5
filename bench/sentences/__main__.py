"""Scores sentences on police (IndiaPoliceEvents)."""

import sys

from bench.frame import Question, main
from bench.sentences.predict import predict

QUESTION = Question(
    name="sentences",
    scorer="sentences.py",
    dev="events/ipe-dev.jsonl",
    inputs=("id", "sentences", "text"),
    predict=predict,
    scorer_options=("--bootstrap", "500"),
)

SEEN = "sentences: the weights have seen this file; for unseen documents: python tools/train_sentences.py --check"

if __name__ == "__main__":
    if not {"--gold", "--predict"} & set(sys.argv):
        print(SEEN, file=sys.stderr)
    sys.exit(main(QUESTION))
