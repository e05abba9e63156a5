"""What both can hold: the states of two things, a whole and its part, two capacities of one person, two bodies asked."""

import re

from corro.weigh.fields.editions import states
from corro.weigh.fields.names import common_words, full_names
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, incomparable


def two_holdings(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether two bodies are asked for what one has and the other has not, or a whole is set against a part of it.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        That both can hold, or None.

    Source: docs/codebook.md, pairs of claims; D02, D26, D31.
    """
    if field == "existence" and two_stages(one, other, "body"):
        return incomparable("apart.two_bodies", "Two bodies are asked; what one has not, the other can have.")
    if ("whole" in one.any_keys("marks")) != ("whole" in other.any_keys("marks")) and field in ("status", "characterisation"):
        return incomparable("apart.whole_and_part", "One speaks of the whole, the other of a part of it.")
    if field == "characterisation" and two_stages(one, other, "vote", "negotiation"):
        return incomparable("apart.two_phases", "They speak of two phases; both can hold.")
    if field == "role" and _capacities(one, other):
        return incomparable("apart.two_capacities", "They tell two capacities that one person can have.")
    return None


_NATIONALITY = re.compile(
    r"\b(?:nationals?|citizens?|passport|nationality|ressortissante?s?|nationalité|citoyenn?e?s?|passeport)\b", re.IGNORECASE
)


def two_counts(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether two charges, two courts, or a nationality and a function are told of one person, which can all hold.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        That both can hold, or None.

    Source: docs/codebook.md, pairs of claims; D15, D29.
    """
    if field == "legal":
        for table in ("offences", "courts"):
            mine, theirs = one.keys(table), other.keys(table)
            if mine and theirs and not mine & theirs:
                return incomparable(f"apart.two_{table}", "They tell of two proceedings; both can hold.")
    if field in ("identity", "role") and bool(_NATIONALITY.search(one.text)) != bool(_NATIONALITY.search(other.text)):
        return incomparable("apart.nationality", "One tells where somebody is from, the other what they do.")
    return None


def two_things(one: Told, other: Told, field: str) -> Finding | None:
    """Take opposed states of one day, which nobody denies, for the states of two things; and two posts for posts in two bodies.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        That both can hold, or None.

    Source: docs/codebook.md, pairs of claims; D29, D33.
    """
    if (field == "role" or (field == "identity" and _one_person(one, other))) and _two_posts(one, other):
        return incomparable("apart.two_capacities", "They tell two posts that one person can have.")
    for left in sorted(states(one)):
        axis = left.split(".")[0]
        rivals = {right for right in states(other) if right.startswith(f"{axis}.")}
        if rivals and left not in rivals and not rivals & states(one):
            return incomparable("apart.two_states", "They tell the states of two things; both can hold.")
    return None


def _one_person(one: Told, other: Told) -> bool:
    """Say whether both passages name one person in full."""
    return bool(set(full_names(one)) & set(full_names(other)))


def _two_posts(one: Told, other: Told) -> bool:
    mine, theirs = one.any_keys("posts"), other.any_keys("posts")
    return bool(mine and theirs) and not mine & theirs


def _capacities(one: Told, other: Told) -> bool:
    """Say whether one passage tells a post of another time or body ("then", "as a witness") and the other another post."""
    marked = "capacity" in one.any_keys("marks") or "capacity" in other.any_keys("marks")
    return marked and _two_posts(one, other)


MATTER_FIELDS = frozenset({"role", "legal", "provenance", "status", "existence", "actor", "identity"})
"""Questions on which passages of one language that share no word tell of two matters. Source: own pairs, 2026-11."""


def two_matters(one: Told, other: Told, field: str) -> Finding | None:
    """Take passages that share names, but no word that says what they are about, for passages on two matters.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        That both can hold, or None; of two languages nobody can tell.

    Source: docs/codebook.md, pairs of claims.
    """
    if field not in MATTER_FIELDS or one.language != other.language or common_words(one, other):
        return None
    same = states(one) & states(other) or one.any_keys("posts") & other.any_keys("posts")
    if same or one.keys("labels") & other.keys("labels") or one.keys("stages") & other.keys("stages"):
        return None
    return incomparable("apart.no_common_word", "They share no word that says what they are about; both can hold.")
