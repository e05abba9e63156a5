"""Passages that may be what a word attributes, and what the trained trees see of each."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corro.extract.statements.anchors import Anchor, Found
from corro.extract.statements.content import content_end, limit_of
from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_SAID = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "obj", "iobj", "csubj", "parataxis", "dep", "conj"})
_WAYS = ("rule", "subtree", "from_child", "behind", "before", "around", "quote", "quotes", "subject")
"""How a passage was come by."""

_RELATIONS = ("ccomp", "xcomp", "advcl", "acl", "obj", "obl", "nmod", "conj", "parataxis")

_OWN = ("nsubj", "aux", "advmod")
"""Relations of what stands before a verb in its own clause. Source: Universal Dependencies v2."""

_STEPS = 4
"""Steps up the tree in which another cue is looked for. Source: own judgement."""

_AROUND = 3
"""Sentences to either side in which the quotations of a cue are looked for. Source: own judgement."""

Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that may be what a word attributes.

    Attributes:
        anchor: The word.
        parts: First token of each part and the index past its last.
        spans: Its characters.
        ways: How it was come by, a bit for each of the ways.
        relation: Relation of the child that it was come by through; empty where none was.
    """

    anchor: Anchor
    parts: Parts
    spans: tuple[Span, ...]
    ways: int
    relation: str


def passages_of(prepared: Prepared, found: Found, anchor: Anchor) -> list[Passage]:
    """Return the passages that may be what a word attributes, each once.

    Args:
        prepared: The document.
        found: What the rules found.
        anchor: The word.
    """
    gathered: dict[tuple[Span, ...], Passage] = {}
    for way, parts, relation in _proposed(prepared, found, anchor):
        spans = tuple(span for part in parts if (span := prepared.grammar.span(*part)))
        if spans:
            before = gathered.get(spans)
            ways = (before.ways if before else 0) | 1 << _WAYS.index(way)
            gathered[spans] = Passage(anchor, parts, spans, ways, (before.relation if before else "") or relation)
    return list(gathered.values())


def _proposed(prepared: Prepared, found: Found, anchor: Anchor) -> Iterator[tuple[str, Parts, str]]:
    grammar = prepared.grammar
    for draft in found.by_anchor.get(anchor.token, ()):
        yield "rule", _tokens_of(grammar, draft), ""
    yield from _by_children(prepared, anchor.token)
    yield from _in_words(prepared, anchor.token)
    yield from _by_marks(prepared, anchor.token)


def _tokens_of(grammar: Grammar, draft: Draft) -> Parts:
    return tuple((grammar.at(span.start), grammar.at(span.end)) for span in draft.content)


def _by_children(prepared: Prepared, anchor: int) -> Iterator[tuple[str, Parts, str]]:
    """Yield the subtrees behind a word, and from each on to where what is said ends."""
    grammar = prepared.grammar
    limit = limit_of(prepared, anchor)
    for child in grammar.children[anchor]:
        token = grammar.tokens[child]
        first, last = grammar.first[child], grammar.last[child]
        oblique = token.dep.startswith(("obl", "nmod")) and token.dep not in ("obl:agent", "nmod:poss")
        if token.dep not in _SAID and not oblique:
            if child < anchor and token.dep in ("nsubj:pass", "nsubj") and grammar.child(anchor, "xcomp") is not None:
                yield "subject", ((first, last), (anchor + 1, grammar.last[anchor])), token.dep
            continue
        if first > anchor:
            yield "subtree", ((first, last),), token.dep
            if grammar.last[anchor] > last:
                yield "from_child", ((first, grammar.last[anchor]),), token.dep
            end = content_end(prepared, anchor, first)
            if end not in (last, grammar.last[anchor]):
                yield "from_child", ((first, end),), token.dep
            if limit > last and token.dep in ("ccomp", "xcomp", "obj"):
                yield "from_child", ((first, limit),), token.dep
        elif last <= anchor and token.dep in ("ccomp", "parataxis", "dep"):
            yield "subtree", ((first, last),), token.dep


