"""Trains the second opinion on pairs of passages; the model card is docs/models/opinion.md.

    python tools/train_opinion.py            trains on all files but the one kept apart, writes src/corro/vocab/opinion_weights.json
    python tools/train_opinion.py --check    trains without one file at a time and scores that one; writes nothing

The pairs are ours: bench/disputes/own/*.jsonl, and the development file of the gold folder (`../shared/gold`, or CORRO_GOLD). Needs
requirements/train.in. No chance is in it: the solver starts at nought and the pairs come in the order of the files.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.disputes.predict import side  # noqa: E402 - the project's root is put on the path first
from bench.frame import gold_folder, read_lines  # noqa: E402

from corro.weigh.fields.opinion import WEIGHTS, marks  # noqa: E402

OWN = ROOT / "bench" / "disputes" / "own"
KEPT_APART = "sixth"
"""Never trained on, so that something is left to measure by."""

STRENGTH = 0.3
"""Inverse of the penalty. Source: leave-one-file-out over .03, .1, .3, 2026-11."""

DIGITS = 4
"""Digits of a weight that are kept: fewer than two machines differ in. Source: own choice."""

Known = tuple[str, dict[str, float], str]
"""The file that a pair stands in, its marks, and its relation."""


def known() -> list[Known]:
    """Read all pairs, with their marks."""
    paths = [gold_folder() / "disputes" / "dev.jsonl", *sorted(OWN.glob("*.jsonl"))]
    named = [("gold" if index == 0 else path.stem, path) for index, path in enumerate(paths)]
    return [(name, _marks(line), line["relation"]) for name, path in named for line in read_lines(path)]


def _marks(line: dict[str, Any]) -> dict[str, float]:
    one, other = (side(line[name], language) for name, language in zip(("a", "b"), line["lang"], strict=True))
    if one.published and other.published and other.published < one.published:
        one, other = other, one
    return marks(one, other, line["field"])


def fit(pairs: Sequence[Known]) -> tuple[Any, Any]:
    """Fit the model; return it with the table of its marks."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    table = DictVectorizer(sparse=False)
    columns = table.fit_transform([found for _, found, _ in pairs])
    fitted = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000, tol=1e-8)
    return fitted.fit(columns, [relation for _, _, relation in pairs]), table


def write(pairs: Sequence[Known]) -> None:
    """Train on pairs and write the weights."""
    fitted, table = fit(pairs)
    names = table.get_feature_names_out()
    found = {
        str(relation): {
            "bias": round(float(bias), DIGITS),
            "marks": {
                str(name): round(float(weight), DIGITS) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 0.01
            },
        }
        for relation, bias, weights in zip(fitted.classes_, fitted.intercept_, fitted.coef_, strict=True)
    }
    path = ROOT / "src" / "corro" / "vocab" / WEIGHTS
    path.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write(f"{path.name}: {len(pairs)} pairs, {path.stat().st_size:,} bytes\n")


def check(pairs: Sequence[Known]) -> None:
    """Score each file by a model that has not seen it."""
    from sklearn.metrics import f1_score

    for name in dict.fromkeys(name for name, _, _ in pairs):
        fitted, table = fit([pair for pair in pairs if pair[0] != name])
        left = [pair for pair in pairs if pair[0] == name]
        predicted = fitted.predict(table.transform([found for _, found, _ in left]))
        truth = np.array([relation for _, _, relation in left])
        sys.stdout.write(f"{name:10} {len(left):4} pairs, macro-F1 {f1_score(truth, predicted, average='macro'):.3f}\n")


def main() -> None:
    """Train, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    pairs = known()
    if parser.parse_args().check:
        check(pairs)
    else:
        write([pair for pair in pairs if pair[0] != KEPT_APART])


if __name__ == "__main__":
    main()
