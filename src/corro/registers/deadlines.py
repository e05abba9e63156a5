"""When something falls due, on what basis, and when one is reminded of it: stated days and computed ones, side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from corro.model import Item
from corro.values import Duration, Interval, read_edtf
from corro.vocab.due import DueRule, due_rules
from corro.vocab.forms import forms


class DueState(StrEnum):
    """How a deadline stands at a moment."""

    OVERDUE = "overdue"
    DUE = "due"
    REMINDED = "soon"
    LATER = "later"
    OPEN = "no date"


@dataclass(frozen=True, slots=True)
class Basis:
    """One ground on which something falls due.

    Attributes:
        due: When; None where nobody fixes it.
        words: In words: as stated, or what was added to what.
        rests_on: Ids of the claims or acts behind it, sorted.
        stated: Whether somebody states it; else it was computed.
    """

    due: Interval | None
    words: str
    rests_on: tuple[str, ...] = ()
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that falls due.

    Attributes:
        about: Id of the item, or slug of the event.
        register: The register that it stands in.
        kind: Key of the rule.
        what: What falls due, in words.
        subject: What the item or event is about, in its own words; left out of calendars.
        due: When, as finely as any ground has it; None where nobody fixes it.
        bases: The grounds, all of which agree with that.
        condition: What it depends on; empty where on nothing.
        reminders: Moments at which one is reminded, earliest first.
        entered: Whether people entered it; else reports tell it.
    """

    about: str
    register: str
    kind: str
    what: str
    subject: str
    due: Interval | None
    bases: tuple[Basis, ...]
    condition: str = ""
    reminders: tuple[datetime, ...] = ()
    entered: bool = True

    @property
    def at(self) -> datetime | None:
        """The last moment at which it can still be met: the stated moment, or the end of the last day (in UTC)."""
        return end_of(self.due) if self.due else None

    def state(self, now: datetime) -> DueState:
        """Say how it stands at a moment."""
        if self.due is None or self.at is None:
            return DueState.OPEN
        if self.at < now:
            return DueState.OVERDUE
        if begin_of(self.due) <= now or begin_of(self.due).date() <= now.astimezone(UTC).date():
            return DueState.DUE
        return DueState.REMINDED if self.reminders and self.reminders[0] <= now else DueState.LATER


def begin_of(due: Interval) -> datetime:
    """Return the first moment of a time that is due."""
    return due.at or datetime.combine(due.first or due.last or date.max, time.min, UTC)


def end_of(due: Interval) -> datetime | None:
    """Return the last moment of a time that is due; None where its end is open."""
    if due.at or due.last is None:
        return due.at
    return datetime.combine(due.last, time.max, UTC)


def deadlines_of(item: Item) -> tuple[Deadline, ...]:
    """Return what falls due of an item, whether it has passed or not.

    Args:
        item: The item; nothing of a closed one falls due, nor of one that has come to its end.

    Returns:
        The deadlines, in the order of the rules; where grounds clash, one for each.

    Source: `vocab/registers/due.toml`.
    """
    found = [deadline for rule in due_rules(item.register) if _awaited(rule, item) for deadline in _by_rule(rule, item)]
    return tuple(found)


def _awaited(rule: DueRule, item: Item) -> bool:
    form = forms()[item.register]
    status = item.text(form.status)
    over = status in form.ends and not rule.outlives
    return not (item.closed or over or (rule.awaited and status not in rule.awaited) or (rule.done and item.text(rule.done)))


def _by_rule(rule: DueRule, item: Item) -> Iterable[Deadline]:
    bases = [*_stated(rule, item), *_computed(rule, item)]
    condition = item.text(rule.condition) if rule.condition and not item.text(f"{rule.condition}_met") else ""
    for group in agreeing(bases):
        due = finest(group)
        yield Deadline(item.id, item.register, rule.key, rule.en, subject_of(item), due, group, condition, reminders(rule, due))
    if condition and not bases:
        yield Deadline(item.id, item.register, rule.key, rule.en, subject_of(item), None, (), condition)


