"""Trains the linear models of the benches `plv` and `sentences`; the model card is docs/models/sentences.md.

    python tools/train_sentences.py            trains on the whole files, writes the weights.npz of both benches
    python tools/train_sentences.py --check    cross-validates, thresholds chosen inside each fold, with intervals; writes nothing

The texts are read where they lie (`../shared/gold`, or the folder that CORRO_GOLD names) and nothing of them is kept: a mark holds
one word at most, stands in five documents or more, and is kept as a hash. Needs requirements/train.in.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.frame import gold_folder, read_lines  # noqa: E402 - the project's root is put on the path first
from bench.linear import Example, Linear, hashed, row_of, write  # noqa: E402
from bench.parsed import parses  # noqa: E402
from bench.plv import marks as plv_marks  # noqa: E402
from bench.plv import predict as plv  # noqa: E402
from bench.sentences import marks as police_marks  # noqa: E402
from bench.sentences import predict as police  # noqa: E402

SEED = 20261124
LEAST_DOCUMENTS = 5
PLV_STRENGTH, POLICE_STRENGTH, WEIGHT_OF_YES = 20.0, 30.0, 3.0
"""Inverse of the penalty, and how much a sentence with a label counts. Source: chosen by cross-validation, 2026-11."""
POLICE = ("KILL", "ARREST", "FORCE", "FAIL", "ANY_ACTION")
FOLDS = {"plv": 10, "sentences": 5}


@dataclass(frozen=True)
class Known:
    """What is trained on: examples, each one's document, and its answers, one column a label."""

    labels: tuple[str, ...]
    examples: list[Example]
    documents: np.ndarray
    answers: np.ndarray

    def part(self, rows: np.ndarray) -> "Known":
        """Return some of the examples."""
        return replace(
            self, examples=[self.examples[row] for row in rows], documents=self.documents[rows], answers=self.answers[rows]
        )


def plv_known() -> Known:
    """Read the relations."""
    lines = read_lines(gold_folder() / "events" / "plv-train.jsonl")
    found = parses(line["sentence"] for line in lines)
    examples = [plv_marks.marks(parse, line["source"], line["target"]) for line, parse in zip(lines, found, strict=True)]
    labels = tuple(sorted(plv.QUAD))
    answers = np.array([[line["root"] == label for label in labels] for line in lines])
    return Known(labels, examples, np.array([line["sentence"] for line in lines]), answers)


def police_known() -> Known:
    """Read the sentences on police."""
    lines = read_lines(gold_folder() / "events" / "ipe-dev.jsonl")
    found = parses(text for line in lines for text in police.texts_of(line))
    examples = [one for line in lines for one in police_marks.marks_of_document([next(found) for _ in line["sentences"]])]
    answers = np.array([[label in sentence["labels"] for label in POLICE] for line in lines for sentence in line["sentences"]])
    return Known(POLICE, examples, np.array([line["id"] for line in lines for _ in line["sentences"]]), answers)


def empty(known: Known) -> Linear:
    """Return a model that knows which marks are common enough, and how rare each is."""
    documents, count = defaultdict(set), defaultdict(int)
    for example, document in zip(known.examples, known.documents, strict=True):
        for name in (*example.words, *example.signs):
            documents[name].add(document)
            count[name] += 1
    names = sorted((name for name, held in documents.items() if len(held) >= LEAST_DOCUMENTS), key=hashed)
    rarity = np.array([np.log(1 + len(known.examples) / count[name]) for name in names])
    rarity = rarity.astype(np.float16).astype(np.float32)
    nothing = np.zeros((len(names), len(known.labels)), dtype=np.float32)
    return Linear(known.labels, {hashed(name): row for row, name in enumerate(names)}, rarity, nothing, nothing[0])


def table(model: Linear, examples: Sequence[Example]) -> Any:
    """Return the marks of examples as a sparse table."""
    from scipy.sparse import csr_matrix

    rows = [row_of(example, model.places, model.rarity) for example in examples]
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns = np.array([column for found, _ in rows for column in found])
    return csr_matrix((np.concatenate([values for _, values in rows]), columns, ends), shape=(len(rows), len(model.places)))


def fit_one(known: Known) -> Linear:
    """Fit a model for labels that exclude each other."""
    from sklearn.linear_model import LogisticRegression

    model = empty(known)
    fitted = LogisticRegression(C=PLV_STRENGTH, class_weight="balanced", max_iter=400)
    fitted.fit(table(model, known.examples), known.answers.argmax(axis=1))
    return replace(model, weights=fitted.coef_.T.astype(np.float32), bias=fitted.intercept_.astype(np.float32))