def _in_words(prepared: Prepared, anchor: int) -> Iterator[tuple[str, Parts, str]]:
    """Yield all behind a word, all before the clause that it stands in, and both."""
    grammar = prepared.grammar
    first, last = grammar.sentence(anchor)
    limit = limit_of(prepared, anchor)
    if anchor + 1 < limit:
        yield "behind", ((anchor + 1, limit),), ""
    comma = _last_mark(grammar, first, anchor)
    if comma is None:
        return
    yield "before", ((first, comma),), ""
    after = next((at for at in range(anchor + 1, last) if grammar.lower[at] in (",", '"', "”", "“")), None)
    if after is not None and after + 2 < limit:
        yield "around", ((first, comma), (after + 1, limit)), ""


def _last_mark(grammar: Grammar, first: int, anchor: int) -> int | None:
    """Return the comma, dash or closing mark before a word's own clause, or None."""
    own = [child for child in grammar.children[anchor] if child < anchor and grammar.tokens[child].dep.startswith(_OWN)]
    begin = min((grammar.first[child] for child in own), default=anchor)
    return next((at for at in range(begin - 1, first, -1) if grammar.tokens[at].pos == "PUNCT"), None)


def _by_marks(prepared: Prepared, anchor: int) -> Iterator[tuple[str, Parts, str]]:
    """Yield the quotations of a word's paragraph that stand nearest to it, alone and together."""
    grammar, home = prepared.grammar, prepared.inside[anchor]
    first, last = _lines_of(grammar, anchor)
    near = prepared.quotes_in(Span(max(0, grammar.tokens[first].start - 1), grammar.tokens[last - 1].end))
    outer = [quote for quote in near if home is None or quote is not prepared.quotes[home]]
    parts = [part for quote in outer for part in [(grammar.at(quote.span.start), grammar.at(quote.span.end))] if part[0] < part[1]]
    before = [part for part in parts if part[1] <= anchor][-2:]
    behind = [part for part in parts if part[0] > anchor][:2]
    begin, end = grammar.sentence(anchor)
    if not any(part[0] < end and part[1] > begin for part in (*before[-1:], *behind[:1])):
        return
    for part in (*before[-1:], *behind[:1]):
        yield "quote", (part,), ""
    for group in ((before[-1:], behind[:1]), (before, behind[:1]), (before, behind), ([], behind)):
        together = (*group[0], *group[1])
        if len(together) > 1:
            yield "quotes", together, ""


def _lines_of(grammar: Grammar, anchor: int) -> tuple[int, int]:
    """Return the first token of a word's paragraph and the index past its last, at most three sentences to either side."""
    sentence, paragraph = grammar.sentence_of[anchor], grammar.paragraph(anchor)
    near = range(max(0, sentence - _AROUND), min(len(grammar.sentences), sentence + _AROUND + 1))
    inside = [grammar.sentences[at] for at in near if grammar.sentences[at].paragraph == paragraph]
    return inside[0].first, inside[-1].last


class Chances:
    """How likely words are to attribute, by token.

    Attributes:
        tokens: The words that may, in order.
        by_token: Their chances.
    """

    def __init__(self, by_token: Mapping[int, float]) -> None:
        """Put the words in order.

        Args:
            by_token: Chances by token.
        """
        self.tokens = sorted(by_token)
        self.by_token = by_token

    def greatest(self, first: int, last: int, but: int) -> float:
        """Return the greatest chance of tokens `first` to `last` (exclusive), one left out; 0 where there is none."""
        near = self.tokens[bisect_left(self.tokens, first) : bisect_left(self.tokens, last)]
        return max((self.by_token[token] for token in near if token != but), default=0.0)


