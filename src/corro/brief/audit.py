"""The source audit: who was relied on, how independent they are, and what stands on one of them alone."""

from collections import Counter
from collections.abc import Sequence

from corro.brief.telling import Telling
from corro.brief.wording import Wording, distinct
from corro.model import Document, Lineage
from corro.model.brief import BriefLine, BriefMaterial, BriefSection, BriefTable, Citation
from corro.values import Span

_MOST_LABELS = 8
"""Reports of one lineage that are named; further ones are counted. Source: own choice."""


def relied_on(material: BriefMaterial, say: Wording) -> BriefSection:
    """Say in a table who was relied on: outlets with the number of their reports and claims, and who speaks in them."""
    reports = Counter(_outlet(document, say) for document in material.documents.values())
    claims = [claim for dossier in material.dossiers for claim in dossier.claims if claim.document_id in material.documents]
    claimed = Counter(_outlet(material.documents[claim.document_id], say) for claim in claims)
    rows, cited = [], []
    for outlet in sorted(reports, key=lambda name: (-claimed[name], name)):
        mine = [claim for claim in claims if _outlet(material.documents[claim.document_id], say) == outlet]
        speakers = distinct(claim.holders[0].name for claim in mine if claim.holders)
        rows.append((outlet, say.number(reports[outlet]), say.number(claimed[outlet]), say.joined(speakers)))
        passages = [Citation(claim.document_id, claim.passage, claim.id) for claim in mine[:2]]
        cited.append(tuple(passages) or (_whole(outlet, material, say),))
    columns = tuple(say.heading(key) for key in ("outlet", "reports", "claims", "speakers"))
    return BriefSection("relied", say.heading("relied"), table=BriefTable(columns, tuple(rows), tuple(cited)))


def independence(material: BriefMaterial, say: Wording) -> BriefSection:
    """Say which reports are one lineage, and why; then those that stand alone."""
    lineages = {lineage.id: lineage for lineage in material.lineages.values()}
    ordered = sorted(lineages.values(), key=lambda one: (-len(one.documents), one.id))
    totals = say.phrase("audit_totals", documents=say.number(len(material.documents)), lineages=say.number(len(ordered)))
    lines = [BriefLine("independence/totals", totals, plain=True)]
    lines += [_lineage(one, material, say) for one in ordered if any(name in material.documents for name in one.documents)]
    return BriefSection("independence", say.heading("independence"), tuple(lines))


def single_lineages(tellings: Sequence[Telling], say: Wording) -> BriefSection:
    """Say which events stand on one lineage only."""
    alone = [telling for telling in tellings if telling.event.lineages < 2]
    counted = say.phrase("audit_single", count=say.number(len(alone)), events=say.number(len(tellings)))
    lines = [BriefLine("single/totals", counted, plain=True), *(telling.lead() for telling in alone)]
    return BriefSection("single", say.heading("single"), tuple(lines))


def _lineage(lineage: Lineage, material: BriefMaterial, say: Wording) -> BriefLine:
    there = [material.documents[name] for name in lineage.documents if name in material.documents]
    origin = lineage.origin_name or _outlet(there[0], say)
    labels = say.joined([document.label for document in there], _MOST_LABELS)
    basis = ", ".join(say.label("lineage_evidence", kind) for kind in lineage.basis)
    key = "lineage_line" if len(there) > 1 else "lineage_alone"
    text = say.phrase(key, origin=origin, count=say.number(len(there)), labels=labels, basis=basis or "–")
    return BriefLine(f"independence/{lineage.id}", text, tuple(_first_words(document) for document in there[:_MOST_LABELS]))


def _whole(outlet: str, material: BriefMaterial, say: Wording) -> Citation:
    return _first_words(next(one for _, one in sorted(material.documents.items()) if _outlet(one, say) == outlet))


def _first_words(document: Document) -> Citation:
    """Cite the first part of a report, by which it is found again."""
    first = document.segments[0].span if document.segments else Span(0, len(document.text))
    return Citation(document.id, first)


def _outlet(document: Document, say: Wording) -> str:
    return document.outlet.text or say.phrase("no_outlet")
