"""What a rule says of two passages on one question."""

from typing import NamedTuple

from corro.model import DisputeKind, Relation


class Finding(NamedTuple):
    """How two passages stand to each other on one question.

    Attributes:
        relation: The relation.
        rule: Id of the rule that decided.
        words: The rule in words, applied to this case.
        kind: What a dispute is about; None for other relations.
        wrong: `one` or `other` for the passage that holds a slip, or empty.
    """

    relation: Relation
    rule: str
    words: str
    kind: DisputeKind | None = None
    wrong: str = ""


def agree(rule: str, words: str) -> Finding:
    """Return that both say the same."""
    return Finding(Relation.AGREE, rule, words)


def refine(rule: str, words: str) -> Finding:
    """Return that one says more closely what the other says."""
    return Finding(Relation.REFINE, rule, words)


def update(rule: str, words: str) -> Finding:
    """Return that the later passage tells a later state."""
    return Finding(Relation.UPDATE, rule, words)


def incomparable(rule: str, words: str) -> Finding:
    """Return that both can hold, since they are about different things."""
    return Finding(Relation.INCOMPARABLE, rule, words)


def unrelated(rule: str, words: str) -> Finding:
    """Return that they are not about one event."""
    return Finding(Relation.UNRELATED, rule, words)


def dispute(kind: DisputeKind, rule: str, words: str) -> Finding:
    """Return that both cannot hold."""
    return Finding(Relation.DISPUTE, rule, words, kind)


def slip(rule: str, words: str, wrong: str = "other") -> Finding:
    """Return that the difference comes from transmission."""
    return Finding(Relation.TRANSMISSION_ERROR, rule, words, None, wrong)
