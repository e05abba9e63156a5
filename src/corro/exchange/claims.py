"""What a row claims, by a map of its columns: typed values, each with the cell it stands in, put forward by the dataset."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corro.exchange.cells import Dates, counted, dates_of, point_of, whole_number
from corro.exchange.maps import COUNTS, ColumnMap
from corro.exchange.rows import Origin, Row, Told, document_of, told
from corro.model import (
    ActorKind,
    ActorValue,
    Analysis,
    Claim,
    CountValue,
    Document,
    Holder,
    Issue,
    PlaceValue,
    Severity,
    Slot,
    TimeValue,
    Value,
)
from corro.values import Bound, Count, Place, PlaceKind, PlacePrecision, Span, fold
from corro.vocab.actors import actor, actor_ids_by_name

CIVILIANS = "civilians"
"""The side that acts nowhere in these datasets. Source: UCDP GED and ACLED codebooks (2023): `Civilians`, `Civilians (Mali)`."""

CLASH = "A1"
ON_CIVILIANS = frozenset({"V1", "V2", "A3"})
"""Types that tell of harm to civilians; between two armed sides they are a clash. Source: definitions of the event types."""

MOST_WORDS = 80
"""Characters of a holder's name that are kept. Source: own choice: longer ones are notes on several sources."""


@dataclass(frozen=True, slots=True)
class Deaths:
    """What a row says of the dead.

    Attributes:
        best: The dataset's best figure; None where it gives none.
        low: Its lowest.
        high: Its highest.
    """

    best: int | None = None
    low: int | None = None
    high: int | None = None


