"""Hearsay without a source: passives, impersonal verbs, the French conditional, adverbs such as "reportedly"."""

from collections.abc import Iterator
from dataclasses import replace

from corro.extract.statements.clauses import clause_start
from corro.extract.statements.content import limit_of
from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.objects import preposition
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.sources import passive
from corro.model import SpeechAct
from corro.values import Span

_ALLEGING = frozenset(
    {"allege", "believe", "suspect", "rumour", "rumor", "fear", "claim", "reprocher", "prêter", "soupçonner", "murmurer"}
)
_EXPLETIVES = frozenset({"it", "il"})
_GENERAL = frozenset({"on", "-on", "l'on"})
_NO_HEARSAY = frozenset(
    {
        "pouvoir",
        "devoir",
        "falloir",
        "vouloir",
        "aimer",
        "souhaiter",
        "préférer",
        "convenir",
        "permettre",
        "suffire",
        "valoir",
        "dire",
        "savoir",
    }
)
"""Verbs whose conditional is polite or modal, no hearsay. Source: own list, 2026-11."""

_CONDITIONAL_ENDINGS = ("rait", "raient", "rais", "rions", "riez")
_ABOUT = frozenset({"into", "about", "on", "over", "sur", "concerning", "regarding"})
_IF = frozenset({"si", "s'", "même"})


def find_hearsay(prepared: Prepared) -> Iterator[Draft]:
    """Find what the words give as hearsay without naming a source.

    Args:
        prepared: The document.

    Yields:
        Drafts with rules `hearsay.passive`, `hearsay.impersonal`, `hearsay.general`, `hearsay.conditional` and `hearsay.adverb`.
    """
    for anchor in range(len(prepared.grammar.tokens)):
        draft = (
            _passive_infinitive(prepared, anchor)
            or _impersonal(prepared, anchor)
            or _conditional(prepared, anchor)
            or _adverb(prepared, anchor)
        )
        if draft is not None:
            yield draft


def _act(lemma: str) -> SpeechAct:
    return SpeechAct.ALLEGES if lemma in _ALLEGING else SpeechAct.ASSERTS


def _passive_infinitive(prepared: Prepared, anchor: int) -> Draft | None:
    """Read "is believed to have fled": the whole sentence is what is believed."""
    grammar = prepared.grammar
    token = grammar.tokens[anchor]
    if token.pos != "VERB" or token.lemma not in prepared.cues.passive or not passive(grammar, anchor):
        return None
    if anchor + 1 >= len(grammar.tokens) or grammar.lower[anchor + 1] != "to":
        return None
    content = _clause_of(prepared, anchor)
    return _draft(prepared, content, "hearsay.passive", anchor, _act(token.lemma))


def _clause_of(prepared: Prepared, anchor: int) -> Span | None:
    """Return the clause that a verb heads, from its subject to its end."""
    grammar = prepared.grammar
    first, _ = grammar.sentence(anchor)
    end = limit_of(prepared, anchor)
    begin = next((index + 1 for index in range(anchor - 1, first, -1) if grammar.lower[index] == ";"), first)
    return grammar.span(begin, end)


def _impersonal(prepared: Prepared, anchor: int) -> Draft | None:
    """Read "it was claimed that", « il est établi que », « il se dit que », « on raconte que », « dit-on »."""
    grammar = prepared.grammar
    token = grammar.tokens[anchor]
    if token.pos not in ("VERB", "AUX") or token.lemma not in prepared.cues.impersonal:
        return None
    subject = grammar.child(anchor, *PERSONAL_SUBJECTS)
    word = grammar.lower[subject] if subject is not None else ""
    if word in _GENERAL or _hung_on(grammar, anchor):
        return _general(prepared, anchor)
    impersonal = word in _EXPLETIVES and (passive(grammar, anchor) or _reflexive(grammar, anchor))
    if not impersonal or grammar.child(anchor, "obl:agent") is not None:
        return None
    start = clause_start(prepared, anchor) or _argument(prepared, anchor)
    content = grammar.span(start, limit_of(prepared, anchor)) if start else None
    return _with_source(prepared, _draft(prepared, content, "hearsay.impersonal", anchor, _act(token.lemma)))


def _reflexive(grammar: Grammar, anchor: int) -> bool:
    return any(grammar.lower[child] in ("se", "s'") for child in grammar.children[anchor])


def _argument(prepared: Prepared, anchor: int) -> int | None:
    """Return the first token of what « il est reproché à X de » reproaches, or None."""
    grammar = prepared.grammar
    index = anchor + 1
    while index < len(grammar.tokens) and grammar.tokens[index].pos == "ADV":
        index += 1
    return index if index < len(grammar.tokens) and grammar.lower[index] in ("à", "au", "aux", "de", "d'") else None


