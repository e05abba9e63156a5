"""What a rule says of two values."""

from typing import NamedTuple

from corro.model import DisputeKind, Relation
from corro.weigh.stands import Stand


class Verdict(NamedTuple):
    """How two values stand to each other.

    Attributes:
        relation: The relation.
        rule: Id of the rule that decided.
        words: The rule in words, applied to this case.
        kind: What the dispute is about.
        wrong: The value that the rule holds to be a slip, or None.
    """

    relation: Relation
    rule: str
    words: str
    kind: DisputeKind | None = None
    wrong: Stand | None = None


def agree(rule: str, words: str) -> Verdict:
    """Return that both say the same."""
    return Verdict(Relation.AGREE, rule, words)


def refine(rule: str, words: str) -> Verdict:
    """Return that one value lies within the other."""
    return Verdict(Relation.REFINE, rule, words)


def update(rule: str, words: str) -> Verdict:
    """Return that one is a later state."""
    return Verdict(Relation.UPDATE, rule, words)


def incomparable(rule: str, words: str) -> Verdict:
    """Return that both can hold, since they are about different things."""
    return Verdict(Relation.INCOMPARABLE, rule, words)


def dispute(kind: DisputeKind, rule: str, words: str) -> Verdict:
    """Return that both cannot hold."""
    return Verdict(Relation.DISPUTE, rule, words, kind)


def slip(kind: DisputeKind | None, rule: str, words: str, wrong: Stand | None = None) -> Verdict:
    """Return that the difference comes from transmission."""
    return Verdict(Relation.TRANSMISSION_ERROR, rule, words, kind, wrong)
