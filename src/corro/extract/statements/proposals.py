"""What the trained trees add to the rules and leave out of them: which words attribute, which passage, and to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corro.extract.statements.anchors import Anchor, Found, anchors_of, found_by_rules
from corro.extract.statements.draft import Draft
from corro.extract.statements.passages import Chances, Passage, passages_of, seen_of, share
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.sayers import never_says, phrase_of, rows_of
from corro.extract.statements.settling import settled
from corro.extract.statements.sources import thing_says
from corro.extract.statements.verbs import cue_span, fits, tells_deed, unsaid
from corro.extract.statements.weights import Weights
from corro.model import SpeechAct

LEAST_CHANCE = 0.1
"""Chance below which a word's passages are not looked at. Source: chosen on PolNeAR's development part, 2026-11."""

_NEW = 0.4
_RULED = 0.2
"""Chance from which a passage stays that no rule found, and one that a rule found. Source: the first has the best F1 on PolNeAR's
development part, the second loses nothing on the project's own; 2026-11."""

_BETTER = 0.15
"""Chance by which another passage must be likelier than the rule's own to take its place. Source: as above."""

_SAME = 0.3
"""Share of common characters from which two passages are one, and the likelier stays. Source: PolNeAR's development part."""

_STRIDE = 400
"""Characters in one drawer of the index that keeps the comparison local; no result depends on it."""

_SAYS = 0.1
"""Chance from which a word names who says it. Source: PolNeAR's development part, 2026-11."""

_ELSEWHERE = 0.5
"""Chance from which a word outside the rule's source takes its place. Source: both development parts, 2026-11."""

_LOOSE = ("verb", "noun", "direct.after")
"""Rules that end a passage by its grammar, so that another passage may take its place."""

_QUOTING = frozenset({"quote", "cite"})
_NEWS = frozenset(
    {"agency", "newspaper", "paper", "daily", "weekly", "radio", "station", "broadcaster", "television", "website", "outlet"}
)
"""Those who pass on what others said. Source: own list, 2026-11."""

