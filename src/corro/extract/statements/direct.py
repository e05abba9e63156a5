"""Direct speech: which words beside a quotation attribute it, and which quotations go together."""

from collections.abc import Iterator
from dataclasses import replace

from corro.extract.statements.clauses import bare_clause, clause_start
from corro.extract.statements.content import content_end
from corro.extract.statements.draft import Draft
from corro.extract.statements.objects import plain
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.quotes import Quote
from corro.extract.statements.reporting import Clause, passive_voice, reporting_verb, source_in
from corro.extract.statements.sources import source_of, thing_says
from corro.extract.statements.verbs import cue_span
from corro.model import SpeechAct
from corro.values import Span

_ENDS = frozenset({".", "!", "?", ";", "…"})
_WINDOW = 45
"""Tokens at most that a reporting clause takes. Source: the longest in the project's development documents has 33."""

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_SIGNATURE = 15
"""Tokens at most in a dash with a name and what its bearer is. Source: own judgement."""

_SHORT = 3
"""Words up to which a quotation inside a sentence may be a mere label. Source: chosen on the development documents, 2026-11."""


def find_by_marks(prepared: Prepared) -> Iterator[Draft]:
    """Find what quotation marks and the words beside them attribute.

    Args:
        prepared: The document.

    Yields:
        Drafts with rules `direct.after`, `direct.before`, `direct.colon`, `direct.signed` and `direct.alone`.
    """
    joined: set[int] = set()
    found: list[Draft] = []
    for index in range(len(prepared.quotes)):
        if index in joined:
            continue
        draft = _attributed(prepared, index, joined)
        if draft is None and found and (more := _standing_alone(prepared, index, found[-1])):
            draft = _run_on(prepared, found, more)
        if draft is not None:
            found.append(draft)
    yield from found


def _run_on(prepared: Prepared, found: list[Draft], more: Draft) -> Draft:
    """Add a quotation that stands alone to the utterance before it in the same paragraph; elsewhere it is one of its own."""
    before = found[-1]
    paragraphs = [prepared.grammar.paragraph(prepared.grammar.holding(draft.content[-1].start)) for draft in (before, more)]
    if paragraphs[0] != paragraphs[1]:
        return more
    found.pop()
    return replace(before, content=(*before.content, *more.content))


def _attributed(prepared: Prepared, index: int, joined: set[int]) -> Draft | None:
    return _by_clause_after(prepared, index, joined) or _by_clause_before(prepared, index) or _signed(prepared, index)


def _signed(prepared: Prepared, index: int) -> Draft | None:
    """Read a quotation with the name of whoever said it behind a dash, alone on its line (“...” — Awa Diallo, teacher)."""
    grammar, quote = prepared.grammar, prepared.quotes[index]
    dash = grammar.at(quote.outer.end)
    while dash < len(grammar.tokens) and grammar.lower[dash] == ".":
        dash += 1
    if quote.depth or dash + 1 >= len(grammar.tokens) or grammar.lower[dash] not in _DASHES or not _opens_line(prepared, quote):
        return None
    end = _line_end(prepared, dash)
    name = next((at for at in range(dash + 1, end) if grammar.tokens[at].pos == "PUNCT"), end)
    named = dash + 1 < name and grammar.tokens[dash + 1].text[:1].isupper() and end - dash <= _SIGNATURE
    if not named or any(grammar.finite(at) for at in range(dash + 1, end)):
        return None
    cue = Span(grammar.tokens[dash].start, grammar.tokens[dash].end)
    return Draft(_parts(prepared, quote), "direct.signed", dash, cue, (dash + 1, name), quoted=True)


def _opens_line(prepared: Prepared, quote: Quote) -> bool:
    text = prepared.grammar.text
    return not text[_line_start(text, quote.outer.start) : quote.outer.start].strip()


def _line_end(prepared: Prepared, index: int) -> int:
    """Return the index past the last word on a token's line."""
    grammar = prepared.grammar
    end = grammar.text.find("\n", grammar.tokens[index].start)
    return grammar.at(end) if end >= 0 else len(grammar.tokens)


def _parts(prepared: Prepared, quote: Quote) -> tuple[Span, ...]:
    parts = (prepared.grammar.trimmed(part.start, part.end) for part in quote.parts)
    return tuple(part for part in parts if part)


def _by_clause_after(prepared: Prepared, index: int, joined: set[int]) -> Draft | None:
    quote = prepared.quotes[index]
    clause = _clause_after(prepared, index)
    anchor = reporting_verb(prepared, clause) if clause else None
    if clause is None or anchor is None:
        return None
    source = source_in(prepared, anchor, clause)
    if source is None:
        return None
    more = _going_on(prepared, index, clause, joined)
    content = _with_opening(prepared, quote) + (_parts(prepared, prepared.quotes[more]) if more is not None else ())
    act = _act_of(prepared, anchor, prepared.grammar.at(quote.span.start))
    return Draft(content, "direct.after", anchor, cue_span(prepared.grammar, anchor), source, act, quoted=True) if content else None


