"""Trains the weights of attribution on PolNeAR's training part and writes them into the package.

    python tools/train_attribution.py ../shared/gold/attribution/train.jsonl [--output FILE] [--annotated CACHE]

Needs the packages of `requirements/train.in` beside Corro's own. The same input gives the same file, byte for byte: fixed
seeds and a fixed order. What the file may hold is told in docs/models/attribution.md and proved by a test: rates of single
words that five documents have, no names, and trees over numbers.
"""

import argparse
import hashlib
import json
import pickle
import sys
import zipfile
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import lightgbm
import numpy as np

from corro.extract.statements.anchors import Anchor, Found, anchors_of, found_by_rules, subject_token
from corro.extract.statements.draft import Draft
from corro.extract.statements.finding import find_by_rules
from corro.extract.statements.frames import Frame, frame_of
from corro.extract.statements.passages import Chances, passages_of, seen_of, share
from corro.extract.statements.prepared import Prepared, prepare
from corro.extract.statements.proposals import LEAST_CHANCE
from corro.extract.statements.sayers import rows_of
from corro.extract.statements.weights import COLUMNS, FILE, ROLES, Weights, read_weights
from corro.model import Annotated, Document, Evidence, Received
from corro.values import Span

Counted = dict[tuple[str, int], list[int]]
Spelled = dict[str, tuple[int, int]]

FOLDS = 5
"""Parts of the training data; what is learnt of a word is learnt on the other parts, so that the trees do not trust it too much."""

DOCUMENTS = 5
"""Documents in which a word must stand to be kept. Source: the terms of the gold data."""

MATCH = 0.5
"""Share of common characters from which a passage counts as found. Source: the scorer."""

WEIGHT = 4.0
"""Sightings that what is expected of a word weighs as much as. Source: chosen on PolNeAR's development part, 2026-11."""

ANCHORS = {"num_leaves": 31, "learning_rate": 0.1, "min_child_samples": 40, "rounds": 80, "feature_fraction": 0.6}
PASSAGES = {"num_leaves": 63, "learning_rate": 0.08, "min_child_samples": 60, "rounds": 160, "feature_fraction": 0.4}
SAYERS = {"num_leaves": 31, "learning_rate": 0.1, "min_child_samples": 40, "rounds": 100, "feature_fraction": 0.6}