def seen_of(prepared: Prepared, found: Found, passage: Passage, chances: Chances) -> tuple[float, ...]:
    """Return what the trees see of a passage.

    Args:
        prepared: The document.
        found: What the rules found.
        passage: The passage.
        chances: How likely words are to attribute.
    """
    anchor = passage.anchor
    return (
        chances.by_token[anchor.token],
        *_of_nesting(prepared, passage, chances),
        *anchor.seen,
        *(float(passage.ways >> bit & 1) for bit in range(len(_WAYS))),
        *(float(passage.relation.startswith(relation)) for relation in _RELATIONS),
        *_of_ends(prepared, passage),
        *_of_words(prepared, found, passage),
        *_of_others(prepared, found, passage),
    )


def _of_nesting(prepared: Prepared, passage: Passage, chances: Chances) -> tuple[float, ...]:
    """What the trees see of other words that may attribute: inside the passage, and those that the word itself hangs on."""
    anchor = passage.anchor.token
    inner = max(chances.greatest(first, last, but=anchor) for first, last in passage.parts)
    above = [chances.by_token.get(at, 0.0) for _, at in zip(range(_STEPS), prepared.grammar.ancestors(anchor), strict=False)]
    return (inner, above[0] if above else 0.0, max(above, default=0.0))


def _of_ends(prepared: Prepared, passage: Passage) -> tuple[float, ...]:
    grammar = prepared.grammar
    anchor = passage.anchor.token
    begin, end = passage.parts[0][0], passage.parts[-1][1]
    first, last = grammar.sentence(anchor)
    return (
        float(begin - anchor),
        float(end - anchor),
        float(end - begin),
        float(len(passage.parts)),
        float(begin - first),
        float(last - end),
        float(end - grammar.last[anchor]),
        *(float(grammar.lower[begin] == word) for word in ("that", "to", "as", "for", "of", "about", "if", '"', "“")),
        float(grammar.tokens[begin].pos in ("DET", "PRON", "PROPN", "NOUN")),
        float(grammar.tokens[begin].pos == "ADP"),
        float(end < last and grammar.lower[end] == ","),
        float(end < last and grammar.tokens[end].pos in ("CCONJ", "SCONJ", "ADP")),
        float(grammar.lower[end - 1] in (",", ".", '"', "”")),
    )


def _of_words(prepared: Prepared, found: Found, passage: Passage) -> tuple[float, ...]:
    anchor, counts = passage.anchor.token, found.counts
    size = sum(last - first for first, last in passage.parts)
    verbs, personal, subjects, marked, commas, cues = (
        sum(counts[last][sort] - counts[first][sort] for first, last in passage.parts) for sort in range(len(counts[0]))
    )
    return (
        float(verbs > 0),
        float(personal > 0),
        float(subjects > 0),
        marked / max(1, size),
        float(any(first <= anchor < last for first, last in passage.parts)),
        float(commas),
        float(cues),
        float(_cuts_quote(prepared, passage.parts[0][0], passage.parts[-1][1] - 1)),
    )


def _cuts_quote(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether a passage ends or begins in the midst of a quotation that it does not stand in."""
    after = prepared.inside[last + 1] if last + 1 < len(prepared.inside) else None
    before = prepared.inside[first - 1] if first else None
    ends = after is not None and prepared.inside[last] == after and prepared.inside[first] != after
    begins = before is not None and prepared.inside[first] == before and prepared.inside[last] != before
    return ends or begins


def _of_others(prepared: Prepared, found: Found, passage: Passage) -> tuple[float, ...]:
    """What the trees see of a passage beside the rule's own passage for the word."""
    drafts = found.by_anchor.get(passage.anchor.token, ())
    own = max((share(passage.spans, draft.content) for draft in drafts), default=-1.0)
    return (own, float(prepared.inside[passage.parts[0][0]] is not None))


def share(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """Return the characters that two passages have in common, out of all of theirs.

    Args:
        one: A passage.
        other: Another.
    """
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(map(len, one)) + sum(map(len, other)) - common
    return common / total if total else 0.0
