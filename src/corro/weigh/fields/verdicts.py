"""Verdicts on two passages, in which the wrong one goes by its name."""

from corro.model import Relation
from corro.weigh.relations.verdict import Judgement, agree, dispute, incomparable, refine, unrelated, update

Finding = Judgement[str]
"""How two passages stand to each other on one question; `wrong` is `one`, `other`, or None where nothing tells which."""


def slip(rule: str, words: str, wrong: str | None = "other") -> Finding:
    """Return that the difference comes from transmission."""
    return Judgement(Relation.TRANSMISSION_ERROR, rule, words, None, wrong)


__all__ = ["Finding", "agree", "dispute", "incomparable", "refine", "slip", "unrelated", "update"]
