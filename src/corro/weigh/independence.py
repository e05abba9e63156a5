"""How many lineages behind a value are independent of each other, and what they amount to (law 2)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corro.model import Claim, Document, Support
from corro.ports import Independence
from corro.values import fold
from corro.vocab import source_named
from corro.weigh.grouping import Groups


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a value beside its lineages.

    Attributes:
        contested: Whether a rival value of the same role is in dispute with it.
        superseded: Whether a later state of the same value has been reported.
        retracted: Whether whoever put it forward has taken it back.
    """

    contested: bool = False
    superseded: bool = False
    retracted: bool = False


def independence(lineage_of: Mapping[str, str], documents_by_id: Mapping[str, Document]) -> Independence:
    """Make the function that counts independent lineages.

    Two claims depend on each other where their documents are one lineage, where the words go back to one originator (the
    speaker quoted, else the agency credited, else the outlet), or where their outlets have one owner. What depends on
    something that depends counts as one: a set of claims is as independent as it has parts that nothing joins. A lineage of
    which nobody can tell who put one of its claims forward adds nothing to the others. So a further document of a known
    lineage can only join what stood apart (law 2).

    Args:
        lineage_of: Lineage id by document id.
        documents_by_id: The documents; they tell outlet and credits.

    Returns:
        A function from claims to the number of independent lineages behind them.
    """

    def count(claims: Sequence[Claim]) -> int:
        groups = Groups()
        seen: set[str] = set()
        unknown: set[str] = set()
        for claim in claims:
            node = f"lineage:{lineage_of.get(claim.document_id, claim.document_id)}"
            origins = originators(claim, documents_by_id.get(claim.document_id))
            for origin in sorted(origins):
                groups.join(node, origin)
            seen.add(node)
            unknown |= set() if origins else {node}
        return len({groups.root(node) for node in seen - unknown}) or min(1, len(claims))

    return count


def originators(claim: Claim, document: Document | None) -> frozenset[str]:
    """Return who a claim goes back to: its first holder, and the owner of that one where it is known.

    Args:
        claim: The claim.
        document: Its document, or None where it is not at hand.

    Returns:
        Keys that are equal for one originator; empty where nobody can tell.
    """
    names = _first_holders(claim) or _narrators(document)
    return frozenset(key for name in names for key in _keys(name))


def _first_holders(claim: Claim) -> list[str]:
    """Return the first holder, with all agencies where several are credited beside each other."""
    if not claim.holders:
        return []
    first = claim.holders[0]
    if first.role != "agency":
        return [first.actor_id or first.name] if first.name or first.actor_id else []
    return [holder.actor_id or holder.name for holder in claim.holders if holder.role == "agency"]


def _narrators(document: Document | None) -> list[str]:
    if document is None:
        return []
    return [credit.text for credit in document.credits] or ([document.outlet.text] if document.outlet.text else [])


def _keys(name: str) -> Iterable[str]:
    source = source_named(name)
    if source is None:
        return [f"origin:{fold(name)}"]
    return [f"origin:{source.id}", *([f"owner:{source.owner}"] if source.owner else [])]


def support(claims: Sequence[Claim], count: Callable[[Sequence[Claim]], int], standing: Standing = Standing()) -> Support:
    """Say what the lineages behind a value amount to.

    Args:
        claims: The claims that put the value forward.
        count: The function that `independence` made.
        standing: Whether the value is contested, superseded or retracted.

    Returns:
        RETRACTED and SUPERSEDED before CONTESTED; else CORROBORATED from two independent lineages on, MULTIPLE_DEPENDENT for
        several documents of one origin, SINGLE_SOURCE for one document.

    Source: domain.md 2.3, support; R38.
    """
    if standing.retracted:
        return Support.RETRACTED
    if standing.superseded:
        return Support.SUPERSEDED
    if standing.contested:
        return Support.CONTESTED
    if count(claims) >= 2:
        return Support.CORROBORATED
    several = len({claim.document_id for claim in claims}) > 1
    return Support.MULTIPLE_DEPENDENT if several else Support.SINGLE_SOURCE