class Reader:
    """Reads the rows of one file by one map."""

    def __init__(self, made: ColumnMap, origin: Origin) -> None:
        """Get ready for a file."""
        self._map = made
        self._origin = origin
        self._column = dict(made.columns)
        self._rule = made.rule

    def read(self, row: Row) -> tuple[Analysis, Deaths]:
        """Return a row as a document with its claim, and what it says of the dead."""
        text = told(row.cells)
        reported = self._cell(row, "reported")
        published = dates_of(reported, "", "").interval if reported else None
        document = document_of(row, text, self._origin, self._cell(row, "id"), published)
        found = _Found(document, text, of_state=self._of_state(row), civilian=self._civilian_sides(row))
        self._doubt_formulas(row, found)
        deaths = self._deaths(row, found)
        code = self._type(row, found)
        claims = (self._claim(row, found, code, deaths),) if code else ()
        if not code:
            found.doubt("row_without_type", _NO_TYPE, self._column.get("type", ""))
        return Analysis(document, claims=claims, issues=tuple(found.issues)), deaths

    def _cell(self, row: Row, name: str) -> str:
        return row.cells.get(self._column.get(name, ""), "")

    def _type(self, row: Row, found: "_Found") -> str:
        made = self._map
        word, more = _folded(self._cell(row, "type")), _folded(self._cell(row, "subtype"))
        for table in (made.state_types, made.types) if found.of_state else (made.types,):
            code = table.get(f"{word} / {more}") or table.get(word)
            if code:
                return CLASH if code in ON_CIVILIANS and made.sides and not found.civilian else code
        return made.type or known_type(self._cell(row, "type"))

    def _of_state(self, row: Row) -> bool:
        word = _folded(self._cell(row, "actor_state"))
        return word in self._map.state_words if self._map.state_words else bool(word)

    def _civilian_sides(self, row: Row) -> bool:
        return any(_is_civilians(self._cell(row, name)) for name in ("actor", "target", "victim"))

    def _claim(self, row: Row, found: "_Found", code: str, deaths: Deaths) -> Claim:
        column = self._column
        trigger = found.told.over(column.get("type", ""), column.get("subtype", "")) or Span(0, len(found.told.text))
        return Claim(
            document_id=found.document.id,
            type=code,
            trigger=trigger,
            passage=Span(0, len(found.told.text)),
            slots=tuple(sorted(self._slots(row, found, code, deaths), key=lambda slot: slot.span)),
            holders=tuple(self._holders(row)),
            rule=self._rule,
        )

    def _slots(self, row: Row, found: "_Found", code: str, deaths: Deaths) -> Iterator[Slot]:
        yield from self._parties(row, found, code)
        dates = dates_of(self._cell(row, "date"), self._cell(row, "end"), self._precision(row))
        if dates.doubt:
            found.doubt(dates.doubt, _DATES, self._column["date"])
        if span := found.over(self._column, "date", "end"):
            reason = "the cell holds no date that can be read" if dates.interval is None else ""
            yield self._slot("time", span, TimeValue(dates.interval, rule=dates.rule, reason=reason))
        place_span = found.over(self._column, "place") or found.over(self._column, "admin2") or found.over(self._column, "admin1")
        if span := place_span or found.over(self._column, "country"):
            yield self._slot("place", span, self._place(row, found))
        yield from self._counts(row, found, deaths, dates)

    def _precision(self, row: Row) -> str:
        return self._map.date_precisions.get(_folded(self._cell(row, "date_precision")), "")

    def _slot(self, role: str, span: Span, value: Value) -> Slot:
        return Slot(role, span, value, rule=self._rule)

    def _parties(self, row: Row, found: "_Found", code: str) -> Iterator[Slot]:
        """Yield who took part; of two sides neither is said to have acted on the other, save where one is civilians.

        A clash has two sides and no direction by its definition, so there they stand in the order of the table.
        """
        undirected = self._map.sides and not found.civilian and code != CLASH
        for name in ("actor", "target", "victim"):
            label = self._cell(row, name)
            span = found.over(self._column, name)
            if span is None:
                continue
            role = "actor" if undirected else _harmed(name, label)
            yield self._slot(role, span, _actor(label, of_state=name == "actor" and found.of_state))

    def _place(self, row: Row, found: "_Found") -> PlaceValue:
        names = [self._cell(row, name) for name in ("place", "admin2", "admin1", "country")]
        name = next(name for name in names if name)
        point = point_of(self._cell(row, "latitude"), self._cell(row, "longitude"))
        if point is None and (self._cell(row, "latitude") or self._cell(row, "longitude")):
            found.doubt("bad_point", _POINT, self._column.get("latitude", ""))
        if point is None:
            return PlaceValue(None, name=name, rule=self._rule, reason="the row gives no point that can be read")
        near = self._map.place_precisions.get(_folded(self._cell(row, "place_precision")), PlacePrecision.UNKNOWN)
        kind = _KINDS.get(near, PlaceKind.UNKNOWN)
        _, second, first, _ = names
        place = Place(name, kind, near, *point, country=self._map.country or None, admin1=first or None, admin2=second or None)
        return PlaceValue(place, matched="given", rule=self._rule, name=name)

    def _counts(self, row: Row, found: "_Found", deaths: Deaths, dates: Dates) -> Iterator[Slot]:
        adds_up = _folded(self._cell(row, "aggregated")) in self._map.aggregates
        window = dates.interval if adds_up else None
        for role, columns, count in self._figures(row, found, deaths):
            span = found.over(self._column, *columns)
            if span:
                yield self._slot(role, span, CountValue(count, window=window, cumulative=adds_up))

    def _figures(self, row: Row, found: "_Found", deaths: Deaths) -> Iterator[tuple[str, tuple[str, ...], Count]]:
        """Yield the figures: of the dead the range between the dataset's lowest and highest, where it gives one."""
        low, high = deaths.low, deaths.high
        if low is not None and high is not None and low < high:
            yield "killed", ("killed_low", "killed_high"), Count(low, high, Bound.RANGE)
            if deaths.best is not None:
                yield "killed", ("killed",), Count(deaths.best, deaths.best, Bound.APPROXIMATE)
        elif deaths.best is not None:
            yield "killed", ("killed",), Count.exactly(deaths.best)
        for role in COUNTS[1:]:
            count = counted(self._cell(row, role))
            if count:
                yield role, (role,), count
            elif self._cell(row, role):
                found.doubt("bad_figure", _FIGURE, self._column[role])

    def _deaths(self, row: Row, found: "_Found") -> Deaths:
        """Return what a row says of the dead; a cell that holds no whole number is told, and left out."""
        figures = []
        for name in ("killed", "killed_low", "killed_high"):
            cell = self._cell(row, name)
            figures.append(whole_number(cell))
            if cell and figures[-1] is None:
                found.doubt("bad_figure", _FIGURE, self._column[name])
        best, low, high = figures
        ordered = [figure for figure in (low, best, high) if figure is not None]
        if ordered != sorted(ordered):
            found.doubt("figures_out_of_order", _ORDER, self._column["killed"], f"{low} ≤ {best} ≤ {high}")
        return Deaths(best, low, high)

    def _holders(self, row: Row) -> Iterator[Holder]:
        """Yield who puts it forward: whom the dataset names as having said it first, its agencies, and the dataset."""
        for role, name in (("speaker", "source"), ("agency", "agency")):
            words = dict.fromkeys(part.strip(' "') for part in self._cell(row, name).replace(";", ",").split(","))
            yield from (Holder(role, word[:MOST_WORDS]) for word in words if word)
        yield Holder("outlet", self._origin.title)

    def _doubt_formulas(self, row: Row, found: "_Found") -> None:
        if row.formulas:
            found.doubt("formula_cell", _FORMULA, detail=", ".join(row.formulas))
        marks = [column for column, cell in row.cells.items() if cell[0] in _FORMULA_MARKS and not _PLAIN_NUMBER.fullmatch(cell)]
        if marks:
            found.doubt("formula_cell", _LOOKS, detail=", ".join(marks))


