"""What parties hold in law about a measure: the basis that its issuer claims, and the objection of who contests it, apart."""

from corro.model import Held, RegisterField, TextValue
from corro.record.sheet import Sheet
from corro.values import Span

BESIDE = " | "
"""Stands between the positions of one column."""

_OBJECTIONS = frozenset({"not_applicable", "privileges_and_immunities"})
"""Keys of grounds that only ever speak against a measure. Source: docs/codebook.md, entities, host-state measure."""

Passage = tuple[str, Span]


def legal_basis(sheet: Sheet) -> RegisterField:
    """Show what is claimed as a measure's ground in law, without what is held against it."""
    return _field("legal_basis", [held for held in sheet.held("legal_basis") if not _objects(held, sheet)])


def legal_objection(sheet: Sheet) -> RegisterField:
    """Show what is held against a measure in law: that a doctrine does not apply, immunities, and what is cited in one breath."""
    return _field("legal_objection", [held for held in sheet.held("legal_basis") if _objects(held, sheet)])


def _field(name: str, held: list[Held]) -> RegisterField:
    claims = sorted({claim for one in held for claim in one.claims})
    return RegisterField(name, BESIDE.join(one.printed for one in held), tuple(claims))


def _objects(held: Held, sheet: Sheet) -> bool:
    """Say whether a ground speaks against the measure: by what it is, or because all who name it do so in an objection."""
    if isinstance(held.value, TextValue) and held.value.key in _OBJECTIONS:
        return True
    objecting = _objections(sheet)
    told = {(claim.document_id, claim.passage) for claim in sheet.claims if claim.id in held.claims}
    return bool(told) and told <= objecting


def _objections(sheet: Sheet) -> set[Passage]:
    return {
        (claim.document_id, claim.passage)
        for claim in sheet.claims
        for slot in claim.slots_of("legal_basis")
        if isinstance(slot.value, TextValue) and slot.value.key in _OBJECTIONS
    }