@dataclass
class Attribution:
    """A gold attribution in characters of the text as shown."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass
class Lesson:
    """A training document: its grammar, what the rules find in it, and what is right."""

    prepared: Prepared
    drafts: list[Draft]
    found: Found
    gold: list[Attribution]
    fold: int
    cues: dict[int, list[int]] = field(default_factory=dict)


def shown(document: Document, offset: int) -> int:
    """Return where a character of the raw text stands in the text as shown."""
    at = bisect_right(document.offsets.raw, offset) - 1
    return max(0, min(document.offsets.shown[at] + offset - document.offsets.raw[at], len(document.text)))


def lesson(line: dict[str, Any], annotated: Annotated, number: int) -> Lesson:
    """Return a line as a training document."""
    prepared = prepare(annotated)
    drafts = find_by_rules(prepared)
    gold = []
    for told in line["attributions"]:
        parts = {name: _spans(prepared, told.get(name) or []) for name in ("content", "cue", "source")}
        if parts["content"]:
            gold.append(Attribution(**parts))
    made = Lesson(prepared, drafts, found_by_rules(prepared, drafts), gold, number % FOLDS)
    for index, one in enumerate(gold):
        for token in _cue_heads(prepared, one):
            made.cues.setdefault(token, []).append(index)
    return made


def _spans(prepared: Prepared, spans: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    document = prepared.grammar.annotated.document
    pairs = ((shown(document, start), shown(document, end)) for start, end in spans)
    return tuple(span for start, end in pairs if start < end and (span := prepared.grammar.trimmed(start, end)))


def _tokens(prepared: Prepared, spans: Iterable[Span]) -> list[int]:
    grammar = prepared.grammar
    return [token for span in spans for token in range(grammar.at(span.start), grammar.at(span.end))]


def _cue_heads(prepared: Prepared, gold: Attribution) -> list[int]:
    """Return the words that a cue turns on: those that hang on none of its other words."""
    tokens = prepared.grammar.tokens
    inside = set(_tokens(prepared, gold.cue))
    heads = [token for token in sorted(inside) if tokens[token].head not in inside or tokens[token].head == token]
    able = [token for token in heads if tokens[token].pos in ROLES]
    return able or [token for token in sorted(inside) if tokens[token].pos in ROLES][:1]


# ------------------------------------------------------------------ words


def sightings(one: Lesson) -> Counted:
    """Return for each word and column how often it was seen in that role, and how often it was right."""
    grammar = one.prepared.grammar
    names = {token for mention in grammar.annotated.mentions for token in _tokens(one.prepared, [mention.span])}
    sources = {token for gold in one.gold for token in _tokens(one.prepared, gold.source)}
    contents = {token for gold in one.gold for token in _tokens(one.prepared, gold.content)}
    seen: Counted = defaultdict(lambda: [0, 0])

    def see(token: int, column: int, right: bool) -> None:
        if token not in names:
            pair = seen[grammar.tokens[token].lemma, column]
            pair[0] += 1
            pair[1] += right

    for index, token in enumerate(grammar.tokens):
        role = ROLES.get(token.pos)
        if role is None or token.dep.startswith(("aux", "cop")):
            continue
        see(index, role + frame_of(grammar, index), index in one.cues)
        if token.pos == "VERB":
            subject, _ = subject_token(grammar, index)
            if subject is not None and grammar.tokens[subject].pos in ("NOUN", "PRON"):
                see(subject, COLUMNS.index("subject"), subject in sources)
            said = grammar.child(index, "obj", "nsubj:pass")
            if said is not None and grammar.tokens[said].pos in ("NOUN", "PRON"):
                see(said, COLUMNS.index("object"), said in contents and index in one.cues)
    return seen


def may_be_kept(word: str) -> bool:
    """Say whether a word may be stored at all: one word of letters, in small ones."""
    return word.isascii() and word.replace("-", "").replace("'", "").isalpha() and word == word.lower()


def spellings(lessons: Sequence[Lesson]) -> Spelled:
    """Return for each word how often it stands inside a sentence, and how often with a capital there."""
    stands: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for one in lessons:
        grammar = one.prepared.grammar
        openings = {sentence.first for sentence in grammar.sentences}
        for index, token in enumerate(grammar.tokens):
            if index not in openings:
                stands[token.lemma] += 1
                capitals[token.lemma] += token.text[:1].isupper()
    return {word: (count, capitals[word]) for word, count in stands.items()}


def rates_of(counted: Sequence[Counted], spelled: Spelled) -> tuple[dict[str, int], dict[str, list[float]], list[float]]:
    """Return the documents of each word that is kept, its rates, and the rates of all others."""
    total: dict[tuple[str, int], np.ndarray] = defaultdict(lambda: np.zeros(2))
    documents: Counter[str] = Counter()
    for seen in counted:
        documents.update({word for word, _ in seen})
        for key, pair in seen.items():
            total[key] += pair
    common = {word for word, (stands, capitals) in spelled.items() if capitals * 2 < stands and may_be_kept(word)}
    kept = {word: count for word, count in sorted(documents.items()) if count >= DOCUMENTS and word in common}
    columns, rare = np.full((len(COLUMNS), 2), 1e-3), np.full((len(COLUMNS), 2), 1e-3)
    columns[:, 0] = rare[:, 0] = 1.0
    for (word, column), pair in total.items():
        columns[column] += pair
        if word not in kept:
            rare[column] += pair
    general = columns[:, 1] / columns[:, 0]
    rates = {word: _rates_of_word(word, total, columns, general) for word in kept}
    return kept, rates, (rare[:, 1] / rare[:, 0]).tolist()


def _rates_of_word(word: str, total: dict[tuple[str, int], np.ndarray], columns: np.ndarray, general: np.ndarray) -> list[float]:
    """Return a word's rates: in each frame what was seen, drawn to what its other frames and the frame's other words let expect."""
    rates = []
    groups = [range(start, start + len(Frame)) for start in (0, len(Frame), 2 * len(Frame))]
    for column in range(len(COLUMNS)):
        group = next((group for group in groups if column in group), range(column, column + 1))
        pairs = sum((total.get((word, other), np.zeros(2)) for other in group), np.zeros(2))
        mean = columns[list(group), 1].sum() / columns[list(group), 0].sum()
        own = (pairs[1] + WEIGHT * mean) / (pairs[0] + WEIGHT)
        odds = _odds(general[column]) * _odds(own) / _odds(mean)
        seen = total.get((word, column), np.zeros(2))
        rates.append(float((seen[1] + WEIGHT * odds / (1 + odds)) / (seen[0] + WEIGHT)))
    return rates


def _odds(chance: float) -> float:
    chance = min(max(float(chance), 1e-4), 1 - 1e-4)
    return chance / (1 - chance)


# ------------------------------------------------------------------ trees


def train(rows: list[tuple[float, ...]], right: list[float], options: dict[str, Any]) -> lightgbm.Booster:
    """Train trees on rows and what is right of each."""
    chosen = {**options, "objective": "binary", "seed": 7, "deterministic": True, "force_row_wise": True, "num_threads": 2}
    chosen.update(verbosity=-1, bagging_freq=0, max_depth=7, lambda_l2=5.0)
    rounds = chosen.pop("rounds")
    return lightgbm.train(chosen, lightgbm.Dataset(np.asarray(rows, np.float32), np.asarray(right)), rounds)


def as_arrays(booster: lightgbm.Booster, name: str) -> dict[str, np.ndarray]:
    """Return trees as arrays; each leaf points to itself, and thresholds are rounded so that float32 comes out the same."""
    trees = [_nodes(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    size = max(len(nodes) for nodes, _ in trees)
    arrays = {
        "feature": np.zeros((len(trees), size), np.int16),
        "threshold": np.zeros((len(trees), size), np.float32),
        "left": np.zeros((len(trees), size), np.int16),
        "right": np.zeros((len(trees), size), np.int16),
        "value": np.zeros((len(trees), size), np.float32),
    }
    for tree, (nodes, _) in enumerate(trees):
        for index, node in enumerate(nodes):
            for key, array in arrays.items():
                array[tree, index] = node[key]
    depth = max(depth for _, depth in trees)
    return {**{f"{name}_{key}": array for key, array in arrays.items()}, f"{name}_depth": np.asarray(depth, np.int16)}


def _nodes(root: dict[str, Any]) -> tuple[list[dict[str, float]], int]:
    nodes: list[dict[str, float]] = []

    def add(tree: dict[str, Any], depth: int) -> tuple[int, int]:
        index = len(nodes)
        nodes.append({"feature": 0, "threshold": 0.0, "left": index, "right": index, "value": 0.0})
        if "leaf_value" in tree:
            nodes[index]["value"] = tree["leaf_value"]
            return index, depth
        left, left_depth = add(tree["left_child"], depth + 1)
        right, right_depth = add(tree["right_child"], depth + 1)
        nodes[index].update(feature=tree["split_feature"], threshold=_below(tree["threshold"]), left=left, right=right)
        return index, max(left_depth, right_depth)

    _, depth = add(root, 0)
    return nodes, depth


def _below(threshold: float) -> float:
    """Return the greatest float32 that is not above a threshold, so that rows of float32 go the same way."""
    near = np.float32(threshold)
    return float(near if near <= threshold else np.nextafter(near, np.float32(-np.inf)))


def anchor_lessons(one: Lesson, known: Weights) -> Iterator[tuple[Anchor, float]]:
    """Yield the words of a document that may attribute, and whether each does."""
    for anchor in anchors_of(one.prepared, one.found, known):
        yield anchor, float(anchor.token in one.cues or _drafted(one, anchor))


def _drafted(one: Lesson, anchor: Anchor) -> bool:
    """Say whether a rule's passage for a word is right although its cue is written otherwise."""
    return any(_best(one, draft.content, None) > MATCH for draft in one.found.by_anchor.get(anchor.token, ()))