def _with_opening(prepared: Prepared, quote: Quote) -> tuple[Span, ...]:
    """Return a quotation with the words of its own sentence before it, where it only ends a sentence of reported words."""
    grammar, parts = prepared.grammar, _parts(prepared, quote)
    clause = _clause_before(prepared, quote)
    if not parts or clause is None or clause.first == clause.last or grammar.tokens[clause.first].start in prepared.openings:
        return parts
    closing = grammar.lower[clause.last - 1]
    integrated = closing not in (":", ",", ".", "»", "”", '"') or any(
        grammar.finite(index) for index in range(clause.first, clause.last)
    )
    begin = grammar.trimmed(grammar.tokens[clause.first].start, parts[0].end)
    opens = grammar.tokens[clause.first].text[:1].isupper() and closing != ":"
    return (begin, *parts[1:]) if integrated and opens and begin else parts


def _act_of(prepared: Prepared, anchor: int, first: int) -> SpeechAct:
    """Return what a verb beside a quotation does: by the preposition that opens it, else by its sense with a clause."""
    lemma = prepared.grammar.tokens[anchor].lemma
    lead = plain(prepared.grammar.lower[first]) if first < len(prepared.grammar.tokens) else ""
    led = next((cue for cue in prepared.cues.verbs.get(lemma, ()) if lead in cue.through and "request" in cue.frames), None)
    cue = led or prepared.cues.verb(lemma, "clause", "quote") or prepared.cues.verb(lemma)
    return cue.act if cue else SpeechAct.ASSERTS


def _clause_after(prepared: Prepared, index: int) -> Clause | None:
    """Return the words behind a quotation up to the next stop or quotation, if they can go on the same sentence."""
    grammar, quote = prepared.grammar, prepared.quotes[index]
    first = grammar.at(quote.outer.end)
    if first >= len(grammar.tokens) or "\n" in grammar.text[quote.outer.end : grammar.tokens[first].start]:
        return None
    if quote.depth and prepared.inside[first] is None:
        return None
    if _new_sentence(prepared, quote, first) or not _opens_reporting(prepared, quote, first):
        return None
    last = first
    paragraph = grammar.paragraph(first)
    home = prepared.inside[first]
    while last < min(len(grammar.tokens), first + _WINDOW) and grammar.lower[last] not in _ENDS:
        if prepared.inside[last] != home or grammar.paragraph(last) != paragraph or grammar.tokens[last].start in prepared.openings:
            break
        last += 1
    return Clause(first, last) if last > first else None


def _opens_reporting(prepared: Prepared, quote: Quote, first: int) -> bool:
    """Say whether the words behind a quotation can be a reporting clause: set off by a mark, or opening with a personal verb."""
    grammar = prepared.grammar
    set_off = grammar.lower[first] in (",", "-", "–", "—") or quote.span.of(grammar.text).rstrip()[-1:] in (",", "?", "!", "…")
    return set_off or grammar.finite(first) or grammar.tokens[first].pos == "PRON" or _mended_verb(prepared, first)


def _mended_verb(prepared: Prepared, index: int) -> bool:
    token = prepared.grammar.tokens[index]
    return prepared.grammar.language.value == "fr" and token.pos in ("VERB", "AUX") and "VerbForm=Part" not in token.morph


def _new_sentence(prepared: Prepared, quote: Quote, first: int) -> bool:
    grammar = prepared.grammar
    told = quote.span.of(grammar.text).rstrip()
    ended = told[-1:] in (".", "…") or grammar.lower[first] in _ENDS
    return (ended and grammar.tokens[first].text[:1].isupper()) or grammar.lower[first] in _ENDS


def _going_on(prepared: Prepared, index: int, clause: Clause, joined: set[int]) -> int | None:
    """Return the next quotation if the reporting clause only interrupts one utterance: it follows after a comma."""
    grammar = prepared.grammar
    following = index + 1
    while following < len(prepared.quotes) and prepared.quotes[following].outer.start < prepared.quotes[index].outer.end:
        following += 1
    if following >= len(prepared.quotes):
        return None
    at = grammar.holding(prepared.quotes[following].outer.start)
    interrupted = at == clause.last and grammar.lower[clause.last - 1] in (",", ":", "-", "–", "—")
    if interrupted and prepared.quotes[following].depth == prepared.quotes[index].depth:
        joined.add(following)
        return following
    return None


def _by_clause_before(prepared: Prepared, index: int) -> Draft | None:
    grammar, quote = prepared.grammar, prepared.quotes[index]
    clause = _clause_before(prepared, quote)
    if clause is None:
        return None
    colon = grammar.lower[clause.last - 1] == ":"
    anchor = _verb_before(prepared, clause, quote, colon=colon)
    if anchor is None:
        return None
    source = None if thing_says(grammar, prepared.cues, anchor) else source_of(grammar, prepared.cues, anchor)
    if source is None or (source[1] > clause.last and source[0] >= clause.last):
        return None
    rule = "direct.colon" if colon else "direct.before"
    content = _content_before(prepared, anchor, clause, quote)
    act = _act_of(prepared, anchor, grammar.at(quote.span.start))
    return Draft(content, rule, anchor, cue_span(grammar, anchor), source, act, quoted=True) if content else None


