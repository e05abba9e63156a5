"""Says of each sentence what police do in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.frame import Line
from bench.linear import read
from bench.parsed import parses
from bench.sentences.marks import marks_of_document

WEIGHTS = Path(__file__).with_name("weights.npz")


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Judge each line.

    Args:
        lines: Lines with `id` and `sentences`, each with `id` and `text`; or with a `text`, which is taken as one sentence.

    Yields:
        The line's `id`, and labels with scores: one set for each sentence, or one for the text.
    """
    lines = list(lines)
    parsed = parses(text for line in lines for text in texts_of(line))
    model = read(WEIGHTS)
    for line in lines:
        found = []
        for example in marks_of_document([next(parsed) for _ in texts_of(line)]):
            scores = dict(zip(model.labels, map(float, model.scores(example)), strict=True))
            found.append({"labels": [label for label, score in scores.items() if score > 0], "scores": scores})
        yield _answer(line, found)


def texts_of(line: Line) -> list[str]:
    """Return the texts of a line that are judged."""
    return [sentence["text"] for sentence in line["sentences"]] if "sentences" in line else [line.get("text") or ""]


def _answer(line: Line, found: list[Line]) -> Line:
    if "sentences" not in line:
        return {"id": line["id"], **found[0]}
    sentences = [{"id": sentence["id"], **one} for sentence, one in zip(line["sentences"], found, strict=True)]
    return {"id": line["id"], "sentences": sentences}