def _best(one: Lesson, spans: tuple[Span, ...], among: list[int] | None) -> float:
    gold = one.gold if among is None else [one.gold[index] for index in among]
    return max((share(spans, other.content) for other in gold), default=0.0)


def passage_lessons(one: Lesson, anchors: list[tuple[Anchor, float]]) -> Iterator[tuple[tuple[float, ...], float]]:
    """Yield what the trees see of each passage, and whether it is right."""
    chances = Chances({anchor.token: chance for anchor, chance in anchors})
    for anchor, _ in anchors:
        among = one.cues.get(anchor.token)
        for passage in passages_of(one.prepared, one.found, anchor):
            right = _best(one, passage.spans, among) > MATCH
            yield seen_of(one.prepared, one.found, passage, chances), float(right)


def sayer_lessons(one: Lesson, anchors: list[tuple[Anchor, float]], known: Weights) -> Iterator[tuple[tuple[float, ...], float]]:
    """Yield what the trees see of each word that may name who says a right passage, and whether it does."""
    for anchor, _ in anchors:
        for passage in passages_of(one.prepared, one.found, anchor):
            scored = [(share(passage.spans, one.gold[index].content), index) for index in one.cues.get(anchor.token, ())]
            near, index = max(scored, default=(0.0, 0))
            if near > MATCH:
                sources = set(_tokens(one.prepared, one.gold[index].source))
                sayers, rows = rows_of(one.prepared, one.found, passage, known)
                yield from ((row, float(sayer in sources)) for sayer, row in zip(sayers, rows, strict=True))
                break


# ------------------------------------------------------------------ the whole


