"""A register's extract: its lines as a table, each row with what it stands on."""

from corro.brief.wording import Wording
from corro.model import RegisterEntry
from corro.model.brief import BriefLine, BriefMaterial, BriefSection, BriefTable, Citation
from corro.model.claim import Claim

_MOST_CITED = 4
"""Passages that a row cites. Source: own choice: a cell's height."""


def register_section(register: str, material: BriefMaterial, say: Wording) -> BriefSection:
    """Make the table of a register; columns that no row fills are left out, reported totals stay beside single requests."""
    heading = say.label("registers", register)
    heading = heading[:1].upper() + heading[1:]
    entries = material.entries
    if not entries:
        return BriefSection("register", heading, (BriefLine("register/empty", say.phrase("empty_register"), plain=True),))
    names = [field.name for field in entries[0].fields]
    filled = [name for name in names if any(entry.field(name) for entry in entries)]
    claims = {claim.id: claim for dossier in material.dossiers for claim in dossier.claims}
    rows = tuple(tuple(entry.field(name) for name in filled) for entry in entries)
    columns = tuple(say.label("register_columns", name) for name in filled)
    return BriefSection("register", heading, table=BriefTable(columns, rows, tuple(_cited(entry, claims) for entry in entries)))


def _cited(entry: RegisterEntry, claims: dict[str, Claim]) -> tuple[Citation, ...]:
    known = [claims[name] for name in entry.claims if name in claims]
    cited = {one.key: one for one in (Citation(claim.document_id, claim.passage, claim.id) for claim in known)}
    return tuple(cited.values())[:_MOST_CITED]
