"""Which event types reports of one event mix up, and which types are so rare that kind and party alone say much."""

from functools import cache

SINGULAR_TYPES = frozenset({"H1", "H2", "H6", "A4", "M1", "M2", "O3", "H4", "H5", "C1"})
"""Types of which a country has few in a year. Source: the dates of docs/facts.md (2013 to 2023), 2026-11."""

_KIN = (
    frozenset({"V1", "V2", "A1", "A3"}),
    frozenset({"A1", "A2"}),
    frozenset({"A2", "A3"}),
    frozenset({"O1", "O2"}),
    frozenset({"O4", "O5"}),
    frozenset({"H1", "H6"}),
    frozenset({"V5", "O6"}),
    frozenset({"V5", "V6"}),
    frozenset({"V6", "A3"}),
    frozenset({"V7", "A3"}),
    frozenset({"V8", "V9"}),
    frozenset({"V8", "H3"}),
    frozenset({"V9", "H3"}),
    frozenset({"C1", "C2"}),
    frozenset({"C1", "M1"}),
    frozenset({"M1", "M3"}),
    frozenset({"H3", "C5"}),
    frozenset({"C4", "C5"}),
)
"""Types that one event is told as, by one reporter or another.

Source: passages and record gold (kasanda-dev) count V and A3 as one family; the rest chosen on samples/mali and
kasanda-dev, 2026-11.
"""

_ACTS = frozenset({"V1", "V2", "V3", "V4", "V5", "V6", "V7", "A1", "A3"})
"""Acts of violence: one operation or attack holds several of them, which reports tell apart and the field files as one incident.

Source: docs/codebook.md, R1 (an event and its acts); the incidents of kasanda-dev, 2026-11.
"""

_FAMILIES = (
    ("V1", "V2", "V3", "V4", "A1", "A2", "A3", "V5", "V6", "V7", "O6"),
    ("H1", "H6"),
    ("O1", "O2"),
    ("O4", "O5"),
    ("V8", "V9", "H3", "C5", "C4"),
    ("C1", "C2", "M1", "M3"),
)
"""The connected sets of `_KIN` and `_ACTS`, so that near types always meet; V9 is told as H3, and H3 as C5."""

_FAMILY = {code: index for index, codes in enumerate(_FAMILIES) for code in codes}


@cache
def kinship(one: str, other: str) -> str | None:
    """Say how near two types are.

    Args:
        one: Code of a type.
        other: Another.

    Returns:
        `same`; `near` where reports mix the types up; `act` for two acts of what may be one operation; None where the types have
        nothing to do with each other.
    """
    if one == other:
        return "same"
    if any(one in kin and other in kin for kin in _KIN):
        return "near"
    return "act" if one in _ACTS and other in _ACTS else None


_TOLD_ON = frozenset({*_ACTS, "A2", "V8", "V9", "H3"})


def told_on(one: str, other: str) -> bool:
    """Say whether a text that tells of one type goes on about the same event with the other: an attack, then its dead."""
    return one in _TOLD_ON and other in _TOLD_ON


def family(code: str) -> str:
    """Return the block in which claims of a type are looked up, the same for all types that are near."""
    return f"f{_FAMILY[code]}" if code in _FAMILY else code


_RARE_BLOCKS = frozenset(family(code) for code in SINGULAR_TYPES)


def has_singular(block: str) -> bool:
    """Say whether a block holds a type of which a country has few in a year."""
    return block in _RARE_BLOCKS


def loosely_dated(one: str, other: str) -> bool:
    """Say whether events of two near types are so rare that reports which differ by weeks can still be about one.

    Meetings are left out: the Security Council's calendar has two in a week.
    """
    rare = SINGULAR_TYPES - {"C1"}
    return one in rare or other in rare
