"""Tables of counts in which no small cell can be read, nor worked out from totals (R23, R26).

A table with its totals is a flow: what goes into a row as its total comes out through its cells, into the columns' totals, and back
through the grand total. A hidden number can be worked out just as far as the flow leaves it no play; so cells are hidden, smallest
first, until each small one has enough.

Source: Cox, L. H. (1995), Network Models for Complementary Cell Suppression, Journal of the American Statistical Association 90
(432), 1453-1462; Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22 (2005), chapter IV.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

SMALLEST = 5
"""Counts from 1 to 4 are hidden. Source: docs/codebook.md, R23 and R26 (default 5)."""

Cell = tuple[str, str]
"""A cell by its row and its column."""

TOTAL = ""
"""Stands in a cell's place for a total: `(row, TOTAL)` is a row's, `(TOTAL, TOTAL)` the grand one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it may go out.

    Attributes:
        counts: Every cell and total that may be read.
        hidden: Cells and totals that may not: the small ones, and those that would give them away.
        small: How many of them are hidden because they are small.
    """

    counts: Mapping[Cell, int]
    hidden: frozenset[Cell]
    small: int


def suppressed(counts: Mapping[Cell, int], smallest: int = SMALLEST) -> Shown:
    """Hide what is too small in a table, and as much more as it takes that no total gives it away.

    Args:
        counts: The cells, without totals; a cell that is missing is nought. No row or column is called `TOTAL`.
        smallest: The smallest count, other than nought, that may be read.

    Returns:
        The cells with their totals, and what is hidden. From what is shown, each small number can be anything in a range of at
        least `smallest` values and one more.

    Source: the threshold rule, Working Paper 22, chapter IV.B.
    """
    table = with_totals(counts)
    small = [cell for cell in table if 0 < table[cell] < smallest]
    hidden = set(small)
    for cell in sorted(small, key=lambda one: (table[one], one)):
        while _play(table, hidden, cell) < smallest and (further := _further(table, hidden, cell)):
            hidden |= further
    return Shown({cell: table[cell] for cell in table if cell not in hidden}, frozenset(hidden), len(small))


def with_totals(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    """Return a table with every cell, row total, column total and the grand total."""
    rows, columns = sorted({row for row, _ in counts}), sorted({column for _, column in counts})
    table = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    table |= {(row, TOTAL): sum(counts.get((row, column), 0) for column in columns) for row in rows}
    table |= {(TOTAL, column): sum(counts.get((row, column), 0) for row in rows) for column in columns}
    return table | {(TOTAL, TOTAL): sum(counts.values())}


def _further(table: Mapping[Cell, int], hidden: set[Cell], cell: Cell) -> set[Cell]:
    """Return what to hide next for a small cell: the cheapest ring of cells through it; where that is hidden, the cheapest cell."""
    ring = _ring(table, hidden, cell) - hidden
    left = [one for one in table if one not in hidden]
    return ring or ({min(left, key=lambda one: (_price(table, one), one))} if left else set())


def _price(table: Mapping[Cell, int], cell: Cell) -> int:
    """Return what it costs a reader to lose a cell: what it counts; noughts, then totals, go last."""
    whole = sum(table.values()) + 1
    return 1 + table[cell] + whole * (table[cell] == 0) + whole * len(table) * (TOTAL in cell)


def _ring(table: Mapping[Cell, int], hidden: set[Cell], cell: Cell) -> set[Cell]:
    """Return the cells of the cheapest way from one end of a cell to its other. Source: Dijkstra, E. W. (1959), Numer. Math. 1."""
    start, goal = _ends(cell)
    beside: dict[str, list[tuple[str, Cell]]] = {}
    for one in sorted(table):
        if one != cell:
            before, after = _ends(one)
            beside.setdefault(before, []).append((after, one))
            beside.setdefault(after, []).append((before, one))
    waiting: list[tuple[int, str, tuple[Cell, ...]]] = [(0, start, ())]
    done: set[str] = set()
    while waiting:
        price, knot, way = heappop(waiting)
        if knot == goal:
            return set(way)
        if knot not in done:
            done.add(knot)
            for other, one in beside.get(knot, []):
                heappush(waiting, (price + (0 if one in hidden else _price(table, one)), other, (*way, one)))
    return set()


def _play(table: Mapping[Cell, int], hidden: set[Cell], cell: Cell) -> int:
    """Return how many values above one a hidden cell can have, as far as a reader of the rest can tell."""
    before, after = _ends(cell)
    most = table[cell] + sum(table.values()) + 1
    up = _flow(_room(table, hidden, cell, most), after, before, most)
    down = min(table[cell], _flow(_room(table, hidden, cell, most), before, after, most))
    return up + down


def _ends(cell: Cell) -> tuple[str, str]:
    """Return the two knots that a cell lies between, along the flow: rows, row, column, columns, and back to rows."""
    row, column = cell
    if cell == (TOTAL, TOTAL):
        return "columns", "rows"
    if column == TOTAL:
        return "rows", f"row {row}"
    return (f"column {column}", "columns") if row == TOTAL else (f"row {row}", f"column {column}")


def _room(table: Mapping[Cell, int], hidden: set[Cell], without: Cell, most: int) -> dict[str, dict[str, int]]:
    """Return by how much each hidden number but one could be raised (along its cell) or lowered (against it)."""
    room: dict[str, dict[str, int]] = {}
    for cell in sorted(hidden - {without}):
        before, after = _ends(cell)
        room.setdefault(before, {})[after] = most
        room.setdefault(after, {})[before] = table[cell]
    return room


def _flow(room: dict[str, dict[str, int]], source: str, sink: str, most: int) -> int:
    """Return how much can flow from knot to knot. Source: Edmonds, J. and Karp, R. M. (1972), J. ACM 19 (2), 248-264."""
    sent = 0
    while sent < most and (path := _path(room, source, sink)):
        width = min(room[one][other] for one, other in path)
        for one, other in path:
            room[one][other] -= width
            room[other][one] = room[other].get(one, 0) + width
        sent += width
    return sent


def _path(room: dict[str, dict[str, int]], source: str, sink: str) -> list[tuple[str, str]]:
    came: dict[str, str] = {source: source}
    waiting = [source]
    for knot in waiting:
        for other in sorted(name for name, left in room.get(knot, {}).items() if left and name not in came):
            came[other] = knot
            waiting.append(other)
    if sink not in came:
        return []
    path = [sink]
    while path[-1] != source:
        path.append(came[path[-1]])
    return [(path[place + 1], path[place]) for place in range(len(path) - 1)][::-1]
