"""Sets figures that reports give of obstruction beside the requests that the record documents; the two are never added (R34)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from corro.model import Claim, CountValue, Item, RegisterEntry
from corro.registers.deadlines import status_now
from corro.registers.life import status_label
from corro.registers.reading import BESIDE
from corro.values import Count, Interval, read_edtf
from corro.vocab import terms
from corro.vocab.figures import read_figure
from corro.vocab.forms import forms

REGISTER = "access"
NO_DENOMINATOR = "denominator not reported"
NO_WINDOW = "window unknown"
DEFAULT_UNIT = "flight_requests"
_UNITS = {"O1": DEFAULT_UNIT, "O2": DEFAULT_UNIT, "O4": "patrols"}
"""What one request is where its item names no unit, by kind. Source: docs/codebook.md, R10, R33."""
OTHER_UNIT = "occasions"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of obstruction.

    Attributes:
        count: How many.
        unit: Key of what is counted.
        outcomes: What came of those that are counted, in words.
        window: Over which days; None where nobody says.
        denominator: Out of how many; None where not reported.
        sectors: How it splits by sector, each with its number; none where not reported.
        claims: Ids of the claims that report it; none where it was counted from items.
    """

    count: Count
    unit: str
    outcomes: str
    window: Interval | None = None
    denominator: int | None = None
    sectors: tuple[tuple[str, int], ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """The figure with all that it needs to be read: outcomes, window, unit, denominator or that there is none, sectors."""
        of = f"of {self.denominator:,}{self._share()}" if self.denominator is not None else NO_DENOMINATOR
        split = ", ".join(f"{name} {number}" for name, number in self.sectors)
        unit = terms("counting_units")[self.unit].en
        parts = [f"{self.count} {unit} {self.outcomes}".strip(), self._window(), of, *([f"by sector: {split}"] if split else [])]
        return "; ".join(parts)

    def _window(self) -> str:
        return self.window.edtf if self.window else NO_WINDOW

    def _share(self) -> str:
        point = self.count.point
        return f" ({100 * point / self.denominator:.1f} %)" if point is not None and self.denominator else ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A reported figure beside what the record documents of the same unit and window.

    Attributes:
        reported: The figure that reports give.
        documented: How many of these requests the record documents, by outcome key.
        other_units: How many items of that window count another unit.
        items: Ids of the items that were counted, sorted.
    """

    reported: Figure
    documented: tuple[tuple[str, int], ...] = ()
    other_units: int = 0
    items: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many are documented."""
        return sum(number for _, number in self.documented)

    @property
    def remark(self) -> str:
        """How the two stand to each other, in a sentence."""
        if self.reported.window is None:
            return "Without a window nothing that is documented can be set beside it."
        form = forms()[REGISTER]
        split = ", ".join(f"{status_label(form, key)} {number}" for key, number in self.documented)
        told = f"{self.number} of these documented here{f' ({split})' if split else ''}; the rest is known from the figure alone"
        highest = self.reported.count.highest
        if highest is not None and self.number > highest:
            told = f"{self.number} documented here ({split}), more than the figure says: one of the two counts otherwise"
        other = f"; {self.other_units} more count another unit" if self.other_units else ""
        return f"{told}{other}. Never added."


def reported_figures(entries: Iterable[RegisterEntry], claim_by_id: Mapping[str, Claim]) -> tuple[Figure, ...]:
    """Return the figures that the record's lines of the access register report, each for itself.

    Args:
        entries: Lines of the access register; those of single events are no figures.
        claim_by_id: The claims behind them.

    Returns:
        The figures in the order of the lines. Figures of two windows stay two, however near their digits (R34).
    """
    return tuple(figure for entry in entries if entry.event_id is None for figure in _reported(entry, claim_by_id))


def _reported(entry: RegisterEntry, claim_by_id: Mapping[str, Claim]) -> Iterable[Figure]:
    shown = entry.field("count").split(BESIDE)[0]
    values = [
        slot.value
        for claim in (claim_by_id[name] for name in entry.claims if name in claim_by_id)
        for slot in claim.slots
        if isinstance(slot.value, CountValue) and slot.value.cumulative and slot.role != "denominator"
    ]
    fitting = [
        value for value in values if shown == f"{value.count} {value.unit}" or shown.startswith(f"{value.count} {value.unit} ")
    ]
    if fitting:
        yield Figure(
            count=fitting[0].count,
            unit=_unit(fitting[0].unit),
            outcomes=entry.field("outcome"),
            window=_window(entry.field("window")),
            denominator=_number(entry.field("denominator")),
            claims=entry.claims,
        )


def _unit(key: str) -> str:
    return key if key in terms("counting_units") else "other"


def _window(printed: str) -> Interval | None:
    try:
        return read_edtf(printed)
    except ValueError:
        return None


def _number(printed: str) -> int | None:
    return int(printed) if printed.isdigit() else None


def reconcile(reported: Iterable[Figure], items: Sequence[Item], now: datetime) -> tuple[Reconciliation, ...]:
    """Set reported figures beside the documented requests of the same unit and window.

    Args:
        reported: The figures.
        items: Items of the access register.
        now: The moment at which they are looked at: a request without an answer becomes unanswered with time.

    Returns:
        One for each figure.
    """
    return tuple(_reconciled(figure, [item for item in items if item.register == REGISTER], now) for figure in reported)


def _reconciled(figure: Figure, items: Sequence[Item], now: datetime) -> Reconciliation:
    inside = [item for item in items if figure.window and _refused(item, now) and _on(item, now, figure.window)]
    same = [item for item in inside if unit_of_item(item) == figure.unit]
    counted = Counter[str]()
    for item in same:
        counted[status_now(item, now)[0]] += number_of(item)
    names = tuple(sorted(item.id for item in same))
    return Reconciliation(figure, tuple(sorted(counted.items())), len(inside) - len(same), names)


def documented_figure(items: Iterable[Item], window: Interval, now: datetime, unit: str = DEFAULT_UNIT) -> Figure:
    """Count the requests that the record documents in a window, out of all of its requests that were decided or passed then.

    Args:
        items: Items of the access register.
        window: The days.
        now: The moment at which they are looked at.
        unit: What is counted; items of other units are left out, never added.

    Returns:
        The figure: those denied, unanswered or revoked, out of all in the window, by sector.
    """
    inside = [item for item in items if item.register == REGISTER and unit_of_item(item) == unit and _on(item, now, window)]
    refused = [item for item in inside if _refused(item, now)]
    outcomes, sectors = Counter[str](), Counter[str]()
    for item in refused:
        outcomes[status_now(item, now)[0]] += number_of(item)
        sectors[item.text("sector") or "sector not entered"] += number_of(item)
    form = forms()[REGISTER]
    words = " or ".join(f"{status_label(form, key)} ({number})" for key, number in sorted(outcomes.items())) or "refused"
    total = sum(map(number_of, inside))
    return Figure(Count.exactly(sum(outcomes.values())), unit, words, window, total, tuple(sorted(sectors.items())))


def _refused(item: Item, now: datetime) -> bool:
    term = terms("access_outcomes").get(status_now(item, now)[0])
    return bool(term and term.fields.get("counts_as_refused"))


def _on(item: Item, now: datetime, window: Interval) -> bool:
    """Say whether a request was answered, or would have had to be, on a day of the window."""
    day = day_of(item, now)
    return day is not None and window.holds(day)


def day_of(item: Item, now: datetime) -> Interval | None:
    """Return the days by which a request counts: of its answer, else when one was needed, else when it was made."""
    unanswered = status_now(item, now)[0] == "no_response"
    columns = ("needed_by", "requested_on", "date") if unanswered else ("answered_on", "date", "needed_by", "requested_on")
    written = next((item.text(column) for column in columns if item.text(column)), "")
    return read_edtf(written) if written else None


def number_of(item: Item) -> int:
    """Return for how many requests an item stands: one where it says nothing."""
    written = item.text("count")
    return read_figure(written)[0].lowest if written else 1


def unit_of_item(item: Item) -> str:
    """Return what an item counts."""
    written = item.text("count")
    return read_figure(written)[1] if written else _UNITS.get(item.text("kind"), OTHER_UNIT)


def window_of(first: date | None, last: date | None) -> Interval:
    """Return the window of two days, either of which may be open."""
    return Interval(first, last)
