"""Judging: the queue, one proposal with the very words it rests on, answers, corrections, and taking them back."""

from starlette.responses import Response

from corro.errors import AnsweredMeanwhileError, BadOptionError
from corro.model import Decision
from corro.model.answer import Page
from corro.model.permission import Doing
from corro.pipeline.access import may
from corro.pipeline.judging import Asked, Proposal, ProposalKind, correct, judge, undo
from corro.pipeline.passages import underlined
from corro.pipeline.reviewing import Judgement
from corro.pipeline.view import RecordView
from corro.web.visit import LINES, Handlers, Visit


def queue(visit: Visit) -> Response:
    """List what waits for a person, in the order of what an answer would change."""
    kind = visit.query.get("kind", "")
    if kind and kind not in [*ProposalKind]:
        raise BadOptionError("There is no such kind of proposal.")
    settled = bool(visit.query.get("settled"))
    window = visit.window()
    with visit.view() as view:
        found = view.review([kind] if kind else (), everything=settled)
        done = _made(view, visit.query.get("done", ""))
    page = Page(found[window.offset : window.offset + LINES], len(found), window.offset)
    told = {"kind": kind, "kinds": list(ProposalKind), "settled": settled, "done": done, "of": visit.query.get("of", "")}
    return visit.show("queue", page=page, turning=visit.turning(page), **told)


def proposal(visit: Visit) -> Response:
    """Show one proposal: its source on the left, the question and the answers on the right."""
    return _shown(visit, visit.named["name"])


def _shown(visit: Visit, name: str, said: str = "", status: int = 200) -> Response:
    with visit.view() as view:
        found = view.proposal(name)
        order = [one.slug for one in view.review()]
        told = _grounds(view, found)
        latest = [one for one in view.decisions(found.subjects or None) if one.id == found.decision]
        done = _made(view, visit.query.get("done", ""))
    typed = {field: visit.form.get(field, "") for field in ("reason", "verdict")}
    neighbours = {"before": _beside(order, found.slug, -1), "after": _beside(order, found.slug, 1)}
    rights = {"may_judge": may(visit.user(), Doing.REVIEW), "waiting": len(order)}
    shown = {
        "proposal": found,
        "latest": latest[0] if latest else None,
        "done": done,
        "of": visit.query.get("of", ""),
        "typed": typed,
        "said": said,
    }
    return visit.show("proposal", status, **shown, **told, **neighbours, **rights)


def _grounds(view: RecordView, found: Proposal) -> dict[str, object]:
    """Return the claims that a proposal rests on with their words, or the issue's passage."""
    claims = view.claims_by_id(found.subjects)
    documents = view.documents_by_id(sorted({claim.document_id for claim in claims.values()}))
    listed = sorted(claims.values(), key=lambda one: (documents[one.document_id].label, one.passage, one.id))
    grounds = [(claim, underlined(documents[claim.document_id], claim.trigger, claim.passage)) for claim in listed]
    return {"grounds": grounds, "documents": documents}


def _made(view: RecordView, name: str) -> Decision | None:
    return next((one for one in view.decisions() if one.id == name), None) if name else None


def _beside(order: list[str], slug: str, step: int) -> str:
    """Return the proposal before or behind one in the queue; the first where it waits no more."""
    if slug not in order:
        return order[0] if order and step > 0 else ""
    at = order.index(slug) + step
    return order[at] if 0 <= at < len(order) else ""


def answer(visit: Visit) -> Response:
    """Take an answer; where somebody else answered first, show theirs, and keep what was typed."""
    name = visit.named["name"]
    with visit.view() as view:
        after = _beside([one.slug for one in view.review()], name, 1)
    try:
        with visit.room.writing:
            made = judge(visit.room.record, Asked(name, visit.form.get("seen", "")), _judgement(visit))
    except AnsweredMeanwhileError:
        return _shown(visit, name, visit.words.say("answered_meanwhile"), 409)
    except BadOptionError:
        return _shown(visit, name, visit.words.say("reason_wanted"), 400)
    return visit.go(f"/review/{after}" if after else "/review", done=made.id, of=name)


def undone(visit: Visit) -> Response:
    """Undo an answer or a correction, and show the proposal again."""
    with visit.room.writing:
        undo(visit.room.record, visit.form.get("decision", ""), _judgement(visit))
    back = visit.form.get("proposal", "")
    return visit.go(f"/review/{back}" if back.isascii() and back.replace("-", "").isalnum() else "/review")


def corrected(visit: Visit) -> Response:
    """Take a correction of how a claim was read."""
    edits = {visit.form.get("role", ""): visit.form.get("value", "")}
    with visit.room.writing:
        made = correct(visit.room.record, visit.form.get("claim", ""), edits, _judgement(visit))
    return visit.go("/review", done=made.id)


def _judgement(visit: Visit) -> Judgement:
    user = visit.user()
    by = user.name if user.named else visit.room.by
    verdict = visit.form.get("verdict", "") or "accepted"
    return Judgement(verdict, by, visit.form.get("reason", "").strip(), visit.room.clock, user)


READ: Handlers = {"/review": queue, "/review/{name}": proposal}
WRITE: Handlers = {"/review/{name}": answer, "/undo": undone, "/correct": corrected}
