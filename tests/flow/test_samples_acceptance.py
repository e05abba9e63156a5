"""What a build of samples/mali must show; the checks are those of `bench.mali.expectations`, which say what each looks at."""

import json
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from bench.contents import read_contents
from bench.export import export
from bench.mali.expectations import Built, check
from bench.mali.score import score

from corro.model.answer import EventFilter, Window
from corro.pipeline.view import RecordView

GOLD = Path(__file__).resolve().parents[2] / "samples" / "mali-gold" / "gold.json"
EXPECTED = {row["id"]: row["what"] for row in json.loads(GOLD.read_text(encoding="utf-8"))["expectations"]}


@pytest.fixture(scope="session")
def checked(mali: RecordView) -> dict[str, bool]:
    """Which expectations of the gold the record shows."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    contents = read_contents(mali)
    found = export(contents)
    texts = {document.label: document.text for document in contents.documents.values()}
    return check(Built(gold, found, score(gold, found, texts), contents))


NOT_YET = {
    "ME20": "the rejection of a report is not linked to the report that it precedes by its wrong year",
}
"""Expectations that do not hold yet, each with what stands in the way; one that begins to hold fails here until it is taken out."""


def cases() -> list[ParameterSet]:
    """Return every expectation of the gold, those that do not hold yet marked."""
    return [
        pytest.param(key, id=f"{key} {what}", marks=[pytest.mark.xfail(strict=True, reason=NOT_YET[key])] if key in NOT_YET else [])
        for key, what in EXPECTED.items()
    ]


@pytest.mark.parametrize("expectation", cases())
def test_expectation(checked: dict[str, bool], expectation: str) -> None:
    """The record shows what the gold says that it must show."""
    assert checked[expectation], EXPECTED[expectation]


def test_the_order_is_not_split(mali: RecordView) -> None:
    """No second event of February 2023 is an order to leave."""
    orders = mali.events(EventFilter(types=("H1",)), Window(0, None))
    assert len([line for line in orders if line.when.startswith("2023")]) == 1
