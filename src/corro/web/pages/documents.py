"""Documents with what is marked in their text, their versions, and who copies whom."""

from collections.abc import Iterator

from starlette.responses import Response

from corro.model import Document
from corro.model.answer import ALL, ClaimFilter
from corro.pipeline.view import RecordView
from corro.values import Span
from corro.web.marking import Mark, part_of, pieces
from corro.web.visit import LINES, Handlers, Visit, address, number_in

LAYERS = ("mention", "statement", "claim")
PART = 20_000
"""Characters of a text on one page. Source: own choice: with all marks well under 150 kB of page."""


def document(visit: Visit) -> Response:
    """Show a document's text with the layers that the address asks for, all where it names none."""
    chosen = [one for one in visit.query.get("layers", ",".join(LAYERS)).split(",") if one in LAYERS]
    with visit.view() as view:
        name = view.document_id(visit.named["name"])
        found = view.documents_by_id([name])[name]
        lineage = view.lineages_of([name]).get(name)
        labels = view.labels(lineage.documents[:LINES] if lineage else ())
        versions = view.versions(name)
        marks = [*_asked(visit), *(mark for layer in chosen for mark in _marks(visit, view, found, layer))]
    at = number_in(visit.query, "at", 0)
    part = part_of(found.text, at, PART)
    told = {"lineage": lineage, "labels": labels, "versions": [one for one in versions if one.id != name]}
    shown = {"document": found, "pieces": pieces(found.text, part, marks), "part": part, "layers": _toggles(visit, chosen)}
    return visit.show("document", **told, **shown, earlier=part.start - 1 if part.start else None)


def _toggles(visit: Visit, chosen: list[str]) -> list[tuple[str, bool, str]]:
    """Return each layer, whether it is shown, and the address that changes that."""
    found = []
    for layer in LAYERS:
        others = [one for one in LAYERS if (one in chosen) != (one == layer)]
        query = {**visit.query, "layers": ",".join(others) or "none"}
        found.append((layer, layer in chosen, address(visit.path, query)))
    return found


def _asked(visit: Visit) -> Iterator[Mark]:
    start, end = number_in(visit.query, "at", 0), number_in(visit.query, "to", 0)
    if end > start:
        yield Mark(Span(start, end), "here", visit.words.say("this_passage"))


def _marks(visit: Visit, view: RecordView, found: Document, layer: str) -> Iterator[Mark]:
    words = visit.words
    if layer == "mention":
        for mention in view.mentions_in(found.id):
            yield Mark(mention.span, layer, f"{words.say('mention')}: {words.say('mention_' + mention.kind.value)}")
    if layer == "statement":
        for statement in view.statements_in(found.id):
            speaker = statement.speaker.name or statement.speaker.label or words.say("somebody")
            said = f"{words.say('statement')}: {speaker}, {words.term(statement.act, 'speech_acts')}"
            yield from (Mark(span, layer, said) for span in (*statement.source, *statement.content))
    if layer == "claim":
        for claim in view.claims(ClaimFilter(document_id=found.id), ALL):
            said = f"{words.say('claim')}: {words.kind(claim.type)}, {words.term(claim.modality, 'modalities')}"
            yield Mark(claim.trigger, layer, said)


def changes(visit: Visit) -> Response:
    """Show the passages in which two versions of a report differ."""
    with visit.view() as view:
        names = [view.document_id(visit.named[part]) for part in ("name", "other")]
        found = view.documents_by_id(names)
        differing = view.changes(found[names[0]], found[names[1]])
    return visit.show("changes", first=found[names[0]], second=found[names[1]], changes=differing)


def sources(visit: Visit) -> Response:
    """List documents with their lineages: those of one lineage are not independent."""
    with visit.view() as view:
        page = view.documents(visit.window())
        lineages = view.lineages_of([line.id for line in page])
        labels = view.labels(name for lineage in lineages.values() for name in lineage.documents[:LINES])
    copied = sorted({one.id: one for one in lineages.values() if len(one.documents) > 1}.values(), key=lambda one: one.id)
    return visit.show("sources", page=page, turning=visit.turning(page), copied=copied, labels=labels)


READ: Handlers = {"/documents/{name}": document, "/documents/{name}/changes/{other}": changes, "/sources": sources}
