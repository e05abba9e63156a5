"""Small cells cannot be read, nor worked out."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from corro.casework import SMALLEST, TOTAL, Shown, suppressed
from corro.casework.cells import with_totals


def test_a_table_without_small_cells_goes_out_whole() -> None:
    """Noughts too."""
    counts = {("Mopti", "2022"): 12, ("Mopti", "2023"): 0, ("Gao", "2022"): 7, ("Gao", "2023"): 9}
    shown = suppressed(counts)
    assert not shown.hidden
    assert shown.counts == with_totals(counts)


def test_a_total_minus_its_parts_gives_no_small_cell_away() -> None:
    """One small cell takes others with it."""
    counts = {("Mopti", "2022"): 12, ("Mopti", "2023"): 3, ("Gao", "2022"): 7, ("Gao", "2023"): 9}
    shown = suppressed(counts)
    assert ("Mopti", "2023") in shown.hidden
    assert shown.small == 1
    assert len(shown.hidden) >= 4
    assert shown.counts[TOTAL, TOTAL] == 31


def possible(shown: Shown, counts: dict[tuple[str, str], int]) -> list[dict[tuple[str, str], int]]:
    """Every table that a reader of what is shown could take for the true one, tried one by one."""
    cells = sorted(counts)
    most = max(counts.values()) + SMALLEST
    ranges = [[shown.counts[cell]] if cell in shown.counts else list(range(most + 1)) for cell in cells]
    tables = (with_totals(dict(zip(cells, numbers, strict=True))) for numbers in product(*ranges))
    return [table for table in tables if all(table[cell] == number for cell, number in shown.counts.items())]


tables = st.sampled_from([(1, 2), (1, 3), (2, 2)]).flatmap(
    lambda size: st.fixed_dictionaries(
        {(f"row{row}", f"column{column}"): st.integers(0, 5) for row in range(size[0]) for column in range(size[1])}
    )
)


@settings(max_examples=25, deadline=None)
@given(tables)
def test_each_small_number_could_be_many(counts: dict[tuple[str, str], int]) -> None:
    """By trying every table that fits: each hidden small number has a range of more than the threshold, as nothing else knows."""
    shown = suppressed(counts)
    fitting = possible(shown, counts)
    for cell, number in with_totals(counts).items():
        if 0 < number < SMALLEST:
            assert cell not in shown.counts
            values = {table[cell] for table in fitting}
            assert max(values) - min(values) >= SMALLEST
