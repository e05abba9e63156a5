"""Scores attribution status and dateline channels (MUC-3/4)."""

import sys

from bench.frame import Question, main
from bench.status.predict import always_fact, predict

QUESTION = Question(
    name="status",
    scorer="status.py",
    dev="attribution/muc-status-dev.jsonl",
    inputs=("id", "text", "perpetrators"),
    predict=predict,
    peers={"always fact": always_fact},
)

SEEN = "status: the weights have seen train and dev; for unseen texts: python tools/train_status.py --check"

if __name__ == "__main__":
    if not {"--gold", "--predict"} & set(sys.argv):
        print(SEEN, file=sys.stderr)
    sys.exit(main(QUESTION))
