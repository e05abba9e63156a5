"""Verbs of wishing that wish for nothing where they stand: who calls a thing a name, who insists that something was so."""

from corro.extract.events.grammar import Grammar


def wishes_nothing(grammar: Grammar, above: int, below: int) -> bool:
    """Say whether a verb of wishing only names or affirms what stands below it.

    Args:
        grammar: The text's tree.
        above: The verb.
        below: What hangs on it and holds the trigger.
    """
    return _calls_names(grammar, above) or _insists_that(grammar, above, below)


def _calls_names(grammar: Grammar, above: int) -> bool:
    """Say whether `call` gives something a name and asks for nothing (`the union calls it a reprisal`, `a hill called …`)."""
    if grammar.tokens[above].pos not in ("VERB", "AUX") or "call" not in grammar.words[above]:
        return False
    below = (at for child in grammar.children(above) for at in (child, *grammar.children(child, "case", "mark")))
    return all(grammar.tokens[at].text.lower() not in ("for", "on", "upon") for at in below)


def _insists_that(grammar: Grammar, above: int, below: int) -> bool:
    """Say whether `insist` affirms a clause in the indicative (`insists that no prisoner was beaten`)."""
    if "insist" not in grammar.words[above] or grammar.tokens[below].dep != "ccomp":
        return False
    helpers = [grammar.tokens[child] for child in grammar.children(below, "aux", "aux:pass", "cop")]
    tensed = any(token.text.lower() in _TENSED for token in helpers) or "Tense=Past" in grammar.tokens[below].morph
    return tensed and all(token.text.lower() != "should" for token in helpers)


_TENSED = frozenset(["is", "are", "was", "were", "has", "have", "had", "did", "does", "do", "will", "would"])
"""Auxiliaries in the indicative, in contrast to the bare subjunctive (`that he be freed`). Source: Quirk et al. (1985), 3.59."""
