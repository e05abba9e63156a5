"""Trains the role fillers of the bench `muc4`; the model card is docs/models/muc4.md.

    python tools/train_muc4.py [--annotated FOLDER]   trains on the train part and writes bench/muc4/weights.npz

The dev part is not trained on: the last lines printed are five folds of train, and what the weights give on dev.

Needs the packages of `requirements/train.in`. The texts are read where they lie (`../shared/gold`, or the folder that CORRO_GOLD
names). What is kept are numbers under hashes of signs that five documents have, and trees.
"""

import argparse
import json
import os
import pickle
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from bench.muc4 import entities, fillers, strings  # noqa: E402
from bench.muc4.letters import Letters, hashed  # noqa: E402
from bench.muc4.phrases import plain  # noqa: E402
from bench.muc4.reading import annotated, letters_of  # noqa: E402
from bench.muc4.signs import Phrase, Text, phrases, text_of  # noqa: E402
from bench.muc4.weights import FILE, ROLES, Weights, read  # noqa: E402
from muc4_telling import bags_of, telling  # noqa: E402
from train_attribution import as_arrays  # noqa: E402

from corro.model import Annotated  # noqa: E402

FOLDS, DOCUMENTS, SEED = 5, 5, 20261124
"""Parts of the data; documents that a sign must stand in (terms of the gold data); seed."""

CASED = ("attribution/train.jsonl", "events/ipe-dev.jsonl", "when/timebank.jsonl", "when/aquaint.jsonl")
"""Texts with small letters from which the letters are learnt."""

COST = 0.1
STRING_TREES = {"num_leaves": 15, "learning_rate": 0.08, "min_child_samples": 30, "rounds": 150}
FILLER_TREES = {"num_leaves": 12, "learning_rate": 0.06, "min_child_samples": 25, "feature_fraction": 0.4, "rounds": 180}
"""Chosen by cross-validation on train, 2026-11; the pace and rounds of the last set by time."""

Gold = list[list[set[str]]]


@dataclass
class Lesson:
    """A document: its text, phrases, right fillers, and the part that it belongs to."""

    text: Text
    phrases: list[Phrase]
    gold: Gold
    fold: int
    kinds: list[bool] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    labels: np.ndarray = field(default_factory=lambda: np.zeros((0, len(ROLES)), bool))


def gold_folder() -> Path:
    """Return the folder of the gold data."""
    return Path(os.environ.get("CORRO_GOLD") or ROOT.parent / "shared" / "gold")


