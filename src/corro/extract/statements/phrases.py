"""Noun phrases: where the words that name somebody begin and end."""

from corro.extract.statements.cues import CueIndex
from corro.extract.statements.grammar import Grammar

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "SYM", "X"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_BREAKS = {
    "en": frozenset(
        {"during", "after", "before", "while", "as", "when", "in", "at", "on", "from", "to", "with", "by", "since", "into"}
    ),
    "fr": frozenset(
        {"lors", "pendant", "après", "avant", "depuis", "sur", "devant", "par", "au", "sous", "selon", "vers", "à", "avec", "sans"}
    ),
}
"""Prepositions after which a reporting clause tells when, where or how, no longer who. Source: own list, 2026-11."""

_LONGEST = 40
"""Tokens at most in the words that name a source. Source: the longest in the project's development documents has 24."""


def phrase_after(grammar: Grammar, cues: CueIndex, start: int, limit: int) -> tuple[int, int] | None:
    """Find the noun phrase that begins at or soon after a token, in the words alone.

    Args:
        grammar: The document.
        cues: The words of its language.
        start: Where to begin.
        limit: Index past the last token to look at.

    Returns:
        Its first token and the index past its last; None where a verb, a preposition with its noun or nothing stands there.
    """
    begin = _skip_circumstances(grammar, cues, start, limit)
    if begin is None:
        return None
    end = _end_of_phrase(grammar, cues, begin, min(limit, begin + _LONGEST))
    while end < limit and grammar.lower[end] == "," and (more := _apposition(grammar, cues, end + 1, limit)):
        end = more
    return (begin, end) if any(grammar.tokens[index].pos in _HEADS for index in range(begin, end)) else None


def _skip_circumstances(grammar: Grammar, cues: CueIndex, start: int, limit: int) -> int | None:
    """Skip adverbs, days and prepositional phrases that stand between a verb and its inverted subject."""
    index = start
    while index < limit:
        token = grammar.tokens[index]
        if (
            token.pos == "ADV"
            or grammar.lower[index] in cues.lists["calendar"]
            or (token.pos == "NUM" and _dated(grammar, cues, index))
        ):
            index += 1
        elif token.pos == "ADP" and (past := _past_prepositional(grammar, index, limit)) is not None:
            index = past
        else:
            break
    return index if index < limit and grammar.tokens[index].pos in _INSIDE | {"PRON"} - {"ADP"} else None


def _dated(grammar: Grammar, cues: CueIndex, index: int) -> bool:
    return index + 1 < len(grammar.tokens) and grammar.lower[index + 1] in cues.lists["calendar"]


def _past_prepositional(grammar: Grammar, index: int, limit: int) -> int | None:
    """Return the index past a short prepositional phrase ("au téléphone", "on Facebook"), or None where it never ends."""
    for past in range(index + 1, min(limit, index + 6)):
        if grammar.tokens[past].pos in ("NOUN", "PROPN", "PRON") and (past + 1 >= limit or grammar.tokens[past + 1].pos != "ADJ"):
            return past + 1
    return None


def _end_of_phrase(grammar: Grammar, cues: CueIndex, begin: int, limit: int) -> int:
    breaks = _BREAKS.get(grammar.language.value, frozenset())
    index, headed = begin, False
    while index < limit:
        token = grammar.tokens[index]
        joined = token.pos == "CCONJ" and headed and index + 1 < limit and grammar.tokens[index + 1].pos in _INSIDE - {"ADP"}
        if headed and (grammar.lower[index] in breaks or grammar.lower[index] in cues.lists["calendar"]):
            break
        if token.pos == "PRON" and not headed and not _possessive(grammar, index, limit):
            return index + 1
        if headed and (_counts(grammar, index, limit) or _leads_to_occasion(grammar, cues, index, limit)):
            break
        owned = token.pos == "PRON" and not headed
        partitive = token.pos == "PRON" and headed and grammar.tokens[index - 1].pos == "ADP"
        hyphened = headed and _hyphened(grammar, index)
        if (
            token.pos not in _INSIDE
            and not joined
            and not partitive
            and not owned
            and not hyphened
            and not (token.text[:1].isupper() and token.pos != "PUNCT")
        ):
            break
        headed = headed or token.pos in _HEADS
        index += 1
    return _without_last_words(grammar, begin, index)


def _possessive(grammar: Grammar, index: int, limit: int) -> bool:
    """Say whether a pronoun only tells whose the noun behind it is ("its director")."""
    owning = "Poss=Yes" in grammar.tokens[index].morph
    return owning and index + 1 < limit and grammar.tokens[index + 1].pos in ("NOUN", "PROPN", "ADJ")


def _counts(grammar: Grammar, index: int, limit: int) -> bool:
    """Say whether a number counts the noun behind it and so begins a phrase of its own ("the government | 132 civilians")."""
    counted = index + 1 < limit and grammar.tokens[index + 1].pos in ("NOUN", "ADJ")
    return grammar.tokens[index].pos == "NUM" and counted and grammar.tokens[index - 1].pos != "ADP"


def _leads_to_occasion(grammar: Grammar, cues: CueIndex, index: int, limit: int) -> bool:
    """Say whether a preposition leads to where it was said (« l'ONU | dans un rapport », "the army | in a statement")."""
    near = range(index + 1, min(limit, index + 3))
    return grammar.lower[index] in ("in", "dans") and any(grammar.tokens[at].lemma in cues.lists["occasions"] for at in near)


