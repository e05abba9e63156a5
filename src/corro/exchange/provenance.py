"""W3C PROV: where each version, claim and event comes from, and who judged what, as PROV-JSON; custody is a bundle of its own.

Evidence, versions, claims and events are entities; builds, decisions and entries are activities; persons and Corro are agents.
A claim is quoted from its version, a version derived from its evidence and a revision of the one before; documents of one lineage
are alternates.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from corro.values import content_id

Line = Mapping[str, Any]
Statement = tuple[str, str, dict[str, Any]]
"""Section of PROV-JSON, identifier, attributes."""

PREFIXES = {"corro": "urn:corro:"}
SOFTWARE = "corro:software"
_SECTIONS = (
    "entity", "activity", "agent", "wasGeneratedBy", "used", "wasDerivedFrom", "alternateOf", "wasAssociatedWith",
    "wasAttributedTo",
)  # fmt: skip
"""Source: The PROV-JSON Serialization, W3C member submission of 24 April 2013, section 3."""


def written(lines: Iterable[Line], made_by: str) -> Iterator[bytes]:
    """Write the provenance of a record.

    Args:
        lines: All that it holds, as for the native form.
        made_by: Program and version.

    Yields:
        One PROV-JSON document, piece by piece; the same lines always give the same bytes.
    """
    told, custody = _Graph(), _Graph()
    told.add("agent", SOFTWARE, {"prov:type": _name("prov:SoftwareAgent"), "prov:label": made_by})
    series: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        graph = custody if line["is"] == "custody" else told
        for section, name, attributes in _statements(line):
            graph.add(section, name, attributes)
        if line["is"] == "document":
            body = line["body"]
            series.setdefault(body["series_id"], []).append((_day(body), line["id"]))
    for versions in series.values():
        for (_, earlier), (_, later) in pairwise(sorted(versions)):
            told.relate("wasDerivedFrom", _derived(later, earlier, "prov:Revision"))
    yield from _printed(told, custody)


def _printed(told: "_Graph", custody: "_Graph") -> Iterator[bytes]:
    yield b'{"prefix":' + _packed(PREFIXES)
    for section in _SECTIONS:
        if told.sections.get(section):
            yield b',\n"' + section.encode() + b'":' + _packed(told.sections[section])
    bundle = {"prefix": PREFIXES, **{name: custody.sections[name] for name in _SECTIONS if custody.sections.get(name)}}
    yield b',\n"bundle":' + _packed({"corro:custody": bundle}) if custody.sections else b""
    yield b"}\n"


def _packed(thing: object) -> bytes:
    return json.dumps(thing, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")


class _Graph:
    """Statements by section."""

    def __init__(self) -> None:
        self.sections: dict[str, dict[str, dict[str, Any]]] = {}

    def add(self, section: str, name: str, attributes: dict[str, Any]) -> None:
        """Add a statement; a relation without a name gets the next number."""
        if not name:
            self.relate(section, attributes)
        else:
            self.sections.setdefault(section, {})[name] = attributes

    def relate(self, section: str, attributes: dict[str, Any]) -> None:
        """Add a relation that nobody refers to."""
        known = self.sections.setdefault(section, {})
        known[f"_:{section}{len(known) + 1}"] = attributes


def _statements(line: Line) -> Iterator[Statement]:
    """Yield what a line says of where something comes from."""
    makers = {
        "run": _run,
        "evidence": _evidence,
        "document": _document,
        "claim": _claim,
        "decision": _decision,
        "entered": _entered,
        "receipt": _receipt,
        "lineage": _lineage,
        "event": _event,
        "custody": _custody,
    }
    maker = makers.get(line["is"])
    return maker(line) if maker else iter(())


def _run(line: Line) -> Iterator[Statement]:
    name = f"corro:run-{line['number']}"
    ended = {"prov:endTime": line["finished"]} if line["finished"] else {}
    yield "activity", name, {"prov:type": _name("corro:Build"), "prov:startTime": line["started"], **ended}
    yield "wasAssociatedWith", "", {"prov:activity": name, "prov:agent": SOFTWARE}


def _evidence(line: Line) -> Iterator[Statement]:
    told = {"corro:mediaType": line["media_type"], "corro:sizeBytes": line["size_bytes"], "corro:sha256": line["sha256"]}
    yield "entity", _of_evidence(line["sha256"]), {"prov:type": _name("corro:Evidence"), **told}


def _document(line: Line) -> Iterator[Statement]:
    body = line["body"]
    told = {"prov:label": body["label"], "corro:outlet": body.get("outlet", {}).get("text", ""), "corro:published": _day(body)}
    kept = {name: value for name, value in told.items() if value}
    yield "entity", f"corro:{line['id']}", {"prov:type": _name("corro:DocumentVersion"), **kept}
    yield "wasDerivedFrom", "", _derived(line["id"], _of_evidence(body["evidence_sha256"]))


def _claim(line: Line) -> Iterator[Statement]:
    body = line["body"]
    start, end = body["passage"]
    told = {"corro:eventType": body["type"], "corro:rule": body.get("rule", ""), "corro:start": start, "corro:end": end}
    yield "entity", f"corro:{line['id']}", {"prov:type": _name("corro:Claim"), **told}
    yield "wasDerivedFrom", "", _derived(line["id"], body["document_id"], "prov:Quotation")
    for holder in body.get("holders", ()):
        yield from _agent(holder["name"])
        role = {"corro:role": holder["role"]}
        yield "wasAttributedTo", "", {"prov:entity": f"corro:{line['id']}", "prov:agent": _of_agent(holder["name"]), **role}


def _decision(line: Line) -> Iterator[Statement]:
    body = line["body"]
    name = f"corro:{line['id']}"
    told = {"corro:kind": body["kind"], "corro:verdict": body["verdict"], "prov:startTime": body["at"], "prov:endTime": body["at"]}
    yield "activity", name, {"prov:type": _name("corro:Decision"), **told}
    yield from _associated(name, body["by"])
    for subject in body["subjects"]:
        yield "used", "", {"prov:activity": name, "prov:entity": f"corro:{subject}"}


def _entered(line: Line) -> Iterator[Statement]:
    body = line["body"]
    name = f"corro:{line['id']}"
    times = {"prov:startTime": body["at"], "prov:endTime": body["at"]}
    yield "activity", name, {"prov:type": _name("corro:Entry"), "corro:kind": body["kind"], **times}
    yield from _associated(name, body["by"])
    yield "entity", f"corro:{body['item']}", {"prov:type": _name("corro:Item"), "corro:register": body["register"]}
    yield "wasGeneratedBy", "", {"prov:entity": f"corro:{body['item']}", "prov:activity": name}


def _receipt(line: Line) -> Iterator[Statement]:
    if line["outcome"] in ("accepted", "updated") and line["document_id"]:
        told = {"prov:entity": f"corro:{line['document_id']}", "prov:activity": f"corro:run-{line['run']}"}
        yield "wasGeneratedBy", "", told


def _lineage(line: Line) -> Iterator[Statement]:
    for one, other in pairwise(sorted(line["body"]["documents"])):
        yield "alternateOf", "", {"prov:alternate1": f"corro:{one}", "prov:alternate2": f"corro:{other}"}


def _event(line: Line) -> Iterator[Statement]:
    yield "entity", f"corro:{line['id']}", {"prov:type": _name("corro:Event"), "prov:label": line["title"]}
    for claim in line["body"]["claims"]:
        yield "wasDerivedFrom", "", _derived(line["id"], claim)


def _custody(line: Line) -> Iterator[Statement]:
    name = f"corro:custody-{line['number']}"
    told = {"corro:kind": line["kind"], "corro:digest": line["digest"], "prov:startTime": line["at"], "prov:endTime": line["at"]}
    yield "activity", name, {"prov:type": _name("corro:CustodyAct"), **told}
    yield from _associated(name, line["by"])
    subject = _of_evidence(line["subject"]) if line["kind"] == "captured" else f"corro:{line['subject']}"
    if subject != "corro:":
        yield "used", "", {"prov:activity": name, "prov:entity": subject}


def _associated(activity: str, name: str) -> Iterator[Statement]:
    yield from _agent(name)
    yield "wasAssociatedWith", "", {"prov:activity": activity, "prov:agent": _of_agent(name)}


def _agent(name: str) -> Iterator[Statement]:
    yield "agent", _of_agent(name), {"prov:type": _name("prov:Agent"), "prov:label": name}


def _of_agent(name: str) -> str:
    return f"corro:{content_id('agent', name)}"


def _of_evidence(sha256: str) -> str:
    return f"corro:sha256-{sha256}"


def _derived(later: str, earlier: str, kind: str = "") -> dict[str, Any]:
    used = earlier if earlier.startswith("corro:") else f"corro:{earlier}"
    told = {"prov:generatedEntity": f"corro:{later}", "prov:usedEntity": used}
    return {**told, "prov:type": _name(kind)} if kind else told


def _name(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _day(body: Mapping[str, Any]) -> str:
    interval = body.get("published", {}).get("interval") or {}
    return str(interval.get("first") or "")
