"""How two short reports stand to each other on one field, by the rules with which a build weighs claims about one event.

Both texts are analysed as any text is; all their claims are taken as being about one event, unless linking holds that they are not.
Of the differences found, the one about the field that was asked for is the answer. Where there is none, nothing is known to differ:
`agree`.
"""

from collections.abc import Iterable, Iterator, Sequence

from bench.analysed import published
from bench.frame import Line
from corro.model import Analysis, Claim, Difference, LinkVerdict, Relation
from corro.weigh import differences, in_context, link

ROLES = {
    "date": ("time", "deadline", "duration", "window"),
    "place": ("place",),
    "actor": ("actor", "instrument", "body"),
    "identity": ("target", "victim", "briefer", "actor"),
    "role": ("target", "speaker_role", "briefer", "victim", "actor"),
    "legal": ("legal_basis", "reason"),
    "status": ("status", "existence", "condition", "victim_status"),
    "characterisation": ("victim_status", "reason", "instrument", "legal_basis"),
    "provenance": ("proposed_by", "announced_by", "actor", "presidency"),
    "existence": ("existence", "status"),
}
"""Roles that the set's fields speak of, nearest first. `count` is any figure. Source: disputes.md of the gold data, Fields."""

NOT_FIGURES = {role for roles in ROLES.values() for role in roles}

ORDER = tuple(Relation)
"""Among differences in one role, the order of the model's list."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each pair's relation and kind."""
    for line in lines:
        sides = [_side(line, name, language) for name, language in zip(("a", "b"), line["lang"], strict=True)]
        yield {"id": line["id"], **answer(sides, line["field"])}


def _side(line: Line, name: str, language: str) -> Analysis:
    """Analyse one side, with the outlet that the line names."""
    from corro import analyse

    report = line[name]
    metadata = {"outlet": report.get("source") or "", "id": f"{line['id']}{name}"}
    found: Analysis = analyse(report["text"], published(report), language, metadata=metadata)
    return found


def answer(sides: Sequence[Analysis], field: str) -> Line:
    """Return how two reports stand to each other on a field."""
    if apart(sides):
        return {"relation": Relation.UNRELATED.value, "kind": None}
    documents = {side.document.id: side.document for side in sides}
    claims = [claim for side in sides for claim in side.claims]
    found = [difference for difference in differences(claims, documents, {}) if about(difference, field)]
    if not found:
        return {"relation": Relation.AGREE.value, "kind": None}
    chosen = min(found, key=lambda difference: rank(difference, field))
    disputed = chosen.relation is Relation.DISPUTE and chosen.kind
    return {"relation": chosen.relation.value, "kind": chosen.kind.value if disputed and chosen.kind else None}


def about(difference: Difference, field: str) -> bool:
    """Say whether a difference is about a field, and between the two reports."""
    reports = {passage.document_id for position in difference.positions for passage in position.passages}
    wanted = difference.field not in NOT_FIGURES if field == "count" else difference.field in ROLES[field]
    return wanted and len(reports) > 1


def rank(difference: Difference, field: str) -> tuple[int, int, str]:
    """Return how near a difference is to what was asked for; smaller is nearer."""
    nearness = ROLES[field].index(difference.field) if field in ROLES else 0
    return nearness, ORDER.index(difference.relation), difference.id


def apart(sides: Sequence[Analysis]) -> bool:
    """Say whether linking holds claims of the two reports to be about different events, and none to be about one."""
    verdicts = {link_verdict(one, other, sides) for one in sides[0].claims for other in sides[1].claims}
    return LinkVerdict.NOT_SAME in verdicts and not verdicts & {LinkVerdict.SAME, LinkVerdict.UNSURE}


def link_verdict(one: Claim, other: Claim, sides: Sequence[Analysis]) -> LinkVerdict | None:
    """Return whether two claims are about one event, or None where they have nothing to do with each other."""
    verdict = link(in_context(one, sides[0].document), in_context(other, sides[1].document))
    return verdict.verdict if verdict else None
