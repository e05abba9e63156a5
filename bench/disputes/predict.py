"""How two short reports stand to each other on one field: the product's `relate_told`, and nothing of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from bench.frame import Line
from corro.model import Relation
from corro.pipeline.telling import told
from corro.values import Language
from corro.weigh.fields import Finding, Told, relate_told


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each pair's relation and kind."""
    for line in lines:
        one, other = (side(line[name], language) for name, language in zip(("a", "b"), line["lang"], strict=True))
        yield {"id": line["id"], **answer(relate_told(one, other, line["field"]))}


def side(report: Line, language: str) -> Told:
    """Read one side of a pair."""
    published = report.get("published")
    day = date.fromisoformat(published[:10]) if published else None
    return told(report["text"], Language(language), day, report.get("source") or "")


def answer(finding: Finding) -> Line:
    """Return a finding in the words of the bench."""
    disputed = finding.relation is Relation.DISPUTE and finding.kind
    return {"relation": finding.relation.value, "kind": finding.kind.value if disputed and finding.kind else None}