def subject_of(item: Item) -> str:
    """Return what an item is about: the first of its columns that says so."""
    columns = ("target", "subject", "about", "summary", "act", "capacity", "person")
    return next((item.text(column) for column in columns if item.text(column)), "")


def _stated(rule: DueRule, item: Item) -> Iterable[Basis]:
    written = item.text(rule.on) if rule.on else ""
    if written:
        yield Basis(read_edtf(written), f"{rule.on.replace('_', ' ')} {written}", _acts(item, rule.on))


def _computed(rule: DueRule, item: Item) -> Iterable[Basis]:
    length = _length(rule, item)
    for column in rule.starts if length else ():
        written = item.text(column)
        if written and length:
            words = f"{column.replace('_', ' ')} {written} + {length.iso}"
            named = (column, rule.after) if item.text(rule.after) else (column,)
            yield Basis(read_edtf(written).shifted(length), words, _acts(item, *named), stated=False)


def _length(rule: DueRule, item: Item) -> Duration | None:
    written = rule.after if rule.after.startswith("P") else item.text(rule.after) if rule.after else ""
    return Duration.of(written) if written else None


def _acts(item: Item, *columns: str) -> tuple[str, ...]:
    return tuple(sorted({value.act for value in item.values if value.column in columns}))


def agreeing(bases: Sequence[Basis]) -> tuple[tuple[Basis, ...], ...]:
    """Put grounds together that can hold at once: one lies within the other. Grounds that clash stay apart (law 3).

    Args:
        bases: The grounds, those that are stated first.

    Returns:
        The groups, by when they fall due.
    """
    groups: list[list[Basis]] = []
    for basis in sorted((one for one in bases if one.due), key=lambda one: (_fineness(one), one.words)):
        fitting = next((group for group in groups if _within(group[0], basis)), None)
        if fitting is None:
            groups.append([basis])
        else:
            fitting.append(basis)
    return tuple(tuple(group) for group in sorted(groups, key=lambda group: (_sortable(finest(group)), group[0].words)))


def _fineness(basis: Basis) -> tuple[bool, int]:
    due = basis.due
    return (not (due and due.at), (due.days if due and due.days else 10**6))


def _within(fine: Basis, coarse: Basis) -> bool:
    """Say whether the finer of two grounds lies within the other; two moments only where they are one."""
    one, other = fine.due, coarse.due
    if one is None or other is None:
        return False
    return one.at == other.at if one.at and other.at else other.holds(one)


def finest(group: Sequence[Basis]) -> Interval | None:
    """Return the finest of times that agree."""
    known = sorted((basis for basis in group if basis.due), key=_fineness)
    return known[0].due if known else None


def _sortable(due: Interval | None) -> datetime:
    return (end_of(due) if due else None) or datetime.max.replace(tzinfo=UTC)


def reminders(rule: DueRule, due: Interval | None) -> tuple[datetime, ...]:
    """Return the moments at which a rule reminds of something due: so long before its first moment."""
    if due is None:
        return ()
    return tuple(sorted(begin_of(due) - _span(length) for length in rule.reminders))


def _span(length: Duration) -> timedelta:
    return timedelta(weeks=length.weeks, days=length.days, hours=length.hours, minutes=length.minutes)


def status_now(item: Item, now: datetime) -> tuple[str, str]:
    """Return how an item stands at a moment, and why where that is computed.

    Args:
        item: The item.
        now: The moment.

    Returns:
        The key of its status and, where nobody entered that, the ground in words: an access request without an answer by the
        moment at which one was needed is `no_response`, which is not `denied` (R33).
    """
    form = forms()[item.register]
    status = item.text(form.status)
    for rule in due_rules(item.register):
        passed = [one for one in deadlines_of(item) if one.kind == rule.key and one.at and one.at < now]
        if rule.then and status in rule.then_of and passed:
            return rule.then, passed[0].bases[0].words
    return status, ""


def in_order(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return deadlines by when they fall due, those without a date last."""
    return tuple(sorted(found, key=lambda one: (_sortable(one.due), one.register, one.about, one.kind, one.what)))
