"""What falls due in a record: of the items that people entered, and of the measures that reports tell of."""

from collections.abc import Iterable
from datetime import datetime

from corro.model import DurationValue, Event, Held, Item, RegisterEntry, TimeValue
from corro.model.answer import ALL
from corro.ports import Questions
from corro.registers.deadlines import Basis, Deadline, agreeing, deadlines_of, finest, in_order, reminders
from corro.registers.state import items
from corro.vocab.due import due_rules
from corro.vocab.forms import forms

MEASURES = "measures"
RULE = "term_of_measure"


def deadlines(questions: Questions, now: datetime | None = None) -> tuple[Deadline, ...]:
    """Return what falls due, by when.

    Args:
        questions: The record's answers.
        now: Where given, what only reports tell of is left out once it has passed; people's own items stay until they are closed.

    Returns:
        The deadlines, those without a date last.
    """
    entered = items(questions.entered())
    own = [deadline for item in entered for deadline in deadlines_of(item)]
    known = {name for item in entered if _settles(item) for name in item.rests_on}
    told = [
        deadline
        for entry in questions.entries(MEASURES, ALL)
        if known.isdisjoint(entry.claims)
        for deadline in _of_entry(questions, entry)
        if now is None or (deadline.at is not None and deadline.at >= now)
    ]
    return in_order([*own, *told])


def _settles(item: Item) -> bool:
    """Say whether an item takes the place of what reports tell of a term: it has one of its own, or nothing falls due any more."""
    if item.register != MEASURES:
        return False
    over = item.closed or item.text("status") in forms()[MEASURES].ends
    return over or any(deadline.kind == RULE for deadline in deadlines_of(item))


def _of_entry(questions: Questions, entry: RegisterEntry) -> Iterable[Deadline]:
    """Yield what falls due of a measure that reports tell of, unless an item settles it."""
    event = questions.event(entry.event_id) if entry.event_id else None
    if event is None or entry.field("lifted"):
        return
    (rule,) = (rule for rule in due_rules(MEASURES) if rule.key == RULE)
    held = [one for value in event.values if value.role == "deadline" for one in value.held]
    plain = [_basis(event, one) for one in held if not _condition(one)]
    for group in agreeing([basis for basis in plain if basis]):
        due = finest(group)
        yield Deadline(event.slug, MEASURES, RULE, rule.en, event.title, due, group, reminders=reminders(rule, due), entered=False)
    if not plain and entry.field("condition"):
        yield Deadline(event.slug, MEASURES, RULE, rule.en, event.title, None, (), entry.field("condition"), entered=False)


def _condition(held: Held) -> str:
    return held.value.condition if isinstance(held.value, TimeValue) else ""


def _basis(event: Event, held: Held) -> Basis | None:
    if not isinstance(held.value, TimeValue) or held.value.interval is None:
        return None
    words = _computed(event, held) if held.inferred else f"stated: {held.printed}"
    return Basis(held.value.interval, words, held.claims, stated=not held.inferred)


def _computed(event: Event, held: Held) -> str:
    """Return from what a deadline follows that no report states."""
    by_role = {value.role: value.held for value in event.values}
    lengths = [one.value.duration.iso for one in by_role.get("duration", ()) if isinstance(one.value, DurationValue)]
    told = f" (told: {' or '.join(dict.fromkeys(lengths))})" if lengths else ""
    return f"computed from the term that reports tell{told}: {held.printed}"
