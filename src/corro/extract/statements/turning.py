"""Turns of a content that make its cue's act another one: a mere figure, a label that calls false, a condition on a promise."""

from corro.extract.statements.draft import Draft
from corro.extract.statements.prepared import Prepared

_FIGURE = 5
"""Words at most of a claim that is no more than a figure. Source: own judgement, 2026-11."""

_COUNTING = frozenset({"claim", "insist", "revendiquer", "avancer", "annoncer"})
_FALSE = frozenset({"forgery", "fabrication", "hoax", "lie", "fake", "falsehood", "invention"}) | frozenset(
    {"faux", "mensonge", "montage", "affabulation", "invention", "intox", "contrevérité"}
)
_UNLESS = frozenset({"unless", "until", "sinon", "otherwise", "else"})
_NOT = frozenset({"not", "n't", "no", "ne", "n'"})
"""Verbs of counting, words for what is false, and words that make a condition. Source: own lists, 2026-11."""


def counts_only(prepared: Prepared, draft: Draft, content: tuple[int, int]) -> bool:
    """Say whether what is claimed is a mere figure (« revendiquent 30 000 participants », "insisted on fifteen").

    Args:
        prepared: The document.
        draft: The statement.
        content: First token of what is said, and the index past its last.
    """
    grammar = prepared.grammar
    opening = grammar.tokens[content[0] : min(content[1], content[0] + 2)]
    figure = any(token.pos == "NUM" or token.text[:1].isdigit() for token in opening)
    counting = grammar.tokens[draft.anchor].lemma in _COUNTING
    return figure and counting and draft.rule == "verb.object" and content[1] - content[0] <= _FIGURE


def calls_false(prepared: Prepared, content: tuple[int, int]) -> bool:
    """Say whether a label calls a paper or report false ("called the document a forgery").

    Args:
        prepared: The document.
        content: First token of what is said, and the index past its last.
    """
    nouns = (token.lemma for token in prepared.grammar.tokens[content[0] : content[1]] if token.pos == "NOUN")
    named = [noun for _, noun in zip(range(2), nouns, strict=False)]
    return bool(named) and (named[-1] if prepared.grammar.tokens[content[0]].pos == "DET" else named[0]) in _FALSE


def holds_out(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether a promise hangs on what others do ("unless the men are freed", « si le fichier n'est pas publié »).

    Args:
        prepared: The document.
        first: First token of what is said.
        last: The index past its last.
    """
    words = prepared.grammar.lower[first:last]
    negated = any(word in _NOT for word in words)
    return any(word in _UNLESS for word in words) or (negated and any(word in ("if", "si", "s'") for word in words))
