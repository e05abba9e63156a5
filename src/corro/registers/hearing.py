"""Who was heard: a neutral overview by side, criteria and who proposed them; nobody is ranked, and what nobody said is said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corro.model import Item
from corro.registers.reading import BESIDE
from corro.vocab import terms

NOT_ENTERED = "not entered"


@dataclass(frozen=True, slots=True)
class Heard:
    """One person who was heard, or was to be.

    Attributes:
        item: Id of their entry.
        person: Their code, or how they consented to be named.
        side: On which side they stand.
        status: How it stands: proposed, invited, heard …
        date: When they were heard; in words where nobody entered it.
        mode: How.
        criteria: By which criteria they were chosen, each with who says so.
        chosen_by: Who proposed, endorsed and invited them, each with who says so.
        contested_by: Who contests that, each with who says so.
    """

    item: str
    person: str
    side: str
    status: str
    date: str
    mode: str
    criteria: tuple[str, ...]
    chosen_by: tuple[str, ...]
    contested_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who was heard at one meeting, or outside any.

    Attributes:
        meeting: Id of the meeting's item; empty where they were heard outside any.
        subject: What the meeting was about.
        heard: Who, by side and id.
        by_side: How many of each side were heard, in the order of the list of sides; sides with none are there too.
        by_criterion: By which criteria those who were heard were chosen, and how many by each.
    """

    meeting: str
    subject: str
    heard: tuple[Heard, ...]
    by_side: tuple[tuple[str, int], ...]
    by_criterion: tuple[tuple[str, int], ...]


def overview(items: Iterable[Item]) -> tuple[Hearing, ...]:
    """Return who was heard, meeting by meeting.

    Args:
        items: Items of the registers of meetings and of briefers.

    Returns:
        The meetings by date and id, those heard outside any last. Sides stand in the order of their list, and people by side and
        id: no order says who matters more.
    """
    listed = list(items)
    meetings = {item.id: item for item in listed if item.register == "meetings"}
    by_meeting: dict[str, list[Item]] = {}
    for item in listed:
        if item.register == "briefers":
            by_meeting.setdefault(item.text("meeting") if item.text("meeting") in meetings else "", []).append(item)
    order = sorted(by_meeting, key=lambda name: (name == "", meetings[name].text("date") if name else "", name))
    return tuple(_hearing(name, meetings[name].text("subject") if name else "", by_meeting[name]) for name in order)


def _hearing(meeting: str, subject: str, items: Sequence[Item]) -> Hearing:
    sides = list(terms("sides"))
    ordered = sorted(
        items, key=lambda item: (sides.index(item.text("side")) if item.text("side") in sides else len(sides), item.id)
    )
    spoken = [item for item in ordered if item.text("status") == "heard"]
    counted = Counter(item.text("side") for item in spoken)
    criteria = Counter(_value(one) for item in spoken for one in _positions(item, "criteria") or (NOT_ENTERED,))
    return Hearing(
        meeting,
        subject,
        tuple(map(_heard, ordered)),
        tuple((terms("sides")[side].en, counted[side]) for side in sides),
        tuple(sorted(criteria.items(), key=lambda pair: (pair[0] == NOT_ENTERED, pair[0]))),
    )


def _heard(item: Item) -> Heard:
    chosen = [
        f"{column.removesuffix('_by')} by {one}"
        for column in ("proposed_by", "endorsed_by", "invited_by")
        for one in _positions(item, column)
    ]
    return Heard(
        item=item.id,
        person=named(item),
        side=_label("sides", item.text("side")),
        status=_label("heard_statuses", item.text("status")),
        date=item.text("heard_on") or NOT_ENTERED,
        mode=_label("heard_modes", item.text("mode")) or NOT_ENTERED,
        criteria=_positions(item, "criteria") or (NOT_ENTERED,),
        chosen_by=tuple(chosen) or (NOT_ENTERED,),
        contested_by=_positions(item, "contested_by"),
    )


def named(item: Item) -> str:
    """Return what somebody is called: as they are named in public where they consented to it, else their code."""
    consented = item.text("consent_to_be_named") == "yes"
    return item.text("named_as") if consented and item.text("named_as") else item.text("person")


def _positions(item: Item, column: str) -> tuple[str, ...]:
    return tuple(one for one in item.text(column).split(BESIDE) if one)


def _value(claimed: str) -> str:
    return claimed.split(", according to ", 1)[0]


def _label(list_name: str, key: str) -> str:
    term = terms(list_name).get(key)
    return term.en if term else key
