"""Finds whom a permission is for: clearance, access, visas and passage are granted to somebody, who is the target."""

from collections.abc import Iterator

from corro.extract.events.arguments import is_number, prepositional
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.words import word_set

PERMITS = word_set(
    "access entry visa accreditation permission clearance authorisation authorization permit leave passage credential "
    "accès entrée visa accréditation autorisation laissez-passer agrément carte"
)
"""What is granted to somebody or refused, who is then the target. Source: own list, 2026-11."""


def on_object(grammar: Grammar, found: Found) -> Iterator[tuple[str, int]]:
    """Yield what hangs on an object that fills no role, and for whom a permission is (`granted no visas to the observers`).

    Args:
        grammar: The text's tree.
        found: The trigger.

    Yields:
        Grammatical function and head.
    """
    thing = found.arguments.object
    if thing is None:
        return
    if found.trigger.roles.get("object") in ("none", "actor?"):
        yield from prepositional(grammar, thing)
        return
    things = [thing, *(grammar.children(thing, "nmod") if is_number(grammar, thing) else ())]
    if any(not PERMITS.isdisjoint(grammar.words[at]) for at in things):
        below = [*things, *(child for at in things for child in grammar.children(at, "acl", "amod"))]
        pairs = (pair for at in below for pair in prepositional(grammar, at))
        yield from (("to", head) for function, head in pairs if function in ("to", "for"))
