"""Whether two labels name one actor: by known ids, by names in their spellings, by posts; and what is only a class of the other."""

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from corro.model import ActorKind, ActorValue
from corro.values import fold
from corro.weigh.wordlists import GENERIC_NOUNS, POST_HEADS, RANKS, STOP_WORDS, UNIT_WORDS

LEAST_NAME_LETTERS = 5
"""Letters from which one letter off is taken for a spelling. Source: chosen on the names of docs/facts.md, 2026-11."""

LETTERS_PER_SLIP = 4
"""One slip is allowed for so many letters of a word. Source: as above ("Atonodok" for "Atondoko" is two slips in eight)."""


_PREFIX = re.compile(r"\b([NMOK])['’](?=[A-Z])")
"""A name's first letter set off by an apostrophe ("N'Gefa"), which other spellings join. Source: docs/facts.md, names."""

_UNITED_NATIONS = re.compile(r"\bUN\b|\bU\.N\.|\bONU\b|\bUnited Nations\b|\bNations [Uu]nies\b")
"""Names of the organisation; "UN" would else fall to the French article."""


class Sameness(StrEnum):
    """How two labels stand to each other."""

    SAME = "same"
    CLASS = "class"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


@lru_cache(maxsize=65536)
def sameness(one: ActorValue, other: ActorValue) -> Sameness:
    """Say whether two labels name one actor.

    Args:
        one: A label with what it was resolved to.
        other: Another.

    Returns:
        SAME for one known id or one name in its spellings, CLASS where one only names what the other is, DIFFERENT for two
        ids, names or posts that exclude each other, UNKNOWN else.
    """
    if known := _by_id(one, other):
        return known
    left, right = name_words(one), name_words(other)
    if not left or not right:
        return Sameness.UNKNOWN
    if is_person(one) and is_person(other):
        return Sameness.SAME if same_name(left, right) else Sameness.DIFFERENT
    if left == right:
        return Sameness.SAME
    return _by_words(one, other, left, right)


def _by_id(one: ActorValue, other: ActorValue) -> Sameness | None:
    if one.actor_id and other.actor_id:
        return Sameness.SAME if one.actor_id == other.actor_id else Sameness.DIFFERENT
    if {one.actor_id or one.inferred_id, other.actor_id or other.inferred_id} == {one.actor_id or one.inferred_id} and (
        one.actor_id or one.inferred_id
    ):
        return Sameness.CLASS
    return None


def _by_words(one: ActorValue, other: ActorValue, left: frozenset[str], right: frozenset[str]) -> Sameness:
    if is_generic(left) or is_generic(right):
        return Sameness.CLASS
    if is_post(left) and is_post(right):
        return Sameness.SAME if same_post(left, right) else Sameness.DIFFERENT
    if left < right or right < left:
        return Sameness.CLASS
    if _two_groups(one, other, left, right):
        return Sameness.DIFFERENT
    if any(same_word(word, like) for word in left for like in right):
        return Sameness.UNKNOWN
    kinds = {one.kind, other.kind}
    if len(kinds) == 2 and ActorKind.UNKNOWN not in kinds and ActorKind.PERSON not in kinds:
        return Sameness.DIFFERENT
    return Sameness.UNKNOWN


_GROUP_KINDS = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.SIGNATORY_GROUP,
        ActorKind.JNIM_TYPE,
        ActorKind.ISGS_TYPE,
        ActorKind.SELF_DEFENCE,
        ActorKind.COMMUNAL,
    }
)


def _two_groups(one: ActorValue, other: ActorValue, left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether two armed groups are named by proper names that have no word in common, nor one the other's initials."""
    if one.kind not in _GROUP_KINDS or other.kind not in _GROUP_KINDS:
        return False
    names = (one.name or one.label, other.name or other.label)
    if not all(name[:1].isupper() for name in names):
        return False
    return not any(same_word(word, like) for word in left for like in right) and not _acronyms(*names)


def _acronyms(one: str, other: str) -> bool:
    """Say whether one name may be the other's acronym."""
    return any(name.isupper() and " " not in name for name in (one.strip(), other.strip()))


def name_words(value: ActorValue) -> frozenset[str]:
    """Return the folded content words of an actor's fullest name."""
    return words_of(value.name or value.label)


@lru_cache(maxsize=65536)
def words_of(text: str) -> frozenset[str]:
    """Return the folded words of a label without articles, prepositions and titles; the United Nations are `onu` in any form."""
    plain = fold(_UNITED_NATIONS.sub("onu", _PREFIX.sub(r"\1", text)))
    return frozenset(word for word in re.findall(r"\w+", plain) if word not in STOP_WORDS and len(word) > 1)


def is_person(value: ActorValue) -> bool:
    """Say whether a label is a person's name."""
    return value.kind is ActorKind.PERSON and not is_post(name_words(value)) and not is_generic(name_words(value))


def is_post(words: frozenset[str]) -> bool:
    """Say whether a label names somebody by a post."""
    return bool(words & POST_HEADS)


def is_generic(words: frozenset[str]) -> bool:
    """Say whether a label names somebody only by class: a noun such as "official" and no post, unit or name beside it."""
    return bool(words & GENERIC_NOUNS) and not words & (POST_HEADS | UNIT_WORDS)


def same_post(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two posts may be one: both of a part of an organisation or both of the whole, and no rank against another."""
    if bool(one & UNIT_WORDS) != bool(other & UNIT_WORDS):
        return False
    return not (ranks(one) and ranks(other) and not ranks(one) & ranks(other))


def ranks(words: frozenset[str]) -> frozenset[str]:
    """Return the ranks that a post names; a vice-president or deputy is not what the bare noun says."""
    found = frozenset(RANKS[word] for word in words if word in RANKS)
    return found - {"president", "representative", "minister"} if found & {"vice", "deputy"} else found


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two persons' names may be spellings of one: each word of the shorter has its like in the longer."""
    shorter, longer = sorted((one, other), key=lambda words: (len(words), sorted(words)))
    matched = [word for word in shorter if any(same_word(word, like) for like in longer)]
    return bool(matched) and len(matched) == len(shorter)


@lru_cache(maxsize=65536)
def same_word(one: str, other: str) -> bool:
    """Say whether two words are one but for a slip or a transliteration."""
    if one == other:
        return True
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < LEAST_NAME_LETTERS:
        return False
    return DamerauLevenshtein.distance(_sounds(one), _sounds(other)) <= max(1, longest // LETTERS_PER_SLIP)


def misspelt(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether a word of one name is a slip of a word of the other, and no mere transliteration."""
    extra, rest = one - other, other - one
    return any(same_word(word, like) and _sounds(word) != _sounds(like) for word in extra for like in rest)


@lru_cache(maxsize=65536)
def _sounds(word: str) -> str:
    """Return a word with the usual transliterations of the region's names made one (`ou` and `u`, `ng` and `ngu`, `k` and `c`)."""
    plain = word.replace("ou", "u").replace("gu", "g").replace("ck", "k").replace("c", "k").replace("ph", "f").replace("y", "i")
    return re.sub(r"(.)\1", r"\1", plain)
