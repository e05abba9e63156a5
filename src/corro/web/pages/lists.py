"""The lists beside the events: disputes, registers, issues, and what a search finds."""

from starlette.responses import Response

from corro.errors import BadOptionError, UnknownIdError
from corro.model.answer import DifferenceFilter, Page
from corro.model.link import DisputeKind, Relation
from corro.vocab.forms import forms
from corro.vocab.issues import issue_codes
from corro.web.visit import Handlers, Visit


def disputes(visit: Visit) -> Response:
    """List how reports differ; disputes alone unless the address asks for another relation, or for all."""
    relation = visit.query.get("relation", Relation.DISPUTE.value)
    kind = visit.query.get("kind", "")
    if relation not in [*Relation, "all"] or (kind and kind not in [*DisputeKind]):
        raise BadOptionError("There is no such relation, or no such kind of dispute.")
    with visit.view() as view:
        wanted = DifferenceFilter(relation="" if relation == "all" else relation, kind=kind)
        page = view.differences(wanted, visit.window())
        lines = [(one, view.about(one)) for one in page]
        passages = {passage.document_id for one in page for position in one.positions for passage in position.passages}
        labels = view.labels(passages)
    relations = [*(one.value for one in Relation if one is not Relation.UNRELATED), "all"]
    told = {"relation": relation, "relations": relations, "kind": kind, "kinds": list(DisputeKind), "labels": labels}
    return visit.show("disputes", lines=lines, turning=visit.turning(page), **told)


def registers(visit: Visit) -> Response:
    """List the registers with how many lines each has."""
    with visit.view() as view:
        told = dict(view.totals().entries)
        entered = view.items()
    counted = [(name, told.get(name, 0), sum(item.register == name for item in entered)) for name in forms()]
    return visit.show("registers", counted=counted)


def register(visit: Visit) -> Response:
    """Show one register: what reports say, and what people entered."""
    name = visit.named["name"]
    if name not in forms():
        raise UnknownIdError(f"There is no register {name[:40]}.")
    now = visit.now()
    window = visit.window()
    with visit.view() as view:
        lines = view.lines(name)
        part = lines[window.offset : window.offset + (window.limit or len(lines))]
        events = view.events_by_id([line.entry.event_id for line in part if line.entry and line.entry.event_id])
        shown = [(line, [(item, view.cells(item, now)) for item in line.items]) for line in part]
    page = Page(part, len(lines), window.offset)
    labels = {column.key: column.fr if visit.words.language == "fr" else column.en for column in forms()[name].columns}
    return visit.show("register", name=name, lines=shown, turning=visit.turning(page), events=events, labels=labels)


def issues(visit: Visit) -> Response:
    """List what is doubtful in the data, with what a person can do about it."""
    code = visit.query.get("code", "")
    if code and code not in issue_codes():
        raise BadOptionError("There is no issue of that code.")
    with visit.view() as view:
        page = view.issues(code, window=visit.window())
        labels = view.labels([issue.document_id for issue in page])
        known = view.documents_by_id(sorted(labels))
    codes = sorted(issue_codes().values(), key=lambda term: term.label(visit.words.language))
    told = {"code": code, "codes": codes, "labels": labels, "known": known}
    return visit.show("issues", page=page, turning=visit.turning(page), **told)


def search(visit: Visit) -> Response:
    """Find documents by their words."""
    text = visit.query.get("q", "").strip()
    if not text:
        return visit.show("search", text="", page=None, turning=None)
    with visit.view() as view:
        page = view.search(text, visit.window())
    return visit.show("search", text=text, page=page, turning=visit.turning(page))


def nothing_here(visit: Visit) -> Response:
    """Say that there is no such page."""
    raise UnknownIdError(visit.words.say("no_page"))


READ: Handlers = {
    "/disputes": disputes,
    "/registers": registers,
    "/registers/{name}": register,
    "/issues": issues,
    "/search": search,
}
