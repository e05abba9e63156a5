"""Signs of a phrase: grammar around its head, each sign made of places and at most one word; names as classes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.muc4.letters import hashed
from bench.muc4.phrases import NOMINAL, Choice, children, choices, heads
from corro.model import Annotated

ARGUMENTS = ("nsubj", "obj", "obl", "nmod", "xcomp", "ccomp", "advcl", "compound")
MODIFIERS = ("amod", "compound", "nmod:poss", "nummod", "appos", "acl", "acl:relcl", "conj", "det")
_WINDOW, _BAG, _CLIMB = 3, 12, 4
"""Words looked at around a head, in the wider bag, and steps up the tree. Source: chosen on the train part, 2026-11."""


@dataclass
class Phrase:
    """A noun phrase: its head, sentence, signs, and the strings that it may give."""

    head: int
    sentence: int
    signs: frozenset[int]
    numbers: list[float]
    choices: list[Choice]
    name: bool
    kind: str
    dep: str
    chances: Sequence[float] = ()
    right: dict[int, list[float]] = field(default_factory=dict)


@dataclass
class Text:
    """A text with what the signs need: classes of its words."""

    annotated: Annotated
    below: list[list[int]]
    kinds: list[str]
    mention: list[int]
    words: list[str]
    names: list[bool]


def text_of(annotated: Annotated) -> Text:
    """Return a text with the classes of its words."""
    tokens = annotated.tokens
    kinds, mention = [""] * len(tokens), [-1] * len(tokens)
    starts = [token.start for token in tokens]
    for number, one in enumerate(annotated.mentions):
        for at in range(bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)):
            if not kinds[at] or one.kind.value in ("person", "organisation", "group"):
                kinds[at], mention[at] = one.kind.value, number
    opening = {sentence.first for sentence in annotated.sentences}
    named = ("person", "organisation", "group", "place")
    names = [
        token.pos == "PROPN" or (token.text[0].isupper() and at not in opening) or kinds[at] in named
        for at, token in enumerate(tokens)
    ]
    words = [_word(token.lemma.lower(), token.pos, kinds[at], name=names[at]) for at, token in enumerate(tokens)]
    return Text(annotated, children(tokens), kinds, mention, words, names)


def _word(lemma: str, pos: str, kind: str, *, name: bool) -> str:
    if name:
        return f"#{kind or 'name'}"
    return "#num" if pos == "NUM" or lemma[:1].isdigit() else lemma


def phrases(text: Text) -> list[Phrase]:
    """Return the phrases of a text with their signs."""
    annotated, tokens = text.annotated, text.annotated.tokens
    counts = Counter(token.lemma for token in tokens if token.pos in NOMINAL)
    found, seen = [], Counter[str]()
    for head, number in heads(annotated):
        sentence, token = annotated.sentences[number], tokens[head]
        strings = choices(annotated, text.below, head, (sentence.first, sentence.last))
        seen[token.lemma] += 1
        signs = frozenset(hashed(sign) for sign in _signs(text, head, (sentence.first, sentence.last)))
        position = [number / max(1, len(annotated.sentences)), number, len(annotated.sentences), len(tokens)]
        repeated = [counts[token.lemma], seen[token.lemma], head - sentence.first, sentence.last - head]
        numbers = [*map(float, (*position, *repeated)), float(token.text[0].isupper()), *_determined(text, head)]
        dep = token.dep
        found.append(Phrase(head, number, signs, numbers, strings, text.names[head], text.kinds[head], dep))
    return found


def _determined(text: Text, head: int) -> list[float]:
    tokens = text.annotated.tokens
    lemmas = {tokens[child].lemma for child in text.below[head] if tokens[child].dep == "det"}
    counted = any(tokens[child].dep == "nummod" for child in text.below[head])
    return [float(counted), float("the" in lemmas), float(bool(lemmas & {"a", "an"}))]


def _signs(text: Text, head: int, bounds: tuple[int, int]) -> set[str]:
    return _own(text, head) | _above(text, head) | _modifiers(text, head) | _around(text, head, bounds)


def _own(text: Text, head: int) -> set[str]:
    token = text.annotated.tokens[head]
    plural = "s" if "Plur" in token.morph else ""
    shape = "U" if token.text.isupper() and len(token.text) > 1 else "T" if token.text[0].isupper() else "l"
    found = {f"h={text.words[head]}", f"pos={token.pos}", f"kind={text.kinds[head]}", f"shape={plural}{shape}"}
    mention = text.mention[head]
    if mention >= 0 and text.annotated.mentions[mention].known_id:
        found.add("known")
    return found | ({f"H={token.text.lower()}"} if text.names[head] else set())


def _above(text: Text, head: int) -> set[str]:
    tokens, at, found = text.annotated.tokens, head, set()
    for _ in range(6):
        token = tokens[at]
        if token.dep not in ("conj", "appos", "flat", "compound") or token.head == at:
            break
        joined = token.dep in ("conj", "appos")
        found |= {f"via={token.dep}"} if joined else {f"in={text.words[token.head]}|{token.dep}"} if at == head else set()
        at = token.head
    dep, above = tokens[at].dep, tokens[at].head
    case = next((tokens[child].lemma for child in text.below[at] if tokens[child].dep == "case"), "")
    found |= {f"dep={dep}", f"dep={dep}|{case}"}
    if above == at:
        return found | {"root"}
    word = text.words[above]
    found |= {f"g={word}", f"g={word}|{dep}|{case}"}
    found |= {"gneg" for child in text.below[above] if tokens[child].lemma in ("not", "no", "never")}
    others = (child for child in text.below[above] if child != at and tokens[child].dep.split(":")[0] in ARGUMENTS)
    found |= {f"sib={dep}|{tokens[child].dep}>{text.words[child]}" for child in others}
    return found | _path(text, above, dep)


def _path(text: Text, above: int, dep: str) -> set[str]:
    tokens, path, found, at = text.annotated.tokens, dep, set(), above
    for step in range(_CLIMB):
        higher = tokens[at].head
        if higher == at:
            break
        path += f">{tokens[at].dep}"
        found.add(f"up{min(step, 1)}={text.words[higher]}")
        if not step:
            found.add(f"up={text.words[higher]}|{tokens[at].dep}|{dep}")
        at = higher
    return found | {f"path={path[:40]}"}


def _modifiers(text: Text, head: int) -> set[str]:
    tokens, found = text.annotated.tokens, set()
    for child in text.below[head]:
        dep = "nmod" if tokens[child].dep.startswith("nmod") else tokens[child].dep
        if dep == "nmod" or dep in MODIFIERS:
            found.add(f"k={dep}>{tokens[child].lemma if dep == 'det' else text.words[child]}")
            if text.names[child] and dep in ("compound", "amod", "nmod"):
                found.add(f"K={dep}{tokens[child].text.lower()}")
    return found


def _around(text: Text, head: int, bounds: tuple[int, int]) -> set[str]:
    tokens, (low, high) = text.annotated.tokens, bounds
    near = range(max(low - 1, head - _WINDOW), min(high + 1, head + _WINDOW + 1))
    found = {f"w{at - head}={text.words[at] if low <= at < high else '#e'}" for at in near if at != head}
    wide = range(max(low, head - _BAG), min(high, head + _BAG + 1))
    found |= {f"b={text.words[at]}" for at in wide if at != head and tokens[at].pos in ("VERB", "NOUN", "ADJ")}
    return found | {f"s={text.words[at]}" for at in range(low, high) if tokens[at].pos in ("VERB", "NOUN")}