def _content_before(prepared: Prepared, anchor: int, clause: Clause, quote: Quote) -> tuple[Span, ...]:
    """Return the quotation, with the clause before it where the verb already has one ("said that it came by radio: ...")."""
    english = prepared.grammar.language.value == "en"
    mark = clause_start(prepared, anchor) or (bare_clause(prepared, anchor) if english else None)
    if mark is not None and anchor < mark < clause.last:
        end = max(content_end(prepared, anchor, mark), prepared.grammar.at(quote.span.end))
        whole = prepared.grammar.span(mark, end)
        return (whole,) if whole else ()
    return _parts(prepared, quote)


def _clause_before(prepared: Prepared, quote: Quote) -> Clause | None:
    """Return the words before a quotation back to the stop or quotation before them."""
    grammar = prepared.grammar
    last = grammar.at(quote.outer.start)
    if last == 0 or last > len(grammar.tokens):
        return None
    first, home = last, prepared.inside[last - 1]
    paragraph = grammar.paragraph(last - 1)
    while first > max(0, last - _WINDOW) and grammar.lower[first - 1] not in _ENDS:
        if prepared.inside[first - 1] != home or grammar.paragraph(first - 1) != paragraph:
            break
        first -= 1
    return Clause(first, last) if first < last else None


def _verb_before(prepared: Prepared, clause: Clause, quote: Quote, *, colon: bool) -> int | None:
    """Return the verb that introduces a quotation: any main verb before a colon, a cue before a comma or right before the mark."""
    grammar = prepared.grammar
    verbs = [index for index in range(clause.first, clause.last) if grammar.tokens[index].pos == "VERB"]
    known = [
        index
        for index in verbs
        if not grammar.tokens[index].dep.startswith("acl")
        and prepared.cues.verb(grammar.tokens[index].lemma, "clause", "quote")
        and not passive_voice(prepared, index)
    ]
    if colon:
        main = [index for index in verbs if _main(prepared, index)]
        return known[-1] if known else main[-1] if main else None
    if not known:
        return None
    near = known[-1]
    if _goes_past(prepared, quote):
        return None
    comma = grammar.lower[clause.last - 1] == ","
    return near if comma or clause.last - near == 1 or _only_circumstances(prepared, near + 1, clause.last) else None


def _goes_past(prepared: Prepared, quote: Quote) -> bool:
    """Say whether the clause goes on behind a quotation in its middle, which then is only part of what is said."""
    grammar = prepared.grammar
    index = grammar.at(quote.outer.end)
    return index < len(grammar.tokens) and quote.span.of(grammar.text)[-1:].isalnum() and grammar.tokens[index].pos != "PUNCT"


def _main(prepared: Prepared, verb: int) -> bool:
    token = prepared.grammar.tokens[verb]
    return token.dep in ("root", "conj", "parataxis", "ccomp") and not passive_voice(prepared, verb)


def _only_circumstances(prepared: Prepared, first: int, last: int) -> bool:
    """Say whether only adverbs and those spoken to stand between a verb and the mark."""
    grammar = prepared.grammar
    inside = range(first, last)
    return (
        last - first <= 4
        and all(grammar.tokens[index].pos in ("ADV", "PRON", "PROPN", "DET", "NOUN") for index in inside)
        and _tells(prepared, first)
    )


def _tells(prepared: Prepared, after: int) -> bool:
    return prepared.grammar.tokens[after - 1].lemma in ("tell", "dire", "ask", "répondre", "confier")


def _standing_alone(prepared: Prepared, index: int, previous: Draft | None) -> Draft | None:
    """Read a quotation that makes up whole sentences right behind another: the same speaker goes on."""
    grammar, quote = prepared.grammar, prepared.quotes[index]
    if previous is None or quote.depth or len(quote.span.of(grammar.text).split()) <= _SHORT:
        return None
    before = grammar.text[_line_start(grammar.text, quote.outer.start) : quote.outer.start].rstrip()
    own_sentence = not before or before[-1] in '.!?…»”"'
    told = quote.span.of(grammar.text).rstrip()
    behind = grammar.text[quote.outer.end : quote.outer.end + 2].lstrip("'\"”’")[:1]
    ends = told[-1:] in (".", "!", "?", "…") or behind in (".", "!", "?", "")
    near = grammar.paragraph(grammar.holding(quote.outer.start)) - grammar.paragraph(previous.anchor) <= 1
    content = _parts(prepared, quote)
    if not (own_sentence and ends and near and content):
        return None
    return Draft(content, "direct.alone", previous.anchor, None, previous.source, previous.act, quoted=True)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
