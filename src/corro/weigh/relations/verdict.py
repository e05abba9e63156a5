"""What a rule says of two values, or of two passages on one question."""

from typing import Generic, NamedTuple, TypeVar

from corro.model import DisputeKind, Relation
from corro.weigh.relations.stands import Stand

Side = TypeVar("Side")
"""What stands against the other: a value with those who hold it, or the name of a passage."""


class Judgement(NamedTuple, Generic[Side]):
    """How two things stand to each other.

    Attributes:
        relation: The relation.
        rule: Id of the rule that decided.
        words: The rule in words, applied to this case.
        kind: What a dispute is about.
        wrong: Which of the two the rule holds to be a slip, or None.
    """

    relation: Relation
    rule: str
    words: str
    kind: DisputeKind | None = None
    wrong: Side | None = None


Verdict = Judgement[Stand]
"""How two values stand to each other."""


def agree(rule: str, words: str) -> Judgement[Side]:
    """Return that both say the same."""
    return Judgement(Relation.AGREE, rule, words)


def refine(rule: str, words: str) -> Judgement[Side]:
    """Return that one lies within the other, or says it more closely."""
    return Judgement(Relation.REFINE, rule, words)


def update(rule: str, words: str) -> Judgement[Side]:
    """Return that one is a later state."""
    return Judgement(Relation.UPDATE, rule, words)


def incomparable(rule: str, words: str) -> Judgement[Side]:
    """Return that both can hold, since they are about different things."""
    return Judgement(Relation.INCOMPARABLE, rule, words)


def unrelated(rule: str, words: str) -> Judgement[Side]:
    """Return that they are not about one event."""
    return Judgement(Relation.UNRELATED, rule, words)


def dispute(kind: DisputeKind, rule: str, words: str) -> Judgement[Side]:
    """Return that both cannot hold."""
    return Judgement(Relation.DISPUTE, rule, words, kind)


def slip(kind: DisputeKind | None, rule: str, words: str, wrong: Side | None = None) -> Judgement[Side]:
    """Return that the difference comes from transmission."""
    return Judgement(Relation.TRANSMISSION_ERROR, rule, words, kind, wrong)
