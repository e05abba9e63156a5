"""A register as it is read: the record's own lines, with what people entered about the same thing, and what only they entered."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from corro.model import Item, ItemValue, RegisterEntry
from corro.registers.deadlines import status_now
from corro.registers.life import status_label
from corro.registers.reading import BESIDE
from corro.vocab import terms
from corro.vocab.event_types import event_types
from corro.vocab.figures import read_figure
from corro.vocab.forms import Column, ColumnKind, forms

LOST = "what it rests on is not in the record"
"""Said of an item whose claims no event has any more. Source: law 5: what a person entered outlives the machine."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line of a register.

    Attributes:
        register: Which register.
        entry: What reports say; None where only people entered it.
        items: What people entered about it, oldest first.
    """

    register: str
    entry: RegisterEntry | None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of an item as it is shown.

    Attributes:
        name: Its key.
        printed: What it holds, in words.
        by: Who entered it; empty where it was computed.
        at: When; None where it was computed.
        why: On what ground it was computed; empty where somebody entered it.
    """

    name: str
    printed: str
    by: str = ""
    at: datetime | None = None
    why: str = ""


def lines(entries: Sequence[RegisterEntry], items: Iterable[Item]) -> tuple[RegisterLine, ...]:
    """Put the record's lines and people's items of one register together.

    Args:
        entries: The record's lines, in order.
        items: The items.

    Returns:
        The record's lines in their order, each with the items that rest on its claims, then the items that rest on none.
    """
    by_claim: dict[str, list[RegisterEntry]] = {}
    for entry in entries:
        for claim in entry.claims:
            by_claim.setdefault(claim, []).append(entry)
    beside: dict[str, list[Item]] = {entry.id: [] for entry in entries}
    alone: list[Item] = []
    for item in items:
        entry_id = _entry_of(item, by_claim)
        (beside[entry_id] if entry_id else alone).append(item)
    told = [RegisterLine(entry.register, entry, tuple(beside[entry.id])) for entry in entries]
    return (*told, *(RegisterLine(item.register, None, (item,)) for item in alone))


def _entry_of(item: Item, by_claim: Mapping[str, Sequence[RegisterEntry]]) -> str:
    """Return the id of the line that shares most claims with what an item rests on, ties by id; empty where none does."""
    shared = Counter(entry.id for claim in item.rests_on for entry in by_claim.get(claim, ()) if entry.register == item.register)
    return min(shared, key=lambda name: (-shared[name], name)) if shared else ""


def linked(item: Item, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items that name another: the acts of a violation, those involved in an act, those heard at a meeting.

    Args:
        item: The other.
        items: Items of any registers.

    Returns:
        Those that name it, in the order given.
    """
    return tuple(one for one in items if any(one.text(column) == item.id for column in _links(one.register)))


def _links(register: str) -> tuple[str, ...]:
    return tuple(column.key for column in forms()[register].columns if column.kind is ColumnKind.ITEM)


def three_counts(acts: Sequence[Item]) -> str:
    """Return the three counts of a violation side by side: one event, its acts, and the victims of each (R6); none is added up.

    Args:
        acts: The acts that were entered under it.

    Returns:
        The counts in words; empty where no act was entered.
    """
    standing = [act for act in acts if act.register == "acts" and act.text("status") != "withdrawn"]
    if not standing:
        return ""
    number = sum(read_figure(act.text("acts"))[0].lowest if act.text("acts") else 1 for act in standing)
    victims = "; ".join(act.text("victims") for act in standing)
    counted = f"1 event, {number} act{'' if number == 1 else 's'}; victims by act: {victims}"
    return f"{counted} (not added: one victim may suffer several acts)"


def cells_of(item: Item, now: datetime) -> tuple[Cell, ...]:
    """Return an item's columns that hold something, in the order of its form, computed ones among them.

    Args:
        item: The item.
        now: The moment at which it is looked at: a request without an answer becomes `no response` with time.

    Returns:
        The cells.
    """
    form = forms()[item.register]
    value_by_column = {value.column: value for value in item.values}
    computed = {cell.name: cell for cell in (*_status(item, now), *_term(item), *_handling(item))}
    found = []
    for column in form.columns:
        if column.key in computed:
            found.append(computed[column.key])
        elif column.key in value_by_column:
            found.append(_entered(column, value_by_column[column.key]))
    return tuple(found)


def _entered(column: Column, value: ItemValue) -> Cell:
    return Cell(value.column, printed(column, value.text), value.by, value.at)


def printed(column: Column, text: str) -> str:
    """Return what a column holds, in words."""
    if column.kind in (ColumnKind.TERM, ColumnKind.TERMS):
        known = terms(column.of)
        return "; ".join(known[key].en if key in known else key for key in text.split("; "))
    if column.kind is ColumnKind.TYPE and text in event_types():
        return f"{text} {event_types()[text].name_en}"
    return text.replace(BESIDE, " | ")


def _status(item: Item, now: datetime) -> Iterable[Cell]:
    form = forms()[item.register]
    status, why = status_now(item, now)
    if why:
        yield Cell(form.status, status_label(form, status), why=why)


def _term(item: Item) -> Iterable[Cell]:
    """Yield whether it is a violation or an abuse, by who is said to have done it, unless somebody's word stands there (R4)."""
    kind = item.text("perpetrator_kind")
    if item.register == "violations" and not item.text("term_by"):
        deed = terms("actor_kinds")[kind].fields["deed"] if kind else "either"
        key = str(deed) if deed in ("violation", "abuse") else "violation_or_abuse"
        yield Cell("term", terms("violation_terms")[key].en, why="by the kind of perpetrator" if kind else "perpetrator not known")


def _handling(item: Item) -> Iterable[Cell]:
    """Yield that sexual violence and what was done to children is strictly confidential, whatever was entered (R23)."""
    if forms()[item.register].column("handling") and grave(item):
        yield Cell("handling", terms("classifications")["strictly_confidential"].en, why="sexual violence or a child concerned")


def grave(item: Item) -> bool:
    """Say whether an item is about sexual violence or a child, and is strictly confidential for it (R23)."""
    return (
        "yes" in (item.text("sexual_violence"), item.text("minor")) or bool(item.text("mrm_category")) or item.text("kind") == "V3"
    )
