"""Found of expected: the exported record of the samples against their gold.

How things are matched (everything one to one, best first; nothing here looks at the words of a single sample):

- *events*: an expected incident is found where a found one of its family (V and A3 count as one) shares at least a quarter of the
  documents. Among those: the same code, the same days, the same place (name or variant), the documents linked. `aggregates` of
  the gold are answered by register lines that are no event, which the export lists as incidents with `aggregate`.
- *claims*: found where a statement or a narrated claim of that document covers the quote (half of the characters of either) and
  its speaker, by the name given or any known for the same actor, is the expected one by name, variant or capacity. Among those:
  speech act, and whether it is about that incident.
- *lineages*: whole ones (of two documents or more) found exactly; pairs of documents found, and pairs too many.
- *disputes*: a row is found where a found difference about the matched incident and the same field shares a document with it. One
  field can have several relations, in gold and found, so rows of one relation and kind are paired first. The relation is right
  where it is the same, the kind where relation and kind are. By discrepancy: all its rows right. (`predicted` tells how many.)
- *derivations*: steps whose document stands in a found chain about the matched incident.
- *registers*: a line is found where one of the same register is about the matched incident, or shares half of the documents.
  Access lines must also have the same count. Deadlines are right to the minute where gold has one, to the day where it has a
  day, and open where gold has none.
- *names*: a name is found where all its forms, in all documents that the gold names, lead to one actor and to nobody else's.
- *mission*: a figure is found where a line of the register of mission facts from that document prints it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from bench.frame import Line
from bench.mali import matching
from bench.mali.names import score_names
from corro.values import fold

HALF = 0.5
"""Least share of documents that makes two register lines one where neither is tied to an event. Source: own choice, 2026-11."""


NOTHING = "nothing"
"""What a row got that no difference answers."""


def score(gold: Line, found: Line, texts: Mapping[str, str]) -> Line:
    """Compare.

    Args:
        gold: The gold.
        found: The exported record.
        texts: Each document's text as shown, by label; quotes of the gold are looked up in it.

    Returns:
        For each kind of thing how many were found of how many expected, and what of them is right.
    """
    to_found = matching.incident_pairs(gold["incidents"], found["incidents"])
    return {
        "events": score_events(gold, found, to_found),
        "claims": score_claims(gold, found, texts, to_found),
        "lineages": score_lineages(gold["lineages"], found["lineages"]),
        "disputes": score_disputes(gold["disputes"], found["disputes"], to_found),
        "derivations": score_derivations(gold["derivations"], found["derivations"], to_found),
        "registers": score_registers(gold["registers"], found["registers"], to_found),
        "mission": score_mission(gold["mission_facts"], found["registers"].get("mission", [])),
        "names": score_names(gold["names"], found["mentions"], texts),
    }


def of(hits: Iterable[bool], **more: int) -> Line:
    """Return found of expected."""
    listed = list(hits)
    return {"found": sum(listed), "expected": len(listed), **more}


def score_events(gold: Line, found: Line, to_found: Mapping[str, str]) -> Line:
    """Compare incidents: found, and of the found ones type, days, place and documents."""
    expected = {row["id"]: row for row in gold["incidents"]}
    offered = {row["id"]: row for row in found["incidents"]}
    pairs = [(expected[one], offered[other]) for one, other in to_found.items()]
    forms = {row["canonical"]: {fold(form) for form in row["variants"]} for row in gold["names"] if row["kind"] == "place"}
    return {
        **of((one in to_found for one in expected), predicted=len(offered)),
        "type": of(one["type"] == other.get("type") for one, other in pairs),
        "date": of(matching.same_days(one["date"], other.get("date")) for one, other in pairs if one["date"]),
        "place": of(_same_place(one["place"], other.get("place"), forms) for one, other in pairs if one["place"]),
        "documents": {
            "found": sum(len(matching.documents_of(one) & matching.documents_of(other)) for one, other in pairs),
            "expected": sum(len(matching.documents_of(row)) for row in expected.values()),
            "predicted": sum(len(matching.documents_of(row)) for row in offered.values()),
        },
        "missing": sorted(f"{one} {row['type']} {row['title']}" for one, row in expected.items() if one not in to_found),
    }


def _same_place(expected: str, found: Line | None, forms: Mapping[str, set[str]]) -> bool:
    name = fold((found or {}).get("name") or "")
    return name in {fold(expected), *forms.get(expected, set())}


def score_claims(gold: Line, found: Line, texts: Mapping[str, str], to_found: Mapping[str, str]) -> Line:
    """Compare who says what."""
    forms = matching.forms_of(gold["sources"])
    by_document: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for number, claim in enumerate(found["claims"]):
        by_document[claim["doc"]].append((number, claim))
    pairs: list[matching.Weighted] = []
    words_alone: set[int] = set()
    for number, claim in enumerate(gold["claims"]):
        names = forms.get(claim["speaker"], {fold(claim["speaker"])}) | ({fold(claim["capacity"])} if claim["capacity"] else set())
        for other, offered in by_document[claim["doc"]]:
            common = _common(claim, offered, texts)
            if common >= matching.LEAST_CHARACTERS:
                words_alone.add(number)
                if any(matching.same_speaker(name, names) for name in (offered["speaker"], *offered.get("aliases", ()))):
                    weight = common + 0.3 * (claim["act"] == offered["act"])
                    pairs.append((weight, str(number), str(other)))
    chosen = {int(one): found["claims"][int(other)] for one, other in matching.one_to_one(pairs).items()}
    about = [(one, other) for one, other in chosen.items() if gold["claims"][one]["about"]]
    return {
        **of((number in chosen for number in range(len(gold["claims"]))), predicted=len(found["claims"])),
        "words_alone": len(words_alone),
        "act": of(gold["claims"][one]["act"] == other["act"] for one, other in chosen.items()),
        "about": of(to_found.get(gold["claims"][one]["about"]) == other["about"] for one, other in about),
        "missing": [
            f"{row['doc']}: {row['speaker']}: {row['quote'][:60]}" for n, row in enumerate(gold["claims"]) if n not in chosen
        ],
    }


def _common(expected: Line, found: Line, texts: Mapping[str, str]) -> float:
    spot = (found["start"], found["end"])
    places = matching.places_of(texts.get(expected["doc"], ""), expected["quote"])
    return max((matching.common_characters(place, spot) for place in places), default=0.0)


def score_lineages(expected: Sequence[Line], found: Sequence[Line]) -> Line:
    """Compare which documents go back to one origin."""
    whole = {frozenset(row["documents"]) for row in found}
    shared = [row for row in expected if len(row["documents"]) > 1]
    one, other = _pairs(expected), _pairs(found)
    return {
        **of(frozenset(row["documents"]) in whole for row in shared),
        "pairs": {"found": len(one & other), "expected": len(one), "too_many": len(other - one)},
        "lineages": {"found": len(found), "expected": len(expected)},
        "missing": [row["id"] for row in shared if frozenset(row["documents"]) not in whole],
        "wrong_pairs": sorted(" + ".join(pair) for pair in other - one),
    }


def _pairs(lineages: Sequence[Line]) -> set[tuple[str, str]]:
    return {pair for row in lineages for pair in combinations(sorted(row["documents"]), 2)}


def score_disputes(expected: Sequence[Line], found: Sequence[Line], to_found: Mapping[str, str]) -> Line:
    """Compare how values stand to each other, row by row and by discrepancy."""
    pairs: list[matching.Weighted] = []
    for number, row in enumerate(expected):
        for other, offered in enumerate(found):
            tied = to_found.get(row["incident"]) == offered["incident"] and row["field"] == offered["field"]
            common = matching.share(matching.documents_of(row), matching.documents_of(offered))
            if tied and offered["incident"] and common:
                alike = (row["relation"] == offered["relation"]) + (named_relation(row) == named_relation(offered))
                pairs.append((common + alike, f"{number:03d}", f"{other:03d}"))
    chosen = {int(one): found[int(other)] for one, other in matching.one_to_one(pairs).items()}
    rows = [dispute_row(row, chosen.get(number)) for number, row in enumerate(expected)]
    return {
        **of((row["got"] != NOTHING for row in rows), predicted=len(found)),
        "relation": of(row["relation_right"] for row in rows),
        "kind": of(row["right"] for row, wanted in zip(rows, expected, strict=True) if wanted["kind"]),
        "by_discrepancy": by_discrepancy(rows),
        "rows": rows,
    }


def dispute_row(wanted: Line, got: Line | None) -> Line:
    """Return what became of one row of the gold: what it wants, what it got, and whether that is right."""
    relation_right = got is not None and got["relation"] == wanted["relation"]
    return {
        **{name: wanted[name] for name in ("discrepancy", "incident", "field")},
        "wanted": named_relation(wanted),
        "got": named_relation(got) if got else NOTHING,
        "relation_right": relation_right,
        "right": relation_right and got is not None and wanted["kind"] in (None, got["kind"]),
    }


def named_relation(row: Line) -> str:
    """Return relation and kind in words, such as `dispute date`."""
    return f"{row['relation']} {row['kind']}" if row["kind"] else str(row["relation"])


def by_discrepancy(rows: Iterable[Line]) -> dict[str, str]:
    """Return for every discrepancy `right`, or what was found instead."""
    said: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["discrepancy"]:
            said[row["discrepancy"]].append("" if row["right"] else f"{row['field']}: {row['got']} for {row['wanted']}")
    return {name: "; ".join(filter(None, parts)) or "right" for name, parts in sorted(said.items())}


def score_derivations(expected: Sequence[Line], found: Sequence[Line], to_found: Mapping[str, str]) -> Line:
    """Compare how values went from telling to telling."""
    steps = [(chain["about"], step["doc"]) for chain in expected for step in chain["steps"]]
    offered = {(chain["about"], step["doc"]) for chain in found for step in chain["steps"]}
    return of((to_found.get(about, "none"), document) in offered for about, document in steps)


def score_registers(
    expected: Mapping[str, Sequence[Line]], found: Mapping[str, Sequence[Line]], to_found: Mapping[str, str]
) -> Line:
    """Compare the lines of each register, and the deadlines of measures."""
    result: Line = {}
    for name, rows in expected.items():
        offered = list(found.get(name, []))
        chosen = _lines(name, rows, offered, to_found)
        missing = [row["id"] for number, row in enumerate(rows) if number not in chosen]
        result[name] = {**of((number in chosen for number in range(len(rows))), predicted=len(offered)), "missing": missing}
        if name == "measures":
            result["deadlines"] = of(
                number in chosen and same_deadline(row["deadline"], chosen[number].get("deadline"))
                for number, row in enumerate(rows)
            )
    return result


def _lines(name: str, expected: Sequence[Line], found: Sequence[Line], to_found: Mapping[str, str]) -> dict[int, Line]:
    pairs: list[matching.Weighted] = []
    for number, row in enumerate(expected):
        for other, offered in enumerate(found):
            tied = to_found.get(row["incident"], "none") == offered.get("incident")
            common = matching.share(matching.documents_of(row), matching.documents_of(offered))
            counted = name != "access" or row["count"] == offered.get("count")
            if counted and (tied or common >= HALF):
                pairs.append((common + tied, str(number), str(other)))
    return {int(one): found[int(other)] for one, other in matching.one_to_one(pairs).items()}


def same_deadline(expected: str | None, found: str | None) -> bool:
    """Say whether two due times are one: to the minute where a time is expected, to the day where a day is."""
    if not expected or not found:
        return not expected and not found
    if len(expected) > len("2023-02-07"):
        return len(found) > len("2023-02-07") and datetime.fromisoformat(expected) == datetime.fromisoformat(found)
    return expected == found[:10]


def score_mission(expected: Sequence[Line], found: Sequence[Line]) -> Line:
    """Compare figures about the mission: strength, ceilings, deaths."""
    return of((any(prints(row, fact) for row in found) for fact in expected), predicted=len(found))


def prints(row: Line, fact: Line) -> bool:
    """Say whether a line prints all numbers of a fact, and rests on one of its documents."""
    wanted = set(re.findall(r"\d+", str(fact["value"])))
    return wanted <= set(row.get("figures") or []) and bool(matching.documents_of(row) & matching.documents_of(fact))
