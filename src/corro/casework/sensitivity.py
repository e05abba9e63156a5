"""Which claims tell of sexual violence, or of children as victims: strictly confidential by default in all that goes out (R23)."""

import re

from corro.casework.classification import Classification
from corro.model.claim import ActorValue, Claim, CountValue, TextValue, Value
from corro.model.event import Event
from corro.model.item import Item
from corro.model.register import RegisterEntry
from corro.values import fold

SEXUAL_VIOLENCE = frozenset({"V3"})
"""Types of event that are sexual violence as such. Source: docs/codebook.md, event types and R23."""

DEFAULT_LEVEL = Classification.STRICTLY_CONFIDENTIAL
"""What such a thing is until two persons say otherwise. Source: docs/codebook.md, R23 and R29."""

VICTIM_ROLES = frozenset(
    {"victim", "target", "killed", "injured", "arrested", "abducted", "missing", "displaced", "persons", "identified"}
)
"""Roles of those to whom something was done. Source: docs/reference/event-types.md, roles of the violations register."""

_CHILD_WORDS = (
    *("child", "children", "minor", "minors", "boy", "boys", "girl", "girls", "schoolboy", "schoolboys", "schoolgirl"),
    *("schoolgirls", "pupil", "pupils", "infant", "infants", "baby", "babies", "toddler", "toddlers", "teenager", "teenagers"),
    *("adolescent", "adolescents", "newborn", "newborns", "enfant", "enfants", "mineur", "mineurs", "mineure", "mineures"),
    *("garcon", "garcons", "garconnet", "fillette", "fillettes", "fille", "filles", "eleve", "eleves", "ecolier", "ecoliers"),
    *("ecoliere", "ecolieres", "nourrisson", "nourrissons", "bebe", "bebes", "adolescente", "adolescentes"),
)
_CHILD = re.compile(rf"\b(?:{'|'.join(_CHILD_WORDS)})\b")
"""Words that say that somebody is under eighteen. Source: Convention on the Rights of the Child, art. 1; own list, 2026-11."""

_SEXUAL = re.compile(
    r"\b(?:rapes?|raped|raping|rapists?|sexual(?:ly)?|molest\w*|viols?|violee?s?|violer|violeurs?|sexuel(?:le)?s?|sexuellement|attouchements?)\b"
)
"""Words that say that violence was sexual, folded; a violation of anything else is no `viol`. Source: own list, 2026-11, after the
triggers of vocab/event_types/v3_sexual_violence.toml."""

_MARKED_COLUMNS = ("mrm_", "crsv")
"""Beginnings of the columns by which people mark a line as one of children or of sexual violence. Source: docs/codebook.md, R22."""

_NOT_MARKED = frozenset({"", "no", "n", "none", "not reported"})


def names_children(text: str) -> bool:
    """Say whether words name children, in English or French."""
    return bool(_CHILD.search(fold(text)))


def names_sexual_violence(text: str) -> bool:
    """Say whether words name sexual violence, in English or French."""
    return bool(_SEXUAL.search(fold(text)))


def is_sensitive_claim(claim: Claim) -> bool:
    """Say whether a claim tells of sexual violence or of children as victims, be it in the reason of a call for an inquiry."""
    return claim.type in SEXUAL_VIOLENCE or any(_tells(slot.role, slot.value) for slot in claim.slots)


def is_sensitive_event(event: Event) -> bool:
    """Say whether an event is one of sexual violence, has children among its victims, or is told in words of either."""
    told = any(_tells(value.role, held.value) for value in event.values for held in value.held)
    return event.type in SEXUAL_VIOLENCE or told or names_sexual_violence(event.title)


def has_child_victims(event: Event) -> bool:
    """Say whether an event has children among its victims."""
    return any(_of_children(value.role, held.value) for value in event.values for held in value.held)


def is_sensitive_entry(entry: RegisterEntry) -> bool:
    """Say whether a line of a register is marked as one of children or of sexual violence, or says so in its own words."""
    marked = (field for field in entry.fields if field.name.startswith(_MARKED_COLUMNS))
    if any(fold(field.printed) not in _NOT_MARKED for field in marked):
        return True
    children = any(names_children(field.printed) for field in entry.fields if field.name in ("victim", "count"))
    return children or any(names_sexual_violence(field.printed) for field in entry.fields)


def is_sensitive_item(item: Item) -> bool:
    """Say whether people marked an item as one of children or of sexual violence, or it says so in its own words."""
    marked = any(value.column.startswith(_MARKED_COLUMNS) and fold(value.text) not in _NOT_MARKED for value in item.values)
    kinds = {value.text.split(" ")[0] for value in item.values if value.column in ("kind", "genre", "type")}
    told = any(names_children(value.text) for value in item.values if value.column in ("victim", "victims", "count"))
    return marked or told or bool(kinds & SEXUAL_VIOLENCE) or any(names_sexual_violence(value.text) for value in item.values)


def is_sensitive(thing: object) -> bool:
    """Say whether a claim, an event, a line of a register or an item is sensitive; of anything else it cannot be told."""
    if isinstance(thing, Claim):
        return is_sensitive_claim(thing)
    if isinstance(thing, Event):
        return is_sensitive_event(thing)
    if isinstance(thing, RegisterEntry):
        return is_sensitive_entry(thing)
    return isinstance(thing, Item) and is_sensitive_item(thing)


def _tells(role: str, value: Value | None) -> bool:
    """Say whether a value tells of children as victims, or words in it of sexual violence or of children."""
    if isinstance(value, TextValue):
        return names_sexual_violence(value.text) or names_children(value.text)
    words = (value.label, value.name) if isinstance(value, ActorValue) else ()
    return _of_children(role, value) or any(map(names_sexual_violence, words))


def _of_children(role: str, value: Value | None) -> bool:
    if role not in VICTIM_ROLES:
        return False
    if isinstance(value, ActorValue):
        return names_children(value.label) or names_children(value.name)
    return isinstance(value, CountValue) and names_children(value.population)
