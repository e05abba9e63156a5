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


@pytest.mark.parametrize(
    ("language", "head", "rows", "role"),
    [
        (
            "en",
            ("Date", "Place", "Event", "Killed"),
            [(*ROWS[0][:3], "4"), ("6 February 2023", "Gao", "Gunmen attacked a market", "11")],
            "killed",
        ),
        (
            "fr",
            ("Date", "Lieu", "Fait", "Tués"),
            [("3 février 2023", "Gao", "Des hommes armés ont attaqué un village", "4")],
            "killed",
        ),
        ("en", ("Date", "Place", "Event", "Arrested"), [("3 February 2023", "Gao", "Police arrested traders", "9")], "arrested"),
    ],
)
@pytest.mark.parametrize("gap", ["\t", "    ", " | "], ids=["tabs", "blanks", "bars"])
def test_a_figure_below_a_head_is_that_count(
    language: str, head: tuple[str, ...], rows: list[tuple[str, ...]], role: str, gap: str
) -> None:
    """A figure in the column of a head is the count of the row's event, exact and marked as inferred."""
    text = "\n".join(gap.join(row) for row in (head, *rows))
    analysis = analyse(text, published=date(2023, 2, 10), language=language)
    assert len(analysis.claims) == len(rows)
    for claim, row in zip(analysis.claims, rows, strict=True):
        (slot,) = claim.slots_of(role)
        assert slot.inferred
        assert slot.span is not None
        assert slot.span.of(analysis.document.text) == row[3]


def test_a_figure_below_another_head_counts_nobody() -> None:
    """A figure in a column whose head counts nobody is left alone."""
    text = "Date\tPlace\tEvent\tPage\n3 February 2023\tGao\tGunmen attacked a village\t4"
    (claim,) = analyse(text, published=date(2023, 2, 10), language="en").claims
    assert not claim.slots_of("killed")
