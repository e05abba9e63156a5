"""What stands behind a verb of saying: where its content ends."""

from collections.abc import Iterator

from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared

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


_OPENING = 3
"""Words that open a content without being one yet: "that" and a comma. Source: own judgement."""

_TURNING = frozenset({"as", "though", "although", "alors", "tandis"})
"""Words behind a closing mark with which the narrator takes over again. Source: chosen on PolNeAR's training part, 2026-11."""


def cuts(prepared: Prepared, anchor: int, start: int, end: int) -> Iterator[int]:
    """Yield where something else begins between two tokens: another verb of saying, or the naming of another source."""
    grammar = prepared.grammar
    quote = prepared.inside[start]
    for index in range(start + 1, end):
        if prepared.inside[index] not in (None, quote):
            continue
        token = grammar.tokens[index]
        parted = _parted_before(grammar, index)
        if grammar.lower[index] == ":" and not _is_mark(grammar, start) and quote is None:
            yield index
        elif parted and (_parts(prepared, start, index) or _turns(grammar, index)):
            yield index - 1
        elif (token.pos in ("ADP", "ADV") and prepared.inside[index] is None and _names_occasion(prepared, index, end)) or (
            token.pos == "CCONJ" and _joins_saying(prepared, anchor, index, end)
        ):
            yield index


def inverted_saying(prepared: Prepared, index: int) -> bool:
    """Say whether a French verb of saying has its subject right behind it, as it has behind a comma (« rapporte le quotidien »).

    Args:
        prepared: The document.
        index: Token of the verb.
    """
    grammar = prepared.grammar
    if grammar.language.value != "fr" or not grammar.finite(index):
        return False
    verb = index + 1 if grammar.tokens[index].pos == "AUX" else index
    if verb + 1 >= len(grammar.tokens) or grammar.tokens[verb].pos != "VERB":
        return False
    cue = prepared.cues.verb(grammar.tokens[verb].lemma, "clause", "quote")
    follows = next(
        (at for at in range(verb + 1, len(grammar.tokens)) if grammar.lower[at] not in prepared.cues.lists["calendar"]), verb
    )
    return cue is not None and (grammar.tokens[follows].pos in ("DET", "PROPN") or grammar.tokens[follows].text.startswith("-"))


def _turns(grammar: Grammar, index: int) -> bool:
    """Say whether the narrator takes over behind a closing mark ("... “excited”, though others are not"); "as to" goes on."""
    follows = grammar.lower[index + 1] if index + 1 < len(grammar.tokens) else ""
    return _closes(grammar, index - 1) and grammar.lower[index] in _TURNING and follows != "to"


def _closes(grammar: Grammar, index: int) -> bool:
    return grammar.lower[index] in ("”", '"', "»")


def _parted_before(grammar: Grammar, index: int) -> bool:
    """Say whether a comma, a dash or a closing mark stands right before a token."""
    return grammar.lower[index - 1] in (",", "–", "—") or _closes(grammar, index - 1)


def _parts(prepared: Prepared, start: int, index: int) -> bool:
    """Say whether somebody else's words begin at a token behind a mark, or the same speaker's next saying as a participle."""
    grammar = prepared.grammar
    saying = _participle(grammar, index) and grammar.tokens[index].lemma in prepared.cues.verbs
    return saying or inverted_saying(prepared, index) or (grammar.lower[index] in _PARTING and _told(grammar, start, index))


def _told(grammar: Grammar, start: int, index: int) -> bool:
    """Say whether something was said before a word; else the word only opens it ("that, according to X, ...")."""
    return index - start > _OPENING or any(grammar.verbal(word) for word in range(start, index))


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


_THINKING = frozenset(
    {"want", "wish", "like", "hope", "fear", "believe", "think", "hold", "make", "find", "see", "hear"}
) | frozenset(
    {"consider", "have", "give", "put", "read", "croire", "penser", "espérer", "craindre", "juger", "faire", "tenir", "mettre"}
)
"""Verbs of saying that as often tell what is thought or done, and so go on with what is said. Source: own list, 2026-11."""


def _joins_saying(prepared: Prepared, anchor: int, conjunction: int, end: int) -> bool:
    """Say whether a conjunction goes on with another verb of saying by the same subject."""
    grammar = prepared.grammar
    for index in range(conjunction + 1, min(end, conjunction + 5)):
        token = grammar.tokens[index]
        if (
            token.pos in ("ADV", "AUX", "PART")
            or token.dep.startswith("expl")
            or grammar.lower[index] in ("s'", "se", "l'", "les", "lui")
        ):
            continue
        helped = any(grammar.tokens[word].lemma == "do" for word in range(conjunction + 1, index))
        same_form = helped or _form(grammar, index) == _form(grammar, anchor)
        own = token.lemma not in _THINKING or token.head == anchor
        return token.pos == "VERB" and token.lemma in prepared.cues.verbs and same_form and own
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
