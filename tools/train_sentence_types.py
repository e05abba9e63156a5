"""Trains the second opinion on event types on the project's own passages and sentences, and writes it into the package.

    python tools/train_sentence_types.py [--output FILE] [--without NAME ...] [--check]

Needs the packages of `requirements/train.in` beside Corro's own; no text from elsewhere. The same sets give the same file,
byte for byte. `--without wire` leaves a set out; `--check` leaves out one after another and prints how well each is told.
"""

import argparse
import hashlib
import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corro.annotate import annotate
from corro.extract.events.grammar import Grammar
from corro.extract.events.second_opinion import LEAST_TO_ADD
from corro.extract.events.sentence_types import FILE, marks_of
from corro.model import Evidence, Received
from corro.read import read
from corro.vocab.event_types import event_types

OWN = Path("bench/passages/own")
SETS = ("dev_omc", "dev_vah", "another", "wire", "turns", "phrases/phrases")
TOLD = OWN / "phrases" / "sentences.tsv"
"""Single sentences with their type, or with `-` for none: type, language, sentence."""

SEEN = 2
"""Sentences in which a mark must stand to be kept. Source: chosen with `--check`, 2026-11."""

STRENGTH = 2.0
"""How freely weights may grow. Source: of 2, 4 and 8 the best with `--check`, 2026-11."""

RARE = 3.0
"""What a sentence of a type counts more than one of another. Source: chosen with `--check`, 2026-11."""


PAIR, GRAMMAR = 0.5, 0.3
"""Size of a pair of words and of a word of grammar beside that of a word. Source: chosen with `--check`, 2026-11."""


@dataclass(frozen=True)
class Lesson:
    """A sentence: the set that it is from, its language, its marks and its types."""

    source: str
    language: str
    marks: tuple[str, ...]
    types: frozenset[str]


def lessons(without: Sequence[str] = ()) -> list[Lesson]:
    """Return the sentences of the own sets, in a fixed order, but for those that are left out."""
    found: list[Lesson] = []
    for name in SETS:
        if name not in without:
            lines = (OWN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            found += [one for line in lines for one in of_passage(name, json.loads(line))]
    if "sentences" not in without:
        rows = (line.split("\t") for line in TOLD.read_text(encoding="utf-8").splitlines())
        found += [of_sentence(kinds, language, text) for kinds, language, text in rows]
    return found


def of_passage(source: str, line: dict) -> Iterator[Lesson]:
    """Yield the sentences of a passage with the types whose triggers stand in them."""
    grammar = grammar_of(line["text"], line["lang"])
    marked = list(marks_of(grammar))
    offsets = grammar.annotated.document.offsets
    for sentence in grammar.annotated.sentences:
        first, last = grammar.tokens[sentence.first], grammar.tokens[sentence.last - 1]
        start, end = offsets.to_raw(first.start), offsets.to_raw(last.end - 1)
        types = {event["type"] for event in line["events"] if event["trigger"] and start <= event["trigger"][0] <= end}
        marks = tuple(mark for index, mark in marked if sentence.first <= index < sentence.last)
        yield Lesson(source, line["lang"], marks, frozenset(types))


def of_sentence(kinds: str, language: str, text: str) -> Lesson:
    """Return a single sentence."""
    marks = dict.fromkeys(mark for _, mark in marks_of(grammar_of(text, language)))
    return Lesson("sentences", language, tuple(marks), frozenset(kinds.split("+")) - {"-"})


def grammar_of(text: str, language: str) -> Grammar:
    """Return the tree of a text."""
    content = json.dumps({"text": text, "language": language}, ensure_ascii=False).encode()
    evidence = Evidence(hashlib.sha256(content).hexdigest(), "application/json", len(content), "text.json")
    return Grammar(annotate(read(Received(evidence, content, "text")).documents[0]))


@dataclass(frozen=True)
class Learnt:
    """What was learnt of one language."""

    marks: tuple[str, ...]
    weights: np.ndarray
    start: np.ndarray


def learn(taught: Sequence[Lesson], codes: Sequence[str]) -> Learnt:
    """Return weights of marks for each type."""
    counted = Counter(mark for lesson in taught for mark in lesson.marks)
    marks = tuple(sorted(mark for mark, count in counted.items() if count >= SEEN))
    sizes = np.array([size_of(mark) for mark in marks])
    table = table_of(taught, {mark: row for row, mark in enumerate(marks)}, sized=True)
    weights, start = np.zeros((len(marks), len(codes))), np.zeros(len(codes))
    for column, code in enumerate(codes):
        answers = np.array([code in lesson.types for lesson in taught])
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, class_weight={False: 1.0, True: RARE})
        model.fit(table, answers)
        weights[:, column], start[column] = model.coef_[0] * sizes, model.intercept_[0]
    return Learnt(marks, weights.astype(np.float16), start.astype(np.float32))