def _general(prepared: Prepared, anchor: int) -> Draft | None:
    """Read « on prête à X », « dit-on », « apprend-on »: one says so, and nobody in particular."""
    grammar = prepared.grammar
    token = grammar.tokens[anchor]
    start = clause_start(prepared, anchor) or (
        _argument(prepared, anchor) if token.lemma in ("prêter", "reprocher", "soupçonner") else None
    )
    content = grammar.span(start, limit_of(prepared, anchor)) if start else None
    inserted = _hung_on(grammar, anchor)
    if content is None and inserted:
        content = _clause_of(prepared, anchor)
    return _with_source(prepared, _draft(prepared, content, "hearsay.general", anchor, _act(token.lemma)))


def _hung_on(grammar: Grammar, anchor: int) -> bool:
    """Say whether "on" hangs on a verb (« dit-on », « indique-t-on »)."""
    behind = "".join(grammar.lower[anchor + 1 : anchor + 3])
    return behind.startswith("-on") or behind == "-t-on"


def _with_source(prepared: Prepared, draft: Draft | None) -> Draft | None:
    """Add the unnamed "source" that some impersonal forms name (« apprend-on de bonne source », "from a judicial source")."""
    if draft is None:
        return None
    grammar = prepared.grammar
    for index in range(*grammar.sentence(draft.anchor)):
        outside = not draft.span.start <= grammar.tokens[index].start < draft.span.end or grammar.lower[index - 1] == "bonne"
        if grammar.tokens[index].lemma == "source" and outside:
            return replace(draft, source=subtree_phrase(grammar, index), sourceless=False)
    return draft


def _conditional(prepared: Prepared, anchor: int) -> Draft | None:
    """Read the French conditional of hearsay (« aurait tué »): no condition, no modal verb, nobody who says so."""
    grammar = prepared.grammar
    token = grammar.tokens[anchor]
    conditional = "Mood=Cnd" in token.morph and grammar.lower[anchor].endswith(_CONDITIONAL_ENDINGS)
    if grammar.language.value != "fr" or not conditional or prepared.inside[anchor] is not None:
        return None
    verb = token.head if token.pos == "AUX" and token.head != anchor else anchor
    if {token.lemma, grammar.tokens[verb].lemma} & _NO_HEARSAY or _conditioned(prepared, anchor):
        return None
    return _draft(prepared, _clause_of(prepared, anchor), "hearsay.conditional", anchor, SpeechAct.ASSERTS)


def _conditioned(prepared: Prepared, anchor: int) -> bool:
    """Say whether the sentence states a condition, so that its conditional is a plain one."""
    grammar = prepared.grammar
    first, last = grammar.sentence(anchor)
    return any(grammar.lower[index] in _IF and grammar.tokens[index].pos == "SCONJ" for index in range(first, last))


def _adverb(prepared: Prepared, anchor: int) -> Draft | None:
    """Read "reportedly" and its like: what they modify is the content, with the noun where that is a participle."""
    grammar = prepared.grammar
    if grammar.lower[anchor] not in prepared.cues.adverbs or prepared.inside[anchor] is not None:
        return None
    modified = grammar.tokens[anchor].head
    if grammar.finite(modified) or grammar.tokens[modified].dep in ("root", "conj", "ccomp"):
        content = _clause_of(prepared, anchor)
    else:
        content = _participle_with_noun(prepared, anchor, modified)
    return _draft(
        prepared,
        content,
        "hearsay.adverb",
        anchor,
        SpeechAct.ALLEGES if grammar.lower[anchor] != "reportedly" else SpeechAct.ASSERTS,
    )


def _participle_with_noun(prepared: Prepared, anchor: int, modified: int) -> Span | None:
    """Return a participle with the noun phrase that stands right before it ("war crimes, purportedly committed by ...")."""
    grammar = prepared.grammar
    noun = _noun_before(prepared, anchor)
    if noun is None:
        return grammar.span(grammar.first[modified], grammar.last[modified])
    begin = next((child for child in grammar.children[noun] if grammar.tokens[child].dep == "case"), None)
    first = grammar.first[noun] if begin is None or begin > noun else begin + 1
    return grammar.span(first, grammar.last[modified])


def _noun_before(prepared: Prepared, anchor: int) -> int | None:
    """Return the head of the noun phrase that ends right before an adverb and its comma, or None.

    It climbs from noun to noun, up to the one that a preposition of reporting leads to ("investigation into").
    """
    grammar = prepared.grammar
    last = anchor - 2 if anchor and grammar.lower[anchor - 1] == "," else anchor - 1
    if last < 0 or grammar.tokens[last].pos not in ("NOUN", "PROPN"):
        return None
    while grammar.tokens[last].dep in ("nmod", "conj", "compound") and preposition(grammar, last) not in _ABOUT:
        above = grammar.tokens[last].head
        if above == last or above > anchor or grammar.tokens[above].pos not in ("NOUN", "PROPN"):
            break
        last = above
    return last


def _draft(prepared: Prepared, content: Span | None, rule: str, anchor: int, act: SpeechAct) -> Draft | None:
    if content is None:
        return None
    token = prepared.grammar.tokens[anchor]
    return Draft((content,), rule, anchor, Span(token.start, token.end), None, act, sourceless=True)