_ROLES = {"NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage with the chance that it is what its word attributes.

    Attributes:
        passage: The passage.
        chance: Its chance, between 0 and 1.
        ruled: The rule's draft for the same word that is nearest to it, or None.
    """

    passage: Passage
    chance: float
    ruled: Draft | None = None


def weighed(prepared: Prepared, drafts: Sequence[Draft], known: Weights) -> list[Draft]:
    """Weigh what the rules found against what the trees propose.

    Args:
        prepared: An English document.
        drafts: What the rules found, merged and in order.
        known: The trained weights.

    Returns:
        The drafts that stay and those that are new, in order of the text.
    """
    found = found_by_rules(prepared, drafts)
    kept = _kept(prepared, propose(prepared, found, known))
    alone = [draft for draft in drafts if not draft.worded]
    made = [*settled(prepared, _drafts(prepared, found, kept, known)), *alone]
    return sorted(made, key=lambda draft: (draft.span.start, -draft.span.end, draft.rule))


def _kept(prepared: Prepared, proposals: list[Proposal]) -> list[Proposal]:
    """Return the proposals that are likely enough and say nothing again, the likeliest first."""
    kept: list[Proposal] = []
    drawers: dict[int, list[Proposal]] = {}
    for proposal in sorted(proposals, key=lambda one: (-one.chance, one.passage.anchor.token)):
        spans = proposal.passage.spans
        places = range(spans[0].start // _STRIDE, spans[-1].end // _STRIDE + 1)
        near = (other for place in places for other in drawers.get(place, ()))
        if proposal.chance >= _enough(proposal) and not any(_repeats(prepared, proposal, other) for other in near):
            kept.append(proposal)
            for place in places:
                drawers.setdefault(place, []).append(proposal)
    return kept


def _enough(proposal: Proposal) -> float:
    """Return the chance from which a passage stays: any for a denial, and for what stands in marks beside a word of saying."""
    if proposal.ruled is None:
        return _NEW
    always = proposal.ruled.rule.startswith("direct") or proposal.ruled.act is SpeechAct.DENIES
    return 0.0 if always else _RULED


def _repeats(prepared: Prepared, proposal: Proposal, other: Proposal) -> bool:
    """Say whether a passage says again what a likelier one said; two rules may read one statement inside another."""
    if share(proposal.passage.spans, other.passage.spans) <= _SAME:
        return False
    return proposal.ruled is None or other.ruled is None or not _nested(prepared, proposal.ruled, other.ruled)


def _nested(prepared: Prepared, one: Draft, other: Draft) -> bool:
    """Say whether two drafts of rules are one statement in another: by act, a denial denied, another's words, or a source."""
    inner, outer = sorted((one, other), key=lambda draft: len(draft.span))
    quoting = prepared.grammar.tokens[outer.anchor].lemma in _QUOTING
    in_quotation = inner.quoted and outer.quoted and prepared.inside[inner.anchor] != prepared.inside[outer.anchor]
    named = "preposition" in (one.rule.split(".")[0], other.rule.split(".")[0])
    acts = one.act is not other.act or one.act is SpeechAct.DENIES
    return acts or quoting or in_quotation or named or _other_mouth(prepared, inner, outer)


def _other_mouth(prepared: Prepared, inner: Draft, outer: Draft) -> bool:
    """Say whether one passes on that somebody else said what the other holds ("the agency said a spokesman told it")."""
    if inner.source is None or outer.source is None or inner.source == outer.source:
        return False
    grammar, first = prepared.grammar, inner.source[0]
    relayed = outer.anchor > 0 and grammar.lower[outer.anchor - 1] == "as"
    if not relayed and _NEWS.isdisjoint(grammar.lower[outer.source[0] : outer.source[1]]):
        return False
    return outer.says(grammar.tokens[first].start) and grammar.tokens[inner.source[1] - 1].pos in ("NOUN", "PROPN")


def _may_be(prepared: Prepared, anchor: Anchor) -> bool:
    """Say whether a word that no rule took may attribute: rules know better of the verbs they know, where an object follows."""
    grammar, token = prepared.grammar, prepared.grammar.tokens[anchor.token]
    senses = prepared.cues.verbs.get(token.lemma, ()) if token.pos == "VERB" else ()
    if thing_says(grammar, prepared.cues, anchor.token) or (senses and unsaid(grammar, anchor.token)):
        return False
    return not senses or not tells_deed(prepared, anchor.token)


def propose(prepared: Prepared, found: Found, known: Weights) -> list[Proposal]:
    """Return for each word that may attribute its best passage.

    Args:
        prepared: The document.
        found: What the rules found.
        known: The trained weights.
    """
    anchors = list(anchors_of(prepared, found, known))
    if not anchors:
        return []
    chances = known.anchors.chances(np.asarray([anchor.seen for anchor in anchors], np.float32))
    likely = {
        anchor.token: float(chance)
        for anchor, chance in zip(anchors, chances, strict=True)
        if anchor.token in found.by_anchor or (chance >= LEAST_CHANCE and _may_be(prepared, anchor))
    }
    passages = [passage for anchor in anchors if anchor.token in likely for passage in passages_of(prepared, found, anchor)]
    if not passages:
        return []
    around = Chances(likely)
    rows = np.asarray([seen_of(prepared, found, passage, around) for passage in passages], np.float32)
    by_anchor: dict[int, list[tuple[float, Passage]]] = {}
    for chance, passage in zip(known.passages.chances(rows).tolist(), passages, strict=True):
        by_anchor.setdefault(passage.anchor.token, []).append((chance, passage))
    return [proposal for token, scored in by_anchor.items() for proposal in _best(found.by_anchor.get(token, []), scored)]


def _best(drafts: list[Draft], scored: list[tuple[float, Passage]]) -> Iterator[Proposal]:
    """Yield the likeliest passage of a word; where a rule has one, that stays unless another is clearly likelier."""
    best, passage = max(scored, key=lambda one: one[0])
    ruled = [(chance, one, draft) for chance, one in scored for draft in drafts if draft.content == one.spans]
    if ruled:
        chance, own, draft = max(ruled, key=lambda one: one[0])
        better = best > chance + _BETTER and not draft.sourceless and draft.rule.startswith(_LOOSE)
        yield Proposal(passage, best, draft) if better else Proposal(own, chance, draft)
    elif drafts:
        yield Proposal(passage, best, drafts[0])
    else:
        yield Proposal(passage, best)


def _drafts(prepared: Prepared, found: Found, kept: list[Proposal], known: Weights) -> Iterator[Draft]:
    """Yield the drafts of what is kept, each with who says it."""
    asked = [(proposal, *rows_of(prepared, found, proposal.passage, known)) for proposal in kept]
    rows = [row for _, _, rows in asked for row in rows]
    chances = known.sayers.chances(np.asarray(rows, np.float32)).tolist() if rows else []
    at = 0
    for proposal, sayers, _ in asked:
        scored = sorted(zip(chances[at : at + len(sayers)], sayers, strict=True), reverse=True)
        at += len(sayers)
        yield _draft(prepared, proposal, scored[0] if scored else (0.0, -1))


def _draft(prepared: Prepared, proposal: Proposal, sayer: tuple[float, int]) -> Draft:
    chance, token = sayer
    ruled, passage = proposal.ruled, proposal.passage
    says = chance >= _SAYS and not never_says(prepared, passage, token)
    source = phrase_of(prepared, passage, token) if says else None
    if ruled is not None:
        own = ruled.source is not None and (ruled.names(token) or chance < _ELSEWHERE)
        silent = ruled.source is None and chance < _ELSEWHERE
        return replace(ruled, content=passage.spans, source=ruled.source if own or silent else source, sourceless=ruled.sourceless)
    cue = cue_span(prepared.grammar, passage.anchor.token)
    rule = f"trained.{_ROLES.get(prepared.grammar.tokens[passage.anchor.token].pos, 'verb')}"
    quoted = all(_in_marks(prepared, part) for part in passage.parts)
    act = _act_of(prepared, passage.anchor.token)
    return Draft(passage.spans, rule, passage.anchor.token, cue, source, act, quoted=quoted, sourceless=source is None)


def _in_marks(prepared: Prepared, part: tuple[int, int]) -> bool:
    anchored = prepared.inside[part[0]]
    return anchored is not None and prepared.grammar.tokens[part[0] - 1].start in prepared.openings


def _act_of(prepared: Prepared, anchor: int) -> SpeechAct:
    lemma = prepared.grammar.tokens[anchor].lemma
    senses = (cue for cue in prepared.cues.verbs.get(lemma, ()) if fits(prepared, anchor, cue))
    cue = next(senses, None) or next(iter(prepared.cues.nouns.get(lemma, ())), None)
    return cue.act if cue else SpeechAct.ASSERTS
