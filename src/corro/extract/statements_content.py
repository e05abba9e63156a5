"""What stands behind a verb of saying: where its content ends."""

from collections.abc import Iterator

from corro.extract.statements_grammar import Grammar
from corro.extract.statements_prepared import Prepared

_OUTSIDE = frozenset({"conj", "cc", "parataxis"})


def limit_of(prepared: Prepared, anchor: int) -> int:
    """Return the index past the last token that can belong to what a verb says: its sentence, or its part before a semicolon."""
    grammar = prepared.grammar
    _, end = grammar.sentence(anchor)
    quote = prepared.inside[anchor]
    for index in range(anchor + 1, end):
        if grammar.lower[index] == ";" and prepared.inside[index] == quote:
            return index
        if quote is not None and prepared.inside[index] is None:
            return index
    return end


def content_end(prepared: Prepared, anchor: int, start: int) -> int:
    """Return the index past the last token of what is said from `start` on.

    It ends before the next verb coordinated with the cue, a participle of saying, a source named behind it, or the
    circumstances of the saying; a quotation is never cut.
    """
    grammar = prepared.grammar
    end = start + 1
    for child in grammar.children[anchor]:
        if child < start and grammar.last[child] <= start:
            continue
        if child > start and end > start + 1 and _outside(grammar, child):
            break
        end = max(end, grammar.last[child])
    above = top_of(grammar, anchor, start)
    end = max(end, grammar.last[above])
    end = min(end, limit_of(prepared, anchor))
    if _is_mark(grammar, start) and not any(grammar.verbal(index) for index in range(start, end)):
        end = limit_of(prepared, anchor)
    if grammar.tokens[end - 1].pos in ("DET", "ADP", "AUX", "PART"):
        end = limit_of(prepared, anchor)
    end = min([end, *cuts(prepared, anchor, start, end)])
    return _whole_quotes(prepared, start, end)


def _is_mark(grammar: Grammar, index: int) -> bool:
    return grammar.lower[index] in ("that", "que", "qu'")


def _outside(grammar: Grammar, child: int) -> bool:
    return grammar.tokens[child].dep in _OUTSIDE


def top_of(grammar: Grammar, anchor: int, start: int) -> int:
    """Return the highest token above `start` whose words all stand behind the cue."""
    top = start
    for above in grammar.ancestors(start):
        if above == anchor or grammar.first[above] <= anchor or grammar.tokens[above].head == above:
            break
        top = above
    return top


_PARTING = frozenset({"according", "selon", "tandis", "while", "whereas", "citant", "citing"})
"""Words behind a comma with which somebody else's words begin. Source: own list, 2026-11."""


def cuts(prepared: Prepared, anchor: int, start: int, end: int) -> Iterator[int]:
    """Yield where something else begins between two tokens: another verb of saying, or the naming of another source."""
    grammar, verbs = prepared.grammar, prepared.cues.verbs
    quote = prepared.inside[start]
    for index in range(start + 1, end):
        if prepared.inside[index] not in (None, quote):
            continue
        before = grammar.lower[index - 1]
        token = grammar.tokens[index]
        if grammar.lower[index] == ":" and not _is_mark(grammar, start) and quote is None:
            yield index
        elif before == "," and ((grammar.lower[index] in _PARTING and _told(grammar, start, index)) or (_participle(grammar, index) and token.lemma in verbs)):
            yield index - 1
        elif (token.pos in ("ADP", "ADV") and prepared.inside[index] is None and _names_occasion(prepared, index, end)) or (
            token.pos == "CCONJ" and _joins_saying(prepared, anchor, index, end)
        ):
            yield index


def _told(grammar: Grammar, start: int, index: int) -> bool:
    """Say whether something with a verb was said before a word; else the word only opens it ("that, according to X, ...")."""
    return any(grammar.verbal(word) for word in range(start, index))


def _names_occasion(prepared: Prepared, index: int, end: int) -> bool:
    """Say whether a preposition leads to where it was said (« lors d'un point de presse ») and nothing follows it."""
    grammar, occasions = prepared.grammar, prepared.cues.lists["occasions"]
    near = range(index + 1, min(end, index + 5))
    leads = grammar.lower[index] in (
        "in",
        "at",
        "on",
        "during",
        "dans",
        "lors",
        "sur",
        "devant",
        "au",
        "à",
        "par",
        "via",
        "through",
    )
    named = next((word for word in near if grammar.tokens[word].lemma in occasions or grammar.lower[word] in occasions), None)
    return leads and named is not None and not any(grammar.finite(word) for word in range(index, end))


def _participle(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    return token.pos == "VERB" and (token.text.endswith("ing") or token.text.endswith("ant"))


def _joins_saying(prepared: Prepared, anchor: int, conjunction: int, end: int) -> bool:
    """Say whether a conjunction goes on with another verb of saying by the same subject."""
    grammar = prepared.grammar
    for index in range(conjunction + 1, min(end, conjunction + 4)):
        token = grammar.tokens[index]
        if token.pos in ("ADV", "AUX") or token.dep.startswith("expl") or grammar.lower[index] in ("s'", "se", "l'", "les", "lui"):
            continue
        same_form = _form(grammar, index) == _form(grammar, anchor)
        return token.pos == "VERB" and token.lemma in prepared.cues.verbs and same_form
    return False


def _form(grammar: Grammar, index: int) -> str:
    morph = grammar.tokens[index].morph
    return "past" if "Tense=Past" in morph else "present" if "VerbForm=Fin" in morph else "other"


def _whole_quotes(prepared: Prepared, start: int, end: int) -> int:
    """Move an end that falls into a quotation behind it, unless the content itself stands in that quotation."""
    grammar = prepared.grammar
    if end <= start or end > len(grammar.tokens):
        return end
    quote = prepared.inside[end - 1]
    if quote is None or quote == prepared.inside[start]:
        return end
    past = grammar.at(prepared.quotes[quote].outer.end)
    return max(end, past) if prepared.quotes[quote].depth == 0 else end