def fit_many(known: Known) -> Linear:
    """Fit a model for labels that stand side by side; the bias is such that 0 is the natural threshold."""
    from sklearn.linear_model import LogisticRegression

    model = empty(known)
    marks = table(model, known.examples)
    fitted = [
        LogisticRegression(C=POLICE_STRENGTH, class_weight={False: 1, True: WEIGHT_OF_YES}, solver="liblinear", random_state=SEED)
        for _ in known.labels
    ]
    for column, one in enumerate(fitted):
        one.fit(marks, known.answers[:, column])
    weights = np.stack([one.coef_[0] for one in fitted], axis=1).astype(np.float32)
    return replace(model, weights=weights, bias=np.array([one.intercept_[0] for one in fitted], dtype=np.float32))


def folds(known: Known, count: int, name: str = "outer") -> list[tuple[np.ndarray, np.ndarray]]:
    """Return rows to train and rows to try, whole documents in one block, spread by hash of the document."""
    block = np.array([hashed(f"{SEED}:{name}:{document}") % count for document in known.documents])
    return [(np.flatnonzero(block != fold), np.flatnonzero(block == fold)) for fold in range(count)]


def unseen(known: Known, fit: Callable[[Known], Linear], blocks: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Return the scores of each example from a model that has not seen its document."""
    scores = np.zeros(known.answers.shape)
    for seen, held in blocks:
        model = fit(known.part(seen))
        scores[held] = table(model, [known.examples[row] for row in held]) @ model.weights + model.bias
    return scores


def thresholds(scores: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """Return for each label the score from which F1 is best, in the middle of the gap below it."""
    found = []
    for column in range(scores.shape[1]):
        order = np.argsort(-scores[:, column], kind="stable")
        right = np.cumsum(answers[order, column])
        best = int((2 * right / (np.arange(1, len(order) + 1) + right[-1])).argmax())
        following = order[min(best + 1, len(order) - 1)]
        found.append((scores[order[best], column] + scores[following, column]) / 2)
    return np.array(found, dtype=np.float32)


def trained(known: Known) -> Linear:
    """Fit the sentences' model, its threshold from cross-validation on the same examples."""
    model = fit_many(known)
    return replace(
        model, bias=model.bias - thresholds(unseen(known, fit_many, folds(known, FOLDS["sentences"], "inner")), known.answers)
    )


def f1(right: np.ndarray, said: np.ndarray) -> float:
    """Return F1 of one label."""
    total = right.sum() + said.sum()
    return float(2 * (right & said).sum() / total) if total else 0.0


def check_plv(known: Known) -> None:
    """Print macro-F1 of both label sets on unseen sentences."""
    said, right = unseen(known, fit_one, folds(known, FOLDS["plv"])).argmax(axis=1), known.answers.argmax(axis=1)
    quad = np.array([plv.QUAD[label] for label in known.labels])
    for name, gold, found in (("15 roots", right, said), ("4 quad classes", quad[right], quad[said])):
        _print(name, known.documents, lambda rows, g=gold, f=found: np.mean([f1(g[rows] == one, f[rows] == one) for one in set(g)]))


def check_police(known: Known) -> None:
    """Print F1 of each label on unseen documents, thresholds chosen without them."""
    said = np.zeros(known.answers.shape, dtype=bool)
    for seen, held in folds(known, FOLDS["sentences"]):
        model = trained(known.part(seen))
        said[held] = table(model, [known.examples[row] for row in held]) @ model.weights + model.bias > 0
    for column, label in enumerate(known.labels):
        right, found = known.answers[:, column], said[:, column]
        _print(label, known.documents, lambda rows, r=right, f=found: f1(r[rows], f[rows]))


def _print(name: str, documents: np.ndarray, measure: Callable[[Any], float]) -> None:
    """Print a measure with the 95 % interval of a bootstrap over documents."""
    groups = defaultdict(list)
    for row, document in enumerate(documents):
        groups[document].append(row)
    dice, blocks = random.Random(SEED), list(groups.values())  # noqa: S311 - a bootstrap
    drawn = sorted(measure(np.concatenate(dice.choices(blocks, k=len(blocks)))) for _ in range(200))
    sys.stdout.write(f"{name}: {measure(slice(None)):.3f} [{drawn[5]:.3f}, {drawn[194]:.3f}]\n")


def main() -> int:
    """Train or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    chosen = parser.parse_args()
    if not gold_folder().is_dir():
        sys.stdout.write("No gold data: it is expected in ../shared/gold, or in the folder that CORRO_GOLD names.\n")
        return 2
    relations, sentences = plv_known(), police_known()
    if chosen.check:
        check_plv(relations)
        check_police(sentences)
        return 0
    write(plv.WEIGHTS, fit_one(relations))
    write(police.WEIGHTS, trained(sentences))
    return 0


if __name__ == "__main__":
    sys.exit(main())
