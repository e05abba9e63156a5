"""A table that was pasted as text: each row tells its event, and what stands in other cells is marked as inferred."""

from datetime import date

import pytest

from corro import analyse

ROWS = [
    ("3 February 2023", "Gao", "Gunmen attacked a village", "A3"),
    ("5 February 2023", "Menaka", "Two traders abducted", "V6"),
    ("7 February 2023", "Mopti", "Patrol turned back by soldiers", "O4"),
]


@pytest.mark.parametrize("gap", ["\t", "    ", " | "], ids=["tabs", "blanks", "bars"])
def test_each_row_tells_its_event(gap: str) -> None:
    """Types, days and places of the rows are found, row by row."""
    lines = [gap.join(("Date", "Place", "Event", "Killed")), *(gap.join(row[:3]) for row in ROWS)]
    analysis = analyse("\n".join(lines), published=date(2023, 2, 10), language="en")
    text = analysis.document.text
    assert [claim.type for claim in analysis.claims] == [row[3] for row in ROWS]
    for claim, (day, place, _, _) in zip(analysis.claims, ROWS, strict=True):
        (time,), (where,) = claim.slots_of("time"), claim.slots_of("place")
        assert (time.span.of(text), where.span.of(text)) == (day, place)
        assert time.inferred
        assert where.inferred


def test_a_gap_in_a_sentence_makes_no_row() -> None:
    """A sentence with a stray tab is read whole."""
    analysis = analyse("Gunmen attacked a village\tnear Gao on Monday.", published=date(2023, 2, 10), language="en")
    (claim,) = analysis.claims
    assert not any(slot.inferred for slot in claim.slots_of("time"))