def table_of(taught: Sequence[Lesson], rows: dict[str, int], *, sized: bool) -> csr_matrix:
    """Return one row a sentence and one column a mark."""
    pairs = [(number, rows[mark]) for number, lesson in enumerate(taught) for mark in lesson.marks if mark in rows]
    lines, columns = np.array(pairs, dtype=np.int32).T
    sizes = np.array([size_of(mark) for mark in rows])[columns] if sized else np.ones(len(pairs))
    table = csr_matrix((sizes, (lines, columns)), shape=(len(taught), len(rows)))
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    return table


def size_of(mark: str) -> float:
    """Return how large a mark stands in training; smaller ones are trusted less."""
    if mark.startswith("="):
        return GRAMMAR
    return PAIR if " " in mark else 1.0


def chances(learnt: Learnt, asked: Sequence[Lesson]) -> np.ndarray:
    """Return the chance of each type for each sentence."""
    sums = table_of(asked, {mark: row for row, mark in enumerate(learnt.marks)}, sized=False) @ learnt.weights.astype(np.float64)
    return 1 / (1 + np.exp(-(sums + learnt.start)))


def check(taught: Sequence[Lesson], codes: Sequence[str]) -> Iterator[str]:
    """Yield one line a set: how well its sentences are told by what the other sets teach."""
    for source in dict.fromkeys(lesson.source for lesson in taught):
        sure = right = gold = 0
        for language in ("en", "fr"):
            others = [one for one in taught if one.source != source and one.language == language]
            asked = [one for one in taught if one.source == source and one.language == language]
            told = chances(learn(others, codes), asked) >= LEAST_TO_ADD
            truth = np.array([[code in one.types for code in codes] for one in asked])
            sure, right, gold = sure + told.sum(), right + (told & truth).sum(), gold + truth.sum()
        precision, recall, both = right / max(1, sure), right / max(1, gold), 2 * right / max(1, sure + gold)
        yield f"{source:16} precision {precision:.3f} recall {recall:.3f} F1 {both:.3f}"


def write(path: Path, learnt: dict[str, Learnt], codes: Sequence[str]) -> None:
    """Write the file, with fixed dates inside so that the same weights give the same bytes."""
    arrays: dict[str, np.ndarray] = {"codes": np.array(codes)}
    for language, one in learnt.items():
        arrays |= {f"{language}_marks": np.array(one.marks), f"{language}_weights": one.weights, f"{language}_start": one.start}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            content = BytesIO()
            np.lib.format.write_array(content, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), content.getvalue(), zipfile.ZIP_DEFLATED)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path("src/corro/extract/events") / FILE)
    parser.add_argument("--without", nargs="*", default=[], help="sets that are left out")
    parser.add_argument("--check", action="store_true", help="print how well each set is told by the others, and write nothing")
    chosen = parser.parse_args()
    codes, taught = list(event_types()), lessons(chosen.without)
    if chosen.check:
        sys.stdout.writelines(f"{line}\n" for line in check(taught, codes))
        return 0
    learnt = {language: learn([one for one in taught if one.language == language], codes) for language in ("en", "fr")}
    write(chosen.output, learnt, codes)
    sys.stderr.write(f"{chosen.output} written from {len(taught)} sentences\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
