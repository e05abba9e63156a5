"""Who speaks in a paper: "the statement signed by its spokesman", « le rapport de l'ONU », or the organ that publishes it."""

from bisect import bisect_left
from collections.abc import Iterator

from corro.extract.statements.actors import is_actor
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.naming import head_of
from corro.extract.statements.objects import plain, preposition
from corro.extract.statements.phrases import is_post, phrase_after, subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.model import Document
from corro.vocab import find_names, source_named

_BY = frozenset({"by", "par", "from"})
_OF = frozenset({"of", "de", "from"})
_ORGANS = frozenset({"organ", "organisation"})
"""Kinds of publishers whose own texts speak for themselves. Source: list `source_kinds`."""

_CONTENT = frozenset({"NOUN", "PROPN", "X", "ADJ", "VERB", "NUM"})

_ANY = frozenset({"text", "texte", "document", "paper"})
"""Nouns that take up any sort of paper. Source: own list, 2026-11."""

_BEFORE = 4
"""Words at most before a paper in the phrase that it heads ("a joint press statement"). Source: own judgement."""

_MOST = 20
"""Papers back at most among which an issuer is looked for. Source: own judgement, more than any report speaks of."""


class Papers:
    """Tells who issued the papers that a document speaks of."""

    def __init__(self, prepared: Prepared) -> None:
        """Find the document's nouns for papers.

        Args:
            prepared: The document.
        """
        self.prepared = prepared
        self.nouns = [index for index in range(len(prepared.grammar.tokens)) if is_paper(prepared, index)]

    def head(self, source: tuple[int, int]) -> int | None:
        """Return the noun for a paper that heads the words for a source, or None where they name no paper.

        Args:
            source: First token and index past the last.
        """
        head = head_of(self.prepared.grammar, source)
        if is_paper(self.prepared, head):
            return head
        return next(
            (index for index in range(source[0], min(source[1], source[0] + _BEFORE)) if is_paper(self.prepared, index)), None
        )

    def issuer(self, head: int, past: int) -> tuple[int, int] | None:
        """Find who issued a paper.

        Args:
            head: The noun for it.
            past: Index past the words that name it.

        Returns:
            The tokens of whoever is named with it as its author, signer or reader, or with an earlier paper that it can take up;
            None where nobody is.
        """
        own = _named_with(self.prepared, head, past)
        return own or next(filter(None, (_named_with(self.prepared, index) for index in self._earlier(head))), None)

    def _earlier(self, head: int) -> Iterator[int]:
        """Yield the papers before a noun that it can take up, the last one first: any for "text", else those of its word."""
        lemma = self.prepared.grammar.tokens[head].lemma
        for index in reversed(self.nouns[: bisect_left(self.nouns, head)][-_MOST:]):
            if lemma in _ANY or self.prepared.grammar.tokens[index].lemma == lemma:
                yield index


def is_paper(prepared: Prepared, index: int) -> bool:
    """Say whether a token is a noun for a paper: a statement, a report, a letter."""
    grammar = prepared.grammar
    noun = grammar.tokens[index].pos in ("NOUN", "PROPN") or (index > 0 and grammar.tokens[index - 1].pos == "DET")
    return noun and _in(prepared, index, "papers")


def is_thing(prepared: Prepared, source: tuple[int, int]) -> bool:
    """Say whether the words for a source are those of a thing that never speaks: a measure, a room, a correction.

    Args:
        prepared: The document.
        source: First token and index past the last.
    """
    tokens = prepared.grammar.tokens
    nouns = [index for index in range(*source) if tokens[index].pos in _CONTENT]
    return bool(nouns) and all(_in(prepared, index, "mute") for index in nouns)


def _named_with(prepared: Prepared, paper: int, past: int = 0) -> tuple[int, int] | None:
    """Return who is named beside a noun for a paper: its possessor, its "of", or by whom it was issued, signed or read."""
    grammar = prepared.grammar
    for child in grammar.children[paper]:
        token = grammar.tokens[child]
        if token.dep == "nmod:poss" or grammar.lower[child] in ("son", "sa", "leur"):
            return (child, child + 1) if token.pos in ("PRON", "DET") else subtree_phrase(grammar, child)
        if token.dep == "nmod" and preposition(grammar, child) in _OF and _body(prepared, child) and not _counted(grammar, child):
            return subtree_phrase(grammar, child)
        if token.dep in ("compound", "nmod", "amod", "flat") and child < paper and (name := _known_name(grammar, child)):
            return name
        if token.dep in ("acl", "amod", "advcl", "acl:relcl") and (by := _by(prepared, child)):
            return by
    return _by_in_words(prepared, paper, past)


def _known_name(grammar: Grammar, token: int) -> tuple[int, int] | None:
    """Return the tokens of the name that a token is part of ("the United Nations report"), or None."""
    mention = next(grammar.names_over(grammar.annotated.span_of(token, token + 1)), None)
    return (grammar.holding(mention.span.start), grammar.holding(mention.span.end - 1) + 1) if mention else None


def _by(prepared: Prepared, participle: int) -> tuple[int, int] | None:
    grammar = prepared.grammar
    if grammar.tokens[participle].lemma not in prepared.cues.lists["issuing"]:
        return None
    for child in grammar.children[participle]:
        if grammar.tokens[child].dep.startswith("obl") and plain(preposition(grammar, child)) in _BY and _body(prepared, child):
            return subtree_phrase(grammar, child)
    return None


def _by_in_words(prepared: Prepared, paper: int, past: int) -> tuple[int, int] | None:
    """Return who stands behind "by" behind a participle of issuing, where the parser hung it elsewhere."""
    grammar = prepared.grammar
    _, end = grammar.sentence(paper)
    for index in range(paper + 1, min(end - 1, max(past, paper + 5))):
        issued = grammar.tokens[index].lemma in prepared.cues.lists["issuing"] and grammar.lower[index + 1] in _BY
        if issued and index + 2 < end and not grammar.finite(index):
            return phrase_after(grammar, prepared.cues, index + 2, end)
    return None


def _body(prepared: Prepared, noun: int) -> bool:
    """Say whether a noun names a person, a post or a body, and not what a paper is about or how many it lists."""
    grammar = prepared.grammar
    posted = is_post(grammar, prepared.cues, noun) or grammar.tokens[noun].lemma in prepared.cues.lists["bodies"]
    named = any(True for _ in grammar.names_over(grammar.annotated.span_of(noun, noun + 1)))
    return posted or named or is_actor(grammar.words(*subtree_phrase(grammar, noun)), grammar.language.value)


def _counted(grammar: Grammar, noun: int) -> bool:
    """Say whether a noun is counted ("a report of 84 pages")."""
    return any(grammar.tokens[child].dep == "nummod" or grammar.tokens[child].pos == "NUM" for child in grammar.children[noun])


def own_voice(document: Document) -> str:
    """Return the organ that publishes a document itself, by its name there; empty where a newspaper or agency does.

    Args:
        document: The document.
    """
    outlet = document.outlet.text
    known = source_named(outlet) if outlet else None
    organ = known.kind in _ORGANS if known else bool(outlet and find_names(outlet))
    return outlet if organ else ""


def _in(prepared: Prepared, index: int, name: str) -> bool:
    words = prepared.cues.lists[name]
    return prepared.grammar.tokens[index].lemma in words or prepared.grammar.lower[index] in words