class _Found:
    """A row's document on the way, with the doubts met."""

    def __init__(self, document: Document, text: Told, *, of_state: bool, civilian: bool) -> None:
        self.document = document
        self.told = text
        self.of_state = of_state
        self.civilian = civilian
        self.issues: list[Issue] = []

    def over(self, column: Mapping[str, str], *names: str) -> Span | None:
        """Return where the values of some fields stand."""
        return self.told.over(*(column[name] for name in names if name in column))

    def doubt(self, code: str, message: str, column: str = "", detail: str = "") -> None:
        """Note a doubt about a column."""
        self.issues.append(Issue(code, self.document.id, message, self.told.over(column), Severity.WARNING, detail or column))


_KINDS = {
    PlacePrecision.EXACT: PlaceKind.TOWN,
    PlacePrecision.DISTRICT: PlaceKind.CERCLE,
    PlacePrecision.PROVINCE: PlaceKind.REGION,
    PlacePrecision.AREA: PlaceKind.AREA,
    PlacePrecision.COUNTRY: PlaceKind.COUNTRY,
}
_FORMULA_MARKS = frozenset("=+-@\t\r")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?|-+")
"""A number with its sign, or a dash for nothing: no formula."""


_folded = lru_cache(maxsize=65536)(fold)
"""The words of dataset cells come again and again."""


def _harmed(name: str, label: str) -> str:
    return "victim" if name == "victim" or _is_civilians(label) else name


def _is_civilians(label: str) -> bool:
    return _folded(label).startswith(CIVILIANS)


@lru_cache(maxsize=65536)
def _actor(label: str, *, of_state: bool) -> ActorValue:
    if _is_civilians(label):
        return ActorValue(label, kind=ActorKind.CIVILIANS)
    ids = actor_ids_by_name().get(fold(label), ())
    known = actor(ids[0]) if len(ids) == 1 else None
    if known:
        return ActorValue(label, known.name, known.id, known.kind)
    return ActorValue(label, kind=ActorKind.STATE_FORCE if of_state else ActorKind.UNKNOWN, candidates=ids)


@lru_cache(maxsize=4096)
def known_type(words: str) -> str:
    """Return the event type that words name by its code or its name in English or French; empty where none."""
    from corro.vocab.event_types import event_types

    wanted = fold(words)
    named = (kind.code for kind in event_types().values() if wanted in (fold(kind.code), fold(kind.name_en), fold(kind.name_fr)))
    return next(named, "")


_NO_TYPE = "Nothing says which of the event types the row tells of. It is kept and can be searched, and makes no claim."
_DATES = "The row's dates do not fit each other, or cannot be read. The time stays open."
_POINT = "The row's coordinates make no point on earth. The place stays open."
_FIGURE = "A cell that should hold a number of persons holds something else. It is left out of the claim."
_ORDER = "The lowest, best and highest figure are not in that order. All stand in the row's words."
_FORMULA = "Cells were computed by a program. What it last wrote there is kept as text, and nothing is computed."
_LOOKS = "Cells begin like a formula. They are kept as text and never computed."