def learn(lessons: list[Lesson]) -> dict[str, np.ndarray]:
    """Learn rates and trees; what the trees see of words and chances comes from documents that these were not learnt on."""
    counted = [sightings(one) for one in lessons]
    spelled = spellings(lessons)
    known = [_only_rates(counted, spelled, lessons, fold) for fold in range(FOLDS)]
    anchors = [list(anchor_lessons(one, known[one.fold])) for one in lessons]
    rows = [(one.fold, anchor.seen, right) for one, found in zip(lessons, anchors, strict=True) for anchor, right in found]
    boosters = [train(*_columns(rows, without=fold), ANCHORS) for fold in range(FOLDS)]
    passages: list[tuple[tuple[float, ...], float]] = []
    sayers: list[tuple[tuple[float, ...], float]] = []
    for one, found in zip(lessons, anchors, strict=True):
        chances = boosters[one.fold].predict(np.asarray([anchor.seen for anchor, _ in found], np.float32)) if found else []
        likely = [(anchor, float(chance)) for (anchor, _), chance in zip(found, chances, strict=True) if chance >= LEAST_CHANCE]
        passages += passage_lessons(one, likely)
        sayers += sayer_lessons(one, likely, known[one.fold])
    kept, rates, unknown = rates_of(counted, spelled)
    sys.stderr.write(f"{len(kept)} words, {len(rows)} anchors, {len(passages)} passages\n")
    return {
        "words": np.asarray(list(kept)),
        "documents": np.asarray(list(kept.values()), np.int32),
        "spelled": np.asarray([spelled[word] for word in kept], np.int32),
        "rates": np.asarray([rates[word] for word in kept], np.float32),
        "unknown": np.asarray(unknown, np.float32),
        **as_arrays(train(*_columns(rows, without=None), ANCHORS), "anchors"),
        **as_arrays(train([seen for seen, _ in passages], [right for _, right in passages], PASSAGES), "passages"),
        **as_arrays(train([seen for seen, _ in sayers], [right for _, right in sayers], SAYERS), "sayers"),
    }


def _only_rates(counted: list[Counted], spelled: Spelled, lessons: list[Lesson], fold: int) -> Weights:
    others = [seen for seen, one in zip(counted, lessons, strict=True) if one.fold != fold]
    _, rates, unknown = rates_of(others, spelled)
    as_tuples = {word: tuple(row) for word, row in rates.items()}
    nothing: Any = None
    return Weights(MappingProxyType(as_tuples), tuple(unknown), nothing, nothing, nothing)


def _columns(rows: list[tuple[int, tuple[float, ...], float]], without: int | None) -> tuple[list[tuple[float, ...]], list[float]]:
    kept = [(seen, right) for fold, seen, right in rows if fold != without]
    return [seen for seen, _ in kept], [right for _, right in kept]


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write arrays as a `.npz` that is the same for the same arrays: no times, a fixed order."""
    read_weights(arrays)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            stream = BytesIO()
            np.lib.format.write_array(stream, arrays[name], allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), stream.getvalue(), zipfile.ZIP_DEFLATED)


def annotated_lines(path: Path, cache: Path | None) -> Iterator[tuple[dict[str, Any], Annotated]]:
    """Yield the lines of a file with their grammar, from a cache where there is one; without one, it is made."""
    if cache is not None and cache.exists():
        yield from pickle.loads(cache.read_bytes())  # noqa: S301 - the user's own file, never one that was received
        return
    from corro.annotate import Annotator

    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    made = list(zip(lines, Annotator().annotate_many([_document(line["text"]) for line in lines]), strict=True))
    if cache is not None:
        cache.write_bytes(pickle.dumps(made))
    yield from made


def _document(text: str) -> Document:
    """Read a text as `corro analyse` does."""
    from corro.read import read

    content = json.dumps({"text": text, "language": "en"}, ensure_ascii=False).encode()
    evidence = Evidence(hashlib.sha256(content).hexdigest(), "application/json", len(content), "text.json")
    return read(Received(evidence, content, "text")).documents[0]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", type=Path, help="PolNeAR's training part, as JSON Lines")
    parser.add_argument("--output", type=Path, default=Path("src/corro/extract/statements") / FILE)
    parser.add_argument("--annotated", type=Path, help="keep the grammar of the training part here, outside the project")
    chosen = parser.parse_args()
    lines = annotated_lines(chosen.training, chosen.annotated)
    lessons = [lesson(line, annotated, number) for number, (line, annotated) in enumerate(lines) if annotated.tokens]
    write(chosen.output, learn(lessons))
    sys.stderr.write(f"{chosen.output} written from {len(lessons)} documents\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
