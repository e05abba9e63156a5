"""Nouns that attribute: "the accusation that ...", « la promesse du médiateur de revenir », « l'idée que »."""

from collections.abc import Iterator

from corro.extract.statements.actors import is_actor
from corro.extract.statements.content import top_of
from corro.extract.statements.cues import Cue
from corro.extract.statements.draft import Draft
from corro.extract.statements.objects import plain, preposition
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_THAT = frozenset({"that", "que", "qu'"})
_OF = frozenset({"of", "de"})
_BY = frozenset({"by", "par", "on", "sur"})
_WHICH = frozenset({"laquelle", "lesquelles", "lequel", "lesquels"})
_REACH = 14
"""Tokens at most between a noun and its "that". Source: chosen on the project's development documents, 2026-11."""


def find_by_noun(prepared: Prepared) -> Iterator[Draft]:
    """Find what nouns attribute.

    Args:
        prepared: The document.

    Yields:
        Drafts with rules `noun.clause` and `noun.of`.
    """
    for anchor, token in enumerate(prepared.grammar.tokens):
        if token.pos == "NOUN" and token.lemma in prepared.cues.nouns:
            draft = _read(prepared, anchor, prepared.cues.nouns[token.lemma][0])
            if draft is not None:
                yield draft


def _read(prepared: Prepared, anchor: int, cue: Cue) -> Draft | None:
    grammar = prepared.grammar
    start = _clause(prepared, anchor) if not cue.through or "that" in cue.through else None
    rule = "noun.clause"
    if start is None:
        start, rule = _complement(prepared, anchor, cue), "noun.of"
    if start is None:
        return None
    source = _source(prepared, anchor)
    content = grammar.span(start, _end(prepared, anchor, start))
    if content is None or (source and source[0] <= start < source[1]):
        return None
    return Draft((content,), rule, anchor, _cue_span(prepared, anchor), source, cue.act, sourceless=source is None)


def _clause(prepared: Prepared, anchor: int) -> int | None:
    """Return the "that", "que" or "selon laquelle" that tells what the noun holds, or None."""
    grammar = prepared.grammar
    _, end = grammar.sentence(anchor)
    for index in range(anchor + 1, min(end, anchor + _REACH)):
        word, token = grammar.lower[index], grammar.tokens[index]
        if word in ("selon", "according") and index + 1 < end and grammar.lower[index + 1] in _WHICH:
            return index
        if word in _THAT and token.pos == "SCONJ" and _hangs_on(prepared, index, anchor):
            return index
        if word in (";", ":") or (grammar.finite(index) and grammar.tokens[index].dep in ("root", "conj")):
            return None
    return None


def _hangs_on(prepared: Prepared, mark: int, anchor: int) -> bool:
    """Say whether the clause of a "that" belongs to the noun and not to a verb between them."""
    grammar = prepared.grammar
    verb = grammar.tokens[mark].head
    head = grammar.tokens[verb].head
    return head <= anchor or grammar.tokens[head].head == anchor