def _without_last_words(grammar: Grammar, begin: int, end: int) -> int:
    while end > begin + 1 and grammar.tokens[end - 1].pos in ("ADP", "DET", "CCONJ"):
        end -= 1
    return end


def _apposition(grammar: Grammar, cues: CueIndex, start: int, limit: int) -> int | None:
    """Return the index past an apposition that begins at `start`: a name, or a post without a verb; else None."""
    end = next((index for index in range(start, limit) if grammar.lower[index] in (",", ":", "(") or grammar.verbal(index)), limit)
    if end == start or (end < limit and grammar.verbal(end)):
        return None
    inside = range(start, end)
    named = all(grammar.tokens[index].text[:1].isupper() or len(grammar.lower[index]) < 5 for index in inside)
    named = named and any(grammar.tokens[index].text[:1].isupper() for index in inside)
    posted = grammar.tokens[start].pos in ("NOUN", "DET", "PROPN", "ADJ") and any(is_post(grammar, cues, index) for index in inside)
    return end if named or posted else None


def widened(grammar: Grammar, cues: CueIndex, phrase: tuple[int, int], limit: int) -> tuple[int, int]:
    """Take in what a source goes on with between commas before its verb: a name, a post, a nickname, what it leads.

    Args:
        grammar: The document.
        cues: The words of its language.
        phrase: First token and index past the last.
        limit: The first token of the verb.
    """
    first, last = phrase
    if not last < limit <= last + _LONGEST or grammar.lower[last] != ",":
        return phrase
    words = set(grammar.lower[last:limit])
    telling = words & (cues.lists["nicknaming"] | cues.lists["leading"])
    posted = any(is_post(grammar, cues, index) for index in range(last, min(limit, last + 4)))
    named = grammar.tokens[last + 1].text[:1].isupper() and not any(grammar.verbal(index) for index in range(last, limit))
    end = limit - (grammar.lower[limit - 1] == ",")
    return (first, end) if telling or posted or named else phrase


def is_post(grammar: Grammar, cues: CueIndex, index: int) -> bool:
    """Say whether a token is a noun for a post, a rank or a calling."""
    posts, ranks = cues.lists["posts"], cues.lists["ranks"]
    words = {grammar.lower[index], grammar.tokens[index].lemma}
    return bool(words & posts or words & ranks)


def subtree_phrase(grammar: Grammar, head: int) -> tuple[int, int]:
    """Return the phrase of a noun: its subtree, without marks at its ends, and with the whole of a name that the parser broke.

    Args:
        grammar: The document.
        head: Token of the noun.
    """
    first = _left_cut(grammar, grammar.first[head], head)
    end = next((index for index in range(head + 1, grammar.last[head]) if _mended_verb(grammar, index)), grammar.last[head])
    while end > head + 1 and grammar.tokens[end - 1].pos == "PUNCT" and grammar.tokens[end - 1].text not in ')"»”':
        end -= 1
    end = _with_whole_name(grammar, max(head + 1, min(end, first + _LONGEST)))
    while end < len(grammar.tokens) and _hyphened(grammar, end):
        end += 1
    return first, end


def _mended_verb(grammar: Grammar, index: int) -> bool:
    """Say whether a token is a personal verb that the parser hung on a noun because the tagger took it for another word."""
    return grammar.finite(index) and grammar.tokens[index].dep in ("amod", "nmod", "advmod", "fixed", "appos", "flat", "compound")


def _with_whole_name(grammar: Grammar, end: int) -> int:
    """Return the end of a phrase moved past the capitalised words that go on with a name ("Le colonel Idrissa | Danko")."""
    while end < len(grammar.tokens) and grammar.tokens[end - 1].text[:1].isupper() and grammar.tokens[end].pos == "PROPN":
        if grammar.tokens[end].start != grammar.tokens[end - 1].end + 1 or not grammar.tokens[end].text[:1].isupper():
            break
        end += 1
    return end


def _left_cut(grammar: Grammar, first: int, head: int) -> int:
    """Return where the phrase begins once marks, conjunctions and prepositions before it are left out."""
    begin = first
    for index in range(first, head):
        if _parts_off(grammar, index):
            begin = index + 1
    while begin < head and grammar.tokens[begin].pos in ("CCONJ", "SCONJ", "PUNCT") and grammar.tokens[begin].text not in '«“"':
        begin += 1
    while begin < head and grammar.tokens[begin].dep == "case" and grammar.tokens[begin].head == head:
        begin += 1
    while begin > 0 and _hyphened(grammar, begin):
        begin -= 1
    return begin


def _parts_off(grammar: Grammar, index: int) -> bool:
    """Say whether a mark before a noun is no part of its phrase; a dash between two spaces ends a dateline."""
    token = grammar.tokens[index]
    if token.text in ("-", "–", "—"):
        return grammar.text[token.start - 1 : token.start].isspace() and grammar.text[token.end : token.end + 1].isspace()
    return token.pos == "PUNCT" and token.text not in "«“\"'"


def _hyphened(grammar: Grammar, index: int) -> bool:
    """Say whether a token is joined to the one before it by a hyphen ("état-major", "second-in-command")."""
    joined = grammar.tokens[index - 1].end == grammar.tokens[index].start
    return joined and "-" in (grammar.tokens[index - 1].text[-1:], grammar.tokens[index].text[:1])
