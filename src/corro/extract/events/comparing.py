"""Compares two mentions of one document: whether their roles and times exclude that they are one event, or speak for it."""

import re
from functools import lru_cache

from corro.extract.events.drafts import Draft
from corro.extract.events.grammar import MONTHS, WEEKDAYS, Grammar
from corro.extract.events.words import word_set
from corro.model import ActorKind, ActorValue, Slot
from corro.values import fold

_GENERIC = frozenset(
    fold(word)
    for word in word_set(
        "official man woman person people diplomat expert envoy staff member civilian authority one he she they mission group "
        "force leader minister responsable fonctionnaire cadre homme femme personne diplomate émissaire agent membre civil "
        "autorité groupe force dirigeant ministre intéressé"
    )
)
"""Nouns so general that they fit any holder of a post. Source: own list, 2026-11."""

_POSTS = {
    word: post
    for post, words in {
        "spokesperson": "spokesman spokesperson spokeswoman porte parole porteparole",
        "deputy": "deputy vice assistant adjoint adjointe",
        "head": "head chief director boss representative leader commander chef cheffe directeur directrice patron responsable "
        "representant representante commandant",
        "ambassador": "ambassador ambassadeur ambassadrice",
        "minister": "minister ministre",
    }.items()
    for word in words.split()
}
"""Posts that exclude each other, by the folded nouns that name them. Source: own list, 2026-11."""

_HEAD_OF_PHRASE = re.compile(r"\s(?:of|for|at|in|to|de|du|des|à|au|aux|chargée?|who|qui)\s|\s(?:d|l)['’]|,", re.IGNORECASE)
"""Where the head of a label ends and what it is head of begins."""

_FUNCTION_WORD = 2
"""Letters of words that tell nothing (`of`, `du`)."""

_COMPARED = ("actor", "target", "victim", "place", "time")
_NEAR_DAYS = word_set("today yesterday tonight tomorrow hier demain aujourd'hui aujourd’hui") | WEEKDAYS
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def conflict(grammar: Grammar, one: Draft, other: Draft) -> bool:
    """Say whether a role or the time of two mentions excludes that they are one event.

    Args:
        grammar: The text's tree.
        one: A mention.
        other: Another of the same type.
    """
    roles = _COMPARED if one.code == other.code else ("place", "time")
    return any(_differ(grammar, one, other, role) for role in roles)


def shared(grammar: Grammar, one: Draft, other: Draft) -> bool:
    """Say whether both name the same doer or thing done to, or the same time.

    Args:
        grammar: The text's tree.
        one: A mention.
        other: Another of the same type.
    """
    for role in _COMPARED if one.code == other.code else ("time",):
        first, second = one.slot(role), other.slot(role)
        if first is not None and second is not None and (_known_same(first, second) or _texts_meet(grammar, first, second)):
            return role != "actor" or one.code[0] == "H"
    return False


def _differ(grammar: Grammar, one: Draft, other: Draft, role: str) -> bool:
    first, second = one.slot(role), other.slot(role)
    if first is None or second is None:
        return False
    if role == "time":
        return times_differ(grammar.text(first.span), grammar.text(second.span))
    if role == "place":
        return not _texts_meet(grammar, first, second)
    if role == "target" and _two_posts(first, second):
        return True
    return not (
        _known_same(first, second)
        or _same_kind(first, second)
        or _generic(grammar, first)
        or _generic(grammar, second)
        or _texts_meet(grammar, first, second)
        or _name_and_post(first, second)
    )


def times_differ(one: str, other: str) -> bool:
    """Say whether the words of two times exclude each other; a day of the week may be any date.

    Args:
        one: Words of a time.
        other: Words of another.
    """
    first, second = _calendar(one), _calendar(other)
    both = [(first[part], second[part]) for part in first if first[part] and second[part]]
    if any(mine.isdisjoint(theirs) for mine, theirs in both):
        return True
    if both or fold(one) == fold(other):
        return False
    if not any(first.values()) and not any(second.values()):
        return _content_words(one).isdisjoint(_content_words(other))
    return not ((first["near"] and (second["month"] or second["near"])) or (second["near"] and first["month"]))


@lru_cache(maxsize=4096)
def _calendar(text: str) -> dict[str, frozenset[str]]:
    words = frozenset(re.findall(r"[\w'’]+", text.lower()))
    days = frozenset(_DAY.findall(text)) if words & MONTHS else frozenset()
    weekdays = words & WEEKDAYS
    return {
        "year": frozenset(_YEAR.findall(text)),
        "month": words & MONTHS,
        "day": days,
        "weekday": weekdays,
        "near": words & _NEAR_DAYS,
    }


def _known_same(first: Slot, second: Slot) -> bool:
    if not isinstance(first.value, ActorValue) or not isinstance(second.value, ActorValue):
        return False
    return first.value.actor_id is not None and first.value.actor_id == second.value.actor_id


def _same_kind(first: Slot, second: Slot) -> bool:
    """Say whether two doers could be one: the same kind of authority, and not two known actors."""
    if not isinstance(first.value, ActorValue) or not isinstance(second.value, ActorValue):
        return False
    both_known = first.value.actor_id is not None and second.value.actor_id is not None
    return first.value.kind is second.value.kind is ActorKind.GOVERNMENT and not both_known


def _two_posts(first: Slot, second: Slot) -> bool:
    """Say whether two labels name two persons or two posts (`the head of the mission`, `the mission's spokesman`)."""
    if not isinstance(first.value, ActorValue) or not isinstance(second.value, ActorValue):
        return False
    if first.value.actor_id and second.value.actor_id:
        return first.value.actor_id != second.value.actor_id
    mine, theirs = post_of(first.value.label), post_of(second.value.label)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _name_and_post(first: Slot, second: Slot) -> bool:
    """Say whether one label is a person's name and the other a post, which that person may hold."""
    if not isinstance(first.value, ActorValue) or not isinstance(second.value, ActorValue):
        return False
    named = [slot.value for slot in (first, second) if isinstance(slot.value, ActorValue) and slot.value.kind is ActorKind.PERSON]
    return len(named) == 1 and bool(post_of(first.value.label) | post_of(second.value.label))


@lru_cache(maxsize=4096)
def post_of(label: str) -> frozenset[str]:
    """Return which posts the head of a label names; empty where it names none.

    Args:
        label: The words of an actor.
    """
    head = _HEAD_OF_PHRASE.split(f" {label} ", maxsplit=1)[0]
    return frozenset(_POSTS[word] for word in fold(head).split() if word in _POSTS)


def _texts_meet(grammar: Grammar, first: Slot, second: Slot) -> bool:
    one, other = _content_words(grammar.text(first.span)), _content_words(grammar.text(second.span))
    return not one.isdisjoint(other) or not one or not other


@lru_cache(maxsize=4096)
def _content_words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if len(word) > _FUNCTION_WORD or word.isdigit())


def _generic(grammar: Grammar, slot: Slot) -> bool:
    """Say whether the head of a label fits anybody (`a senior official of the mission`)."""
    head = _HEAD_OF_PHRASE.split(f" {grammar.text(slot.span)} ", maxsplit=1)[0]
    return not _content_words(head).isdisjoint(_GENERIC)