def _complement(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the first token of "of bribery", "de revenir", « lui imputant l'incendie », or None."""
    grammar = prepared.grammar
    leads = cue.through or _OF
    for child in grammar.children[anchor]:
        token = grammar.tokens[child]
        if child < anchor or token.dep not in ("nmod", "acl", "obl", "advcl", "xcomp", "ccomp", "obl:arg"):
            continue
        lead = preposition(grammar, child)
        if plain(lead) in leads and not _somebody(prepared, child) and grammar.lower[child] not in prepared.cues.lists["calendar"]:
            return grammar.first[child]
        if token.dep == "acl" and token.text.endswith(("ant", "ing")):
            return grammar.first[child]
    return None


def _somebody(prepared: Prepared, noun: int) -> bool:
    """Say whether a noun behind "of" names who says it rather than what is said."""
    grammar = prepared.grammar
    token = grammar.tokens[noun]
    definite = any("Definite=Def" in grammar.tokens[child].morph for child in grammar.children[noun]) or grammar.lower[
        noun - 1
    ] in ("du", "des", "la", "l'", "the")
    posted = {token.lemma, grammar.lower[noun]} & (prepared.cues.lists["posts"] | prepared.cues.lists["bodies"])
    plural = grammar.lower[noun - 1] == "certains"
    actor = is_actor(grammar.tokens[noun].lemma, grammar.language.value)
    return token.pos == "PROPN" or bool(posted) or plural or (actor and definite) or (definite and _has_more(prepared, noun))


def _has_more(prepared: Prepared, noun: int) -> bool:
    """Say whether the noun above has another complement behind this one, so that this one names the speaker."""
    grammar = prepared.grammar
    head = grammar.tokens[noun].head
    return any(
        child > noun and grammar.tokens[child].dep in ("acl", "ccomp", "nmod", "advcl", "xcomp") for child in grammar.children[head]
    )


def _source(prepared: Prepared, anchor: int) -> tuple[int, int] | None:
    """Return who holds it: the possessor, the "de" of somebody, or the agent of a participle ("made by the governor")."""
    grammar = prepared.grammar
    for child in grammar.children[anchor]:
        token = grammar.tokens[child]
        if token.dep == "nmod:poss" and child < anchor:
            return subtree_phrase(grammar, child)
        if token.dep == "nmod" and preposition(grammar, child) in ("de", "of", "by", "par") and _somebody(prepared, child):
            return subtree_phrase(grammar, child)
        if token.dep in ("acl", "advcl", "amod") and (agent := _agent(prepared, child)):
            return agent
    return None


def _agent(prepared: Prepared, participle: int) -> tuple[int, int] | None:
    grammar = prepared.grammar
    for child in grammar.children[participle]:
        if (
            grammar.tokens[child].dep.startswith("obl")
            and plain(preposition(grammar, child)) in _BY
            and not _dated(prepared, child)
        ):
            return subtree_phrase(grammar, child)
    return None


def _dated(prepared: Prepared, index: int) -> bool:
    return prepared.grammar.lower[index] in prepared.cues.lists["calendar"]


def _end(prepared: Prepared, anchor: int, start: int) -> int:
    """Return the index past the last token of what the noun holds: the end of its own phrase."""
    grammar = prepared.grammar
    verb = top_of(grammar, anchor, start)
    own = grammar.last[verb] if grammar.first[verb] > anchor else grammar.last[anchor]
    _, sentence_end = grammar.sentence(anchor)
    end = min(max(own, start + 1), sentence_end)
    inside = range(start + 1, end)
    stops = [index for index in inside if grammar.lower[index] == "," and _main_verb_behind(prepared, index, anchor)]
    if grammar.lower[start] in ("de", "d'", "of", "to"):
        stops += [index for index in inside if grammar.finite(index) and not _relative_before(prepared, start, index)]
    return min([end, *stops])


def _relative_before(prepared: Prepared, start: int, verb: int) -> bool:
    """Say whether a relative pronoun or conjunction stands between the noun's "of" and a personal verb."""
    words = prepared.grammar.lower[start:verb]
    return bool(set(words) & {"qui", "que", "qu'", "dont", "où", "who", "which", "that", "where"})


def _main_verb_behind(prepared: Prepared, comma: int, anchor: int) -> bool:
    """Say whether the main verb of the sentence, whose subject the noun is, follows right behind a comma."""
    grammar = prepared.grammar
    head = grammar.tokens[anchor].head
    return grammar.tokens[anchor].dep.startswith("nsubj") and head > comma and head - comma <= 4 and grammar.verbal(head)


def _cue_span(prepared: Prepared, anchor: int) -> Span:
    grammar = prepared.grammar
    first = anchor - 1 if anchor and grammar.tokens[anchor - 1].pos == "DET" else anchor
    return Span(grammar.tokens[first].start, grammar.tokens[anchor].end)