def lines_of(name: str) -> list[dict[str, Any]]:
    """Return the lines of a gold file."""
    return [json.loads(line) for line in (gold_folder() / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def gold_of(line: dict[str, Any]) -> Gold:
    """Return the right fillers of a document, role by role: those of all templates together, as the scorer takes them."""
    body = " ".join(line["text"][line.get("body_start") or 0 :].split()).lower().replace("[", "(").replace("]", ")")
    found: Gold = []
    for role in ROLES:
        merged: list[list[str]] = []
        for told in (told for template in line["templates"] for told in template.get(role) or []):
            names = [name.lower() for name in told]
            if not any(set(names) <= set(one) or set(one) <= set(names) for one in merged):
                merged.append(names)
        said = [{plain(name) for name in names if " ".join(name.split()) in body} for names in merged]
        found.append([names for names in said if names])
    return found


def kinds_of(line: dict[str, Any]) -> list[bool]:
    """Return which kinds of incident a document tells of, and whether it tells of any."""
    told = " ".join(str(template.get("type")) for template in line["templates"])
    return [*(kind in told for kind in ("ATTACK", "BOMBING", "KIDNAPPING")), bool(told)]


def lessons_of(lines: Sequence[dict[str, Any]], texts: Sequence[Annotated]) -> list[Lesson]:
    """Return documents as lessons, in parts that lie together in the file."""
    made = []
    for number, (line, one) in enumerate(zip(lines, texts, strict=True)):
        text = text_of(one)
        found = phrases(text)
        lesson = Lesson(text, found, gold_of(line), number * FOLDS // len(lines), kinds_of(line), strings.times_said(found))
        lesson.labels = np.array([[_fills(phrase, right) for right in lesson.gold] for phrase in found], bool).reshape(
            -1, len(ROLES)
        )
        made.append(lesson)
    return made


def _fills(phrase: Phrase, right: list[set[str]]) -> bool:
    return any(choice.text in names for choice in phrase.choices for names in right)


# ------------------------------------------------------------------ letters


def learn_letters(pipeline: Any) -> dict[str, np.ndarray]:
    """Learn which words are written small: their hashes, and the direction of common words among word vectors."""
    stands, small, documents = Counter[str](), Counter[str](), Counter[str]()
    for words in _running_words():
        documents.update({word.lower() for word in words})
        stands.update(word.lower() for word in words)
        small.update(word.lower() for word in words if not word[0].isupper())
    often = sorted(word for word, count in documents.items() if count >= DOCUMENTS)
    common = [word for word in often if 2 * small[word] >= stands[word]]
    nothing = Weights(frozenset(), np.zeros(0), 0.0, {}, np.zeros(0), np.zeros(0), {})
    letters = Letters(pipeline, nothing)
    listed = [word for word in often if word.isalpha() and pipeline.vocab.get_vector(word).any() and _listed(letters, word)]
    rows = np.array([pipeline.vocab.get_vector(word) / np.linalg.norm(pipeline.vocab.get_vector(word)) for word in listed])
    model = LogisticRegression(C=10, max_iter=1000, class_weight="balanced").fit(rows, [word in set(common) for word in listed])
    held = {hashed(word): documents[word] for word in common}
    return {
        "common": np.array(sorted(held), np.uint32),
        "common_in": np.array([held[word] for word in sorted(held)], np.uint16),
        "vector": model.coef_[0].astype(np.float32),
        "offset": np.asarray(model.intercept_[0], np.float32),
    }


def _listed(letters: Letters, word: str) -> bool:
    return any(letters._listed(word, part) for part in letters._index)  # noqa: SLF001 - the tool teaches this class


def _running_words() -> Iterator[list[str]]:
    word, opening = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*"), re.compile(r"[.!?:»”\"]\s+\Z|\A\W*\Z|\n\W*\Z")
    for name in CASED:
        for line in lines_of(name):
            text = line["text"] if "text" in line else " ".join(sentence["text"] for sentence in line["sentences"])
            found = word.finditer(text)
            yield [one.group() for one in found if not opening.search(text[max(0, one.start() - 4) : one.start()])]


# ------------------------------------------------------------------ signs, words inside, trees


@dataclass
class Table:
    """All phrases of all lessons as one table of signs."""

    signs: list[int]
    documents: list[int]
    rows: csr_matrix
    folds: np.ndarray
    labels: np.ndarray


def table_of(lessons: Sequence[Lesson]) -> Table:
    """Return the table of the signs that enough documents have."""
    counts = Counter(sign for lesson in lessons for sign in set().union(*(phrase.signs for phrase in lesson.phrases)))
    signs = sorted(sign for sign, count in counts.items() if count >= DOCUMENTS)
    number = {sign: at for at, sign in enumerate(signs)}
    columns, ends, values = [], [0], []
    for phrase in (phrase for lesson in lessons for phrase in lesson.phrases):
        seen = sorted(number[sign] for sign in phrase.signs if sign in number)
        columns += seen
        values += [5.0 / max(1.0, len(seen) ** 0.5)] * len(seen)
        ends.append(len(columns))
    rows = csr_matrix((np.array(values, np.float64), columns, ends), shape=(len(ends) - 1, len(signs)))
    folds = np.array([lesson.fold for lesson in lessons for _ in lesson.phrases])
    return Table(signs, [counts[sign] for sign in signs], rows, folds, np.concatenate([lesson.labels for lesson in lessons]))


def linear(table: Table, without: int | None) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights of signs and what roles start from, learnt without one part."""
    kept = np.flatnonzero(table.folds != (-1 if without is None else without))
    weights, bias = np.zeros((len(table.signs), len(ROLES)), np.float32), np.zeros(len(ROLES), np.float32)
    for role in range(len(ROLES)):
        model = LogisticRegression(solver="liblinear", C=COST, tol=5e-3, random_state=SEED)
        model.fit(table.rows[kept], table.labels[kept, role])
        weights[:, role], bias[role] = model.coef_[0], model.intercept_[0]
    return weights, bias


def inside_rates(lessons: Sequence[Lesson], without: int | None) -> dict[int, tuple[float, int]]:
    """Return for hashes of words before heads of fillers how often they belong to the filler, and documents that have them."""
    seen, inside, documents = Counter[int](), Counter[int](), Counter[int]()
    for lesson in (lesson for lesson in lessons if lesson.fold != without):
        mine = set()
        for phrase, labels in zip(lesson.phrases, lesson.labels, strict=True):
            right = set().union(*(names for role in np.flatnonzero(labels) for names in lesson.gold[role]))
            firsts = [choice.first for choice in phrase.choices if choice.text in right]
            for at in range(phrase.choices[0].first, phrase.head) if firsts else ():
                word = hashed(lesson.text.annotated.tokens[at].text.lower())
                mine.add(word)
                seen[word] += 1
                inside[word] += at >= min(firsts)
        documents.update(mine)
    often = sorted(word for word, count in documents.items() if count >= DOCUMENTS)
    return {word: (round((inside[word] + 1) / (seen[word] + 2), 3), documents[word]) for word in often}


def string_rows(lessons: Sequence[Lesson], rates: dict[int | None, dict[int, float]]) -> Iterator[tuple[int, list[float], bool]]:
    """Yield the strings of phrases that fill a role, with the part and whether each is right."""
    for lesson in lessons:
        for phrase, labels in zip(lesson.phrases, lesson.labels, strict=True):
            if labels.any():
                seen = strings.rows(lesson.text, phrase, lesson.said, rates[lesson.fold])
                for role in np.flatnonzero(labels):
                    for choice, row in zip(phrase.choices, seen, strict=True):
                        yield lesson.fold, [*row, float(role)], any(choice.text in names for names in lesson.gold[role])


def grow(rows: np.ndarray, right: np.ndarray, options: dict[str, Any]) -> lightgbm.Booster:
    """Grow trees."""
    chosen = {"objective": "binary", "seed": SEED % 10000, "deterministic": True, "force_row_wise": True, "num_threads": 1}
    chosen |= {"verbosity": -1, "lambda_l2": 5.0, "max_depth": 7, **options}
    rounds = chosen.pop("rounds")
    return lightgbm.train(chosen, lightgbm.Dataset(rows.astype(np.float32), right.astype(float)), rounds)


def judged_right(lesson: Lesson, found: Sequence[entities.Candidate]) -> list[bool]:
    """Return which strings are right."""
    return [any(one.text in names for names in lesson.gold[one.role]) for one in found]


@dataclass
class Learnt:
    """What came out: arrays for the file, and what cross-validation says of each string."""

    arrays: dict[str, np.ndarray]
    judged: list[tuple[Lesson, list[tuple[entities.Candidate, float]]]]


def learn(lessons: Sequence[Lesson], base: dict[str, np.ndarray]) -> Learnt:
    """Learn all; what a later step sees comes from parts that the earlier one was not learnt on."""
    table = table_of(lessons)
    weights, bias = linear(table, None)
    bags = bags_of(lessons, DOCUMENTS)
    inside = {fold: inside_rates(lessons, fold) for fold in (None, *range(FOLDS))}
    rates: dict[int | None, dict[int, float]] = {
        fold: {word: rate for word, (rate, _) in found.items()} for fold, found in inside.items()
    }
    found = list(string_rows(lessons, rates))
    folds, rows = np.array([one[0] for one in found]), np.array([one[1] for one in found], np.float32)
    right = np.array([one[2] for one in found])
    arrays = {**base, "signs": np.array(table.signs, np.uint32), "linear": weights.astype(np.float16), "bias": bias}
    arrays |= {"inside": np.array(list(rates[None]), np.uint32), "inside_rates": np.array(list(rates[None].values()), np.float16)}
    arrays |= {"words": np.array(bags.words, np.uint32), **telling(bags, None, SEED)}
    arrays |= {"signs_in": np.array(table.documents, np.uint16), "words_in": np.array(bags.documents, np.uint16)}
    arrays |= {"inside_in": np.array([count for _, count in inside[None].values()], np.uint16)}
    arrays |= as_arrays(grow(rows, right, STRING_TREES), "strings")
    given: list[tuple[Lesson, list[entities.Candidate]]] = []
    for fold in range(FOLDS):
        weights, bias = linear(table, fold)
        parts = {"linear": weights, "bias": bias, "inside": np.array(list(rates[fold]), np.uint32)}
        parts |= {"inside_rates": np.array(list(rates[fold].values()))}
        parts |= telling(bags, fold, SEED)
        parts |= as_arrays(grow(rows[folds != fold], right[folds != fold], STRING_TREES), "strings")
        known = read({**arrays, **parts, **{f"fillers_{part}": parts[f"strings_{part}"] for part in PARTS}})
        given += [(lesson, fillers.judged(lesson.text, lesson.phrases, known)) for lesson in lessons if lesson.fold == fold]
        sys.stderr.write(f"part {fold}\n")
    return _with_fillers(arrays, given)


PARTS = ("feature", "threshold", "left", "right", "value", "depth")


def _with_fillers(arrays: dict[str, np.ndarray], given: list[tuple[Lesson, list[entities.Candidate]]]) -> Learnt:
    rows = np.array([one.row for _, found in given for one in found], np.float32)
    right = np.array([flag for lesson, found in given for flag in judged_right(lesson, found)])
    folds = np.array([lesson.fold for lesson, found in given for _ in found])
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        chances[folds == fold] = grow(rows[folds != fold], right[folds != fold], FILLER_TREES).predict(rows[folds == fold])
    arrays |= as_arrays(grow(rows, right, FILLER_TREES), "fillers")
    judged, at = [], 0
    for lesson, found in given:
        judged.append((lesson, list(zip(found, chances[at : at + len(found)].tolist(), strict=True))))
        at += len(found)
    return Learnt(arrays, judged)


# ------------------------------------------------------------------ check


def figures(judged: Sequence[tuple[Lesson, Sequence[tuple[entities.Candidate, float]]]], least: float) -> str:
    """Return precision, recall and F1 by the scorer's measure, and F1 of each role."""
    counts = np.zeros((3, len(ROLES)))
    for lesson, found in judged:
        left = [list(names) for names in lesson.gold]
        counts[2] += [len(names) for names in left]
        for one, _ in fillers.chosen(found, least):
            counts[1, one.role] += 1
            hit = next((names for names in left[one.role] if one.text in names), None)
            if hit is not None:
                left[one.role].remove(hit)
                counts[0, one.role] += 1
    right, said, gold = counts.sum(axis=1)
    roles = ", ".join(f"{name} {200 * a / max(1, b + c):.1f}" for name, a, b, c in zip(ROLES, *counts, strict=True))
    return f"P {100 * right / max(1, said):.1f} R {100 * right / gold:.1f} F1 {200 * right / (said + gold):.1f} ({roles})"


def train_and_check(train: Sequence[Lesson], dev: Sequence[Lesson], base: dict[str, np.ndarray]) -> None:
    """Learn from train, write the weights, and print cross-validation and what they give on dev."""
    learnt = learn(train, base)
    write_arrays(FILE, learnt.arrays)
    known = read(learnt.arrays)
    unseen = []
    for lesson in dev:
        found = fillers.judged(lesson.text, lesson.phrases, known)
        rows = np.array([one.row for one in found], np.float32)
        shares = known.fillers.chances(rows).tolist() if found and known.fillers else []
        unseen.append((lesson, list(zip(found, shares, strict=True))))
    for least in (0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.3):
        sys.stdout.write(f"{least}: train {figures(learnt.judged, least)}\n      dev {figures(unseen, least)}\n")


def write_arrays(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write arrays as a `.npz` that is the same for the same arrays: no times, a fixed order."""
    read(arrays)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            stream = BytesIO()
            np.lib.format.write_array(stream, arrays[name], allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), stream.getvalue(), zipfile.ZIP_DEFLATED)


def texts_of(lines: Sequence[dict[str, Any]], base: dict[str, np.ndarray], cache: Path | None) -> list[Annotated]:
    """Return the grammar of lines, from a cache where there is one."""
    if cache is not None and cache.exists():
        return list(pickle.loads(cache.read_bytes()))  # noqa: S301 - the user's own file, never one that was received
    made = list(annotated(lines, letters_of(read_letters(base))))
    if cache is not None:
        cache.write_bytes(pickle.dumps(made))
    return made


def read_letters(base: dict[str, np.ndarray]) -> Weights:
    """Return weights that hold letters only."""
    letters = (frozenset(base["common"].tolist()), base["vector"], float(base["offset"]))
    return Weights(*letters, {}, np.zeros(0), np.zeros(0), {})


def main() -> int:
    """Train and check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotated", type=Path, help="keep the grammar of the texts in this folder, outside the project")
    chosen = parser.parse_args()
    if not gold_folder().is_dir():
        sys.stdout.write("No gold data: it is expected in ../shared/gold, or in the folder that CORRO_GOLD names.\n")
        return 2
    from corro.annotate.pipelines import load
    from corro.values import Language

    base = learn_letters(load(Language.ENGLISH))
    parts = []
    for name in ("train", "dev"):
        lines = lines_of(f"events/muc4-{name}.jsonl")
        cache = chosen.annotated / f"{name}.pickle" if chosen.annotated else None
        parts.append(lessons_of(lines, texts_of(lines, base, cache)))
    train_and_check(*parts, base)
    sys.stdout.write(f"{FILE.relative_to(ROOT)}: {FILE.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
