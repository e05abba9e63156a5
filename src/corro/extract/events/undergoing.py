"""Verbs whose subject undergoes what a trigger names: who walks out of prison, goes on trial, drives over a mine."""

from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.words import word_set

_ALONE = word_set("languish croupir comparaître écoper recouvrer essuyer subir languir")
"""Verbs that are enough by themselves. Source: VerbNet 3.4, classes of undergoers; French own list, 2026-11."""

_MOVING = word_set(
    "go stand get walk regain recover strike hit run drive come fall sauter rouler sortir retrouver tomber bénéficier passer"
)
"""Verbs that are so beside one of `_MET`. Source: own list, 2026-11."""

_MET = word_set(
    "trial life year years term prison jail cell free freedom liberty mine ied device bomb ambush attack fire out court dock "
    "liberté cellule détention engin bombe embuscade attaque barre grâce amnistie libération"
)
"""What they go to, get or meet. Source: own list, 2026-11."""


def undergoes(grammar: Grammar, found: Found) -> bool:
    """Say whether the subject of a trigger is who it is done to.

    Args:
        grammar: The text's tree.
        found: The trigger.
    """
    if found.trigger.part != "verb" or grammar.is_passive(found.index):
        return False
    words = grammar.words[found.index]
    if not _ALONE.isdisjoint(words):
        return True
    met = any(not _MET.isdisjoint(grammar.words[at]) for at in found.words if at != found.index)
    return met and not _MOVING.isdisjoint(words)


def undergoer_role(code: str) -> str:
    """Return the role of who a type's act is done to.

    Args:
        code: The event type.
    """
    if code in ("A2", "A3", "V2"):
        return "harmed"
    return "victim" if code[0] == "V" and code != "V7" else "target"
