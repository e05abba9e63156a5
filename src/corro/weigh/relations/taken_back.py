"""Which claims their own holders have taken back, by a statement that retracts them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from corro.model import Claim, Document, Statement
from corro.model.statement import SpeechAct
from corro.values import fold
from corro.weigh.relations.stands import holder_name, print_slot

TakenBack = frozenset[tuple[str, str]]
"""Claims with the role of the value that is taken back: `(claim id, role)`."""


def retracting(claims: Sequence[Claim], statements: Mapping[str, Statement]) -> frozenset[str]:
    """Return ids of the claims that a statement tells in order to take them back.

    Args:
        claims: Claims.
        statements: Statements by id.
    """
    return frozenset(claim.id for claim in claims if _retracts(claim, statements))


def _retracts(claim: Claim, statements: Mapping[str, Statement]) -> bool:
    statement = statements.get(claim.statement_id or "")
    return statement is not None and statement.act is SpeechAct.RETRACTS


def taken_back(claims: Sequence[Claim], retracted: Collection[str], documents_by_id: Mapping[str, Document]) -> TakenBack:
    """Say which values their holders have taken back.

    A holder takes back what the same holder put forward before, with the same value, in the claims of one event. Somebody else
    who holds the same value still holds it.

    Args:
        claims: The claims of one event, in any order.
        retracted: Ids of those that a statement tells in order to take them back.
        documents_by_id: Their documents; they tell what came first.

    Returns:
        The values taken back, those told in taking them back included.

    Source: docs/codebook.md, lists, support; R20.
    """
    back = [claim for claim in claims if claim.id in retracted]
    found = {(claim.id, slot.role) for claim in back for slot in claim.slots}
    for later in back:
        for claim in claims:
            if _of_one_holder(claim, later) and not _after(claim, later, documents_by_id):
                found |= {(claim.id, role) for role in _same_values(claim, later)}
    return frozenset(found)


def _of_one_holder(one: Claim, other: Claim) -> bool:
    mine, theirs = fold(holder_name(one)), fold(holder_name(other))
    return bool(mine) and mine == theirs


def _after(claim: Claim, later: Claim, documents_by_id: Mapping[str, Document]) -> bool:
    """Say whether a claim came out after what takes it back: then its holder put it forward anew."""
    mine, theirs = _published(claim, documents_by_id), _published(later, documents_by_id)
    return mine is not None and theirs is not None and mine > theirs


def _published(claim: Claim, documents_by_id: Mapping[str, Document]) -> date | None:
    document = documents_by_id.get(claim.document_id)
    interval = document.published.interval if document else None
    return interval.first if interval else None


def _same_values(claim: Claim, later: Claim) -> set[str]:
    taken = {(slot.role, print_slot(slot)) for slot in later.slots if slot.value is not None}
    return {slot.role for slot in claim.slots if slot.value is not None and (slot.role, print_slot(slot)) in taken}
