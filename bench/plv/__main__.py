"""Scores who-did-what relations (PLV of Zero-Shot-PLOVER)."""

import sys

from bench.frame import Question, main
from bench.plv.predict import predict

QUESTION = Question(
    name="plv",
    scorer="plv.py",
    dev="events/plv-train.jsonl",
    inputs=("id", "sentence", "source", "target"),
    predict=predict,
    scorer_options=("--bootstrap", "500"),
)

SEEN = "plv: the weights have seen this file; for unseen sentences: python tools/train_sentences.py --check"

if __name__ == "__main__":
    if not {"--gold", "--predict"} & set(sys.argv):
        print(SEEN, file=sys.stderr)
    sys.exit(main(QUESTION))
