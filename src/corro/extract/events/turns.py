"""Turns of phrase in which a grammatical function fills another role than a type's frame gives it."""

from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.vocab.event_types import word_class

_HELD_UP = {
    "O1": ("flight", "request"),
    "O2": ("flight", "request"),
    "O4": ("patrol",),
    "H1": ("diplomat",),
    "H2": ("rotation",),
    "H5": ("captive",),
}
"""Classes of words for what a type's authorities hold up, send away or let go: flights, patrols, diplomats, captives."""


def held_up(grammar: Grammar, found: Found, subject: int) -> bool:
    """Say whether the seeming doer is what a type's authorities hold up (`Mission convoy turned back`).

    Args:
        grammar: The text's tree.
        found: The trigger.
        subject: The head of what looks like the doer.
    """
    group = _HELD_UP.get(found.code)
    takes = found.arguments.object is not None or any(grammar.tokens[at].dep == "obj" for at in found.words if at != found.index)
    return group is not None and not takes and any(grammar.holds([subject], word_class(name, grammar.language)) for name in group)


def turned_role(grammar: Grammar, found: Found, function: str, head: int, role: str) -> str | None:
    """Return the role that a function fills in such a turn of phrase, or None where the frame holds.

    Args:
        grammar: The text's tree.
        found: The trigger.
        function: The grammatical function.
        head: The head of its phrase.
        role: Its role by the frame.
    """
    if function == "subject" and role == "actor" and _both_sides(grammar, found, head):
        return "sides"
    if function == "of" and role.removesuffix("?") in ("harmed", "victim", "target") and _attacks(grammar, found, head):
        return "actor"
    if _made_to(grammar, found):
        return {"subject": "actor", "object": found.trigger.roles.get("subject")}.get(function)
    return None


def _both_sides(grammar: Grammar, found: Found, subject: int) -> bool:
    """Say whether the subject of a clash names both sides (`troops and rebels traded fire`)."""
    alone = found.arguments.object is None or found.arguments.object in found.words
    against = found.arguments.oblique("with", "against")
    return found.code == "A1" and alone and not against and bool(grammar.children(subject, "conj"))


def _attacks(grammar: Grammar, found: Found, head: int) -> bool:
    """Say whether who stands behind `of` attacks, as another phrase names the attacked (`l'assaut de rebelles contre …`)."""
    attacked = [other for other in found.arguments.oblique("against", "on") if other != head]
    armed = any(grammar.holds([head], word_class(group, grammar.language)) for group in ("armed", "state_force"))
    return found.trigger.part == "noun" and bool(attacked) and armed


def _made_to(grammar: Grammar, found: Found) -> bool:
    """Say whether French `faire` stands over a verb whose subject undergoes it (`ont fait disparaître le blogueur`)."""
    if grammar.language != "fr" or found.trigger.roles.get("subject") not in ("victim", "target", "harmed"):
        return False
    head = grammar.head(found.index)
    near = [child for child in grammar.children(found.index) if child < found.index] + ([head] if head is not None else [])
    return any(grammar.tokens[at].lemma == "faire" or grammar.tokens[at].text.lower() == "fait" for at in near)
