"""The field's registers: which event types stand in which, and the columns of each.

Source: docs/codebook.md, entities, R4, R10, R30, R31, R33 to R35; docs/reference/event-types.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from corro.model import RegisterEntry, RegisterField
from corro.record.cells import (
    about_kind,
    access_outcome,
    count_of,
    deadline,
    deadline_condition,
    denominator,
    doers_of,
    inquiry_status,
    measure_status,
    official_version,
    reporters,
    supported,
    time_with,
    values_of,
    violation_or_abuse,
    votes,
    when,
    where,
    window,
)
from corro.record.legal import legal_basis, legal_objection
from corro.record.sheet import Sheet

Cell = Callable[[Sheet], RegisterField]


@dataclass(frozen=True, slots=True)
class Register:
    """One of the field's lists.

    Attributes:
        name: What it is called.
        types: Codes of the event types that stand in it; a letter stands for its family.
        columns: How its columns are filled in, in order.
        only_with: For types that stand in it only where certain roles are told, these roles.
    """

    name: str
    types: tuple[str, ...]
    columns: tuple[Cell, ...]
    only_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def takes(self, sheet: Sheet) -> bool:
        """Say whether what is held of an event or aggregate gives a line here."""
        if sheet.type not in self.types and sheet.type[:1] not in self.types:
            return False
        return sheet.type not in self.only_with or bool(sheet.held(*self.only_with[sheet.type]))


_TAIL: tuple[Cell, ...] = (reporters, supported)

REGISTERS: tuple[Register, ...] = (
    Register(
        "access",
        ("O",),
        (
            *(about_kind, access_outcome, values_of("imposed_by", "actor"), values_of("subject", "target")),
            *(values_of("purpose_blocked", "task"), count_of("requests", "occasions", "patrols"), denominator, window),
            *(when, where, values_of("legal_basis", "legal_basis"), values_of("reason", "reason"), *_TAIL),
        ),
    ),
    Register(
        "measures",
        ("H", "C5"),
        (
            *(about_kind, values_of("target", "target"), values_of("issuer", "actor"), values_of("announced_by", "announced_by")),
            *(time_with("announced"), time_with("notified"), time_with("effective"), time_with("lifted")),
            *(values_of("duration", "duration"), deadline, deadline_condition, values_of("reason", "reason")),
            *(legal_basis, legal_objection, values_of("condition", "condition"), measure_status, *_TAIL),
        ),
        only_with={"C5": ("deadline",)},
    ),
    Register(
        "meetings",
        ("C1", "C2", "M1"),
        (
            *(about_kind, when, values_of("format", "meeting"), values_of("presidency", "presidency")),
            *(values_of("briefers", "briefer"), values_of("heard", "actor"), values_of("proposed_by", "proposed_by")),
            *(values_of("resolution", "resolution"), votes, where, *_TAIL),
        ),
        only_with={"M1": ("votes_for", "votes_against", "abstentions", "meeting", "presidency")},
    ),
    Register(
        "violations",
        ("V", "A3"),
        (
            *(about_kind, violation_or_abuse, values_of("victim", "victim", "target"), doers_of("alleged_perpetrator")),
            *(when, where, count_of("killed", "injured", "arrested", "abducted", "missing", "displaced", "burnt", "persons")),
            *(window, values_of("identified", "identified"), values_of("means", "instrument"), official_version, *_TAIL),
        ),
    ),
    Register(
        "investigations",
        ("C4", "C5"),
        (
            *(
                about_kind,
                inquiry_status,
                values_of("by", "actor"),
                values_of("body", "body"),
                values_of("about", "accused", "target", "reason"),
            ),
            *(when, where, values_of("interviews", "interviews"), *_TAIL),
        ),
    ),
    Register(
        "mission",
        ("M", "A2"),
        (
            *(about_kind, values_of("subject", "target", "actor"), values_of("by", "actor"), when, where),
            *(count_of("troops", "killed", "injured", "persons", "vehicles", "helicopters"), time_with("as_of")),
            *(values_of("resolution", "resolution"), votes, values_of("condition", "condition"), *_TAIL),
        ),
    ),
    Register(
        "reprisals",
        ("V9",),
        (
            *(values_of("victim", "victim", "target"), values_of("act", "instrument"), doers_of("alleged_perpetrator")),
            *(values_of("trigger", "reason"), values_of("engagement", "meeting"), when, where, official_version, *_TAIL),
        ),
    ),
)


def entry_for(sheet: Sheet) -> tuple[RegisterEntry, ...]:
    """Return the lines that a sheet gives: one in each register where its type stands.

    Args:
        sheet: What is held of an event or a reported aggregate.

    Returns:
        The lines; none where the type stands in no register.
    """
    return tuple(_entry(register, sheet) for register in REGISTERS if register.takes(sheet))


def columns() -> Mapping[str, Sequence[str]]:
    """Return the names of each register's columns, in order."""
    from corro.model import Support

    empty = Sheet("", {}, (), 0, Support.SINGLE_SOURCE)
    return {register.name: tuple(cell(empty).name for cell in register.columns) for register in REGISTERS}


def _entry(register: Register, sheet: Sheet) -> RegisterEntry:
    event_id = sheet.event.id if sheet.event else None
    fields = tuple(cell(sheet) for cell in register.columns)
    return RegisterEntry(register.name, event_id, fields, tuple(claim.id for claim in sheet.claims))
