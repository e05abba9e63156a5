"""The scorer of the samples: the gold answers itself in full, nothing answers nothing, and near misses miss."""

import json
import re
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from bench.frame import ROOT
from bench.mali.matching import family, incident_pairs, one_to_one, same_speaker
from bench.mali.names import score_names
from bench.mali.score import same_deadline, score

from corro.collect import collect
from corro.model import Received
from corro.read import read
from corro.values import fold

SAMPLES = ROOT / "samples" / "mali"


@cache
def texts() -> dict[str, str]:
    """Read the samples."""
    found = [one for one in collect([str(path) for path in sorted(SAMPLES.glob("m*"))]) if isinstance(one, Received)]
    return {document.label: document.text for one in found for document in read(one).documents}


def gold() -> dict[str, Any]:
    """Return the gold."""
    found: dict[str, Any] = json.loads((SAMPLES.with_name("mali-gold") / "gold.json").read_text(encoding="utf-8"))
    return found


def as_found(gold: dict[str, Any]) -> dict[str, Any]:
    """Turn the gold into what a perfect record would export."""
    found = deepcopy(gold)
    for incident in found["incidents"]:
        incident["place"] = {"name": incident["place"]} if incident["place"] else None
    for claim in found["claims"]:
        claim["start"] = texts()[claim["doc"]].index(claim["quote"])
        claim["end"] = claim["start"] + len(claim["quote"])
    found["mentions"] = [
        {"doc": document, "start": start, "end": start + len(form), "actor": fold(name["canonical"])}
        for name in gold["names"]
        for form, documents in name["variants"].items()
        for document in documents
        for start in [texts()[document].index(form)]
    ]
    figures = [
        {"figures": re.findall(r"\d+", str(fact["value"])), "documents": fact["documents"]} for fact in gold["mission_facts"]
    ]
    found["registers"]["mission"] = figures
    return found


def empty() -> dict[str, Any]:
    """Return the export of a record that holds nothing."""
    lists: dict[str, Any] = {name: [] for name in ("incidents", "claims", "lineages", "disputes", "derivations", "mentions")}
    return {**lists, "registers": {}}


def shares(part: dict[str, Any]) -> list[tuple[int, int]]:
    """Return every found and expected of a result, at every depth."""
    own = [(part["found"], part["expected"])] if {"found", "expected"} <= part.keys() else []
    return own + [share for value in part.values() if isinstance(value, dict) for share in shares(value)]


def test_the_gold_answers_itself() -> None:
    """A record that is the gold finds all that is expected."""
    result = score(gold(), as_found(gold()), texts())
    assert all(found == expected > 0 for found, expected in shares(result))
    assert set(result["disputes"]["by_discrepancy"].values()) == {"right"}


def test_nothing_answers_nothing() -> None:
    """An empty record finds nothing; only lines without a deadline cannot be told from it, and those are not found either."""
    result = score(gold(), empty(), texts())
    assert not any(found for found, _ in shares({name: part for name, part in result.items() if name != "lineages"}))
    assert result["lineages"]["found"] == 0


def test_a_wrong_relation_is_not_right() -> None:
    """A difference of the right field with another relation is found, and wrong."""
    found = as_found(gold())
    for row in found["disputes"]:
        row["relation"], row["kind"] = "update", None
    result = score(gold(), found, texts())["disputes"]
    assert result["found"] == result["expected"]
    assert result["by_discrepancy"]["D03"] == "date: update for dispute date"
    assert result["by_discrepancy"]["D20"] == "right"


def test_an_incident_needs_documents_and_family() -> None:
    """Incidents of another family, or with too few common documents, are no match."""
    wanted = [{"id": "I", "type": "V1", "documents": ["a", "b", "c", "d"]}]
    assert incident_pairs(wanted, [{"id": "p", "type": "A3", "documents": ["a"]}]) == {"I": "p"}
    assert incident_pairs(wanted, [{"id": "p", "type": "O1", "documents": ["a", "b", "c", "d"]}]) == {}
    assert incident_pairs(wanted, [{"id": "p", "type": "V1", "documents": ["a", "x"]}]) == {}
    assert (family("A3"), family("A1"), family(None)) == ("V", "A", "")


def test_pairs_are_chosen_heaviest_first() -> None:
    """Nothing is in two pairs, and the heaviest pair comes first."""
    assert one_to_one([(0.5, "a", "x"), (0.9, "b", "x"), (0.4, "a", "y")]) == {"b": "x", "a": "y"}


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("2023-02-07T20:00Z", "2023-02-07T20:00:00Z", True),
        ("2023-02-07T20:00Z", "2023-02-07", False),
        ("2022-07-23", "2022-07-23T10:00:00Z", True),
        (None, None, True),
        (None, "2022-07-23", False),
        ("2022-07-23", None, False),
    ],
)
def test_deadlines(expected: str | None, found: str | None, same: bool) -> None:
    """A time wants a time, a day wants a day, and an open deadline wants to stay open."""
    assert same_deadline(expected, found) is same


def test_speakers() -> None:
    """A name answers with or without its title; an empty one, or another man's, does not."""
    forms = {"abdoulaye maiga", "government spokesman"}
    assert same_speaker("Colonel Abdoulaye Maïga", forms)
    assert not same_speaker("Abdoulaye Diop", forms)
    assert not same_speaker("the", forms)
    assert not same_speaker(None, forms)


def test_two_men_are_not_one() -> None:
    """Where all forms of two names lead to one actor, neither name is found."""
    names = [{"canonical": name, "variants": {name: ["d"]}} for name in ("Abdoulaye Diop", "Abdoulaye Maïga")]
    words = {"d": "Abdoulaye Diop and Abdoulaye Maïga"}
    apart = [{"doc": "d", "start": 0, "end": 14, "actor": "diop"}, {"doc": "d", "start": 19, "end": 34, "actor": "maiga"}]
    assert score_names(names, apart, words)["found"] == 2
    assert score_names(names, [{**mention, "actor": "one"} for mention in apart], words)["found"] == 0
