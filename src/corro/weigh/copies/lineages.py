"""Which documents go back to one origin: groups of copy links under people's decisions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from corro.model import CopyLink, Decision, DecisionKind, Document, Lineage, standing
from corro.weigh.copies.compiling import COMPILATION, compilations
from corro.weigh.grouping import bound, constraints

_NO_DOCUMENTS: Mapping[str, Document] = MappingProxyType({})


def lineages(
    document_ids: Iterable[str],
    copy_links: Iterable[CopyLink],
    decisions: Sequence[Decision] = (),
    documents_by_id: Mapping[str, Document] = _NO_DOCUMENTS,
) -> tuple[Lineage, ...]:
    """Group documents by origin.

    Args:
        document_ids: The documents, in any order; a whole component of the copy links, or all.
        copy_links: Verdicts on pairs, in any order; links to other documents are left out.
        decisions: All decisions; those on lineages bind, and a pair held "not same" is never joined, not even through others.
        documents_by_id: The documents themselves, by which a lineage's origin is named.

    Returns:
        Every document in exactly one lineage, sorted by their documents; one that only pastes others together binds none of them.
    """
    names = set(document_ids)
    links = [link for link in copy_links if link.same_origin and {link.first_id, link.second_id} <= names]
    groups = bound(constraints(decisions, DecisionKind.SAME_LINEAGE))
    pasted = compilations(links, documents_by_id) - _judged(decisions)
    links = [link for link in links if (link.first_id in pasted) == (link.second_id in pasted)]
    for link in sorted(links, key=_strongest_first):
        groups.join(link.first_id, link.second_id)
    basis = _basis(links, groups.root) | {groups.root(name): (COMPILATION,) for name in pasted}
    return tuple(_lineage(members, basis.get(groups.root(members[0]), ()), documents_by_id) for members in groups.sets(names))


def _judged(decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the documents whose lineage people decided on; nothing else is held of them."""
    held = [decision for decision in standing(tuple(decisions)) if decision.kind is DecisionKind.SAME_LINEAGE]
    return frozenset(subject for decision in held for subject in decision.subjects)


def _strongest_first(link: CopyLink) -> tuple[float, str, str]:
    return -max(item.share for item in link.evidence) if link.evidence else 0.0, link.first_id, link.second_id


def _basis(links: Sequence[CopyLink], root: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, set[str]] = {}
    for link in links:
        if root(link.first_id) == root(link.second_id):
            kinds.setdefault(root(link.first_id), set()).update(item.kind for item in link.evidence)
    return {name: tuple(sorted(found)) for name, found in kinds.items()}


def _lineage(members: tuple[str, ...], basis: tuple[str, ...], documents_by_id: Mapping[str, Document]) -> Lineage:
    days = {name: _day(documents_by_id[name]) for name in members if name in documents_by_id}
    dated = sorted((day, name) for name, day in days.items() if day is not None)
    origin = dated[0][1] if dated else None
    named = documents_by_id.get(origin or members[0])
    return Lineage(members, origin, basis, _origin_name(named) if named else "")


def _day(document: Document) -> date | None:
    interval = document.published.interval
    return interval.first if interval else None


def _origin_name(document: Document) -> str:
    """Return the agency credited, if one alone is, else the outlet."""
    return document.credits[0].text if len(document.credits) == 1 else document.outlet.text
