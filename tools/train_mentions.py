"""Fits the weights by which two mentions of events are judged to be one; the model card is docs/models/event_mentions.md.

    PYTHONPATH=. python tools/train_mentions.py    fits on ECB+ train and writes the two files of TARGETS

The texts are read where they lie (`../shared/gold`, or the folder that CORRO_GOLD names) and nothing of them is kept: a weight
belongs to a mark (`MARKS` of `corro.weigh.links.event_mentions` and of `topics`), which is a number. There is no chance in it:
logistic regression by Newton's method, the penalty on the weights of the scaled marks.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.ecb.__main__ import annotated, spans
from bench.frame import Line, read_lines

from corro.model import Annotated
from corro.weigh.links import topics
from corro.weigh.links.event_mentions import MARKS, compared, told
from corro.weigh.links.topics import topic_marks

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY = ROOT / "src" / "corro" / "vocab"
TARGETS = (VOCABULARY / "topic_weights.json", VOCABULARY / "mention_weights.json")

TOPIC_PENALTY, PENALTY, STEPS = 1.0, 20.0, 25
"""Chosen on ECB+ dev, 2026-11; Newton's method stands still after about ten steps."""


def gold_folder() -> Path:
    """Return the folder of the gold data."""
    return Path(os.environ.get("CORRO_GOLD") or ROOT.parent / "shared" / "gold") / "incidents"


def topic_examples(lines: list[Line], texts: list[Annotated]) -> tuple[np.ndarray, np.ndarray]:
    """Return the marks of the pairs of documents, and whether each is on one topic."""
    found, _ = topic_marks(texts)
    told_of = [line["subtopic"] for line in lines]
    return np.array(list(found.values())), np.array([told_of[one] == told_of[other] for one, other in found], float)


def examples(lines: list[Line], texts: list[Annotated]) -> tuple[np.ndarray, np.ndarray]:
    """Return the marks of the pairs of mentions that meet, and whether each is one event."""
    mentions = [told(text, at, span) for at, text in enumerate(texts) for span in spans(lines[at])]
    chains = [mention["chain"] for line in lines for mention in line["mentions"]]
    found = list(compared(texts, mentions))
    return np.array([values for _, values in found]), np.array([chains[one] == chains[other] for (one, other), _ in found], float)


def fit(names: Sequence[str], table: np.ndarray, labels: np.ndarray, weight_penalty: float) -> dict[str, float]:
    """Return the weight of each mark, and the base."""
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.c_[(table - mean) / spread, np.ones(len(table))]
    penalty = np.r_[np.full(table.shape[1], weight_penalty), 0.0]
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (shares - labels) + penalty * weights
        bend = (scaled * (shares * (1 - shares))[:, None]).T @ scaled + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    own = weights[:-1] / spread
    found = {name: round(float(weight), 3) for name, weight in zip(names, own, strict=True)}
    return {**found, "base": round(float(weights[-1] - own @ mean), 3)}


def write(target: Path, weights: dict[str, float]) -> None:
    """Write one file of weights."""
    target.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{target.relative_to(ROOT)}: {len(weights)} weights\n")


def main() -> int:
    """Fit and write."""
    if not gold_folder().is_dir():
        sys.stdout.write("No gold data: it is expected in ../shared/gold, or in the folder that CORRO_GOLD names.\n")
        return 2
    lines = read_lines(gold_folder() / "ecb-train.jsonl")
    texts = annotated(lines)
    write(TARGETS[0], fit(topics.MARKS, *topic_examples(lines, texts), TOPIC_PENALTY))
    topics.topic_weights.cache_clear()
    write(TARGETS[1], fit(MARKS, *examples(lines, texts), PENALTY))
    return 0


if __name__ == "__main__":
    sys.exit(main())
